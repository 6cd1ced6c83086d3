"""How clearly one colour stands out from another: WCAG 2.2's contrast ratio.

Source: Web Content Accessibility Guidelines 2.2, the definitions of `contrast ratio` and `relative
luminance`, which the success criteria 1.4.3 (4.5:1) and 1.4.6 (7:1) for text are measured in.
"""

# Where sRGB's transfer function turns from a line into a power.
_THRESHOLD = 0.04045
# The light that any screen or paper reflects from the room.
_FLARE = 0.05


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two sRGB colours `RRGGBB`, from 1 to 21, in either order."""
    return ratio(luminance(one), luminance(other))


def ratio(one: float, other: float) -> float:
    """Give the contrast ratio of two relative luminances, from 1 to 21, in either order."""
    darker, lighter = sorted((one, other))
    return (lighter + _FLARE) / (darker + _FLARE)


def luminance(colour: str) -> float:
    """Give the relative luminance of an sRGB colour `RRGGBB`, from 0 to 1."""
    red, green, blue = (linear(value / 255) for value in bytes.fromhex(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    """Give the light of one sRGB channel, both from 0 to 1; a grey's is its relative luminance."""
    return channel / 12.92 if channel <= _THRESHOLD else ((channel + 0.055) / 1.055) ** 2.4
