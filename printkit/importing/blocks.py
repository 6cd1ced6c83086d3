"""What the readers hand on: passages as the file parts them, then blocks as a reader sees them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

PassageKind = Literal["lines", "heading", "bullet", "aside"]
BlockKind = Literal["paragraph", "heading", "bullet", "picture", "aside", "signature"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of the file: `lines` may hold several paragraphs, an `aside` is not for the text."""

    kind: PassageKind
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that a file says: its passages, its subject, and what the reader had to guess.

    `dropped` are the characters that were taken out because a bulletin cannot hold them, `sent` is
    the day of an e-mail.
    """

    passages: tuple[Passage, ...]
    subject: str = ""
    guesses: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    sent: date | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or bullet in one line of clean text, and its position in the file."""

    kind: BlockKind
    text: str
    position: int = 0
