"""Thousands of generated bulletins, each one page inside its margins or overset with numbers.

`python bench/many.py` sets bulletins of 1 to 900 words in 1 to 14 regions for the seven offices in
turn. Exit status 1 where one breaks a rule; `--only N` sets bulletin N alone and says more.
"""

import argparse
import multiprocessing
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from time import process_time

import many_typst
from cuts import without
from many_proof import Inks, faults_of, overset_faults
from many_texts import MOST_WORDS, Vocabulary, numbered, words_in
from texts import write

from printkit import __version__
from printkit.batch.plan import Planner
from printkit.batch.project import Project
from printkit.cache import Cache, user_cache_folder
from printkit.loading import Checks, load_bulletin
from printkit.model.edition import Edition, Overset
from printkit.model.layout import Layout
from printkit.model.paper import PAPERS
from printkit.ordering import Order
from printkit.pictures.preparing import check
from printkit.pipeline import edition_of, make
from printkit.storeroom import Storeroom
from printkit.typeset.insert import typeset_insert
from printkit.typeset.story import Tools

HOME = Path(__file__).resolve().parent.parent
_CLASS = 150
_SHORT = 450
_LEAST_PAGES = 0.95
_READ_BACK = 20
_TOLD = 500
_SLOWEST = 5


@dataclass(frozen=True, slots=True)
class Found:
    """What came of one bulletin: `size` is 0 where it is overset, `time` in CPU milliseconds."""

    number: int
    office: str
    words: int
    size: float = 0.0
    time: float = 0.0
    faults: tuple[str, ...] = ()
    overset: Overset | None = None
    judged: many_typst.Judged | None = None
    read: bool = False


@dataclass(frozen=True, slots=True)
class _Setter:
    """What one process needs to set any bulletin, with a folder of its own."""

    folder: Path
    fonts: Path | None
    store: Storeroom = field(default_factory=lambda: Storeroom(Cache(user_cache_folder())))
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary.of(HOME / "bulletins"))

    def planner(self) -> Planner:
        """Give the planner of the repository's offices and layouts."""
        return Planner(Project(HOME), Checks(check, self.store.has_character))


class Many:
    """Sets bulletins by number and says what came of each."""

    def __init__(self, folder: Path, fonts: Path | None) -> None:
        self._given = _Setter(folder, fonts)
        self._planner = self._given.planner()
        self._offices = tuple(self._planner.offices().values())
        self._inks = Inks(self._given.store)

    def found(self, number: int) -> Found:
        """Set a bulletin; a crash is one of its faults."""
        office = self._offices[number % len(self._offices)]
        made = numbered(number, office.language.partition("-")[0], self._given.vocabulary)
        found = Found(number, office.identity, words_in(made))
        path = write(made, self._given.folder / "2019-01-14.yaml")
        try:
            return self._set(found, self.order(path, number))
        except Exception:  # noqa: BLE001 - whatever it is, the other bulletins must be set
            last = traceback.format_exc().strip()
            return replace(found, faults=(f"crash: {last}",))

    def order(self, path: Path, number: int) -> Order:
        """Give the order for the insert of a bulletin's file."""
        office = self._offices[number % len(self._offices)]
        layout = self._planner.layout(office.layout)
        assert isinstance(layout, Layout)
        bulletin = load_bulletin(path, path.name, self._planner.checks)
        paper, screen = PAPERS[office.paper], layout.slides.screen
        return Order(bulletin, office, layout, office.paper, paper, screen, ("insert",))

    def _set(self, found: Found, order: Order) -> Found:
        start = process_time()
        edition = edition_of(order, self._given.store)
        tools = self._tools(edition)
        insert = typeset_insert(edition, tools)
        found = replace(found, time=(process_time() - start) * 1000)
        if isinstance(insert, Overset):
            judged = self._judged(edition, tools) if found.words < _SHORT else None
            cut = replace(edition, words=without(edition.words, insert.cuts))
            faults = tuple(overset_faults(insert, edition, typeset_insert(cut, tools)))
            return replace(found, overset=insert, faults=faults, judged=judged)
        faults = tuple(faults_of(insert, edition, self._inks))
        read = found.number % _READ_BACK == 0
        if read:
            outcome = make(order, self._given.store, verified=True)
            faults += tuple(problem.describe() for problem in outcome.problems)
        return replace(found, size=insert.size, faults=faults, read=read)

    def _tools(self, edition: Edition) -> Tools:
        store, layout, language = self._given.store, edition.layout, edition.words.language
        known, hyphenator = store.known_words(layout, language), store.hyphenator(language, layout)
        return Tools(store.shaper(layout), hyphenator, known, store.ties(language))

    def _judged(self, edition: Edition, tools: Tools) -> many_typst.Judged | None:
        fonts = self._given.fonts
        return many_typst.judged(edition, tools, fonts) if fonts else None


_OURS: dict[str, Many] = {}


def _begin(folder: Path, fonts: Path | None) -> None:
    """Make a process ready."""
    own = Path(tempfile.mkdtemp(dir=folder))
    _OURS["many"] = Many(own, fonts)


def _found(number: int) -> Found:
    return _OURS["many"].found(number)


def _all(numbers: Sequence[int], jobs: int, folder: Path, fonts: Path | None) -> Iterator[Found]:
    """Give what came of every bulletin, as it comes."""
    if jobs == 1 or len(numbers) == 1:
        many = Many(folder, fonts)
        yield from map(many.found, numbers)
        return
    context = multiprocessing.get_context("spawn")
    with context.Pool(jobs, _begin, (folder, fonts)) as pool:
        yield from pool.imap_unordered(_found, numbers, chunksize=20)


def _told(every: Iterable[Found], count: int) -> Iterator[Found]:
    """Pass on what comes, and say how far it is."""
    broken = 0
    for number, found in enumerate(every, 1):
        broken += bool(found.faults)
        if number % _TOLD == 0:
            print(f"{number} of {count}, {broken} broken", file=sys.stderr)
        yield found


def _table(every: Sequence[Found]) -> None:
    """Print pages, overset and sizes by the number of words."""
    print("| words | bulletins | pages | overset | smallest pt | median pt | largest pt | CPU ms |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for least in range(0, MOST_WORDS, _CLASS):
        row = [one for one in every if least < one.words <= least + _CLASS]
        sizes = sorted(one.size for one in row if one.size) or [0.0]
        overset = sum(one.overset is not None for one in row)
        pages = sum(bool(one.size) for one in row)
        time = median([one.time for one in row] or [0.0])
        print(
            f"| {least + 1}-{least + _CLASS} | {len(row)} | {pages} | {overset} "
            f"| {sizes[0]:.1f} | {median(sizes):.1f} | {sizes[-1]:.1f} | {time:.0f} |"
        )
    print()


def _more(every: Sequence[Found], *, typst: bool) -> None:
    sizes = Counter(int(one.size) for one in every if one.size)
    print("sizes:", ", ".join(f"{size} pt {sizes[size]}" for size in sorted(sizes)))
    slowest = sorted(every, key=lambda one: -one.time)[:_SLOWEST]
    named = ", ".join(f"{one.number} ({one.words} words, {one.time:.0f} ms)" for one in slowest)
    print(f"slowest: {named}")
    print(f"read back: {sum(one.read for one in every)}")
    refused = [one for one in every if one.overset and one.words < _SHORT]
    asked = [one for one in refused if one.judged]
    known = f"{len(asked)} of them set by Typst too" if typst else "Typst is not installed"
    print(f"overset under {_SHORT} words: {len(refused)}; {known}")
    for one in refused:
        print(f"  {one.number}: {one.words} words, office {one.office}{_heights(one)}")


def _heights(found: Found) -> str:
    return f", {found.judged}" if found.judged else ""


def _violations(every: Sequence[Found]) -> Iterator[str]:
    """Give every broken rule."""
    for one in every:
        for fault in one.faults:
            yield f"{one.number} ({one.words} words, office {one.office}): {fault}"
        if one.judged and one.judged.fits:
            yield f"{one.number} is refused, but Typst sets it at the floor: {one.judged}"
    short = [one for one in every if one.words < _SHORT]
    pages = sum(bool(one.size) for one in short)
    if len(every) > 1 and pages < _LEAST_PAGES * len(short):
        yield f"of {len(short)} bulletins under {_SHORT} words only {pages} are pages"


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=10_000, metavar="N")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes")
    parser.add_argument("--only", type=int, metavar="N", help="set bulletin N alone")
    return parser.parse_args()


def _fonts(folder: Path) -> Path | None:
    """Write the faces for Typst; None where it is not installed."""
    if not many_typst.is_there():
        return None
    given = _Setter(folder, None)
    layout = given.planner().layout("classic")
    assert isinstance(layout, Layout)
    fonts = folder / "fonts"
    fonts.mkdir()
    many_typst.write_fonts(layout.page, given.store, fonts)
    return fonts


def main() -> int:
    """Set them all and give the exit status."""
    asked = _asked()
    numbers = range(asked.count) if asked.only is None else range(asked.only, asked.only + 1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fonts = _fonts(folder)
        found = _told(_all(numbers, asked.jobs, folder, fonts), len(numbers))
        every = sorted(found, key=lambda one: one.number)
        if asked.only is not None:
            print((folder / "2019-01-14.yaml").read_text(encoding="utf-8"))
            print(every[0])
    print(f"printkit {__version__}, {len(every)} bulletins for seven offices\n")
    _table(every)
    _more(every, typst=fonts is not None)
    broken = list(_violations(every))
    print(f"\nbroken rules: {len(broken)}")
    for violation in broken:
        print(f"  {violation}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
