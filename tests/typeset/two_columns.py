"""Editions in two languages on one page, and what stands in the column of each."""

from dataclasses import replace
from pathlib import Path

import pytest
from proofs import HANGS, Proof
from typeset.manuscripts import (
    FOOTNOTE,
    PICTURE,
    WORDING,
    bulletin,
    edition,
    prose,
    region,
)

from printkit.model.frame import Image, Text
from printkit.model.once import without_repeats

FRENCH = replace(
    WORDING,
    locale="fr_CA",
    date="Semaine du 14 janvier 2019",
    opening="« ",
    closing=" »",
    reference="Matthieu 5.5 (Segond 1910)",
)
LONG = "Menschenhandelsbekämpfungszusammenarbeitsorganisation"
ADDRESS = "https://pray.example.org/en/2019/01/14/a-long-address?week=3&lang=en_GB"
OTHER = replace(PICTURE, file=Path("lac.jpg"), name="lac.jpg", alt="Un lac")
# Less than this is between the columns of any shape of the layout, in points.
GUTTER = 14.0


def french(what, paper="letter", **more):
    """Give an edition in French; what it says is not looked at here."""
    made = edition(
        what, paper, wording=replace(FRENCH, footnote=FOOTNOTE * what.pseudonyms), **more
    )
    return replace(made, words=replace(made.words, language="fr-CA"))


def both(first, second, paper="letter", **more):
    """Give two editions of one page."""
    one = edition(first, paper, **more)
    return one, without_repeats(one, french(second, paper, **more))


def week_of(*counts, prefix="", picture=None, **more):
    """Give a bulletin of as many regions as there are tuples: a request of each number of words."""
    regions = (
        region(f"{prefix}{name} {place}", *(prose(words, place) for words in each))
        for place, (name, each) in enumerate(
            zip(["Africa", "South Asia", "Latin America"] * 5, counts, strict=False)
        )
    )
    return bulletin(*regions, picture=picture, **more)


def side_of(elements, number):
    """Give which of the two parts of a document an element is in."""
    while elements[number].parent:
        number = elements[number].parent
    sides = [place for place, one in enumerate(elements) if one.role == "side"]
    return sides.index(number)


def told(insert, side, *kinds):
    """Give what a page has of one language, in the order in which it is drawn."""
    elements, (frame,) = insert.document.elements, insert.document.frames
    kinds = kinds or (Text, Image)
    return [
        item
        for item in frame.items
        if isinstance(item, kinds) and side_of(elements, item.element) == side
    ]


def beginnings(insert, side, *roles):
    """Give baseline and size of the first line of each element of these roles."""
    found = {}
    for item in told(insert, side, Text):
        if insert.document.elements[item.element].role in roles:
            found.setdefault(item.element, (item.lines[0].baseline, item.lines[0].runs[0].size))
    return list(found.values())


class ColumnProof(Proof):
    """One language of a page, as if the other were not there; it stays in its column."""

    def __init__(self, insert, edition, storeroom, side):
        super().__init__(insert, edition, storeroom)
        self.frame = replace(self.frame, items=tuple(told(insert, side)))
        margins = edition.layout.page.shape_for(edition.paper).margins
        middle = self.frame.width / 2
        ends = (margins.sides, middle - GUTTER / 2, middle + GUTTER / 2)
        self.left, self.right = ends[:2] if side == 0 else (ends[2], self.frame.width - ends[0])

    def beyond_the_margins(self):
        """Give the glyphs whose ink stands outside the column, or above or below the page's."""
        yield from super().beyond_the_margins()
        for size, glyph, (left, _, width, _) in self.inks():
            if left < self.left - HANGS * size or left + width > self.right + HANGS * size:
                yield f"{glyph!r} at {left:.1f} outside {self.left:.1f} to {self.right:.1f}"


def faults(insert, editions, storeroom):
    """Give what is wrong with either column."""
    return [
        fault
        for side, one in enumerate(editions)
        for fault in ColumnProof(insert, one, storeroom, side).faults()
    ]


def unpaired(insert):
    """Give the requests and names that do not begin where their translations do."""
    pairs = (beginnings(insert, side, "heading", "request") for side in (0, 1))
    return [
        (one, other)
        for one, other in zip(*pairs, strict=True)
        if one != pytest.approx(other, abs=1e-6)
    ]


def role(insert, item):
    return insert.document.elements[item.element].role
