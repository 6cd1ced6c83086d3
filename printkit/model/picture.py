"""A picture prepared for a page or a slide, and a code that will be drawn."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Pixels:
    """An encoded picture: upright, sRGB, without metadata, `width` by `height` pixels."""

    data: bytes
    format: Literal["JPEG", "PNG"]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Code:
    """A code to scan, in points: its side, and how wide the white zone inside its edges is."""

    words: str
    side: float
    zone: float
