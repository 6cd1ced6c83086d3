"""The deck's cover: title, date, scripture, and the banner where there is one."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from printkit.model.edition import Overset
from printkit.model.frame import Box, Frame, Image, Item, Text
from printkit.model.slides import SlideAreas
from printkit.typeset.areas import slide_areas
from printkit.typeset.notes import cover_notes
from printkit.typeset.slidefit import (
    ROUNDED,
    SlideText,
    Voice,
    balanced_width,
    largest_size,
    slide_text,
    text_height,
)
from printkit.typeset.slideparts import Maker, footer_items
from printkit.typeset.words import printed

_DATE_SIZE = 1.75
_REFERENCE_SCALE = 0.75
# A church's line is set at the largest of these that it takes one line at, else at the last: as
# parts of the small size. Below the rule it takes no more than this part of the scripture's place.
_CHURCH_SIZES = (1.375, 1.25, 1.125, 1.0)
_MOST_OF_QUOTATION = 0.4
_AFTER_CHURCH = 1.0


def cover_frame(maker: Maker) -> Frame | Overset:
    """Give the cover, or what does not fit on it."""
    edition = maker.edition
    areas = slide_areas(edition.layout.slides, edition.screen, banner=bool(edition.words.picture))
    title = _title(maker, areas)
    if isinstance(title, Overset):
        return title
    church = _church(maker, areas)
    if isinstance(church, Overset):
        return church
    scripture = _scripture(maker, _below(church, maker, areas))
    if isinstance(scripture, Overset):
        return scripture
    items = (title, *_date(maker, areas), *church, *scripture, *_banner(maker, areas))
    # The church's line is on the cover already.
    office = replace(maker, edition=replace(edition, recipient=None))
    return Frame(
        edition.screen.width,
        edition.screen.height,
        (*items, *footer_items(office, 1)),
        name="cover",
        notes=cover_notes(edition),
        backdrop=maker.backdrop(areas.cover_rule),
        section=printed(str(edition.words.title)),
    )


def _title(maker: Maker, areas: SlideAreas) -> Text | Overset:
    words, sizes = maker.edition.words, maker.edition.layout.slides.cover_title
    text = slide_text(str(words.title), maker.heading, maker.colour("ink"))
    box = areas.cover_title
    size = largest_size([text], sizes, box, maker.heading)
    if size is None:
        return _overset([text], "title", box, maker.heading, sizes.smallest)
    return maker.text("title", [text], box, size)._replace(sunk=True)


def _date(maker: Maker, areas: SlideAreas) -> tuple[Item, ...]:
    if not maker.edition.wording.date:
        return ()
    size = maker.edition.layout.slides.small * _DATE_SIZE
    text = slide_text(maker.edition.wording.date, maker.voice, maker.colour("accent"))
    return (maker.text("date", [text], areas.date, size),)


def _church(maker: Maker, areas: SlideAreas) -> tuple[Text, ...] | Overset:
    """Give the church's line, below date and rule."""
    recipient, area = maker.edition.recipient, areas.quotation
    if not recipient:
        return ()
    text = slide_text(recipient.line, maker.voice, maker.colour("ink"))
    sizes = [maker.edition.layout.slides.small * scale for scale in _CHURCH_SIZES]
    size = next((s for s in sizes if maker.voice.lines(text, area.width, s) == 1), sizes[-1])
    height = text_height([text], area.width, size, maker.voice) + ROUNDED
    most = area._replace(height=area.height * _MOST_OF_QUOTATION)
    if height > most.height:
        return _overset([text], "church's line", most, maker.voice, size)
    return (maker.text("church", [text], area._replace(height=height), size),)


def _below(church: tuple[Text, ...], maker: Maker, areas: SlideAreas) -> SlideAreas:
    """Give the areas with the scripture below the church's line."""
    if not church:
        return areas
    quotation = areas.quotation
    top = church[0].box.bottom + maker.edition.layout.slides.small * _AFTER_CHURCH
    box = quotation._replace(top=top, height=quotation.bottom - top)
    return replace(areas, quotation=box)


def _scripture(maker: Maker, areas: SlideAreas) -> tuple[Item, ...] | Overset:
    """Give quotation and reference, set as large as the cover has room for."""
    wording, scripture = maker.edition.wording, maker.edition.words.scripture
    if not scripture:
        return ()
    quoted = f"{wording.opening}{scripture.text}{wording.closing}"
    texts = [slide_text(part, maker.voice, maker.colour("ink")) for part in quoted.split("\n")]
    if wording.reference:
        reference = slide_text(wording.reference, maker.voice, maker.colour("accent"))
        texts.append(reference._replace(scale=_REFERENCE_SCALE))
    sizes, box = maker.edition.layout.slides.quotation, areas.quotation
    size = largest_size(texts, sizes, box, maker.voice)
    if size is None:
        return _overset(texts, "scripture", box, maker.voice, sizes.smallest)
    box = box._replace(width=balanced_width(texts, box.width, size, maker.voice))
    return (maker.text("quotation", texts, box, size),)


def _banner(maker: Maker, areas: SlideAreas) -> tuple[Item, ...]:
    picture = maker.edition.words.picture
    if not picture:
        return ()
    element = maker.structure.add("figure", 0, picture.alt)
    return (Image(element, areas.banner, str(picture.file), picture.focus),)


def _overset(texts: Sequence[SlideText], name: str, box: Box, voice: Voice, size: float) -> Overset:
    """Say by how much a part of the cover is overset; its words are shared out by its height."""
    height = text_height(texts, box.width, size, voice)
    lines = max(1, ceil((height - box.height) / (size * voice.leading)))
    words = sum(len(text.words) for text in texts)
    over = max(1, ceil(words * (height - box.height) / height))
    return Overset(lines, over, ((name, lines, over),), size, cover=True)
