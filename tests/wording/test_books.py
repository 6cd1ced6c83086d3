"""Books of the Bible by name: in four languages, as each confession has them."""

import subprocess
import sys
import unicodedata
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.wording.books import dutch, english, french, german
from printkit.wording.books.naming import book_of, listed, names_in, plain
from printkit.wording.references import render_reference

MODULES = {"en": english, "de": german, "fr": french, "nl": dutch}
CONFESSIONS = ("protestant", "catholic")
BOOKS = sorted(english.BOOKS)
BLANK = "\u00a0"


def set_in(typed, language, confession=None):
    return render_reference(typed, language, confession).replace(BLANK, " ")


@pytest.mark.parametrize("language", MODULES)
def test_every_language_has_all_books(language):
    """66 books, the seven that Catholics add, and the Psalms in the plural."""
    assert sorted(MODULES[language].BOOKS) == BOOKS
    assert len(BOOKS) == 66 + 7 + 1


@pytest.mark.parametrize("language", MODULES)
def test_no_name_stands_for_two_books(language):
    """In one language, each name and abbreviation is listed once, and in composed letters."""
    lines = MODULES[language].BOOKS.values()
    names = [name for line in lines for part in line.split("|") for name in part.split(",")]
    keys = [plain(name.strip()) for name in names if name.strip()]
    assert len(keys) == len(set(keys))
    assert [unicodedata.normalize("NFC", key) for key in keys] == keys


@pytest.mark.parametrize("language", MODULES)
def test_names_are_found_with_and_without_reading_the_whole_list(language):
    """Both ways tell the same book."""
    for book, line in MODULES[language].BOOKS.items():
        for name in line.replace("|", ",").split(","):
            if name.strip():
                assert listed(name.strip(), language) == book
                assert names_in(language).by_name[plain(name)].book == book


@pytest.mark.parametrize(
    ("typed", "german", "french", "dutch"),
    [
        ("Job 5:15-16", "Hiob 5,15–16", "Job 5:15-16", "Job 5:15-16"),
        ("Matthew 5:5", "Matthäus 5,5", "Matthieu 5:5", "Matteüs 5:5"),
        ("1 Corinthians 13:4", "1. Korinther 13,4", "1 Corinthiens 13:4", "1 Korintiërs 13:4"),
        ("First Corinthians 13", "1. Korinther 13", "1 Corinthiens 13", "1 Korintiërs 13"),
        ("II Kings 4:1", "2. Könige 4,1", "2 Rois 4:1", "2 Koningen 4:1"),
        ("1st Peter 2:9", "1. Petrus 2,9", "1 Pierre 2:9", "1 Petrus 2:9"),
        ("Psalms 23", "Psalm 23", "Psaume 23", "Psalm 23"),
        ("Psalms 120-134", "Psalmen 120–134", "Psaumes 120-134", "Psalmen 120-134"),
        ("Jude 3", "Judas 3", "Jude 3", "Judas 3"),
        ("Mark 5:3", "Markus 5,3", "Marc 5:3", "Marcus 5:3"),
        ("Rev. 21:4", "Offenbarung 21,4", "Apocalypse 21:4", "Openbaring 21:4"),
        ("Isaiah 1:17; 58:6", "Jesaja 1,17; 58,6", "Ésaïe 1:17; 58:6", "Jesaja 1:17; 58:6"),
        ("Daniel 3:17", "Daniel 3,17", "Daniel 3:17", "Daniël 3:17"),
        ("Sirach 4:10", "Sirach 4,10", "Siracide 4:10", "Sirach 4:10"),
        ("James 1:27, I Jn 4:8", "Jakobus 1,27; 1. Johannes 4,8", None, None),
    ],
)
def test_english_references_in_other_languages(typed, german, french, dutch):
    """Books get the language's own names, whichever way the volume was counted."""
    expected = {"de": german, "fr": french, "nl": dutch}
    for language, reference in expected.items():
        assert reference in (None, set_in(typed, language))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1. Korinther 13,4", "1 Corinthians 13:4"),
        ("Röm 8,28", "Romans 8:28"),
        ("Roemer 8,28", "Romans 8:28"),
        ("I. Mose 1,1", "Genesis 1:1"),
        ("Ijob 5,15", "Job 5:15"),
        ("1re Corinthiens 13.4", "1 Corinthians 13:4"),
        ("Esaïe 9:5", "Isaiah 9:5"),
        ("2e Koningen 4:1", "2 Kings 4:1"),
        ("1 Korinthe 13:4", "1 Corinthians 13:4"),
        ("Hnd. 2:42", "Acts 2:42"),
        ("Mt 5,5; Joh 3,16", "Matthew 5:5; John 3:16"),
    ],
)
def test_references_of_other_languages_in_english(typed, expected):
    """Names, abbreviations and older spellings are known."""
    assert set_in(typed, "en") == expected


@pytest.mark.parametrize(
    ("typed", "language", "expected"),
    [
        ("I Cor. 13:4", "en", "I Cor. 13:4"),
        ("Röm 8,28", "de", "Röm 8,28"),
        ("Mattheüs 5:5", "nl", "Mattheüs 5:5"),
        ("Esaïe 1:17", "fr", "Esaïe 1:17"),
        ("Genesis 1,1", "de", "Genesis 1,1"),
        ("Ijob 5,15", "de", "Ijob 5,15"),
        ("Rom. 8:28", "de", "Röm. 8,28"),
        ("Matthaeus 5,5", "de", "Matthaeus 5,5"),
        ("1. Kor. 13,4", "de", "1. Kor. 13,4"),
        ("1 Samuel 3:1", "de", "1. Samuel 3,1"),
        ("1. Samuel 3,1", "en", "1 Samuel 3:1"),
    ],
)
def test_names_of_the_language_stay(typed, language, expected):
    """Abbreviations and spellings are the author's; accents and a volume's full stop are not."""
    assert set_in(typed, language) == expected


@pytest.mark.parametrize(
    ("typed", "protestant", "catholic"),
    [
        ("Job 5:15", "Hiob 5,15", "Ijob 5,15"),
        ("Hiob 5,15", "Hiob 5,15", "Ijob 5,15"),
        ("Ijob 5,15", "Hiob 5,15", "Ijob 5,15"),
        ("Gen 1,1", "1. Mose 1,1", "Gen 1,1"),
        ("2. Mose 20,2", "2. Mose 20,2", "Exodus 20,2"),
        ("Hesekiel 36,26", "Hesekiel 36,26", "Ezechiel 36,26"),
        ("Ecclesiastes 3:1", "Prediger 3,1", "Kohelet 3,1"),
        ("Spr 3,5", "Spr 3,5", "Spr 3,5"),
        ("Sprüche 3,5", "Sprüche 3,5", "Sprichwörter 3,5"),
        ("Jesaja 1,17", "Jesaja 1,17", "Jesaja 1,17"),
        ("Tobit 4,15", "Tobias 4,15", "Tobit 4,15"),
    ],
)
def test_the_office_chooses_the_confessions_names(typed, protestant, catholic):
    """In German, as the Luther Bible or the Einheitsübersetzung has them."""
    assert set_in(typed, "de", "protestant") == protestant
    assert set_in(typed, "de", "catholic") == catholic


def test_french_confessions_differ_over_isaiah():
    """Segond has Ésaïe, the Bible de Jérusalem Isaïe."""
    assert set_in("Isaiah 1:17", "fr-CA", "catholic") == "Isaïe 1:17"
    assert set_in("Isaïe 1:17", "fr-CA", "protestant") == "Ésaïe 1:17"
    assert set_in("Isaïe 1:17", "fr-CA") == "Isaïe 1:17"


@pytest.mark.parametrize("typed", ["Ez 3:5", "Hymn 23", "Enoch 1:9", "3 Maccabees 2:1"])
def test_a_name_that_is_not_surely_known_stays(typed):
    """Only the signs are the language's: `Ez` may be Ezra or Ezekiel in English."""
    assert set_in(typed, "en") == typed


def test_where_other_languages_differ_the_name_stays():
    """French `Sg` is Wisdom, English `Sg` the Song of Songs: a German reference keeps it."""
    assert set_in("Sg 3:1", "de") == "Sg 3,1"
    assert book_of("Sg", "fr") == "WIS"
    assert book_of("Sg", "en") == "SNG"


def test_one_foreign_name_makes_the_whole_reference_foreign():
    """Names and abbreviations are not mixed."""
    assert set_in("Mt 5:5; Lk 6:20", "fr") == "Matthieu 5:5; Luc 6:20"
    assert set_in("Mt 5:5; Lk 6:20", "de") == "Mt 5,5; Lk 6,20"


@pytest.mark.parametrize(("there", "back"), list(permutations(MODULES, 2)))
@pytest.mark.parametrize("confession", CONFESSIONS)
def test_every_book_goes_there_and_back(there, back, confession):
    """With the names that are set, for all books; a spelling that both know may stay on the way."""
    for book, names in names_in(there).to_set.items():
        numbers = "2-3" if book == "PSS" else "3"
        other = set_in(f"{names[confession]} {numbers}", back, confession)
        again = set_in(other, there, confession)
        for reference, language in ((other, back), (again, there)):
            name, _, numbered = reference.rpartition(" ")
            assert numbered.replace("–", "-") == numbers
            assert listed(name, language, confession) == book


CHAPTERS = st.integers(1, 150)
VERSES = st.integers(1, 176)


@given(st.sampled_from(BOOKS), CHAPTERS, VERSES, st.none() | VERSES)
def test_a_reference_goes_to_german_and_back(book, chapter, verse, end):
    """English to German to English is what it was, for canonical references of every book."""
    name = names_in("en").to_set["PSA" if book == "PSS" else book]["protestant"]
    typed = f"{name} {chapter}:{verse}" + (f"–{end}" if end else "")
    there = set_in(typed, "de")
    assert "," in there
    assert set_in(there, "en") == typed


def test_lists_are_read_only_when_a_name_needs_them():
    """A reference with the language's own name reads that language's list, and no other."""
    code = (
        "import sys\n"
        "from printkit.wording.references import render_reference\n"
        "def read(): return {n.rpartition('.')[2] for n in sys.modules if '.books.' in n}\n"
        "assert read() == {'naming'}, read()\n"
        "render_reference('Matthäus 5,5', 'de', 'protestant')\n"
        "assert read() == {'naming', 'german'}, read()\n"
        "render_reference('Matthew 5:5', 'de')\n"
        "assert read() == {'naming', 'german', 'english', 'french', 'dutch'}, read()\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
