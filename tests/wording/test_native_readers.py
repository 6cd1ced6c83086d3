"""What a native reader of each shipped office looks at, held against the sources that say so.

The sources are named where they are used. CLDR is asked through Babel where Babel has its data
(dates, units, lists); what Babel leaves out of CLDR (quotation marks, papers) is written down here.
"""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.units import format_unit

from printkit.loading import Checks, load_offices
from printkit.model.paper import PAPERS
from printkit.wording.dates import long_date, week_line
from printkit.wording.fixed import fixed_words, has_fixed_words, reading_time
from printkit.wording.hyphenation import dictionary_for, patterns_of
from printkit.wording.liang import PatternHyphenator
from printkit.wording.locales import locale_for, locale_table
from printkit.wording.references import render_reference
from printkit.wording.setting import set_text

SHIPPED = Path(__file__).parents[2] / "layouts" / "offices.yaml"
OFFICES = ("us", "ca", "ca-fr", "au", "uk", "de", "nl")
NO_BREAK = "\u00a0"


@pytest.fixture(scope="module")
def offices():
    """Give the shipped offices."""
    checks = Checks(picture=lambda _file: None, character=lambda _letter: True)
    return load_offices(SHIPPED, "layouts/offices.yaml", ("classic", "light"), PAPERS, checks)


@pytest.fixture
def office(offices, name):
    """Give the office of the test's name."""
    return offices[name]


@pytest.fixture
def locale(office):
    """Give the locale of an edition in the office's own language."""
    return locale_for(office.language, office.language)


def of_offices(**expected):
    """Give what is expected of each office, `ca_fr` for `ca-fr`, as the test's parameters."""
    values = {name.replace("_", "-"): value for name, value in expected.items()}
    assert tuple(values) == OFFICES
    return pytest.mark.parametrize(("name", "expected"), list(values.items()))


def test_these_are_all(offices):
    """A native reader has looked at each of the offices that are shipped."""
    assert tuple(offices) == OFFICES


@of_offices(
    us="Week of November 22, 2026",
    ca="Week of November 22, 2026",
    ca_fr="Semaine du 22 novembre 2026",
    au="Week of 22 November 2026",
    uk="Week of 22 November 2026",
    de="Woche vom 22. November 2026",
    nl="Week van 22 november 2026",
)
def test_the_date_line(locale, expected):
    """CLDR's long date: month first in North America's English, a full stop after German days."""
    assert week_line(date(2026, 11, 22), locale_table(locale)) == expected


@pytest.mark.parametrize("name", OFFICES)
def test_every_date_is_cldrs(locale):
    """The long form for each day of a year; the first of a month is an ordinal in French.

    CLDR `dateFormats` long, which cannot express `1er`; that is after the Office québécois de la
    langue française (Banque de dépannage linguistique) and the Imprimerie nationale's Lexique.
    """
    table = locale_table(locale)
    for count in range(365):
        day = date(2026, 1, 1) + timedelta(days=count)
        said = format_date(day, "long", locale=locale)
        if locale.startswith("fr") and day.day == 1:
            said = said.replace("1 ", "1er ", 1)
        assert long_date(day, table) == said


@of_offices(
    us="“Go, ‘now’,” he said.",
    ca="“Go, ‘now’,” he said.",
    ca_fr="«\u00a0Go, “now”,\u00a0» he said.",
    au="“Go, ‘now’,” he said.",
    uk="“Go, ‘now’,” he said.",
    de="„Go, ‚now‘,“ he said.",
    nl="‘Go, “now”,’ he said.",
)
def test_quotation_marks(locale, expected):
    """CLDR `delimiters`: double marks outside in English and German, guillemets in French.

    Inside guillemets Canadians print double marks (Office québécois de la langue française; CLDR
    turns them round). In Dutch single marks stand outside in CLDR, too, and double ones inside
    (Taaladvies.net of the Taalunie).
    """
    assert set_text("\"Go, 'now',\" he said.", locale) == expected


@of_offices(
    us="Why? Now! So: this; that % 5",
    ca="Why? Now! So: this; that % 5",
    ca_fr=f"Why? Now! So{NO_BREAK}: this; that % 5",
    au="Why? Now! So: this; that % 5",
    uk="Why? Now! So: this; that % 5",
    de="Why? Now! So: this; that % 5",
    nl="Why? Now! So: this; that % 5",
)
def test_spaces_before_punctuation(locale, expected):
    """Canadian French sets a blank before the colon alone; the other languages set none.

    Office québécois de la langue française, Banque de dépannage linguistique, `Espacement avant et
    après les signes de ponctuation`.
    """
    assert set_text("Why? Now! So: this; that % 5", locale) == expected


def test_french_of_france_sets_a_narrow_blank_before_high_signs():
    """An office that a church adds in France: Lexique of the Imprimerie nationale."""
    assert set_text("Oui ! Non ? Là ; ici : bon", "fr_FR") == (
        "Oui\u202f! Non\u202f? Là\u202f; ici\u00a0: bon"
    )


@of_offices(
    us="Job 5:15–16",
    ca="Job 5:15–16",
    ca_fr="Job 5:15-16",
    au="Job 5:15–16",
    uk="Job 5:15–16",
    de="Hiob 5,15–16",
    nl="Job 5:15-16",
)
@pytest.mark.parametrize("typed", ["Job 5:15-16", "Hiob 5,15–16", "Ijob 5.15-16"])
def test_the_reference(office, locale, typed, expected):
    """The book by its own name, and the signs of the language, from whatever was typed.

    English: colon and en dash (Chicago Manual of Style). French: colon without blanks and hyphen
    (Université de Montréal's guide: `Job 1:20-21`). German: comma without a blank, en dash (Uni
    Passau, Exegese: `Gen 1,1`; Duden: `bis` as an en dash), and Luther's Hiob. Dutch: colon and
    hyphen (the references of the Nieuwe Bijbelvertaling).
    """
    rendered = render_reference(typed, locale, office.references)
    assert rendered.replace(NO_BREAK, " ") == expected


@of_offices(
    us="Mark 5:1, 20; Matthew 5:5",
    ca="Mark 5:1, 20; Matthew 5:5",
    ca_fr="Marc 5:1, 20; Matthieu 5:5",
    au="Mark 5:1, 20; Matthew 5:5",
    uk="Mark 5:1, 20; Matthew 5:5",
    de="Markus 5,1.20; Matthäus 5,5",
    nl="Marcus 5:1, 20; Matteüs 5:5",
)
def test_several_verses_and_passages(office, locale, expected):
    """Verses by a full stop in German (`Mk 5,1.20`), else by a comma; passages by a semicolon.

    Uni Passau, Exegese, for German; Matteüs as in the Nieuwe Bijbelvertaling.
    """
    rendered = render_reference("Mark 5:1, 20; Matthew 5:5", locale, office.references)
    assert rendered.replace(NO_BREAK, " ") == expected


@of_offices(
    us="pros-e-cu-tors",
    ca="pros-e-cu-tors",
    ca_fr="gou-ver-ne-ment",
    au="pro-sec-utors",
    uk="pro-sec-utors",
    de="Men-schen-rechts-ver-let-zun-gen",
    nl="men-sen-rech-ten-or-ga-ni-sa-tie",
)
def test_hyphenation(office, expected):
    """Americans and Canadians divide by sound, Britons and Australians by sense.

    The TeX and LibreOffice patterns of each language, as pyphen carries them: hyph_en_US,
    hyph_en_GB, hyph_fr, hyph_de_DE, hyph_nl_NL.
    """
    word = expected.replace("-", "")
    hyphenator = PatternHyphenator(patterns_of(dictionary_for(office.language)))
    places = (0, *hyphenator.positions(word), len(word))
    assert "-".join(word[start:stop] for start, stop in pairwise(places)) == expected


@of_offices(
    us="Reading time: about 1 minute, 10 seconds",
    ca="Reading time: about 1 minute, 10 seconds",
    ca_fr=f"Temps de lecture{NO_BREAK}: environ 1 minute et 10 secondes",
    au="Reading time: about 1 minute, 10 seconds",
    uk="Reading time: about 1 minute, 10 seconds",
    de="Lesezeit: etwa 1 Minute, 10 Sekunden",
    nl="Leestijd: ongeveer 1 minuut en 10 seconden",
)
def test_the_reading_time(locale, expected):
    """CLDR's words for minutes and seconds, put together as its list of units says."""
    assert reading_time(150, locale) == expected


@pytest.mark.parametrize("name", OFFICES)
@pytest.mark.parametrize(
    ("minutes", "seconds"), [(0, 10), (0, 40), (1, 0), (1, 10), (2, 0), (2, 30)]
)
def test_numbers_of_minutes_and_seconds_are_cldrs(locale, minutes, seconds):
    """One minute, two minutes: CLDR `units` long and `listPatterns` unit; blanks aside."""
    counted = ((minutes, "duration-minute"), (seconds, "duration-second"))
    units = [format_unit(count, unit, locale=locale) for count, unit in counted if count]
    said = format_list(units, style="unit", locale=locale).replace(NO_BREAK, " ")
    words = (minutes * 60 + seconds) * 130 // 60
    assert reading_time(words, locale).endswith(f" {said}")


@of_offices(us="letter", ca="letter", ca_fr="letter", au="a4", uk="a4", de="a4", nl="a4")
def test_the_paper(office, expected):
    """CLDR `paperSize`: US-Letter in the United States and Canada, A4 elsewhere."""
    assert office.paper == expected


@of_offices(us="en", ca="en", ca_fr="fr", au="en", uk="en", de="de", nl="nl")
def test_fixed_words_and_the_foot(office, locale, expected):
    """Footnote and cue are in the language that is read, and the imprint is the office's own."""
    assert Locale.parse(locale).language == expected
    assert has_fixed_words(locale)
    words = fixed_words(locale)
    english = fixed_words("en")
    assert (words is english) == (expected == "en")
    if expected != "en":
        assert not {words.footnote, words.cue, words.week} & {
            english.footnote,
            english.cue,
            english.week,
        }
    assert office.imprint[0] == office.name
    assert office.link == f"https://{office.imprint[-1]}"


def test_an_office_that_a_church_adds_reads_as_a_local():
    """A Catholic parish in Vienna: Jänner, Ijob, and the signs of German."""
    locale = locale_for("de", "de-AT")
    assert week_line(date(2027, 1, 3), locale_table(locale)) == "Woche vom 3. Jänner 2027"
    assert render_reference("Job 5:15", locale, "catholic") == f"Ijob{NO_BREAK}5,15"
    assert set_text('"Ja"', locale) == "„Ja“"
