"""Slides: a frame's items become a slide part, each item one shape, in the frame's order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from printkit.export.deck.markup import DECLARATION, NAMESPACES
from printkit.export.deck.paragraphs import paragraph, slot_of
from printkit.export.deck.placeholders import (
    DECORATION,
    FREE_PICTURE,
    PLACEHOLDERS,
    TEXT_BOX,
    Placeholder,
)
from printkit.export.deck.shapes import GROUP, fill_shape, picture_shape, text_shape
from printkit.model.frame import Element, Fill, Frame, Image, Item, Text


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a slide's items refer to.

    `elements` is the document's structure, `slots` the theme colour by the layout's colour names,
    `relations` the slide's relationship identifier by picture key.
    """

    elements: tuple[Element, ...]
    slots: Mapping[str, str]
    relations: Mapping[str, str]


def slide(frame: Frame, surroundings: Surroundings) -> str:
    """Give the slide part (`p:sld`) of a frame named in PLACEHOLDERS."""
    placed = _placed(frame, surroundings.elements)
    shapes = "".join(
        _shape(number, item, placeholder, surroundings)
        for number, (item, placeholder) in enumerate(placed, 2)
    )
    return (
        f"{DECLARATION}<p:sld {NAMESPACES}><p:cSld><p:spTree>{GROUP}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def picture_keys(frame: Frame) -> tuple[str, ...]:
    """Give the keys of the frame's pictures, each once, in the frame's order."""
    return tuple(dict.fromkeys(item.key for item in frame.items if isinstance(item, Image)))


def _placed(frame: Frame, elements: tuple[Element, ...]) -> Iterator[tuple[Item, Placeholder]]:
    """Give each item its placeholder; a placeholder taken before leaves a box of its own.

    A text without paragraphs leaves no shape: an empty placeholder would show its prompt.
    """
    counts: dict[str, int] = {}
    for item in frame.items:
        if isinstance(item, Text) and not item.paragraphs:
            continue
        placeholder = _placeholder(frame, item, elements)
        count = counts[placeholder.name] = counts.get(placeholder.name, 0) + 1
        if count > 1:
            placeholder = replace(placeholder, name=f"{placeholder.name} {count}", kind="")
        yield item, placeholder


def _placeholder(frame: Frame, item: Item, elements: tuple[Element, ...]) -> Placeholder:
    match item:
        case Text():
            return PLACEHOLDERS[frame.name].get(elements[item.element].role, TEXT_BOX)
        case Image():
            return PLACEHOLDERS[frame.name].get(elements[item.element].role, FREE_PICTURE)
        case Fill():
            return DECORATION


def _shape(number: int, item: Item, placeholder: Placeholder, surroundings: Surroundings) -> str:
    match item:
        case Text():
            return _text(number, item, placeholder, surroundings.slots)
        case Fill():
            slot = slot_of(item.colour.name, surroundings.slots)
            return fill_shape(number, placeholder.name, item.box, slot)
        case Image():
            relation = surroundings.relations[item.key]
            alternative = surroundings.elements[item.element].alternative
            return picture_shape(number, placeholder, item.box, relation, alternative)


def _text(number: int, item: Text, placeholder: Placeholder, slots: Mapping[str, str]) -> str:
    body = "".join(paragraph(source, slots, placeholder.field) for source in item.paragraphs)
    return text_shape(number, placeholder, item.box, f"<a:lstStyle/>{body}", sunk=item.sunk)
