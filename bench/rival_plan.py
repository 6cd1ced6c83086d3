"""The rival's slides as they are planned: what each shows, at the sizes that fit.

Widths are reportlab's, of Arimo, which is as wide as the Arial that the decks name.
"""

import re
from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from rival_deck import BODY, COVER_TEXT, COVER_TITLE, LEADING, MEASURE, Slide
from sheets import quoted, requests_of, week_of

REGULAR = "Arimo-Regular"
_SPACE, _SLACK = 0.4, 0.95
_SPREAD = 6.0
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_CUE = "Pause. Pray. Next slide."

# Word widths in ems, a list for each paragraph.
Widths = list[list[float]]


def planned(bulletin: dict[str, Any]) -> Iterator[Slide]:
    """Give the slides, the cover first, with the sizes that fit."""
    yield _cover(bulletin)
    regions = bulletin["regions"]
    widest = max(_word(region["name"]) for region in regions)
    title = max(32.0, min(44.0, MEASURE * _SLACK / widest // 0.5 * 0.5))
    shown = [_shown(region) for region in regions]
    smallest = min(size for _, size in shown)
    for region, (texts, size) in zip(regions, shown, strict=True):
        notes = _notes(region)
        yield Slide(region["name"], title, texts, min(size, smallest + _SPREAD), notes)


def _cover(bulletin: dict[str, Any]) -> Slide:
    title, texts = bulletin["title"], [week_of(bulletin["date"]), *quoted(bulletin["scripture"])]
    title_size = _largest([_widths(title)], (36, 66), COVER_TITLE[1]) or 36.0
    size = _largest([_widths(text) for text in texts], (20, 40), COVER_TEXT[1]) or 20.0
    return Slide(title, title_size, texts, size, "\n".join([title, *texts]))


def _notes(region: dict[str, Any]) -> str:
    said = [region["name"], *_texts(region)]
    seconds = max(10, round(sum(len(text.split()) for text in said) * 60 / 130, -1))
    return "\n".join([*said, _CUE, f"Reading time: about {seconds} seconds"])


def _texts(region: dict[str, Any]) -> list[str]:
    requests = requests_of(region)
    return [region["intro"], *requests] if "intro" in region else requests


def _shown(region: dict[str, Any]) -> tuple[list[str], float]:
    """Give the slide's texts and size: whole, else without the last sentences that do not fit."""
    texts = _texts(region)
    while True:
        size = _largest([_widths(text) for text in texts], (28, 48), BODY[1])
        if size:
            return texts, size
        longest = max(range(len(texts)), key=lambda number: len(texts[number]))
        kept = _SENTENCE.split(texts[longest])[:-1]
        if not kept:
            raise ValueError("the slide is overset")
        texts[longest] = " ".join(kept)


def _widths(text: str) -> list[float]:
    return [_word(word) for word in text.split()]


def _word(word: str) -> float:
    return float(stringWidth(word, REGULAR, 1))


def _largest(texts: Widths, sizes: tuple[int, int], height: float) -> float | None:
    """Give the largest size in half points at which the paragraphs fit, None where none does."""
    low, high = sizes[0] * 2, sizes[1] * 2
    best: float | None = None
    blank = _word(" ")
    while low <= high:
        size = (low + high) / 4 // 0.5 * 0.5
        lines = sum(_lines(words, MEASURE * _SLACK / size, blank) for words in texts)
        if size * (lines * LEADING + _SPACE * (len(texts) - 1)) <= height:
            best, low = size, round(size * 2) + 1
        else:
            high = round(size * 2) - 1
    return best


def _lines(words: list[float], measure: float, blank: float) -> int:
    """Count the lines of a paragraph: each takes the words that fit."""
    lines, reached = 1, -blank
    for width in words:
        reached += blank + width
        if reached > measure:
            lines, reached = lines + 1, width
    return lines
