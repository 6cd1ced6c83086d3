"""One edition's words: the bulletin's own as the language sets them, and what is added."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from printkit.errors import Place
from printkit.model.bulletin import Bulletin, Picture, Region, Request, Scripture, Text
from printkit.wording.editions import wording_for, words_of
from printkit.wording.fixed import reading_opening, reading_time
from printkit.wording.locales import LocaleTable

PLACE = Place("bulletins/2019-01-14.yaml", 3, 5)
ENGLISH = LocaleTable("en_GB", ("{day} January {year}",) * 12)
GERMAN = LocaleTable("de_DE", ("{day}. Januar {year}",) * 12)
FRENCH = LocaleTable("fr_FR", ("{day} janvier {year}",) * 12)


def text(value):
    return Text(value, PLACE)


def bulletin(scripture='He said, "Go."'):
    picture = Picture(Path("a.jpg"), "a.jpg", PLACE, alt='a "b"', credit=text('c "d"'))
    request = Request(text('e "f"'), slide=text('g "h"'), pseudonym=True)
    region = Region(text('i "j"'), (request,), intro=text('k "l"'), picture=picture)
    quoted = Scripture(text(scripture), text("Job 5:15-16"), text("WEB"))
    return Bulletin(
        identity="2019-01-14",
        file="bulletins/2019-01-14.yaml",
        language="en",
        title=text('m "n"'),
        regions=(region,),
        date=date(2019, 1, 14),
        scripture=quoted,
        picture=picture,
    )


def strings(value):
    """Give every string of a bulletin, with the name of its field."""
    if is_dataclass(value) and not isinstance(value, Place):
        for one in fields(value):
            for name, found in strings(getattr(value, one.name)):
                yield name or one.name, found
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif isinstance(value, str):
        yield "", value


def test_every_text_is_set():
    """No typewriter's mark is left anywhere, and each text keeps its place."""
    words = words_of(bulletin(), "en")
    assert not [found for _, found in strings(words) if '"' in found]
    assert words.regions[0].requests[0].text == text("e “f”")
    assert words.regions[0].requests[0].slide == text("g “h”")


def test_the_reference_is_left_for_rendering():
    """The reference stays as typed in the words; the wording has it rendered."""
    assert words_of(bulletin(), "de").scripture.reference.value == "Job 5:15-16"
    assert wording_for(bulletin(), GERMAN).reference == "Hiob\u00a05,15–16 (WEB)"


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (ENGLISH, ("Slide", "Praise:", "Prayer:")),
        (GERMAN, ("Folie", "Dank:", "Bitte:")),
        (FRENCH, ("Diapositive", "Louange\u00a0:", "Prière\u00a0:")),
        (LocaleTable("nl_NL", ("{day} januari {year}",) * 12), ("Dia", "Dank:", "Gebed:")),
        (LocaleTable("es_ES", ("{day} de enero de {year}",) * 12), ("Slide", "Praise:", "Prayer:")),
    ],
)
def test_slides_and_kinds_of_requests_have_words(table, said):
    """Those of the language that is set, English where it has none."""
    wording = wording_for(bulletin(), table)
    assert (wording.slide, wording.praise, wording.prayer) == said


def test_a_quotation_in_the_scripture_has_inner_marks():
    """The layout's marks stand outside, so the scripture's own are inner ones."""
    assert words_of(bulletin(), "en").scripture.text.value == "He said, ‘Go.’"


@pytest.mark.parametrize(
    ("table", "marks"),
    [(ENGLISH, ("“", "”")), (GERMAN, ("„", "“")), (FRENCH, ("«\u00a0", "\u00a0»"))],
)
def test_marks_stand_round_the_scripture(table, marks):
    """They are the language's outer marks, with French blanks inside."""
    wording = wording_for(bulletin(), table)
    assert (wording.opening, wording.closing) == marks


@pytest.mark.parametrize(
    "scripture", ['"Go," he said.', "“Go.”", "‘Go.’", "„Go.“", "« Go. »", "'Go.'"]
)
def test_a_scripture_that_brings_its_marks_gets_no_others(scripture):
    """A quotation mark of any style at its beginning counts."""
    wording = wording_for(bulletin(scripture), ENGLISH)
    assert (wording.opening, wording.closing) == ("", "")


def test_an_apostrophe_is_no_quotation_mark():
    """A scripture that begins with a shortened word is still quoted."""
    assert wording_for(bulletin("'Tis good"), ENGLISH).opening == "“"


def test_what_the_bulletin_lacks_is_empty():
    """Without date, scripture and changed names there is nothing to say of them."""
    region = Region(text("Africa"), (Request(text("Pray.")),))
    bare = replace(bulletin(), regions=(region,), date=None, scripture=None, picture=None)
    wording = wording_for(bare, ENGLISH)
    assert (wording.date, wording.opening, wording.reference, wording.footnote) == ("",) * 4
    assert words_of(bare, "en").scripture is None


def test_a_translation_stands_alone_without_a_reference():
    """Brackets only part it from a reference."""
    scripture = Scripture(text("Go."), None, text("WEB"))
    assert wording_for(replace(bulletin(), scripture=scripture), ENGLISH).reference == "WEB"


def test_a_footnote_says_that_names_were_changed():
    """It is in the language that is set, or in English."""
    assert wording_for(bulletin(), GERMAN).footnote.startswith("Einige Namen")
    spanish = LocaleTable("es", ENGLISH.dates)
    assert wording_for(bulletin(), spanish).footnote.startswith("Some names")


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        (1, "en", "Reading time: about 10 seconds"),
        (95, "en", "Reading time: about 40 seconds"),
        (130, "de", "Lesezeit: etwa 1 Minute"),
        (150, "fr", "Temps de lecture\u00a0: environ 1 minute et 10 secondes"),
        (260, "nl", "Leestijd: ongeveer 2 minuten"),
        (95, "es", "Reading time: about 40 seconds"),
    ],
)
def test_reading_time_is_rounded_to_ten_seconds(words, language, expected):
    """A slide is read aloud at 130 words a minute."""
    assert reading_time(words, language) == expected
    assert expected.startswith(reading_opening(language) + " ")


@pytest.mark.parametrize(
    ("table", "overleaf", "notes"),
    [
        (ENGLISH, "Over →", "Notes"),
        (GERMAN, "Bitte wenden →", "Notizen"),
        (FRENCH, "Suite au verso →", "Notes"),
        (replace(GERMAN, locale="nl_NL"), "Zie achterzijde →", "Notities"),
        (replace(GERMAN, locale="es_ES"), "→", ""),
    ],
)
def test_a_half_sheet_s_own_words_are_the_language_s(table, overleaf, notes):
    """Where it has none, there is the arrow alone, and lines for notes have no word."""
    wording = wording_for(bulletin(), table)
    assert (wording.overleaf, wording.notes) == (overleaf, notes)
