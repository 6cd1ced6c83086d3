"""The deck's cover: title, date, scripture, and the banner where there is one."""

from collections.abc import Sequence
from math import ceil

from printkit.model.edition import Overset
from printkit.model.frame import Box, Frame, Image, Item, Text
from printkit.model.slides import SlideAreas
from printkit.typeset.areas import slide_areas
from printkit.typeset.notes import cover_notes
from printkit.typeset.slidefit import (
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


def cover_frame(maker: Maker) -> Frame | Overset:
    """Give the cover, or what does not fit on it."""
    edition = maker.edition
    areas = slide_areas(edition.layout.slides, edition.screen, banner=bool(edition.words.picture))
    title = _title(maker, areas)
    if isinstance(title, Overset):
        return title
    scripture = _scripture(maker, areas)
    if isinstance(scripture, Overset):
        return scripture
    items = (title, *_date(maker, areas), *scripture, *_banner(maker, areas))
    return Frame(
        edition.screen.width,
        edition.screen.height,
        (*items, *footer_items(maker, 1)),
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
