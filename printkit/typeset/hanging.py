"""Punctuation that hangs at the margin, so that the edge of a column looks straight.

The amounts are parts of the character's own width, after Hàn Thế Thành (Micro-typographic
extensions to the TeX typesetting system, 2000), who calls this margin kerning. They are smaller
than his where a mark has much ink.
"""

from printkit.model.frame import Glyphs

_COMMAS, _COLONS, _EXCLAMATIONS = ".,", ":;", "!?)"
_HYPHENS, _DASHES = "-\u2010\u2011\u00ad", "\u2013\u2014"
# Typewriter's, high and low quotation marks, and guillemets; each language opens with others.
_QUOTES = "\"'\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a\u00ab\u00bb"
_RIGHT = {
    **dict.fromkeys(_COMMAS, 0.7),
    **dict.fromkeys(_HYPHENS + _QUOTES, 0.5),
    **dict.fromkeys(_COLONS, 0.3),
    **dict.fromkeys(_DASHES, 0.2),
    **dict.fromkeys(_EXCLAMATIONS, 0.1),
}
_LEFT = {**dict.fromkeys(_QUOTES, 0.5), "(": 0.1}


def left_of(pieces: tuple[Glyphs, ...]) -> float:
    """Give how far, in ems, a line that begins with these glyphs hangs out at the left."""
    if not pieces or not pieces[0].clusters:
        return 0.0
    part = _LEFT.get(pieces[0].clusters[0])
    return part * pieces[0].advances[0] if part else 0.0


def right_of(pieces: tuple[Glyphs, ...]) -> float:
    """Give how far, in ems, a line that ends with these glyphs hangs out at the right."""
    if not pieces or not pieces[-1].clusters:
        return 0.0
    part = _RIGHT.get(pieces[-1].clusters[-1])
    return part * pieces[-1].advances[-1] if part else 0.0
