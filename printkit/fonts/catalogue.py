"""Which families there are: font packages that pip installs, and how each family's axes are set."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from printkit.errors import Problem, Refused
from printkit.model.layout import Face


@dataclass(frozen=True, slots=True)
class Family:
    """A family: its package, its variable files, and axes other than weight with their position.

    A family whose files are static has `bold` ones, a roman and an italic, beside its regular ones.
    """

    package: str
    roman: str
    italic: str
    axes: tuple[tuple[str, float], ...] = ()
    lightest: int = 200
    boldest: int = 900
    bold: tuple[str, str] | None = None
    serif: bool = False

    def file(self, face: Face) -> str:
        """Give the name of the file that holds one of its faces."""
        roman, italic = self.roman, self.italic
        if self.bold and face.weight >= _BOLD:
            roman, italic = self.bold
        return italic if face.italic else roman


# From this weight on a static family's bold file is the nearer one.
_BOLD = 550


# The optical size 14 of Source Serif is drawn for text on paper between 9 and 20 pt.
FAMILIES = {
    "Source Sans 3": Family(
        "fontpkg_source_sans_3", "SourceSans3[wght].ttf", "SourceSans3-Italic[wght].ttf"
    ),
    "Source Serif 4": Family(
        "fontpkg_source_serif_4",
        "SourceSerif4[opsz,wght].ttf",
        "SourceSerif4-Italic[opsz,wght].ttf",
        (("opsz", 14.0),),
        serif=True,
    ),
    "Arimo": Family(
        "fontpkg_arimo", "Arimo[wght].ttf", "Arimo-Italic[wght].ttf", lightest=400, boldest=700
    ),
    "Atkinson Hyperlegible": Family(
        "fontpkg_atkinson_hyperlegible",
        "AtkinsonHyperlegible-Regular.ttf",
        "AtkinsonHyperlegible-Italic.ttf",
        bold=("AtkinsonHyperlegible-Bold.ttf", "AtkinsonHyperlegible-BoldItalic.ttf"),
    ),
}
# Drawn with readers of low vision, for them: no two letters look alike.
HYPERLEGIBLE = "Atkinson Hyperlegible"


def file_of(face: Face) -> Path:
    """Give the file that holds `face`; Refused where its package is not installed."""
    family = FAMILIES[face.family]
    spec = find_spec(family.package)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    name = family.file(face)
    for folder in folders:
        path = Path(folder) / "files" / name
        if path.is_file():
            return path
    package = family.package.replace("_", "-")
    raise Refused(
        Problem(
            f"the font `{face.family}` is not installed",
            hint=f"type `python -m pip install {package}`",
        )
    )


def positions(face: Face) -> tuple[tuple[str, float], ...]:
    """Give where each axis of the face's variable font stands (OpenType fvar tags).

    A static font has none.
    """
    family = FAMILIES[face.family]
    if family.bold:
        return ()
    weight = min(max(face.weight, family.lightest), family.boldest)
    return (("wght", float(weight)), *family.axes)


def content_key(path: Path) -> bytes:
    """Give bytes that change when the font does.

    They are its table directory: OpenType keeps each table's length and checksum there, so the
    start of the file speaks for the whole of it.
    """
    with path.open("rb") as file:
        head = file.read(12)
        return head + file.read(16 * int.from_bytes(head[4:6], "big"))
