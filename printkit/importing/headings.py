"""What a heading looks like: short, no sentence, and not the beginning of a request."""

import re

LONGEST_HEADING = 60
_MOST_WORDS = 9
_ENDS_A_SENTENCE = re.compile(r"[.!?\u2026][\"'\u201c\u201d\u2019\u00ab\u00bb)\]]*$")
_GOES_ON = (",", ";", "-", "\u2013", "\u2014")
# How requests begin in English, German, Dutch and French.
_REQUEST = re.compile(
    r"(?:please|pray|praying|praise god|praise the|thank|thanks|give thanks|ask|join|remember|lift"
    r"|betet|bete|beten|bitte|bittet|bitten|dankt|danken|lobt|lobt|wir"
    r"|bid|bidt|dank|prijs|wij|priez|prions|remerci\w*|louez|demand\w*|merci)\b",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(?P<mark>[*_=~-]{1,20})\s?(?P<text>[^*_=~]*[^*_=~\s-])\s?(?P=mark):?")
_SALUTATION_WORDS = 5
# What a prayer says so is not said to the reader.
_SIGNED = re.compile(
    r"(?:(?:many |with )?thank(?:s| you)(?: all| so much)?|blessings|(?:yours )?in christ"
    r"|(?:best |kind |warm )?(?:regards|wishes)|(?:yours )?sincerely|grace and peace"
    r"|(?:herzlichen |vielen )?dank|(?:herzliche |liebe |viele )?grüße|merci|bien à vous|bedankt"
    r"|(?:hartelijke |vriendelijke )?groet(?:en)?),"
    r"(?! (?:lord|god|father|jesus|herr|gott|vater|seigneur|dieu|père|heer|vader))"
    r"(?: [^\s.!?]+){1,4}",
    re.IGNORECASE,
)


def ends_a_sentence(text: str) -> bool:
    """Say whether the text ends as a sentence does."""
    return _ENDS_A_SENTENCE.search(text) is not None


def may_be_heading(text: str) -> bool:
    """Say whether the text may be a heading by its looks alone."""
    return is_short(text) and not heading_name(text)[0].islower()


def is_short(text: str) -> bool:
    """Say whether the text is a few words and neither a sentence nor the beginning of a request."""
    bare = heading_name(text)
    return (
        0 < len(bare) <= LONGEST_HEADING
        and len(bare.split()) <= _MOST_WORDS
        and not ends_a_sentence(bare)
        and not bare.endswith(_GOES_ON)
        and not _REQUEST.match(bare)
    )


def heading_name(text: str) -> str:
    """Give a heading's words: without the marks of bold type in plain text, and its colon."""
    emphasis = _EMPHASIS.fullmatch(text)
    bare = emphasis["text"] if emphasis else text
    return bare.removesuffix(":").strip() or text


def is_salutation(text: str) -> bool:
    """Say whether the text is how a letter begins or ends: a few words and a comma."""
    return text.endswith(",") and len(text.split()) <= _SALUTATION_WORDS


def is_signed(text: str) -> bool:
    """Say whether the text is how a letter ends: a few words, a comma, and who has written it."""
    return _SIGNED.fullmatch(text) is not None


def begins_a_request(text: str) -> bool:
    """Say whether the text begins as requests do."""
    return _REQUEST.match(text) is not None
