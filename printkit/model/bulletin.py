"""What a bulletin says: a title, a scripture, and regions with their requests."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from printkit.errors import Place

Kind = Literal["praise", "prayer"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text as its author wrote it (NFC, blanks folded), and where it stands.

    Paragraphs are parted by one line feed; nothing in it is markup.
    """

    value: str
    place: Place

    def __str__(self) -> str:
        return self.value

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text's paragraphs, in order."""
        return tuple(self.value.split("\n"))


@dataclass(frozen=True, slots=True)
class Focus:
    """The point of a picture that cropping keeps, as fractions from the left and the top."""

    across: float = 0.5
    down: float = 0.5


CENTRE = Focus()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file beside the bulletin, and the words that stand in for it."""

    file: Path
    name: str
    place: Place
    alt: str = ""
    decorative: bool = False
    credit: Text | None = None
    focus: Focus = CENTRE


@dataclass(frozen=True, slots=True)
class Scripture:
    """A passage with its reference and the translation it is quoted from."""

    text: Text
    reference: Text | None = None
    translation: Text | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One request: its whole text, and a short form for the screen where the author gave one.

    A part of a request that began on the slide before is `continued`.
    """

    text: Text
    slide: Text | None = None
    kind: Kind | None = None
    sensitive: bool = False
    pseudonym: bool = False
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A region of the world with its requests, in the author's order."""

    name: Text
    requests: tuple[Request, ...]
    intro: Text | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One bulletin in one language.

    `identity` names it in `output/` (`2019-01-14`, also for a translation); `file` is the path that
    messages show; `original` is the fingerprint of what a translation was made from.
    """

    identity: str
    file: str
    language: str
    title: Text
    regions: tuple[Region, ...]
    date: dt.date | None = None
    scripture: Scripture | None = None
    picture: Picture | None = None
    original: Text | None = None

    @property
    def pseudonyms(self) -> bool:
        """Whether any name in it was changed."""
        return any(request.pseudonym for region in self.regions for request in region.requests)
