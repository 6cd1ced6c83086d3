"""Pages are damaged where no reader of their looks would notice: in what their tags say."""

import re
import struct
import zlib
from collections.abc import Callable

from printkit.export.page.objects import deflated, packed, stream, table

Change = Callable[[bytes], bytes]
_ROW = struct.Struct(">BIH")
_STREAM = re.compile(rb"(\d+) 0 obj\n<<(.*?)/Length (\d+)>>\nstream\n", re.DOTALL)
_PACK = re.compile(rb"/Type/ObjStm/N \d+/First (\d+)")


def swapped(old: bytes, new: bytes, count: int = 1) -> Change:
    """Give a change that puts something in another's place."""
    return lambda content: content.replace(old, new, count)


def rewritten(pattern: bytes, new: bytes) -> Change:
    """Give a change of the first match of a pattern."""
    return lambda content: re.sub(pattern, new, content, count=1, flags=re.DOTALL)


def kids_swapped(first: int) -> Change:
    """Give a change that swaps a kid of the document, counted from 0, and the next."""

    def change(content: bytes) -> bytes:
        if b"/S/Document" not in content:
            return content
        kids = re.search(rb"/K\[(.*?)\]", content)[1]
        parts = re.findall(rb"\d+ 0 R", kids)
        parts[first : first + 2] = reversed(parts[first : first + 2])
        return content.replace(kids, b" ".join(parts))

    return change


def damaged(data: bytes, *changes: Change) -> bytes:
    """Give the file with changes made in its packed objects or its drawing, which must be there."""
    start = int(data.split()[-2])
    head = _STREAM.match(data, start)
    rows = zlib.decompress(data[head.end() : head.end() + int(head[3])])
    listed = [_ROW.unpack_from(rows, at) for at in range(0, len(rows), _ROW.size)]
    plain = sorted(row[1] for row in listed if row[0] == 1)
    made, places = data[: plain[0]], {}
    done = False
    for place in plain[:-1]:
        one = _STREAM.match(data, place)
        content = data[one.end() : one.end() + int(one[3])]
        places[place] = len(made)
        new = _changed(one, content, changes)
        done = done or new != content
        made += new if new.startswith(one[1] + b" 0 obj") else stream(int(one[1]), one[2], new)
    places[start] = len(made)
    assert done, "nothing was damaged"
    new_rows = b"".join(
        _ROW.pack(kind, places[first] if kind == 1 else first, second)
        for kind, first, second in listed
    )
    roots = re.sub(rb"/Type/XRef.*", b"", head[2])
    end = table(int(head[1]), new_rows, roots)
    return b"%b%bstartxref\n%d\n%%%%EOF\n" % (made, end, len(made))


def _changed(one: re.Match[bytes], content: bytes, changes: tuple[Change, ...]) -> bytes:
    """Give a stream's content or, where it holds packed objects, the whole object anew."""
    pack = _PACK.search(one[2])
    if pack:
        return _repacked(int(one[1]), zlib.decompress(content), int(pack[1]), changes) or content
    if one[2] != b"/Filter/FlateDecode" or b"BDC" not in zlib.decompress(content):
        return content
    drawn = _all(zlib.decompress(content), changes)
    return deflated(drawn)


def _repacked(number: int, content: bytes, first: int, changes: tuple[Change, ...]) -> bytes | None:
    names = [int(one) for one in content[:first].split()]
    ends = [*names[3::2], len(content) - first + 1]
    objects = [
        content[first + place : first + end - 1]
        for place, end in zip(names[1::2], ends, strict=True)
    ]
    left, new = list(changes), []
    for one in objects:
        for change in tuple(left):
            before, one = one, change(one)  # noqa: PLW2901 - changes come one upon another
            if one != before:
                left.remove(change)
        new.append(one)
    if new == objects:
        return None
    return packed(number, [one.decode("ascii") for one in new], names[0])


def _all(content: bytes, changes: tuple[Change, ...]) -> bytes:
    for change in changes:
        content = change(content)
    return content
