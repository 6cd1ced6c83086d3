"""The structure tree: what each part of a page is, for whoever has the page read aloud.

ISO 32000-1, 14.7, as ISO 14289-1 (PDF/UA-1) asks for it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from printkit.export.page.objects import number, text_string
from printkit.export.page.structure import LEAVES, MARK, Structure
from printkit.model.tuples import maker

_GROUPS = {
    "document": "Document",
    "quotation": "BlockQuote",
    "credit": "Caption",
    "region": "Sect",
    "side": "Part",
    "list": "L",
}
_NUMBERINGS = {"○": "Circle", "◦": "Circle", "■": "Square", "▪": "Square"}


class Spot(NamedTuple):
    """A marked content: its page, and its number on it."""

    page: int
    content: int


_spot = maker(Spot)


class Place(NamedTuple):
    """A link's place (annotation): its page, and the number of its object."""

    page: int
    name: int


@dataclass(slots=True)
class Node:
    """An element of the tree in the file: in order, what it says, leads to, and holds.

    `entries` is what its dictionary holds besides its place in the tree; `name` is its number.
    """

    tag: str
    kids: "list[Node | Spot | Place]" = field(default_factory=list)
    entries: str = ""
    identity: str = ""
    name: int = 0


def objects_of(
    structure: Structure, first: int, pages: Sequence[int], places: Sequence[int]
) -> list[str]:
    """Give the tree's objects, numbered from `first`; pages and links' places have these numbers.

    The first is the tree's root, the second leads back from contents to elements (ParentTree).
    """
    growth = _Growth(structure, places)
    writing = _Writing(first + 2, pages)
    roots = [writing.write(root, first) for root in growth.nodes(0)]
    owners = [
        f"{page}[{_references(growth.owner(*part) for part in parts)}]"
        for page, parts in enumerate(structure.pages)
    ]
    led = (growth.owner(area.element) for area in structure.areas)
    owners += [f"{key} {node.name} 0 R" for key, node in enumerate(led, len(owners))]
    named = [f"({note.identity}){note.name} 0 R" for note in growth.notes]
    names = f"/IDTree<</Names[{''.join(named)}]>>" if named else ""
    root = (
        f"<</Type/StructTreeRoot/K[{_references(roots)}]/ParentTree {first + 1} 0 R"
        f"/ParentTreeNextKey {len(owners)}{names}>>"
    )
    return [
        root,
        f"<</Nums[{' '.join(owners)}]>>",
        *writing.objects,
    ]


def _references(nodes: Iterable[Node]) -> str:
    return " ".join([f"{node.name} 0 R" for node in nodes])


class _Growth:
    """Makes the nodes of a document's elements; an element without content is none."""

    def __init__(self, structure: Structure, places: Sequence[int]) -> None:
        self.notes: list[Node] = []
        self._structure = structure
        self._elements = structure.document.elements
        self._below: list[list[int]] = [[] for _ in self._elements]
        for number_, element in enumerate(self._elements[1:], 1):
            if element.role != "link":
                self._below[element.parent].append(number_)
        self._own: list[dict[int, Node]] = [{} for _ in self._elements]
        for page, first, parts in structure.stretches():
            for content, part in enumerate(parts, first):
                self.owner(*part).kids.append(_spot((page, content)))
        for area, name in zip(structure.areas, places, strict=True):
            self.owner(area.element).kids.append(Place(area.page, name))

    def owner(self, element: int, paragraph: int = 0) -> Node:
        """Give the node that holds a part's contents; a link's stands in the text around it."""
        own = self._own[element]
        if paragraph == MARK:
            return own.get(MARK) or own.setdefault(MARK, Node("Lbl"))
        leaf = LEAVES.get(self._elements[element].role)
        if leaf:
            return own.get(0) or self._leaf_in(element, paragraph, own.setdefault(0, Node(leaf)))
        return own.get(paragraph) or own.setdefault(paragraph, Node("P"))

    def _leaf_in(self, element: int, paragraph: int, node: Node) -> Node:
        """Give a leaf, which if it is a link goes on with what its paragraph says."""
        known = self._elements[element]
        if known.role == "link":
            self.owner(known.parent, paragraph).kids.append(node)
        return node

    def nodes(self, number_: int) -> list[Node]:
        """Give the nodes of an element, those of what belongs to it inside them or behind."""
        element = self._elements[number_]
        below: list[Node] = []
        for child in self._below[number_]:
            below += self.nodes(child)
        made = self._made(number_, element.role, below)
        if element.language and element.language != self._structure.language(element.parent):
            for node in made:
                node.entries += f"/Lang({element.language})"
        return made

    def _made(self, number_: int, role: str, below: list[Node]) -> list[Node]:
        own = self._own[number_]
        parts = list(own.values())
        if len(parts) > 1:
            parts = [own[paragraph] for paragraph in sorted(own)]
        if role in LEAVES:
            return self._leaf(number_, role, parts) + below
        if role == "request" and self._is_listed(number_):
            return [_item(parts, below)] if parts else below
        kids = parts + below
        if role not in _GROUPS or not kids or not self._is_group(number_, role, below):
            return kids
        return [Node(_GROUPS[role], [*kids], entries=self._numbering(number_))]

    def _is_group(self, number_: int, role: str, below: list[Node]) -> bool:
        """Say whether a list has items, and a credit the figure before it that it is to caption."""
        if role == "list":
            return any(node.tag == "LI" for node in below)
        return role != "credit" or bool(self._elements[number_ - 1].alternative)

    def _leaf(self, number_: int, role: str, parts: list[Node]) -> list[Node]:
        """Give what identifies a note, and what stands in for a picture."""
        for node in parts:
            if role == "footnote":
                node.identity = f"note-{len(self.notes) + 1:03}"
                node.entries = f"/ID({node.identity})"
                self.notes.append(node)
            if role == "figure":
                box = " ".join(map(number, self._structure.boxes[number_]))
                words = text_string(self._elements[number_].alternative)
                node.entries = f"/Alt{words}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        return parts

    def _is_listed(self, number_: int) -> bool:
        """Say whether a request is one of several, or has a mark."""
        parent = self._elements[number_].parent
        several = len(self._below[parent]) > 1 or MARK in self._own[number_]
        return several and self._elements[parent].role == "list"

    def _numbering(self, number_: int) -> str:
        """Give a list's attribute (ISO 32000-1, table 347); the standard knows three bullets."""
        marks = [self._structure.marks.get(child, "") for child in self._below[number_]]
        if self._elements[number_].role != "list" or not any(marks):
            return ""
        return f"/A<</O/List/ListNumbering/{_NUMBERINGS.get(marks[0].strip(), 'Disc')}>>"


def _item(parts: list[Node], below: list[Node]) -> Node:
    """Give a request of a list: its mark, and what it says."""
    body = Node("LBody", [*(node for node in parts if node.tag != "Lbl"), *below])
    return Node("LI", [*(node for node in parts if node.tag == "Lbl"), body])


class _Writing:
    """Writes nodes as objects, each before what belongs to it."""

    def __init__(self, first: int, pages: Sequence[int]) -> None:
        self.objects: list[str] = []
        self._first = first
        self._pages = pages

    def write(self, node: Node, parent: int) -> Node:
        """Write a node, numbered, that belongs to the object of the number `parent`."""
        place = len(self.objects)
        node.name = self._first + place
        self.objects.append("")
        page, kids = None, []
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(f"{self.write(kid, node.name).name} 0 R")
                continue
            if page is None:
                page = kid.page
            if isinstance(kid, Spot) and kid.page == page:
                kids.append(f"{kid.content}")
            else:
                kids.append(self._content(kid, page))
        shown = "" if page is None else f"/Pg {self._pages[page]} 0 R"
        listed = " ".join(kids)
        self.objects[place] = f"<</S/{node.tag}/P {parent} 0 R{node.entries}/K[{listed}]{shown}>>"
        return node

    def _content(self, kid: Spot | Place, page: int) -> str:
        """Give what an element lists of a page; only what is on another than its first names it."""
        elsewhere = "" if kid.page == page else f"/Pg {self._pages[kid.page]} 0 R"
        if isinstance(kid, Place):
            return f"<</Type/OBJR/Obj {kid.name} 0 R{elsewhere}>>"
        if elsewhere:
            return f"<</Type/MCR{elsewhere}/MCID {kid.content}>>"
        return f"{kid.content}"
