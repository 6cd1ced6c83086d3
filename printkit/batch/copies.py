"""`current-insert.pdf` and `current-slides.pptx`: copies of each office's newest bulletin."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from printkit.batch.manifest import Manifest, Record, is_file_of, is_whole, load_manifest
from printkit.batch.naming import current_name
from printkit.batch.project import Project
from printkit.errors import Problem, Refused
from printkit.model.formats import FORMATS


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that is to be there: its name below the output folder, and whose it is."""

    name: str
    record: Record


@dataclass(frozen=True, slots=True)
class Failure:
    """An edition that could not be built, by its bulletin's date (ISO 8601)."""

    date: str
    bulletin: str
    office: str


@dataclass(frozen=True, slots=True)
class Copyist:
    """Knows of which files there are to be copies, for the offices of a run.

    A bulletin without a date is never the newest, nor is one whose file is gone. Where the newest
    could not be built its office's copies stay as they are, whatever they are of.
    """

    output: Path
    project: Project
    offices: frozenset[str]
    failures: tuple[Failure, ...] = ()

    def due(self, manifest: Manifest) -> tuple[Copy, ...]:
        """Give the copies that are missing, damaged or of something else."""
        return tuple(
            copy
            for copy in self._copies(manifest)
            if not self._is_made(copy, manifest) and is_whole(self.output, copy.record)
        )

    def warnings(self) -> Iterator[Problem]:
        """Say which offices' copies stay behind, a line for each bulletin that failed."""
        try:
            manifest = load_manifest(self.output, own=True)
        except Refused:
            return  # which is told where it is written
        behind: dict[str, list[str]] = {}
        for office in sorted(self.offices):
            failure = self._newest_failure(office, self._newest(manifest, office))
            names = (current_name(office, format_) for format_ in FORMATS)
            if failure and any((self.output / name).is_file() for name in names):
                behind.setdefault(failure.bulletin, []).append(office)
        for bulletin, offices in behind.items():
            listed = ", ".join(f"`{office}`" for office in offices)
            yield Problem(
                f"the current files of {listed} stay as they were, since `{bulletin}`, the newest "
                "bulletin, could not be built",
                hint="mend it and build again before you print a current file",
            )

    def _is_made(self, copy: Copy, manifest: Manifest) -> bool:
        known = manifest.copies.get(copy.name) == copy.record.file
        return known and is_file_of(self.output / copy.name, copy.record)

    def _copies(self, manifest: Manifest) -> Iterator[Copy]:
        for office in sorted(self.offices):
            newest = self._newest(manifest, office)
            if not self._newest_failure(office, newest):
                for record in newest:
                    yield Copy(current_name(office, record.format), record)

    def _newest(self, manifest: Manifest, office: str) -> tuple[Record, ...]:
        """Give the files of an office's newest bulletin in the formats that are copied."""
        dated = [
            record
            for record in manifest.records.values()
            if record.office == office
            and record.format in FORMATS
            and record.date
            and not record.recipient
        ]
        for key in sorted({(one.date, one.bulletin) for one in dated}, reverse=True):
            found = tuple(one for one in dated if (one.date, one.bulletin) == key)
            if (self.project.folder / found[0].source).is_file():
                return found
        return ()

    def _newest_failure(self, office: str, newest: Iterable[Record]) -> Failure | None:
        built = max(((one.date, one.bulletin) for one in newest), default=("", ""))
        failed = [one for one in self.failures if one.office == office and one.date]
        found = max(failed, key=lambda one: (one.date, one.bulletin), default=None)
        return found if found and (found.date, found.bulletin) >= built else None
