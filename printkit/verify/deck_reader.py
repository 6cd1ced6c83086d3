"""A deck's bytes become its slides' texts, as python-pptx reads them."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from printkit.errors import Problem, Refused

if TYPE_CHECKING:
    from pptx.presentation import Presentation


@dataclass(frozen=True, slots=True)
class SlideText:
    """What a slide says.

    `title` is the title placeholder's text, `body` the paragraphs of the first body placeholder
    (`p:ph` with the lowest `idx`), `notes` those of its notes, `others` those of all else.
    """

    title: str
    body: tuple[str, ...]
    others: tuple[str, ...]
    notes: tuple[str, ...]


def read_deck(data: bytes) -> tuple[SlideText, ...]:
    """Give the slides of a deck (`.pptx`); Refused where the bytes are none."""
    from pptx import Presentation  # noqa: PLC0415 - loaded only for reading back

    try:
        return _slides(Presentation(BytesIO(data)))
    except Exception as fault:  # a damaged part fails anywhere inside python-pptx and lxml
        problem = Problem("the deck cannot be read as a PowerPoint file", hint="build it again")
        raise Refused(problem) from fault


def _slides(deck: "Presentation") -> tuple[SlideText, ...]:
    return tuple(_slide(slide) for slide in deck.slides)


def _slide(slide: Any) -> SlideText:  # noqa: ANN401 - python-pptx has no types
    title = slide.shapes.title
    body = _body(slide)
    taken = {shape.shape_id for shape in (title, body) if shape is not None}
    others = (shape for shape in slide.shapes if shape.shape_id not in taken)
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return SlideText(
        title="" if title is None else str(title.text_frame.text),
        body=() if body is None else _paragraphs(body.text_frame),
        others=tuple(text for shape in others for text in _texts(shape)),
        notes=() if notes is None else _paragraphs(notes),
    )


def _body(slide: Any) -> Any:  # noqa: ANN401 - as above
    from pptx.enum.shapes import PP_PLACEHOLDER  # noqa: PLC0415 - as above

    kinds = {PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT}
    bodies = [one for one in slide.placeholders if one.placeholder_format.type in kinds]
    return min(bodies, key=lambda one: one.placeholder_format.idx, default=None)


def _texts(shape: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    """Give the texts of a shape that is neither title nor body: box, group or table."""
    if hasattr(shape, "shapes"):
        for inner in shape.shapes:
            yield from _texts(inner)
    elif getattr(shape, "has_table", False):
        for cell in shape.table.iter_cells():
            yield from _paragraphs(cell.text_frame)
    elif shape.has_text_frame:
        yield from _paragraphs(shape.text_frame)


def _paragraphs(frame: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    texts = (str(paragraph.text) for paragraph in frame.paragraphs)
    return tuple(text for text in texts if text.strip())
