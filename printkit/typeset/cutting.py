"""Which words to cut so that a page fits: as few as are found with little effort.

Height is lost by whole lines alone, so requests are shortened from their ends by as many words as
take a line with them. A line is taken from the longest region at a time, and then it is tried
whether the ends of one request, or of a few, do it with fewer words.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, islice
from math import ceil
from typing import NamedTuple

from printkit.model.edition import FEW_CUTS
from printkit.typeset.blocks import Block, Plate
from printkit.typeset.breakpoints import Break

# So many requests are tried alone, then a few together, none of which loses more than half its
# lines. What takes more than that is taken from all regions that are long.
_ALONE = 40
# Then nobody cuts just where the trial did, and a line in so many more makes up for it.
_SPARE = 8

Blocks = Sequence[Block | Plate]


class Loss(NamedTuple):
    """What a paragraph loses at its end: its last lines, and the words to cut for that.

    A line less would take the `first` of these words alone.
    """

    lines: int
    words: int
    first: int = 0


# What each paragraph loses, by the number of its block.
Losses = Mapping[int, Loss]
Fits = Callable[[Losses], bool]


class Cutting(NamedTuple):
    """What makes a page fit: so many lines less, and what is cut for that, or for some more."""

    lines: int
    losses: Losses

    @property
    def words(self) -> int:
        """How many words are cut."""
        return _words(self.losses)


class Paragraph(NamedTuple):
    """A request's paragraph: the number of its block, and where its lines end."""

    number: int
    block: Block
    ends: tuple[Break, ...]

    def loss(self, lines: int) -> Loss:
        """Give what it loses by so many lines less, of which it keeps one."""
        return Loss(lines, self._words_after(-lines - 1), self._words_after(-lines))

    def _words_after(self, line: int) -> int:
        """Give the words that stand after a line, all of one that it ends in; one is kept."""
        words, end = self.block.words, self.ends[line]
        divided = end.letters < len(words[end.word].text)
        return min(len(words) - 1 - end.word + divided, len(words) - 1)


class Stretch(NamedTuple):
    """What loses its lines together: a paragraph, or paragraphs of two languages side by side.

    Each cell holds a language's; the stretch is as high as the higher of them.
    """

    region: int
    cells: tuple[tuple[Paragraph, ...], ...]

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return max(map(_lines, self.cells))

    @property
    def spare(self) -> int:
        """How many of them it can do without, each paragraph keeping one."""
        return self.lines - max(map(len, self.cells))

    def losses(self, lines: int) -> dict[int, Loss]:
        """Give what its paragraphs lose, the last ones first, where it has so many lines less."""
        found = {}
        for cell in self.cells:
            over = _lines(cell) - (self.lines - lines)
            for paragraph in reversed(cell):
                taken = min(over, len(paragraph.ends) - 1)
                if taken > 0:
                    found[paragraph.number] = paragraph.loss(taken)
                    over -= taken
        return found


def _lines(cell: Sequence[Paragraph]) -> int:
    return sum(len(paragraph.ends) for paragraph in cell)


def _words(losses: Losses) -> int:
    return sum(loss.words for loss in losses.values())


class Shortened:
    """Blocks that lose words at their ends; what was shortened once is kept with its line ends."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._known: dict[tuple[int, int], Block] = {}

    def without(self, losses: Losses) -> list[Block | Plate]:
        """Give the blocks without the words that they lose."""
        kept = list(self._blocks)
        for number, loss in losses.items():
            block = kept[number]
            if isinstance(block, Block):
                kept[number] = self._shorter(number, block, loss.words)
        return kept

    def _shorter(self, number: int, block: Block, less: int) -> Block:
        if (number, less) not in self._known:
            words = block.words[: len(block.words) - less]
            shorter = block._replace(words=words, galley=block.galley.holding(words))
            self._known[number, less] = shorter
        return self._known[number, less]


def fewest_words(stretches: Sequence[Stretch], fits: Fits) -> Cutting | None:
    """Give the cut of the fewest words that is found; None where nothing fits with one word each.

    What is given has been tried with `fits`.
    """
    trials = _Trials(stretches, fits)
    cutting = trials.of_all()
    if cutting is None:
        return None
    if len(cutting.losses) <= FEW_CUTS:
        cutting = trials.trimmed(cutting)
    for few in trials.likely(cutting.lines):
        cutting = trials.of_few(few, cutting) or cutting
    return cutting


class _Step(NamedTuple):
    """One of a stretch's lines, counted from its last one: the words that go with it."""

    depth: int
    words: int
    stretch: int


class _Trials:
    """Tries which lines may go, one after the other in some order, until everything fits."""

    def __init__(self, stretches: Sequence[Stretch], fits: Fits) -> None:
        self._stretches = stretches
        self._fits = fits
        self._steps = [list(self._steps_of(number)) for number in range(len(stretches))]

    def _steps_of(self, number: int) -> Iterator[_Step]:
        stretch, before = self._stretches[number], 0
        for depth in range(1, stretch.spare + 1):
            words = _words(stretch.losses(depth))
            yield _Step(depth, words - before, number)
            before = words

    def of_all(self) -> Cutting | None:
        """Give the cut that takes each line from the region that has the most of them by then."""
        lines = Counter[int]()
        for stretch in self._stretches:
            lines[stretch.region] += stretch.lines
        order: list[tuple[int, _Step]] = []
        for step in sorted(step for steps in self._steps for step in steps):
            region = self._stretches[step.stretch].region
            order.append((-lines[region], step))
            lines[region] -= 1
        order.sort()
        steps = [step for _, step in order]
        found = self._shortest(steps)
        return self._with_margin(found, steps) if found else self._everything()

    def _with_margin(self, cutting: Cutting, steps: Sequence[_Step]) -> Cutting:
        """Give a cut with some lines more, where it is too much to say where each of them is."""
        if len(cutting.losses) <= FEW_CUTS:
            return cutting
        losses = self._losses(steps[: cutting.lines + ceil(cutting.lines / _SPARE)])
        return cutting._replace(losses=losses) if self._fits(losses) else cutting

    def _everything(self) -> Cutting | None:
        """Give the cut that leaves each paragraph a word, the last resort; None if it is none."""
        paragraphs = (one for stretch in self._stretches for cell in stretch.cells for one in cell)
        losses = {
            one.number: Loss(len(one.ends) - 1, len(one.block.words) - 1)
            for one in paragraphs
            if len(one.block.words) > 1
        }
        lines = max(1, sum(map(len, self._steps)))
        return Cutting(lines, losses) if losses and self._fits(losses) else None

    def likely(self, lines: int) -> Iterator[list[_Step]]:
        """Give the lines of those that might do it alone, then of the likeliest together.

        Likely are those that lose the fewest words with their last lines. What has not about so
        many lines to lose, as it took elsewhere, is not tried.
        """
        halves = [
            steps[: self._stretches[steps[0].stretch].lines // 2] for steps in self._steps if steps
        ]
        halves.sort()
        single = (half for half in halves if len(half) >= lines - 1)
        yield from islice(single, _ALONE)
        for count in range(2, FEW_CUTS + 1):
            together = sorted(step for half in halves[:count] for step in half)
            if len(together) >= lines - 1:
                yield together

    def of_few(self, steps: Sequence[_Step], cutting: Cutting) -> Cutting | None:
        """Give a cut of these lines with fewer words than another one; None if there is none."""
        sums = list(accumulate(step.words for step in steps))
        found = self._shortest(steps[: bisect_left(sums, cutting.words)])
        return self.trimmed(found) if found and len(found.losses) <= FEW_CUTS else None

    def trimmed(self, cutting: Cutting) -> Cutting:
        """Give a cut without those words that may stay, since the lines before can hold them."""
        losses = cutting.losses
        for number in cutting.losses:
            losses = self._trimmed(losses, number)
        kept = {number: loss for number, loss in losses.items() if loss.words}
        return cutting._replace(losses=kept)

    def _shortest(self, steps: Sequence[_Step]) -> Cutting | None:
        """Give the cut of the fewest of these lines, from the first on, that makes it fit."""
        if not steps or not self._fits_without(steps):
            return None
        counts = range(1, len(steps))
        lines = 1 + bisect_left(counts, x=True, key=lambda one: self._fits_without(steps[:one]))
        return Cutting(lines, self._losses(steps[:lines]))

    def _fits_without(self, steps: Sequence[_Step]) -> bool:
        return self._fits(self._losses(steps))

    def _losses(self, steps: Sequence[_Step]) -> dict[int, Loss]:
        losses: dict[int, Loss] = {}
        for number, lines in Counter(step.stretch for step in steps).items():
            losses |= self._stretches[number].losses(lines)
        return losses

    def _trimmed(self, losses: Losses, number: int) -> Losses:
        """Give the losses without those words of a paragraph that its lines before can hold."""
        loss = losses[number]

        def with_words(words: int) -> Losses:
            return {**losses, number: loss._replace(words=words)}

        fewer = range(loss.first, loss.words)
        held = bisect_left(fewer, x=True, key=lambda words: self._fits(with_words(words)))
        return with_words(loss.first + held)
