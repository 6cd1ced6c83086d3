"""What the core must know of fonts and languages, passed in from outside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from printkit.model.frame import Glyphs
from printkit.model.layout import Face

# So many words are remembered by each that is asked for them again and again.
MOST_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    """A face's vertical metrics in ems, upwards positive (OpenType hhea and OS/2)."""

    ascent: float
    descent: float
    cap_height: float
    x_height: float


class Shaper(Protocol):
    """Turns characters into glyphs."""

    def shape(self, text: str, face: Face) -> tuple[Glyphs, ...]:
        """Give the glyphs of a word: more than one where a fallback face had to help."""

    def metrics(self, face: Face) -> FaceMetrics:
        """Give the face's vertical metrics."""


class Hyphenator(Protocol):
    """Knows where a word may be divided."""

    def positions(self, word: str) -> tuple[int, ...]:
        """Give the indexes before which the word may be divided, ascending."""


class Ties(Protocol):
    """Knows which neighbouring words stay on one line: `Job 5:15`, `5 March`, `Dr. Adams`."""

    def among(self, words: Sequence[str]) -> frozenset[int]:
        """Give the numbers of the words after which no line may end."""
