"""The ladder of copyfitting: what the layout lets give way, one step on top of the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from printkit.model.layout import PageLayout, Step


class Rung(NamedTuple):
    """One step of the ladder: its name in the report, and what it sets the page with.

    `spacing` is the part of their natural value that spaces have, `leading` is in ems, `banner`
    the part of the paper's height that the banner takes.
    """

    name: str
    spacing: float
    leading: float
    banner: float
    columns: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs in order.

    `comfortable` ones are tried for the comfortable size and what is above it, `smaller` is where
    the size gives way, and the `last` are turned to where even the smallest size does not fit.
    """

    comfortable: tuple[Rung, ...]
    smaller: Rung
    last: tuple[Rung, ...]


def ladder(page: PageLayout, columns: tuple[int, ...], *, banner: bool) -> Ladder:
    """Give the layout's ladder for a page with or without a banner."""
    height = page.banner.largest if banner else 0.0
    natural = Rung("natural", 1.0, page.natural_leading, height, columns[0])
    before = tuple(takewhile(lambda step: step != "size", page.ladder))
    after = page.ladder[len(before) + 1 :]
    comfortable = (natural, *_rungs(natural, before, page, columns))
    smaller = comfortable[-1]._replace(name="size")
    return Ladder(comfortable, smaller, tuple(_rungs(smaller, after, page, columns)))


def _rungs(
    rung: Rung, steps: tuple[Step, ...], page: PageLayout, columns: tuple[int, ...]
) -> Iterator[Rung]:
    """Give a rung for each way that a step changes the one before it."""
    for step in steps:
        for changed in _changed(rung, step, page, columns):
            if changed != rung:
                rung = changed._replace(name=step)
                yield rung


def _changed(rung: Rung, step: Step, page: PageLayout, columns: tuple[int, ...]) -> Iterator[Rung]:
    match step:
        case "spacing":
            yield rung._replace(spacing=page.spacing.smallest)
        case "leading":
            yield rung._replace(leading=page.leading.smallest)
        case "banner" if rung.banner:
            yield rung._replace(banner=page.banner.smallest)
        case "columns":
            for count in columns[1:]:
                yield rung._replace(columns=count)
