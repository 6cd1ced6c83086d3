"""An insert is as it should be, or the witness says what is not."""

from dataclasses import replace

import pytest

from printkit.errors import Place
from printkit.model.paper import Size
from printkit.verify.expected import wording_problems
from printkit.verify.witness import check_page, check_words


def only(problems):
    problem, *more = problems
    assert not more
    return problem


@pytest.mark.parametrize("width", [15, 24, 31, 60])
def test_a_good_page_passes(drawn, page_lines, expected, width):
    """Wherever its lines end."""
    assert check_words(drawn(page_lines, width=width), expected) == ()


def test_hyphens_at_line_ends_are_allowed(drawn, page_lines, expected):
    """A divided word is still the word."""
    page_lines[6:7] = [
        "Thank God for a high-",
        "ranking judge. She said “it’s time” and",
        "went on. Pray that no-",
        "body loses heart before the day comes.",
    ]
    assert check_words(drawn(page_lines), expected) == ()


def changed(old, new):
    def change(lines):
        assert sum(old in line for line in lines) == 1
        lines[:] = [line.replace(old, new) for line in lines]

    return change


def swapped(lines):
    lines[6] = lines[6].replace("time” and went", "went” and time")


def moved(lines):
    lines.insert(5, lines.pop(8))


FAULTS = {
    "a lost word": (changed("nobody loses", "loses"), "missing: `nobody`"),
    "a repeated word": (changed("went on", "went went on"), "repeated: `went`"),
    "a changed letter": (
        changed("judge", "fudge"),
        "missing: `judge.`; not in the bulletin: `fudge.`",
    ),
    "two words swapped": (swapped, "not in the bulletin: `went'`, `time`"),
    "a paragraph moved": (moved, "the words stand in another order"),
    "a word added": (changed("comes.", "comes. Amen."), "not in the bulletin: `Amen.`"),
    "escaped text": (changed("HQ & Global", "HQ &amp; Global"), "not in the bulletin: `&amp;`"),
    "a lost mark": (changed("• Pray for all", "Pray for all"), "missing: `•`"),
    "no footnote": (changed("Some names have been changed.", ""), "missing: `Some`"),
    "no credit": (changed("A credit", ""), "missing: `A`, `credit`"),
    "no translation": (changed("1:17 (WEB)", "1:17"), "missing: `(WEB)`"),
    "a lost blank": (
        changed("for a high-ranking", "fora high-ranking"),
        "not in the bulletin: `fora`",
    ),
    "a page number": (
        changed("pray.example.org/uk", "pray.example.org/uk 1"),
        "not in the bulletin: `1`",
    ),
    "no quotation marks": (changed("“Seek justice.”", "Seek justice."), "found `"),
}


@pytest.mark.parametrize(("mutate", "message"), FAULTS.values(), ids=FAULTS)
def test_every_fault_of_the_text_is_named(drawn, page_lines, expected, mutate, message):
    """A word that is lost, repeated, changed, moved or added is seen."""
    mutate(page_lines)
    assert message in only(check_words(drawn(page_lines), expected)).message


def test_a_difference_is_shown_where_it_is(drawn, page_lines, expected):
    """Some words around it, from both sides, and the line where the author wrote them."""
    changed("nobody loses", "somebody loses")(page_lines)
    problem = only(check_words(drawn(page_lines), expected))
    assert problem.place == Place("bulletins/2019-01-14.yaml", 9, 3)
    assert problem.message.startswith(
        "on the page: expected `on. Pray that nobody loses heart before`, "
        "found `on. Pray that somebody loses heart before`"
    )


def test_many_missing_words_are_counted(drawn, expected):
    """An empty page does not list the whole bulletin."""
    problem = only(check_words(drawn(["Prayer Requests"]), expected))
    assert "found the end after `Prayer Requests`" in problem.message
    assert " more" in problem.message


def test_a_second_page_is_a_fault(drawn, page_lines, expected):
    """There is one page, and every word on it once."""
    problems = check_words(drawn(page_lines, pages=2), expected)
    assert problems[0].message == "expected one page, found 2"
    assert "repeated" in problems[1].message


def test_a_page_of_another_size_is_a_fault(drawn, page_lines, expected):
    """The paper is the one that was asked for."""
    page = drawn(page_lines)
    assert check_words(page, replace(expected, paper=Size(400, 600.3))) == ()
    problem = only(check_words(page, replace(expected, paper=Size(400, 700))))
    assert problem.message == "expected a page of 400.0 by 700.0 pt, found 400.0 by 600.0 pt"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nothing", b"\x00" * 200])
def test_a_damaged_file_is_a_fault(data, expected):
    """What cannot be read is said to be so."""
    assert only(check_page(data, expected)).message == "the page cannot be read as a PDF"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("date", "Week of 15 January 2019"),
        ("reference", "Isaiah\u00a01:18 (WEB)"),
        ("reference", ""),
    ],
)
def test_words_that_the_edition_adds_must_agree(drawn, page_lines, expected, line, words):
    """A wrong date or reference is seen though the page holds what the edition says."""
    wrong = replace(expected, wording=replace(expected.wording, **{line: words}))
    page_lines[{"date": 1, "reference": 3}[line]] = words
    assert f"says `{words}`" in only(check_words(drawn(page_lines), wrong)).message


def test_french_blanks_are_allowed(drawn, french):
    """The page of a French edition has blanks that its author did not type."""
    lines = ["Prayer Requests", "Afrique", "Il dit : « Va ! » et l’aide vient à 10:30."]
    assert check_words(drawn(lines), french) == ()
    lines[2] = lines[2].replace("Va", "Vas")
    assert check_words(drawn(lines), french)


@pytest.mark.parametrize(
    ("typed", "renamed", "line", "right"),
    [
        ("Job 5:15-16", (("Job", "Hiob"),), "Hiob\u00a05,15–16 (WEB)", True),
        ("I Cor. 13:4; Mt 5:5", (("I Cor.", "1. Korinther"),), "1. Korinther 13,4; Mt 5,5", True),
        ("Mt 5:5; Job 5:1", (("Job", "Hiob"),), "Mt 5,5; Hiob 5,1", True),
        ("Job 5:15", (("Job", "Hiob"),), "Hiob 5,16", False),
        ("Job 5:15", (("Job", "Hiob"),), "Hiob 5", False),
        ("Job 5:15", (), "Hiob 5,15", False),
        ("Mt 5:5", (("Job", "Hiob"),), "Hiob 5,5", False),
        ("Job 5:15; Job 6:1", (("Job", "Hiob"),), "Hiob 5,15; Hiob 6,1", False),
    ],
)
def test_books_that_were_renamed_are_known(expected, typed, renamed, line, right):
    """Their names may differ as the edition says, but no number and no other word may."""
    scripture = replace(
        expected.bulletin.scripture,
        reference=replace(expected.bulletin.scripture.reference, value=typed),
        translation=expected.bulletin.scripture.translation if "WEB" in line else None,
    )
    edition = replace(
        expected,
        bulletin=replace(expected.bulletin, scripture=scripture),
        wording=replace(expected.wording, reference=line, renamed=renamed),
    )
    assert (wording_problems(edition) == ()) is right
