"""The rival's deck: python-pptx's own template, its placeholders filled with ordinary calls."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt
from reportlab.pdfbase.pdfmetrics import stringWidth
from sheets import quoted, requests_of, week_of

FAMILY = "Arial"  # in the deck; its widths are Arimo's
REGULAR = "Arimo-Regular"
WIDTH, HEIGHT = 960.0, 540.0
LEFT, MEASURE = 48.0, 864.0
Place = tuple[float, float]  # top and height in points
TITLE: Place = (38.0, 51.0)
BODY: Place = (100.0, 380.0)
COVER_TITLE: Place = (60.0, 190.0)
COVER_TEXT: Place = (260.0, 220.0)
LEADING = 1.15  # in ems
_SPACE, _SLACK = 0.4, 0.95
_SPREAD = 6.0
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_CUE = "Pause. Pray. Next slide."

# Word widths in ems, a list for each paragraph.
Widths = list[list[float]]


@dataclass(frozen=True, slots=True)
class Slide:
    """What a slide shows, at sizes in points, and what its notes say."""

    title: str
    title_size: float
    texts: list[str]
    size: float
    notes: str


def make_deck(bulletin: dict[str, Any]) -> bytes:
    """Give the deck: a cover and one slide for each region, each with its notes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    deck.core_properties.title = bulletin["title"]
    cover, *regions = planned(bulletin)
    _draw(deck, 0, cover, (COVER_TITLE, COVER_TEXT))
    for region in regions:
        _draw(deck, 1, region, (TITLE, BODY))
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


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


def _draw(
    deck: Any,  # noqa: ANN401 - python-pptx has no types
    layout: int,
    planned: Slide,
    places: tuple[Place, Place],
) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    _fill(slide.shapes.title, places[0], [planned.title], planned.title_size)
    _fill(slide.placeholders[1], places[1], planned.texts, planned.size)
    slide.notes_slide.notes_text_frame.text = planned.notes


def _fill(
    shape: Any,  # noqa: ANN401 - python-pptx has no types
    place: Place,
    texts: Sequence[str],
    size: float,
) -> None:
    """Place a placeholder and set its paragraphs at an explicit size."""
    shape.left, shape.top, shape.width, shape.height = map(Pt, (LEFT, place[0], MEASURE, place[1]))
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    for number, text in enumerate(texts):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.line_spacing = Pt(size * LEADING)
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.name = Pt(size), FAMILY


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
