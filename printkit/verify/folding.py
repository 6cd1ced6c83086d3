"""The same text however it is set: what the format allows to differ is folded away.

Folded text has one blank for a run of blanks, and a line feed where a line ends and a blank may or
may not have stood; no hyphens, no invisible signs, and one sign for all quotation marks.
"""

import re
import unicodedata

# ruff: noqa: RUF001 - the signs that are folded
QUOTE = "'"
# Soft hyphen, zero-width space, joiners, word joiner and byte order mark.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_QUOTES = re.compile('["“”„‟‘’‚‛«»‹›「」『』〝〞＂＇′″‴‵‶`´]')
# PDFium gives U+FFFE for a hyphen at a line's end and leaves the line end out.
_HYPHEN = re.compile("[-‐‑\u0002\ufffe]\\s*")
# Letters that were typed as one sign are read back as themselves.
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_LINE_END = re.compile(r"[^\S\n]*\n\s*")
_BLANKS = re.compile(r"[^\S\n]+")
_FRENCH = re.compile(r"\s*([;:!?']+)\s*")


def folded(text: str, language: str = "") -> str:
    """Give a text without what setting it in its language may change."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_LIGATURES)
    text = _HYPHEN.sub("", _QUOTES.sub(QUOTE, text))
    text = _BLANKS.sub(" ", _LINE_END.sub("\n", text.replace("\r", "\n")))
    if language.lower().startswith("fr"):
        text = _FRENCH.sub(r"\1", text)
    return unicodedata.normalize("NFC", text.strip())


def unhyphenated(text: str) -> str:
    """Give a text as it is read where nothing divides its words: no invisible signs."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def numbers_and_names(text: str) -> tuple[str, ...]:
    """Give a reference's words and numbers, whatever signs part them."""
    return tuple(re.findall(r"\d+|[^\W\d_]+", unicodedata.normalize("NFC", text)))
