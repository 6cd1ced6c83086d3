"""The insert: an edition's page as a frame, or by how much it is overset."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeGuard

from printkit.model.edition import Edition, Overset
from printkit.model.frame import Document, Frame, Item, Link
from printkit.model.layout import PageShape
from printkit.typeset.blocks import Block, Plate, in_two_lines, with_whole_words
from printkit.typeset.columns import Copy, Fit, Room
from printkit.typeset.copyfit import copyfit
from printkit.typeset.furniture import Furniture, furnish
from printkit.typeset.links import with_links
from printkit.typeset.placing import place_columns, text_height
from printkit.typeset.ruling import above_foot, ruled_lines
from printkit.typeset.spare import Spare, page_spare
from printkit.typeset.story import Story, Tools, tell
from printkit.typeset.words import printed


@dataclass(frozen=True, slots=True)
class Insert:
    """A finished page, or the faces of a piece, with what the report says of it.

    `size` is the body size in points and `leading` its leading in ems, `full` how much of the
    columns' height is filled at the natural spacing (0 to 1), `rung` the ladder's step that was
    used. `spare` says how many words the regions could have more, where they were counted.
    """

    document: Document
    size: float
    leading: float
    full: float
    rung: str
    spare: tuple[Spare, ...] = ()


def typeset_insert(edition: Edition, tools: Tools, *, counted: bool = False) -> Insert | Overset:
    """Set the page as large as its paper allows; `counted` asks for the words to spare, too."""
    page = edition.layout.page
    shape = page.shape_for(edition.paper)
    story = page_story(edition, tools, shape)
    furniture = furnish(story, edition, shape)
    room = Room(
        furniture.width, shape.gutter, shape.columns, page.spacing, furniture.columns_heights
    )
    banner = story.banner >= 0
    fit = copyfit(story.regions, room, page, banner=banner)
    if not fit.fits:
        from printkit.typeset.overset import overset_by  # noqa: PLC0415 - seldom needed

        return overset_by(fit, story.regions, room, edition)
    items, links = with_links(_items(fit, furniture, room), story.structure)
    document = document_of(edition, story, [(items, links)])
    spare = page_spare(Copy(story.regions, room), fit, edition, banner=banner) if counted else ()
    return Insert(document, fit.setup.body, fit.setup.leading, fit.full, fit.rung.name, spare)


def document_of(
    edition: Edition, story: Story, pages: Iterable[tuple[tuple[Item, ...], tuple[Link, ...]]]
) -> Document:
    """Give a document of pages of the edition's paper, each of its items and links."""
    width, height = edition.paper.width, edition.paper.height
    frames = tuple([Frame(width, height, items, "insert", links=links) for items, links in pages])
    title, elements = printed(str(edition.words.title)), tuple(story.structure.elements)
    return Document(title, edition.words.language, frames, elements)


def page_story(edition: Edition, tools: Tools, shape: PageShape) -> Story:
    """Give the story with title, scripture and names no larger than their widest words allow."""
    story = tell(edition, tools)
    across = edition.paper.width - 2 * shape.margins.sides
    largest = edition.layout.page.body.largest
    headings = [block for block in story.regions if _is_heading(block)]
    columns = shape.columns[0]
    measure = (across - (columns - 1) * shape.gutter) / columns
    capped = iter(with_whole_words(headings, measure, largest))
    return replace(
        story,
        title=in_two_lines(with_whole_words(story.title, across, largest), across),
        quotation=with_whole_words(story.quotation, across, largest),
        regions=tuple(next(capped) if _is_heading(block) else block for block in story.regions),
    )


def _is_heading(block: Block | Plate) -> TypeGuard[Block]:
    return isinstance(block, Block) and block.role == "heading"


def _items(fit: Fit, furniture: Furniture, room: Room) -> list[Item]:
    """Give the page's items in reading order: head, columns, foot."""
    head = furniture.head(fit.setup.body, fit.rung.banner)
    foot = furniture.foot(fit.setup.body)
    top = furniture.top + head.height
    (panel,) = fit.panels
    columns = place_columns(fit, panel, furniture, room, top)
    rules = ruled_lines(furniture, top + text_height(fit, panel), above_foot(foot))
    return [*head.items, *columns, *rules, *foot.items]
