"""What a PDF file is made of, as bytes: numbers, strings, streams and the table of objects.

ISO 32000-1, 7.3 (objects) and 7.5 (file structure), with object streams and a stream for the table.
"""

import struct
import zlib
from collections.abc import Sequence
from functools import lru_cache

# A row of the table: type, offset (or the object stream's number), generation (or place in it).
_ROW = struct.Struct(">BIH")
_FREE, _PLAIN, _PACKED = range(3)
NO_OBJECT = _ROW.pack(_FREE, 0, 0xFFFF)
# zlib's usual state takes long to lay out, and a longer search takes half as long again for a
# thirtieth of a file.
_LEVEL, _WINDOW = 1, 14


def number(value: float) -> str:
    """Give a number as PDF writes it, to a thousandth."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text


@lru_cache(maxsize=2000)
def thousandths(value: int) -> bytes:
    """Give so many thousandths as PDF writes them; most lines are moved by the same ones."""
    return number(value / 1000).encode()


@lru_cache(maxsize=500)
def sized(size: float) -> bytes:
    """Give a type size as PDF writes it."""
    return number(size).encode()


def text_string(text: str) -> str:
    """Give a text string in UTF-16 (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def deflated(data: bytes) -> bytes:
    """Give a small stream's content for the filter FlateDecode."""
    return zlib.compress(data, _LEVEL, _WINDOW)


def stream(name: int, entries: bytes, content: bytes) -> bytes:
    """Give a stream as an object: `entries` is what its dictionary holds besides the length.

    PDF/A asks for an end of line before `endstream` (ISO 19005-2, 6.1.7.1). It is of two bytes, so
    that no content which ends in half of one is taken for shorter.
    """
    head = b"%d 0 obj\n<<%b/Length %d>>\nstream\n" % (name, entries, len(content))
    return b"%b%b\r\nendstream\nendobj\n" % (head, content)


def packed(name: int, objects: Sequence[str], first: int) -> bytes:
    """Give objects numbered from `first` in an object stream (ISO 32000-1, 7.5.7).

    They are ASCII: what else they say is in hexadecimal digits.
    """
    places, at = [], 0
    for offset, one in enumerate(objects):
        places.append(f"{first + offset} {at}")
        at += len(one) + 1
    head = " ".join(places) + "\n"
    entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(objects), len(head))
    return stream(name, entries, deflated((head + "\n".join(objects)).encode("ascii")))


def rows_of_plain(offsets: Sequence[int]) -> bytes:
    """Give the table's rows of objects that begin at these places in the file."""
    return b"".join([_ROW.pack(_PLAIN, offset, 0) for offset in offsets])


def rows_of_packed(name: int, count: int) -> bytes:
    """Give the table's rows of all objects in an object stream."""
    return b"".join([_ROW.pack(_PACKED, name, place) for place in range(count)])


def table(name: int, rows: bytes, entries: bytes) -> bytes:
    """Give the stream that says where every object is (ISO 32000-1, 7.5.8)."""
    count = len(rows) // _ROW.size
    entries += b"/Type/XRef/Size %d/W[1 4 2]/Filter/FlateDecode" % count
    return stream(name, entries, deflated(rows))
