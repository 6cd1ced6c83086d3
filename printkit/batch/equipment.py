"""What decides bytes beside an order: this program, the packages that it uses, and the fonts."""

import platform
import sys
import zlib
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from printkit import __version__
from printkit.cache import key_of
from printkit.errors import Refused
from printkit.fonts.catalogue import FAMILIES, content_key, file_of
from printkit.model.layout import Face

_HOME = Path(__file__).parent.parent
_PACKAGES = frozenset(
    (
        "babel",
        "fonttools",
        "lxml",
        "pillow",
        "pypdfium2",
        "pyphen",
        "python_pptx",
        "pyyaml",
        "reportlab",
        "rl_accel",
        "segno",
        "uharfbuzz",
    )
)
_FONTS = frozenset(family.package for family in FAMILIES.values())
# A static family has a file for each of these.
_WEIGHTS = (400, 700)
_RECORDS = (".dist-info", ".egg-info")
_DIGITS = 16


def equipment_key() -> str:
    """Name all that makes files of orders: with other equipment, everything is built anew."""
    return key_of(*(part for pair in sorted(equipment().items()) for part in pair))


def equipment() -> dict[str, str]:
    """Give what makes files of orders by name: each with its version, or a digest of what it is."""
    return {
        "printkit": __version__,
        "Python": platform.python_version(),
        "the system": sys.platform,
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **dict(_packages()),
        "the fonts": key_of(*_fonts())[:_DIGITS],
        "printkit's own code": key_of(*_code())[:_DIGITS],
    }


def _code() -> Iterator[str | bytes]:
    """Give our own modules with what they hold: a version may change while it is worked on."""
    for path in sorted(_HOME.rglob("*.py")):
        yield path.relative_to(_HOME).as_posix()
        yield path.read_bytes()


def _packages() -> Iterator[tuple[str, str]]:
    """Give name and version of each package, as the folder that pip leaves beside it is called."""
    found: set[str] = set()
    for folder in sys.path:
        for record in sorted(_records(folder)):
            name, _, rest = record.partition("-")
            package = name.lower().replace(".", "_")
            if package in _PACKAGES | _FONTS and package not in found:
                found.add(package)
                yield package, rest.rpartition(".")[0]


def _records(folder: str) -> list[str]:
    try:
        return [path.name for path in Path(folder).iterdir() if path.name.endswith(_RECORDS)]
    except OSError:
        return []


def _fonts() -> Iterator[bytes]:
    for family, weight, italic in product(FAMILIES, _WEIGHTS, (False, True)):
        try:
            yield content_key(file_of(Face(family, weight, italic)))
        except (Refused, OSError):
            yield b"missing"
