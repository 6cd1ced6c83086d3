"""Copyfitting: the largest body size at which everything fits, through the layout's ladder.

The rungs are tried in order and the first that reaches the comfortable size is kept: the natural
leading with the tallest banner, then the lowest banner, then the tightest leading. What height is
left over then opens the leading and the spaces before regions, up to the layout's limits.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from printkit.model.layout import PageLayout
from printkit.typeset.breakpoints import Break
from printkit.typeset.flow import Partition, Setup, Slug, grid, partition, slugs_of
from printkit.typeset.story import Block, Plate


@dataclass(frozen=True, slots=True)
class Room:
    """Where the columns stand: how many, their measure, and the height for each body size."""

    count: int
    measure: float
    height: Callable[[float, float], float]


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder: its name in the report, the leading and the banner's height."""

    name: str
    leading: float
    banner: float


@dataclass(frozen=True, slots=True)
class Fit:
    """How the columns are set: sizes, line ends, slugs and their division, and the height given."""

    rung: Rung
    setup: Setup
    breaks: tuple[tuple[Break, ...], ...]
    slugs: tuple[Slug, ...]
    columns: Partition
    height: float
    natural_height: float

    @property
    def fits(self) -> bool:
        """Whether everything stands inside the columns."""
        return self.columns.height <= self.height + 1e-6


def rungs(page: PageLayout, *, banner: bool) -> tuple[Rung, ...]:
    """Give the layout's ladder."""
    natural, tight = page.natural_leading, page.leading.smallest
    if not banner:
        return (Rung("natural", natural, 0.0), Rung("tight leading", tight, 0.0))
    return (
        Rung("natural", natural, page.banner.largest),
        Rung("low banner", natural, page.banner.smallest),
        Rung("tight leading", tight, page.banner.smallest),
    )


def copyfit(blocks: Sequence[Block | Plate], room: Room, page: PageLayout, *, banner: bool) -> Fit:
    """Give the best fit; at the smallest size on the last rung it may not fit, and says so."""
    best: Fit | None = None
    for rung in rungs(page, banner=banner):
        found = _largest(blocks, room, page, rung)
        if best is None or not best.fits or found.setup.body > best.setup.body:
            best = found
        if best.fits and best.setup.body >= page.comfortable:
            break
    assert best is not None  # noqa: S101 - every ladder has a rung
    return _opened(best, blocks, room, page) if best.fits else best


def attempt(
    blocks: Sequence[Block | Plate], room: Room, rung: Rung, body: float, *, rough: bool = False
) -> Fit:
    """Set the columns at one body size; `rough` fills each line in its turn, which is quicker."""
    breaks = tuple(
        block.breaks(room.measure, body, rough=rough) if isinstance(block, Block) else ()
        for block in blocks
    )
    setup = Setup(body, rung.leading)
    slugs = tuple(slugs_of(blocks, breaks, setup, room.measure))
    columns = partition(slugs, room.count)
    height = room.height(body, rung.banner)
    return Fit(rung, setup, breaks, slugs, columns, height, columns.height)


def _largest(blocks: Sequence[Block | Plate], room: Room, page: PageLayout, rung: Rung) -> Fit:
    """Give the fit at the grid's largest size; lines filled in their turn lead close to it."""
    sizes = grid(page.body)
    comfortable = min(range(len(sizes)), key=lambda number: abs(sizes[number] - page.comfortable))
    near = _search(sizes, comfortable, lambda size: attempt(blocks, room, rung, size, rough=True))
    start = sizes.index(near.setup.body)
    return _search(sizes, start, lambda size: attempt(blocks, room, rung, size))


def _search(sizes: Sequence[float], start: int, set_at: Callable[[float], Fit]) -> Fit:
    """Give the fit at the largest size that fits, else at the smallest."""
    low, high = 0, len(sizes) - 1
    best: Fit | None = None
    guess = start
    while low <= high:
        found = set_at(sizes[guess])
        likely = _likely(found, sizes)
        if found.fits:
            best, low = found, guess + 1
            guess = min(max(likely, low), high)
        else:
            high = guess - 1
            guess = max(min(likely, high), low)
        if best is None and high < 0:
            return found
    return best or set_at(sizes[0])


def _likely(found: Fit, sizes: Sequence[float]) -> int:
    """Guess the size that would just fill the height: the height taken grows with the square."""
    used = max(found.columns.height, 1.0)
    wanted = found.setup.body * sqrt(max(found.height, 1.0) / used)
    return round((wanted - sizes[0]) * 10)


def _opened(fit: Fit, blocks: Sequence[Block | Plate], room: Room, page: PageLayout) -> Fit:
    """Open the leading as far as the height and the layout allow."""
    low, high = fit.setup.leading, page.leading.largest
    best = fit
    for _ in range(8):
        leading = (low + high) / 2
        setup = Setup(fit.setup.body, leading)
        slugs = tuple(slugs_of(blocks, fit.breaks, setup, room.measure))
        tried = replace(fit, setup=setup, slugs=slugs, columns=partition(slugs, room.count))
        if tried.fits:
            best, low = tried, leading
        else:
            high = leading
    return best
