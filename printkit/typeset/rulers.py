"""Rulers: thin rules at each millimetre, or eighth of an inch, with numbers beside some of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from printkit.model.frame import Box
from printkit.model.paper import MILLIMETRE, Size

HAIR = 0.35
_CORNER = 20 * MILLIMETRE  # rulers leave the corners of a page free
_CENTRE = 15  # millimetres that a cross can be read to


@dataclass(frozen=True, slots=True)
class Scale:
    """What a ruler shows: a tick each `step`, longer at each fifth or half, a number at a `whole`.

    `near` and `deep` are where a long tick begins and ends, from the page's edge; numbers stand at
    `label`. All lengths are in points; `long` and `half` count steps, `per` is a number's unit.
    """

    step: float
    half: int
    long: int
    per: int
    near: float
    deep: float
    label: float


MILLIMETRES = Scale(MILLIMETRE, 5, 10, 10, 7 * MILLIMETRE, 9.9 * MILLIMETRE, 10.3 * MILLIMETRE)
INCHES = Scale(9.0, 4, 8, 1, 17.5 * MILLIMETRE, 15.4 * MILLIMETRE, 13.4 * MILLIMETRE)


@dataclass(frozen=True, slots=True)
class Label:
    """A ruler's number: it is centred `across` on `at`, else it begins there."""

    text: str
    left: float
    top: float
    across: bool


def edges(page: Size, scale: Scale) -> tuple[list[Box], list[Label]]:
    """Give a ruler along each edge, which counts from the page's left or top edge."""
    ticks: list[Box] = []
    labels: list[Label] = []
    for count, at, depth in _ticks(page.width, scale):
        start, length = min(scale.near, depth), abs(depth - scale.near)
        ticks.append(Box(at - HAIR / 2, start, HAIR, length))
        ticks.append(Box(at - HAIR / 2, page.height - start - length, HAIR, length))
        if count:
            labels.append(Label(count, at, scale.label, across=True))
            labels.append(Label(count, at, page.height - scale.label, across=True))
    for count, at, depth in _ticks(page.height, scale):
        start, length = min(scale.near, depth), abs(depth - scale.near)
        ticks.append(Box(start, at - HAIR / 2, length, HAIR))
        ticks.append(Box(page.width - start - length, at - HAIR / 2, length, HAIR))
        if count:
            labels.append(Label(count, scale.label, at, across=False))
            labels.append(Label(count, page.width - scale.label, at, across=False))
    return ticks, labels


def _ticks(length: float, scale: Scale) -> Iterator[tuple[str, float, float]]:
    """Give each tick's number, if any, its place, and how deep it goes."""
    whole = scale.deep - scale.near
    for count in range(int(length / scale.step) + 1):
        at = count * scale.step
        if not _CORNER <= at <= length - _CORNER:
            continue
        long, half = count % scale.long == 0, count % scale.half == 0
        share = 1.0 if long else 0.72 if half else 0.48
        yield str(count // scale.long * scale.per) if long else "", at, scale.near + whole * share


def cross(page: Size, *, ruled: bool) -> tuple[list[Box], list[Label]]:
    """Give a cross in the middle of a page, with a millimetre scale where it is `ruled`."""
    across, down = page.width / 2, page.height / 2
    arm = _CENTRE * MILLIMETRE
    boxes = [
        Box(across - arm, down - HAIR / 2, 2 * arm, HAIR),
        Box(across - HAIR / 2, down - arm, HAIR, 2 * arm),
    ]
    labels = []
    for count in range(-_CENTRE, _CENTRE + 1) if ruled else ():
        long = (2.2 if count % 5 == 0 else 1.1) * MILLIMETRE
        at = count * MILLIMETRE
        boxes.append(Box(across + at - HAIR / 2, down - long / 2, HAIR, long))
        boxes.append(Box(across - long / 2, down + at - HAIR / 2, long, HAIR))
        if count % 5 == 0 and count:
            said = str(count).replace("-", "\N{MINUS SIGN}")
            labels.append(Label(said, across + at, down + 1.7 * MILLIMETRE, across=True))
            labels.append(Label(said, across + 1.7 * MILLIMETRE, down + at, across=False))
    return boxes, labels


def check_rules(page: Size) -> tuple[list[Box], list[Label]]:
    """Give two rules of 100 mm, a level and an upright one, that meet below left of the middle."""
    long, end = 100 * MILLIMETRE, 4 * MILLIMETRE
    left, bottom = page.width / 2 - long / 2, page.height / 2 + long / 2
    boxes = [
        Box(left, bottom - HAIR / 2, long, HAIR),
        Box(left - HAIR / 2, bottom - long, HAIR, long),
        Box(left - end / 2, bottom - long - HAIR / 2, end, HAIR),
        Box(left + long - HAIR / 2, bottom - end / 2, HAIR, end),
        Box(left - HAIR / 2, bottom, HAIR, end / 2),
        Box(left - end / 2, bottom - HAIR / 2, end / 2, HAIR),
    ]
    labels = [
        Label("100 mm", left + long / 2, bottom - 2 * MILLIMETRE, across=True),
        Label("100 mm", left + 1.5 * MILLIMETRE, bottom - long / 2, across=False),
    ]
    return boxes, labels
