"""`output/<office>.zip`: an office's files of a run in one archive, with a page that explains them.

The same files make the same bytes: names are sorted, dates fixed, and everything is stored, since
PDFs and decks are compressed already.
"""

import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from printkit.batch.instructing import instruction
from printkit.batch.options import Options
from printkit.batch.report import FileReport
from printkit.batch.scratch import Scratch
from printkit.batch.way import Way
from printkit.errors import Problem, Refused
from printkit.model.sheet import LEAFLET
from printkit.storeroom import Storeroom

if TYPE_CHECKING:
    from printkit.batch.plan import Planner

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the first day that a ZIP archive can say
_UNIX = 3
_READABLE = (stat.S_IFREG | 0o644) << 16
_WHOLE = ("built", "unchanged")
_MOST_NAMED = 6

Content = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that is there now, as the report names it, and how many files it has."""

    file: str
    count: int


@dataclass(slots=True)
class Packer:
    """Packs the archives of a run; `problems` and `warnings` are what came of it."""

    way: Way
    planner: "Planner"
    options: Options
    store: Storeroom
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def pack(self, reports: Sequence[FileReport]) -> tuple[Archive, ...]:
        """Write the archive of each office that has files, where it is another than is there."""
        scratch = Scratch(self.way.output)
        archives: list[Archive] = []
        try:
            for office in dict.fromkeys(report.office for report in reports):
                own = [report for report in reports if report.office == office]
                archives += self._packed(office, own, scratch)
        finally:
            scratch.close()
        return tuple(archives)

    def _packed(
        self, office: str, reports: Sequence[FileReport], scratch: Scratch
    ) -> Iterator[Archive]:
        whole = [report for report in reports if report.status in _WHOLE]
        shown = f"{self.way.shown}/{office}.zip"
        path = self.way.output / f"{office}.zip"
        left = [report.file for report in reports if report.status not in _WHOLE]
        if left and (whole or path.exists()):
            self.warnings.append(_without(shown, left) if whole else _stays(shown))
        if not whole:
            return
        try:
            files = self._contents(office, whole)
            scratch.renew(path, partial(archive, files))
        except Refused as refusal:
            self.problems += refusal.problems
        else:
            yield Archive(shown, len(files))

    def _contents(self, office: str, reports: Sequence[FileReport]) -> dict[str, Content]:
        """Give what brings the files by their names in the archive, with the page on them.

        Thousands are read one by one, as they are packed.
        """
        known = self.planner.offices()[office]
        layout = self.planner.layout(self.options.layout or known.layout)
        if isinstance(layout, tuple):
            raise Refused(*layout)
        formats = tuple(dict.fromkeys(map(_explained_as, reports)))
        name, page = instruction(known, layout, formats, self.store)
        files: dict[str, Content] = {name: lambda: page}
        for report in reports:
            path = self.way.output / report.file.removeprefix(f"{self.way.shown}/")
            own = report.file.removeprefix(f"{self.way.shown}/{office}/")
            files[own] = partial(_read, path, report.file)
        return files


def _read(path: Path, shown: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise Refused(_not_read(fault, shown)) from None


def archive(files: Mapping[str, Content]) -> Iterator[bytes]:
    """Give a ZIP archive of files by their names, with `/`, in parts: none of it need be held."""
    strip = _Strip()
    with ZipFile(cast("BinaryIO", strip), "w", ZIP_STORED) as made:
        for name, content in sorted(files.items()):
            entry = ZipInfo(name, _BEGINNING)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            made.writestr(entry, content())
            yield strip.taken()
    yield strip.taken()


class _Strip:
    """The end of a file that is being written: what is before it has been handed on."""

    def __init__(self) -> None:
        self._start = 0
        self._kept = BytesIO()

    def taken(self) -> bytes:
        """Give what was written since, which will not be changed any more."""
        content = self._kept.getvalue()
        self._start += len(content)
        self._kept = BytesIO()
        return content

    def write(self, data: bytes) -> int:
        """Write behind what was written last, or where `seek` has gone."""
        return self._kept.write(data)

    def tell(self) -> int:
        """Give the place in the whole file."""
        return self._start + self._kept.tell()

    def seek(self, place: int) -> int:
        """Go to a place in the whole file, which must not have been handed on."""
        return self._start + self._kept.seek(place - self._start)

    def flush(self) -> None:
        """Do nothing: `taken` gives what is to be kept."""


def _explained_as(report: FileReport) -> str:
    """Give how a file is explained: as its format is, or as a leaflet where its sheet is folded."""
    return LEAFLET if report.facts.get("imposition") == LEAFLET else report.format


def _without(shown: str, left: Sequence[str]) -> Problem:
    names = ", ".join(f"`{name}`" for name in left[:_MOST_NAMED])
    names += f" and {len(left) - _MOST_NAMED} more" if left[_MOST_NAMED:] else ""
    hint = "mend what is wrong and build again before you send the archive"
    return Problem(f"`{shown}` is without {names}, which could not be built", hint=hint)


def _stays(shown: str) -> Problem:
    hint = "mend what is wrong and build again before you send it"
    return Problem(f"`{shown}` stays as it was, since nothing for it could be built", hint=hint)


def _not_read(fault: OSError, shown: str) -> Problem:
    reason = (fault.strerror or "it cannot be read").lower()
    return Problem(f"`{shown}` could not be packed: {reason}", hint="build it again")
