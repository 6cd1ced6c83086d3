"""Copyfitting for rows of two languages: one size for both, through the layout's ladder."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from printkit.model.layout import PageLayout
from printkit.typeset.flow import Setup, grid
from printkit.typeset.ladder import Rung, ladder
from printkit.typeset.pairs import Broken, Ends, Pairs, lines_of
from printkit.typeset.panels import TINY

_ONE_COLUMN = (1,)
# As on an insert: more than a few lines saved would be seen.
_MOST_SAVED = 2

# The height in points that head and foot leave, from the body size and the banner's part of the
# paper's height.
Room = Callable[[float, float], float]


class PairFit(NamedTuple):
    """How the rows are set: the ladder's step, sizes, the height they take, and what they have.

    `opening` is the part of what each space may open by; `natural` is the height that the rows take
    on their step of the ladder, before what is left over opens anything.
    """

    rung: Rung
    setup: Setup
    breaks: Broken
    height: float
    given: float
    natural: float
    opening: float = 0.0

    @property
    def fits(self) -> bool:
        """Whether everything stands above the foot."""
        return self.height <= self.given + TINY

    @property
    def full(self) -> float:
        """How much of the height is filled at the natural spacing, from 0 to 1."""
        return min(1.0, self.natural / self.given) if self.given > 0 else 1.0


def pairfit(pairs: Pairs, room: Room, page: PageLayout, *, banner: bool) -> PairFit:
    """Give the fit at the largest size that both languages reach on the first step that will do.

    That is as for an insert. At the smallest size on the last step it may not fit, and says so.
    """
    steps = ladder(page, _ONE_COLUMN, banner=banner)
    sizes = grid(page.body)
    above = [size for size in sizes if size >= page.comfortable]
    below = [size for size in sizes if size < page.comfortable]
    tries = [(rung, above) for rung in steps.comfortable]
    tries += [(steps.smaller, below), *((rung, list(sizes)) for rung in steps.last)]
    for rung, those in tries:
        fit = _largest(pairs, room, rung, those)
        if fit:
            return _opened(pairs, fit, page.leading.largest)
    ends = (steps.smaller, *steps.last)
    return min((tried(pairs, room, rung, sizes[0]) for rung in ends), key=_over)


def tried(pairs: Pairs, room: Room, rung: Rung, body: float) -> PairFit:
    """Set the rows at one size, whether they fit or not, as short as they can be if they do not."""
    fit = _fit(pairs, room, rung, body)
    return fit if fit.fits else _saved(pairs, room, fit, len(pairs.rows)) or fit


def _fit(
    pairs: Pairs, room: Room, rung: Rung, body: float, breaks: Broken | None = None
) -> PairFit:
    setup, breaks = Setup(body, rung.leading, rung.spacing), breaks or pairs.breaks(body)
    height = pairs.heights(setup, list(map(lines_of, breaks))).whole
    return PairFit(rung, setup, breaks, height, room(body, rung.banner), height)


def _saved(pairs: Pairs, room: Room, fit: PairFit, most: int) -> PairFit | None:
    """Give a fit with up to so many rows a line shorter, those with the most to gain by it first.

    None where they do not fit even so.
    """
    breaks, saved, body = list(fit.breaks), 0, fit.setup.body
    if _over(fit) > most * body * fit.rung.leading:
        return None
    fewest = pairs.fewest(body)
    longer = [number for number, ends in enumerate(breaks) if lines_of(ends) > fewest[number]]
    for number in sorted(longer, key=lambda one: _words_at_end(breaks[one])):
        shorter = pairs.shorter(number, body, breaks[number])
        if shorter is not breaks[number]:
            breaks[number], saved = shorter, saved + 1
            now = _fit(pairs, room, fit.rung, body, tuple(breaks))
            if now.fits:
                return now
        if saved == most:
            break
    return None


def _words_at_end(ends: tuple[Ends, Ends]) -> int:
    """Count the words in the last lines of the longer cells of a row."""
    most = lines_of(ends)
    last = [own[-1] for own in ends if sum(map(len, own)) == most]
    return sum(one[-1].word - (one[-2].word if len(one) > 1 else 0) for one in last)


def _over(fit: PairFit) -> float:
    return fit.height - fit.given


def _largest(pairs: Pairs, room: Room, rung: Rung, sizes: Sequence[float]) -> PairFit | None:
    """Give the fit at the largest of the sizes at which everything fits, if there is one.

    Lines filled with the narrowest blanks lead to a size above which nothing fits; from there on
    each size is tried in turn.
    """

    def is_too_large(size: float) -> bool:
        setup = Setup(size, rung.leading, rung.spacing)
        least = pairs.heights(setup, pairs.fewest(size)).whole
        return least > room(size, rung.banner) + TINY

    past = bisect_left(sizes, x=True, key=is_too_large)
    for size in reversed(sizes[:past]):
        fit = _fit(pairs, room, rung, size)
        found = fit if fit.fits else _saved(pairs, room, fit, _MOST_SAVED)
        if found:
            return found
    return None


def _opened(pairs: Pairs, fit: PairFit, leading: float) -> PairFit:
    """Open spaces to their natural size, then the leading, then what the layout lets open."""
    now, lines = fit.setup, list(map(lines_of, fit.breaks))
    sums = pairs.heights(now, lines)
    left = fit.given - sums.pictures
    wider = 1.0
    if sums.spaces:
        wider = max(1.0, min(1.0 / now.spacing, (left - sums.lines) / sums.spaces))
    higher = 1.0
    if sums.lines:
        most = (left - sums.spaces * wider) / sums.lines
        higher = max(1.0, min(leading / now.leading, most))
    setup = Setup(now.body, now.leading * higher, now.spacing * wider)
    sums = pairs.heights(setup, lines)
    spare = max(0.0, fit.given - sums.whole)
    part = min(1.0, spare / sums.opening) if sums.opening else 0.0
    return fit._replace(setup=setup, height=sums.whole + part * sums.opening, opening=part)


def tops(pairs: Pairs, fit: PairFit, top: float) -> Iterator[float]:
    """Give where each row begins, in points, where the first one begins at `top`."""
    heads = pairs.heads(fit.setup)
    y = top - heads[0].before - fit.opening * heads[0].opening
    for head, ends in zip(heads, fit.breaks, strict=True):
        y += head.before + fit.opening * head.opening
        yield y
        y += head.height * (lines_of(ends) or 1)
