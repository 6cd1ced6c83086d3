"""A PDF's tag tree, its marked contents and its parent tree (ISO 32000-1, 14.7)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from printkit.errors import Problem, Refused
from printkit.verify.marked import Content, contents_of
from printkit.verify.pdf_file import PdfFile
from printkit.verify.syntax import Damaged, Reference, text_of

# A page, and a marked content's number on it.
Spot = tuple[int, int]
LINK = "Link"
_AGAIN = "build it again"


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a page (annotation, 12.5): its kind, where it leads, and the words for it.

    `owner` is the number of the element that the parent tree leads back to, None for nothing.
    """

    kind: str
    address: str
    words: str
    owner: int | None


@dataclass(slots=True)
class Tag:
    """An element of the tree: what it is, and what it says.

    `name` is the number of its object, `above` the number of the object that it says it belongs
    to; `spots` are its own marked contents, whose text is `text`, with that of links among them.
    `places` are the numbers of the annotations that are a part of it.
    """

    role: str
    name: int
    above: int
    alternative: str = ""
    language: str = ""
    text: str = ""
    spots: list[Spot] = field(default_factory=list)
    kids: list["Tag"] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    @property
    def parts(self) -> list["Tag"]:
        """What stands in it besides its own text, of which links are a part."""
        return [kid for kid in self.kids if kid.role != LINK]

    def every(self) -> Iterator["Tag"]:
        """Give it and all in it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.every()


@dataclass(frozen=True, slots=True)
class Tagged:
    """What a file says of itself: its tags under the root, what its pages draw, and who owns it.

    `root` is the number of the tree's root; `owners` is the parent tree: the number of the element
    that a page's marked content is said to belong to, None where it leads nowhere. `places` are the
    pages' annotations by the numbers of their objects. `language` is the document's own, of which
    all is that does not say another.
    """

    root: int
    tags: tuple[Tag, ...]
    pages: tuple[tuple[Content, ...], ...]
    owners: dict[Spot, int | None]
    places: dict[int, Place]
    language: str = ""

    def every(self) -> Iterator[Tag]:
        """Give all tags in reading order."""
        for tag in self.tags:
            yield from tag.every()


def read_tags(data: bytes) -> Tagged:
    """Give the tag tree of a PDF; Refused where there is none, or where it cannot be read."""
    try:
        return _Tree(PdfFile(data)).tagged()
    except Refused:
        raise
    except Exception as fault:  # damage shows anywhere: in numbers, names, packing or nesting
        reason = f": {fault}" if isinstance(fault, Damaged) else ""
        raise Refused(
            Problem(f"the page's tag tree cannot be read{reason}", hint=_AGAIN)
        ) from fault


class _Tree:
    """Reads the tree of a file from its catalog on."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        catalog = file.dictionary(file.trailer.get("Root"))
        self._root = catalog.get("StructTreeRoot")
        self._language = text_of(file.get(catalog.get("Lang")))
        marked = file.dictionary(catalog.get("MarkInfo")).get("Marked")
        if not isinstance(self._root, Reference) or marked is not True:
            raise Refused(Problem("the page has no tag tree", hint=_AGAIN))
        self._entries = file.dictionary(self._root)
        self._roles = file.dictionary(self._entries.get("RoleMap"))
        self._pages = list(self._leaves(catalog.get("Pages"), set()))
        self._contents = [contents_of(file, file.dictionary(page)) for page in self._pages]
        self._seen: set[int] = set()

    def tagged(self) -> Tagged:
        root = self._root.number if isinstance(self._root, Reference) else 0
        kids = self._file.array(self._entries.get("K"))
        tags = tuple(self._tag(kid) for kid in kids if isinstance(kid, Reference))
        rows = dict(self._rows(self._entries.get("ParentTree")))
        owners, places = dict(self._owners(rows)), dict(self._places(rows))
        return Tagged(root, tags, tuple(self._contents), owners, places, self._language)

    def _leaves(self, node: object, seen: set[object]) -> Iterator[Reference]:
        """Give the pages below a node of their tree (7.7.3)."""
        if not isinstance(node, Reference) or node in seen:
            raise Damaged("the list of pages is broken")
        seen.add(node)
        entries = self._file.dictionary(node)
        if entries.get("Type") == "Page":
            yield node
        for kid in self._file.array(entries.get("Kids")):
            yield from self._leaves(kid, seen)

    def _tag(self, reference: Reference) -> Tag:
        if reference.number in self._seen:
            raise Damaged("an element stands in the tree twice")
        self._seen.add(reference.number)
        entries = self._file.dictionary(reference)
        above, role = entries.get("P"), str(entries.get("S"))
        tag = Tag(
            str(self._roles.get(role, role)),
            reference.number,
            above.number if isinstance(above, Reference) else -1,
            text_of(self._file.get(entries.get("Alt"))),
            text_of(self._file.get(entries.get("Lang"))),
        )
        for kid in self._file.array(entries.get("K")):
            self._grow(tag, kid, entries.get("Pg"))
        return tag

    def _grow(self, tag: Tag, kid: object, page: object) -> None:
        """Add a kid (14.7.2): an element, an annotation, or the number of a marked content."""
        found = self._file.get(kid)
        if isinstance(found, dict) and found.get("Type") == "OBJR":
            tag.places.append(_number(found.get("Obj")))
            return
        if isinstance(found, dict) and found.get("Type") == "MCR":
            page, found = found.get("Pg", page), found.get("MCID")
        if isinstance(found, int):
            if page not in self._pages:
                raise Damaged("an element's content is on no page")
            spot = (self._pages.index(Reference(_number(page))), found)
            tag.spots.append(spot)
            tag.text += self._text(spot)
        elif isinstance(kid, Reference):
            tag.kids.append(self._tag(kid))
            tag.text += tag.kids[-1].text if tag.kids[-1].role == LINK else ""

    def _text(self, spot: Spot) -> str:
        page, number = spot
        return "".join(one.text for one in self._contents[page] if one.number == number)

    def _owners(self, rows: dict[object, object]) -> Iterator[tuple[Spot, int | None]]:
        for page, reference in enumerate(self._pages):
            key = self._file.dictionary(reference).get("StructParents")
            for number, owner in enumerate(self._file.array(rows.get(key))):
                yield (page, number), owner.number if isinstance(owner, Reference) else None

    def _places(self, rows: dict[object, object]) -> Iterator[tuple[int, Place]]:
        for page in self._pages:
            for reference in self._file.array(self._file.dictionary(page).get("Annots")):
                entries = self._file.dictionary(reference)
                action = self._file.dictionary(entries.get("A"))
                address = text_of(action.get("URI")) if action.get("S") == "URI" else ""
                owner = rows.get(entries.get("StructParent"))
                yield (
                    _number(reference),
                    Place(
                        str(entries.get("Subtype")),
                        address,
                        text_of(entries.get("Contents")),
                        owner.number if isinstance(owner, Reference) else None,
                    ),
                )

    def _rows(self, node: object) -> Iterator[tuple[object, object]]:
        """Give the rows of a number tree (7.9.7)."""
        entries = self._file.dictionary(node)
        numbers = self._file.array(entries.get("Nums"))
        yield from zip(numbers[::2], numbers[1::2], strict=True)
        for kid in self._file.array(entries.get("Kids")):
            yield from self._rows(kid)


def _number(value: object) -> int:
    return value.number if isinstance(value, Reference) else -1
