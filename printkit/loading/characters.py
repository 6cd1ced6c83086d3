"""Which characters a text may have, and the form in which it is kept."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

# Unicode blocks by first and last character: scripts whose letters join, stack or reorder, that
# run from right to left, or whose words are not parted by blanks.
_SCRIPTS = (
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x06FF, "Arabic"),
    (0x0700, 0x074F, "Syriac"),
    (0x0750, 0x077F, "Arabic"),
    (0x0780, 0x07BF, "Thaana"),
    (0x07C0, 0x07FF, "NKo"),
    (0x0800, 0x083F, "Samaritan"),
    (0x0840, 0x085F, "Mandaic"),
    (0x0860, 0x086F, "Syriac"),
    (0x0870, 0x08FF, "Arabic"),
    (0x0900, 0x097F, "Devanagari"),
    (0x0980, 0x09FF, "Bengali"),
    (0x0A00, 0x0A7F, "Gurmukhi"),
    (0x0A80, 0x0AFF, "Gujarati"),
    (0x0B00, 0x0B7F, "Odia"),
    (0x0B80, 0x0BFF, "Tamil"),
    (0x0C00, 0x0C7F, "Telugu"),
    (0x0C80, 0x0CFF, "Kannada"),
    (0x0D00, 0x0D7F, "Malayalam"),
    (0x0D80, 0x0DFF, "Sinhala"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Lao"),
    (0x0F00, 0x0FFF, "Tibetan"),
    (0x1000, 0x109F, "Myanmar"),
    (0x1780, 0x17FF, "Khmer"),
    (0x1800, 0x18AF, "Mongolian"),
    (0x1950, 0x197F, "Tai Le"),
    (0x1980, 0x19DF, "New Tai Lue"),
    (0x19E0, 0x19FF, "Khmer"),
    (0x1A00, 0x1A1F, "Buginese"),
    (0x1A20, 0x1AAF, "Tai Tham"),
    (0x1B00, 0x1B7F, "Balinese"),
    (0x1B80, 0x1BBF, "Sundanese"),
    (0x1BC0, 0x1BFF, "Batak"),
    (0x1C00, 0x1C4F, "Lepcha"),
    (0x1CC0, 0x1CCF, "Sundanese"),
    (0x1CD0, 0x1CFF, "Devanagari"),
    (0xA800, 0xA82F, "Syloti Nagri"),
    (0xA880, 0xA8DF, "Saurashtra"),
    (0xA8E0, 0xA8FF, "Devanagari"),
    (0xA980, 0xA9DF, "Javanese"),
    (0xA9E0, 0xA9FF, "Myanmar"),
    (0xAA00, 0xAA5F, "Cham"),
    (0xAA60, 0xAA7F, "Myanmar"),
    (0xAA80, 0xAADF, "Tai Viet"),
    (0xAAE0, 0xAAFF, "Meetei Mayek"),
    (0xABC0, 0xABFF, "Meetei Mayek"),
    (0xFB1D, 0xFB4F, "Hebrew"),
    (0xFB50, 0xFDCF, "Arabic"),
    (0xFDF0, 0xFDFF, "Arabic"),
    (0xFE70, 0xFEFC, "Arabic"),
    (0x10800, 0x10FFF, "a script that runs from right to left"),
    (0x11000, 0x11FFF, "an Indic script"),
    (0x1E800, 0x1EFFF, "a script that runs from right to left"),
)
_FIRSTS = tuple(first for first, _last, _name in _SCRIPTS)
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_CONTROLS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200c-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
)
_REFUSED = re.compile(
    f"[{_CONTROLS}{_NONCHARACTERS}"
    + "".join(f"{chr(first)}-{chr(last)}" for first, last, _name in _SCRIPTS)
    + "]"
)
_CONTROL = re.compile(f"[{_CONTROLS}{_NONCHARACTERS}]")
_BREAKS = re.compile(r"[ \t]*\n[ \t\n]*")
_BLANKS = re.compile(r"[ \t]+")
_NAMES = {
    "\x00": "null character",
    "\x07": "bell",
    "\x08": "backspace",
    "\x0b": "vertical tab",
    "\x0c": "form feed",
    "\r": "carriage return",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x85": "next line",
    "\ufeff": "byte order mark",
}
_CLASSES = {"Cc": "control character", "Cs": "lone surrogate", "Cn": "noncharacter"}
_UNSEEN = frozenset("\n\t\u00ad\u200b\u2060")
# Places to break and blanks, which every typesetter draws without asking a font.
UNPRINTED = frozenset("\n\t \u00a0\u00ad\u200b\u202f")


MOST_MARKS = 30
# No language's words come near it, nor do web addresses; breaking longer ones takes minutes.
LONGEST_WORD = 10_000


@dataclass(frozen=True, slots=True)
class Fault:
    """A character that a text may not have, what is wrong with it, and what to do."""

    character: str
    message: str
    hint: str


def describe(character: str) -> str:
    """Give a character's name and code point: `right-to-left override (U+202E)`."""
    code = f"U+{ord(character):04X}"
    kind = _CLASSES.get(unicodedata.category(character), "character")
    name = _NAMES.get(character) or unicodedata.name(character, kind).lower()
    return f"{name} ({code})"


def clean(text: str) -> str:
    """Give `text` in NFC, blanks and tabs as one space, paragraphs parted by one line feed.

    It must not be piled up.
    """
    text = text.strip(" \t\n")
    if "\n" in text:
        parts = _BREAKS.split(text)
        text = "\n".join(part for part in parts if not is_blank(part))
    if "  " in text or "\t" in text:
        text = _BLANKS.sub(" ", text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def is_piled_up(text: str) -> bool:
    """Say whether more marks stand on one letter than any language writes.

    Composing takes time that grows with the square of their number; 30 is the limit of Unicode's
    stream-safe text format (UAX 15).
    """
    marks = "".join(mark for mark in set(text) if unicodedata.combining(mark))
    return bool(marks) and bool(re.search(f"[{re.escape(marks)}]{{{MOST_MARKS + 1}}}", text))


def is_blank(text: str) -> bool:
    """Say whether nothing of `text` would be seen: blanks, soft hyphens, zero-width spaces."""
    return all(
        character in _UNSEEN or unicodedata.category(character) == "Zs" for character in text
    )


def fault_of(character: str) -> Fault | None:
    """Give what is wrong with a character, None where a text may have it."""
    if not _REFUSED.match(character):
        return None
    if _CONTROL.match(character):
        return _control_fault(character)
    script = _SCRIPTS[bisect_right(_FIRSTS, ord(character)) - 1][2]
    hint = "write it in Latin, Greek or Cyrillic letters"
    return Fault(character, f"{script} is not supported yet", hint)


def control_faults(text: str) -> Iterator[Fault]:
    """Give the refused characters of `text` that are no letters of any script, each once."""
    return (_control_fault(character) for character in dict.fromkeys(_CONTROL.findall(text)))


def _control_fault(character: str) -> Fault:
    message = f"{describe(character)} is not allowed"
    return Fault(character, message, "delete it and type the text again")
