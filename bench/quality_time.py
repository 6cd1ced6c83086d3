"""CPU time: typesetting an ordinary insert beside Typst's fit loop on the same text."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import process_time
from typing import TypeVar

from quality_sides import Ours, Theirs
from quality_table import verdict
from ready import HOME
from texts import seeds, swapped
from typst_page import empty_source, fit_source

from printkit.model.edition import Edition
from printkit.typeset.insert import Insert

Subject = TypeVar("Subject")
TIME = 0.25
_WARMING = 1


@dataclass(frozen=True, slots=True)
class Round:
    """CPU milliseconds an insert: printkit's, and Typst's loop, bisecting and with guesses."""

    ours: float
    bisected: float
    guessed: float


def measured(ours: Ours, theirs: Theirs, rounds: int) -> list[Round]:
    """Measure both, in turns; no text that is timed was set before, but others like it were.

    printkit's time is all of its typesetting of the insert as shipped, head and foot too. Typst's
    is that of laying out the fit document, which draws nothing, less that of the same document
    without the loop: what is left is the loop alone, its last page not set.
    """
    every = [_one(ours, theirs, number) for number in range(rounds + _WARMING)]
    return every[_WARMING:]


def _one(ours: Ours, theirs: Theirs, number: int) -> Round:
    """Measure one round: both seeds, anew for each thing that is timed."""
    own, *others = (_editions(ours, 4 * number + part) for part in range(4))
    empty, bisected, guessed = ([ours.page(one) for one in editions] for editions in others)
    start = _timed(lambda page: theirs.said(empty_source(page)), empty)
    made = Round(
        _timed(ours.typeset, own),
        _timed(lambda page: theirs.said(fit_source(page)), bisected) - start,
        _timed(lambda page: theirs.said(fit_source(page, guessed=True)), guessed) - start,
    )
    assert all(isinstance(ours.typeset(one), Insert) for one in own)
    return made


def _editions(ours: Ours, number: int) -> list[Edition]:
    """Give both seeds, their words swapped as a number says."""
    both = enumerate(seeds(HOME / "bulletins"))
    return [ours.shipped(swapped(one, number), f"timed-{number}-{place}") for place, one in both]


def _timed(work: Callable[[Subject], object], every: Sequence[Subject]) -> float:
    """Give the CPU milliseconds (user and system) for each subject."""
    gc.collect()
    start = process_time()
    for one in every:
        work(one)
    return (process_time() - start) * 1000 / len(every)


def tell_times(rounds: Sequence[Round]) -> bool:
    """Print the times and say whether the bound is kept."""
    own = median(one.ours for one in rounds)
    print("| CPU ms an insert | printkit | Typst's loop | ratio of medians | median of ratios |")
    print("|---|--:|--:|--:|--:|")
    worst = []
    for name, theirs in (
        ("bisection", [one.bisected for one in rounds]),
        ("guessed steps", [one.guessed for one in rounds]),
    ):
        ratio = own / median(theirs)
        each = median(one.ours / loop for one, loop in zip(rounds, theirs, strict=True))
        worst.append(max(ratio, each))
        print(f"| {name} | {own:.1f} | {median(theirs):.1f} | {ratio:.2f} | {each:.2f} |")
    kept = worst[0] <= TIME
    print(f"\ntime: {worst[0]:.2f} of the bisection; bound: at most {TIME} - {verdict(kept=kept)}")
    return kept
