"""Regions that go on on further slides: which slides are a region's, by their numbered titles."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from printkit.model.bulletin import Region, Request
from printkit.model.sentences import sentences
from printkit.verify.expected import Expected
from printkit.verify.folding import folded

_BLANKS = str.maketrans("", "", " \n")
_OF = re.compile(r"(\d+)\)")


@dataclass(frozen=True, slots=True)
class Place:
    """The `number`th of a region's `count` slides."""

    region: Region
    number: int
    count: int

    @property
    def title(self) -> str:
        """What the slide is headed with: the region's name, numbered where there are several."""
        return title_of(self.region, self.number, self.count)


def title_of(region: Region, number: int, count: int) -> str:
    """Give how the `number`th of a region's `count` slides is headed."""
    return str(region.name) if count == 1 else f"{region.name} ({number}/{count})"


def count_said(rest: str) -> int:
    """Give the count that stands after `(1/` in a title."""
    found = _OF.match(rest)
    return max(1, int(found[1])) if found else 1


def places(texts: Sequence[str], expected: Expected) -> tuple[Place, ...]:
    """Give what each slide after the cover is of the bulletin; `texts` begin with its title.

    A region has one slide, or so many as the title of its first slide says where the layout lets it
    go on.
    """
    found: list[Place] = []
    for region in expected.bulletin.regions:
        text = texts[len(found)] if len(found) < len(texts) else ""
        count = _count(text, region, expected) if expected.overset == "continue" else 1
        found += [Place(region, number, count) for number in range(1, count + 1)]
    return tuple(found)


def letters(text: str, language: str) -> str:
    """Give a text's letters, without blanks and line ends."""
    return folded(text, language).translate(_BLANKS)


def _count(text: str, region: Region, expected: Expected) -> int:
    opening = letters(f"{region.name} (1/", expected.language)
    said = letters(text, expected.language)
    return count_said(said[len(opening) :]) if said.startswith(opening) else 1


def parts_told(
    region: Region, sections: Sequence[str], between: Collection[str], language: str
) -> tuple[Region, ...]:
    """Give a region's parts: each has the introduction and sentences that its section says next.

    A section is what stands below a slide's title; `between` is what may stand before a request
    besides. The last part has all that is left, so that together they are the region.
    """
    pieces = [*(_Piece(None, str(text)) for text in (region.intro,) if text)]
    pieces += [piece for request in region.requests for piece in _pieces(request)]
    parts: list[Region] = []
    for number, section in enumerate(sections, 1):
        count = len(pieces)
        if number < len(sections):
            texts = [piece.text for piece in pieces]
            count = said_in_a_row(texts, section, between, language)
        parts.append(_part(region, pieces[:count], opened=parts))
        pieces = pieces[count:]
    return tuple(parts)


def said_in_a_row(texts: Sequence[str], said: str, between: Collection[str], language: str) -> int:
    """Count the texts that a section begins with, one directly after another.

    Before each may stand what is `between` them, such as a mark.
    """
    openers = [letters(opener, language) for opener in between]
    rest = letters(said, language)
    for count, text in enumerate(texts):
        wanted = letters(text, language)
        rest = _without(openers, rest, wanted)
        if not rest.startswith(wanted):
            return count
        rest = rest[len(wanted) :]
    return len(texts)


def _without(openers: Sequence[str], said: str, wanted: str) -> str:
    """Give what is said without openers that stand before what is wanted."""
    while not said.startswith(wanted):
        opener = next((one for one in openers if one and said.startswith(one)), None)
        if opener is None:
            return said
        said = said[len(opener) :]
    return said


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence of a request with the blanks after it, or the introduction, of no request."""

    request: Request | None
    text: str


def _pieces(request: Request) -> tuple[_Piece, ...]:
    whole = request.text.value
    return tuple(_Piece(request, one) for one in ((whole,) if request.slide else sentences(whole)))


def _part(region: Region, pieces: Sequence[_Piece], opened: Sequence[Region]) -> Region:
    """Give the part of a region that so many pieces make, after those that were opened."""
    before = [request.text.place for part in opened for request in part.requests]
    requests = []
    for request, own in groupby((one for one in pieces if one.request), lambda one: one.request):
        said = "".join(one.text for one in own).strip()
        assert request is not None  # noqa: S101 - those of no request are left out above
        text = replace(request.text, value=said)
        continued = request.text.place in before
        requests.append(replace(request, text=text, continued=continued))
    intro = region.intro if any(one.request is None for one in pieces) else None
    picture = None if opened else region.picture
    return replace(region, requests=tuple(requests), intro=intro, picture=picture)
