"""A table as spreadsheets save it: CSV with commas or semicolons, in UTF-8 or Windows-1252."""

import codecs
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from printkit.errors import Place, Problem, Refused
from printkit.loading.source import bytes_of, refuse_other_encodings

LARGEST = 20_000_000
_TOO_LARGE = "part the table, and build with one part at a time"
_SEPARATORS = ",;"
# Excel's own first line, which names what parts the cells.
_NAMED = re.compile(r"sep=(.*)\n", re.IGNORECASE)
# More than one byte for a character, as UTF-8 writes it (RFC 3629, section 4).
_LONG = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_QUOTE = '"'


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells as they were written, and where it stands: its own lines, from `line` on."""

    cells: tuple[str, ...]
    file: str
    line: int
    source: str
    separator: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing is in any cell."""
        return not any(cell.strip() for cell in self.cells)

    def place(self, number: int) -> Place:
        """Give the place of a cell, counted from 0; of one too many, the end of the row."""
        at, quoted, left = 0, False, number
        while left and at < len(self.source):
            mark = self.source[at]
            quoted ^= mark == _QUOTE
            left -= mark == self.separator and not quoted
            at += 1
        before = self.source[:at].rstrip("\n") if left else self.source[:at]
        feed = before.rfind("\n")
        return Place(self.file, self.line + before.count("\n"), len(before) - feed)


def read_table(path: Path, shown: str) -> Iterator[Row]:
    """Give a table's rows with its header first; rows in which nothing stands are left out.

    Refused where the file cannot be read, is no text, or where its quotation marks do not match.
    """
    data = bytes_of(path, shown, LARGEST, _TOO_LARGE)
    text = _decoded(data, shown).replace("\r\n", "\n").replace("\r", "\n")
    first, named = 1, _NAMED.match(text)
    if named:
        first, text = 2, text[named.end() :]
        if named[1].strip() not in tuple(_SEPARATORS):
            hint = "save the file with commas or semicolons between the cells"
            message = f"expected `sep=,` or `sep=;`, found `{named[0].strip()}`"
            raise Refused(Problem(message, Place(shown), hint))
    separator = named[1].strip() if named else _separator(text)
    return _rows(_Lines(text), shown, separator, first)


def _rows(lines: "_Lines", shown: str, separator: str, first: int) -> Iterator[Row]:
    # A cell may be as long as the file is allowed to be; how long is judged later.
    csv.field_size_limit(LARGEST)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        line = first + reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error:
            raise Refused(_unmatched(lines.taken(), shown, line)) from None
        source = lines.taken()
        if cells is None:
            return
        row = Row(tuple(cells), shown, line, source, separator)
        if not row.is_blank:
            yield row


class _Lines:
    """Gives lines one by one, and remembers those that were taken since they were asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        start = 0
        while start < len(self._text):
            end = self._text.find("\n", start) + 1 or len(self._text)
            self._taken.append(self._text[start:end])
            yield self._taken[-1]
            start = end

    def taken(self) -> str:
        """Give what was taken, and forget it."""
        taken = "".join(self._taken)
        self._taken.clear()
        return taken


def _unmatched(source: str, shown: str, line: int) -> Problem:
    """Say which quotation mark has no other, or has something after the other."""
    at = source.find(_QUOTE)
    before = source[: max(at, 0)]
    column = len(before) - before.rfind("\n")
    place = Place(shown, line + before.count("\n"), column)
    if source.count(_QUOTE) % 2:
        hint = 'type another " where the cell ends; write each " inside a cell twice'
        return Problem(f"the quotation mark {_QUOTE} that opens here is never closed", place, hint)
    hint = 'write each " inside a cell twice, and nothing after the " that closes it'
    return Problem("expected the end of the cell after its quotation mark", place, hint)


def _separator(text: str) -> str:
    """Give what parts the cells of the header, where it is not in quotation marks."""
    header = re.sub(r'"[^"]*"', "", text.lstrip("\n").partition("\n")[0])
    return max(_SEPARATORS, key=header.count)


def _decoded(data: bytes, shown: str) -> str:
    if data.startswith(b"PK\x03\x04"):
        hint = "open it in a spreadsheet program and save it as CSV UTF-8"
        raise Refused(Problem("expected a CSV file, found a workbook", Place(shown), hint))
    refuse_other_encodings(data, shown)
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as fault:
        if data is not body or _is_meant(body):
            raise Refused(_undecodable(body, fault.start, shown, "UTF-8")) from None
    try:
        return body.decode("cp1252")
    except UnicodeDecodeError as fault:
        wanted = "UTF-8 or Windows-1252"
        raise Refused(_undecodable(body, fault.start, shown, wanted)) from None


def _is_meant(body: bytes) -> bool:
    """Say whether what is no UTF-8 as a whole was meant to be: most of what is not ASCII is."""
    long = sum(len(found) for found in _LONG.findall(body))
    high = len(body) - len(body.translate(None, bytes(range(128, 256))))
    return long * 2 > high


def _undecodable(body: bytes, at: int, shown: str, wanted: str) -> Problem:
    before = body[:at].decode("utf-8" if wanted == "UTF-8" else "cp1252")
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    place = Place(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
    message = f"expected {wanted}, found the byte 0x{body[at]:02X}"
    return Problem(message, place, "save the file as CSV UTF-8")
