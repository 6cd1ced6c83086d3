"""Where a slide's parts stand on a screen of any shape."""

from printkit.model.frame import Box
from printkit.model.layout import SlideLayout
from printkit.model.paper import Size
from printkit.model.slides import SlideAreas

_RULE = Size(72, 4)
_NUMBER_WIDTH = 72.0
_PICTURE, _BANNER = 0.36, 0.36
_COVER_TITLE_BOTTOM = 0.475


def slide_areas(slides: SlideLayout, screen: Size, *, banner: bool = False) -> SlideAreas:
    """Give the areas: inside what the layout keeps safe of the screen, but for the banner."""
    left, top = screen.width * slides.safe, screen.height * slides.safe
    width, bottom = screen.width - 2 * left, screen.height - top
    line = slides.small * slides.leading
    gap = slides.small * 0.6
    footer = bottom - line
    rule = Box(left, top, _RULE.width, _RULE.height)
    title = Box(left, rule.bottom + gap * 0.8, width, slides.title.largest * slides.leading)
    body = _between(left, width, title.bottom + gap * 0.6, footer - gap)
    picture = width * _PICTURE
    cover = _cover(slides, screen, banner=banner)
    return SlideAreas(
        banner=Box(0, 0, screen.width, screen.height * _BANNER),
        cover_rule=cover[0],
        cover_title=cover[1],
        date=cover[2],
        quotation=_between(left, width, cover[0].bottom + 1.5 * gap, footer - 2.5 * gap),
        rule=rule,
        title=title,
        body=body,
        narrow_body=Box(left, body.top, width - picture - 2 * gap, body.height),
        picture=Box(left + width - picture, body.top, picture, body.height),
        footnote=Box(left, footer - gap - line, width, line),
        footer=Box(left, footer, width - _NUMBER_WIDTH - gap, line),
        number=Box(left + width - _NUMBER_WIDTH, footer, _NUMBER_WIDTH, line),
    )


def _cover(slides: SlideLayout, screen: Size, *, banner: bool) -> tuple[Box, Box, Box]:
    """Give the cover's rule, title and date; with or without a banner they end at one height."""
    left, width = screen.width * slides.safe, screen.width * (1 - 2 * slides.safe)
    gap = slides.small
    bottom = screen.height * _COVER_TITLE_BOTTOM
    top = screen.height * (_BANNER if banner else slides.safe) + gap * 0.6
    date = Box(left, bottom + gap * 0.3, width, slides.small * 1.75 * slides.leading)
    rule = Box(left, date.bottom + gap * 0.7, *_size(_RULE))
    return rule, _between(left, width, top, bottom), date


def _size(size: Size) -> tuple[float, float]:
    return size.width, size.height


def _between(left: float, width: float, top: float, bottom: float) -> Box:
    return Box(left, top, width, bottom - top)
