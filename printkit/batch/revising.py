"""What a run's editions change in the manifest: found file by file, and merged line by line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from printkit.batch.manifest import Lines, Manifest, Record, head_of, is_whole
from printkit.batch.way import Way
from printkit.errors import Problem

_Edition = tuple[str, str, str, str]


@dataclass(slots=True)
class Revision:
    """The manifest with what has been built since: `made` files, and those that are `old` now.

    `own` are the offices' own files as they are then, with the copies; `count` is how many files
    there are in all, about. Files that an edition's new
    build has no more of are removed, except where another run has built them since: its record is
    in the manifest then, or will be.
    """

    way: Way
    made: dict[str, Record]
    old: frozenset[str]
    own: Manifest = field(default_factory=Manifest)
    count: int = 0
    problems: list[Problem] = field(default_factory=list)
    _changed: dict[str, Record | None] = field(default_factory=dict)
    _same: bool = False

    def find(self, version: str) -> None:
        """Look through the manifest, and find what changes; Refused where it is damaged."""
        editions = {record.edition for record in self.made.values()}
        lines, before = Lines(self.way.output), dict[str, Record]()
        for said, _ in lines:
            name = said["file"]
            self.count += 1
            if name in self.made or name in self.old or _edition(said) in editions:
                before[name] = Record(**said)
            if not said.get("recipient"):
                self.own.records[name] = Record(**said)
        self.count += len(self.made)
        self.own.copies.update(lines.copies)
        self._changed = dict(self._changes(before))
        self._same = lines.head == head_of(version) and all(
            before.get(name) == record for name, record in self._changed.items()
        )
        self._take(self._changed)

    def lines(self) -> Iterator[str]:
        """Give the manifest's lines with what has changed."""
        fresh = iter(sorted(self._changed.items()))
        name, record = next(fresh, ("", None))
        for said, line in Lines(self.way.output):
            while name and name < said["file"]:
                if record:
                    yield record.as_line()
                name, record = next(fresh, ("", None))
            if name != said["file"]:
                yield line
        if name:
            yield from (one.as_line() for one in (record, *(last for _, last in fresh)) if one)

    def leaves_as_it_is(self, copies: Mapping[str, str]) -> bool:
        """Whether nothing is to be written, with these copies beside."""
        return self._same and copies == self.own.copies

    def _changes(self, before: dict[str, Record]) -> Iterator[tuple[str, Record | None]]:
        for name, record in before.items():
            if name in self.old:
                yield name, replace(record, status="old")
            elif name not in self.made:
                yield name, self._cleared_away(record)
        for name, record in self.made.items():
            if is_whole(self.way.output, record):
                yield name, record

    def _cleared_away(self, record: Record) -> Record | None:
        """Remove a file that its edition's new build has no more of, and its record."""
        try:
            (self.way.output / record.file).unlink(missing_ok=True)
        except OSError:
            self.problems.append(
                Problem(
                    f"`{self.way.shown}/{record.file}` is of an earlier build and could not be "
                    "removed",
                    hint="close it in the program that has it open, and build again",
                )
            )
            return replace(record, status="old")
        return None

    def _take(self, changed: Mapping[str, Record | None]) -> None:
        for name, record in changed.items():
            if record is None:
                self.own.records.pop(name, None)
            elif not record.recipient:
                self.own.records[name] = record


def _edition(said: dict[str, Any]) -> _Edition:
    """Give whose files of which format a line says a file belongs to, as `Record.edition` does."""
    recipient = said.get("recipient", {}).get("id", "")
    return said["bulletin"], said["office"], recipient, said["format"]
