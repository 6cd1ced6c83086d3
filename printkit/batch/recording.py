"""Keeping the manifest beside other runs: each adds what it has built to what is there by then."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from printkit import __version__
from printkit.batch.copies import Copy, Copyist, Failure
from printkit.batch.files import not_written
from printkit.batch.manifest import NAME, Manifest, Record, is_whole, load_manifest
from printkit.batch.report import FileReport
from printkit.batch.scratch import Scratch
from printkit.batch.way import Way
from printkit.errors import Problem, Refused
from printkit.model.picture import Pixels

_OFTEN = 20


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
    waiting: list[Built] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def add(self, built: Built) -> None:
        """Take note of an edition."""
        if built.failure:
            self.failures.append(built.failure)
        if self.way.write:
            self.waiting.append(built)
            if len(self.waiting) % _OFTEN == 0 and self._said():
                # What stands in the way is told at the end, when it is tried again.
                self._recorded(copied=False)

    def finish(self) -> tuple[Problem, ...]:
        """Record the rest, and bring the copies of the newest up to date; give what was wrong."""
        try:
            if self._said() or self._due(load_manifest(self.way.output)):
                return self._recorded(copied=True)
        except Refused as refusal:
            return refusal.problems
        return ()

    def warnings(self) -> tuple[Problem, ...]:
        """Say which copies stay behind."""
        return tuple(self._copyist.warnings()) if self._copyist and self.failures else ()

    @property
    def _copyist(self) -> Copyist | None:
        return self.copyist and replace(self.copyist, failures=tuple(self.failures))

    def _said(self) -> bool:
        return any(
            one.records or any(report.status == "old" for report in one.reports)
            for one in self.waiting
        )

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
        self.waiting.clear()
        return problems

    def _brought_up_to_date(self, *, copied: bool) -> Iterator[Problem]:
        manifest = load_manifest(self.way.output)
        before = manifest.to_bytes(__version__)
        for built in self.waiting:
            yield from self._put_in(built, manifest)
        if copied:
            yield from self._copied(manifest)
        content = manifest.to_bytes(__version__)
        if content != before:
            self.scratch.write_in_turn({self.way.output / NAME: content})

    def _put_in(self, built: Built, manifest: Manifest) -> Iterator[Problem]:
        """Put an edition's files into the manifest, except where another run has built them since.

        Its record is in the manifest then, or will be.
        """
        made = {one.file: one for one in built.records}
        for record in tuple(manifest.records.values()):
            if record.file not in made and _is_edition_of(record, built.records):
                yield from self._clear_away(record, manifest)
        manifest.records.update(
            (name, one) for name, one in made.items() if is_whole(self.way.output, one)
        )
        for report in built.reports:
            name = report.file.removeprefix(f"{self.way.shown}/")
            if report.status == "old" and name in manifest.records:
                manifest.records[name] = replace(manifest.records[name], status="old")

    def _clear_away(self, record: Record, manifest: Manifest) -> Iterator[Problem]:
        """Remove a file that its edition's new build has no more of, and its record."""
        try:
            (self.way.output / record.file).unlink(missing_ok=True)
        except OSError:
            manifest.records[record.file] = replace(record, status="old")
            yield Problem(
                f"`{self.way.shown}/{record.file}` is of an earlier build and could not be removed",
                hint="close it in the program that has it open, and build again",
            )
        else:
            del manifest.records[record.file]

    def _copied(self, manifest: Manifest) -> Iterator[Problem]:
        """Make the copies that are due, those of an office together."""
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
                manifest.copies.update({copy.name: copy.record.file for copy in copies})


def _is_edition_of(record: Record, made: Iterable[Record]) -> bool:
    mine = record.bulletin, record.office, record.format
    return any((one.bulletin, one.office, one.format) == mine for one in made)


def _contents(copies: list[Copy], output: Path) -> dict[Path, bytes]:
    return {output / copy.name: (output / copy.record.file).read_bytes() for copy in copies}
