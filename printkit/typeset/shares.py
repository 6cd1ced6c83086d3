"""How many words each region must lose where all that are longer than their share lose some."""

from collections.abc import Callable, Mapping, Sequence
from math import ceil

from printkit.typeset.blocks import Block, Plate

_SPARE = 20


def words_to_cut(
    blocks: Sequence[Block | Plate], fits: Callable[[Sequence[Block | Plate]], bool]
) -> int:
    """Give how many words of the requests are too many; 0 where even without them nothing fits."""

    def fits_without(words: int) -> bool:
        return fits(_shortened(blocks, shares_of(blocks, words)))

    low, high = 1, sum(_counts(blocks).values()) - len(_counts(blocks))
    if high < 1 or not fits_without(high):
        return 0
    most = high
    while low < high:
        middle = (low + high) // 2
        if fits_without(middle):
            high = middle
        else:
            low = middle + 1
    return with_margin(low, most)


def with_margin(words: int, most: int) -> int:
    """Give a little more to cut, up to `most`, since nobody cuts just where the trial did."""
    return min(most, words + ceil(words / _SPARE))


def _counts(blocks: Sequence[Block | Plate]) -> dict[int, int]:
    """Give each region's words in its requests."""
    counts: dict[int, int] = {}
    for block in blocks:
        if isinstance(block, Block) and block.role == "request":
            counts[block.region] = counts.get(block.region, 0) + len(block.words)
    return counts


def shares_of(blocks: Sequence[Block | Plate], words: int) -> dict[int, int]:
    """Give how many of `words` each region must lose."""
    return levelled(_counts(blocks), words)


def levelled(counts: Mapping[int, int], words: int) -> dict[int, int]:
    """Give how many of `words` each count must lose: the highest are lowered to one level."""
    level = max(counts.values(), default=0)
    while level > 0 and sum(max(0, count - level) for count in counts.values()) < words:
        level -= 1
    cuts = {region: count - level for region, count in counts.items() if count > level}
    spare = sum(cuts.values()) - words
    for region in sorted(cuts, key=lambda one: -cuts[one]):
        given = min(spare, 1)
        cuts[region] -= given
        spare -= given
    return {region: cut for region, cut in cuts.items() if cut > 0}


def _shortened(blocks: Sequence[Block | Plate], cuts: dict[int, int]) -> list[Block | Plate]:
    """Give the blocks with each region's requests shortened alike, and none of them left out."""
    counts = _counts(blocks)
    owed = dict.fromkeys(counts, 0.0)
    kept: list[Block | Plate] = []
    for block in blocks:
        if isinstance(block, Block) and block.role == "request" and block.region in cuts:
            share = cuts[block.region] / counts[block.region]
            owed[block.region] += len(block.words) * share
            taken = min(round(owed[block.region]), len(block.words) - 1)
            owed[block.region] -= taken
            words = block.words[: len(block.words) - taken]
            kept.append(block._replace(words=words, galley=block.galley.holding(words)))
        else:
            kept.append(block)
    return kept
