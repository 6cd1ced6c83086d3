"""Some neighbouring words stay on one line: a number with what it counts, a title with its name."""

from datetime import date

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from printkit.wording.tied_words import LANGUAGES
from printkit.wording.ties import ties_for

TIED = {
    "en": (
        *("(Job|5:15–16),", "Job|5:15.", "Psalm|23", "Psalm|23,", "Psalms|120–134", "page|3"),
        *("“Acts|3", "Matt.|5:5", "Jn.|3:16", "Prov.|3:5;", "Songs|2:1", "Chapter|II", "No.|7"),
        *("1|Samuel", "(2|Corinthians", "II|Kings", "1st|Peter,", "1|Sam.", "Hezekiah|3:12"),
        *("5|March", "5th|March", "March|5,", "March|5.", "May|5th", "Sept.|12", "Jan|3–5"),
        *("5–7|March", "14|Jan.", "Dr.|Adams", "(Mrs|Adams", "Rev.|Adams", "St|Peter’s"),
        *("J.|Smith", "J.|R.", "R.|Tolkien", "J.-P.|Martin", "“T.|Boaz", "King|Jr.", "Henry|V"),
        *("Paul|II,", "20|km", "£|500", "500|€", "50|%", "7|p.m.", "p.|m.", "5|am", "EUR|500"),
        *("$5|million", "1,000|km", "500|BC.", "§|5", "word|–", "word|—", "(|word", "e.|g."),
    ),
    "de": (
        *("Hiob|5,15", "(Matthäus|5,5)", "Psalm|23", "1.|Korinther", "5.|Mose", "2|Samuel"),
        *("Kor.|13,4.7", "Röm.|8,1", "14.|Januar", "3.|Okt.,", "14.–16.|Mai", "Kapitel|3"),
        *("Nr.|7", "S.|12", "Kap.|3", "Dr.|Adam", "Pfr.|Lang", "Fr.|Lang", "z.|B.", "d.|h."),
        *("u.|a.", "i.|A.", "n.|Chr.", "500|v.", "10|Uhr", "10|Uhr,", "5|Mio.", "10|000"),
        *("20|km/h", "5|°C", "Wort|…"),
    ),
    "fr": (
        *("Job|5:15-16", "Psaume|23", "psaume|23,", "1|Samuel", "2|Rois", "1er|mars", "(1er|mars"),
        *("14|janvier", "14|janv.", "M.|Martin", "Mme|Martin", "Mgr|Martin", "chapitre|3"),
        *(
            "19|h",
            "h|30",
            "10|heures",
            "500|€",
            "10|000",
            "av.|J.-C.",
            "500|av.",
            "n°|7",
            "Jn|3.16",
        ),
        *("«\u00a0Job|5:15\u00a0»", "1|Samuel\u00a03:1"),
    ),
    "nl": (
        *(
            "Job|5:15-16",
            "Psalm|23",
            "psalm|23",
            "1|Koningen",
            "2|Timoteüs",
            "2|mei",
            "14|januari.",
        ),
        *(
            "dhr.|Jansen",
            "Mevr.|Jansen",
            "ds.|Jansen",
            "hoofdstuk|3",
            "blz.|3",
            "10|uur",
            "v.|Chr.",
        ),
        "5|miljoen",
    ),
    "sw": ("Ayubu|5:15", "1|Samweli", "20|km", "Dr.|Mushi", "J.|Mushi", "§|5", "10|000", "a.|k."),
}
FREE = {
    "en": (
        *("in|May.", "May.|Pray", "at|5.", "5.|He", "5.|May", "3.|John", "30|people", "a.|I"),
        *("May.|5", "Job,|5:15", "Psalm.|23", "week|471", "of|January", "January|2017", "In|2019"),
        *(
            "about|10,000",
            "About|10,000",
            "Over|1,234,567",
            "the|5:15",
            "Pray|that",
            "3|Christians",
        ),
        *(
            "he|may",
            "march|5",
            "may|5",
            "than|I",
            "Should|I",
            "Samuel|said",
            "1|Kenyan",
            "20|kinds",
        ),
        *("10|000", "km|20", "million|people", "p.m.|He", "–|word", "word|(and", "word)|and"),
        *("attention.|Pray", "rains.|police", "answer.|“What", "Praise.|5"),
        *("Adams|Dr.", "mr|adams", "U.S.|Pray", "Dr.|adams", "Mark|said", "2019|He", "2019|In"),
    ),
    "de": (
        *("am|5.", "5.|Wir", "3|Kinder", "Im|Januar", "Januar|2019", "30|Menschen"),
        *("Am|5.3.2019", "Etwa|10.000", "14.|Woche", "z.B.|Kinder", "Frau|Lang", "Uhr|beten"),
    ),
    "fr": (
        *("le|1er", "5.|Mars", "30|personnes", "2019|300", "mars|5", "m’a|dit", "2019|l’aide"),
        *("Monsieur|Martin", "J.-C.|Le", "à|10"),
    ),
    "nl": ("5.|Mei", "30|mensen", "mei|5", "2019|’s", "dan|5", "meneer|Jansen"),
    "sw": ("watu|30", "5.|Yeye", "9|Samweli", "Mwaka|2019", "Machi|5"),
}
WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        sorted({word for pairs in TIED.values() for pair in pairs for word in pair.split("|")})
    ),
)


def cases(pairs):
    return [(language, *pair.split("|")) for language, some in pairs.items() for pair in some]


@pytest.mark.parametrize(("language", "before", "after"), cases(TIED))
def test_some_words_stay_together(language, before, after):
    """References, dates, amounts, times, abbreviations, and names with what stands before them."""
    assert ties_for(language).tied(before, after)


@pytest.mark.parametrize(("language", "before", "after"), cases(FREE))
def test_other_words_come_apart(language, before, after):
    """At a sentence's end, before a counted noun, and between a month and its year."""
    assert not ties_for(language).tied(before, after)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_stays_with_its_month_as_cldr_names_it(language, month):
    """In full or short, as the language's medium and long dates have them."""
    ties, locale = ties_for(language), Locale.parse(language)
    day = {"de": "14."}.get(language, "14")
    assert ties.tied(day, locale.months["format"]["wide"][month])
    assert ties.tied(day, locale.months["format"]["abbreviated"][month])
    words = format_date(date(2019, month, 14), "long", locale=language).split()
    assert ties.tied(*words[:2])


@pytest.mark.parametrize(
    ("tag", "before", "after"),
    [("de-CH", "14.", "Januar"), ("fr_CA", "14", "janvier"), ("en-GB", "14", "January")],
)
def test_a_tag_or_a_locale_has_its_languages_ties(tag, before, after):
    """Countries share their language's words."""
    assert ties_for(tag).tied(before, after)


@given(language=st.sampled_from(["en", "de", "fr", "nl", "sw"]), before=WORDS, after=WORDS)
def test_any_two_words_are_tied_or_not(language, before, after):
    """Whatever they hold, with the same answer each time."""
    assert ties_for(language).tied(before, after) is ties_for(language).tied(before, after)


@given(
    language=st.sampled_from(["en", "de", "fr", "nl", "sw"]),
    words=st.tuples(*[st.from_regex(r"[a-z]{2,9}[,;.]?", fullmatch=True)] * 2),
)
def test_words_in_small_letters_come_apart(language, words):
    """No rule ties two of them, save a title to a name; so lines can always be broken."""
    assert not ties_for(language).tied(*words)


@given(
    book=st.from_regex(r"[A-Z][a-z]{2,9}", fullmatch=True),
    chapter=st.integers(1, 150),
    verse=st.integers(1, 176),
    end=st.sampled_from(["", ",", ".", ")", "–17", "ff.", "a;", ",17"]),
)
def test_any_book_stays_with_chapter_and_verse(book, chapter, verse, end):
    """In a language of which no book is known."""
    assert ties_for("xx").tied(f"({book}", f"{chapter}:{verse}{end}")
