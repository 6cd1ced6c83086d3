"""The rival's deck: python-pptx's own template, its placeholders filled with ordinary calls."""

import re
from collections.abc import Sequence
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
_TITLE = (38.0, 51.0)  # top and height in points
_BODY = (100.0, 380.0)
_COVER_TITLE, _COVER_TEXT = (60.0, 190.0), (260.0, 220.0)
_LEADING, _SPACE, _SLACK = 1.15, 0.4, 0.95
_SPREAD = 6.0
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_CUE = "Pause. Pray. Next slide."

# Word widths in ems, a list for each paragraph.
Widths = list[list[float]]


def make_deck(bulletin: dict[str, Any]) -> bytes:
    """Give the deck: a cover and one slide for each region, each with its notes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    deck.core_properties.title = bulletin["title"]
    _cover(deck, bulletin)
    regions = bulletin["regions"]
    widest = max(_word(region["name"]) for region in regions)
    title = max(32.0, min(44.0, MEASURE * _SLACK / widest // 0.5 * 0.5))
    shown = [_shown(region) for region in regions]
    smallest = min(size for _, size in shown)
    for region, (texts, size) in zip(regions, shown, strict=True):
        _region(deck, region, texts, (title, min(size, smallest + _SPREAD)))
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def _cover(deck: Any, bulletin: dict[str, Any]) -> None:  # noqa: ANN401 - python-pptx has no types
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    texts = [week_of(bulletin["date"]), *quoted(bulletin["scripture"])]
    title_size = _largest([_widths(bulletin["title"])], (36, 66), _COVER_TITLE[1]) or 36.0
    size = _largest([_widths(text) for text in texts], (20, 40), _COVER_TEXT[1]) or 20.0
    _fill(slide.shapes.title, _COVER_TITLE, [bulletin["title"]], title_size)
    _fill(slide.placeholders[1], _COVER_TEXT, texts, size)
    slide.notes_slide.notes_text_frame.text = "\n".join([bulletin["title"], *texts])


def _region(
    deck: Any,  # noqa: ANN401 - python-pptx has no types
    region: dict[str, Any],
    texts: Sequence[str],
    sizes: tuple[float, float],
) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    _fill(slide.shapes.title, _TITLE, [region["name"]], sizes[0])
    _fill(slide.placeholders[1], _BODY, texts, sizes[1])
    said = [region["name"], *_texts(region)]
    seconds = max(10, round(sum(len(text.split()) for text in said) * 60 / 130, -1))
    notes = [*said, _CUE, f"Reading time: about {seconds} seconds"]
    slide.notes_slide.notes_text_frame.text = "\n".join(notes)


def _fill(
    shape: Any,  # noqa: ANN401 - python-pptx has no types
    place: tuple[float, float],
    texts: Sequence[str],
    size: float,
) -> None:
    """Place a placeholder and set its paragraphs at an explicit size."""
    shape.left, shape.top, shape.width, shape.height = map(Pt, (LEFT, place[0], MEASURE, place[1]))
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    for number, text in enumerate(texts):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.line_spacing = Pt(size * _LEADING)
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
        size = _largest([_widths(text) for text in texts], (28, 48), _BODY[1])
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
        if size * (lines * _LEADING + _SPACE * (len(texts) - 1)) <= height:
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
