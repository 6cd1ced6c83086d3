"""Verifying an output folder: every file is read back and held against its bulletin."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from printkit.batch.building import ENDINGS
from printkit.batch.manifest import NAME, Record, digest_of, read_manifest
from printkit.batch.plan import Entry, Options, Planner
from printkit.batch.project import Project
from printkit.errors import Place, Problem, Refused, WrongUsage
from printkit.model.paper import PAPERS
from printkit.pipeline import edition_of, read_back
from printkit.storeroom import Storeroom


@dataclass(frozen=True, slots=True)
class Verdict:
    """What reading one file back has shown."""

    file: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Court:
    """What verifying needs: the output folder as it is and as it is shown, and the project."""

    output: Path
    shown: str
    project: Project
    planner: Planner
    store: Storeroom


def verify(court: Court) -> Iterator[Verdict]:
    """Judge every file of the manifest, and every file of ours that it does not know.

    Refused where there is nothing to judge, or where the offices themselves are wrong.
    """
    records = read_manifest(court.output)
    if not records:
        problem = Problem(
            f"there is nothing to verify in `{court.shown}`",
            hint="type `printkit build` first, or name the folder",
        )
        raise Refused(problem)
    court.planner.offices()
    for name, record in sorted(records.items()):
        yield Verdict(f"{court.shown}/{name}", tuple(_judge(court, record)))
    for path in sorted(court.output.rglob("*")):
        name = path.relative_to(court.output).as_posix()
        if name not in records and name != NAME and path.name.endswith(tuple(ENDINGS.values())):
            stray = Problem(
                "is not in the manifest", Place(f"{court.shown}/{name}"), "build it again"
            )
            yield Verdict(f"{court.shown}/{name}", (stray,))


def _judge(court: Court, record: Record) -> Iterator[Problem]:
    place = Place(f"{court.shown}/{record.file}")
    if record.status == "old":
        yield Problem(
            "is OLD: a later build of it failed", place, "mend the bulletin and build again"
        )
    try:
        data = (court.output / record.file).read_bytes()
    except OSError:
        yield Problem("is missing", place, "build it again")
        return
    if digest_of(data) != record.sha256:
        yield Problem("is not the file that was built", place, "build it again")
    try:
        found = _held_against_bulletin(court, record, data)
    except (Refused, WrongUsage) as fault:
        said = fault.problems[0].message if isinstance(fault, Refused) else fault.message
        found = (Problem(f"cannot be held against its bulletin: {said}", hint="build it again"),)
    for problem in found:
        yield replace(problem, place=place)


def _held_against_bulletin(court: Court, record: Record, data: bytes) -> tuple[Problem, ...]:
    """Give what the file says otherwise than its bulletin; Refused where that cannot be told."""
    entry = _entry(court, record)
    if entry.order is None:
        raise Refused(*entry.problems)
    return read_back(record.format, data, edition_of(entry.order, court.store))


def _entry(court: Court, record: Record) -> Entry:
    paper = record.paper if record.paper in PAPERS else ""
    options = Options((record.office,), (record.format,), record.layout, paper, record.screen)
    source = str(court.project.folder / record.source)
    plan = court.planner.plan([source], options)
    if plan.problems:
        raise Refused(Problem(f"`{record.source}` is not there any more"))
    for entry in plan.entries:
        if entry.source == record.source:
            return entry
    raise Refused(
        Problem(f"`{record.source}` is no longer what office `{record.office}` is set from")
    )
