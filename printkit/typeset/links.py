"""Addresses in set lines become links: their glyphs are runs of their own, with a place each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from printkit.model.addresses import Address, addresses_in
from printkit.model.frame import Box, Element, Glyphs, Item, Line, Link, Run, Text
from printkit.typeset.blocks import Structure
from printkit.typeset.composing import moved
from printkit.typeset.words import SOFT_HYPHEN

# How far a line's glyphs stand above and below its baseline, in ems.
_ABOVE, _BELOW = 0.8, 0.25


def with_links(
    items: Iterable[Item], structure: Structure
) -> tuple[tuple[Item, ...], tuple[Link, ...]]:
    """Give the items with their addresses as links, elements of the structure, and their places.

    An element's paragraph may go on in the next column, as another item.
    """
    placed, places = tuple(items), list[Link]()
    if not structure.addressed:
        return placed, ()
    done: list[Item] = []
    for element, group in groupby(placed, key=_element):
        if element in structure.addressed:
            texts = [item for item in group if isinstance(item, Text)]
            done += _Linking(element, structure, places).texts(texts)
        else:
            done += group
    return tuple(done), tuple(places)


def linked_pages(
    pages: Sequence[Sequence[Item]], structure: Structure, height: float
) -> Iterator[tuple[tuple[Item, ...], tuple[Link, ...]]]:
    """Give the items and links of each of several pages of a height in points.

    An address may go on on the next page: so they are linked as if they stood below one another.
    """
    tall = [item for number, page in enumerate(pages) for item in moved(page, number * height)]
    items, links = with_links(tall, structure)
    rest = iter(items)
    for number, page in enumerate(pages):
        up = number * height
        own = tuple(moved([next(rest) for _ in page], -up))
        there = [one for one in links if up <= one.box.top < up + height]
        yield own, tuple(replace(one, box=one.box._replace(top=one.box.top - up)) for one in there)


def _element(item: Item) -> int:
    return item.element if isinstance(item, Text) else -1


@dataclass(slots=True)
class _Linking:
    """Links the addresses of one element's texts, and notes their places."""

    element: int
    structure: Structure
    places: list[Link]

    def texts(self, texts: Sequence[Text]) -> list[Text]:
        """Give the texts with their lines linked, paragraph by paragraph."""
        lines = [line for text in texts for line in text.lines]
        linked: list[Line] = []
        for _, paragraph in groupby(lines, key=lambda line: line.paragraph):
            linked += self._paragraph(list(paragraph))
        rest = iter(linked)
        return [text._replace(lines=tuple(next(rest) for _ in text.lines)) for text in texts]

    def _paragraph(self, lines: list[Line]) -> list[Line]:
        glyphs = [[run.glyphs for run in line.runs[line.mark :]] for line in lines]
        said = "".join([_said(one) for each in glyphs for one in each])
        found = [(address, self._link(said, address)) for address in addresses_in(said)]
        if not found:
            return lines
        at, linked = 0, []
        for line, each in zip(lines, glyphs, strict=True):
            runs = list(line.runs[: line.mark])
            for run, one in zip(line.runs[line.mark :], each, strict=True):
                runs += _parted(run, one, at, found)
                at += len(_said(one))
            linked.append(line._replace(runs=tuple(runs)))
            self._place(linked[-1])
        return linked

    def _link(self, said: str, address: Address) -> int:
        """Add a link to the structure and give its number."""
        words = said[address.start : address.stop]
        self.structure.elements.append(
            Element("link", self.element, alternative=words, address=address.target)
        )
        return len(self.structure.elements) - 1

    def _place(self, line: Line) -> None:
        """Note the place of each link on a line, without the blank behind it."""
        for link, group in groupby(line.runs, key=lambda run: run.link):
            if link:
                runs = list(group)
                size, right = runs[0].size, max(map(_right, runs))
                top, left = line.baseline - _ABOVE * size, runs[0].left
                box = Box(left, top, right - left, (_ABOVE + _BELOW) * size)
                self.places.append(Link(link, box))


def _said(glyphs: Glyphs) -> str:
    """Give what glyphs stand for, without the hyphens that divide words."""
    return "".join(glyphs.clusters).replace(SOFT_HYPHEN, "")


def _right(run: Run) -> float:
    """Give where a run's ink ends, in points."""
    glyphs = run.glyphs
    width = glyphs.width
    if glyphs.clusters[-1].isspace():
        width -= glyphs.advances[-1]
    return run.left + width * run.size


def _parted(run: Run, glyphs: Glyphs, at: int, found: list[tuple[Address, int]]) -> list[Run]:
    """Give a run, whose first character is number `at`, parted where links begin and end.

    A blank does not stand alone, since readers lose one that does: it is a part of the link.
    """
    links = _links_of(glyphs.clusters, at, found)
    if not any(links):
        return [run]
    starts = [place for place, link in enumerate(links) if not place or link != links[place - 1]]
    if len(starts) == 1:
        return [run._replace(link=links[0])]
    parts: list[tuple[int, int]] = []
    for start, stop in zip(starts, [*starts[1:], len(links)], strict=True):
        if parts and (_is_blank(glyphs, start, stop) or _is_blank(glyphs, *parts[-1])):
            parts[-1] = (parts[-1][0], stop)
        else:
            parts.append((start, stop))
    return [_part(run, glyphs, part, max(links[slice(*part)])) for part in parts]


def _links_of(clusters: tuple[str, ...], at: int, found: list[tuple[Address, int]]) -> list[int]:
    """Give the link that each cluster is a part of, 0 for none."""
    places: list[int] = []
    for cluster in clusters:
        places.append(at)
        at += 0 if cluster == SOFT_HYPHEN else len(cluster)
    links = [0] * len(clusters)
    for address, link in found:
        if places[0] < address.stop and address.start < at:
            first = max(bisect_right(places, address.start) - 1, 0)
            past = bisect_left(places, address.stop)
            # What stands for no character belongs to the glyph before it.
            while past < len(clusters) and not clusters[past]:
                past += 1
            links[first:past] = [link] * (past - first)
    return links


def _is_blank(glyphs: Glyphs, start: int, stop: int) -> bool:
    return not "".join(glyphs.clusters[start:stop]).strip()


def _part(run: Run, glyphs: Glyphs, part: tuple[int, int], link: int) -> Run:
    cut = slice(*part)
    piece = Glyphs(
        glyphs.face,
        glyphs.glyphs[cut],
        glyphs.advances[cut],
        glyphs.clusters[cut],
        glyphs.offsets[cut],
        glyphs.script,
        glyphs.direction,
    )
    left = run.left + sum(glyphs.advances[: part[0]]) * run.size
    return run._replace(pieces=(piece,), left=left, link=link)
