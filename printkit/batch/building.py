"""Building a plan: each edition made, read back where that was asked, and written whole."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread, current_thread, main_thread

from printkit.batch.copies import Copyist, Failure
from printkit.batch.manifest import Record, digest_of
from printkit.batch.naming import file_name, names_there
from printkit.batch.plan import Entry
from printkit.batch.recording import Built, Recorder
from printkit.batch.report import FileReport, Status, date_of, plain
from printkit.batch.scratch import Scratch, clear_leftovers
from printkit.batch.way import Way
from printkit.cache import Cache
from printkit.errors import Place, Problem, Refused
from printkit.pipeline import Made, Outcome, make
from printkit.storeroom import Storeroom

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
    built: list[Built] = []

    def took(one: Built) -> None:
        built.append(one)
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
    reports = tuple(report for one in built for report in one.reports)
    return reports, problems, recorder.warnings()


def _run(entries: Sequence[Entry], way: Way, jobs: int, took: Progress) -> None:
    if way.scheduler:
        _run_there(entries, way, took)
        return
    if jobs < 2 or len(entries) < _FEWEST_FOR_PROCESSES:  # noqa: PLR2004 - one process needs no pool
        bench = Bench(Storeroom(Cache(way.cache)), Scratch(way.output))
        try:
            for entry in entries:
                took(build_one(entry, way, bench))
        finally:
            bench.scratch.close()
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, context, _end_with_parent) as pool:
        with _interrupts_left_to_us():
            waiting = {pool.submit(_in_process, entry, way): entry for entry in entries}
        _gather(pool, waiting, way, took)


def _run_there(entries: Sequence[Entry], way: Way, took: Progress) -> None:
    """Have the editions made by a cluster; they are written here."""
    from printkit.batch.cluster import made_there  # noqa: PLC0415 - Dask, where it is asked for

    scratch = Scratch(way.output)
    with closing(made_there(entries, way)) as made:
        try:
            for entry, outcome in made:
                took(_kept(entry, way, outcome, scratch))
        finally:
            scratch.close()


def _gather(
    pool: ProcessPoolExecutor, waiting: dict[Future[Built], Entry], way: Way, took: Progress
) -> None:
    """Take what the processes have built; of a run that is interrupted, what was begun as well."""
    left = dict(waiting)
    try:
        for done in as_completed(waiting):
            took(_result(done, left.pop(done), way))
    except BaseException:
        pool.shutdown(cancel_futures=True)
        for done, entry in left.items():
            if not done.cancelled():
                took(_result(done, entry, way))
        raise


def _result(done: Future[Built], entry: Entry, way: Way) -> Built:
    fault = done.exception()
    return _lost(entry, way, fault) if fault else done.result()


def _end_with_parent() -> None:
    """Let this process end with the one that has started it, even where that one is killed."""
    parent = parent_process()
    if parent:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


@contextmanager
def _interrupts_left_to_us() -> Iterator[None]:
    """Let processes start that ignore an interrupt: this process ends them, and says so once."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@dataclass(frozen=True, slots=True)
class Bench:
    """What one process builds with: its storeroom and its temporary files."""

    store: Storeroom
    scratch: Scratch


@cache
def _bench(output: Path, folder: Path | None) -> Bench:
    """Give a process's one bench: what its storeroom has fetched serves its next edition too."""
    return Bench(Storeroom(Cache(folder)), Scratch(output))


def _in_process(entry: Entry, way: Way) -> Built:
    return build_one(entry, way, _bench(way.output, way.cache))


def _lost(entry: Entry, way: Way, fault: BaseException) -> Built:
    return _failed(entry, way, Outcome((), (_stopped(entry, fault),)))


def _stopped(entry: Entry, fault: BaseException) -> Problem:
    return Problem(
        f"could not be built for office `{entry.office}`: {type(fault).__name__}: {fault}",
        Place(entry.source),
        "this is a fault of printkit's own: please report it with the bulletin",
    )


def build_one(entry: Entry, way: Way, bench: Bench) -> Built:
    """Build one edition."""
    if entry.order is None:
        return _failed(entry, way, Outcome((), entry.problems))
    return _kept(entry, way, _outcome(entry, way, bench.store), bench.scratch)


def _kept(entry: Entry, way: Way, outcome: Outcome, scratch: Scratch) -> Built:
    """Write what came of an edition, and give its reports."""
    if way.strict and outcome.warnings and not outcome.problems:
        outcome = Outcome((), outcome.warnings)
    if outcome.problems:
        return _failed(entry, way, outcome)
    reports = tuple(_report(entry, way, file, outcome) for file in outcome.files)
    pictures = tuple(file.pictures for file in outcome.files)
    if not way.write:
        return Built(reports, pictures=pictures)
    try:
        scratch.write({way.output / _name_of(entry, file): file.data for file in outcome.files})
    except Refused as refusal:
        return _failed(entry, way, Outcome((), refusal.problems))
    records = tuple(_record(entry, way, file) for file in outcome.files)
    return Built(reports, records, pictures=pictures)


def _outcome(entry: Entry, way: Way, store: Storeroom) -> Outcome:
    """Make an edition; a fault of our own stops this edition alone."""
    assert entry.order is not None  # noqa: S101 - build_one has seen to it
    try:
        return make(
            entry.order,
            store,
            verified=way.verify,
            counted=way.counted,
            pictured=way.pictured,
        )
    except Exception as fault:  # noqa: BLE001 - whatever it is, the other editions must be built
        return Outcome((), (_stopped(entry, fault),))


def _name_of(entry: Entry, file: Made) -> str:
    return file_name(entry.office, entry.identity, file.format, file.number)


def _report(entry: Entry, way: Way, file: Made, outcome: Outcome) -> FileReport:
    status: Status = "built" if way.write else "checked"
    return replace(
        _blank(entry, way, file.format, _name_of(entry, file)),
        status=status,
        pages=file.pages,
        size=file.size,
        full=round(file.full, 3),
        # An edition's warnings are given once: with its first file.
        warnings=outcome.warnings if file is outcome.files[0] else (),
        facts=file.facts,
        digest=digest_of(file.data),
    )


def _failed(entry: Entry, way: Way, outcome: Outcome) -> Built:
    """Give the reports of an edition that failed; what was built earlier stays, called OLD."""
    reports = []
    for format_ in entry.formats:
        old = names_there(way.output, entry.office, entry.identity, format_)
        for name in old:
            blank = _blank(entry, way, format_, name)
            reports.append(replace(blank, status="old", built=date_of(way.output / name)))
        if not old:
            reports.append(
                _blank(entry, way, format_, file_name(entry.office, entry.identity, format_, 1))
            )
    first = replace(reports[0], problems=outcome.problems, warnings=outcome.warnings)
    failure = Failure(entry.date, entry.identity, entry.office)
    return Built((first, *reports[1:]), failure=failure)


def _blank(entry: Entry, way: Way, format_: str, name: str) -> FileReport:
    return FileReport(
        bulletin=entry.identity,
        office=entry.office,
        format=format_,
        file=f"{way.shown}/{name}",
        status="failed",
        source=entry.source,
        language=entry.order.bulletin.language if entry.order else entry.language,
        layout=entry.layout,
        paper=entry.paper,
    )


def _record(entry: Entry, way: Way, file: Made) -> Record:
    order = entry.order
    assert order is not None  # noqa: S101 - only an order makes files
    return Record(
        file=_name_of(entry, file),
        bulletin=entry.identity,
        date=entry.date,
        source=entry.source,
        office=entry.office,
        format=file.format,
        language=order.bulletin.language,
        layout=entry.layout,
        paper=entry.paper,
        screen=order.screen,
        sha256=digest_of(file.data),
        bytes=len(file.data),
        pages=file.pages,
        size=file.size,
        full=round(file.full, 3),
        facts=file.facts,
        warnings=[plain(warning) for warning in dict.fromkeys(file.warnings)],
        fingerprint=dict(entry.prints)[file.format],
        equipment=way.equipment,
        verified=way.verify,
        web=way.web,
    )
