"""Lengths and numbers under a section's keys; what is wrong reads as not-a-number, told once."""

import math
import re
from collections.abc import Callable

from printkit.loading.messages import as_typed
from printkit.loading.section import Section
from printkit.units import points

_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")
_LENGTHS = "a length such as `12pt`, `0.5in` or `20mm`"
_LONGEST = 14_400.0  # points: 200 inches, what a PDF page may measure (ISO 32000-1, annex C)
_LARGEST = 1000.0


def length(section: Section, key: str, smallest: float = 0.0, largest: float = _LONGEST) -> float:
    """Give a required length in points, within bounds in points."""
    found = _measured(section, key, points, _LENGTHS)
    return _bounded(section, key, found, (smallest, largest, "pt"))


def number(section: Section, key: str, smallest: float = 0.0, largest: float = _LARGEST) -> float:
    """Give a required number within bounds."""
    found = _measured(section, key, _number, "a number")
    return _bounded(section, key, found, (smallest, largest, ""))


def whole(section: Section, key: str, smallest: int, largest: int) -> int:
    """Give a required whole number within bounds."""
    found = number(section, key, smallest, largest)
    if math.isnan(found):
        return smallest
    node = section.get(key)
    if node and found != int(found):
        section.reader.refuse(node, f"expected a whole number for `{key}`, found `{found:g}`")
    return int(found)


def ascending(section: Section, keys: tuple[str, ...], values: tuple[float, ...]) -> None:
    """Tell where a value is smaller than the one before it."""
    pairs = zip(keys, values, keys[1:], values[1:], strict=False)
    for smaller_key, smaller, key, value in pairs:
        if value < smaller:
            _refuse_order(section, smaller_key, key)


def _refuse_order(section: Section, smaller_key: str, key: str) -> None:
    """Tell it of the value that the file itself gives, not of one that its layout extends."""
    node, other = section.get(key), section.get(smaller_key)
    own = section.node.source if section.node else None
    if node and (node.source is own or other is None):
        section.reader.refuse(node, f"expected `{key}` to be at least `{smaller_key}`, found less")
    elif other:
        section.reader.refuse(other, f"expected `{smaller_key}` to be at most `{key}`, found more")


def _measured(section: Section, key: str, read: Callable[[str], float], expected: str) -> float:
    node = section.required(key)
    word = section.reader.word(node, f"`{key}`") if node else None
    if node is None or word is None:
        return math.nan
    try:
        return read(word)
    except ValueError:
        message = f"expected {expected} for `{key}`, found {as_typed(word)}"
        section.reader.refuse(node, message)
        return math.nan


def _bounded(section: Section, key: str, value: float, bounds: tuple[float, float, str]) -> float:
    smallest, largest, unit = bounds
    if math.isnan(value):  # what is wrong has been told
        return value
    node, word = section.get(key), section.word(key)
    if node and word and not smallest <= value <= largest:
        limit = f"at least {smallest:g}" if value < smallest else f"at most {largest:g}"
        message = f"expected {limit}{unit} for `{key}`, found {as_typed(word)}"
        section.reader.refuse(node, message)
        return math.nan
    return value


def _number(word: str) -> float:
    if not _NUMBER.fullmatch(word):
        raise ValueError(word)
    return float(word)
