"""How much CPU time and how many bytes printkit takes beside the programs one would use instead.

All make the same bulletins in turns, and only ratios from one run count: `python bench/speed.py`.
Exit status 1 where a bound is missed, or could not be tried because its rival is not installed.
"""

import argparse
import gc
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, replace
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time

from comparing import Contest, Result, Subject, Work, tell
from contests import BYTES, BYTES_DECK, COLD, chosen, contests, is_named
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.slide import Slide
from ready import HOME
from rival_plan import planned
from settings import Fitter, is_whole
from sheets import LETTER, Sheet
from sides import Sides
from texts import seed_in, seeds, strange, swapped

from printkit import __version__

RIVALS = ("typst", "weasyprint")
PACKAGES = ("reportlab", "rl_accel", "python-pptx", "lxml", "uharfbuzz", "PyYAML", *RIVALS)
_WEIGHED = 4
_PPTXGEN_BODY = 101  # the placeholder as PptxGenJS numbers it
# Typst forgets a page after eleven others (seen in its times): with twelve bulletins, none is timed
# that it still knows from the search for its size.
_FEWEST = 12


class Bench:
    """The sides with the bulletins of one run, made when a contest first needs them."""

    def __init__(self, folder: Path, rounds: int, documents: int) -> None:
        self.sides = Sides(folder)
        self.fitter = Fitter(self.sides)
        self.rounds, self.documents = rounds, documents
        self._made = 0

    def subjects(self, sheet: Sheet, *, strangers: bool = False) -> list[Subject]:
        """Give bulletins for warming and all rounds, made of the two seeds in turn, and proved.

        Nobody has set them before: printkit remembers paragraphs that its editions have in common.
        """
        count = max(_FEWEST, (self.rounds + 1) * self.documents)
        numbers, self._made = range(self._made, self._made + count), self._made + count
        made = [self._subject(sheet, number, strangers=strangers) for number in numbers]
        if not strangers:
            self._require_whole(made[: self.documents])
        return made

    def _subject(self, sheet: Sheet, number: int, *, strangers: bool) -> Subject:
        bulletin = swapped(seeds(HOME / "bulletins")[number % 2], number)
        if strangers:
            bulletin = strange(bulletin, number)
        kind = "strange" if strangers else "swapped"
        return self.sides.subject(bulletin, f"{kind}-{sheet.name}-{number}", sheet)

    def _require_whole(self, every: Sequence[Subject]) -> None:
        """Require one page with every region, and a slide for each besides the cover."""
        for subject in every:
            page, deck = (file.data for file in self.sides.made(subject.order))
            for insert in (page, self.sides.rival.page(subject.data, subject.sheet)):
                assert is_whole(insert, subject), subject.path.name
            for slides in (deck, self.sides.rival.deck(subject.data)):
                _require_deck(slides, subject)


def _require_deck(slides: bytes, subject: Subject) -> None:
    presentation = Presentation(BytesIO(slides))
    titles = [_title(slide) for slide in presentation.slides]
    assert titles[1:] == [region["name"] for region in subject.data["regions"]]
    for slide, title in list(zip(presentation.slides, titles, strict=True))[1:]:
        assert title in slide.notes_slide.notes_text_frame.text


def _title(slide: Slide) -> str:
    """Give the text of the slide's title, whatever number its placeholder has."""
    kinds = PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE
    (title,) = (one for one in slide.placeholders if one.placeholder_format.type in kinds)
    return str(title.text_frame.text)


def timed(work: Work, every: Sequence[Subject]) -> float:
    """Give the CPU milliseconds (user and system, all threads) for each subject.

    Of a side in a process of its own that process's time counts, and no time of this one.
    """
    gc.collect()
    start = process_time()
    elsewhere = [work(subject) for subject in every]
    here = (process_time() - start) * 1000
    told = [taken for taken in elsewhere if taken is not None]
    return (sum(told) if told else here) / len(every)


def in_turns(works: Sequence[Work], every: Sequence[Subject], first: int) -> list[float]:
    """Give each side's time; in every round another begins, since one finds what another leaves.

    A side that has all cores busy leaves little in their caches.
    """
    places = [(first + place) % len(works) for place in range(len(works))]
    taken = {place: timed(works[place], every) for place in places}
    return [taken[place] for place in range(len(works))]


def measured(bench: Bench, contest: Contest) -> list[Result]:
    """Measure a contest; each round takes bulletins that no round before it took."""
    rivals = [rival for rival in contest.rivals if not rival.row.lacking]
    if not rivals:
        return [Result(rival.row, ()) for rival in contest.rivals]
    every = bench.subjects(contest.sheet, strangers=contest.strange)
    _find_settings(bench, [rival.row.package for rival in rivals], every)
    if any(rival.row.node for rival in rivals):
        _prove_node(bench, every)
    works = [contest.ours, *(rival.work for rival in rivals)]
    count, rounds = bench.documents, range(bench.rounds + 1)
    parts = [every[number * count : (number + 1) * count] for number in rounds]
    # The first round warms all sides, and does not count.
    times = [in_turns(works, part, number) for number, part in enumerate(parts)][1:]
    pairs = {
        rival.row: tuple((one[0], one[place]) for one in times)
        for place, rival in enumerate(rivals, start=1)
    }
    return [Result(rival.row, pairs.get(rival.row, ())) for rival in contest.rivals]


def _find_settings(bench: Bench, packages: Sequence[str], every: Sequence[Subject]) -> None:
    """Find the size for a rival that does not fit: before the clock, and by another storeroom."""
    typst_page = bench.sides.typst_page
    for subject in every if "typst" in packages else ():
        subject.settings["typst"] = bench.fitter.setting(
            subject, lambda one, setting: is_whole(typst_page(one, setting), one)
        )


def _prove_node(bench: Bench, every: Sequence[Subject]) -> None:
    """Require PptxGenJS's slides, notes and all, and warm it: its code is compiled as it runs."""
    path = bench.sides.output / "pptxgen.pptx"
    for subject in every:
        slides = list(planned(subject.data))
        for deflated in (False, True):
            bench.sides.pptxgen.make(subject.data, deflated=deflated, output=path)
            made = list(Presentation(path).slides)
            assert [_title(one) for one in made] == [slide.title for slide in slides]
            bodies = [one.placeholders[_PPTXGEN_BODY].text_frame.text for one in made]
            assert bodies == ["\n".join(slide.texts) for slide in slides]
            notes = [one.notes_slide.notes_text_frame.text for one in made]
            assert notes == [slide.notes for slide in slides]


def weighed_decks(bench: Bench) -> Result:
    """Weigh the decks of the bulletins of one round beside python-pptx's."""
    sides, every = bench.sides, bench.subjects(LETTER)[: bench.documents]
    orders = (replace(subject.order, formats=("slides",)) for subject in every)
    ours = [len(file.data) for order in orders for file in sides.made(order)]
    theirs = [len(sides.rival.deck(subject.data)) for subject in every]
    return Result(BYTES_DECK, tuple(zip(ours, theirs, strict=True)))


def weighed(bench: Bench, sheet: Sheet) -> tuple[Result, ...]:
    """Weigh the inserts of several bulletins, a pair each, beside WeasyPrint's plain and tagged."""
    rows = BYTES[sheet]
    try:
        web = bench.sides.web
    except (ImportError, OSError):  # not installed, or Pango is not, which it loads
        return tuple(Result(row, ()) for row in rows)
    pairs: list[list[tuple[float, float]]] = [[], []]
    for subject in bench.subjects(sheet)[:_WEIGHED]:
        ours = len(bench.sides.made(subject.order)[0].data)
        setting = bench.fitter.setting(subject, lambda one, s: web.pages(one.data, sheet, s) == 1)
        for found, variant in zip(pairs, (None, "pdf/ua-1"), strict=True):
            page = web.page(subject.data, sheet, setting, variant)
            assert is_whole(page, subject), subject.path.name
            found.append((ours, len(page)))
    return tuple(Result(row, tuple(found)) for row, found in zip(rows, pairs, strict=True))


def cold(bench: Bench, office: str) -> Result:
    """Measure new processes that make one pair each, everything that can be kept in place."""
    row, sheet = COLD[office]
    if row.lacking:
        return Result(row, ())
    sides, folder = bench.sides, bench.sides.output / office
    subject = sides.subject(seed_in(HOME / "bulletins", office), f"cold-{office}", sheet)
    told = _told(bench, subject)
    build = ("-m", "printkit", "build", str(subject.path), "--office", office, "--output")
    theirs = (str(HOME / "bench" / "rival_cold.py"), str(told))
    compiled, times = sides.output / "compiled", []
    for number in range(bench.rounds + 1):
        # What was built before is not built again.
        ours = _child((*build, str(folder / str(number))), compiled)
        times.append((ours, _child(theirs, compiled)))
    return Result(row, tuple(times[1:]))


def _told(bench: Bench, subject: Subject) -> Path:
    """Write what the rival is told, which was found before the clock starts."""
    _find_settings(bench, ["typst"], [subject])
    told = {
        "bulletin": str(subject.path),
        "output": str(bench.sides.output / "theirs"),
        "faces": str(bench.sides.faces),
        "sheet": subject.sheet.name,
        "setting": asdict(subject.settings["typst"]),
        "slides": [asdict(slide) for slide in planned(subject.data)],
    }
    path = bench.sides.output / f"{subject.path.stem}.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def _child(arguments: Sequence[str], compiled: Path) -> float:
    """Give the CPU milliseconds of a new Python process; `compiled` keeps its modules' bytecode."""
    environment = dict(os.environ) | {"PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *arguments]
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, cwd=HOME, env=environment, check=True, stdout=subprocess.DEVNULL)
    after = getrusage(RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1000


def versions() -> Iterator[str]:
    """Say which packages are compared; rl_accel makes reportlab faster where it is installed."""
    yield f"printkit {__version__}"
    yield f"Python {platform.python_version()}"
    for name in PACKAGES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"no {name}"


def _results(bench: Bench, only: str) -> Iterator[Result]:
    """Measure every row whose name contains `only`."""
    for contest in chosen(contests(bench.sides), only):
        yield from measured(bench, contest)
    for office, (row, _) in COLD.items():
        if is_named(row, only):
            yield cold(bench, office)
    if is_named(BYTES_DECK, only):
        yield weighed_decks(bench)
    for sheet, rows in BYTES.items():
        if any(is_named(row, only) for row in rows):
            yield from (one for one in weighed(bench, sheet) if is_named(one.row, only))


def main() -> int:
    """Run the comparison and give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=24, metavar="N", help="24 when left out")
    parser.add_argument(
        "--documents", type=int, default=4, metavar="N", help="in each round; 4 when left out"
    )
    parser.add_argument(
        "--only", default="", metavar="NAME", help="the rows whose name contains NAME"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), asked.rounds, asked.documents)
        with closing(bench.sides) as sides:
            results = list(_results(bench, asked.only))
            rivals = sides.rivals
    if not results:
        parser.error(f"expected a part of a row's name after `--only`, found `{asked.only}`")
    print(", ".join((*versions(), *rivals)))
    print(
        f"{asked.rounds} rounds in turns, {asked.documents} documents each; office us, type sizes "
        "on a grid of 0.1 pt; ms: CPU time of user and system\n"
    )
    tell(results)
    return 1 if any(result.missed for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
