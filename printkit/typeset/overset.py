"""By how much a page is overset, and what to cut from it."""

from collections.abc import Iterator, Sequence
from math import ceil

from printkit.model.bulletin import Region
from printkit.model.edition import Cut, Edition, Overset
from printkit.typeset.blocks import Block
from printkit.typeset.breakpoints import Break
from printkit.typeset.columns import Blocks, Copy, Fit, Room, attempt
from printkit.typeset.cutting import Cutting, Losses, Paragraph, Shortened, Stretch, fewest_words


def overset_by(fit: Fit, blocks: Blocks, room: Room, edition: Edition) -> Overset:
    """Count the lines and words that must go, at the smallest size and the tightest leading.

    The words are found by trying.
    """
    body, shortened = fit.setup.body, Shortened(blocks)

    def fits(losses: Losses) -> bool:
        copy = Copy(shortened.without(losses), room)
        return copy.might_fit(fit.rung, body) and attempt(copy, fit.rung, body).fits

    cutting = fewest_words(list(_stretches(blocks, fit.breaks)), fits)
    if cutting is None:
        return Overset(_lines_over(fit), 0, (), body)
    return overset_of(cutting, blocks, edition.words.regions, body)


def _lines_over(fit: Fit) -> int:
    """Give by how many lines of the body the columns are too high, or the tallest of them is."""
    given = fit.rung.columns * sum(panel.height for panel in fit.panels)
    over = sum(slug.before + slug.height for slug in fit.slugs) - given
    return max(1, ceil(max(over, fit.over) / (fit.setup.body * fit.setup.leading)))


def _stretches(blocks: Blocks, breaks: Sequence[tuple[Break, ...]]) -> Iterator[Stretch]:
    for number, (block, ends) in enumerate(zip(blocks, breaks, strict=True)):
        if isinstance(block, Block) and block.role == "request":
            yield Stretch(block.region, ((Paragraph(number, block, ends),),))


def overset_of(cutting: Cutting, blocks: Blocks, regions: Sequence[Region], body: float) -> Overset:
    """Say what is cut from which regions and requests, those that lose the most words first.

    `regions` are those that the blocks' numbers mean, `body` is the smallest size in points.
    """
    lost: dict[int, tuple[int, int]] = {}
    for number, loss in cutting.losses.items():
        lines, words = lost.get(blocks[number].region, (0, 0))
        lost[blocks[number].region] = lines + loss.lines, words + loss.words
    most_first = sorted(lost.items(), key=lambda one: -one[1][1])
    shares = tuple((str(regions[number].name), *both) for number, both in most_first)
    cuts = sorted(_cuts(cutting.losses, blocks, regions), key=lambda one: -one.words)
    return Overset(cutting.lines, cutting.words, shares, body, cuts=tuple(cuts))


def _cuts(losses: Losses, blocks: Blocks, regions: Sequence[Region]) -> Iterator[Cut]:
    """Give what each paragraph loses, in the page's order."""
    elements: dict[int, dict[int, int]] = {}
    for number, block in enumerate(blocks):
        if not isinstance(block, Block) or block.role != "request":
            continue
        region, own = regions[block.region], elements.setdefault(block.region, {})
        asked = region.requests[own.setdefault(block.element, len(own))].text
        if number in losses:
            paragraph = block.paragraph + 1 if len(asked.paragraphs) > 1 else 0
            yield Cut(str(region.name), losses[number].words, asked.place, paragraph)
