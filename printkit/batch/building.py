"""Building a plan: each edition made, read back where that was asked, and written whole."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Any

from printkit.batch.copies import Copyist
from printkit.batch.editions import bench_for, build_one, kept
from printkit.batch.entries import Entry
from printkit.batch.recording import Built, Recorder
from printkit.batch.report import FileReport
from printkit.batch.scratch import Scratch, clear_leftovers
from printkit.batch.way import Way
from printkit.errors import Problem

_FEWEST_FOR_PROCESSES = 6

Progress = Callable[[Built], None]


def build(
    entries: Sequence[Entry],
    way: Way,
    jobs: int,
    progress: Progress,
    copyist: Copyist | None = None,
) -> tuple[tuple[FileReport, ...], tuple[Problem, ...], tuple[Problem, ...]]:
    """Build editions and keep the manifest, also of a run that is interrupted.

    One edition that fails never stops the others. Give the files' reports, what stood in the way
    of the manifest and of the `copyist`'s copies, and warnings of copies that stay behind.
    """
    recorder = Recorder(way, Scratch(way.output), copyist)
    reports: list[FileReport] = []
    sharing = _Sharing()

    def took(one: Built) -> None:
        reports.extend(map(sharing.shared, one.reports))
        recorder.add(one)
        progress(one)

    try:
        _run(entries, way, jobs, took)
    except BaseException:
        recorder.copyist = None  # the newest may be among what was not built
        raise
    finally:
        problems = recorder.finish()
        recorder.scratch.close()
        if way.write:
            clear_leftovers(way.output)
    return tuple(reports), problems, recorder.warnings()


@dataclass(frozen=True, slots=True)
class _Sharing:
    """Lets reports hold the same objects where they say the same: thousands of files often do."""

    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    told: dict[tuple[Problem, ...], tuple[Problem, ...]] = field(default_factory=dict)

    def shared(self, report: FileReport) -> FileReport:
        """Give a report that says what this one says."""
        return replace(
            report,
            facts=self.facts.setdefault(repr(report.facts), report.facts),
            warnings=self.told.setdefault(report.warnings, report.warnings),
            problems=self.told.setdefault(report.problems, report.problems),
        )


def _run(entries: Sequence[Entry], way: Way, jobs: int, took: Progress) -> None:
    if way.scheduler:
        _run_there(entries, way, took)
        return
    editions = sum(entry.editions for entry in entries)
    if jobs < 2 or editions < _FEWEST_FOR_PROCESSES:  # noqa: PLR2004 - one process needs no pool
        bench = bench_for(way, recipients=any(entry.recipients for entry in entries))
        try:
            for one in (one for entry in entries for one in entry.each()):
                took(build_one(one, way, bench))
        finally:
            bench.scratch.close()
        return
    from printkit.batch.processes import over_processes  # noqa: PLC0415 - not for a few editions

    over_processes(entries, way, jobs, took)


def _run_there(entries: Sequence[Entry], way: Way, took: Progress) -> None:
    """Have the editions made by a cluster; they are written here."""
    from printkit.batch.cluster import made_there  # noqa: PLC0415 - Dask, where it is asked for

    scratch = Scratch(way.output)
    with closing(made_there(entries, way)) as made:
        try:
            for entry, outcome in made:
                took(kept(entry, way, outcome, scratch))
        finally:
            scratch.close()
