"""A picture prepared for a page or a slide."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Pixels:
    """An encoded picture: upright, sRGB, without metadata, `width` by `height` pixels."""

    data: bytes
    format: Literal["JPEG", "PNG"]
    width: int
    height: int
