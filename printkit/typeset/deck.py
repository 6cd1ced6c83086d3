"""The deck: an edition's slides as frames, a cover and one for each region."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from printkit.errors import Problem
from printkit.model.bulletin import Region
from printkit.model.edition import Edition, Overset
from printkit.model.frame import Box, Document, Frame
from printkit.model.layout import Face
from printkit.model.metrics import Shaper
from printkit.typeset.areas import slide_areas
from printkit.typeset.blocks import Structure
from printkit.typeset.cover import cover_frame
from printkit.typeset.notes import cover_notes, region_notes
from printkit.typeset.slidefit import Voice, text_height
from printkit.typeset.slideparts import (
    Maker,
    footer_items,
    footnote_item,
    last_items,
    picture_item,
)
from printkit.typeset.slideplan import SlidePlan, Titles, below_titles, planned, smallest_titles
from printkit.typeset.slidespare import slide_spare
from printkit.typeset.spare import Spare
from printkit.typeset.words import KnownWords, printed

_BOLD = 700
# Where a short text stands: so much of the spare height is left above it.
_OPTICAL_CENTRE = 0.38


@dataclass(frozen=True, slots=True)
class Deck:
    """Finished slides with what the report says of them: body sizes in points, and warnings.

    `regions` are those that the slides show, or their parts where they go on, headed as the slides
    are. `spare` says how many words the regions could have more, where they were counted.
    """

    document: Document
    sizes: tuple[float, ...]
    warnings: tuple[Problem, ...]
    regions: tuple[Region, ...] = ()
    spare: tuple[Spare, ...] = ()


@dataclass(frozen=True, slots=True)
class DeckTools:
    """What the deck is given from outside: a shaper that sets as office programs do, and a clock.

    `reading_time` gives the words for how long so many words take to read aloud.
    """

    shaper: Shaper
    reading_time: Callable[[int], str]
    known: KnownWords | None = None


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
    titles, plans = planned(maker)
    over = [plan for plan in plans if isinstance(plan, Overset)]
    if over:
        return _together(over)
    spare = tuple(_spare(maker)) if counted else ()
    settled = _settled([plan for plan in plans if isinstance(plan, SlidePlan)], slides.spread)
    maker = below_titles(maker, titles)
    frames = list(_frames(settled, titles, maker, tools))
    if slides.cover:
        cover = cover_frame(maker)
        if isinstance(cover, Overset):
            return cover
        frames.insert(0, cover)
    else:
        frames[0] = replace(frames[0], notes=(*cover_notes(edition), *frames[0].notes))
    if slides.last:
        frames.append(_last(maker))
    words, elements = edition.words, tuple(maker.structure.elements)
    document = Document(printed(str(words.title)), words.language, tuple(frames), elements)
    sizes = tuple(plan.size for plan in settled)
    regions = tuple(plan.as_headed() for plan in settled)
    return Deck(document, sizes, tuple(_warnings(settled)), regions, spare)


def _spare(maker: Maker) -> Iterator[Spare]:
    lowered = below_titles(maker, smallest_titles(maker))
    for region in maker.edition.words.regions:
        yield slide_spare(region, lowered)


def _together(over: Sequence[Overset]) -> Overset:
    return Overset(
        sum(one.lines for one in over),
        sum(one.words for one in over),
        tuple(region for one in over for region in one.regions),
        over[0].smallest,
    )


def _settled(plans: Sequence[SlidePlan], spread: float) -> list[SlidePlan]:
    """Give the plans with sizes no further apart than the layout's spread."""
    most = min(plan.size for plan in plans) + spread
    return [plan._replace(size=min(plan.size, most)) for plan in plans]


def _frames(
    plans: Sequence[SlidePlan], titles: Titles, maker: Maker, tools: DeckTools
) -> Iterator[Frame]:
    edition, backdrop = maker.edition, maker.backdrop(maker.areas.rule)
    for number, plan in enumerate(plans, 2 if edition.layout.slides.cover else 1):
        region = plan.region
        items = (
            maker.text("title", [plan.name], maker.areas.title, titles.size),
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
            notes=region_notes(region, edition, tools.reading_time, opens=plan.opens),
            backdrop=backdrop,
            section=printed(plan.section),
        )


def _last(maker: Maker) -> Frame:
    """Give the plain slide that keeps a show from ending in the program's own words."""
    screen, items = maker.edition.screen, last_items(maker)
    ground = maker.backdrop(maker.areas.rule)[:1]
    return Frame(screen.width, screen.height, items, name="last", backdrop=ground)


def _centred(plan: SlidePlan, maker: Maker) -> Box:
    """Lower a short text's box towards the optical centre."""
    box = plan.body
    spare = box.height - text_height(plan.texts, box.width, plan.size, maker.voice)
    down = max(0.0, spare) * _OPTICAL_CENTRE
    return Box(box.left, box.top + down, box.width, box.height - down)


def _warnings(plans: Sequence[SlidePlan]) -> Iterator[Problem]:
    for plan in plans:
        for one in plan.shown:
            if one.cut:
                yield Problem(
                    f"the slide of `{plan.region.name}` shows only this request's first sentences",
                    one.request.text.place,
                    "give it a short form for the screen: `slide: …`; the notes hold it whole",
                )
