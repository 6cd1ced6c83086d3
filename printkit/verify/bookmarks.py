"""A PDF's bookmarks: its document outline (ISO 32000-1, 12.3.3)."""

from collections.abc import Iterator
from typing import NamedTuple

from printkit.errors import Problem, Refused
from printkit.verify.pdf_file import PdfFile
from printkit.verify.syntax import Damaged, Reference, text_of


class Listed(NamedTuple):
    """A bookmark: its title, and the page that it leads to, from 0."""

    title: str
    page: int


def read_bookmarks(data: bytes) -> tuple[Listed, ...]:
    """Give the bookmarks of a PDF in their order; Refused where they cannot be read."""
    try:
        return tuple(_listed(PdfFile(data)))
    except Exception as fault:  # damage shows anywhere
        problem = Problem("the bookmarks cannot be read", hint="build it again")
        raise Refused(problem) from fault


def _listed(file: PdfFile) -> Iterator[Listed]:
    catalog = file.dictionary(file.trailer.get("Root"))
    pages = file.array(file.dictionary(catalog.get("Pages")).get("Kids"))
    outline = file.dictionary(catalog.get("Outlines"))
    at, seen = outline.get("First"), list[object]()
    while isinstance(at, Reference):
        if at in seen:
            raise Damaged("the bookmarks lead in a circle")
        seen.append(at)
        entries = file.dictionary(at)
        yield Listed(text_of(entries.get("Title")), pages.index(file.array(entries["Dest"])[0]))
        at = entries.get("Next")
