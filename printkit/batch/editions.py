"""One edition of a run: made, written beside the others, and reported and recorded."""

from dataclasses import dataclass, replace

from printkit.batch.copies import Failure
from printkit.batch.entries import Entry
from printkit.batch.mailing import recorded
from printkit.batch.manifest import Record, digest_of
from printkit.batch.naming import file_name, names_there
from printkit.batch.recording import Built
from printkit.batch.report import FileReport, Status, date_of, plain
from printkit.batch.scratch import Scratch
from printkit.batch.way import Way
from printkit.cache import Cache
from printkit.errors import Place, Problem, Refused
from printkit.model.formats import ALONE
from printkit.ordering import Made, Outcome
from printkit.pipeline import make
from printkit.storeroom import Storeroom

# More than a bulletin has in all its languages, and no more of recipients' own words than this.
_MOST_WORDS = 3_000


@dataclass(frozen=True, slots=True)
class Bench:
    """What one process builds with: its storeroom and its temporary files."""

    store: Storeroom
    scratch: Scratch


def bench_for(way: Way, *, recipients: bool) -> Bench:
    """Give a bench; of the words that `recipients` bring hardly any is met again."""
    cache = Cache(way.cache)
    store = Storeroom(cache, _MOST_WORDS) if recipients else Storeroom(cache)
    return Bench(store, Scratch(way.output))


def lost(entry: Entry, way: Way, fault: BaseException) -> Built:
    """Report an edition whose process has ended, or could not be asked."""
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
    return kept(entry, way, _outcome(entry, way, bench.store), bench.scratch)


def kept(entry: Entry, way: Way, outcome: Outcome, scratch: Scratch) -> Built:
    """Write what came of an edition, and give its reports."""
    if way.strict and outcome.warnings and not outcome.problems:
        outcome = Outcome((), outcome.warnings)
    if outcome.problems:
        return _failed(entry, way, outcome)
    reports = tuple(_report(entry, way, file, outcome) for file in outcome.files)
    pictures = tuple(file.pictures for file in outcome.files) if _is_pictured(entry, way) else ()
    if not way.write:
        return Built(reports, pictures=pictures)
    try:
        scratch.write({way.output / _name_of(entry, file): file.data for file in outcome.files})
    except Refused as refusal:
        return _failed(entry, way, Outcome((), refusal.problems))
    said = recorded(entry.recipient, entry.table)
    pairs = zip(outcome.files, reports, strict=True)
    records = tuple(_record(entry, way, file, report.digest, said) for file, report in pairs)
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
            pictured=_is_pictured(entry, way),
        )
    except Exception as fault:  # noqa: BLE001 - whatever it is, the other editions must be built
        return Outcome((), (_stopped(entry, fault),))


def _is_pictured(entry: Entry, way: Way) -> bool:
    """Whether small pictures are made: of recipients' editions are too many to be looked at."""
    return way.pictured and not (entry.recipient or entry.recipients)


def _name_of(entry: Entry, file: Made) -> str:
    return file_name(entry.office, entry.identity, file.format, file.number, entry.addressee)


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
        whose = entry.office, entry.identity, format_
        old = names_there(way.output, *whose, entry.addressee)
        for name in old:
            blank = _blank(entry, way, format_, name)
            reports.append(replace(blank, status="old", built=date_of(way.output / name)))
        if not old:
            reports.append(_blank(entry, way, format_, file_name(*whose, 1, entry.addressee)))
    first = replace(reports[0], problems=outcome.problems, warnings=outcome.warnings)
    # The current files are the office's own, of the pair.
    copied = entry.recipient is None and not ALONE.issuperset(entry.formats)
    failure = Failure(entry.date, entry.identity, entry.office) if copied else None
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
        paper=entry.paper_of(format_),
        recipient=entry.addressee,
    )


def _record(entry: Entry, way: Way, file: Made, digest: str, recipient: dict[str, str]) -> Record:
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
        paper=entry.paper_of(file.format),
        screen=order.screen,
        sha256=digest,
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
        recipient=recipient,
    )
