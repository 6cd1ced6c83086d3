"""What loading must know of fonts and pictures, passed in from outside."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Checks:
    """Two questions that other stages answer.

    `picture` gives what is wrong with the content of a picture file, or None; `character` whether
    some available font has the character.
    """

    picture: Callable[[Path], str | None]
    character: Callable[[str], bool]


def _nothing_wrong(_file: Path) -> None:
    return None


def _in_some_font(_character: str) -> bool:
    return True


UNCHECKED = Checks(picture=_nothing_wrong, character=_in_some_font)
