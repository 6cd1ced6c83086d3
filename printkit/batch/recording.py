"""Keeping the manifest beside other runs: each adds what it has built to what is there by then."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from printkit import __version__
from printkit.batch.copies import Copy, Copyist, Failure
from printkit.batch.files import not_written
from printkit.batch.manifest import NAME, Manifest, Record, load_manifest, parts_of
from printkit.batch.report import FileReport
from printkit.batch.revising import Revision
from printkit.batch.scratch import Scratch
from printkit.batch.way import Way
from printkit.errors import Problem, Refused
from printkit.model.picture import Pixels

_OFTEN = 20
# The more there is in the manifest, the dearer it is to write, and the more seldom it is: so the
# cost of a run stays in proportion to its editions.
_PART = 8


@dataclass(frozen=True, slots=True)
class Built:
    """What came of one edition: its files' reports, and records for the manifest or a failure.

    `pictures` are small ones of each file, in the order of the reports, where they were asked for.
    """

    reports: tuple[FileReport, ...]
    records: tuple[Record, ...] = ()
    failure: Failure | None = None
    pictures: tuple[tuple[Pixels, ...], ...] = ()


@dataclass(slots=True)
class Recorder:
    """Gathers what a run builds, and puts it into the manifest now and then, and at the end.

    So a run that is killed has recorded most of what it has built, and the next need not do it
    again.
    """

    way: Way
    scratch: Scratch
    copyist: Copyist | None = None
    failures: list[Failure] = field(default_factory=list)
    often: int = _OFTEN
    _editions: int = 0
    _made: dict[str, Record] = field(default_factory=dict)
    _old: set[str] = field(default_factory=set)
    _faults: list[Problem] = field(default_factory=list)

    def add(self, built: Built) -> None:
        """Take note of an edition."""
        if built.failure:
            self.failures.append(built.failure)
        if self.way.write:
            self._editions += 1
            self._made.update((record.file, record) for record in built.records)
            self._old.update(
                report.file.removeprefix(f"{self.way.shown}/")
                for report in built.reports
                if report.status == "old"
            )
            if self._editions >= self.often and (self._made or self._old):
                self._editions = 0
                problems = self._recorded(copied=False)
                # What could not be written is tried again at the end; what was, is not.
                self._faults += () if self._made or self._old else problems

    def finish(self) -> tuple[Problem, ...]:
        """Record the rest, and bring the copies of the newest up to date; give what was wrong."""
        try:
            if self._made or self._old or self._due(load_manifest(self.way.output, own=True)):
                self._faults += self._recorded(copied=True)
        except Refused as refusal:
            return (*self._faults, *refusal.problems)
        return tuple(dict.fromkeys(self._faults))

    def warnings(self) -> tuple[Problem, ...]:
        """Say which copies stay behind."""
        return tuple(self._copyist.warnings()) if self._copyist and self.failures else ()

    @property
    def _copyist(self) -> Copyist | None:
        return self.copyist and replace(self.copyist, failures=tuple(self.failures))

    def _due(self, manifest: Manifest) -> tuple[Copy, ...]:
        return self._copyist.due(manifest) if self._copyist else ()

    def _recorded(self, *, copied: bool) -> tuple[Problem, ...]:
        try:
            with self.scratch.turn():
                problems = tuple(self._brought_up_to_date(copied=copied))
        except Refused as refusal:
            return refusal.problems
        except OSError as fault:
            return (not_written(fault, self.way.output / NAME),)
        self._made.clear()
        self._old.clear()
        return problems

    def _brought_up_to_date(self, *, copied: bool) -> Iterator[Problem]:
        revision = Revision(self.way, self._made, frozenset(self._old))
        revision.find(__version__)
        yield from revision.problems
        copies = dict(revision.own.copies)
        if copied:
            yield from self._copied(revision.own, copies)
        if not revision.leaves_as_it_is(copies):
            parts = parts_of(revision.lines(), copies, __version__)
            self.scratch.write_in_turn({self.way.output / NAME: parts})
        self.often = max(_OFTEN, revision.count // _PART)

    def _copied(self, manifest: Manifest, made: dict[str, str]) -> Iterator[Problem]:
        """Make the copies that are due, those of an office together, and take note of them."""
        offices: dict[str, list[Copy]] = {}
        for copy in self._due(manifest):
            offices.setdefault(copy.record.office, []).append(copy)
        for copies in offices.values():
            try:
                self.scratch.write_in_turn(_contents(copies, self.way.output))
            except Refused as refusal:
                yield from refusal.problems
            except OSError as fault:
                yield not_written(fault, self.way.output / copies[0].name)
            else:
                made.update({copy.name: copy.record.file for copy in copies})


def _contents(copies: list[Copy], output: Path) -> dict[Path, bytes]:
    return {output / copy.name: (output / copy.record.file).read_bytes() for copy in copies}
