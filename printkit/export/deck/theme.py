"""The theme: a layout's colours and family in the slots that PowerPoint's Design tab restyles."""

from printkit.export.deck.markup import DECLARATION, DRAWING, quoted
from printkit.model.layout import Layout

_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_SLOTS = ("dk1", "lt1", "dk2", "lt2", *_ACCENTS, "hlink", "folHlink")

# A format scheme needs three of each (CT_StyleMatrix); this deck uses flat fills alone.
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FORMATS = (
    '<a:fmtScheme name="Flat">'
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>"
    "<a:lnStyleLst>"
    + "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_FILL}'
        '<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>'
        for width in (6350, 12700, 19050)
    )
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + f"</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def slots(layout: Layout) -> dict[str, str]:
    """Give the theme colour (`a:schemeClr`) by the layout's colour names.

    The ground is bg1, the ink tx1, the muted colour tx2 and the accent accent1; the layout's other
    colours take what is left of the accents, by name.
    """
    slides = layout.slides
    named: dict[str, str] = {}
    for name, slot in (
        (slides.ground, "bg1"),
        (slides.ink, "tx1"),
        (slides.muted, "tx2"),
        (slides.accent, "accent1"),
    ):
        named.setdefault(name, slot)
    others = sorted(set(layout.colours) - set(named))
    named.update(zip(others, _ACCENTS[1:], strict=False))
    return named


def colour_map(layout: Layout) -> str:
    """Give the master's `p:clrMap`: which slot is the ground, and which stands on it."""
    return _colour_map("dk", "lt") if dark(layout) else paper_colour_map()


def paper_colour_map() -> str:
    """Give the notes master's `p:clrMap`: dark on light, since notes are printed."""
    return _colour_map("lt", "dk")


def dark(layout: Layout) -> bool:
    """Whether the slides' ground is darker than their ink."""
    slides = layout.slides
    return _luma(layout.colours[slides.ground]) < _luma(layout.colours[slides.ink])


def theme(layout: Layout) -> str:
    """Give the theme part (DrawingML `a:theme`)."""
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>'
        for slot, value in _scheme(layout).items()
    )
    name = quoted(layout.name)
    family = quoted(layout.slides.family)
    fonts = f'<a:latin typeface={family}/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'{DECLARATION}<a:theme xmlns:a="{DRAWING}" name={name}><a:themeElements>'
        f"<a:clrScheme name={name}>{colours}</a:clrScheme>"
        f"<a:fontScheme name={name}><a:majorFont>{fonts}</a:majorFont>"
        f"<a:minorFont>{fonts}</a:minorFont></a:fontScheme>{_FORMATS}"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _scheme(layout: Layout) -> dict[str, str]:
    """Give the value of each slot as `RRGGBB`, in the order of CT_ColorScheme."""
    slides = layout.slides
    colours = layout.colours
    ground, ink = colours[slides.ground], colours[slides.ink]
    accent, muted = colours[slides.accent], colours[slides.muted]
    ends = (ground, ink, ground, muted) if dark(layout) else (ink, ground, muted, ground)
    values = dict(zip(_SLOTS, (*ends, *[accent] * 7, muted), strict=True))
    for name, slot in slots(layout).items():
        if slot in values:
            values[slot] = colours[name]
    return {slot: value.upper() for slot, value in values.items()}


def _colour_map(ground: str, ink: str) -> str:
    same = " ".join(f'{slot}="{slot}"' for slot in (*_ACCENTS, "hlink", "folHlink"))
    return f'<p:clrMap bg1="{ground}1" tx1="{ink}1" bg2="{ground}2" tx2="{ink}2" {same}/>'


def _luma(value: str) -> float:
    """Give a colour's weighted brightness from 0 to 255 (ITU-R BT.709)."""
    red, green, blue = bytes.fromhex(value)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
