"""The deck: an edition's slides as frames, a cover and one for each region."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import NamedTuple

from printkit.errors import Problem
from printkit.model.bulletin import Region
from printkit.model.edition import Edition, Overset
from printkit.model.frame import Box, Document, Frame
from printkit.model.layout import Face
from printkit.model.metrics import Shaper
from printkit.model.slides import SlideAreas
from printkit.typeset.areas import slide_areas
from printkit.typeset.cover import cover_frame
from printkit.typeset.notes import cover_notes, region_notes
from printkit.typeset.slidefit import (
    SlideText,
    Voice,
    largest_size,
    reaches,
    slide_text,
    text_height,
)
from printkit.typeset.slideparts import (
    Maker,
    body_box,
    body_texts,
    footer_items,
    footnote_item,
    picture_item,
)
from printkit.typeset.slidespare import slide_spare
from printkit.typeset.slidetext import Shown, first_sentences, shortest_texts, whole_texts
from printkit.typeset.spare import Spare
from printkit.typeset.story import Structure
from printkit.typeset.words import KnownWords, printed

_BOLD = 700
_GAP = 8.0
# Below this part over the smallest body size, the titles give room.
_ROOMY = 1.15
# Where a short text stands: so much of the spare height is left above it.
_OPTICAL_CENTRE = 0.38


@dataclass(frozen=True, slots=True)
class Deck:
    """Finished slides with what the report says of them: body sizes in points, and warnings.

    `spare` says how many words the regions could have more, where they were counted.
    """

    document: Document
    sizes: tuple[float, ...]
    warnings: tuple[Problem, ...]
    spare: tuple[Spare, ...] = ()


@dataclass(frozen=True, slots=True)
class DeckTools:
    """What the deck is given from outside: a shaper that sets as office programs do, and a clock.

    `reading_time` gives the words for how long so many words take to read aloud.
    """

    shaper: Shaper
    reading_time: Callable[[int], str]
    known: KnownWords | None = None


class _Plan(NamedTuple):
    """A region's slide: what it shows, where, and the size it is set at."""

    region: Region
    name: SlideText
    shown: tuple[Shown, ...]
    texts: tuple[SlideText, ...]
    body: Box
    size: float


class _Draft(NamedTuple):
    """A region's slide in full, before it is fitted."""

    region: Region
    name: SlideText
    shown: tuple[Shown, ...]
    texts: tuple[SlideText, ...]


@dataclass(frozen=True, slots=True)
class _Title:
    """How the regions' names are set: one size for all, and the lines that the longest takes."""

    size: float
    lines: int


def typeset_deck(
    edition: Edition, tools: DeckTools, *, counted: bool = False, drawn: bool = False
) -> Deck | Overset:
    """Set the slides as large as the layout allows, all of about one size.

    `counted` asks for the words to spare, too. Lines hold their glyphs only where they are to be
    `drawn`: a deck does without.
    """
    slides = edition.layout.slides
    voice = Voice(tools.shaper, Face(slides.metrics), slides.leading, slides.slack, tools.known)
    heading = replace(voice, face=Face(slides.metrics, _BOLD))
    areas = slide_areas(slides, edition.screen)
    maker = Maker(edition, Structure(), areas, voice, heading, drawn)
    title, plans = _planned(maker)
    over = [plan for plan in plans if isinstance(plan, Overset)]
    if over:
        return _together(over)
    spare = tuple(_spare(maker)) if counted else ()
    settled = _settled([plan for plan in plans if isinstance(plan, _Plan)], slides.spread)
    maker = _lowered(maker, title)
    frames = list(_frames(settled, title, maker, tools))
    if slides.cover:
        cover = cover_frame(maker)
        if isinstance(cover, Overset):
            return cover
        frames.insert(0, cover)
    else:
        frames[0] = replace(frames[0], notes=(*cover_notes(edition), *frames[0].notes))
    words, elements = edition.words, tuple(maker.structure.elements)
    document = Document(printed(str(words.title)), words.language, tuple(frames), elements)
    sizes = tuple(plan.size for plan in settled)
    return Deck(document, sizes, tuple(_warnings(settled)), spare)


def _planned(maker: Maker) -> tuple[_Title, list[_Plan | Overset]]:
    """Give the slides' plans under large titles, or under small ones where the bodies need room."""
    sizes = maker.edition.layout.slides.title
    drafts = [_draft(region, maker) for region in maker.edition.words.regions]
    names = [draft.name for draft in drafts]
    title = _title(names, maker, sizes.largest)
    lowered = _lowered(maker, title)
    if not all(_roomy(draft, lowered) for draft in drafts):
        title = _title(names, maker, sizes.smallest)
        lowered = _lowered(maker, title)
    return title, [_plan(draft, lowered) for draft in drafts]


def _roomy(draft: _Draft, maker: Maker) -> bool:
    """Say whether a body can be set well above the smallest size."""
    sizes = maker.edition.layout.slides.body
    box = body_box(draft.region, maker.areas)
    return reaches(min(sizes.smallest * _ROOMY, sizes.largest), draft.texts, box, maker.voice)


def _title(names: Sequence[SlideText], maker: Maker, largest: float) -> _Title:
    """Give the largest size at which every name takes one line, else the smallest."""
    smallest = maker.edition.layout.slides.title.smallest
    width = maker.areas.title.width
    size = largest
    while size > smallest and any(maker.heading.lines(n, width, size) > 1 for n in names):
        size -= 1
    size = max(size, smallest)
    return _Title(size, max(maker.heading.lines(name, width, size) for name in names))


def _name(region: Region, maker: Maker) -> SlideText:
    return slide_text(str(region.name), maker.heading, maker.colour("accent"))


def _below(areas: SlideAreas, title: _Title, maker: Maker) -> SlideAreas:
    """Give the areas with the body as high as the titles leave it."""
    height = title.lines * title.size * maker.heading.leading
    top = areas.title.top + height + _GAP

    def lowered(box: Box) -> Box:
        return Box(box.left, top, box.width, box.bottom - top)

    return replace(
        areas,
        title=areas.title._replace(height=height),
        body=lowered(areas.body),
        narrow_body=lowered(areas.narrow_body),
        picture=lowered(areas.picture),
    )


def _lowered(maker: Maker, title: _Title) -> Maker:
    return replace(maker, areas=_below(maker.areas, title, maker))


def _spare(maker: Maker) -> Iterator[Spare]:
    names = [_name(region, maker) for region in maker.edition.words.regions]
    title = _title(names, maker, maker.edition.layout.slides.title.smallest)
    lowered = _lowered(maker, title)
    for region in maker.edition.words.regions:
        yield slide_spare(region, lowered)


def _draft(region: Region, maker: Maker) -> _Draft:
    shown = whole_texts(region)
    return _Draft(region, _name(region, maker), shown, body_texts(region, shown, maker))


def _plan(draft: _Draft, maker: Maker) -> _Plan | Overset:
    """Give a region's plan: all at the largest size, else first sentences at the smallest."""
    region, shown, texts = draft.region, draft.shown, draft.texts
    sizes, box = maker.edition.layout.slides.body, body_box(region, maker.areas)
    size = largest_size(texts, sizes, box, maker.voice)
    if size is not None:
        return _Plan(region, draft.name, shown, texts, box, size)

    def height(tried: tuple[Shown, ...]) -> float:
        return text_height(body_texts(region, tried, maker), box.width, sizes.smallest, maker.voice)

    cut = first_sentences(shown, lambda tried: height(tried) <= box.height)
    if cut is None:
        least = shortest_texts(shown)
        return _overset(region, least, height(least), box, maker)
    fitted = body_texts(region, cut, maker)
    return _Plan(region, draft.name, cut, fitted, box, sizes.smallest)


def _overset(
    region: Region, least: Sequence[Shown], height: float, box: Box, maker: Maker
) -> Overset:
    """Say how much is over where each request shows the least that it may."""
    smallest = maker.edition.layout.slides.body.smallest
    lines = max(1, ceil((height - box.height) / (smallest * maker.voice.leading)))
    words = sum(len(part.split()) for one in least for part in one.paragraphs)
    over = max(1, min(words, ceil(words * (height - box.height) / height)))
    return Overset(lines, over, ((str(region.name), lines, over),), smallest)


def _together(over: Sequence[Overset]) -> Overset:
    return Overset(
        sum(one.lines for one in over),
        sum(one.words for one in over),
        tuple(region for one in over for region in one.regions),
        over[0].smallest,
    )


def _settled(plans: Sequence[_Plan], spread: float) -> list[_Plan]:
    """Give the plans with sizes no further apart than the layout's spread."""
    most = min(plan.size for plan in plans) + spread
    return [plan._replace(size=min(plan.size, most)) for plan in plans]


def _frames(
    plans: Sequence[_Plan], title: _Title, maker: Maker, tools: DeckTools
) -> Iterator[Frame]:
    edition = maker.edition
    for number, plan in enumerate(plans, 2 if edition.layout.slides.cover else 1):
        region = plan.region
        items = (
            maker.text("title", [plan.name], maker.areas.title, title.size),
            maker.text("body", plan.texts, _centred(plan, maker), plan.size),
            *picture_item(region, maker),
            *footnote_item(region, maker),
            *footer_items(maker, number),
        )
        yield Frame(
            edition.screen.width,
            edition.screen.height,
            items,
            name="region-picture" if region.picture else "region",
            notes=region_notes(region, edition, tools.reading_time),
        )


def _centred(plan: _Plan, maker: Maker) -> Box:
    """Lower a short text's box towards the optical centre."""
    box = plan.body
    spare = box.height - text_height(plan.texts, box.width, plan.size, maker.voice)
    down = max(0.0, spare) * _OPTICAL_CENTRE
    return Box(box.left, box.top + down, box.width, box.height - down)


def _warnings(plans: Sequence[_Plan]) -> Iterator[Problem]:
    for plan in plans:
        for one in plan.shown:
            if one.cut:
                yield Problem(
                    f"the slide of `{plan.region.name}` shows only this request's first sentences",
                    one.request.text.place,
                    "give it a short form for the screen: `slide: …`; the notes hold it whole",
                )
