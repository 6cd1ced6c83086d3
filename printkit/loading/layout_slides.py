"""The `slides` of a layout: the deck's screen, type and colours, within the floors."""

from printkit.loading.looks import (
    LEAST_CONTRAST,
    Looks,
    contrast,
    lengths,
    read_colour,
    read_family,
)
from printkit.loading.measures import length, number
from printkit.loading.nodes import Node
from printkit.loading.section import Section
from printkit.model.layout import SlideLayout
from printkit.model.paper import SCREENS

SMALLEST_BODY = 28.0  # points: intro and requests
SMALLEST_OTHER = 14.0  # points: anything else on a slide
_COLOURS = ("ground", "ink", "accent", "muted")
_LARGEST_PART = 0.4  # of width, height or measure
_KEYS = (
    "screen",
    "family",
    "metrics",
    "ground",
    "ink",
    "accent",
    "muted",
    "body",
    "title",
    "cover-title",
    "quotation",
    "small",
    "leading",
    "safe",
    "slack",
    "spread",
    "cover",
)


def read_slides(layout: Section, looks: Looks) -> SlideLayout:
    """Give the deck's layout under the key `slides`."""
    slides = layout.section("slides", _KEYS)
    for key in ("screen", "cover"):
        slides.required(key)
    ground, ink, accent, muted = (read_colour(slides, key, looks) for key in _COLOURS)
    for key, name in (("ink", ink), ("accent", accent), ("muted", muted)):
        _refuse_low_contrast(layout, slides.get(key), (name, ground), looks)
    return SlideLayout(
        screen=slides.choice("screen", SCREENS) or "",
        family=slides.text("family").value,
        metrics=read_family(slides, "metrics", looks),
        ground=ground,
        ink=ink,
        accent=accent,
        muted=muted,
        body=lengths(slides, "body", SMALLEST_BODY),
        title=lengths(slides, "title", SMALLEST_OTHER),
        cover_title=lengths(slides, "cover-title", SMALLEST_OTHER),
        quotation=lengths(slides, "quotation", SMALLEST_OTHER),
        small=length(slides, "small", SMALLEST_OTHER),
        leading=number(slides, "leading", 1, 3),
        safe=number(slides, "safe", 0, _LARGEST_PART),
        slack=number(slides, "slack", 0, _LARGEST_PART),
        spread=length(slides, "spread"),
        cover=bool(slides.switch("cover")),
    )


def _refuse_low_contrast(
    layout: Section, node: Node | None, names: tuple[str, str], looks: Looks
) -> None:
    """Tell of too little contrast where the file itself chose a colour, if it did."""
    found = contrast(*(looks.colours.get(name, "") for name in names))
    places = [node, *(looks.nodes.get(name) for name in names)]
    known = [place for place in places if place]
    if known and found < LEAST_CONTRAST:
        own = layout.node.source if layout.node else None
        place = next((place for place in known if place.source is own), known[0])
        message = f"expected a contrast of at least {LEAST_CONTRAST}:1 of `{names[0]}` to"
        hint = "choose a lighter colour on a dark ground, a darker one on a light ground"
        layout.reader.refuse(place, f"{message} `{names[1]}`, found {found:.2f}:1", hint)
