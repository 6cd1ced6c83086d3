"""A season, built twice: 26 bulletins for 7 offices, and then again with nothing to build.

`python bench/season.py` builds and verifies them from an empty output, runs again at once, changes
a word of one bulletin and runs a third time, each time in a new process. Exit status 1 where the
second run builds anything or takes more than its share of the first one's CPU time, where the third
builds more or less than that bulletin's editions, or where a file is wrong.
"""

import argparse
import datetime as dt
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from texts import seeds, strange, swapped, write

HOME = Path(__file__).resolve().parent.parent
WEEKS, OFFICES, BOUND = 26, 7, 0.05
_FIRST_DAY = dt.date(2019, 1, 7)
_TIMES = 5


@dataclass(frozen=True, slots=True)
class Done:
    """What one run said of its files, and its CPU time in seconds, with all its processes."""

    lines: tuple[dict[str, str], ...]
    time: float

    def count(self, status: str) -> int:
        """Give how many files have a status."""
        return Counter(line["status"] for line in self.lines)[status]


def run(folder: Path, *words: str) -> Done:
    """Run printkit in a process of its own."""
    before = os.times()
    command = [sys.executable, "-m", "printkit", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    after = os.times()
    if done.returncode:
        sys.exit(f"`{' '.join(words)}` ended with {done.returncode}:\n{done.stderr[-2000:]}")
    lines = done.stdout.splitlines() if "--json" in words else ()
    taken = sum(after[2:4]) - sum(before[2:4])
    return Done(tuple(json.loads(line) for line in lines), taken)


def make_season(folder: Path) -> Path:
    """Write the bulletins: the repository's, with their words in other places or in new letters."""
    shutil.copytree(HOME / "layouts", folder / "layouts")
    bulletins = folder / "bulletins"
    bulletins.mkdir()
    both = seeds(HOME / "bulletins")
    for number in range(WEEKS):
        day = (_FIRST_DAY + dt.timedelta(weeks=number)).isoformat()
        other = strange if number % 4 == 3 else swapped
        made = {**other(both[number % len(both)], number), "date": day}
        write(made, bulletins / f"{day}.yaml")
    for picture in (HOME / "bulletins").glob("*.jpg"):
        shutil.copy(picture, bulletins)
    return bulletins / f"{_FIRST_DAY.isoformat()}.yaml"


def main(words: Sequence[str] | None = None) -> int:
    """Measure; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", default=str(os.cpu_count() or 1))
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as named:
        os.environ["PRINTKIT_CACHE"] = str(Path(named, "cache"))
        os.environ["PYTHONPATH"] = str(HOME)
        project = Path(named, "season")
        project.mkdir()
        return judged(project, asked.jobs)


def judged(project: Path, jobs: str) -> int:
    """Build three times and print what came of it."""
    first_bulletin = make_season(project)
    build = ("build", "--verify", "--json", "--jobs", jobs)
    files = WEEKS * OFFICES * 2
    run(HOME, "build", "2019-01-14", "--output", str(project.parent / "warming"))
    start = median(run(project, "--version").time for _ in range(_TIMES))
    first = run(project, *build)
    again = [run(project, *build) for _ in range(_TIMES)]
    # The first comes at once after the build, and has no earlier one to profit from.
    second = max(again[0].time, median(one.time for one in again))
    share = (second - start) / (first.time - start)
    text = first_bulletin.read_text("utf-8")
    first_bulletin.write_text(text.replace("Pray", "Please pray", 1), encoding="utf-8")
    third = run(project, *build)
    run(project, "verify")
    print(f"printkit --version             {start:7.3f} s CPU")
    print(f"a season from nothing          {first.time:7.3f}   {first.count('built')} built")
    print(f"again at once                  {second:7.3f}   {again[0].count('unchanged')} unchanged")
    print(f"a word changed in one bulletin {third.time:7.3f}   {third.count('built')} built")
    print(f"share of the second run        {share:7.3f}   bound {BOUND}")
    counts = (first.count("built"), again[0].count("unchanged"), third.count("built"))
    changed = {line["bulletin"] for line in third.lines if line["status"] == "built"}
    kept = counts == (files, files, OFFICES * 2) and changed == {first_bulletin.stem}
    return 0 if kept and share <= BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
