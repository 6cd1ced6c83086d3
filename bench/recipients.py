"""What thousands of recipients of one bulletin cost: time, memory, and what two processes gain.

`python bench/recipients.py` builds the sample for 10, 100 and 10000 churches, insert and deck, each
run in a process of its own. Exit status 1 where a bound is missed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
_BULLETIN = "2019-01-14"
_DEAREST = 1.10  # of CPU time for each edition, against a run of some
_MOST_MEMORY = 2.0  # against a run of few
_LEAST_GAIN = 1.7  # of two processes over one, where two do twice as much arithmetic as one
_LOOPS = 40_000_000
_TICK = 0.1
_PLACES = ("Leeds", "Zürich", "Springfield", "Saint-Étienne", "Haarlem", "Perth", "Ottawa")


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds of all its processes, seconds by the clock, peak memory (MB)."""

    editions: int
    processor: float
    clock: float
    memory: float

    @property
    def each(self) -> float:
        """CPU time for one edition, in milliseconds."""
        return 1000 * self.processor / self.editions


def table_of(count: int) -> str:
    """Give a table of so many churches, no two lines alike."""
    lines = ["name,id,service,contact"]
    lines += [
        f"Church of {_PLACES[number % len(_PLACES)]} No. {number},c{number:05},"
        f"Sundays {8 + number % 4}:{number % 6}0,office{number}@church.example.org"
        for number in range(count)
    ]
    return "\n".join(lines) + "\n"


def built(folder: Path, count: int, jobs: int) -> Run:
    """Build the sample for so many churches, over so many processes, and take its measure."""
    (folder / "bulletins").mkdir(exist_ok=True)
    shutil.copy(HOME / "bulletins" / f"{_BULLETIN}.yaml", folder / "bulletins")
    (folder / "churches.csv").write_text(table_of(count), encoding="utf-8")
    output = folder / "output"
    shutil.rmtree(output, ignore_errors=True)
    command = [sys.executable, "-m", "printkit", "build", _BULLETIN, "--office", "us"]
    command += ["--recipients", "churches.csv", "--jobs", str(jobs), "--output", str(output)]
    environment = {**os.environ, "PYTHONPATH": str(HOME)}
    before = time.monotonic()
    with subprocess.Popen(
        [*command, "--project", str(folder)], stdout=subprocess.DEVNULL, env=environment
    ) as process:
        memory = max(_memory_while(process.pid), default=0.0)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    clock = time.monotonic() - before
    there = sum(1 for path in output.glob("us/*/*") if path.suffix in (".pdf", ".pptx"))
    if process.returncode or there != 2 * count:
        raise RuntimeError(f"{there} files of {2 * count}, exit status {process.returncode}")
    return Run(count, used.ru_utime + used.ru_stime, clock, memory)


def _memory_while(process: int) -> Iterator[float]:
    """Give the memory of a process and its children now and then, until it ends, in MB."""
    while not os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        yield sum(map(_memory_of, _family(process)))
        time.sleep(_TICK)


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    for child in map(int, children):
        yield from _family(child)


def _memory_of(process: int) -> float:
    """Give a process's resident memory in MB."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Rss:")) / 1000


def _loop(count: int) -> int:
    total = 0
    for number in range(count):
        total += number & 7
    return total


def loops_gain() -> float:
    """Give how many times as much arithmetic two processes do as one in the same time."""
    seconds = []
    for processes in (1, 2):
        with get_context("spawn").Pool(processes) as pool:
            pool.map(_loop, [1000] * processes)  # so that they have started
            before = time.monotonic()
            pool.map(_loop, [_LOOPS] * processes, chunksize=1)
            seconds.append(time.monotonic() - before)
    return 2 * seconds[0] / seconds[1]


def _judged(name: str, found: float, bound: float, *, most: bool) -> bool:
    held = found <= bound if most else found >= bound
    sign = "at most" if most else "at least"
    print(f"{'ok    ' if held else 'MISSED'} {name}: {found:.2f}, {sign} {bound:.2f}")
    return held


def measured(folder: Path, asked: argparse.Namespace) -> tuple[dict[tuple[int, int], Run], float]:
    """Give all runs by recipients and processes, and what two processes gain in arithmetic.

    That is the mean of before, between and behind the large runs: the machine may be shared.
    """
    built(folder, asked.few, 1)  # which fills the cache
    runs: dict[tuple[int, int], Run] = {}
    gains = []
    for count in (asked.few, asked.some, asked.most):
        for jobs in (1, 2):
            if count == asked.most:
                gains.append(loops_gain())
            run = runs[count, jobs] = built(folder, count, jobs)
            print(
                f"{count} recipients, {jobs} {'process' if jobs == 1 else 'processes'}: "
                f"{run.each:.1f} ms of CPU each, {run.clock:.1f} s, {run.memory:.0f} MB",
                flush=True,
            )
    gains.append(loops_gain())
    said = ", ".join(f"{gain:.2f}" for gain in gains)
    print(f"arithmetic: {said} times as much on two processes as on one")
    return runs, sum(gains) / len(gains)


def main() -> int:
    """Measure; 1 where a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=10_000, help="recipients of the large runs")
    parser.add_argument("--some", type=int, default=100, help="of the run they are held against")
    parser.add_argument("--few", type=int, default=10, help="of the run for memory")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        runs, arithmetic = measured(Path(name), asked)
    few, some, most = asked.few, asked.some, asked.most
    gain = runs[most, 1].clock / runs[most, 2].clock
    verdicts = []
    for jobs in (1, 2):
        over = f"over {jobs}"
        cost = runs[most, jobs].each / runs[some, jobs].each
        memory = runs[most, jobs].memory / runs[few, jobs].memory
        verdicts.append(_judged(f"cost of an edition, {over}", cost, _DEAREST, most=True))
        verdicts.append(_judged(f"memory, {over}", memory, _MOST_MEMORY, most=True))
    bound = _LEAST_GAIN * min(1.0, arithmetic / 2)
    verdicts.append(_judged("throughput of two processes", gain, bound, most=False))
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
