"""Picture files beside the file that names them, and never outside its folder."""

import re
import stat
import unicodedata
from pathlib import Path, PurePosixPath

from printkit.loading.messages import as_typed, listed, nearest
from printkit.loading.nodes import Node
from printkit.loading.reader import Reader

_SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff"}
_LONGEST_NAME = 255
_MOST_LISTED = 8
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_DRIVE = re.compile(r"[A-Za-z]:")
_FILE_NAME = re.compile(
    r"\S+\.(jpe?g|png|webp|gif|tiff?|heic|heif|bmp|svg|avif)"  # IMG_2041.jpg
    r"|(img|dsc|dscn|dscf|pxl|mvimg|image|photo|screenshot)[_ -]?\d[\d_ -]*",  # IMG_2041
    re.IGNORECASE,
)
_INSIDE = "put the picture beside this file, and give its name only"


def find_picture(reader: Reader, node: Node) -> tuple[Path, str] | None:
    """Give the picture file that a node names, and the name as typed; None where it is refused."""
    name = reader.word(node, "`file`")
    if name is None:
        return None
    wrong = _wrong_name(name)
    if wrong:
        reader.refuse(node, f"{wrong}, found {as_typed(name)}", _INSIDE)
        return None
    file = _located(reader, node, name)
    if file is None:
        return None
    fault = reader.checks.picture(file)
    if fault:
        reader.refuse(node, f"the picture {as_typed(name)} cannot be used: {fault}")
        return None
    return file, name


def refuse_file_name(reader: Reader, node: Node, words: str) -> None:
    """Tell where the words that stand in for a picture are a file's name."""
    if _FILE_NAME.fullmatch(words):
        message = f"expected what the picture shows, found the file's name {as_typed(words)}"
        reader.refuse(node, message, "describe it in a few words to someone who cannot see it")


def _wrong_name(name: str) -> str | None:
    """Say what a picture's name should be that `name` is not; the same on every system."""
    wrong = (
        (len(name) > _LONGEST_NAME, f"a name of at most {_LONGEST_NAME} characters"),
        (_DRIVE.match(name), "a file beside this one, not on a drive"),
        (_ADDRESS.match(name), "a file beside this one, not an address"),
        ("\\" in name, "`/` between a folder and a file"),
        (name.startswith("/"), "a file beside this one, not a path from the top"),
        (".." in PurePosixPath(name).parts, "a file in this folder, without `..`"),
    )
    return next((f"expected {expected}" for found, expected in wrong if found), None)


def _located(reader: Reader, node: Node, name: str) -> Path | None:
    folder = reader.folder.resolve()
    try:
        file = _spelt_as_on_disk(folder / name).resolve()
        if not file.is_relative_to(folder):
            message = f"the picture {as_typed(name)} is a link that leads out of this folder"
            reader.refuse(node, message, _INSIDE)
            return None
        mode = file.stat().st_mode
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: a link to itself
        _refuse_unreadable(reader, node, name, error)
        return None
    if not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "something else"
        reader.refuse(node, f"expected a picture, found {kind} named {as_typed(name)}")
        return None
    return file


def _spelt_as_on_disk(file: Path) -> Path:
    """Give the file whose name has the same characters, composed or not: macOS takes them apart."""
    if file.exists():
        return file
    spellings = (unicodedata.normalize(form, file.name) for form in ("NFC", "NFD"))
    others = (file.with_name(spelling) for spelling in spellings if spelling)
    return next((other for other in others if other.exists()), file)


def _refuse_unreadable(reader: Reader, node: Node, name: str, error: Exception) -> None:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        message = f"there is no picture {as_typed(name)}"
        reader.refuse(node, message, _pictures_hint(reader.folder, name))
    else:
        reason = getattr(error, "strerror", None) or "it is a link to itself"
        reader.refuse(node, f"the picture {as_typed(name)} cannot be read: {reason.lower()}")


def _pictures_hint(folder: Path, name: str) -> str:
    """Name the picture that was probably meant, else the pictures that there are."""
    try:
        names = sorted(file.name for file in folder.iterdir() if _is_picture(file))
    except OSError:
        names = []
    meant = nearest(name, names)
    if meant:
        return f"did you mean {as_typed(meant)}?"
    if not names:
        return "there are no pictures beside this file"
    more = ", …" if len(names) > _MOST_LISTED else ""
    return f"the pictures beside this file are {listed(names[:_MOST_LISTED])}{more}"


def _is_picture(file: Path) -> bool:
    return file.suffix.lower() in _SUFFIXES
