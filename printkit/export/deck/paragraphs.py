"""Paragraphs as DrawingML (`a:p`): sizes, leading and bullets explicit, family by inheritance."""

from collections.abc import Mapping
from functools import lru_cache

from printkit.export.deck.markup import escaped, quoted
from printkit.model.frame import Paragraph
from printkit.model.layout import Align, Face
from printkit.units import emu

_ALIGNMENTS = {"left": "l", "centre": "ctr", "right": "r", "justified": "just"}
_BOLD = 600
# The hanging indent of a marked paragraph, in ems of its size.
HANGING = 0.9
_NO_BULLET = "<a:buNone/>"
# Any identifier will do, as long as it stays the same (ST_Guid).
_FIELD = "{6B1F3C52-9A0D-5E47-8C31-2D5F7A9E4B60}"


def paragraph(source: Paragraph, slots: Mapping[str, str], field: str = "") -> str:
    """Give one `a:p`; with `field` its text is the field's last known value (`a:fld`)."""
    space = spacing(source.leading, source.before)
    marked = slot_of(source.mark_colour.name, slots) if source.mark_colour else ""
    properties = _properties(source.align, source.size, space, bullet(source.mark, marked))
    slot = slot_of(source.colour.name, slots)
    character = _character(source.language, source.size, source.face, slot)
    text = f"{character}<a:t>{escaped(source.text)}</a:t>"
    if field:
        return f'<a:p>{properties}<a:fld id="{_FIELD}" type="{field}">{text}</a:fld></a:p>'
    return f"<a:p>{properties}<a:r>{text}</a:r></a:p>"


def plain_paragraph(text: str, language: str) -> str:
    """Give one `a:p` that takes everything but its language from its master."""
    return f"<a:p><a:r><a:rPr lang={quoted(language)}/><a:t>{escaped(text)}</a:t></a:r></a:p>"


def hundredths(length: float) -> int:
    """Give points in hundredths (ST_TextFontSize, ST_TextSpacingPoint)."""
    return round(length * 100)


@lru_cache(maxsize=500)
def spacing(leading: float, before: float) -> str:
    """Give the leading and the space before, both exact (`a:lnSpc`, `a:spcBef`)."""
    return (
        f'<a:lnSpc><a:spcPts val="{hundredths(leading)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{hundredths(before)}"/></a:spcBef>'
        '<a:spcAft><a:spcPts val="0"/></a:spcAft>'
    )


@lru_cache(maxsize=100)
def bullet(mark: str, slot: str = "") -> str:
    """Give the bullet in the theme's family (`a:buChar`), or none where there is no mark.

    It has the theme's colour `slot`, or that of its level where none is named. Without a family of
    its own, LibreOffice takes it from a symbol font and sets it too high.
    """
    if not mark:
        return _NO_BULLET
    colour = f'<a:buClr><a:schemeClr val="{slot}"/></a:buClr>' if slot else ""
    return f'{colour}<a:buFont typeface="+mn-lt"/><a:buChar char={quoted(mark)}/>'


def colour_fill(slot: str) -> str:
    """Give a fill in one of the theme's colours (`a:solidFill`)."""
    return f'<a:solidFill><a:schemeClr val="{slot}"/></a:solidFill>'


def slot_of(name: str, slots: Mapping[str, str]) -> str:
    """Give the theme colour that holds the layout's colour `name`; ValueError where none does."""
    if name not in slots:
        raise ValueError(f"no colour of the deck's theme holds `{name}`")
    return slots[name]


@lru_cache(maxsize=500)
def _properties(align: Align, size: float, space: str, mark: str) -> str:
    """Give a paragraph's own properties (`a:pPr`), at a size in points."""
    hang = 0 if mark == _NO_BULLET else emu(size * HANGING)
    return (
        f'<a:pPr marL="{hang}" indent="{-hang}" algn="{_ALIGNMENTS[align]}">{space}{mark}</a:pPr>'
    )


@lru_cache(maxsize=500)
def _character(language: str, size: float, face: Face, slot: str) -> str:
    """Give a run's properties (`a:rPr`)."""
    weight = "1" if face.weight >= _BOLD else "0"
    italic = ' i="1"' if face.italic else ""
    return (
        f'<a:rPr lang={quoted(language)} sz="{hundredths(size)}" b="{weight}"{italic}>'
        f"{colour_fill(slot)}</a:rPr>"
    )
