"""The `page` of a layout: the insert's type, spaces, margins and columns."""

from dataclasses import dataclass
from typing import cast

from printkit.loading.layout_code import read_code
from printkit.loading.layout_hyphenation import read_hyphenation
from printkit.loading.looks import Looks, numbers, read_colour, read_family
from printkit.loading.measures import ascending, length, number, whole
from printkit.loading.messages import as_typed, listed
from printkit.loading.nodes import Scalar, Sequence
from printkit.loading.section import Section, read_section
from printkit.model.layout import (
    BILINGUALS,
    PAGE_STYLES,
    STEPS,
    Align,
    Bilingual,
    Face,
    LeftRoom,
    Margins,
    PageLayout,
    PageShape,
    Range,
    Spacing,
    Step,
    TypeStyle,
)

SMALLEST_BODY = 6.0  # points: smaller print is read by nobody
_REGULAR = 400
_HEAVIEST = 1000  # OpenType's wght axis
_KEYS = (
    "body",
    "leading",
    "banner",
    "spacing",
    "ladder",
    "spare",
    "hyphenation",
    "mark",
    "code",
    "bilingual",
    "shapes",
    "styles",
)
_SHAPE_KEYS = ("from", "columns", "gutter", "margins")
_STYLE_KEYS = (
    "family",
    "weight",
    "italic",
    "colour",
    "size",
    "floor",
    "before",
    "after",
    "align",
)
_MOST_COLUMNS = 6
_LARGEST_SIZE = 20.0  # ems


@dataclass(frozen=True, slots=True)
class _Triple:
    """A range with a value inside it that the layout aims at."""

    range: Range
    aim: float


def read_page(layout: Section, looks: Looks) -> PageLayout:
    """Give the insert's layout under the key `page`."""
    page = layout.section("page", _KEYS)
    body = _body(page)
    leading = _leading(page)
    return PageLayout(
        body=body.range,
        comfortable=body.aim,
        leading=leading.range,
        natural_leading=leading.aim,
        shapes=_shapes(page),
        banner=numbers(page, "banner", 1),
        styles=_styles(page, looks),
        mark=page.possibly_empty("mark"),
        hyphenation=read_hyphenation(page),
        spacing=_spacing(page),
        ladder=_ladder(page),
        spare=_spare(page),
        code=read_code(page),
        bilingual=_bilingual(page),
    )


def _body(page: Section) -> _Triple:
    keys = ("smallest", "comfortable", "largest")
    body = page.section("body", keys)
    smallest = length(body, "smallest", SMALLEST_BODY)
    comfortable, largest = length(body, "comfortable"), length(body, "largest")
    ascending(body, keys, (smallest, comfortable, largest))
    return _Triple(Range(smallest, largest), comfortable)


def _leading(page: Section) -> _Triple:
    keys = ("smallest", "natural", "largest")
    leading = page.section("leading", keys)
    smallest, natural, largest = (number(leading, key, 1, 3) for key in keys)
    ascending(leading, keys, (smallest, natural, largest))
    return _Triple(Range(smallest, largest), natural)


def _spacing(page: Section) -> Spacing:
    spacing = page.section("spacing", ("smallest", "region", "paragraph"))
    return Spacing(
        smallest=number(spacing, "smallest", 0, 1),
        region=number(spacing, "region", 0, _LARGEST_SIZE),
        paragraph=number(spacing, "paragraph", 0, _LARGEST_SIZE),
    )


def _ladder(page: Section) -> tuple[Step, ...]:
    entries = page.each("ladder")
    typed = [entry.choice("ladder", STEPS) for entry in entries]
    steps = tuple(cast("Step", step) for step in typed if step)
    _refuse_repeated(entries, "ladder")
    node = page.get("ladder")
    if node and steps and len(steps) == len(typed) and "size" not in steps:
        message = f"expected the step `size` in `ladder`, found only {listed(steps)}"
        page.reader.refuse(node, message)
    return steps


def _spare(page: Section) -> LeftRoom:
    page.required("spare")
    found = page.choice("spare", ("space", "lines"))
    return cast("LeftRoom", found) if found else "space"


def _bilingual(page: Section) -> Bilingual:
    found = page.choice("bilingual", BILINGUALS)
    return cast("Bilingual", found) if found else "two-sided"


def _refuse_repeated(entries: list[Section], key: str) -> None:
    """Tell of each entry of a list that stands there already."""
    seen: set[str] = set()
    for entry in entries:
        node = entry.get(key)
        if not isinstance(node, Scalar):
            continue
        if node.value in seen:
            message = f"expected each entry of `{key}` once, found {as_typed(node.value)} again"
            entry.reader.refuse(node, message)
        seen.add(node.value)


def _shapes(page: Section) -> tuple[PageShape, ...]:
    return tuple(
        _shape(read_section(page.reader, node, "a shape", _SHAPE_KEYS))
        for node in page.items("shapes")
    )


def _shape(shape: Section) -> PageShape:
    margins = shape.section("margins", ("top", "bottom", "sides"))
    return PageShape(
        from_width=length(shape, "from"),
        margins=Margins(
            length(margins, "top"), length(margins, "bottom"), length(margins, "sides")
        ),
        columns=_columns(shape),
        gutter=length(shape, "gutter"),
    )


def _columns(shape: Section) -> tuple[int, ...]:
    """Give the usual number of columns, then the others; a number alone is the only one."""
    several = isinstance(shape.get("columns"), Sequence)
    entries = shape.each("columns") if several else [shape]
    found = tuple(whole(entry, "columns", 1, _MOST_COLUMNS) for entry in entries)
    _refuse_repeated(entries, "columns")
    return found


def _styles(page: Section, looks: Looks) -> dict[str, TypeStyle]:
    styles = page.section("styles", PAGE_STYLES)
    return {name: _style(styles.section(name, _STYLE_KEYS), looks) for name in PAGE_STYLES}


def _style(style: Section, looks: Looks) -> TypeStyle:
    usual = TypeStyle(Face(""), "")
    return TypeStyle(
        face=Face(
            read_family(style, "family", looks),
            whole(style, "weight", 1, _HEAVIEST) if style.get("weight") else _REGULAR,
            bool(style.switch("italic")),
        ),
        colour=read_colour(style, "colour", looks),
        size=_ems(style, "size", usual.size),
        floor=length(style, "floor") if style.get("floor") else usual.floor,
        before=_ems(style, "before", usual.before),
        after=_ems(style, "after", usual.after),
        align=_align(style),
    )


def _ems(style: Section, key: str, usual: float) -> float:
    return number(style, key, 0, _LARGEST_SIZE) if style.get(key) else usual


def _align(style: Section) -> Align:
    found = style.choice("align", ("justified", "left", "centre", "right"))
    return cast("Align", found) if found else "left"
