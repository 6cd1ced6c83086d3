"""A PDF's objects, found by the table that its end names (ISO 32000-1, 7.5)."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from printkit.verify.syntax import Damaged, Reference, Scanner, Word

_PLAIN, _PACKED = 1, 2


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream's dictionary, and its content as it stands in the file."""

    entries: dict[str, object]
    raw: bytes

    @property
    def content(self) -> bytes:
        """The content as it was before it was deflated."""
        if "DecodeParms" in self.entries:
            raise Damaged("a stream is packed in a way that our files are not")
        filters = self.entries.get("Filter", [])
        for name in filters if isinstance(filters, list) else [filters]:
            if name != "FlateDecode":
                raise Damaged("a stream is packed in a way that our files are not")
            return zlib.decompress(self.raw)
        return self.raw


class PdfFile:
    """A file whose table of objects is a stream (7.5.8), as those of PDF 1.5 and later may be."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._packs: dict[int, dict[int, object]] = {}
        self._rows: dict[int, tuple[int, int, int]] = {}
        start = data.rfind(b"startxref")
        if start < 0:
            raise Damaged("the file has no end")
        table = self._object_at(_whole(Scanner(data, start + len(b"startxref")).value()))
        if not isinstance(table, Stream) or "Prev" in table.entries:
            raise Damaged("its table of objects is not one stream")
        self.trailer = table.entries
        self._rows.update(_rows(table))

    def get(self, value: object) -> object:
        """Give what a reference leads to, and anything else as it is."""
        for _ in range(len(self._rows) + 1):
            if not isinstance(value, Reference):
                return value
            value = self._object(value.number)
        raise Damaged("an object leads to itself")

    def dictionary(self, value: object) -> dict[str, object]:
        """Give a dictionary, that of a stream too; an empty one for nothing."""
        found = self.get(value)
        if isinstance(found, Stream):
            return found.entries
        if not isinstance(found, dict | None):
            raise Damaged("something is no dictionary")
        return found or {}

    def array(self, value: object) -> list[object]:
        """Give an array; one thing alone counts as an array of it, nothing as an empty one."""
        found = self.get(value)
        if isinstance(found, list):
            return found
        return [] if found is None else [value]

    def _object(self, number: int) -> object:
        kind, first, second = self._rows.get(number, (0, 0, 0))
        if kind == _PLAIN:
            return self._object_at(first, number)
        return self._pack(first).get(number) if kind == _PACKED and second >= 0 else None

    def _object_at(self, place: int, number: int | None = None) -> object:
        scanner = Scanner(self._data, place)
        found, _, word = scanner.value(), scanner.value(), scanner.value()
        if word != "obj" or number not in (None, found):
            raise Damaged("an object is not where the table says")
        value = scanner.value()
        if not isinstance(value, dict) or scanner.value() != Word("stream"):
            return value
        start = scanner.at + (2 if self._data[scanner.at : scanner.at + 2] == b"\r\n" else 1)
        return Stream(value, self._data[start : start + _whole(self.get(value.get("Length")))])

    def _pack(self, number: int) -> dict[int, object]:
        """Give the objects of an object stream (7.5.7) by their numbers."""
        if number not in self._packs:
            stream = self._object(number)
            if not isinstance(stream, Stream):
                raise Damaged("an object stream is missing")
            content, first = stream.content, _whole(stream.entries.get("First"))
            places = [int(one) for one in content[:first].split()]
            self._packs[number] = {
                name: Scanner(content, first + place).value()
                for name, place in zip(places[::2], places[1::2], strict=True)
            }
        return self._packs[number]


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise Damaged("a number is missing")
    return value


def _rows(table: Stream) -> Iterator[tuple[int, tuple[int, int, int]]]:
    """Give the table's rows by the numbers of their objects."""
    widths, content = table.entries["W"], table.content
    numbers = table.entries.get("Index", [0, table.entries["Size"]])
    if not isinstance(widths, list) or not isinstance(numbers, list):
        raise Damaged("the table of objects has no shape")
    kind, first, second = map(_whole, widths)
    at, size = 0, kind + first + second
    for start, count in zip(numbers[::2], numbers[1::2], strict=True):
        for number in range(_whole(start), _whole(start) + _whole(count)):
            row = content[at : at + size]
            yield (
                number,
                (
                    int.from_bytes(row[:kind], "big") if kind else _PLAIN,
                    int.from_bytes(row[kind : kind + first], "big"),
                    int.from_bytes(row[kind + first :], "big"),
                ),
            )
            at += size
            if at > len(content):
                raise Damaged("the table of objects is not whole")
