"""How large print is set: one upright sans face, black, flush left, and no word divided.

Sizes, leading and margins follow the guidelines of blind people's own organizations: 18 pt, names
larger and bold, nothing smaller, and nothing in italics.
"""

from dataclasses import replace

from printkit.model.layout import Face, Layout, Margins, PageLayout, TypeStyle
from printkit.model.paper import Size
from printkit.units import POINTS_PER_INCH

BODY = 18.0
_REGULAR, _BOLD = 400, 700
_BLACK = "000000"
_LEAST_LEADING, _LEAST_MARGIN = 1.25, 0.6 * POINTS_PER_INCH
# Sizes and spaces in ems of the body; all that is not named here is as large as the body.
_SIZES = {"title": 26 / BODY, "heading": 21 / BODY}
_SPACES = {
    "title": (0.0, 0.0),
    "quotation": (0.4, 0.0),
    "heading": (0.75, 0.1),
    "request": (0.35, 0.0),
    "credit": (0.1, 0.2),
    "footnote": (0.6, 0.0),
}
_IN_BOLD = {"title", "date", "reference", "heading"}


def large_layout(layout: Layout, family: str) -> Layout:
    """Give a layout as large print has it, in one family."""
    page = layout.page
    styles = {role: _style(role, style, family) for role, style in page.styles.items()}
    undivided = replace(page.hyphenation, allowed=False)
    colours = layout.colours | {style.colour: _BLACK for style in styles.values()}
    large = replace(page, styles=styles, hyphenation=undivided)
    return replace(layout, page=large, colours=colours | {"hairline": _BLACK})


def _style(role: str, style: TypeStyle, family: str) -> TypeStyle:
    before, after = _SPACES.get(role, (0.0, 0.0))
    face = Face(family, _BOLD if role in _IN_BOLD else _REGULAR)
    size = _SIZES.get(role, 1.0)
    return TypeStyle(face, "ink", size, style.floor, before, after, align="left")


def leading_of(page: PageLayout) -> float:
    """Give the body's leading in ems: the layout's natural one, unless that is tight."""
    return max(page.natural_leading, _LEAST_LEADING)


def margins_of(page: PageLayout, paper: Size) -> Margins:
    """Give the layout's margins, none of them narrow."""
    own = page.shape_for(paper).margins
    return Margins(*(max(side, _LEAST_MARGIN) for side in (own.top, own.bottom, own.sides)))
