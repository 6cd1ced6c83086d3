"""What an office is told of its files, in the languages that have it, else in English.

`handings/` has a text for each language. Its first line is what the page's file is called, the
second the page's title. Each part has its key in brackets with its heading, and below it a
paragraph in each line: `first` is always told, and the others are named as formats are,
`side-by-side` as the layout calls a bilingual insert of that kind; a folded sheet is a `leaflet`.
Menus and buttons are called as PowerPoint, Word and Adobe's reader call them in that language.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from printkit.wording.tags import tag_of

_TEXTS = Path(__file__).parent / "handings"
_ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Part:
    """What is told of one kind of file, or of them all: a heading, and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Handing:
    """One language's words: the page's file's name, its title, and its parts by key.

    Typewriter's quotation marks become those of the language when they are set.
    """

    file: str
    title: str
    parts: dict[str, Part]


def handing_languages() -> tuple[str, ...]:
    """Give the languages that have words of their own."""
    return tuple(sorted(path.stem for path in _TEXTS.glob("*.txt")))


def handing_for(*languages: str) -> tuple[str, Handing]:
    """Give the first of the languages that has words, with them; else English."""
    known = handing_languages()
    chosen = next((one for one in languages if tag_of(one).language in known), _ENGLISH)
    return chosen, _handing(tag_of(chosen).language)


@cache
def _handing(language: str) -> Handing:
    text = (_TEXTS / f"{language}.txt").read_text(encoding="utf-8")
    head, *parts = text.strip().split("\n\n")
    file, title = head.split("\n")
    return Handing(file, title, dict(_part(part) for part in parts))


def _part(text: str) -> tuple[str, Part]:
    first, *paragraphs = text.split("\n")
    key, heading = first.removeprefix("[").split("] ", 1)
    return key, Part(heading, tuple(paragraphs))
