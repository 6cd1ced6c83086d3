"""Where pictures are seen: on paper, or on slides."""

from dataclasses import dataclass

WHITE = "FFFFFF"


@dataclass(frozen=True, slots=True)
class Medium:
    """Paper or slides: how a warning says it, and what a picture on it needs.

    `dots` is how many pixels an inch of it gets at most, `least` how many it should get; `ground`
    is the colour that pictures stand on, as sRGB's `RRGGBB`.
    """

    said: str
    dots: int
    least: int
    ground: str = WHITE


PAPER = Medium("printed", dots=200, least=200)
SCREEN = Medium("shown on the slides", dots=144, least=72)
