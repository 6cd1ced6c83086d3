"""What came of the variations, and the table that holds it against the bounds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quality_reader import Line
from quality_texts import MEASURES, Variation
from typst_page import MARGIN, Page

_APART = 0.02
_EDGE, _SHRUNK = 0.05, 2 / 3 - 0.01  # points past the measure; the least part of a natural space
AS_LARGE, SHORTFALL, STRETCH, HYPHENS = 0.99, 2, 1.02, 1.05


@dataclass(frozen=True, slots=True)
class Side:
    """One program's variation: its size in tenths of a point, and its lines."""

    size: int
    lines: tuple[Line, ...]

    def broken(self) -> tuple[str, ...]:
        """Give what stands on each line; the programs may draw blanks and hyphens differently."""
        return tuple(line.text for line in self.lines)

    def depths(self) -> tuple[float, ...]:
        """Give how far below the first baseline each one lies, in points."""
        return tuple(self.lines[0].baseline - line.baseline for line in self.lines)


@dataclass(frozen=True, slots=True)
class Compared:
    """A variation set by printkit and by Typst; the lines are those at the smaller size.

    `blank` is the natural space in points there. `raised` says that printkit could not set this
    smaller size on the paper, so that its lines are those on a taller one.
    """

    variation: Variation
    page: Page
    blank: float
    ours: Side
    theirs: Side
    raised: bool

    def justified(self, number: int) -> tuple[Line, ...]:
        """Give printkit's justified lines (0) or Typst's (1): each paragraph's but the last."""
        looks = [self.page.looks[paragraph.role] for paragraph in self.page.paragraphs]
        lines = (self.ours, self.theirs)[number].lines
        return tuple(one for one in lines if looks[one.paragraph].justified and not one.last)

    def apart(self) -> float | None:
        """Give how far apart the baselines lie where both end all lines alike, else None."""
        ours, theirs = self.ours, self.theirs
        if ours.broken() != theirs.broken():
            return None
        depths = zip(ours.depths(), theirs.depths(), strict=True)
        return max(abs(own - other) for own, other in depths)


def deviation(line: Line, blank: float) -> float:
    """Give the mean square by which a line's spaces leave the natural one, in parts of it."""
    return sum((space / blank - 1) ** 2 for space in line.spaces) / len(line.spaces)


def overfull(line: Line, one: Compared) -> bool:
    """Whether a line passes the measure, its last mark hanging, or its spaces are too narrow."""
    passes = line.right > MARGIN + one.page.measure + _EDGE
    return passes or any(space < _SHRUNK * one.blank for space in line.spaces)


def short(line: Line, one: Compared) -> bool:
    """Whether a line that ends in a letter does not reach the measure, though it has spaces."""
    edge = MARGIN + one.page.measure - _EDGE
    return bool(line.spaces) and not line.hangs and line.right < edge


@dataclass(frozen=True, slots=True)
class Totals:
    """One program's lines over several variations."""

    lines: int
    stretch: float
    hyphens: int
    overfull: int
    short: int


def totals(every: Sequence[Compared], number: int) -> Totals:
    """Give one side's totals."""
    lines = [(line, one) for one in every for line in one.justified(number)]
    squares = [deviation(line, one.blank) for line, one in lines if line.spaces]
    return Totals(
        len(lines),
        sum(squares) / max(len(squares), 1),
        sum(line.hyphen for line, _ in lines),
        sum(overfull(line, one) for line, one in lines),
        sum(short(line, one) for line, one in lines),
    )


def groups(every: Sequence[Compared]) -> Iterator[tuple[str, list[Compared]]]:
    """Give all variations, those of each measure, and those of each language."""
    yield "all", list(every)
    for shape, measure in MEASURES.items():
        yield f"{measure:.0f} pt", [one for one in every if one.variation.shape == shape]
    for language in sorted({one.variation.language for one in every}):
        yield language, [one for one in every if one.variation.language == language]


def _row(name: str, every: Sequence[Compared]) -> str:
    differences = [one.ours.size - one.theirs.size for one in every]
    ours, theirs = totals(every, 0), totals(every, 1)
    cells = (
        name,
        len(every),
        sum(one == 0 for one in differences),
        sum(one > 0 for one in differences),
        sum(one < 0 for one in differences),
        f"{max(0, -min(differences, default=0)) / 10:.1f}",
        ours.lines,
        f"{ours.stretch:.4f}",
        f"{theirs.stretch:.4f}",
        f"{_part(ours.stretch, theirs.stretch):.3f}",
        ours.hyphens,
        theirs.hyphens,
        f"{ours.overfull}, {theirs.overfull}",
    )
    return f"| {' | '.join(map(str, cells))} |"


def _part(ours: float, theirs: float) -> float:
    return ours / theirs if theirs else float(ours > 0) or 1.0


def tell(every: Sequence[Compared]) -> bool:
    """Print the table and the bounds; say whether all are kept."""
    print(
        "| | texts | equal | larger | smaller | most, pt | lines | stretch | Typst's | ratio "
        "| hyphens | Typst's | overfull |"
    )
    print(f"|---|{'--:|' * 12}")
    for name, some in groups(every):
        if some:
            print(_row(name, some))
    print()
    kept = [_told(*bound) for bound in _bounds(every)]
    return all(kept)


def _bounds(every: Sequence[Compared]) -> Iterator[tuple[str, str, bool]]:
    """Give each bound with what was found, and whether it is kept."""
    differences = [one.ours.size - one.theirs.size for one in every]
    large = sum(one >= 0 for one in differences) / len(every)
    short = max(0, -min(differences))
    ours, theirs = totals(every, 0), totals(every, 1)
    stretch = _part(ours.stretch, theirs.stretch)
    hyphens = _part(ours.hyphens, theirs.hyphens)
    kept = large >= AS_LARGE
    yield f"at least as large: {large:.1%}", f"at least {AS_LARGE:.0%}", kept
    kept = short <= SHORTFALL
    yield f"largest shortfall: {short / 10:.1f} pt", f"at most {SHORTFALL / 10:.1f} pt", kept
    yield f"word-space stretch: {stretch:.3f} of Typst's", f"at most {STRETCH}", stretch <= STRETCH
    yield f"hyphens: {hyphens:.3f} of Typst's", f"at most {HYPHENS}", hyphens <= HYPHENS
    yield f"overfull lines: {ours.overfull}", "none", not ours.overfull
    ragged = ours.short + theirs.short
    yield f"justified lines of either that miss the measure: {ragged}", "none", not ragged
    alike = [apart for one in every if (apart := one.apart()) is not None]
    found = f"same spacing: baselines at most {max(alike, default=0):.3f} pt apart in the "
    found += f"{len(alike)} texts that both break alike"
    yield found, f"at most {_APART} pt", max(alike, default=0) <= _APART


def _told(found: str, bound: str, kept: bool) -> bool:
    print(f"{found}; bound: {bound} - {verdict(kept=kept)}")
    return kept


def verdict(*, kept: bool) -> str:
    """Say whether a bound is kept."""
    return "ok" if kept else "missed"


def tell_smaller(every: Sequence[Compared], *, most: int = 12) -> None:
    """Say in which variations printkit's type is smaller, and how many lines each program takes."""
    smaller = [one for one in every if one.ours.size < one.theirs.size]
    for one in smaller[:most]:
        name = f"variation {one.variation.number} ({one.variation.language})"
        sizes = f"{one.ours.size / 10:.1f} pt, Typst {one.theirs.size / 10:.1f} pt"
        print(f"smaller: {name}: {sizes}; justified lines: {_counts(one)}")
    raised = sum(one.raised for one in every)
    print(f"read on a taller paper, since the smaller size alone did not fit: {raised}\n")


def _counts(one: Compared) -> str:
    return f"{len(one.justified(0))} and {len(one.justified(1))} at the smaller size"
