"""How messages show what a person typed, and which word they may have meant."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 60
_ESCAPES = {"\n": "\\n", "\t": "\\t"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def as_typed(text: str) -> str:
    """Give `text` in backticks: cut where it is long, unseen characters by their code points."""
    shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return f"`{''.join(map(_visible, shown))}`"


def _visible(character: str) -> str:
    if unicodedata.category(character) not in _UNSEEN:
        return character
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - the BMP's end


def listed(words: Iterable[str]) -> str:
    """Give the words in backticks with commas: `` `a`, `b` ``."""
    return ", ".join(as_typed(word) for word in words)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that was probably meant by `word`, if any is near."""
    folded = {other.casefold(): other for other in known}
    found = get_close_matches(word.casefold(), folded, n=1)
    return folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Give the hint that proposes the nearest known word, if any is near."""
    meant = nearest(word, known)
    return f"did you mean {as_typed(meant)}?" if meant else None


def in_quotes(text: str) -> str:
    """Give `text` as a YAML scalar in whichever quotes need no escapes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
