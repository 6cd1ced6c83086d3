"""The parts of a slide as items: title, body, picture, footnote, footer and number."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from printkit.model.bulletin import Region, Request
from printkit.model.edition import Edition
from printkit.model.frame import Box, Colour, Fill, Image, Item, Text
from printkit.model.slides import SlideAreas
from printkit.typeset.blocks import Structure
from printkit.typeset.slidefit import (
    SlideText,
    Voice,
    paragraphs_of,
    promised_lines,
    slide_text,
    text_height,
)
from printkit.typeset.slidetext import Shown

_LOGO_GAP = 10.0


@dataclass(frozen=True)
class Maker:
    """What all slides of an edition share: the areas, the two voices and the growing structure.

    Lines are set only where they are `drawn`.
    """

    edition: Edition
    structure: Structure
    areas: SlideAreas
    voice: Voice
    heading: Voice
    drawn: bool = False

    def backdrop(self, rule: Box) -> tuple[Fill, ...]:
        """Give what lies behind a slide: its ground, and a rule."""
        layout, screen = self.edition.layout, self.edition.screen
        ground = Colour(layout.slides.ground, layout.colours[layout.slides.ground])
        whole = Box(0.0, 0.0, screen.width, screen.height)
        return Fill(whole, ground), Fill(rule, self.colour("accent"))

    def colour(self, part: str) -> Colour:
        """Give the colour of a part of the slides: `ink`, `accent` or `muted`."""
        name = {
            "ink": self.edition.layout.slides.ink,
            "accent": self.edition.layout.slides.accent,
            "muted": self.edition.layout.slides.muted,
        }[part]
        return Colour(name, self.edition.layout.colours[name])

    def mark(self, request: Request, *, listed: bool) -> str:
        """Give the mark before a request, empty where it has none."""
        layout = self.edition.layout
        if request.continued:
            return ""
        praise = layout.slides.praise if request.kind == "praise" else ""
        return praise or (layout.page.mark if listed else "")

    @cached_property
    def logo(self) -> Box | None:
        """The place of the office's logo at the footer's left, None where it has none."""
        logo, area = self.edition.office.logo, self.areas.footer
        if not logo:
            return None
        across, down = self.edition.pictures.get(str(logo.file), (1, 1))
        width = min(area.height * across / down, area.width / 4)
        height = width * down / across
        return Box(area.left, area.top + (area.height - height) / 2, width, height)

    @cached_property
    def imprint(self) -> Text:
        """The imprint beside the logo: as much of it as one line holds."""
        area, size = self.areas.footer, self.edition.layout.slides.small
        left = self.logo.right + _LOGO_GAP if self.logo else area.left
        box = Box(left, area.top, area.right - left, area.height)
        return self.text("footer", _imprint(self, box.width, size), box, size)

    def text(self, role: str, texts: Sequence[SlideText], box: Box, size: float) -> Text:
        """Give paragraphs as an item in its box."""
        return self.said(role, texts, box, size, self.heading if role == "title" else self.voice)

    def said(
        self, role: str, texts: Sequence[SlideText], box: Box, size: float, voice: Voice
    ) -> Text:
        """Give paragraphs as an item in its box, in a voice."""
        language = self.edition.words.language
        lines = promised_lines(texts, box, size, voice, language if self.drawn else None)
        paragraphs = paragraphs_of(texts, size, voice, language)
        return Text(self.structure.add(role), box, tuple(lines), paragraphs)


def body_texts(
    region: Region, shown: Sequence[Shown], maker: Maker, *, listed: bool | None = None
) -> tuple[SlideText, ...]:
    """Give the body's paragraphs: the introduction, then each request.

    Requests are marked where there are several, or where they are `listed`; praise always is.
    """
    listed = len(region.requests) > 1 if listed is None else listed
    texts: list[SlideText] = []
    if region.intro:
        texts += [
            slide_text(paragraph, maker.voice, maker.colour("muted"))
            for paragraph in region.intro.paragraphs
        ]
    for one in shown:
        first, *others = one.paragraphs
        texts.append(_marked(first, maker, maker.mark(one.request, listed=listed)))
        texts += [slide_text(other, maker.voice, maker.colour("ink")) for other in others]
    return tuple(texts)


def _marked(paragraph: str, maker: Maker, mark: str) -> SlideText:
    text = slide_text(paragraph, maker.voice, maker.colour("ink"), mark)
    return text._replace(mark_colour=maker.colour("accent")) if mark else text


def body_box(region: Region, areas: SlideAreas) -> Box:
    """Give the body's box: beside a picture, above a footnote."""
    return _above_footnote(region, areas.narrow_body if region.picture else areas.body, areas)


def _above_footnote(region: Region, box: Box, areas: SlideAreas) -> Box:
    if any(request.pseudonym for request in region.requests):
        return box._replace(height=areas.footnote.top - 6 - box.top)
    return box


def picture_item(region: Region, maker: Maker) -> tuple[Item, ...]:
    """Give a region's picture, as high as the body."""
    if not region.picture:
        return ()
    element = maker.structure.add("figure", 0, region.picture.alt)
    picture = region.picture
    box = _above_footnote(region, maker.areas.picture, maker.areas)
    return (Image(element, box, str(picture.file), picture.focus),)


def footnote_item(region: Region, maker: Maker) -> tuple[Item, ...]:
    """Give the note that names were changed, where the region's requests need it."""
    if not any(request.pseudonym for request in region.requests):
        return ()
    size = maker.edition.layout.slides.small
    note = slide_text(maker.edition.wording.footnote, maker.voice, maker.colour("muted"))
    return (maker.text("footnote", [note], maker.areas.footnote, size),)


def footer_items(maker: Maker, number: int) -> tuple[Item, ...]:
    """Give the footer: logo, as much of the imprint as one line holds, and the slide's number."""
    size = maker.edition.layout.slides.small
    logo = _logo(maker)
    counter = slide_text(str(number), maker.voice, maker.colour("muted"))._replace(align="right")
    numbered = maker.text("number", [counter], maker.areas.number, size)
    imprint = (maker.imprint,) if maker.imprint.paragraphs else ()
    return (*logo, *imprint, numbered)


def _imprint(maker: Maker, width: float, size: float) -> list[SlideText]:
    """Give the imprint on one line: all of it, or the first lines that fit."""
    lines = maker.edition.imprint
    for count in range(len(lines), 0, -1):
        text = slide_text(" · ".join(lines[:count]), maker.voice, maker.colour("muted"))
        if text_height([text], width, size, maker.voice) <= size * maker.voice.leading:
            return [text]
    return []


def _logo(maker: Maker) -> tuple[Image, ...]:
    logo = maker.edition.office.logo
    if not logo or not maker.logo:
        return ()
    return (Image(maker.structure.add("figure", 0, logo.alt), maker.logo, str(logo.file)),)


def last_items(maker: Maker) -> tuple[Item, ...]:
    """Give the plain last slide's only text, its title: the imprint in its place, or a name."""
    size, area = maker.edition.layout.slides.small, maker.areas.footer
    name = slide_text(maker.edition.office.name, maker.voice, maker.colour("muted"))
    texts = _imprint(maker, area.width, size) or [name]
    height = text_height(texts, area.width, size, maker.voice)
    box = Box(area.left, area.bottom - height, area.width, height)
    return (maker.said("title", texts, box, size, maker.voice),)
