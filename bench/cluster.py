"""A season built by a Dask scheduler and two workers on loopback; one is killed on the way.

`python bench/cluster.py` builds the season of `bench/season.py` on this machine, then over the
cluster, then over it once more with a worker killed when a third of the files are there. The
workers have caches of their own and stand in empty folders, as on other machines. Exit status 1
where a file is not byte for byte that of the local run, or where the kill came too late to matter.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from season import OFFICES, WEEKS, make_season

HOME = Path(__file__).resolve().parent.parent
WORKERS = 2
_PATIENCE = 60.0
_PAUSE = 0.02
_REGISTERED = "Registered to"


@dataclass(slots=True)
class Cluster:
    """A scheduler and its workers, each a process in a folder, with a cache, of its own.

    They share `cache` where one is given.
    """

    folder: Path
    cache: Path | None = None
    address: str = ""
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, workers: int = WORKERS) -> None:
        """Start the scheduler and its workers, and wait until they know one another."""
        said = self.folder / "scheduler.json"
        words = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self._started("scheduler", *words, "--scheduler-file", str(said))
        _wait(lambda: said.is_file() and said.stat().st_size > 0)
        _wait(lambda: bool(self._address_in(said)))
        self.address = self._address_in(said)
        for _ in range(workers):
            self.add_worker()
        _wait(lambda: all(self._is_registered(number) for number in range(len(self.workers))))

    def add_worker(self, code: Path = HOME) -> None:
        """Start one more worker, with the printkit that is in a folder."""
        words = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        name = f"worker-{len(self.workers)}"
        self.workers.append(self._started(name, self.address, *words, code=code))
        _wait(lambda: self._is_registered(len(self.workers) - 1))

    def stop(self) -> None:
        """End all that was started."""
        for process in reversed(self.processes):
            process.kill()
            process.wait()

    def _started(self, name: str, *words: str, code: Path = HOME) -> subprocess.Popen[bytes]:
        folder = self.folder / name
        folder.mkdir()
        names = {"PYTHONPATH": str(code), "PRINTKIT_CACHE": str(self.cache or folder / "cache")}
        command = [sys.executable, "-m", "dask", name.partition("-")[0], *words]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                command, cwd=folder, env=os.environ | names, stdout=log, stderr=log
            )
        self.processes.append(process)
        return process

    def _is_registered(self, number: int) -> bool:
        log = self.folder / f"worker-{number}" / "log"
        return _REGISTERED in log.read_text("utf-8", "replace")

    @staticmethod
    def _address_in(file: Path) -> str:
        try:
            return str(json.loads(file.read_text("utf-8"))["address"])
        except ValueError:
            return ""


@contextmanager
def running(folder: Path, workers: int = WORKERS, cache: Path | None = None) -> Iterator[Cluster]:
    """Give a cluster that ends with the block."""
    folder.mkdir(parents=True)
    cluster = Cluster(folder, cache)
    try:
        cluster.start(workers)
        yield cluster
    finally:
        cluster.stop()


@dataclass(frozen=True, slots=True)
class Done:
    """A run: its exit status, its time in seconds, what it said, and the files there at a kill."""

    status: int
    seconds: float
    said: str
    there: int = 0


def build(project: Path, output: Path, *words: str, victim: object = None, after: int = 0) -> Done:
    """Build a project; kill a worker as soon as `after` files are there."""
    command = [sys.executable, "-m", "printkit", "build", "--output", str(output), *words]
    before, there = time.monotonic(), 0
    names = {"PYTHONPATH": str(HOME)}
    with subprocess.Popen(
        command,
        cwd=project,
        env=os.environ | names,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as process:
        if isinstance(victim, subprocess.Popen):
            while process.poll() is None and len(files_in(output)) < after:
                time.sleep(_PAUSE)
            victim.kill()
            there = len(files_in(output))
        said, _ = process.communicate()
    return Done(process.returncode, time.monotonic() - before, said, there)


def files_in(output: Path) -> dict[str, Path]:
    """Give the files of an output folder by name, without those that are being written."""
    found = (path for path in output.rglob("*") if path.is_file())
    return {
        path.relative_to(output).as_posix(): path
        for path in found
        if not path.name.startswith(".making")
    }


def differing(one: Path, other: Path) -> list[str]:
    """Give the names of the files that are not byte for byte the same in two folders."""
    ours, theirs = files_in(one), files_in(other)
    return sorted(
        name
        for name in ours.keys() | theirs.keys()
        if name not in ours
        or name not in theirs
        or ours[name].read_bytes() != theirs[name].read_bytes()
    )


def _wait(ready: Callable[[], bool]) -> None:
    ends = time.monotonic() + _PATIENCE
    while not ready():
        if time.monotonic() > ends:
            raise TimeoutError("the cluster did not start")
        time.sleep(_PAUSE)


def main(words: Sequence[str] | None = None) -> int:
    """Measure; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args(words)
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        os.environ["PRINTKIT_CACHE"] = str(folder / "cache")
        project = folder / "season"
        project.mkdir()
        make_season(project)
        build(HOME, folder / "warming", "2019-01-14")
        return judged(project, folder)


def judged(project: Path, folder: Path) -> int:
    """Build three times, and print what came of it."""
    files = WEEKS * OFFICES * 2
    local = build(project, folder / "local", "--jobs", str(WORKERS))
    with running(folder / "cluster") as cluster:
        address = ("--scheduler", cluster.address)
        build(HOME, folder / "warm", "2019-01-14", *address)
        peaceful = build(project, folder / "peaceful", *address)
        victim = cluster.workers[0]
        killed = build(project, folder / "killed", *address, victim=victim, after=files // 3)
    wrong = {name: differing(folder / "local", folder / name) for name in ("peaceful", "killed")}
    for name, done in (("local", local), ("cluster", peaceful), ("one killed", killed)):
        print(f"{name:12} {done.seconds:7.2f} s   exit {done.status}")
    print(f"files there at the kill: {killed.there} of {files}")
    print(f"files that differ from the local run: {sum(map(len, wrong.values()))}")
    whole = len(files_in(folder / "local")) > files and killed.there < files
    statuses = {local.status, peaceful.status, killed.status}
    return 0 if statuses == {0} and whole and not any(wrong.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
