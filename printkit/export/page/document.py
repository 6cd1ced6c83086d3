"""The PDF file of a document: what varies from edition to edition, behind what is constant.

It is PDF/UA-1 and PDF/A-2a: tagged, every font embedded, its colours defined.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from printkit.export.page.content import Resources, content_of
from printkit.export.page.images import image
from printkit.export.page.metadata import information, packet
from printkit.export.page.objects import (
    deflated,
    number,
    packed,
    rows_of_packed,
    rows_of_plain,
    stream,
    table,
)
from printkit.export.page.shelf import Constants, Shelf
from printkit.export.page.structure import Structure
from printkit.export.page.tree import objects_of
from printkit.model.font import FontProgram
from printkit.model.frame import Document, Frame, Text
from printkit.model.layout import Face
from printkit.model.picture import Pixels


@dataclass(frozen=True, slots=True)
class Supplies:
    """What a document's frames name: font programs by face, their shelf, and pictures by key."""

    program: Callable[[Face], FontProgram]
    streams: Callable[[tuple[FontProgram, ...]], Shelf]
    pictures: Mapping[str, Pixels]


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of an edition's objects, from `first` on; the first streams, then packed ones."""

    first: int
    pages: int
    images: int

    @property
    def picture(self) -> int:
        """The first picture, behind the pages' contents."""
        return self.first + self.pages

    @property
    def metadata(self) -> int:
        """The metadata stream, behind the pictures."""
        return self.picture + self.images

    @property
    def pack(self) -> int:
        """The object stream; catalog, information, pages, each page and the tree are in it."""
        return self.metadata + 1

    @property
    def catalog(self) -> int:
        """The first object that is packed."""
        return self.pack + 1

    @property
    def information(self) -> int:
        """The information dictionary."""
        return self.catalog + 1

    @property
    def tree(self) -> int:
        """The list of the pages (ISO 32000-1, 7.7.3)."""
        return self.catalog + 2

    @property
    def page(self) -> range:
        """The pages."""
        return range(self.tree + 1, self.tree + 1 + self.pages)

    @property
    def structure(self) -> int:
        """The structure tree's root, the last object whose number is known beforehand."""
        return self.tree + 1 + self.pages


def write_pdf(document: Document, supplies: Supplies) -> bytes:
    """Give the PDF of a document, a page for each frame; the same document gives the same bytes."""
    shelf = supplies.streams(_programs(document, supplies.program))
    resources, structure = Resources(shelf.fonts), Structure(document)
    contents = [content_of(frame, resources, structure) for frame in document.frames]
    constants = shelf.constants
    numbers = _Numbers(constants.count, len(contents), len(resources.images))
    plain = [
        stream(name, b"/Filter/FlateDecode", deflated(content))
        for name, content in enumerate(contents, numbers.first)
    ]
    pictures = [supplies.pictures[key] for key in resources.images]
    plain += [image(name, pixels) for name, pixels in enumerate(pictures, numbers.picture)]
    plain.append(stream(numbers.metadata, b"/Type/Metadata/Subtype/XML", packet(document)))
    packing = [
        _catalog(document, numbers, constants),
        information(document),
        _page_tree(numbers),
        *_pages(document, numbers, constants, resources),
        *objects_of(structure, numbers.structure, numbers.page),
    ]
    plain.append(packed(numbers.pack, [one.encode() for one in packing], numbers.catalog))
    return _file(constants, plain, numbers, len(packing))


def _programs(
    document: Document, program: Callable[[Face], FontProgram]
) -> tuple[FontProgram, ...]:
    """Give the programs of the document's faces in the order of their names."""
    faces = {
        id(run.glyphs.face): run.glyphs.face
        for frame in document.frames
        for item in frame.items
        if isinstance(item, Text)
        for line in item.lines
        for run in line.runs
    }
    return tuple(sorted(map(program, set(faces.values())), key=lambda one: one.name))


def _catalog(document: Document, numbers: _Numbers, constants: Constants) -> str:
    return (
        f"<</Type/Catalog/Pages {numbers.tree} 0 R/Lang({document.language})"
        f"/MarkInfo<</Marked true>>/StructTreeRoot {numbers.structure} 0 R"
        f"/Metadata {numbers.metadata} 0 R/OutputIntents[{constants.intent} 0 R]"
        "/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>>>"
    )


def _page_tree(numbers: _Numbers) -> str:
    pages = " ".join([f"{page} 0 R" for page in numbers.page])
    return f"<</Type/Pages/Kids[{pages}]/Count {numbers.pages}>>"


def _pages(
    document: Document, numbers: _Numbers, constants: Constants, resources: Resources
) -> Iterator[str]:
    names = enumerate(resources.images.values(), numbers.picture)
    named = [f"/{name} {place} 0 R" for place, name in names]
    pictures = f"/XObject<<{''.join(named)}>>" if named else ""
    for place, frame in enumerate(document.frames):
        yield (
            f"<</Type/Page/Parent {numbers.tree} 0 R{_boxes(frame)}"
            f"/Resources<</Font {constants.fonts} 0 R{pictures}>>"
            f"/Contents {numbers.first + place} 0 R/StructParents {place}/Tabs/S>>"
        )


def _boxes(frame: Frame) -> str:
    box = f"[0 0 {number(frame.width)} {number(frame.height)}]"
    return f"/MediaBox{box}/TrimBox{box}"


def _file(constants: Constants, plain: list[bytes], numbers: _Numbers, packing: int) -> bytes:
    """Give the whole file, whose name comes from what it holds (ISO 32000-1, 14.4)."""
    offsets, at = [], len(constants.body)
    for one in plain:
        offsets.append(at)
        at += len(one)
    varying = b"".join(plain)
    name = hashlib.sha256(constants.rows + varying).hexdigest()[:32]
    place = numbers.catalog + packing
    rows = constants.rows + rows_of_plain(offsets) + rows_of_packed(numbers.pack, packing)
    rows += rows_of_plain([at])
    roots = f"/Root {numbers.catalog} 0 R/Info {numbers.information} 0 R/ID[<{name}><{name}>]"
    written = table(place, rows, roots.encode())
    return b"%b%b%bstartxref\n%d\n%%%%EOF\n" % (constants.body, varying, written, at)
