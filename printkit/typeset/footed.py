"""Many pages with feet become a document: the imprint is told once, on the last of them."""

from collections.abc import Sequence

from printkit.model.edition import Edition
from printkit.model.frame import Document, Frame, Item, Link
from printkit.typeset.blocks import Structure
from printkit.typeset.links import linked_pages, with_links
from printkit.typeset.pagefoot import Foot
from printkit.typeset.words import printed


def footed_document(
    edition: Edition, pages: Sequence[Sequence[Item]], foot: Foot, structure: Structure, name: str
) -> Document:
    """Give the pages with their feet and links; an address may go on on the next page."""
    width, height = edition.paper.width, edition.paper.height
    linked = linked_pages(pages, structure, height)
    frames, led = [], tuple[Link, ...]()
    for number, (items, links) in enumerate(linked, 1):
        own = tuple(foot.items(number, told=number == len(pages)))
        if number == len(pages):
            own, led = with_links(own, structure)
        frames.append(Frame(width, height, (*items, *own), name, links=(*links, *led)))
    title, elements = printed(str(edition.words.title)), tuple(structure.elements)
    return Document(title, edition.words.language, tuple(frames), elements)
