"""Where sentences end, for every language that parts its sentences with stops."""

# ruff: noqa: RUF001, RUF003 - quotation marks, dashes and ideographic signs are what is meant

import re
from collections.abc import Iterator

# A guillemet after a blank closes only where no word follows it: French `Oui ! » Elle`, but German
# `Ja. »Nein.«`.
_CLOSERS = r"(?:[^\S\n]?[»›](?=[\s.,;:!?)\]…]|$)|[\"'”’“‘«»‹›)\]」』])*"
_END = re.compile(
    rf"(?P<stop>[.!?…]+)(?P<closers>{_CLOSERS})(?:\s+|$)|(?P<ideographic>[。！？]+)[」』）]*\s*"
)
_PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+")
# What may stand before a sentence's first word, with the Dutch `’s Avonds` and `'t Is`.
_BEFORE_WORD = re.compile(r"(?:['’]\w\s+|[\W_])*")
_LAST_WORD = re.compile(r"[^\s(\[\"'“„‚‘«‹/–—-]+$")
_LONGEST_ABBREVIATION = 24

# With a dot these are never the last word of a sentence, whatever follows: titles first, then
# abbreviations of German, French, Dutch, Spanish, Portuguese and Italian.
_TITLE_WORDS = """
mr mrs ms dr st prof rev fr hon gov gen col capt lt sgt pres sen rep msgr sr vs approx
bzw evtl ggf inkl sog vgl geb bspw hl ev kath ca dipl hr frl
mlle mme mgr env av
bijv bv dhr mevr mw drs ds ir ing resp zgn
sra srta sig dott dra
"""
_TITLES = frozenset(_TITLE_WORDS.split())
# With a dot these stand for a word only before a number: `No. 5`, but `They said no.`
_NUMBER_WORDS = """
no nos nr vol pp vv ch chap art abs kap blz fig tel
jan feb mar apr jun jul aug sep sept oct okt nov dec dez
"""
_BEFORE_NUMBER = frozenset(_NUMBER_WORDS.split())
_DAY_TIMES = frozenset(("a.m", "p.m"))
_ROMAN = re.compile(r"[IVX]+")
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_ORDINAL = re.compile(r"\d{1,2}")


def sentences(text: str) -> tuple[str, ...]:
    """Give the text's sentences, each with the blanks after it: together they are the text.

    Where it is not certain that a sentence ends, it goes on.
    """
    found: list[str] = []
    for paragraph in _PARAGRAPH.findall(text):
        for sentence in _of_paragraph(paragraph):
            if found and not sentence.strip():
                found[-1] += sentence
            else:
                found.append(sentence)
    return tuple(found)


def _of_paragraph(paragraph: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(paragraph):
        if _ends(paragraph, end):
            yield paragraph[start : end.end()]
            start = end.end()
    if start < len(paragraph):
        yield paragraph[start:]


def _ends(paragraph: str, end: re.Match[str]) -> bool:
    if end["ideographic"]:
        return True
    opened = _BEFORE_WORD.match(paragraph, end.end())
    first = paragraph[opened.end() : opened.end() + 1] if opened else ""
    if first.islower():
        return False
    if not first or end["stop"] != "." or end["closers"]:
        return True
    word = _LAST_WORD.search(paragraph, max(0, end.start() - _LONGEST_ABBREVIATION), end.start())
    return not (word and _stands_for_more(word[0], first))


def _stands_for_more(word: str, first: str) -> bool:
    lowered = word.lower()
    if lowered in _BEFORE_NUMBER:
        return first.isdigit()
    return (
        lowered in _TITLES
        or bool(_ROMAN.fullmatch(word))
        or bool(_ORDINAL.fullmatch(word))
        or (bool(_DOTTED.fullmatch(word)) and lowered not in _DAY_TIMES)
    )
