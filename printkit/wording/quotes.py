"""Quotation marks by language.

Source: Unicode CLDR 47, `delimiters` (quotationStart, quotationEnd and their alternates). CLDR is
left where it would print badly: where the inner marks repeat the outer ones (fr, hy, nl, lt, bg) or
are turned round (fr-CA), another usual pair stands inside; Swiss German and Swiss Italian print
guillemets, as their books do; Bokmål and Nynorsk have the marks that CLDR gives for Norwegian.
"""

from dataclasses import dataclass
from functools import lru_cache

from printkit.wording.tags import Tag


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening and a closing quotation mark."""

    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class Quotes:
    """A language's quotation marks: round a quotation, and round one inside another."""

    outer: Pair
    inner: Pair

    def other(self, pair: Pair) -> Pair:
        """Give the marks for a quotation inside one in `pair`."""
        return self.inner if pair == self.outer else self.outer

    def single(self) -> Pair:
        """Give the pair that is written with single marks, else the outer one."""
        return next(
            (pair for pair in (self.outer, self.inner) if pair.opening in _SINGLE), self.outer
        )


_SINGLE = "‘‚’‹"
_USUAL = "“”‘’"
# The four marks, outer pair first, and the languages that write them.
_LANGUAGES = {
    "«»‹›": "am fa gsw fr_CH de_CH de_LI it_CH",
    "”“’‘": "ar ur",
    "«»“”": "ast br ca el eu fr fr_CA hy it kab kk pt_PT sc sq",
    "«»„“": "be cv ky ru sah uk",
    "„“‚‘": "bg bs_Cyrl cs de dsb et hr hsb is lb lt mk sk sl",
    "„”‘’": "bs",
    "«»‘’": "nb nn no rw",
    "””’’": "fi he rn sn sv",
    "„”»«": "hu",
    "「」『』": "ja yue zh_Hant zh_HK zh_MO zh_TW",
    "„“«»": "ka",
    "‘’“”": "ia nl nso tn",
    "„”«»": "pl ro",
    "„”’’": "sr",
}
ALL_MARKS = "".join(sorted({*_USUAL, *"".join(_LANGUAGES)}))
_MARKS = {name: marks for marks, names in _LANGUAGES.items() for name in names.split()}


@lru_cache(maxsize=100)
def quotes_for(tag: Tag) -> Quotes:
    """Give the language's marks, those of its region or script where they differ."""
    names = (_with_region(tag), str(Tag(tag.language, tag.script)), tag.language)
    marks = next((_MARKS[name] for name in names if name in _MARKS), _USUAL)
    return Quotes(Pair(marks[0], marks[1]), Pair(marks[2], marks[3]))


def _with_region(tag: Tag) -> str:
    if not tag.region:
        return ""
    # Portuguese outside Brazil follows Portugal, as CLDR's parent locales say.
    if tag.language == "pt" and tag.region != "BR":
        return "pt_PT"
    return str(Tag(tag.language, "", tag.region))
