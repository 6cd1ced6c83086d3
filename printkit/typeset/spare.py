"""Words to spare on the page: by how many each region could grow, or must be cut."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice, takewhile
from math import ceil

from printkit.model.edition import Edition
from printkit.model.layout import PageLayout, Range
from printkit.typeset.blocks import Block, natural_width
from printkit.typeset.columns import Blocks, Copy, Fit
from printkit.typeset.copyfit import copyfit
from printkit.typeset.flow import Setup, grid
from printkit.typeset.ladder import Rung, ladder
from printkit.typeset.panels import Panel, flowed
from printkit.typeset.seeking import greatest
from printkit.typeset.shares import shares_of, words_to_cut
from printkit.typeset.words import Word

# Nobody needs to know of more.
MOST_WORDS = 999
# Lines that are broken well hold this part of what they could, about.
_FILLED = 0.98


@dataclass(frozen=True, slots=True)
class Spare:
    """By how many words a region could grow; below 0, how many it must lose."""

    region: str
    words: int


def as_told(spare: Sequence[Spare]) -> list[dict[str, object]]:
    """Give words to spare as the report and its JSON say them."""
    return [{"region": one.region, "words": one.words} for one in spare]


def page_spare(copy: Copy, fit: Fit, edition: Edition, *, banner: bool) -> tuple[Spare, ...]:
    """Give each region's words to spare at the layout's comfortable size.

    Each could grow by its words where the others stay as they are. Where the page is set smaller
    than that, all the words must go together; nothing is given where not even that would do.
    """
    page = _only_comfortable(edition.layout.page)
    names = enumerate(str(region.name) for region in edition.words.regions)
    if fit.setup.body >= page.comfortable:
        steps = ladder(page, copy.room.columns, banner=banner)
        last = {rung.columns: rung for rung in steps.comfortable}
        trials = [_Trial(copy, rung, page.comfortable) for rung in last.values()]
        return tuple(
            Spare(name, max(trial.words_for(number) for trial in trials)) for number, name in names
        )

    def comfortable(blocks: Blocks) -> bool:
        tried = copyfit(blocks, copy.room, page, banner=banner)
        return tried.fits and tried.rung.name != "size"

    cut = words_to_cut(copy.blocks, comfortable)
    shares = shares_of(copy.blocks, cut)
    return tuple(Spare(name, -shares.get(number, 0)) for number, name in names if cut)


def _only_comfortable(page: PageLayout) -> PageLayout:
    """Give the layout with no size but the comfortable one, and what may give way to reach it."""
    body = next((size for size in grid(page.body) if size >= page.comfortable), page.comfortable)
    before = tuple(takewhile(lambda step: step != "size", page.ladder))
    return replace(page, body=Range(body, body), comfortable=body, ladder=before)


def more_words(words: Sequence[Word], count: int) -> tuple[Word, ...]:
    """Give so many words more of the same kind: these again and again."""
    return tuple(islice(cycle(words), count))


class _Trial:
    """The columns on one rung at one body size in points, to see what longer requests do to them.

    How high they are depends only on how many lines each block has. So it is first sought how many
    lines a region's last request may take, and then how many words those hold.
    """

    def __init__(self, copy: Copy, rung: Rung, body: float) -> None:
        self._copy, self._rung, self._body = copy, rung, body
        self._heights = copy.room.heights(body, rung.banner)
        self._measure = copy.room.measure(rung.columns)
        numbers = range(len(copy.blocks))
        self._lines = [len(copy.breaks(rung.columns, body, number)) for number in numbers]
        filled = (height for panel in self._panels(0, 0) for height in panel.columns.heights)
        self._spare = copy.room.whole(rung, body) - sum(filled)

    def words_for(self, region: int) -> int:
        """Give by how many words a region could grow, its words repeated after its last request."""
        requests = [
            (number, block)
            for number, block in enumerate(self._copy.blocks)
            if isinstance(block, Block) and block.region == region and block.role == "request"
        ]
        number, last = requests[-1]
        lines = self._lines[number] + self._lines_for(number, last)
        return self._words_in(lines, last, [word for _, one in requests for word in one.words])

    def _lines_for(self, number: int, block: Block) -> int:
        """Give how many lines a block could have more."""
        leading = block.size(self._body) * self._rung.leading
        most = max(0, ceil(self._spare / leading))
        return greatest(lambda more: self._holds(number, more), most, most - 1) if most else 0

    def _words_in(self, lines: int, block: Block, words: Sequence[Word]) -> int:
        """Give how many more words a block can have in so many lines."""

        def holds(count: int) -> bool:
            longer = (*block.words, *more_words(words, count))
            block_ = block._replace(words=longer, galley=block.galley.holding(longer))
            return len(block_.breaks(self._measure, self._body)) <= lines

        width = self._measure / block.size(self._body) - block.indent
        each = sum(word.width for word in words) / len(words) + block.setting.space().width
        guess = int((width * lines - natural_width(block)) / each)
        return greatest(holds, MOST_WORDS, int(guess * _FILLED), step=4)

    def _holds(self, number: int, more: int) -> bool:
        return all(panel.holds for panel in self._panels(number, more))

    def _panels(self, number: int, more: int) -> tuple[Panel, ...]:
        """Give how the columns are filled where one block has so many lines more."""
        lines = [*self._lines]
        lines[number] += more
        setup = Setup(self._body, self._rung.leading, self._rung.spacing)
        slugs = self._copy.slugs(self._rung, setup, lines)
        return flowed(slugs, self._rung.columns, self._heights, self._body)[0]
