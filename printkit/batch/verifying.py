"""Verifying an output folder: every file is read back and held against its bulletin."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from printkit.batch.addresses import Addresses
from printkit.batch.entries import Entry
from printkit.batch.manifest import NAME, Record, digest_of, is_file_of, load_manifest
from printkit.batch.naming import is_ours
from printkit.batch.options import WEB, Options
from printkit.batch.plan import Planner
from printkit.batch.project import Project
from printkit.batch.publishing import NOTHING_LEFT
from printkit.errors import Place, Problem, Refused, WrongUsage
from printkit.model.formats import ON_OWN_PAPER
from printkit.ordering import Order, sized
from printkit.pipeline import edition_of
from printkit.proof import read_back, shortened
from printkit.storeroom import Storeroom
from printkit.verify.outline import outline_of_deck, outline_of_page


@dataclass(frozen=True, slots=True)
class Verdict:
    """What reading one file back has shown: what is wrong, and what is allowed but worth saying.

    `outline` is what the file says, in lines, where that was asked for.
    """

    file: str
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()
    outline: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Court:
    """What verifying needs: the output folder as it is and as it is shown, and the project.

    `outlined` asks for what each file says.
    """

    output: Path
    shown: str
    project: Project
    planner: Planner
    store: Storeroom
    addresses: Addresses
    outlined: bool = False
    plans: dict[tuple[str, Options], tuple[Entry, ...]] = field(default_factory=dict)


_OUTLINES = {
    "insert": outline_of_page,
    "two-sided": outline_of_page,
    "large-print": outline_of_page,
    "slides": outline_of_deck,
    "slides-pdf": outline_of_page,
    "leader": outline_of_page,
    "sheet": outline_of_page,
    "bilingual": outline_of_page,
}
_MOST_PLANS = 16
# Those with pictures of words.
_PICTURES = ("insert-png", "slides-png", "leader")


def verify(court: Court) -> Iterator[Verdict]:
    """Judge every file of the manifest, and every file of ours that it does not know.

    Refused where there is nothing to judge, or where the offices themselves are wrong.
    """
    manifest = load_manifest(court.output)
    records = manifest.records
    if not records:
        message = f"there is nothing to verify in `{court.shown}`"
        raise Refused(Problem(message, hint=_where_to_verify(court)))
    court.planner.offices()
    withdrawn = set()
    for name, record in sorted(records.items()):
        if _is_withdrawn(court, record):
            withdrawn.add(name)
            yield from _still_there(court, name)
        else:
            yield _verdict(court, record, f"{court.shown}/{name}")
    for copy, original in sorted(manifest.copies.items()):
        if original in withdrawn:
            yield from _still_there(court, copy)
        elif original in records and not is_file_of(court.output / copy, records[original]):
            place = Place(f"{court.shown}/{copy}")
            wrong = Problem(f"is not a copy of `{original}`", place, "build it again")
            yield Verdict(place.file, (wrong,))
    yield from _strays(court, {*records, *manifest.copies, NAME})


def _is_withdrawn(court: Court, record: Record) -> bool:
    """Whether a file for the web is of a bulletin that has nothing left for it."""
    if not record.web:
        return False
    try:
        entries = _entries(court, record)
    except (Refused, WrongUsage):
        return False
    return any(fault.message == NOTHING_LEFT for entry in entries for fault in entry.problems)


def _still_there(court: Court, name: str) -> Iterator[Verdict]:
    """Tell of a file that is not for the web any more, unless somebody has deleted it."""
    if (court.output / name).exists():
        place = Place(f"{court.shown}/{name}")
        message = "is not for the web any more: every request of its bulletin is `sensitive`"
        hint = "delete it, and the archives that hold it"
        yield Verdict(place.file, (Problem(message, place, hint),))


def _strays(court: Court, known: set[str]) -> Iterator[Verdict]:
    """Tell of files of ours that the manifest does not know."""
    apart = court.output / WEB / NAME
    for path in sorted(court.output.rglob("*")):
        name = path.relative_to(court.output).as_posix()
        if apart.is_file() and path.is_relative_to(apart.parent):
            continue
        if name not in known and is_ours(name):
            stray = Problem(
                "is not in the manifest", Place(f"{court.shown}/{name}"), "build it again"
            )
            yield Verdict(f"{court.shown}/{name}", (stray,))


def _verdict(court: Court, record: Record, shown: str) -> Verdict:
    place = Place(shown)
    problems = []
    if record.status == "old":
        hint = "mend the bulletin and build again"
        problems.append(Problem("is OLD: a later build of it failed", place, hint))
    try:
        data = (court.output / record.file).read_bytes()
    except OSError:
        return Verdict(shown, (*problems, Problem("is missing", place, "build it again")))
    if digest_of(data) != record.sha256:
        problems.append(Problem("is not the file that was built", place, "build it again"))
    teller = _OUTLINES.get(record.format) if court.outlined else None
    verdict = _held(court, record, data, place)
    return replace(
        verdict, problems=(*problems, *verdict.problems), outline=teller(data) if teller else ()
    )


def _where_to_verify(court: Court) -> str:
    """Say what to type where a folder has no manifest: it may be an office's own."""
    above = court.output.parent
    if above != court.output and (above / NAME).is_file():
        return (
            f"type `printkit verify {PurePath(court.shown).parent.as_posix()}`: all of its offices"
        )
    return "type `printkit build` first, or name the folder"


def _held(court: Court, record: Record, data: bytes, place: Place) -> Verdict:
    """Hold a file's bytes against its bulletin."""
    try:
        entry, warned = court.addresses.addressed(_entry(court, record), record)
        edition = edition_of(sized(_order(entry), record.format), court.store)
    except (Refused, WrongUsage) as fault:
        said = fault.problems[0].message if isinstance(fault, Refused) else fault.message
        message = f"cannot be held against its bulletin: {said}"
        return Verdict(place.file, (Problem(message, place, "build it again"),))
    found = read_back(record.format, data, edition)
    if dict(entry.prints)[record.format] != record.fingerprint:
        # A picture cannot be read, so what it was made from must be what there is now.
        differing = (replace(problem, hint=None) for problem in found)
        found = (_changed(record), *differing) if found or record.format in _PICTURES else ()
    notes = (*warned, *shortened(record.format, data, edition))
    return Verdict(
        place.file,
        tuple(replace(problem, place=place) for problem in found),
        tuple(replace(note, place=note.place or place) for note in notes),
    )


def _changed(record: Record) -> Problem:
    """Say that what a file was made from says something else by now, and how it is built."""
    build = f"printkit build {record.bulletin} --office {record.office} --format {record.format}"
    message = "its bulletin, layout or office has changed since it was built"
    return Problem(message, hint=f"type `{build}` with what else you typed for it")


def _order(entry: Entry) -> Order:
    """Give the order that a file should come from; Refused where that cannot be told."""
    if entry.order is None:
        raise Refused(*entry.problems)
    return entry.order


def _entry(court: Court, record: Record) -> Entry:
    for entry in _entries(court, record):
        if entry.source == record.source:
            return entry
    raise Refused(
        Problem(f"`{record.source}` is no longer what office `{record.office}` is set from")
    )


def _entries(court: Court, record: Record) -> tuple[Entry, ...]:
    """Give what would be made of a file's bulletin, as it was asked for when it was built."""
    facts = record.facts
    options = Options(
        (record.office,),
        (record.format,),
        record.layout,
        "" if record.format in ON_OWN_PAPER else record.paper,
        record.screen,
        record.web,
        facts.get("imposition", ""),
        facts.get("copies"),
        facts.get("printer", ""),
    )
    return _planned(court, str(court.project.folder / record.source), options, record)


def _planned(court: Court, source: str, options: Options, record: Record) -> tuple[Entry, ...]:
    """Give a bulletin's editions; thousands of files in a row may be of the same."""
    asked = source, options
    if asked not in court.plans:
        plan = court.planner.plan([source], options)
        if plan.problems:
            raise Refused(Problem(f"`{record.source}` is not there any more"))
        if len(court.plans) >= _MOST_PLANS:
            court.plans.clear()
        court.plans[asked] = plan.entries
    return court.plans[asked]
