"""What a copier without colours makes of a colour: a tint of black.

A tint is what part of the paper is covered, from 0 (white) to 1 (black). Source: how PostScript and
PDF turn device RGB into device grey (PostScript Language Reference, third edition, 7.2.1).
"""

# What printers ask of copier art: a lighter tint is lost, a darker one fills in.
LIGHTEST, DARKEST = 0.05, 0.80
# The colours of a layout in which rules are drawn on paper.
RULES = ("accent", "hairline")


def tint(colour: str) -> float:
    """Give the tint that a sRGB colour `RRGGBB` becomes."""
    red, green, blue = (value / 255 for value in bytes.fromhex(colour))
    return 1 - (0.3 * red + 0.59 * green + 0.11 * blue)
