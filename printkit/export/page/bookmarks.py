"""The list of names beside the pages: the document outline (ISO 32000-1, 12.3.3)."""

from collections.abc import Iterator, Sequence

from printkit.export.page.objects import number, text_string
from printkit.model.frame import Document


def count_of(document: Document) -> int:
    """Give how many objects a document's outline takes: its root, and one for each name."""
    return len(document.bookmarks) + 1 if document.bookmarks else 0


def outline_of(document: Document, first: int, pages: Sequence[int]) -> Iterator[str]:
    """Give the outline's objects, numbered from `first`; the pages are objects of these numbers."""
    count = len(document.bookmarks)
    if not count:
        return
    last = first + count
    yield f"<</Type/Outlines/First {first + 1} 0 R/Last {last} 0 R/Count {count}>>"
    for name, bookmark in enumerate(document.bookmarks, first + 1):
        before = f"/Prev {name - 1} 0 R" if name > first + 1 else ""
        after = f"/Next {name + 1} 0 R" if name < last else ""
        top = number(document.frames[bookmark.frame].height - bookmark.top)
        yield (
            f"<</Title{text_string(bookmark.title)}/Parent {first} 0 R{before}{after}"
            f"/Dest[{pages[bookmark.frame]} 0 R/XYZ null {top} null]>>"
        )
