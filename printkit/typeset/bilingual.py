"""One edition in two languages: each on a page of its own, at one size, request beside request.

The pages are two sides of a sheet. What stands on the one in its order stands on the other in the
same order, so that a reader who turns the sheet over finds the place.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from printkit.model.edition import Edition, Overset
from printkit.model.frame import IN_FOOT, Document, Element, Fill, Frame, Image, Item, Text
from printkit.model.layout import Range
from printkit.typeset.insert import Insert

# Sets one side of the sheet.
Setter = Callable[[Edition], Insert | Overset]


@dataclass(frozen=True, slots=True)
class OversetSide:
    """By how much a side is overset; the front is side 0."""

    side: int
    over: Overset


def typeset_bilingual(
    editions: tuple[Edition, Edition], setters: tuple[Setter, Setter]
) -> tuple[Insert, Insert] | OversetSide:
    """Set two sides at the largest size that both reach, or say by how much one is overset."""
    sides = [setter(one) for one, setter in zip(editions, setters, strict=True)]
    while True:
        first, second = sides
        if isinstance(first, Overset):
            return OversetSide(0, first)
        if isinstance(second, Overset):
            return OversetSide(1, second)
        if first.size == second.size:
            return first, second
        # Tightened less, a side may not reach a size that it has passed: then both go below that.
        size = min(first.size, second.size)
        sides = [_lowered(one, setter, size) for one, setter in zip(editions, setters, strict=True)]


def _lowered(edition: Edition, setter: Setter, size: float) -> Insert | Overset:
    """Set a side at no more than a size: below the comfortable one, that is what has given way."""
    made = setter(no_larger(edition, size))
    if isinstance(made, Insert) and made.size < edition.layout.page.comfortable:
        return replace(made, rung="size")
    return made


def no_larger(edition: Edition, size: float) -> Edition:
    """Give an edition that is set at no more than a size in points."""
    page = edition.layout.page
    body = Range(page.body.smallest, size)
    page = replace(page, body=body, comfortable=min(page.comfortable, size))
    return replace(edition, layout=replace(edition.layout, page=page))


def bound(first: Document, second: Document) -> Document:
    """Give one document of two, each in a part of its own that says its language."""
    sides, elements = (first, second), [first.elements[0]]
    frames: list[Frame] = []
    for side in sides:
        top = len(elements)
        # What was at the top of its tree is below its part.
        elements.append(Element("side", 0, side.language))
        elements += [one._replace(parent=one.parent + top) for one in side.elements[1:]]
        frames += [_moved(frame, top) for frame in side.frames]
    return replace(first, frames=tuple(frames), elements=tuple(elements))


def _moved(frame: Frame, before: int) -> Frame:
    items = tuple(_item(item, before) for item in frame.items)
    links = tuple(replace(link, element=link.element + before) for link in frame.links)
    return replace(frame, items=items, links=links)


def _item(item: Item, before: int) -> Item:
    match item:
        case Fill():
            return item
        case Image():
            return item._replace(element=item.element + before)
        case Text():
            return _text(item, before)


def _text(text: Text, before: int) -> Text:
    """Give a text whose element, and those of the links in it, come after others."""
    lines = tuple(
        line._replace(
            runs=tuple(
                run._replace(link=run.link + before) if run.link else run for run in line.runs
            )
        )
        for line in text.lines
    )
    element = text.element if text.element == IN_FOOT else text.element + before
    return text._replace(element=element, lines=lines)
