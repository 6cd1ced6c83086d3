"""Characters that a bulletin cannot hold are taken out, and counted."""

import re
import unicodedata
from dataclasses import dataclass

_PLANES = range(17)
_NONCHARACTERS = "".join(
    chr(plane * 0x10000 + end) for plane in _PLANES for end in (0xFFFE, 0xFFFF)
)
# Controls, joiners, direction marks, lone surrogates, embedded objects, tags. Soft hyphens and
# zero-width spaces stay: they are places to break.
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u200c-\u200f\u202a-\u202e\u2060-\u206f"
    r"\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ud800-\udfff\U000e0000-\U000e007f" + _NONCHARACTERS + "]"
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text in composed form with line feeds for line ends, and the characters it has lost."""

    text: str
    dropped: tuple[str, ...]


def clean(text: str) -> Cleaned:
    """Take out what a bulletin cannot hold."""
    lines = "\n".join(text.splitlines())
    dropped = tuple(_UNPRINTABLE.findall(lines))
    kept = _UNPRINTABLE.sub("", lines) if dropped else lines
    return Cleaned(unicodedata.normalize("NFC", kept), dropped)


def in_one_line(text: str) -> str:
    """Give the text with every run of blanks, no-break ones too, as one space."""
    return " ".join(text.split())


def has_words(text: str) -> bool:
    """Say whether there is a letter or a digit in it: the rest is rules and ornaments."""
    return any(character.isalnum() for character in text)
