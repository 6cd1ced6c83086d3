"""The rival's deck: python-pptx's own template, its placeholders filled with ordinary calls."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt

FAMILY = "Arial"  # in the deck
WIDTH, HEIGHT = 960.0, 540.0
LEFT, MEASURE = 48.0, 864.0
Place = tuple[float, float]  # top and height in points
TITLE: Place = (38.0, 51.0)
BODY: Place = (100.0, 380.0)
COVER_TITLE: Place = (60.0, 190.0)
COVER_TEXT: Place = (260.0, 220.0)
LEADING = 1.15  # in ems


@dataclass(frozen=True, slots=True)
class Slide:
    """What a slide shows, at sizes in points, and what its notes say."""

    title: str
    title_size: float
    texts: list[str]
    size: float
    notes: str


def make_deck(title: str, slides: Iterable[Slide]) -> bytes:
    """Give the deck: a cover and one slide for each region, each with its notes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    deck.core_properties.title = title
    cover, *regions = slides
    _draw(deck, 0, cover, (COVER_TITLE, COVER_TEXT))
    for region in regions:
        _draw(deck, 1, region, (TITLE, BODY))
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


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
