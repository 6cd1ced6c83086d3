"""How much CPU time printkit takes beside the program that one would write first.

Both make the same bulletins in turns, and only ratios from one run count: `python bench/speed.py`.
Exit status 1 where a bound is missed.
"""

import argparse
import gc
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time

import pypdfium2
from comparing import Result, Row, Subject, tell
from fontTools.ttLib import TTFont
from pptx import Presentation
from ready import HOME, Ready
from rival import Rival
from texts import Bulletin, seeds, strange, swapped, write

from printkit import __version__
from printkit.batch.files import write_together
from printkit.model.layout import Face
from printkit.pipeline import FORMATS, Order, Outcome, make

PACKAGES = ("reportlab", "rl_accel", "python-pptx", "lxml", "uharfbuzz", "PyYAML")
_POSTSCRIPT_NAME = 6
RIVAL_FACES = {
    "SourceSans-Regular": Face("Source Sans 3"),
    "SourceSans-Bold": Face("Source Sans 3", 700),
    "SourceSans-Italic": Face("Source Sans 3", 400, italic=True),
    "Arimo-Regular": Face("Arimo"),
}


class Bench(Ready):
    """Both sides, ready and warm, and the bulletins that they take turns with."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.fonts, self.output = folder / "fonts", folder / "output"
        self.bulletins = folder / "bulletins"
        for made in (self.fonts, self.output, self.bulletins):
            made.mkdir()
        for name, face in RIVAL_FACES.items():
            _write_font(self.store.face(face).font, self.fonts / f"{name}.ttf")
        self.rival = Rival(self.fonts)

    def subject(self, bulletin: Bulletin, name: str) -> Subject:
        """Give a bulletin written to a file and loaded by both sides."""
        path = write(bulletin, self.bulletins / f"{name}.yaml")
        return Subject(path, self.order(self.load(path)), self.rival.read(path))

    def one(self, format_: str) -> Callable[[Subject], Outcome]:
        """Give what makes one format of a subject."""
        return lambda subject: make(replace(subject.order, formats=(format_,)), self.store)

    def ours(self, subject: Subject) -> None:
        """Make the pair from what is loaded, and write it."""
        self._written(subject, subject.order)

    def ours_from_file(self, subject: Subject) -> None:
        """Load the bulletin, make the pair, and write it."""
        self._written(subject, self.order(self.load(subject.path)))

    def _written(self, subject: Subject, order: Order) -> None:
        outcome = make(order, self.store)
        assert not outcome.problems, outcome.problems
        endings = {"insert": "-insert.pdf", "slides": "-slides.pptx"}
        stem = f"ours-{subject.path.stem}"
        write_together(
            {self.output / f"{stem}{endings[file.format]}": file.data for file in outcome.files}
        )

    def theirs(self, subject: Subject) -> None:
        """Let the rival make the pair from what is loaded, and write it."""
        self.rival.pair(subject.data, self.output, f"rival-{subject.path.stem}")

    def theirs_from_file(self, subject: Subject) -> None:
        """Let the rival read the bulletin, make the pair, and write it."""
        self.theirs(replace(subject, data=self.rival.read(subject.path)))


def _write_font(font: bytes, path: Path) -> None:
    """Write a static face under a name of its own: reportlab tells fonts apart by it.

    The face is the one that printkit sets with: instanced, subset and without hinting.
    """
    with TTFont(BytesIO(font)) as tables:
        for record in tables["name"].names:
            if record.nameID == _POSTSCRIPT_NAME:
                record.string = path.stem
        tables.save(path)


def rows(bench: Bench) -> tuple[Row, ...]:
    """Give the comparisons that run in this process."""
    page, deck = bench.rival.page, bench.rival.deck
    return (
        Row("insert", bench.one("insert"), lambda subject: page(subject.data)),
        Row("deck", bench.one("slides"), lambda subject: deck(subject.data)),
        Row("pair, written", bench.ours, bench.theirs, bound=1.0, goal=0.15),
        Row("pair, from YAML, written", bench.ours_from_file, bench.theirs_from_file),
        Row("pair, written, all words new", bench.ours, bench.theirs, strange=True),
    )


def subjects(bench: Bench, count: int, *, strangers: bool) -> list[Subject]:
    """Give so many bulletins, made of the two seeds in turn."""
    both = seeds(HOME / "bulletins")
    made = []
    for number in range(count):
        bulletin = swapped(both[number % 2], number)
        if strangers:
            bulletin = strange(bulletin, number)
        made.append(bench.subject(bulletin, f"{'strange' if strangers else 'swapped'}-{number}"))
    return made


def require_whole(bench: Bench, every: Sequence[Subject]) -> None:
    """Require of both sides one page with every region, and a slide for each besides the cover."""
    for subject in every:
        outcome = make(subject.order, bench.store)
        assert len(outcome.files) == len(FORMATS), outcome.problems
        page, deck = (file.data for file in outcome.files)
        for insert in (page, bench.rival.page(subject.data)):
            _require_page(insert, subject)
        for slides in (deck, bench.rival.deck(subject.data)):
            _require_deck(slides, subject)


def _require_page(insert: bytes, subject: Subject) -> None:
    with pypdfium2.PdfDocument(insert) as pdf:
        assert len(pdf) == 1
        words = set(pdf[0].get_textpage().get_text_bounded().split())
    names = [word for region in subject.data["regions"] for word in region["name"].split()]
    assert words.issuperset(names), names


def _require_deck(slides: bytes, subject: Subject) -> None:
    presentation = Presentation(BytesIO(slides))
    titles = [slide.shapes.title.text_frame.text for slide in presentation.slides]
    assert titles[1:] == [region["name"] for region in subject.data["regions"]]
    assert all(slide.has_notes_slide for slide in presentation.slides)


def timed(work: Callable[[Subject], object], every: Sequence[Subject]) -> float:
    """Give the CPU milliseconds (user and system) for each subject."""
    gc.collect()
    start = process_time()
    for subject in every:
        work(subject)
    return (process_time() - start) * 1000 / len(every)


def measured(bench: Bench, rounds: int, documents: int) -> Iterator[Result]:
    """Measure every row; each round takes bulletins that no round before it took."""
    usual = subjects(bench, rounds * documents, strangers=False)
    strangers = subjects(bench, rounds * documents, strangers=True)
    require_whole(bench, usual[:documents])
    for row in rows(bench):
        every = strangers if row.strange else usual
        if not row.strange:
            timed(row.ours, usual[:documents])
            timed(row.rival, usual[:documents])
        parts = (every[at : at + documents] for at in range(0, len(every), documents))
        times = tuple((timed(row.ours, part), timed(row.rival, part)) for part in parts)
        yield Result(row, times)


def cold(bench: Bench, rounds: int) -> Result:
    """Measure new processes that make one pair each, everything that can be kept in place."""
    subject = bench.subject(swapped(seeds(HOME / "bulletins")[0], 1), "cold")
    output = str(bench.output / "cold")
    build = ("-m", "printkit", "build", str(subject.path), "--office", "us", "--output", output)
    theirs = (str(HOME / "bench" / "rival.py"), str(subject.path), str(bench.fonts), output)
    row = Row("pair, new process", lambda _: None, lambda _: None)
    compiled = bench.output / "compiled"
    for arguments in (build, theirs):
        _child(arguments, compiled)
    times = ((_child(build, compiled), _child(theirs, compiled)) for _ in range(rounds))
    return Result(row, tuple(times))


def _child(arguments: Sequence[str], compiled: Path) -> float:
    """Give the CPU milliseconds of a new Python process; `compiled` keeps its modules' bytecode."""
    environment = dict(os.environ) | {"PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *arguments]
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, cwd=HOME, env=environment, check=True, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1000


def versions() -> str:
    """Say which packages are compared; rl_accel makes reportlab faster where it is installed."""
    found = [f"printkit {__version__}", f"Python {platform.python_version()}"]
    for name in PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"no {name}")
    return ", ".join(found)


def main() -> int:
    """Run the comparison and give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=25, metavar="N", help="25 when left out")
    parser.add_argument(
        "--documents", type=int, default=5, metavar="N", help="in each round; 5 when left out"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        results = [*measured(bench, asked.rounds, asked.documents), cold(bench, asked.rounds)]
    print(versions())
    print(
        f"{asked.rounds} rounds in turns, {asked.documents} documents each; Letter, office us, "
        "type sizes on a grid of 0.1 pt; CPU time of user and system\n"
    )
    tell(results)
    return 1 if any(result.missed for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
