"""The pictures that a document's frames place, prepared for their medium; and what to warn of."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from printkit.errors import Problem
from printkit.model.edition import Edition
from printkit.model.frame import Document, Image
from printkit.model.picture import Pixels
from printkit.pictures.code import draw
from printkit.pictures.contrast import faint_logo
from printkit.pictures.medium import Medium
from printkit.pictures.preparing import Crop
from printkit.pictures.remembered import RememberedPictures
from printkit.pictures.resolution import coarse
from printkit.units import POINTS_PER_INCH

_CODE_DOTS = 600


def pictures_of(
    document: Document, medium: Medium, remembered: RememberedPictures
) -> dict[str, Pixels]:
    """Give the pixels of a document's pictures by the images' keys."""
    images = [item for frame in document.frames for item in frame.items if isinstance(item, Image)]
    unique = {item.key: item for item in images}
    return {key: _pixels(item, medium, remembered) for key, item in unique.items()}


def picture_warnings(
    document: Document, pictures: Mapping[str, Pixels], edition: Edition, medium: Medium
) -> Iterator[Problem]:
    """Give a warning for each picture that has too few pixels, and for a logo that is not seen."""
    yield from coarse(document, pictures, edition, medium)
    yield from faint_logo(document, pictures, edition, medium)


def _pixels(item: Image, medium: Medium, remembered: RememberedPictures) -> Pixels:
    inches = item.box.width / POINTS_PER_INCH
    if item.code:
        return draw(item.code, round(inches * _CODE_DOTS))
    widest = max(1, round(inches * medium.dots))
    ratio = item.box.width / item.box.height
    return remembered.prepare(Path(item.file), Crop(ratio, item.focus, widest, medium.ground))
