"""The `slides` of a layout: the deck's screen, type and colours, within the floors."""

from printkit.loading.looks import Looks, lengths, read_colour, read_family
from printkit.loading.measures import length, number
from printkit.loading.section import Section
from printkit.model.layout import OVERFLOWS, SlideLayout
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
    "overset",
    "praise",
    "last",
)


def read_slides(layout: Section, looks: Looks) -> SlideLayout:
    """Give the deck's layout under the key `slides`."""
    slides = layout.section("slides", _KEYS)
    for key in ("screen", "cover"):
        slides.required(key)
    ground, ink, accent, muted = (read_colour(slides, key, looks) for key in _COLOURS)
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
        overset=OVERFLOWS[slides.choice("overset", OVERFLOWS) or "sentences"],
        praise=slides.possibly_empty("praise") if slides.get("praise") else "",
        last=bool(slides.switch("last")),
    )
