"""The leader's edition of a deck: its slides' pictures, drawn of their PDF, beside their notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from printkit.errors import Problem, Refused
from printkit.export.page.document import Supplies, write_pdf
from printkit.export.picture.slides import slide_pictures
from printkit.model.bulletin import Region
from printkit.model.edition import Edition, Overset
from printkit.model.frame import Document, Image
from printkit.model.picture import Pixels
from printkit.storeroom import Storeroom
from printkit.typeset.leader import Leader, picture_of, typeset_leader
from printkit.typeset.story import Tools
from printkit.units import POINTS_PER_INCH
from printkit.wording.fixed import reading_time

_DOTS_PER_INCH = 300


@dataclass(frozen=True, slots=True)
class LeaderFile:
    """A leader's edition (PDF): its type size in points, its pages, and how full they are."""

    data: bytes
    size: float
    pages: int
    full: float


def leader_file(
    slides: bytes, regions: Sequence[Region], edition: Edition, store: Storeroom
) -> LeaderFile:
    """Give the leader's edition of a deck whose slides this PDF shows.

    `regions` are those of the slides after the cover, one for each. Refused where the paper has no
    room for a picture and a line.
    """
    language, layout = edition.words.language, edition.layout
    tools = Tools(
        store.shaper(layout),
        store.hyphenator(language, layout),
        store.known_words(layout, language),
        store.ties(language),
    )

    def time(words: int) -> str:
        return reading_time(words, edition.wording.locale)

    made = typeset_leader(edition, regions, tools, time)
    if isinstance(made, Overset):
        raise Refused(
            Problem(
                f"the leader's edition does not fit {edition.paper.width / POINTS_PER_INCH:g} by "
                f"{edition.paper.height / POINTS_PER_INCH:g} inches at {made.smallest:g} pt",
                edition.bulletin.title.place,
                "use a larger paper",
            )
        )
    supplies = Supplies(store.page_constants, store.font, _pictures(made, slides))
    data = write_pdf(made.document, supplies)
    return LeaderFile(data, made.size, len(made.document.frames), made.full)


def _pictures(made: Leader, slides: bytes) -> dict[str, Pixels]:
    """Give the slides' pixels by the keys of their images."""
    dots = _DOTS_PER_INCH / POINTS_PER_INCH
    across, down = (
        max(1, round(side * dots)) for side in (made.picture.width, made.picture.height)
    )
    drawn = slide_pictures(slides, (across, down))
    files = {picture_of(number): data for number, data in enumerate(drawn, 1)}
    return {
        image.key: Pixels(files[image.file], "PNG", across, down)
        for image in _images(made.document)
    }


def _images(document: Document) -> list[Image]:
    return [item for frame in document.frames for item in frame.items if isinstance(item, Image)]
