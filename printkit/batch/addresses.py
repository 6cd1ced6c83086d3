"""For which recipient a built file is: its church as the table says it now."""

from dataclasses import dataclass, field, replace

from printkit.batch.entries import Entry
from printkit.batch.mailing import load_mailing, recalled
from printkit.batch.manifest import Record
from printkit.batch.project import Project
from printkit.errors import Place, Problem, Refused
from printkit.loading import Checks
from printkit.model.recipient import Recipient

_Listed = dict[str, Recipient] | tuple[Problem, ...] | None


@dataclass(slots=True)
class Addresses:
    """The tables of recipients that files were made from, each read once."""

    project: Project
    checks: Checks
    tables: dict[str, _Listed] = field(default_factory=dict)

    def addressed(self, entry: Entry, record: Record) -> tuple[Entry, tuple[Problem, ...]]:
        """Give an edition for a file's recipient, and what is worth saying of it.

        Where the table is gone the manifest's own words count. Refused where the table has not got
        the recipient any more.
        """
        if not record.recipient:
            return entry, ()
        table = record.recipient["table"]
        recipient = self._recipient(record.recipient["id"], table)
        notes: tuple[Problem, ...] = ()
        if recipient is None:
            recipient = recalled(record.recipient)
            message = "is not there any more: its editions are held against the manifest's words"
            notes = (Problem(message, Place(table)),)
        (found,) = replace(entry, recipients=(recipient,), table=table).each()
        return found, notes

    def _recipient(self, identity: str, table: str) -> Recipient | None:
        """Give a table's recipient, None where there is no table."""
        if table not in self.tables:
            self.tables[table] = self._read(table)
        listed = self.tables[table]
        if isinstance(listed, tuple):
            raise Refused(*listed)
        if listed is not None and identity not in listed:
            raise Refused(Problem(f"recipient `{identity}` is no longer in `{table}`"))
        return None if listed is None else listed[identity]

    def _read(self, table: str) -> _Listed:
        path = self.project.folder / table
        if not path.exists():
            return None
        try:
            mailing = load_mailing(path, self.project, self.checks)
        except Refused as refusal:
            return refusal.problems
        return {one.identity: one for one in mailing.recipients}
