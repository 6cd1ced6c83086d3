"""What is compared, what came of it, and the table that says so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from texts import Bulletin

from printkit.pipeline import Order


@dataclass(frozen=True, slots=True)
class Subject:
    """One bulletin as both sides take it: its file, printkit's order, and the rival's data."""

    path: Path
    order: Order
    data: Bulletin


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: what each side does with a subject, and what the ratio is held against.

    A miss of `bound` fails the run; `goal` is only shown. `strange` takes the bulletins of which
    hardly a word was set before.
    """

    name: str
    ours: Callable[[Subject], object]
    rival: Callable[[Subject], object]
    bound: float | None = None
    goal: float | None = None
    strange: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """A row's times in CPU milliseconds for each document, a pair for each round."""

    row: Row
    times: tuple[tuple[float, float], ...]

    @property
    def medians(self) -> tuple[float, float]:
        """Our median and the rival's."""
        return median(ours for ours, _ in self.times), median(rival for _, rival in self.times)

    @property
    def ratio(self) -> float:
        """The ratio of the medians."""
        ours, rival = self.medians
        return ours / rival

    @property
    def ratios(self) -> tuple[float, ...]:
        """Each round's ratio, ascending."""
        return tuple(sorted(ours / rival for ours, rival in self.times))

    @property
    def missed(self) -> bool:
        """Whether either ratio is over the bound."""
        worst = max(self.ratio, median(self.ratios))
        return self.row.bound is not None and worst > self.row.bound


def tell(results: Sequence[Result]) -> None:
    """Print the table."""
    print(
        "| CPU ms a document | printkit | rival | ratio of medians | median of ratios | from-to |"
    )
    print("|---|--:|--:|--:|--:|--:|")
    for result in results:
        ours, rival = result.medians
        spread = f"{result.ratios[0]:.2f}-{result.ratios[-1]:.2f}"
        ratios = f"{result.ratio:.2f} | {median(result.ratios):.2f} | {spread}"
        print(f"| {result.row.name} | {ours:.1f} | {rival:.1f} | {ratios} |")
    print()
    for result in results:
        row = result.row
        if row.bound is not None:
            verdict = "missed" if result.missed else "kept"
            print(f"{row.name}: bound {row.bound:.2f} {verdict}; goal {row.goal}")
