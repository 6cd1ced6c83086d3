"""What decides bytes beside an order: this program, the packages that it uses, and the fonts."""

import sys
import zlib
from collections.abc import Iterator
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
_RECORDS = (".dist-info", ".egg-info")


def equipment_key() -> str:
    """Name all that makes files of orders: with other equipment, everything is built anew."""
    return key_of(__version__, *_system(), *_code(), *_packages(), *_fonts())


def _system() -> tuple[str, ...]:
    return repr(sys.version_info), sys.platform, zlib.ZLIB_RUNTIME_VERSION


def _code() -> Iterator[str | bytes]:
    """Give our own modules with what they hold: a version may change while it is worked on."""
    for path in sorted(_HOME.rglob("*.py")):
        yield path.relative_to(_HOME).as_posix()
        yield path.read_bytes()


def _packages() -> Iterator[str]:
    """Give name and version of each package, as the folder that pip leaves beside it is called."""
    found: set[str] = set()
    for folder in sys.path:
        for record in sorted(_records(folder)):
            package = record.partition("-")[0].lower().replace(".", "_")
            if package in _PACKAGES | _FONTS and package not in found:
                found.add(package)
                yield record


def _records(folder: str) -> list[str]:
    try:
        return [path.name for path in Path(folder).iterdir() if path.name.endswith(_RECORDS)]
    except OSError:
        return []


def _fonts() -> Iterator[bytes]:
    for family in FAMILIES:
        for italic in (False, True):
            try:
                yield content_key(file_of(Face(family, italic=italic)))
            except (Refused, OSError):
                yield b"missing"
