"""What a deck's slides say, line by line, without what only furnishes them."""

from collections.abc import Iterator
from dataclasses import dataclass

from printkit.model.frame import Document, Element, Frame, Paragraph, Text

_LAST = "last"
_LEFT_OUT = frozenset(("footer", "number"))
# Places to break are the program's own business; some programs show them as signs.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))
_NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class SlideWords:
    """One slide's title, the lines below it and the lines of its notes; no line is blank."""

    title: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]


def slides_of(document: Document) -> tuple[SlideWords, ...]:
    """Give what each slide shows and what its notes say, without imprint and slide number.

    A plain last slide says nothing but the imprint, so it is left out.
    """
    frames = (frame for frame in document.frames if frame.name != _LAST)
    return tuple(_slide(frame, document.elements) for frame in frames)


def _slide(frame: Frame, elements: tuple[Element, ...]) -> SlideWords:
    title: list[str] = []
    lines: list[str] = []
    for item in frame.items:
        if isinstance(item, Text) and elements[item.element].role not in _LEFT_OUT:
            part = title if elements[item.element].role == "title" else lines
            part.extend(line for source in item.paragraphs for line in _marked(source))
    notes = tuple(line for note in frame.notes for line in _lines(note))
    return SlideWords(" ".join(title), tuple(lines), notes)


def _marked(source: Paragraph) -> Iterator[str]:
    """Give a paragraph's lines, the first after its mark, from which it never parts."""
    lead = f"{source.mark}{_NO_BREAK_SPACE}" if source.mark else ""
    for line in _lines(source.text):
        yield f"{lead}{line}"
        lead = ""


def _lines(text: str) -> Iterator[str]:
    for line in text.translate(_UNSEEN).splitlines():
        if line.strip():
            yield line.strip(" \t")
