"""The plan of a deck: what each slide shows of its region, and the size it is set at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import NamedTuple

from printkit.model.bulletin import Region, Text
from printkit.model.edition import Overset
from printkit.model.frame import Box
from printkit.typeset.continuing import least_parts, parted
from printkit.typeset.seeking import greatest
from printkit.typeset.slidefit import (
    SIZE_STEP,
    SlideText,
    fits_in,
    largest_size,
    reaches,
    slide_text,
    text_height,
)
from printkit.typeset.slideparts import Maker, body_box, body_texts
from printkit.typeset.slidetext import Shown, first_sentences, shortest_texts, whole_texts

_GAP = 8.0
# Below this part over the smallest body size, the titles give room.
_ROOMY = 1.15
# What a region's name is followed by where it goes on on further slides.
_WIDEST_COUNT = " (8/8)"


class SlidePlan(NamedTuple):
    """A slide: the region, or the part of it, that it shows, where, and the size it is set at.

    `opens` says whether the region begins on it, `section` is the region's name.
    """

    region: Region
    name: SlideText
    shown: tuple[Shown, ...]
    texts: tuple[SlideText, ...]
    body: Box
    size: float
    opens: bool = True
    section: str = ""

    def as_headed(self) -> Region:
        """Give the region as its slide is headed; its picture is credited where it opens."""
        name = Text(self.name.text, self.region.name.place)
        picture = self.region.picture if self.opens else None
        return replace(self.region, name=name, picture=picture)


class _Draft(NamedTuple):
    """A region's slide in full, before it is fitted."""

    region: Region
    name: SlideText
    shown: tuple[Shown, ...]
    texts: tuple[SlideText, ...]


@dataclass(frozen=True, slots=True)
class Titles:
    """How the regions' names are set: one size for all, and the lines that the longest takes."""

    size: float
    lines: int


def planned(maker: Maker) -> tuple[Titles, list[SlidePlan | Overset]]:
    """Give the slides' plans under large titles, or under small ones where the bodies need room."""
    sizes = maker.edition.layout.slides.title
    drafts = [_draft(region, maker) for region in maker.edition.words.regions]
    names = [draft.name for draft in drafts]
    titles = _titles(names, maker, sizes.largest)
    lowered = below_titles(maker, titles)
    if not all(_roomy(draft, lowered) for draft in drafts):
        titles = smallest_titles(maker)
        lowered = below_titles(maker, titles)
    way = _WAYS[maker.edition.layout.slides.overset]
    return titles, [plan for draft in drafts for plan in _plans(draft, lowered, way)]


def smallest_titles(maker: Maker) -> Titles:
    """Give the titles at the smallest size, with what may follow the names."""
    slides = maker.edition.layout.slides
    count = _WIDEST_COUNT if slides.overset == "continue" else ""
    names = [_name(f"{region.name}{count}", maker) for region in maker.edition.words.regions]
    return _titles(names, maker, slides.title.smallest)


def below_titles(maker: Maker, titles: Titles) -> Maker:
    """Give the maker whose areas have the body as high as the titles leave it."""
    areas = maker.areas
    height = titles.lines * titles.size * maker.heading.leading
    top = areas.title.top + height + _GAP

    def lowered(box: Box) -> Box:
        return Box(box.left, top, box.width, box.bottom - top)

    return replace(
        maker,
        areas=replace(
            areas,
            title=areas.title._replace(height=height),
            body=lowered(areas.body),
            narrow_body=lowered(areas.narrow_body),
            picture=lowered(areas.picture),
        ),
    )


def _titles(names: Sequence[SlideText], maker: Maker, largest: float) -> Titles:
    """Give the largest size at which every name takes one line, else the smallest."""
    smallest = maker.edition.layout.slides.title.smallest
    width = maker.areas.title.width
    size = largest
    while size > smallest and any(maker.heading.lines(n, width, size) > 1 for n in names):
        size -= 1
    size = max(size, smallest)
    return Titles(size, max(maker.heading.lines(name, width, size) for name in names))


def _name(name: str, maker: Maker) -> SlideText:
    return slide_text(name, maker.heading, maker.colour("accent"))


def _draft(region: Region, maker: Maker) -> _Draft:
    shown = whole_texts(region)
    return _Draft(region, _name(str(region.name), maker), shown, body_texts(region, shown, maker))


def _roomy(draft: _Draft, maker: Maker) -> bool:
    """Say whether a body can be set well above the smallest size."""
    sizes = maker.edition.layout.slides.body
    box = body_box(draft.region, maker.areas)
    return reaches(min(sizes.smallest * _ROOMY, sizes.largest), draft.texts, box, maker.voice)


_Way = Callable[[_Draft, Maker], Sequence[SlidePlan] | Overset]


def _plans(draft: _Draft, maker: Maker, otherwise: _Way) -> Sequence[SlidePlan | Overset]:
    """Give a region's plan: all at the largest size, else as the layout has it."""
    region, shown, texts = draft.region, draft.shown, draft.texts
    sizes, box = maker.edition.layout.slides.body, body_box(region, maker.areas)
    size = largest_size(texts, sizes, box, maker.voice)
    if size is not None:
        return (SlidePlan(region, draft.name, shown, texts, box, size, section=str(region.name)),)
    found = otherwise(draft, maker)
    return (found,) if isinstance(found, Overset) else found


def _first_sentences(draft: _Draft, maker: Maker) -> Sequence[SlidePlan] | Overset:
    """Give a plan that shows the requests' first sentences, at the smallest size."""
    region, smallest = draft.region, maker.edition.layout.slides.body.smallest
    box = body_box(region, maker.areas)

    def fits(tried: tuple[Shown, ...]) -> bool:
        texts = body_texts(region, tried, maker)
        return fits_in(box, texts, smallest, maker.voice)

    cut = first_sentences(draft.shown, fits)
    if cut is None:
        return _overset(region, shortest_texts(draft.shown), maker)
    texts = body_texts(region, cut, maker)
    return (SlidePlan(region, draft.name, cut, texts, box, smallest, section=str(region.name)),)


def _refused(draft: _Draft, maker: Maker) -> Overset:
    return _overset(draft.region, draft.shown, maker)


def _continued(draft: _Draft, maker: Maker) -> Sequence[SlidePlan] | Overset:
    """Give the plans of as few slides as hold the region, set as large as so many can hold it."""
    region, sizes = draft.region, maker.edition.layout.slides.body
    fewest = parted(region, _fits_at(sizes.smallest, region, maker))
    if fewest is None:
        return _least_overset(region, maker)

    def holds(step: int) -> bool:
        found = parted(region, _fits_at(sizes.smallest + step * SIZE_STEP, region, maker))
        return found is not None and len(found) <= len(fewest)

    size = sizes.smallest + SIZE_STEP * greatest(
        holds, int((sizes.largest - sizes.smallest) / SIZE_STEP), 1
    )
    parts = parted(region, _fits_at(size, region, maker)) or fewest
    return [
        _part_plan(part, (number, len(parts)), size, region, maker)
        for number, part in enumerate(parts, 1)
    ]


def _part_plan(
    part: Region, count: tuple[int, int], size: float, region: Region, maker: Maker
) -> SlidePlan:
    """Give the plan of a part, the `count[0]`th of `count[1]`."""
    name = _name(f"{region.name} ({count[0]}/{count[1]})", maker)
    shown, texts = whole_texts(part), _part_texts(part, region, maker)
    box = body_box(part, maker.areas)
    return SlidePlan(part, name, shown, texts, box, size, count[0] == 1, str(region.name))


def _part_texts(part: Region, region: Region, maker: Maker) -> tuple[SlideText, ...]:
    listed = len(region.requests) > 1
    return body_texts(part, whole_texts(part), maker, listed=listed)


def _fits_at(size: float, region: Region, maker: Maker) -> Callable[[Region], bool]:
    def fits(part: Region) -> bool:
        box = body_box(part, maker.areas)
        texts = _part_texts(part, region, maker)
        return fits_in(box, texts, size, maker.voice)

    return fits


def _least_overset(region: Region, maker: Maker) -> Overset:
    """Say how much is over of what no slide parts, where it takes the most room."""
    smallest = maker.edition.layout.slides.body.smallest

    def height(part: Region) -> float:
        box = body_box(part, maker.areas)
        texts = body_texts(part, whole_texts(part), maker)
        return text_height(texts, box.width, smallest, maker.voice) - box.height

    part = max(least_parts(region), key=height)
    return _overset(part, whole_texts(part), maker)


def _overset(region: Region, least: Sequence[Shown], maker: Maker) -> Overset:
    """Say how much is over where each request shows the least that it may."""
    smallest, box = maker.edition.layout.slides.body.smallest, body_box(region, maker.areas)
    height = text_height(body_texts(region, least, maker), box.width, smallest, maker.voice)
    lines = max(1, ceil((height - box.height) / (smallest * maker.voice.leading)))
    said = [part for one in least for part in one.paragraphs] or [str(region.intro)]
    words = sum(len(part.split()) for part in said)
    over = max(1, min(words, ceil(words * (height - box.height) / height)))
    return Overset(lines, over, ((str(region.name), lines, over),), smallest)


_WAYS: dict[str, _Way] = {
    "sentences": _first_sentences,
    "continue": _continued,
    "refuse": _refused,
}
