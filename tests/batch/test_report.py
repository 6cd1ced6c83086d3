"""The line of the report that people read says how an edition came to its size."""

from dataclasses import replace

import pytest

from printkit.batch.report import FileReport, plain, problem_from
from printkit.batch.sparing import page_spare, slide_spare
from printkit.errors import Place, Problem
from printkit.model.layout import STEPS

INSERT = FileReport(
    bulletin="2019-01-14",
    office="us",
    format="insert",
    file="output/us/2019-01-14-insert.pdf",
    status="built",
    source="bulletins/2019-01-14.yaml",
    language="en",
    layout="classic",
    paper="letter",
    pages=1,
    size=11.5,
    full=0.97,
)


def test_a_picture_says_its_resolution_behind_its_size():
    """The picture of a page is a page, too, and has its dots per inch."""
    line = replace(INSERT, format="insert-png", facts={"rung": "banner", "dpi": 300}).as_text()
    assert ": 1 page, 11.5 pt (banner lowered), 300 dpi, 97% full, en, letter" in line


@pytest.mark.parametrize(
    ("format_", "said"), [("leader", "3 pages"), ("slides", "3 slides"), ("slides-pdf", "3 slides")]
)
def test_a_leader_s_edition_is_counted_in_pages(format_, said):
    """A deck is counted in slides, whatever it is written as."""
    assert f": {said}, 11.5 pt" in replace(INSERT, format=format_, pages=3).as_text()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"sheets": 60}, "print 60 sheets of Letter, actual size, one cut"),
        ({"sheets": 1, "cuts": 2}, "print 1 sheet of Letter, actual size, two cuts"),
        (
            {"sheets": 60, "flip": "long"},
            "print 60 sheets of Letter, both sides, flip on the long edge, actual size, one cut",
        ),
        (
            {"sheet": "a4", "cuts": 12, "flip": "short"},
            "print on A4, both sides, flip on the short edge, actual size, 12 cuts",
        ),
        ({"sheet": "6in x 9in"}, "print on 6in x 9in, actual size, one cut"),
        (
            {"sheets": 60, "flip": "long", "cuts": 0, "folds": 1},
            "print 60 sheets of Letter, both sides, flip on the long edge, actual size, fold once",
        ),
    ],
)
def test_a_sheet_s_second_line_says_what_to_do_with_it(told, said):
    """How many, on which paper and which sides, at which size, and how often it is cut."""
    facts = {"imposition": "two-up", "sheet": "letter", "sheets": None, "cuts": 1, "flip": None}
    facts |= {"folds": 0}
    made = replace(INSERT, format="sheet", facts=facts | told)
    assert made.as_text().splitlines()[1].strip() == said


def spare(**words):
    """Give the words to spare by region."""
    return [{"region": region, "words": count} for region, count in words.items()]


def test_nothing_is_said_of_the_natural_rung():
    """A page that nothing had to give way for is told by its size alone."""
    line = replace(INSERT, facts={"rung": "natural"}).as_text()
    expected = "built     output/us/2019-01-14-insert.pdf: 1 page, 11.5 pt, 97% full, en, letter"
    assert line == expected


@pytest.mark.parametrize("rung", STEPS)
def test_every_other_rung_is_said_in_words(rung):
    """What gave way stands in brackets behind the size."""
    line = replace(INSERT, facts={"rung": rung}).as_text()
    assert ": 1 page, 11.5 pt (" in line
    assert "), 97% full, en, letter" in line


def test_room_on_the_page_is_that_of_any_one_region():
    """The words of the regions are not to be added up, and a full region has none."""
    expected = "room for more words at 12 pt, in any one region: Africa 34, Asia none"
    assert page_spare(spare(Africa=34, Asia=0), 12.0) == expected


def test_words_to_cut_from_the_page_are_added_up():
    """Regions that may stay as they are go unnamed."""
    expected = "to reach 12.5 pt, cut about 45 words: Africa 14, Europe 31"
    assert page_spare(spare(Africa=-14, Asia=0, Europe=-31), 12.5) == expected
    assert page_spare(spare(Asia=-1), 12.0) == "to reach 12 pt, cut about 1 word: Asia 1"


def test_a_page_without_room_is_said_to_have_none():
    """Where no region can grow, none is named."""
    assert page_spare(spare(Africa=0, Asia=0), 12.0) == "no room for more words at 12 pt"


def test_a_size_that_no_cut_reaches_is_said():
    """Where no region is named, cutting requests would not do."""
    assert page_spare([], 12.0) == "cutting requests alone does not reach 12 pt"


def test_slides_with_room_and_slides_that_are_cut_are_told_apart():
    """Each slide has its own room, or its own words to cut."""
    room = "room for more words on the slides: Africa 12, Asia none"
    over = "to show all on the slides, cut: HQ 9"
    assert slide_spare(spare(Africa=12, Asia=0)) == room
    assert slide_spare(spare(HQ=-9)) == over
    assert slide_spare(spare(Africa=12, HQ=-9, Asia=0)) == f"{room}; {over}"


def test_a_failure_is_one_line_that_says_why():
    """The first problem, and how many more there are; all are told on standard error."""
    wrong = (Problem("`title` is empty"), Problem("`regions` is missing"))
    line = replace(INSERT, status="failed", problems=wrong).as_text()
    assert line == "failed    output/us/2019-01-14-insert.pdf: `title` is empty (and 1 more)"


def test_a_problem_is_read_as_it_was_said():
    """With and without a place or a hint."""
    for problem in (Problem("m"), Problem("m", Place("bulletins/a.yaml", 3, 7), "type `b`")):
        assert problem_from(plain(problem)) == problem
