"""A table of churches becomes recipients, with all that is wrong with it at once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from printkit.errors import Place, Problem, Refused
from printkit.loading.characters import (
    MOST_MARKS,
    UNPRINTED,
    clean,
    describe,
    fault_of,
    is_piled_up,
)
from printkit.loading.checks import Checks
from printkit.loading.messages import as_typed, did_you_mean, listed
from printkit.loading.slugs import LONGEST, slug_of
from printkit.loading.table import Row, read_table
from printkit.model.recipient import Recipient

COLUMNS = ("name", "id", "service", "contact")
_LONGEST_CELL = 200
_IDENTITY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_EXAMPLE = "begin the file with a line such as `name,id,service,contact`"


def load_recipients(path: Path, shown: str, checks: Checks) -> tuple[Recipient, ...]:
    """Give a table's recipients in their order; Refused with all that is wrong with it."""
    reader = _Reader(checks)
    rows = read_table(path, shown)
    header = next(rows, None)
    if header is None:
        message = "expected a line with the columns' names, found nothing"
        raise Refused(Problem(message, Place(shown), _EXAMPLE))
    columns = reader.columns(header)
    recipients = _gathered(reader, columns, rows)
    if not recipients and not reader.problems:
        message = "expected a line for each recipient, found none"
        reader.problems.append(Problem(message, Place(shown, header.line + 1)))
    if reader.problems:
        raise Refused(*reader.problems)
    return tuple(recipients)


def _gathered(reader: "_Reader", columns: Sequence[str], rows: Iterator[Row]) -> list[Recipient]:
    """Give the recipients of the rows; what is wrong is the reader's."""
    recipients: list[Recipient] = []
    named: dict[str, list[Place]] = {}
    try:
        for row in rows:
            made = reader.recipient(row, columns)
            if made:
                recipients.append(made)
                reader.once(made, named, typed="id" in columns)
    except Refused as refusal:
        reader.problems += refusal.problems
    return recipients


@dataclass(slots=True)
class _Reader:
    """Reads rows, and gathers what is wrong; `known` holds characters found to be printable."""

    checks: Checks
    problems: list[Problem] = field(default_factory=list)
    known: set[str] = field(default_factory=lambda: set(UNPRINTED).union(map(chr, range(32, 127))))

    def columns(self, header: Row) -> tuple[str, ...]:
        """Give the columns' names; empty ones at the end are none."""
        names = [clean(cell).casefold() for cell in header.cells]
        while names and not names[-1]:
            names.pop()
        for number, name in enumerate(names):
            self._column(header, number, name, names[:number])
        if "name" not in names:
            meant = None if any(map(_meant_name, names)) else _EXAMPLE
            self._refuse(header.place(0), "there is no column `name`", meant)
        return tuple(names)

    def _column(self, header: Row, number: int, name: str, before: Sequence[str]) -> None:
        place = header.place(number)
        if name in before:
            self._refuse(place, f"the column {as_typed(name)} is given twice")
        elif name not in COLUMNS:
            typed = as_typed(header.cells[number].strip()) if name else "a column without a name"
            hint = _column_hint(header.cells[number], name)
            known = f"expected one of {listed(COLUMNS)}"
            said = f"unknown column {typed}" if name else typed
            self._refuse(place, f"{said}, {known}", hint)

    def recipient(self, row: Row, columns: Sequence[str]) -> Recipient | None:
        """Give a row's recipient; None where something is wrong with it."""
        before = len(self.problems)
        cells = self._as_many(row, len(columns))
        said = {name: self._text(row, number, cells) for number, name in enumerate(columns)}
        if "name" in said and not said["name"] and len(self.problems) == before:
            self._refuse(row.place(columns.index("name")), "`name` is empty, expected a name")
        identity = said.get("id", "")
        if identity:
            self._judge_identity(identity, row.place(columns.index("id")))
        if len(self.problems) > before or "name" not in said:
            return None
        name = said["name"]
        place = row.place(columns.index("id" if identity else "name"))
        service, contact = said.get("service", ""), said.get("contact", "")
        return Recipient(identity or slug_of(name), name, service, contact, place)

    def once(self, made: Recipient, named: dict[str, list[Place]], *, typed: bool) -> None:
        """Refuse a recipient whose files would have another's names, on any file system."""
        alike = named.setdefault(made.identity.casefold(), [])
        alike.append(made.place)
        if len(alike) == 1:
            return
        message = f"the id `{made.identity}` is that of line {alike[0].line}, too"
        other = f"{made.identity}-{len(alike)}"
        if typed:
            hint = f"give one of them another `id`, such as `{other}`"
        else:
            hint = f"add a column `id`, with `{other}` in this line"
        self._refuse(made.place, message, hint)

    def _as_many(self, row: Row, count: int) -> tuple[str, ...]:
        """Give as many cells as there are columns; refuse a row that has others."""
        cells = row.cells
        while len(cells) > count and not cells[-1].strip():
            cells = cells[:-1]
        if len(cells) != count:
            cell = "cell" if count == 1 else "cells"
            hint = f'put quotes around a cell with `{row.separator}` in it: "…{row.separator}…"'
            if len(cells) < count:
                hint = f"type `{row.separator}` for each cell that is empty"
            message = f"expected {count} {cell}, as there are columns, found {len(cells)}"
            self._refuse(row.place(min(len(cells), count)), message, hint)
        return (*cells, *("",) * count)[:count]

    def _text(self, row: Row, number: int, cells: Sequence[str]) -> str:
        """Give a cell's text in one line, empty where something is wrong with it."""
        cell = cells[number]
        before = len(self.problems)
        if not self.known.issuperset(cell):
            self._learn(row, number, cell)
        if len(self.problems) > before:
            return ""
        text = clean(cell).replace("\n", " ")
        if len(text) > _LONGEST_CELL:
            message = f"expected at most {_LONGEST_CELL} characters, found {len(text)}"
            self._refuse(row.place(number), message, "shorten it: it is one line of the page")
        return text

    def _learn(self, row: Row, number: int, cell: str) -> None:
        """Refuse a cell's characters that no text may have or that no font has."""
        place = row.place(number)
        if is_piled_up(cell):
            message = f"expected at most {MOST_MARKS} marks on a letter, found more"
            self._refuse(place, message)
            return
        text = clean(cell)
        wrong: dict[str, str | None] = {}
        for mark in dict.fromkeys(chain(cell, text)):
            fault = fault_of(mark)
            if fault:
                wrong[fault.message] = fault.hint
            elif mark in text and mark not in self.known and not self.checks.character(mark):
                message = f"no available font has {as_typed(mark)}, {describe(mark)}"
                wrong[message] = "leave it out, or write it in other characters"
            else:
                self.known.add(mark)
        for message, hint in wrong.items():
            self._refuse(place, message, hint)

    def _judge_identity(self, identity: str, place: Place) -> None:
        if len(identity) > LONGEST:
            message = f"expected an `id` of at most {LONGEST} characters, found {len(identity)}"
            self._refuse(place, message)
        elif not _IDENTITY.fullmatch(identity):
            allowed = "letters from A to Z, digits, and `.`, `-` or `_` between them"
            message = f"expected an `id` of {allowed}, found {as_typed(identity)}"
            self._refuse(place, message, f"type `{slug_of(identity)}`")

    def _refuse(self, place: Place, message: str, hint: str | None = None) -> None:
        self.problems.append(Problem(message, place, hint))


def _meant_name(column: str) -> bool:
    """Whether another problem's hint says already that this column should be `name`."""
    return _did_you_mean_column(column) == "did you mean `name`?"


def _column_hint(typed: str, name: str) -> str | None:
    if "\t" in typed:
        return "save the file with commas or semicolons between the cells"
    return _did_you_mean_column(name) or ("delete the column" if name else None)


def _did_you_mean_column(name: str) -> str | None:
    """Give the column that a name is like, or that is one of its words: `church name`."""
    words = [word for word in name.split() if word in COLUMNS]
    return did_you_mean(words[0] if words else name, COLUMNS)
