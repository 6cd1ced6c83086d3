"""Logos that hardly stand out from what they are put on."""

from collections.abc import Iterator, Mapping
from io import BytesIO

from PIL import Image, ImageChops, ImageColor

from printkit.errors import Problem
from printkit.model.contrast import linear, ratio
from printkit.model.edition import Edition
from printkit.model.frame import Document
from printkit.model.frame import Image as Placed
from printkit.model.picture import Pixels
from printkit.pictures.medium import Medium

# The least contrast (WCAG 2.2's ratio) that is still seen; a strong yellow has more on white.
_LEAST = 1.6
# How far, of 255, a drawn pixel's colour is from the ground's.
_DRAWN = 10


def faint_logo(
    document: Document, pictures: Mapping[str, Pixels], edition: Edition, medium: Medium
) -> Iterator[Problem]:
    """Give a warning where most of what the logo draws is hardly seen on the medium's ground."""
    logo = edition.office.logo
    items = (item for frame in document.frames for item in frame.items)
    placed = [
        one for one in items if isinstance(one, Placed) and logo and one.file == str(logo.file)
    ]
    if logo and placed and is_faint(pictures[placed[0].key], medium.ground):
        yield Problem(
            f"the logo `{logo.file.name}` is hardly seen where it is {medium.said} "
            f"for office `{edition.office.identity}`",
            logo.place,
            f"use one that stands out from the colour {medium.ground}, or has a ground of its own",
        )


def is_faint(pixels: Pixels, ground: str) -> bool:
    """Say whether most pixels that are not the ground's have too little contrast to it."""
    image = Image.open(BytesIO(pixels.data)).convert("RGB")
    colour = ImageColor.getrgb(f"#{ground}")
    apart = ImageChops.difference(image, Image.new("RGB", image.size, colour)).split()
    most = ImageChops.lighter(ImageChops.lighter(apart[0], apart[1]), apart[2])
    drawn = most.point(lambda value: 255 * (value > _DRAWN))
    below = Image.new("RGB", (1, 1), colour).convert("L").tobytes()[0]
    shades = image.convert("L").histogram(drawn)
    clear = sum(shades[shade] for shade in range(256) if _contrast(shade, below) >= _LEAST)
    return 2 * clear < max(1, sum(shades))


def _contrast(one: int, other: int) -> float:
    """Give about the contrast ratio of two greys from 0 to 255."""
    return ratio(linear(one / 255), linear(other / 255))
