"""The no-break blanks round French punctuation and inside guillemets.

Source: Lexique des règles typographiques (Imprimerie nationale) for France and Switzerland; Office
québécois de la langue française for Canada, which sets `;`, `!` and `?` close.
"""

import re

from printkit.wording.tags import Tag

NO_BREAK = "\u00a0"
NARROW = "\u202f"
_BLANKS = r"[^\S\n]*"
_OPENING = re.compile(rf"«{_BLANKS}(?=\S)")
_CLOSING = re.compile(rf"(?<=\S){_BLANKS}»")
_MARKS = re.compile(rf"(?P<blank>{_BLANKS})(?P<marks>[;:!?]+)")
_OPENERS = frozenset("([{«‹“„‘‚¿¡")
_CLOSERS = frozenset(")]}»›”“’‘\"'…,.–—")
_ENTITY = re.compile(r"&#?\w+$")
_DIGITS_FOLLOW = re.compile(rf"{_BLANKS}\d")


def spaced(paragraph: str, tag: Tag) -> str:
    """Give a paragraph with French blanks; in any other language, the paragraph as it is."""
    if tag.language != "fr":
        return paragraph
    before_high = "" if tag.region == "CA" else NARROW
    paragraph = _MARKS.sub(lambda found: _with_blank(found, before_high), paragraph)
    paragraph = _OPENING.sub(f"«{NO_BREAK}", paragraph)
    return _CLOSING.sub(f"{NO_BREAK}»", paragraph)


def _with_blank(found: re.Match[str], before_high: str) -> str:
    if _belongs_to_a_word(found):
        return found[0]
    blank = NO_BREAK if found["marks"].startswith(":") else before_high
    return blank + found["marks"]


def _belongs_to_a_word(found: re.Match[str]) -> bool:
    """Whether the sign stands where no blank belongs: in a time, a reference, a web address."""
    text = found.string
    before = text[found.start() - 1] if found.start() else ""
    after = text[found.end() : found.end() + 1]
    if not before or before in _OPENERS:
        return True
    if after and not after.isspace() and after not in _CLOSERS:
        return True
    return not found["blank"] and _is_a_number_or_entity(text, found, before)


def _is_a_number_or_entity(text: str, found: re.Match[str], before: str) -> bool:
    if found["marks"] == ":":
        return before.isdigit() and bool(_DIGITS_FOLLOW.match(text, found.end()))
    return found["marks"] == ";" and bool(_ENTITY.search(text[: found.start()]))
