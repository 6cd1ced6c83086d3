"""A shaper that needs no font: every letter is a square of one em, and so is a blank.

Lines print as pictures: a row of letters for each line, with a dot for every em that stays empty.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from printkit.model.frame import Colour, Glyphs, Run
from printkit.model.layout import Align, Face
from printkit.model.metrics import FaceMetrics, Hyphenator
from printkit.typeset.breakpoints import Blank, Break
from printkit.typeset.linebreak import Galley, Limits
from printkit.typeset.lines import Column, Ink, set_paragraph
from printkit.typeset.words import Setting, Word, words_of

SQUARE_FACE, HELP = Face("Square"), Face("Help")
INK = Colour("ink", "000000")


@dataclass(frozen=True, slots=True)
class SquareShaper:
    """A Shaper whose glyphs are one em wide.

    The letters of a ligature share one glyph; `lacking` letters come from another face.
    """

    ligatures: tuple[str, ...] = ()
    lacking: str = ""

    def shape(self, text: str, face: Face) -> tuple[Glyphs, ...]:
        """Give one square for each character or ligature."""
        stretches = groupby(self._clusters(text), key=lambda cluster: cluster in self.lacking)
        return tuple(
            self._squares(tuple(some), HELP if help_ else face) for help_, some in stretches
        )

    def metrics(self, face: Face) -> FaceMetrics:  # noqa: ARG002 - all faces are alike
        """Give metrics that are easy to add up."""
        return FaceMetrics(ascent=0.8, descent=0.2, cap_height=0.7, x_height=0.5)

    def _squares(self, clusters: tuple[str, ...], face: Face) -> Glyphs:
        codes = tuple(ord(cluster[0]) for cluster in clusters)
        return Glyphs(face, codes, (1.0,) * len(clusters), clusters)

    def _clusters(self, text: str) -> Iterator[str]:
        while text:
            cluster = next((one for one in self.ligatures if text.startswith(one)), text[0])
            yield cluster
            text = text[len(cluster) :]


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A Hyphenator that knows some words by heart, as `but-ter-fly`."""

    entries: tuple[str, ...]

    def positions(self, word: str) -> tuple[int, ...]:
        """Give the places of the hyphens in the word's entry."""
        for entry in self.entries:
            if entry.replace("-", "") == word:
                parts = entry.split("-")
                return tuple(len("".join(parts[:count])) for count in range(1, len(parts)))
        return ()


def setting(*entries: str, ligatures: tuple[str, ...] = (), lacking: str = "") -> Setting:
    """Give a setting in squares whose hyphenator knows the entries."""
    hyphenator: Hyphenator | None = Dictionary(entries) if entries else None
    return Setting(SquareShaper(ligatures, lacking), SQUARE_FACE, hyphenator)


def galley(words: Sequence[Word], tied: Collection[int] = (), limits: Limits = Limits()) -> Galley:  # noqa: B008 - frozen
    """Give a paragraph whose blank and hyphen are squares."""
    return Galley(words, Blank(1.0, 1.0), tied, limits)


def total_fit(words: Sequence[Word], width: float, *, ragged: bool = True) -> tuple[Break, ...]:
    """Give the line ends that are best together."""
    return galley(words).total_fit(width, ragged=ragged)


def first_fit(words: Sequence[Word], width: float) -> tuple[Break, ...]:
    """Give the line ends of an office program."""
    return galley(words).first_fit(width)


def broken(text: str, width: float, *entries: str, ragged: bool = True) -> tuple[str, ...]:
    """Give the picture of a paragraph that total fit has broken."""
    words = words_of(text, setting(*entries))
    return picture(words, total_fit(words, width, ragged=ragged), width)


def filled(text: str, width: float) -> tuple[str, ...]:
    """Give the picture of a paragraph whose lines each take what fits."""
    words = words_of(text, setting())
    return picture(words, first_fit(words, width), width)


def picture(words: Sequence[Word], breaks: Sequence[Break], width: float) -> tuple[str, ...]:
    """Give a row for each line: its letters, blanks and empty ems as dots, added hyphens as `-`."""
    rows = [letters_of(runs).rstrip(" ") for runs in set_runs(words, breaks, width)]
    shown = str.maketrans({" ": ".", "\u00ad": "-"})
    return tuple(row.translate(shown).ljust(int(width), ".") for row in rows)


def set_runs(
    words: Sequence[Word], breaks: Sequence[Break], width: float, align: Align = "left"
) -> list[tuple[Run, ...]]:
    """Give the runs of a paragraph set at one point, so that ems are points."""
    ink = Ink(1.0, INK, "en", align)
    return set_paragraph(words, breaks, Column(0.0, width), ink, setting())


def letters_of(runs: Sequence[Run]) -> str:
    """Give what a line's glyphs stand for, an added hyphen as a soft one."""
    return "".join("".join(run.glyphs.clusters) for run in runs)


def width_of(runs: Sequence[Run]) -> float:
    """Give where a line's ink ends, without the blank that may follow it."""
    if not runs:
        return 0.0
    last = runs[-1]
    blank = last.glyphs.advances[-1] if last.glyphs.clusters[-1] == " " else 0.0
    return last.left + (last.glyphs.width - blank) * last.size


def divided(word: Word) -> str:
    """Give a word with `-` where a hyphen may be added and `|` where it may part without one."""
    marks: Mapping[int, str] = {one.letters: "-" if one.hyphen else "|" for one in word.divisions}
    return "".join(marks.get(place, "") + letter for place, letter in enumerate(word.text))
