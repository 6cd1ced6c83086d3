"""The slide master and the slide layouts, made from a layout's sizes and colours."""

from dataclasses import dataclass

from printkit.export.deck.markup import DECLARATION, NAMESPACES, quoted
from printkit.export.deck.paragraphs import HANGING, bullet, colour_fill, hundredths, spacing
from printkit.export.deck.placeholders import (
    BODY,
    COVER_TITLE,
    DATE,
    FOOTER,
    FOOTNOTE,
    LAYOUT_NAMES,
    NUMBER,
    PICTURE,
    QUOTATION,
    TITLE,
    Placeholder,
)
from printkit.export.deck.shapes import GROUP, fill_shape, text_shape
from printkit.export.deck.theme import colour_map
from printkit.model.frame import Box
from printkit.model.layout import Layout, SlideLayout
from printkit.model.slides import SlideAreas
from printkit.units import emu

# PowerPoint numbers masters and their layouts from here (ST_SlideMasterId, ST_SlideLayoutId).
MASTER_IDENTIFIER = 1 << 31
_LEVELS = range(1, 6)
# By the frame's name: what PowerPoint takes the layout for (ST_SlideLayoutType).
_LAYOUT_TYPES = {
    "cover": ' type="title"',
    "region": ' type="obj"',
    "region-picture": "",
    "last": "",
}
# Above a request that a person adds, in ems.
_SPACE_BEFORE = 0.3
_PROMPT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class _Style:
    """How a placeholder's text looks before anything is said on a slide."""

    size: float
    leading: float
    before: float = 0.0
    slot: str = "tx1"
    bold: bool = False
    align: str = "l"
    mark: str = ""
    family: str = "+mn"


@dataclass(frozen=True, slots=True)
class _Area:
    """A placeholder of the master or of a slide layout, where it is, and how its text looks."""

    placeholder: Placeholder
    box: Box
    style: _Style


def slide_master(layout: Layout, areas: SlideAreas, layouts: dict[str, str]) -> str:
    """Give the slide master (`p:sldMaster`); `layouts` are its layouts' relationships by name."""
    slides = layout.slides
    parts = (
        _title(slides, areas.title),
        _body(slides, areas.body, areas),
        *_furniture(slides, areas),
    )
    listed = "".join(
        f'<p:sldLayoutId id="{MASTER_IDENTIFIER + number}" r:id="{relation}"/>'
        for number, relation in enumerate(layouts.values(), 1)
    )
    return (
        f"{DECLARATION}<p:sldMaster {NAMESPACES}><p:cSld>"
        f"<p:bg><p:bgPr>{colour_fill('bg1')}<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{GROUP}{_shapes(parts, None)}</p:spTree></p:cSld>{colour_map(layout)}"
        f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>"
        f'<p:hf hdr="0" dt="0"/>{_text_styles(slides)}</p:sldMaster>'
    )


def slide_layout(frame: str, layout: Layout, areas: SlideAreas) -> str:
    """Give the slide layout (`p:sldLayout`) for frames of the name `frame`."""
    parts, rule = _contents(frame, layout.slides, areas)
    return (
        f"{DECLARATION}<p:sldLayout {NAMESPACES}{_LAYOUT_TYPES[frame]} "
        f'preserve="1" userDrawn="1"><p:cSld name={quoted(LAYOUT_NAMES[frame])}>'
        f"<p:spTree>{GROUP}{_shapes(parts, rule)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _contents(
    frame: str, slides: SlideLayout, areas: SlideAreas
) -> tuple[tuple[_Area, ...], Box | None]:
    """Give what a slide layout has: its placeholders, and its rule where it has one."""
    furniture = _furniture(slides, areas)
    if frame == "last":
        return (_Area(TITLE, areas.footer, _small(slides)),), None
    if frame == "cover":
        return (*_cover(slides, areas), *furniture), areas.cover_rule
    title = _title(slides, areas.title)
    footnote = _Area(FOOTNOTE, areas.footnote, _small(slides))
    if frame == "region":
        body = _body(slides, areas.body, areas)
        return (title, body, footnote, *furniture), areas.rule
    picture = _Area(PICTURE, areas.picture, _small(slides))
    body = _body(slides, areas.narrow_body, areas)
    return (title, body, picture, footnote, *furniture), areas.rule


def _cover(slides: SlideLayout, areas: SlideAreas) -> tuple[_Area, ...]:
    title, quotation = slides.cover_title.largest, slides.quotation.largest
    return (
        _Area(COVER_TITLE, areas.cover_title, _heading(slides, title)),
        _Area(DATE, areas.date, _small(slides, slot="accent1")),
        _Area(QUOTATION, areas.quotation, _Style(quotation, quotation * slides.leading)),
    )


def _title(slides: SlideLayout, box: Box) -> _Area:
    return _Area(TITLE, box, _heading(slides, slides.title.largest))


def _body(slides: SlideLayout, box: Box, areas: SlideAreas) -> _Area:
    """Give the body, ending where the footnote begins: a slide's own body knows if there is one."""
    box = box._replace(height=min(box.bottom, areas.footnote.top) - box.top)
    return _Area(BODY, box, _requests(slides, slides.body.largest))


def _furniture(slides: SlideLayout, areas: SlideAreas) -> tuple[_Area, ...]:
    return (
        _Area(FOOTER, areas.footer, _small(slides)),
        _Area(NUMBER, areas.number, _small(slides, align="r")),
    )


def _heading(slides: SlideLayout, size: float) -> _Style:
    return _Style(size, size * slides.leading, bold=True, family="+mj")


def _requests(slides: SlideLayout, size: float) -> _Style:
    return _Style(size, size * slides.leading, before=size * _SPACE_BEFORE, mark="•")


def _small(slides: SlideLayout, slot: str = "tx2", align: str = "l") -> _Style:
    return _Style(slides.small, slides.small * slides.leading, slot=slot, align=align)


def _shapes(parts: tuple[_Area, ...], rule: Box | None) -> str:
    texts = "".join(_area(number, part) for number, part in enumerate(parts, 2))
    if rule is None:
        return texts
    return texts + fill_shape(len(parts) + 2, "Rule", rule, "accent1")


def _area(number: int, area: _Area) -> str:
    style = f"<a:lstStyle>{_level(1, area.style)}</a:lstStyle>"
    sunk = area.placeholder is COVER_TITLE
    return text_shape(
        number, area.placeholder, area.box, style + _prompt(area.placeholder), sunk=sunk
    )


def _prompt(placeholder: Placeholder) -> str:
    """Give what the placeholder shows while it is empty."""
    language = f'lang="{_PROMPT_LANGUAGE}"'
    if placeholder.field:
        return (
            f'<a:p><a:fld id="{{6B1F3C52-9A0D-5E47-8C31-2D5F7A9E4B61}}" '
            f'type="{placeholder.field}"><a:rPr {language}/><a:t>1</a:t></a:fld>'
            f"<a:endParaRPr {language}/></a:p>"
        )
    return (
        f"<a:p><a:r><a:rPr {language}/><a:t>{placeholder.name}</a:t></a:r>"
        f"<a:endParaRPr {language}/></a:p>"
    )


def _text_styles(slides: SlideLayout) -> str:
    """Give the master's own styles (`p:txStyles`): titles, bodies, everything else."""
    title = _heading(slides, slides.title.largest)
    body, below = (_requests(slides, size) for size in (slides.body.largest, slides.body.smallest))
    levels = "".join(_level(number, body if number == 1 else below) for number in _LEVELS)
    return (
        f"<p:txStyles><p:titleStyle>{_level(1, title)}</p:titleStyle>"
        f"<p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{_level(1, _small(slides, slot='tx1'))}</p:otherStyle></p:txStyles>"
    )


def _level(number: int, style: _Style) -> str:
    """Give one level of a list style (`a:lvlNpPr`); a mark hangs, its colour is the accent."""
    hang = emu(style.size * HANGING) if style.mark else 0
    return (
        f'<a:lvl{number}pPr marL="{hang * number}" indent="{-hang}" algn="{style.align}" '
        f'defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f"{spacing(style.leading, style.before)}{bullet(style.mark, 'accent1')}"
        f'<a:defRPr sz="{hundredths(style.size)}" b="{int(style.bold)}" kern="1200">'
        f'{colour_fill(style.slot)}<a:latin typeface="{style.family}-lt"/>'
        f'<a:ea typeface="{style.family}-ea"/><a:cs typeface="{style.family}-cs"/></a:defRPr>'
        f"</a:lvl{number}pPr>"
    )
