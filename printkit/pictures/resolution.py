"""Pictures with fewer pixels than their place needs, and how many would do."""

from collections.abc import Iterable, Iterator, Mapping
from math import ceil
from pathlib import Path

from printkit.errors import Place, Problem
from printkit.model.bulletin import Bulletin
from printkit.model.edition import Edition
from printkit.model.frame import Document, Image
from printkit.model.picture import Pixels
from printkit.pictures.medium import Medium
from printkit.pictures.preparing import size
from printkit.units import POINTS_PER_INCH

_ROUND = 10


def coarse(
    document: Document, pictures: Mapping[str, Pixels], edition: Edition, medium: Medium
) -> Iterator[Problem]:
    """Give a warning for each file that is shown with fewer dots an inch than its medium needs.

    A file is named once, at its coarsest; `pictures` holds what its crops have left of it.
    """
    named = dict(_named(edition))
    for file, (image, pixels) in _coarsest(document, pictures).items():
        found = pixels.width
        needed = round(image.box.width * medium.least / POINTS_PER_INCH)
        if found < needed and file in named:
            name, place = named[file]
            dots = int(found * POINTS_PER_INCH / image.box.width)
            message = f"`{name}` is {medium.said} at {dots} dpi for office"
            yield Problem(
                f"{message} `{edition.office.identity}`, expected at least {medium.least}",
                place,
                f"a picture of at least {_enough(Path(file), needed / found)} px would be sharp",
            )


def _coarsest(
    document: Document, pictures: Mapping[str, Pixels]
) -> dict[str, tuple[Image, Pixels]]:
    """Give for each file the picture that has the fewest pixels for its width."""
    items = (item for frame in document.frames for item in frame.items)
    shown = [(item, pictures[item.key]) for item in items if isinstance(item, Image) and item.file]
    ordered = sorted(shown, key=lambda one: one[0].box.width / one[1].width)
    return {image.file: (image, pixels) for image, pixels in ordered}


def _named(edition: Edition) -> Iterable[tuple[str, tuple[str, Place]]]:
    logo = edition.office.logo
    if logo:
        yield str(logo.file), (logo.file.name, logo.place)
    yield from _named_in(edition.bulletin)


def _named_in(bulletin: Bulletin) -> Iterator[tuple[str, tuple[str, Place]]]:
    """Give each file's name as typed, and where; the banner's place counts for a file of both."""
    for picture in (*(region.picture for region in bulletin.regions), bulletin.picture):
        if picture:
            yield str(picture.file), (picture.name, picture.place)


def _enough(file: Path, factor: float) -> str:
    """Give the size in pixels, of the whole file's shape, that would be sharp."""
    across, down = (ceil(side * factor / _ROUND) * _ROUND for side in size(file))
    return f"{across} by {down}"
