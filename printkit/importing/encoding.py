"""Bytes become characters: UTF-8, UTF-16, and what is neither as Windows-1252."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16's mark does, so it is tried first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOSTLY = 0.4
_HARDLY = 0.1
FALLBACK = "cp1252"


def decode(source: bytes, declared: str = "") -> str:
    """Give the text: in the encoding that its byte order mark, its shape or the file declares."""
    encoding = encoding_of(source, declared)
    if encoding.startswith("utf-16"):
        source = source[: len(source) // 2 * 2]  # a line end of one byte may have been added to it
    return source.decode(encoding, errors="replace")


def encoding_of(source: bytes, declared: str = "") -> str:
    """Give the encoding's name for `bytes.decode`."""
    for mark, name in _MARKS:
        if source.startswith(mark):
            return name
    for name in (_wide(source), declared, "utf-8"):
        if name and _decodes(source, name):
            return name
    return FALLBACK


def _wide(source: bytes) -> str:
    """Give UTF-16 where every second byte is mostly NUL: Windows writes it without a mark too."""
    even, odd = source[::2], source[1::2]
    if not odd:
        return ""
    first, second = even.count(0) / len(even), odd.count(0) / len(odd)
    if second > _MOSTLY and first < _HARDLY:
        return "utf-16-le"
    return "utf-16-be" if first > _MOSTLY and second < _HARDLY else ""


def _decodes(source: bytes, name: str) -> bool:
    try:
        source.decode(name)
    except UnicodeDecodeError:
        # UTF-16 that ends in half a character is still UTF-16.
        return name.startswith("utf-16")
    except (LookupError, ValueError):
        return False
    return True
