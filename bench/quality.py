"""How large and how well printkit sets a bulletin beside Typst, and in what time.

Both set the same variations of the repository's bulletins in the same face, measure and spacing,
and search the same grid of sizes: `python bench/quality.py` (extra `bench`). Then both are set at
the smaller of their two sizes, and one reader reads the word spaces back from both PDFs. Exit
status 1 where a bound is missed.
"""

import argparse
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

if find_spec("typst") is None:
    sys.exit("typst is not installed: type `pip install -e .[bench]`")

from quality_reader import read_lines
from quality_sides import Ours, Theirs, at_size
from quality_table import Compared, Side, tell, tell_smaller
from quality_texts import Variation, variations
from quality_time import measured, tell_times
from ready import HOME
from typst_page import LARGEST, SMALLEST

from printkit import __version__
from printkit.model.edition import Edition
from printkit.model.paper import Size
from printkit.typeset.insert import Insert

_PACKAGES = ("typst", "uharfbuzz", "pyphen", "pypdfium2")
_TALLER = 4.0


class Bench:
    """Both programs, ready and warm."""

    def __init__(self, folder: Path) -> None:
        bulletins, fonts = folder / "bulletins", folder / "fonts"
        for made in (bulletins, fonts):
            made.mkdir()
        self.ours = Ours(bulletins)
        self.theirs = Theirs(self.ours, fonts)

    def sizes(self, variation: Variation) -> tuple[int, int]:
        """Give the sizes that both programs find, in tenths of a point; 89 where none fits."""
        edition = self.ours.varied(variation)
        made = self.ours.typeset(edition)
        own = round(made.size * 10) if isinstance(made, Insert) else SMALLEST - 1
        return own, self.theirs.fit(self.ours.page(edition))

    def drawn(self, edition: Edition, tenths: int) -> tuple[bytes, bytes, bool]:
        """Give both pages at one size, and whether ours needed a taller paper."""
        fixed = at_size(edition, tenths)
        made = self.ours.typeset(fixed)
        raised = not isinstance(made, Insert)
        if raised:
            taller = Size(fixed.paper.width, fixed.paper.height * _TALLER)
            made = self.ours.typeset(replace(fixed, paper=taller))
        assert isinstance(made, Insert)
        return self.ours.pdf(made), self.theirs.pdf(self.ours.page(edition), tenths), raised

    def compared(self, variation: Variation) -> Compared:
        """Set a variation with both programs, each in its size and both at the smaller one."""
        sizes = self.sizes(variation)
        edition = self.ours.varied(variation)
        page = self.ours.page(edition)
        tenths = max(SMALLEST, min(sizes))
        *pages, raised = self.drawn(edition, tenths)
        ours, theirs = (
            Side(size, read_lines(pdf, page.paragraphs))
            for size, pdf in zip(sizes, pages, strict=True)
        )
        return Compared(variation, page, self._blank(tenths), ours, theirs, raised=raised)

    def _blank(self, tenths: int) -> float:
        """Give the natural space of a request in points."""
        face = self.ours.layout.page.styles["request"].face
        shaper = self.ours.store.shaper(self.ours.layout)
        return sum(piece.width for piece in shaper.shape(" ", face)) * tenths / 10


def look(bench: Bench, number: int, folder: Path) -> None:
    """Write both pages of one variation, at each program's own size and at the smaller one."""
    variation = tuple(variations(HOME / "bulletins", number + 1))[number]
    edition = bench.ours.varied(variation)
    sizes = bench.sizes(variation)
    folder.mkdir(parents=True, exist_ok=True)
    for tenths in {max(SMALLEST, size) for size in sizes}:
        ours, theirs, _ = bench.drawn(edition, tenths)
        (folder / f"{number}-{tenths}-printkit.pdf").write_bytes(ours)
        (folder / f"{number}-{tenths}-typst.pdf").write_bytes(theirs)
    print(f"variation {number}: printkit {sizes[0] / 10} pt, Typst {sizes[1] / 10} pt")


def tell_settings(bench: Bench) -> None:
    """Print the versions and both programs' settings."""
    found = [f"printkit {__version__}", f"Python {platform.python_version()}"]
    print(", ".join((*found, *(f"{name} {version(name)}" for name in _PACKAGES))))
    print()
    for name, ours, theirs in _settings(bench):
        print(f"| {name} | {ours} | {theirs} |")
    print()


def _settings(bench: Bench) -> Iterator[tuple[str, str, str]]:
    page = bench.ours.layout.page
    face = page.styles["request"].face
    yield "setting", "printkit", "Typst"
    yield "---", "---", "---"
    yield "face, leading", *(f"{face.family} {face.weight}, {page.natural_leading} em fixed",) * 2
    grid = f"{SMALLEST / 10}-{LARGEST / 10} pt, tenths"
    yield "sizes", f"{grid}; `ladder: [size]`", f"{grid}; bisection by `layout` and `measure`"
    yield "lines", "total fit, spaces 2/3 to 3/2", '`linebreaks: "optimized"`, spaces 2/3 to 3/2'
    yield "hyphens", "the layout's `hyphenation`", "`hyphenate: true` in requests, default costs"
    yield "marks at the edge", "as the layout has them", "`overhang: true`"
    yield "shaping", "kerning and ligatures", "kerning and ligatures; texts as strings"


def arguments() -> argparse.Namespace:
    """Give what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--variations", type=int, default=200, metavar="N", help="usually 200")
    parser.add_argument("--rounds", type=int, default=15, metavar="N", help="timed; usually 15")
    parser.add_argument(
        "--look", nargs=2, metavar=("NUMBER", "FOLDER"), help="write both pages of one variation"
    )
    return parser.parse_args()


def main() -> int:
    """Run the comparison and give the exit status."""
    asked = arguments()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        if asked.look:
            look(bench, int(asked.look[0]), Path(asked.look[1]))
            return 0
        tell_settings(bench)
        every = [bench.compared(one) for one in variations(HOME / "bulletins", asked.variations)]
        kept = [tell(every)]
        tell_smaller(every)
        kept.append(tell_times(measured(bench.ours, bench.theirs, asked.rounds)))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
