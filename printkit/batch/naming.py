"""What an edition's files are called, and which of them are there."""

import re
from pathlib import Path

# No bulletin may be called so: its files would be the copies of the newest.
CURRENT = "current"
_CALIBRATION = "calibrate-"
_NUMBERED = "{number:02}"
# A format with a number has as many files as slides.
_ENDINGS = {
    "insert": "-insert.pdf",
    "slides": "-slides.pptx",
    "insert-png": "-insert.png",
    "two-sided": "-two-sided.pdf",
    "large-print": "-large-print.pdf",
    "slides-pdf": "-slides.pdf",
    "slides-png": f"-slide-{_NUMBERED}.png",
    "freeshow": "-freeshow.txt",
    "propresenter": "-propresenter.txt",
    "leader": "-leader.pdf",
    "sheet": "-sheet.pdf",
    "bilingual": "-bilingual.pdf",
}


def file_name(
    office: str, identity: str, format_: str, number: int = 0, recipient: str = ""
) -> str:
    """Give a file's name below the output folder, with `/`; `number` is its slide's, if any.

    A recipient's files are in the bulletin's own folder.
    """
    ending = _ENDINGS[format_].format(number=number)
    return f"{_beginning(office, identity, recipient)}{ending}"


def calibration_name(printer: str) -> str:
    """Give the name, below the output folder, of the sheet on which a printer is measured."""
    return f"{_CALIBRATION}{printer}.pdf"


def current_name(office: str, format_: str) -> str:
    """Give the name of the copy of an office's newest file of a format, as `file_name` does."""
    return file_name(office, CURRENT, format_)


def is_ours(name: str) -> bool:
    """Whether a file, named as `file_name` does, ends as those of our editions do."""
    calibration = name.startswith(_CALIBRATION) and "/" not in name
    return not calibration and any(
        re.search(f"{_pattern(ending)}$", name) for ending in _ENDINGS.values()
    )


def names_there(
    output: Path, office: str, identity: str, format_: str, recipient: str = ""
) -> tuple[str, ...]:
    """Give a bulletin's files of a format that the output folder has, as `file_name` does."""
    if _NUMBERED not in _ENDINGS[format_]:
        # A folder of thousands is not read for a file whose name is known.
        name = file_name(office, identity, format_, 0, recipient)
        return (name,) if (output / name).is_file() else ()
    folder, _, beginning = _beginning(office, identity, recipient).rpartition("/")
    pattern = re.compile(re.escape(beginning) + _pattern(_ENDINGS[format_]))
    names = sorted(path.name for path in (output / folder).glob("*") if path.is_file())
    return tuple(f"{folder}/{name}" for name in names if pattern.fullmatch(name))


def _beginning(office: str, identity: str, recipient: str) -> str:
    """Give what the names of an edition's files begin with."""
    if recipient:
        return f"{office}/{identity}/{identity}-{recipient}"
    return f"{office}/{identity}"


def _pattern(ending: str) -> str:
    return r"\d{2,}".join(map(re.escape, ending.split(_NUMBERED)))
