"""The package: parts become one ZIP file (OPC, ISO/IEC 29500-2), decided by them alone."""

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

CONTENT_TYPES = "[Content_Types].xml"

_VERSION = 20
_LOCAL_MARK = b"PK\3\4"
# The maker's version and system; 0 is MS-DOS, the same on every machine.
_CENTRAL_MARK = b"PK\1\2" + struct.pack("<H", _VERSION)
_FACTS = struct.Struct("<5H3L2H")
_CENTRAL_END = struct.Struct("<3H2L")
_END = struct.Struct("<4s4H2LH")
_DEFLATED = 8
_STORED = 0
_MIDNIGHT = 0
_FIRST_TEXT = "<a:t>"
# 1980-01-01 as MS-DOS writes it, the earliest date that a ZIP file can hold.
_FIRST_DAY = (1 << 5) | 1


class Part(NamedTuple):
    """One part, ready to be placed in a package.

    `name` has no leading slash. `size` and `checksum` (CRC-32) are those of the part's own bytes,
    `data` is what the package holds: deflated, or as it is. `content_type` is the media type,
    empty where the part's name ending says it.
    """

    name: str
    content_type: str
    size: int
    checksum: int
    data: bytes
    deflated: bool = True


def deflated(name: str, content: str, content_type: str = "") -> Part:
    """Give a part that is deflated lightly and with a small window, which costs the least.

    Slides and their notes begin alike up to their first text, so that far they are deflated once.
    """
    head, text, rest = content.partition(_FIRST_TEXT)
    opening = _opening(head + text)
    raw, compressor = rest.encode(), opening.compressor.copy()
    data = opening.data + compressor.compress(raw) + compressor.flush()
    checksum = zlib.crc32(raw, opening.checksum)
    return Part(name, content_type, opening.size + len(raw), checksum, data)


class _Opening(NamedTuple):
    """The beginning of a part: deflated up to a whole byte, and what deflates what follows it."""

    size: int
    checksum: int
    data: bytes
    compressor: "zlib._Compress"


@lru_cache(maxsize=100)
def _opening(head: str) -> _Opening:
    raw, compressor = head.encode(), zlib.compressobj(3, zlib.DEFLATED, -12, 5)
    data = compressor.compress(raw) + compressor.flush(zlib.Z_SYNC_FLUSH)
    return _Opening(len(raw), zlib.crc32(raw), data, compressor)


@lru_cache(maxsize=500)
def known(name: str, content: str, content_type: str = "") -> Part:
    """Give a deflated part that many decks have alike, remembered."""
    return deflated(name, content, content_type)


def stored(name: str, content: bytes) -> Part:
    """Give a part that is kept as it is, such as a picture, which is compressed already."""
    return Part(name, "", len(content), zlib.crc32(content), content, deflated=False)


def assemble(parts: Iterable[Part]) -> bytes:
    """Give the package's bytes: the content types first, the rest by name, nothing of the clock."""
    ordered = sorted(parts, key=lambda part: (part.name != CONTENT_TYPES, part.name))
    names = [part.name.lower() for part in ordered]
    if len(set(names)) != len(names):
        raise ValueError("a package holds each part once")
    bodies: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in ordered:
        name = part.name.encode("ascii")
        facts = _facts(part, len(name))
        directory += (_CENTRAL_MARK, facts, _CENTRAL_END.pack(0, 0, 0, 0, offset), name)
        bodies += (_LOCAL_MARK, facts, name, part.data)
        offset += len(_LOCAL_MARK) + len(facts) + len(name) + len(part.data)
    listing = b"".join(directory)
    count = len(ordered)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*bodies, listing, end))


def _facts(part: Part, name_length: int) -> bytes:
    """Give what a part's own header and its entry in the directory say alike."""
    method = _DEFLATED if part.deflated else _STORED
    sizes = (part.checksum, len(part.data), part.size)
    return _FACTS.pack(_VERSION, 0, method, _MIDNIGHT, _FIRST_DAY, *sizes, name_length, 0)
