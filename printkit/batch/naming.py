"""What an edition's files are called, and which of them are there."""

import re
from pathlib import Path

# No bulletin may be called so: its files would be the copies of the newest.
CURRENT = "current"
_NUMBERED = "{number:02}"
# A format with a number has as many files as slides.
_ENDINGS = {
    "insert": "-insert.pdf",
    "slides": "-slides.pptx",
    "insert-png": "-insert.png",
    "slides-pdf": "-slides.pdf",
    "slides-png": f"-slide-{_NUMBERED}.png",
    "freeshow": "-freeshow.txt",
    "propresenter": "-propresenter.txt",
    "leader": "-leader.pdf",
}


def file_name(office: str, identity: str, format_: str, number: int = 0) -> str:
    """Give a file's name below the output folder, with `/`; `number` is its slide's, if any."""
    return f"{office}/{identity}{_ENDINGS[format_].format(number=number)}"


def current_name(office: str, format_: str) -> str:
    """Give the name of the copy of an office's newest file of a format, as `file_name` does."""
    return file_name(office, CURRENT, format_)


def is_ours(name: str) -> bool:
    """Whether a file's name ends as those of our files do."""
    return any(re.search(f"{_pattern(ending)}$", name) for ending in _ENDINGS.values())


def names_there(output: Path, office: str, identity: str, format_: str) -> tuple[str, ...]:
    """Give a bulletin's files of a format that the output folder has, as `file_name` does."""
    pattern = re.compile(re.escape(identity) + _pattern(_ENDINGS[format_]))
    names = sorted(path.name for path in (output / office).glob("*") if path.is_file())
    return tuple(f"{office}/{name}" for name in names if pattern.fullmatch(name))


def _pattern(ending: str) -> str:
    return r"\d{2,}".join(map(re.escape, ending.split(_NUMBERED)))
