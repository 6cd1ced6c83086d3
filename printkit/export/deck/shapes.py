"""Shapes as PresentationML: texts, fills and pictures with explicit places on a slide."""

from printkit.export.deck.markup import DECORATIVE, quoted
from printkit.export.deck.paragraphs import colour_fill
from printkit.export.deck.placeholders import Placeholder
from printkit.model.frame import Box
from printkit.units import emu

# What a shape tree (CT_GroupShape) begins with.
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
# Text in its box (`a:bodyPr`): no insets and no shrinking, since boxes and sizes come finished.
_IN_BOX = '<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor='
_RISEN, _SUNK = (f'{_IN_BOX}"{end}"><a:noAutofit/></a:bodyPr>' for end in "tb")
_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def place(box: Box) -> str:
    """Give the box in EMU (`a:xfrm`): both edges rounded, so that what touches still touches."""
    left, top = emu(box.left), emu(box.top)
    width, height = emu(box.right) - left, emu(box.bottom) - top
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def text_shape(
    number: int, placeholder: Placeholder, box: Box, body: str, *, sunk: bool = False
) -> str:
    """Give a placeholder or text box with `body`, its `a:lstStyle` (if any) and paragraphs.

    Text that is `sunk` stands at the bottom of its box.
    """
    locked = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    kind = locked if placeholder.kind else '<p:cNvSpPr txBox="1"/>'
    geometry = place(box) + ("" if placeholder.kind else f"{_RECTANGLE}<a:noFill/>")
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoted(placeholder.name)}/>{kind}'
        f"<p:nvPr>{placeholder.markup()}</p:nvPr></p:nvSpPr><p:spPr>{geometry}</p:spPr>"
        f"<p:txBody>{_SUNK if sunk else _RISEN}{body}</p:txBody></p:sp>"
    )


def fill_shape(number: int, name: str, box: Box, slot: str) -> str:
    """Give a rectangle in a theme colour that screen readers pass over."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoted(name)}>{DECORATIVE}</p:cNvPr>'
        f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{place(box)}{_RECTANGLE}{colour_fill(slot)}"
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def picture_shape(
    number: int, placeholder: Placeholder, box: Box, relation: str, alternative: str
) -> str:
    """Give a picture (`p:pic`); without alternative words it is marked as decorative."""
    properties = f'id="{number}" name={quoted(placeholder.name)} descr={quoted(alternative)}'
    decorative = "" if alternative else DECORATIVE
    grouping = ' noGrp="1"' if placeholder.kind else ""
    return (
        f"<p:pic><p:nvPicPr><p:cNvPr {properties}>{decorative}</p:cNvPr>"
        f'<p:cNvPicPr><a:picLocks{grouping} noChangeAspect="1"/></p:cNvPicPr>'
        f"<p:nvPr>{placeholder.markup()}</p:nvPr></p:nvPicPr>"
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f"</p:blipFill><p:spPr>{place(box)}{_RECTANGLE}</p:spPr></p:pic>"
    )
