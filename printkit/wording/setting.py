"""The typewriter's quotation marks and apostrophes become the language's own."""

import re
from dataclasses import dataclass
from functools import lru_cache

from printkit.wording.french import spaced
from printkit.wording.quotes import ALL_MARKS, Pair, Quotes, quotes_for
from printkit.wording.tags import Tag, tag_of

_APOSTROPHE = "’"
_BEFORE_OPENING = frozenset("([{<–—/=¿¡")
# Words that lose their beginning: `’s avonds`, `’n boek`, `rock ’n’ roll`.
_SHORTENED = {
    "af": frozenset(("n", "k", "s", "t")),
    "de": frozenset(
        ("s", "n", "ne", "nen", "nem", "ner", "raus", "rein", "ran", "rauf", "runter", "rum")
    ),
    "en": frozenset(("n", "em", "tis", "twas", "twere", "til", "cause", "bout")),
    "nl": frozenset(("s", "t", "n", "k", "m", "r", "ns")),
}
# A typewriter's marks, and those that an author may have typed as such.
_SIGN, _TYPED = re.compile(f"[\"'{ALL_MARKS}]"), re.compile("[\"']")
_WORD = re.compile(r"[^\W\d_]+")
_DECADE = re.compile(r"\d\d(?:s|er|ern)(?!\w)")
# A pattern that begins with a letter of its own is looked for much sooner.
_CLOSING_SINGLE = re.compile(r"'(?<=\S')(?!\w)")


def set_text(text: str, language: str) -> str:
    """Give a text with its language's quotation marks, apostrophes and French blanks.

    `language` is a tag or a locale's name. Marks that an author typed as such stay, and so do a
    typewriter's marks after a number (feet and inches) outside a quotation.
    """
    return _set(text, tag_of(language), quoted=False)


def set_quotation(text: str, language: str) -> str:
    """Give a text as `set_text` does, for setting inside the language's quotation marks."""
    return _set(text, tag_of(language), quoted=True)


def _set(text: str, tag: Tag, *, quoted: bool) -> str:
    """Give a text set; paragraphs without a typewriter's marks are as they will be."""
    typed = '"' in text or "'" in text
    if not typed and tag.language != "fr":
        return text
    return _typed(text, tag, quoted=quoted)


@lru_cache(maxsize=2000)
def _typed(text: str, tag: Tag, *, quoted: bool) -> str:
    """Give a text set that may hold a typewriter's marks; offices' editions share most of them."""
    quotes = quotes_for(tag)
    shortened = _SHORTENED.get(tag.language, frozenset())
    around = [_Open(quotes.outer, "")] if quoted else []
    return "\n".join(
        spaced(_Paragraph(paragraph, quotes, shortened, list(around)).characters(), tag)
        for paragraph in text.split("\n")
    )


@dataclass(frozen=True, slots=True)
class _Open:
    """A quotation that is open: its marks, and the typewriter's sign that opened it, if one did."""

    pair: Pair
    sign: str


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is set: what is open, and where the last mark opened or was left."""

    text: str
    quotes: Quotes
    shortened: frozenset[str]
    open: list[_Open]
    opened: int = -2
    left: int = -2
    last_single: int = -1

    def characters(self) -> str:
        """Give the paragraph's characters, the typewriter's marks replaced."""
        if '"' not in self.text and "'" not in self.text:
            return self.text
        singles = [found.start() for found in _CLOSING_SINGLE.finditer(self.text)]
        self.last_single = singles[-1] if singles else -1
        parts: list[str] = []
        done = 0
        signs = _TYPED if self.text.isascii() else _SIGN
        for found in signs.finditer(self.text):
            at = found.start()
            parts += self.text[done:at], self._sign(at, found[0])
            done = at + 1
        return "".join(parts) + self.text[done:]

    def _sign(self, index: int, sign: str) -> str:
        if sign == '"':
            return self._double(index)
        if sign == "'":
            return self._single(index)
        self._notice(index, sign)
        return sign

    def _double(self, index: int) -> str:
        is_open = self._is_open('"')
        if self._follows_number(index) and not is_open:
            return self._leave(index)
        if self._may_open(index) or (not is_open and self._starts_word(index)):
            return self._opening(index, '"', self.quotes.outer)
        return self._closing('"', self.quotes.outer)

    def _single(self, index: int) -> str:
        before, after = self._beside(index)
        is_open = self._is_open("'")
        if before.isalnum() and after.isalpha():
            return _APOSTROPHE
        if self._follows_number(index) and not is_open:
            return self._leave(index)
        if self._may_open(index):
            if self._shortens(index) or self.last_single <= index:
                return _APOSTROPHE
            return self._opening(index, "'", self.quotes.single())
        return self._closing("'", self.quotes.single()) if is_open else _APOSTROPHE

    def _notice(self, index: int, sign: str) -> None:
        """Follow the quotations that the author typed as such, for what stands inside them."""
        if self._closes_typed(index, sign):
            self.open.pop()
            return
        for pair in (self.quotes.outer, self.quotes.inner):
            if sign == pair.opening and (sign != pair.closing or self._may_open(index)):
                self.open.append(_Open(pair, ""))
                self.opened = index
                return

    def _closes_typed(self, index: int, sign: str) -> bool:
        if not self.open or self.open[-1].sign or sign != self.open[-1].pair.closing:
            return False
        apostrophe = sign == _APOSTROPHE and self._beside(index)[1].isalnum()
        return not apostrophe and not self._may_open(index)

    def _beside(self, index: int) -> tuple[str, str]:
        return self.text[index - 1 : index] if index else "", self.text[index + 1 : index + 2]

    def _may_open(self, index: int) -> bool:
        before, after = self._beside(index)
        if not after or after.isspace():
            return False
        return (
            not before or before.isspace() or before in _BEFORE_OPENING or self.opened == index - 1
        )

    def _starts_word(self, index: int) -> bool:
        """Whether a mark after a letter or a blank can only open: `l'"aide"`, `il dit " oui "`."""
        before, after = self._beside(index)
        alone = not before.strip() and not after.strip() and '"' in self.text[index + 1 :]
        return after.isalnum() or alone

    def _follows_number(self, index: int) -> bool:
        return index > 0 and (self.text[index - 1].isdigit() or self.left == index - 1)

    def _shortens(self, index: int) -> bool:
        if _DECADE.match(self.text, index + 1):
            return True
        word = _WORD.match(self.text, index + 1)
        if not word or word[0].lower() not in self.shortened:
            return False
        return word[0].lower() == "n" or self.text[word.end() : word.end() + 1] != "'"

    def _is_open(self, sign: str) -> bool:
        return any(quotation.sign == sign for quotation in self.open)

    def _leave(self, index: int) -> str:
        self.left = index
        return self.text[index]

    def _opening(self, index: int, sign: str, usual: Pair) -> str:
        pair = self.quotes.other(self.open[-1].pair) if self.open else usual
        self.open.append(_Open(pair, sign))
        self.opened = index
        return pair.opening

    def _closing(self, sign: str, usual: Pair) -> str:
        while self.open and self._is_open(sign):
            quotation = self.open.pop()
            if quotation.sign == sign:
                return quotation.pair.closing
        return usual.closing
