"""Documents, layouts and pictures made by hand for the tests of the deck."""

import io
from dataclasses import replace
from typing import Literal

from printkit.model.frame import Box, Colour, Document, Element, Fill, Frame, Image, Paragraph, Text
from printkit.model.layout import (
    Face,
    Hyphenation,
    Layout,
    PageLayout,
    Range,
    SlideLayout,
    Spacing,
)
from printkit.model.paper import SCREENS
from printkit.model.picture import Pixels
from printkit.model.slides import SlideAreas

SCREEN = SCREENS["16:9"]
COLOURS = {
    "ink": "1A1A1A",
    "accent": "0B4F5C",
    "muted": "4A5459",
    "hairline": "8FA9AE",
    "ground": "10262E",
    "light": "FFFFFF",
    "warm": "F2C14E",
    "soft": "B9C9CC",
}
AWKWARD = "R & D <b>\"bold\"</b> 'x' &amp; {{ }} %s"
REQUEST = (
    "Pray for the team in the valley, who rebuild twelve houses & a school before the rain; "
    'ask that "help" comes from those who promised it, and that <nobody> is left behind.'
)

_PAGE = PageLayout(
    body=Range(9, 16),
    comfortable=12,
    leading=Range(1.2, 1.4),
    natural_leading=1.26,
    shapes=(),
    banner=Range(0.1, 0.2),
    styles={},
    mark="•",
    hyphenation=Hyphenation(allowed=True, in_a_row=2, exceptions={}),
    spacing=Spacing(smallest=0.6, region=0.9, paragraph=0.25),
    ladder=("spacing", "size"),
    spare="space",
)
_SLIDES = SlideLayout(
    screen="16:9",
    family="Arial",
    metrics="Arimo",
    ground="ground",
    ink="light",
    accent="warm",
    muted="soft",
    body=Range(28, 36),
    title=Range(30, 40),
    cover_title=Range(36, 66),
    quotation=Range(28, 36),
    small=16,
    leading=1.18,
    safe=0.05,
    slack=0.05,
    spread=4,
    cover=True,
)
LAYOUT = Layout("classic", COLOURS, ("Arimo",), _PAGE, _SLIDES)
LIGHT_LAYOUT = replace(
    LAYOUT,
    name="light & plain",
    slides=replace(_SLIDES, ground="light", ink="ink", accent="accent", muted="muted"),
)

AREAS = SlideAreas(
    banner=Box(0, 0, 960, 200),
    cover_rule=Box(48, 300, 72, 4),
    cover_title=Box(48, 40, 864, 200),
    date=Box(48, 252, 864, 24),
    quotation=Box(48, 320, 864, 160),
    rule=Box(48, 27, 72, 4),
    title=Box(48, 43, 864, 60),
    body=Box(48, 125, 864, 360),
    narrow_body=Box(48, 125, 520, 360),
    picture=Box(592, 125, 320, 330),
    footnote=Box(48, 464, 864, 19),
    footer=Box(48, 494, 780, 19),
    number=Box(840, 494, 72, 19),
)

ELEMENTS = (
    Element("document"),
    Element("title", 0),
    Element("body", 0),
    Element("date", 0),
    Element("quotation", 0),
    Element("footer", 0),
    Element("number", 0),
    Element("footnote", 0),
    Element("figure", 0, "", 'A river & <two> "boats"'),
    Element("artifact", 0),
)
_INDEX = {element.role: number for number, element in enumerate(ELEMENTS)}


def colour(layout: Layout, part: str) -> Colour:
    """Give the colour that the slides use as `part`: ink, accent, muted or ground."""
    name = getattr(layout.slides, part)
    return Colour(name, layout.colours[name])


def line(text, size=28.0, ink=None, **more) -> Paragraph:
    """Give a paragraph as the typeset stage would."""
    settings = {
        "face": Face("Arimo"),
        "leading": size * 1.18,
        "colour": ink or colour(LAYOUT, "ink"),
        "language": "en-US",
    } | more
    return Paragraph(text=text, size=size, **settings)


def text(role: str, box: Box, *paragraphs: Paragraph) -> Text:
    """Give a text whose element has the role."""
    return Text(_INDEX[role], box, paragraphs=paragraphs)


def image(key: str, box: Box, role: str = "figure") -> Image:
    """Give a picture whose element has the role."""
    return Image(_INDEX[role], box, key)


def furniture(number: int, layout: Layout, language: str) -> tuple[Text, ...]:
    """Give the footer and the slide's number."""
    muted = {"ink": colour(layout, "muted"), "language": language}
    return (
        text("footer", Box(48, 494, 700, 19), line(f"{AWKWARD} · 2019", 16, **muted)),
        text("number", Box(840, 494, 72, 19), line(str(number), 16, align="right", **muted)),
    )


def cover(layout: Layout, language: str, banner: bool) -> Frame:
    """Give a cover, with or without a picture on its right."""
    width = 520 if banner else 864
    ink, accent = colour(layout, "ink"), colour(layout, "accent")
    bold = Face("Arimo", 700)
    items = (
        text(
            "title", Box(48, 40, width, 200), line(AWKWARD, 50, ink, face=bold, language=language)
        )._replace(sunk=True),
        text("date", Box(48, 252, width, 19), line("Week & day", 16, accent, language=language)),
        text(
            "quotation",
            Box(48, 320, width, 160),
            line(f"“{AWKWARD}”", 28, ink, face=Face("Arimo", 400, italic=True), language=language),
            line("Matthew 5:5 (WEB)", 20, accent, before=10, language=language),
        ),
        *((image("banner", Box(592, 60, 320, 400)),) if banner else ()),
        *furniture(1, layout, language),
    )
    notes = (f"Notes {AWKWARD}", "Second note")
    return Frame(SCREEN.width, SCREEN.height, items, "cover", notes, section=AWKWARD)


def region(number: int, layout: Layout, language: str, picture: str = "") -> Frame:
    """Give the slide of a region with an introduction and two requests."""
    settings = {"ink": colour(layout, "ink"), "language": language}
    width = 520 if picture else 864
    marked = settings | {"mark": "•", "before": 8.0}
    title = line(f"Region {number} & Co.", 40, face=Face("Arimo", 700), **settings)
    items = (
        text("title", Box(48, 43, width, 50), title),
        text(
            "body",
            Box(48, 125, width, 330),
            line("Offices in <four> lands.", 28, **settings),
            line(REQUEST[: 90 if picture else 200], 28, **marked),
            line(AWKWARD, 28, **marked),
        ),
        *((image(picture, Box(592, 125, 320, 330)),) if picture else ()),
        text(
            "footnote",
            Box(48, 464, 864, 19),
            line("*Names changed", 16, colour(layout, "muted"), language=language),
        ),
        *furniture(number, layout, language),
    )
    name = "region-picture" if picture else "region"
    notes = (REQUEST, AWKWARD, "Pause – pray")
    return Frame(SCREEN.width, SCREEN.height, items, name, notes, section=f"Region {number} & Co.")


def deck_document(
    regions: int = 2, language: str = "en-US", layout: Layout = LAYOUT, *, pictures: bool = False
) -> Document:
    """Give a cover and some regions, every other one with a picture where `pictures` says so."""
    frames = (
        cover(layout, language, pictures),
        *(
            region(number, layout, language, "photo" if pictures and number % 2 else "")
            for number in range(2, regions + 2)
        ),
    )
    return Document(AWKWARD, language, frames, ELEMENTS)


def with_items(*items, name: str = "region") -> Document:
    """Give a deck of one slide with the items alone."""
    frame = Frame(SCREEN.width, SCREEN.height, items, name, ("A note",))
    return Document("Deck", "en-US", (frame,), ELEMENTS)


def decoration(box: Box, name: str = "warm") -> Fill:
    """Give a filled rectangle."""
    return Fill(box, Colour(name, COLOURS.get(name, "000000")))


def picture(size: tuple[int, int], kind: Literal["JPEG", "PNG"], shade: int) -> Pixels:
    """Give a picture of one shade."""
    from PIL import Image as Drawing

    stream = io.BytesIO()
    Drawing.new("RGB", size, (shade, 120, 90)).save(stream, kind)
    return Pixels(stream.getvalue(), kind, *size)


class Album(dict[str, Pixels]):
    """Pictures by their files, whatever the boxes they are placed in."""

    def __missing__(self, key: str) -> Pixels:
        """Give the picture of the file that the key begins with."""
        return self[key.partition("|")[0]]


def picture_set() -> Album:
    """Give the pictures that the documents here name."""
    return Album(banner=picture((640, 800), "JPEG", 200), photo=picture((640, 660), "PNG", 60))
