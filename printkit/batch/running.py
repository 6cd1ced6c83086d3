"""A run: planned first, what stands is left as it is, and the rest is built and recorded."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from printkit.batch.copies import Copyist
from printkit.batch.exhibiting import exhibit
from printkit.batch.gallery import Gallery
from printkit.batch.mailing import Mailing
from printkit.batch.manifest import Record, read_manifest
from printkit.batch.options import Options
from printkit.batch.project import Project, Wanted
from printkit.batch.recording import Built, Recorder
from printkit.batch.remembering import Memory, Planned, planned
from printkit.batch.report import FileReport
from printkit.batch.scratch import Scratch, clear_leftovers
from printkit.batch.standing import Standing
from printkit.batch.way import Way
from printkit.cache import Cache
from printkit.errors import Problem, Refused
from printkit.model.formats import KNOWN_FORMATS

if TYPE_CHECKING:
    from printkit.batch.entries import Entry
    from printkit.batch.plan import Planner
    from printkit.batch.zips import Archive


@dataclass(frozen=True, slots=True)
class Job:
    """What is asked for: which bulletins of a project, for whom and how, over `jobs` processes.

    Those that are `zipped` are packed into an archive for each office. With a `mailing` each of its
    recipients has an edition of each bulletin and office.
    """

    project: Project
    names: tuple[str, ...]
    options: Options
    way: Way
    jobs: int = 1
    zipped: bool = False
    mailing: Mailing | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a job: the files' reports in the plan's order, and what else was wrong.

    `left_out` says what is not for the web.
    """

    reports: tuple[FileReport, ...]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    archives: tuple["Archive", ...] = ()
    left_out: tuple[str, ...] = ()


class Watcher(Protocol):
    """Is told how many editions will be built, and of each that is."""

    def begin(self, editions: int) -> None:
        """Take note of how many there are to do."""

    def took(self, built: Built) -> None:
        """Take note of one."""


# Makes the planner when it is needed: it brings fonts, pictures and all that draws with it.
PlannerMaker = Callable[[], "Planner"]


def run(job: Job, planner: PlannerMaker, watcher: Watcher) -> Run:
    """Run a job; WrongUsage for what does not exist, Refused where there can be no plan."""
    if not job.way.write:
        return _checked(job, planner(), watcher)
    clear_leftovers(job.way.output)
    stage = _Stage(job, planner)
    stage.plan()
    entries = tuple(entry for one in stage.bulletins for entry in one.entries)
    watcher.begin(sum(entry.editions for entry in entries))
    offices = frozenset(edition.office for one in stage.bulletins for edition in one.editions)
    copyist = Copyist(job.way.output, job.project, offices)
    gallery = Gallery(Cache(job.way.cache), job.way)
    reports, problems, warnings = _built(entries, job, _Audience(watcher, gallery), copyist)
    order = [(one.identity, one.office) for each in stage.bulletins for one in each.editions]
    standing = [report for one in stage.bulletins for report in one.standing]
    reports = _sorted([*standing, *reports], order, job.mailing)
    left_out = _left_out(edition for one in stage.bulletins for edition in one.editions)
    done = Run(reports, (*stage.problems, *problems), warnings, left_out=left_out)
    if job.way.pictured:
        own = [report for one in stage.bulletins for report in one.own]
        shown = _sorted([*own, *reports], order, job.mailing) if own else reports
        _draw(gallery.lacking(shown), stage, job, gallery)
        done = replace(done, problems=(*done.problems, *exhibit(shown, gallery, job.way)))
    return _packed(done, stage, job) if job.zipped else done


def _draw(
    editions: Collection[tuple[str, str]], stage: "_Stage", job: Job, gallery: Gallery
) -> None:
    """Make the pictures of editions that stand, and of which none are known any more."""
    if editions:
        from printkit.batch.building import build  # noqa: PLC0415 - brings all that draws with it

        way = replace(job.way, write=False, verify=False, strict=False)
        build(stage.entries_of(editions), way, job.jobs, gallery.take)


def _packed(done: Run, stage: "_Stage", job: Job) -> Run:
    from printkit.batch.zips import Packer  # noqa: PLC0415 - sets a page
    from printkit.storeroom import Storeroom  # noqa: PLC0415 - as above

    packer = Packer(job.way, stage.planner(), job.options, Storeroom(Cache(job.way.cache)))
    archives = packer.pack(done.reports)
    return replace(
        done,
        problems=(*done.problems, *packer.problems),
        warnings=(*done.warnings, *packer.warnings),
        archives=archives,
    )


def _checked(job: Job, planner: "Planner", watcher: Watcher) -> Run:
    from printkit.batch.building import build  # noqa: PLC0415 - brings all that draws with it

    plan = planner.plan(job.names, job.options)
    entries = tuple(_for_recipients(entry, job.mailing) for entry in plan.entries)
    watcher.begin(sum(entry.editions for entry in entries))
    order = [(entry.identity, entry.office) for entry in plan.entries]
    reports, problems, _ = build(entries, job.way, job.jobs, watcher.took)
    reports = _sorted(reports, order, job.mailing)
    return Run(reports, (*plan.problems, *problems), left_out=_left_out(plan.entries))


def _left_out(editions: Iterable["Planned | Entry"]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for edition in editions for line in edition.left_out))


def _built(
    entries: tuple["Entry", ...], job: Job, watcher: Watcher, copyist: Copyist
) -> tuple[tuple[FileReport, ...], tuple[Problem, ...], tuple[Problem, ...]]:
    if entries:
        from printkit.batch.building import build  # noqa: PLC0415 - as above

        return build(entries, job.way, job.jobs, watcher.took, copyist)
    scratch = Scratch(job.way.output)
    try:
        return (), Recorder(job.way, scratch, copyist).finish(), ()
    finally:
        scratch.close()


def _sorted(
    reports: Sequence[FileReport], order: Sequence[tuple[str, str]], mailing: Mailing | None
) -> tuple[FileReport, ...]:
    """Give the reports in the order of the plan, and in each edition's of the recipients."""
    editions = {edition: number for number, edition in enumerate(dict.fromkeys(order))}
    listed = mailing.recipients if mailing else ()
    recipients = {one.identity: number for number, one in enumerate(listed)}
    formats = {name: number for number, name in enumerate(KNOWN_FORMATS)}

    def place(one: FileReport) -> tuple[int, int, int]:
        edition, recipient = editions[one.bulletin, one.office], recipients.get(one.recipient, -1)
        return edition, recipient, formats[one.format]

    return tuple(sorted(reports, key=place))


def _for_recipients(entry: "Entry", mailing: Mailing | None) -> "Entry":
    if mailing is None:
        return entry
    return replace(entry, recipients=mailing.recipients, table=mailing.table)


@dataclass(frozen=True, slots=True)
class _Audience:
    """Those who are told of what is built: the watcher, and the gallery of pictures."""

    watcher: Watcher
    gallery: Gallery

    def begin(self, editions: int) -> None:
        """Tell how many editions there are."""
        self.watcher.begin(editions)

    def took(self, built: Built) -> None:
        """Tell of one."""
        self.gallery.take(built)
        self.watcher.took(built)


@dataclass(slots=True)
class _Bulletin:
    """A bulletin of the run: its editions, the reports of those that stand, and those to build.

    `own` are reports of the offices' own editions that stand beside those for recipients.
    """

    wanted: Wanted
    editions: tuple[Planned, ...]
    standing: tuple[FileReport, ...] = ()
    entries: tuple["Entry", ...] = ()
    own: tuple[FileReport, ...] = ()


# What is written together: of which bulletin, for which office and recipient, in which formats.
_Part = tuple[str, str, str, tuple[str, ...]]


class _Stage:
    """Plans a job, and parts what stands from what must be built."""

    def __init__(self, job: Job, planner: PlannerMaker) -> None:
        self._job = job
        self._make = planner
        self._planner: Planner | None = None
        self._memory = Memory(Cache(job.way.cache), job.project, job.way.equipment)
        self._standing = Standing(_known(job.way), job.way)
        self.bulletins: list[_Bulletin] = []
        self.problems: tuple[Problem, ...] = ()

    def plan(self) -> None:
        """Plan every bulletin that was asked for."""
        job = self._job
        wanted = job.project.wanted(job.names)
        self.problems = job.project.missing(job.names)
        recalled = [(one, self._memory.recall(one, job.options)) for one in wanted]
        if not recalled or any(editions is None for _, editions in recalled):
            self.planner().require(job.options)
        self.bulletins = [self._bulletin(one, editions) for one, editions in recalled]
        self._standing = Standing((), job.way)  # what was built before need not be held any longer
        if not self.problems and not any(one.editions for one in self.bulletins):
            self.problems = self.planner().unused(wanted, job.options)

    def entries_of(self, editions: Collection[tuple[str, str]]) -> tuple["Entry", ...]:
        """Give the entries of editions by bulletin and office."""
        named = {bulletin for bulletin, _ in editions}
        return tuple(
            entry
            for one in self.bulletins
            if one.wanted.family.identity in named
            for entry in self._entries(one.wanted)
            if (entry.identity, entry.office) in editions
        )

    def planner(self) -> "Planner":
        """Give the planner, which is made when it is first needed."""
        if self._planner is None:
            self._planner = self._make()
        return self._planner

    def _bulletin(self, wanted: Wanted, editions: tuple[Planned, ...] | None) -> _Bulletin:
        entries = () if editions is not None else self._entries(wanted)
        made = _Bulletin(wanted, editions or tuple(planned(entry) for entry in entries))
        stands: dict[_Part, tuple[FileReport, ...]] = {}
        wanting = False
        for one in (one for office in made.editions for one in office.each(self._job.mailing)):
            reports = self._standing.reports(one)
            wanting |= not reports
            if reports:
                stands[(*one.edition, one.formats)] = reports
        made.standing = tuple(report for reports in stands.values() for report in reports)
        if self._job.mailing:
            made.own = tuple(
                report for one in made.editions for report in self._standing.reports(one)
            )
        if wanting:
            entries = entries or self._entries(wanted)
            parts = (self._left(entry, frozenset(stands)) for entry in entries)
            made.entries = tuple(part for part in parts if part)
        return made

    def _left(self, entry: "Entry", stands: frozenset[_Part]) -> "Entry | None":
        """Give an entry with those recipients whose editions must be built; None for nobody."""
        mailing, formats = self._job.mailing, entry.formats
        if mailing is None:
            return None if (entry.identity, entry.office, "", formats) in stands else entry
        recipients = tuple(
            one
            for one in mailing.recipients
            if (entry.identity, entry.office, one.identity, formats) not in stands
        )
        return replace(entry, recipients=recipients, table=mailing.table) if recipients else None

    def _entries(self, wanted: Wanted) -> tuple["Entry", ...]:
        planner = self.planner()
        entries = planner.entries_of(wanted, self._job.options)
        self._memory.keep(wanted, self._job.options, entries, planner.fingerprints.contents)
        return entries


def _known(way: Way) -> tuple[Record, ...]:
    """Give the manifest's records; none where it is damaged, which is told when it is written."""
    try:
        return tuple(read_manifest(way.output).values())
    except Refused:
        return ()
