"""Building a plan: each edition made, read back where that was asked, and written whole."""

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from threading import current_thread, main_thread

from printkit import __version__
from printkit.batch.files import write_together
from printkit.batch.manifest import Record, digest_of, read_manifest, write_manifest
from printkit.batch.naming import file_name, names_there
from printkit.batch.plan import Entry, Plan
from printkit.batch.report import FileReport, Status, date_of
from printkit.cache import Cache
from printkit.errors import Place, Problem, Refused
from printkit.pipeline import Made, Outcome, fingerprint, make
from printkit.storeroom import Storeroom

_FEWEST_FOR_PROCESSES = 6


@dataclass(frozen=True, slots=True)
class Way:
    """How a plan is built: where to, whether it is written and read back, and how strictly.

    `shown` is the output folder as the report names it; `cache` the folder of prepared data.
    `counted` asks for the words to spare.
    """

    output: Path
    shown: str
    cache: Path | None
    write: bool = True
    verify: bool = False
    strict: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What came of one edition: its files' reports, and the records for the manifest."""

    reports: tuple[FileReport, ...]
    records: tuple[Record, ...] = ()


Progress = Callable[[Built], None]


def build(
    plan: Plan, way: Way, jobs: int, progress: Progress
) -> tuple[tuple[FileReport, ...], tuple[Problem, ...]]:
    """Build a plan and keep the manifest, also of a run that is interrupted.

    One edition that fails never stops the others. Give the files' reports, and what stood in the
    way of the manifest.
    """
    built: list[Built] = []
    problems: tuple[Problem, ...] = ()
    try:
        for one in _run(plan.entries, way, jobs):
            built.append(one)
            progress(one)
    finally:
        problems = _keep_records(way, built)
    order = {(entry.identity, entry.office): number for number, entry in enumerate(plan.entries)}
    reports = [report for one in built for report in one.reports]
    reports.sort(key=lambda report: order[report.bulletin, report.office])
    return tuple(reports), problems


def _keep_records(way: Way, built: Sequence[Built]) -> tuple[Problem, ...]:
    """Write the manifest anew where something has come of the run; give what stood in its way."""
    if not way.write:
        return ()
    try:
        earlier = read_manifest(way.output)
        records = _brought_up_to_date(earlier, way, built)
        problems = tuple(_clear_away(_leftovers(earlier, built), records, way))
        if records != earlier:
            write_manifest(way.output, __version__, records.values())
    except Refused as refusal:
        return refusal.problems
    return problems


def _leftovers(earlier: dict[str, Record], built: Sequence[Built]) -> Iterator[Record]:
    """Give the files of an edition that its new build in the same format has no more of."""
    records = [record for one in built for record in one.records]
    made = {record.file for record in records}
    anew = {(record.bulletin, record.office, record.format) for record in records}
    for record in earlier.values():
        if record.file not in made and (record.bulletin, record.office, record.format) in anew:
            yield record


def _clear_away(
    leftovers: Iterator[Record], records: dict[str, Record], way: Way
) -> Iterator[Problem]:
    """Remove files that are shown no more, and their records; give those that cannot be."""
    for record in leftovers:
        try:
            (way.output / record.file).unlink(missing_ok=True)
        except OSError:
            records[record.file] = replace(record, status="old")
            yield Problem(
                f"`{way.shown}/{record.file}` is of an earlier build and could not be removed",
                hint="close it in the program that has it open, and build again",
            )
        else:
            del records[record.file]


def _brought_up_to_date(
    earlier: dict[str, Record], way: Way, built: Sequence[Built]
) -> dict[str, Record]:
    records = dict(earlier)
    for one in built:
        records.update({record.file: record for record in one.records})
        for report in one.reports:
            name = _recorded(report, way)
            if report.status == "old" and name in records:
                records[name] = replace(records[name], status="old")
    return records


def _run(entries: Sequence[Entry], way: Way, jobs: int) -> Iterator[Built]:
    if jobs < 2 or len(entries) < _FEWEST_FOR_PROCESSES:  # noqa: PLR2004 - one process needs no pool
        store = Storeroom(Cache(way.cache))
        for entry in entries:
            yield build_one(entry, way, store)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        with _interrupts_left_to_us():
            waiting = {pool.submit(_in_process, entry, way): entry for entry in entries}
        try:
            for done in as_completed(waiting):
                fault = done.exception()
                yield _lost(waiting[done], way, fault) if fault else done.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


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


@cache
def _storeroom(folder: Path | None) -> Storeroom:
    """Give a process's one storeroom: what it has fetched serves its next edition too."""
    return Storeroom(Cache(folder))


def _in_process(entry: Entry, way: Way) -> Built:
    return build_one(entry, way, _storeroom(way.cache))


def _lost(entry: Entry, way: Way, fault: BaseException) -> Built:
    return _failed(entry, way, Outcome((), (_stopped(entry, fault),)))


def _stopped(entry: Entry, fault: BaseException) -> Problem:
    return Problem(
        f"could not be built for office `{entry.office}`: {type(fault).__name__}: {fault}",
        Place(entry.source),
        "this is a fault of printkit's own: please report it with the bulletin",
    )


def build_one(entry: Entry, way: Way, store: Storeroom) -> Built:
    """Build one edition."""
    if entry.order is None:
        return _failed(entry, way, Outcome((), entry.problems))
    outcome = _outcome(entry, way, store)
    if way.strict and outcome.warnings and not outcome.problems:
        outcome = Outcome((), outcome.warnings)
    if outcome.problems:
        return _failed(entry, way, outcome)
    if not way.write:
        return Built(tuple(_report(entry, way, file, outcome) for file in outcome.files))
    try:
        write_together({way.output / _name_of(entry, file): file.data for file in outcome.files})
    except Refused as refusal:
        return _failed(entry, way, Outcome((), refusal.problems))
    records = tuple(_record(entry, file, outcome) for file in outcome.files)
    return Built(tuple(_report(entry, way, file, outcome) for file in outcome.files), records)


def _outcome(entry: Entry, way: Way, store: Storeroom) -> Outcome:
    """Make an edition; a fault of our own stops this edition alone."""
    assert entry.order is not None  # noqa: S101 - build_one has seen to it
    try:
        return make(entry.order, store, verified=way.verify, counted=way.counted)
    except Exception as fault:  # noqa: BLE001 - whatever it is, the other editions must be built
        return Outcome((), (_stopped(entry, fault),))


def _name_of(entry: Entry, file: Made) -> str:
    return file_name(entry.office, entry.identity, file.format, file.number)


def _recorded(report: FileReport, way: Way) -> str:
    return report.file.removeprefix(f"{way.shown}/")


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
    return Built((first, *reports[1:]))


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


def _record(entry: Entry, file: Made, outcome: Outcome) -> Record:
    order = entry.order
    assert order is not None  # noqa: S101 - only an order makes files
    return Record(
        file=_name_of(entry, file),
        bulletin=entry.identity,
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
        warnings=[warning.message for warning in outcome.warnings],
        fingerprint=fingerprint(replace(order, formats=(file.format,))),
    )
