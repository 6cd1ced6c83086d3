"""Runs that are killed at random moments, two at once, and on a disk that is full.

`python bench/killing.py` kills 200 runs, each of which rebuilds what the one before it left in
another version. After every one, each file must be whole, in one of the two versions, and none may
be lost. Exit status 1 where one is not, or where the next run does not finish the rest.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from texts import Chance

HOME = Path(__file__).resolve().parent.parent
_WORDS = ("well", "spring")
_HEAD = "title: Prayer Requests\ndate: {date}\nregions:\n"
_REGION = """\
  - name: {name}
    requests:
      - Give thanks for the new {word} of {name}, and pray for those who keep it day and night.
      - Pray for the families who came home to the {word}, and for the teachers of their school.
"""
_NAMES = ("Africa", "South Asia", "Europe", "Latin America", "Central Asia", "Oceania")
_DATES = tuple(f"2019-{month:02}-07" for month in range(1, 13))
_OFFICES = ("us", "uk", "de")
_TIMES = 5
_ROOM = "300k", "60m"


@dataclass(slots=True)
class Target:
    """A project whose bulletins have two versions, and the files that each version makes."""

    folder: Path
    version: int = 0
    files: list[dict[str, bytes]] = field(default_factory=list)
    seconds: dict[int, float] = field(default_factory=dict)

    @property
    def output(self) -> Path:
        """The output folder that is fought over."""
        return self.folder / "output"

    def prepare(self) -> None:
        """Build both versions in peace, over one process and over two, and take the time."""
        for jobs, version in ((1, 1), (1, 0), (2, 1)):
            self.write(version)
            before = time.monotonic()
            status, said = self.finished(jobs)
            if status:
                raise RuntimeError(said)
            self.seconds[jobs] = time.monotonic() - before
            self.files.append(self.there())
        if self.files.pop(0) != self.files[1]:
            raise RuntimeError("two processes make other files than one")

    def write(self, version: int) -> None:
        """Write the bulletins of a version."""
        self.version = version
        (self.folder / "bulletins").mkdir(exist_ok=True)
        for date in _DATES:
            regions = (_REGION.format(name=name, word=_WORDS[version]) for name in _NAMES)
            text = _HEAD.format(date=date) + "".join(regions)
            (self.folder / f"bulletins/{date}.yaml").write_text(text, encoding="utf-8")

    def start(self, jobs: int, output: Path | None = None) -> subprocess.Popen[str]:
        """Start a run in a session of its own."""
        command = [sys.executable, "-m", "printkit", "build", "--jobs", str(jobs), "--json"]
        command += [word for office in _OFFICES for word in ("--office", office)]
        command += ["--output", str(output)] if output else []
        environment = {**os.environ, "PYTHONPATH": str(HOME)}
        return subprocess.Popen(
            command,
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def finished(self, jobs: int = 1, output: Path | None = None) -> tuple[int, str]:
        """Run to the end; give the exit status and what was said."""
        process = self.start(jobs, output)
        said = "".join(process.communicate(timeout=600))
        return process.returncode, said

    def kill(self, delay: float, jobs: int, *, group: bool) -> list[str]:
        """Kill a run after so many seconds, of the version that less is there of; give the faults.

        Either all of its processes are killed at once, or the first alone.
        """
        self.write(self._rarer())
        process = self.start(jobs)
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            (os.killpg if group else os.kill)(process.pid, signal.SIGKILL)
        process.communicate()
        return list(self.faults())

    def _rarer(self) -> int:
        there = self.there()
        counts = [sum(there.get(name) == one[name] for name in one) for one in self.files]
        return counts.index(min(counts))

    def faults(self) -> Iterator[str]:
        """Say which files are torn, lost or of neither version."""
        there = self.there()
        for name in self.files[0]:
            if name != "manifest.json" and there.get(name) not in [one[name] for one in self.files]:
                yield f"{name} is {'torn' if name in there else 'lost'}"
        try:
            json.loads(there["manifest.json"])
        except (KeyError, ValueError):
            yield "the manifest is torn or lost"

    def rest(self) -> list[str]:
        """Let the next run finish the rest; give what it has left undone."""
        status, said = self.finished()
        wrong = [said] if status else []
        there, right = self.there(), self.files[self.version]
        wrong += [
            f"{name} is not as it was built in peace"
            for name in right
            if there.get(name) != right[name]
        ]
        wrong += [path.name for path in self.output.rglob(".making*")]
        _, said = self.finished()
        lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
        wrong += [line["file"] for line in lines if line["status"] != "unchanged"]
        return wrong

    def there(self) -> dict[str, bytes]:
        """Give the files that are there by name, but for temporary ones."""
        return {
            path.relative_to(self.output).as_posix(): path.read_bytes()
            for path in self.output.rglob("*")
            if path.is_file() and not path.name.startswith(".making")
        }


def killed(target: Target, moments: int) -> tuple[int, list[str]]:
    """Kill so many runs; give how many of the kills came while files were made, and the faults."""
    chance = Chance(1)
    struck, wrong = 0, []
    for number in range(moments):
        before = target.there()
        jobs = 1 + chance.below(100) % 2
        # Before that a run still starts, and writes nothing.
        delay = target.seconds[jobs] * (0.4 + 0.6 * chance.below(1000) / 1000)
        wrong += target.kill(delay, jobs, group=number % 3 == 0)
        struck += target.there() != before
    return struck, wrong + target.rest()


def both_at_once(target: Target) -> list[str]:
    """Let two runs build the same at the same time."""
    target.write(1 - target.version)
    runs = [target.start(2), target.start(1)]
    said = ["".join(process.communicate(timeout=600)) for process in runs]
    wrong = [words for words, process in zip(said, runs, strict=True) if process.returncode]
    return wrong + target.rest()


def on_a_full_disk(target: Target) -> list[str] | None:
    """Build where there is little room, then where there is plenty; None where none can be made."""
    disk = target.folder / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    little, plenty = _ROOM
    command = [str(mount), "-t", "tmpfs", "-o", f"size={little}", "tmpfs", str(disk)]
    if not mount or subprocess.run(command, capture_output=True, check=False).returncode:
        return None
    try:
        status, said = target.finished(2, disk)
        wrong = [] if status == 1 and "no space left" in said else [said]
        wrong += ["a traceback"] if "Traceback" in said else []
        wrong += [
            f"{path} is torn"
            for path in disk.rglob("*.p*")
            if path.read_bytes() != target.files[target.version][path.relative_to(disk).as_posix()]
        ]
        more = [mount, "-o", f"remount,size={plenty}", str(disk)]
        subprocess.run(more, capture_output=True, check=True)
        status, said = target.finished(2, disk)
        return wrong + ([said] if status else [])
    finally:
        subprocess.run([str(shutil.which("umount")), str(disk)], check=True)


def main(words: Sequence[str] | None = None) -> int:
    """Kill, and print what came of it; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=200)
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as named:
        target = Target(Path(named))
        target.prepare()
        struck, wrong = killed(target, asked.moments)
        print(
            f"{asked.moments} runs killed, {struck} of them while they wrote: {len(wrong)} faults"
        )
        again = [fault for _ in range(_TIMES) for fault in both_at_once(target)]
        print(f"two runs at once, {_TIMES} times: {len(again)} faults")
        full = on_a_full_disk(target)
        said = "could not be tried here" if full is None else f"{len(full)} faults"
        print(f"a full disk: {said}")
    for fault in (*wrong, *again, *(full or ())):
        print(f"  {fault}")
    return 1 if wrong or again or full else 0


if __name__ == "__main__":
    sys.exit(main())
