"""Poppler reads from every page's tags what the bulletin says: each part as what it is, in order.

It gathers a tag's words from the page by its own means, and knows nothing of our readers.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from read_by_poppler import needs_poppler, outline_by_poppler, outline_of, words_of
from test_two_readers import ENGLISH, MARKED, OFFICES, PAGE, SCRIPTS, TRANSLATIONS

from printkit.batch.options import Options
from printkit.batch.project import Project
from printkit.cli.asking import planner_for
from printkit.pipeline import edition_of, make

pytestmark = needs_poppler
ROOT = Path(__file__).parent.parent
BULLETINS = ("2018-02-26", "2019-01-14", "2019-01-21", "2019-01-28", "2019-02-04", "2019-03-04")
# Two columns; one; and half a sheet, where all of the week's words fit.
PAPERS = ("letter", "a4", "half-letter", "a5", "legal-panel")


@pytest.fixture
def read(tmp_path, storeroom):
    """Give a function that makes inserts; it gives each edition with poppler's outline of it."""

    def _read(project, names=(), **options):
        planner = planner_for(Project(project), storeroom)
        for entry in planner.plan(list(names), Options(formats=("insert",), **options)).entries:
            assert entry.order, entry.problems
            outcome = make(entry.order, storeroom, verified=True)
            assert outcome.problems == ()
            file = tmp_path / "insert.pdf"
            file.write_bytes(outcome.files[0].data)
            yield edition_of(entry.order, storeroom), outline_by_poppler(file)

    return _read


@pytest.fixture
def typed(tmp_path):
    """Give a function that makes a project of bulletins as they are typed."""

    def _typed(**files):
        folder = tmp_path / "project"
        (folder / "bulletins").mkdir(parents=True)
        for name, content in files.items():
            file = folder / "bulletins" / f"{name.replace('_', '.')}.yaml"
            file.write_text(content, encoding="utf-8")
        return folder

    return _typed


def as_typed(edition):
    """Give the words of title, quotation, headings, introductions and requests as typed."""
    bulletin = edition.bulletin
    said = [bulletin.title]
    said += [bulletin.scripture.text] if bulletin.scripture else []
    for region in bulletin.regions:
        said += [region.name, region.intro or "", *(request.text for request in region.requests)]
    return [word for text in said for word in re.findall(r"\w+", str(text))]


@pytest.mark.parametrize("name", BULLETINS)
def test_every_bulletin_is_read_for_every_office(read, name):
    """Title, quotation with its source, headings, introductions and requests, letter for letter."""
    editions = list(read(ROOT, (name,)))
    assert {edition.office.identity for edition, _ in editions} == set(OFFICES)
    for edition, outline in editions:
        assert outline == outline_of(edition), edition.office.identity


@pytest.mark.parametrize("office", ["us", "de", "nl", "ca-fr"])
def test_no_word_of_the_author_is_lost(read, office):
    """All that was typed is read in order, whatever signs the language puts between the words."""
    ((edition, outline),) = read(ROOT, ("2019-01-14",), offices=(office,))
    assert edition.words.language.startswith(edition.office.language.partition("-")[0])
    found = iter(words_of(outline))
    assert [word for word in as_typed(edition) if word not in found] == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["2019-01-14", "2019-01-28"])
def test_every_paper_is_read_in_one_order(read, paper, name):
    """In two columns, in one, and on half sheets, with pictures and with lists."""
    for edition, outline in read(ROOT, (name,), paper=paper, offices=("us", "de")):
        assert outline == outline_of(edition)


@pytest.mark.parametrize("office", OFFICES)
def test_difficult_words_are_read_in_every_language(read, typed, office):
    """Divided words, ligatures, quotation marks, French blanks, and addresses over two lines."""
    files = {f"week_{tag}": text for tag, text in TRANSLATIONS.items()}
    project = typed(week=ENGLISH, **files)
    ((edition, outline),) = read(project, offices=(office,))
    assert outline == outline_of(edition)


@pytest.mark.parametrize("language", SCRIPTS)
def test_other_scripts_are_read(read, typed, language):
    """Vietnamese, Greek and Cyrillic, beside Latin words, in title, heading and requests."""
    text = SCRIPTS[language].replace('"', '\\"')
    name = " ".join(SCRIPTS[language].split()[:3]).replace('"', '\\"')
    page = PAGE.format(title=name, language=language, name=name, text=text)
    ((edition, outline),) = read(typed(week=page), offices=("us",))
    assert outline == outline_of(edition)


def test_marks_that_no_letter_holds_are_read(read, typed):
    """From the entry that spells such letters (ActualText)."""
    page = PAGE.format(title="Marks", language="en", name=MARKED, text=MARKED)
    ((edition, outline),) = read(typed(week=page), offices=("us",))
    assert outline == outline_of(edition)


def test_letters_that_give_their_dots_to_marks_are_read(read, typed):
    """Fonts draw them without a dot; they read as what was typed all the same."""
    letters = "tsi\u030dt i\u0307\u0301 i\u0323\u0301 j\u0303 i\u0331\u0301"
    page = PAGE.format(title="Dots", language="en", name=letters, text=letters)
    ((edition, outline),) = read(typed(week=page), offices=("us",))
    assert outline == outline_of(edition)


def test_another_edition_is_not_what_is_read(read):
    """The comparison sees a heading, a word or a request that is another."""
    ((edition, outline),) = read(ROOT, ("2019-01-14",), offices=("us",))
    regions = edition.words.regions
    others = [
        replace(edition.words, regions=regions[::-1]),
        replace(edition.words, regions=regions[1:]),
        replace(edition.words, title=regions[0].name),
        replace(edition.words, scripture=None),
    ]
    for words in others:
        assert outline != outline_of(replace(edition, words=words))
