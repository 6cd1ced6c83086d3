"""One edition in two languages: each on a page of its own, at one size, request beside request.

The pages are two sides of a sheet. What stands on the one in its order stands on the other in the
same order, so that a reader who turns the sheet over finds the place.
"""

from collections.abc import Callable
from dataclasses import replace

from printkit.model.edition import Edition, Overset
from printkit.model.frame import IN_FOOT, Document, Element, Fill, Frame, Image, Item, Text
from printkit.model.layout import Range
from printkit.typeset.insert import Insert

# Sets one side of the sheet.
Setter = Callable[[Edition], Insert | Overset]


def typeset_bilingual(
    editions: tuple[Edition, Edition], setters: tuple[Setter, Setter]
) -> tuple[Insert, Insert] | Overset:
    """Set two sides at the largest size that both reach, or say by how much one is overset."""
    sides = [setter(one) for one, setter in zip(editions, setters, strict=True)]
    while True:
        first, second = sides
        if isinstance(first, Overset):
            return first
        if isinstance(second, Overset):
            return second
        if first.size == second.size:
            return first, second
        # Tightened less, a side may not reach a size that it has passed: then both go below that.
        size = min(first.size, second.size)
        sides = [
            setter(no_larger(one, size)) for one, setter in zip(editions, setters, strict=True)
        ]


def no_larger(edition: Edition, size: float) -> Edition:
    """Give an edition that is set at no more than a size in points."""
    page = edition.layout.page
    body = Range(page.body.smallest, size)
    page = replace(page, body=body, comfortable=min(page.comfortable, size))
    return replace(edition, layout=replace(edition.layout, page=page))


def bound(first: Document, second: Document) -> Document:
    """Give one document of two: the second's elements follow the first's, in their own language."""
    before = len(first.elements) - 1
    moved = tuple(_told(one, before, second.language) for one in second.elements[1:])
    frames = tuple(_moved(frame, before) for frame in second.frames)
    return replace(first, frames=(*first.frames, *frames), elements=(*first.elements, *moved))


def _told(element: Element, before: int, language: str) -> Element:
    """Give an element behind others; those at the top of the tree say their language."""
    if element.parent:
        return element._replace(parent=element.parent + before)
    return element._replace(language=element.language or language)


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
