"""The scripture: where it stands, without the marks around it and the dash before its reference."""

import re
from dataclasses import dataclass

from printkit.importing.blocks import Block
from printkit.importing.cleaning import has_words
from printkit.importing.dates import date_line

_DASHES = r"\u2010-\u2015\u2212\-"  # hyphens and dashes, the minus sign, the hyphen
_BOOK = r"(?:(?:[1-5]|I{1,3})\.?\s?)?[^\W\d_](?:[^\W\d_]|[ .'\u2019-]){0,40}?"
_CHAPTER = r"\d{1,3}"
_VERSES = rf"{_CHAPTER}\s?[:.,]\s?\d{{1,3}}(?!\d)[\d\s:.,;a-f{_DASHES}]*?"
_TRANSLATION = (
    r"(?:[,;]?\s*\((?P<bracketed>[^()\d][^()]{0,40})\)|[,;]?\s+(?P<code>[A-Z][\w-]*[A-Z][\w-]*))?"
)
_WITH_VERSES = re.compile(rf"(?P<place>{_BOOK}\s?{_VERSES}){_TRANSLATION}\.?")
_CHAPTER_ALONE = re.compile(rf"(?P<place>{_BOOK}\s?{_CHAPTER}){_TRANSLATION}\.?")
_DASH_BEFORE = re.compile(rf"[{_DASHES}\s]+")
_LONGEST_REFERENCE = 120
_LONGEST_PASSAGE = 5000
_MOST_LINES = 8

_DOUBLE = frozenset('"\u201c\u201d\u201e\u00ab\u00bb')
OPENING = _DOUBLE | frozenset("'\u2018\u2019\u201a\u2039\u203a")
_PAIRS = frozenset(
    (
        *("\u201c\u201d", "\u201e\u201c", "\u201e\u201d", "\u201d\u201d", "\u201c\u201c"),
        *("\u00ab\u00bb", "\u00bb\u00ab", "\u00bb\u00bb", "\u2039\u203a", "\u203a\u2039"),
        *("\u2018\u2019", "\u201a\u2018", "\u201a\u2019", "\u2019\u2019", '""', "''"),
    )
)
_BEFORE_REFERENCE = re.compile(
    rf"\s[{_DASHES}]+\s?|\s?\(|(?<=[{''.join(sorted(_DOUBLE))}])\s*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in the Bible as typed, and the translation where one was typed with it."""

    place: str
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Scripture:
    """The passage without its outer marks, its reference, and the positions that they take up."""

    text: str
    reference: Reference | None
    positions: frozenset[int]


def reference(text: str) -> Reference | None:
    """Give the reference that the whole text is; a chapter alone only after a dash."""
    if len(text) > _LONGEST_REFERENCE or date_line(text):
        return None
    bare = _DASH_BEFORE.sub("", text, count=1) if _DASH_BEFORE.match(text) else text
    dashed = bare != text
    bare = bare.strip()
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    found = _WITH_VERSES.fullmatch(bare) or (_CHAPTER_ALONE.fullmatch(bare) if dashed else None)
    if not found:
        return None
    return Reference(found["place"].strip(), found["bracketed"] or found["code"] or "")


def starts_with_dash(text: str) -> bool:
    """Say whether the text begins with a dash or a hyphen of any kind."""
    return _DASH_BEFORE.match(text) is not None


def without_marks(text: str) -> str:
    """Give the text without its outer quotation marks; marks that it needs inside stay."""
    point = text[-1:] if text.endswith((".", ",")) else ""
    body = text[: len(text) - len(point)]
    if len(body) > 1 and body[0] + body[-1] in _PAIRS and not _closes_early(body):
        return body[1:-1].strip() + point
    if body[:1] in _DOUBLE and not _DOUBLE & set(body[1:]):
        return text[1:].strip()
    if body[-1:] in _DOUBLE and not _DOUBLE & set(body[:-1]):
        return body[:-1].strip() + point
    return text


def _closes_early(text: str) -> bool:
    """Say whether the mark that opens the text is closed before its end."""
    opening, closing = text[0], text[-1]
    if opening == closing:
        # An apostrophe inside single marks is no end; a second pair of double ones is.
        return opening in _DOUBLE and opening in text[1:-1]
    depth = 0
    for position, character in enumerate(text):
        depth += (character == opening) - (character == closing)
        if depth == 0 and position < len(text) - 1:
            return character in _DOUBLE or text[position + 1 : position + 2] in {" ", ","}
    return False


def find(head: tuple[Block, ...]) -> Scripture | None:
    """Give the scripture among the blocks before the first request, or None."""
    for index, block in enumerate(head):
        within = _with_reference(block)
        if within:
            return within
        named = reference(block.text)
        if named:
            return _around(head, index, named)
    for block in head[:1]:
        if _is_quoted(block.text):
            return Scripture(without_marks(block.text), None, frozenset({block.position}))
    return None


def _with_reference(block: Block) -> Scripture | None:
    """Give a passage in quotation marks with its reference behind it in the same block."""
    text = block.text
    if text[:1] not in OPENING or len(text) > _LONGEST_PASSAGE:
        return None
    start = max(1, len(text) - _LONGEST_REFERENCE)
    for parting in _BEFORE_REFERENCE.finditer(text, start):
        passage, found = text[: parting.start()].strip(), reference(text[parting.start() :].strip())
        if found and has_words(passage):
            return Scripture(without_marks(passage), found, frozenset({block.position}))
    return None


def _around(head: tuple[Block, ...], index: int, named: Reference) -> Scripture | None:
    """Give the passage before the reference: from its opening mark on; else the one after it."""
    before = head[max(0, index - _MOST_LINES) : index]
    opened = [place for place, block in enumerate(before) if block.text[0] in OPENING]
    after = head[index + 1 : index + 2]
    if opened:
        passage = before[opened[-1] :]
    elif after and after[0].text[0] in OPENING:
        passage = after
    else:
        passage = before[-1:]
    if not passage:
        return None
    text = without_marks(" ".join(block.text for block in passage))
    positions = {head[index].position, *(block.position for block in passage)}
    return Scripture(text, named, frozenset(positions))


def _is_quoted(text: str) -> bool:
    return text[0] in OPENING and without_marks(text) != text
