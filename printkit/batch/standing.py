"""Which editions stand as they were built: nothing they are made of has changed, and no file."""

from dataclasses import replace
from typing import TYPE_CHECKING

from printkit.batch.mailing import recorded
from printkit.batch.manifest import Record, is_whole
from printkit.batch.report import FileReport, problem_from
from printkit.batch.way import Way

if TYPE_CHECKING:
    from collections.abc import Iterable

    from printkit.batch.remembering import Planned

_Edition = tuple[str, str, str, str]


class Standing:
    """Holds plans against the manifest and the files that are there. Times are never asked for."""

    def __init__(self, records: "Iterable[Record]", way: Way) -> None:
        self._way = way
        self._records: dict[_Edition, list[Record]] = {}
        for record in records:
            self._records.setdefault(record.edition, []).append(record)

    def reports(self, planned: "Planned") -> tuple[FileReport, ...]:
        """Give the reports of an edition that need not be built, all its files; else none.

        Its warnings are told again, once, with its first file.
        """
        found: list[Record] = []
        for format_, name in planned.prints:
            records = self._records.get((*planned.edition, format_), [])
            if not records or not all(self._stands(one, planned, name) for one in records):
                return ()
            found += sorted(records, key=lambda one: one.file)
        said = {problem_from(one): None for record in found for one in record.warnings}
        if not found or (self._way.strict and said):
            return ()
        reports = [self._report(record) for record in found]
        return (replace(reports[0], warnings=tuple(said)), *reports[1:])

    def _stands(self, record: Record, planned: "Planned", name: str) -> bool:
        same = (record.fingerprint, record.equipment) == (name, self._way.equipment)
        known = record.status == "built" and record.source == planned.source
        known = known and record.recipient == recorded(planned.recipient, planned.table)
        read_back = record.verified or not self._way.verify
        return same and known and read_back and is_whole(self._way.output, record)

    def _report(self, record: Record) -> FileReport:
        return FileReport(
            bulletin=record.bulletin,
            office=record.office,
            format=record.format,
            file=f"{self._way.shown}/{record.file}",
            status="unchanged",
            source=record.source,
            language=record.language,
            layout=record.layout,
            paper=record.paper,
            pages=record.pages,
            size=record.size,
            full=record.full,
            facts=record.facts,
            digest=record.sha256,
            recipient=record.recipient.get("id", ""),
        )
