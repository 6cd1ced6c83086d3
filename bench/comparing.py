"""What is compared, what came of it, and the table that says so."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from sheets import Setting, Sheet
from texts import Bulletin

from printkit.ordering import Order

INSTALL = 'python -m pip install -e ".[bench]"'
NODE_INSTALL = "npm ci --prefix bench"
NODE_PACKAGES = Path(__file__).resolve().parent / "node_modules"


@dataclass(frozen=True, slots=True)
class Subject:
    """One bulletin as every side takes it: its file, printkit's order, and the rivals' data.

    `settings` say by the rival's package what a page is set with where its size is given to it.
    """

    path: Path
    order: Order
    data: Bulletin
    sheet: Sheet
    settings: dict[str, Setting]


# What a side does with a subject; one in a process of its own gives the CPU milliseconds it took.
Work = Callable[[Subject], float | None]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table, and what its ratio is held against.

    A miss of `bound` fails the run; `goal` is only shown. `package` is what the rival imports: in
    Python, or on Node.js where `node` is set.
    """

    name: str
    package: str
    bound: float | None = None
    goal: float | None = None
    unit: str = "ms"
    node: bool = False

    @property
    def lacking(self) -> bool:
        """Whether the rival's package is not installed, or Node.js is not that it runs on."""
        if self.node:
            return shutil.which("node") is None or not (NODE_PACKAGES / self.package).is_dir()
        return find_spec(self.package) is None

    @property
    def install(self) -> str:
        """The command that installs the rival's package."""
        return NODE_INSTALL if self.node else INSTALL


@dataclass(frozen=True, slots=True)
class Rival:
    """A rival of a contest: its row, and what it does with a subject."""

    row: Row
    work: Work


@dataclass(frozen=True, slots=True)
class Contest:
    """What printkit does with a subject, and the rivals that take turns with it.

    `strange` takes the bulletins of which hardly a word was set before.
    """

    ours: Work
    rivals: tuple[Rival, ...]
    sheet: Sheet
    strange: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """A row's figures, printkit's and the rival's: a pair for each round or bulletin.

    They are CPU milliseconds for each document, or bytes; none where the package is lacking.
    """

    row: Row
    pairs: tuple[tuple[float, float], ...]

    @property
    def medians(self) -> tuple[float, float]:
        """Our median and the rival's."""
        return median(ours for ours, _ in self.pairs), median(rival for _, rival in self.pairs)

    @property
    def ratio(self) -> float:
        """The ratio of the medians."""
        ours, rival = self.medians
        return ours / rival

    @property
    def ratios(self) -> tuple[float, ...]:
        """Each pair's ratio, ascending."""
        return tuple(sorted(ours / rival for ours, rival in self.pairs))

    @property
    def missed(self) -> bool:
        """Whether either ratio is over the bound, or a bound could not be tried."""
        if self.row.bound is None:
            return False
        return not self.pairs or max(self.ratio, median(self.ratios)) > self.row.bound


def tell(results: Sequence[Result]) -> None:
    """Print the table, and what to install where a rival is not there."""
    print(
        "| a document | unit | printkit | rival | ratio of medians | median of ratios | from-to "
        "| bound | goal | |"
    )
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|---|")
    for result in results:
        row = result.row
        held = f"{_number(row.bound)} | {_number(row.goal)} | {_verdict(result)}"
        print(f"| {row.name} | {row.unit} | {_figures(result)} | {held} |")
    lacking = dict.fromkeys(
        (result.row.package, result.row.install) for result in results if not result.pairs
    )
    for package, install in lacking:
        print(f"\nnot installed, or not to be loaded: {package}; type `{install}`")


def _figures(result: Result) -> str:
    if not result.pairs:
        return "| | | |"
    digits = 0 if result.row.unit == "bytes" else 1
    ours, rival = (f"{figure:.{digits}f}" for figure in result.medians)
    spread = f"{result.ratios[0]:.2f}-{result.ratios[-1]:.2f}"
    return f"{ours} | {rival} | {result.ratio:.2f} | {median(result.ratios):.2f} | {spread}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _verdict(result: Result) -> str:
    if not result.pairs:
        return "missed: not installed" if result.missed else "not installed"
    if result.row.bound is None:
        return ""
    return "**missed**" if result.missed else "kept"
