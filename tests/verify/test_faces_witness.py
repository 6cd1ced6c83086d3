"""What a half sheet or large print says otherwise than its bulletin is told."""

from dataclasses import replace
from datetime import date

import pytest
from typeset.manuscripts import FOOTNOTE, WORDING, bulletin, edition, prose, region, request, text
from verify.expecting import expected_of

from printkit.errors import Refused
from printkit.export.page.document import Supplies, write_pdf
from printkit.model.bulletin import Scripture
from printkit.model.frame import IN_FOOT, Text
from printkit.typeset.faces import typeset_two_sided
from printkit.typeset.insert import typeset_insert
from printkit.typeset.largeprint import typeset_large_print
from printkit.typeset.story import Tools
from printkit.verify.bookmarks import read_bookmarks
from printkit.verify.faces import check_two_sided
from printkit.verify.large_print import check_large_print

WORDS = replace(WORDING, overleaf="Over →", notes="Notes", footnote=FOOTNOTE)
LONG = bulletin(
    region("Africa", request(prose(160), pseudonym=True)),
    region("Asia", 60, 40),
    date=date(2019, 1, 14),
    scripture=Scripture(text("Blessed are the gentle."), text("Matthew 5:5"), text("WEB")),
)
SHORT = replace(LONG, regions=(region("Africa", request("Pray.", pseudonym=True)),))


@pytest.fixture(scope="module")
def bench(storeroom):
    """Give a function that writes a document, and the tools that set one."""
    what = edition(LONG, "half-letter", wording=WORDS)
    tools = Tools(storeroom.shaper(what.layout), storeroom.hyphenator("en-US"))
    supplies = Supplies(storeroom.page_constants, storeroom.font, {})
    return tools, lambda document: write_pdf(document, supplies)


def said_of(data, what, check):
    return [problem.message for problem in check(data, expected_of(what))]


@pytest.fixture(scope="module")
def two(bench):
    """Give what sets an edition's two faces and says what is wrong with them when changed."""
    tools, written = bench

    def _said(bulletin_, change=lambda document: document):
        what = edition(bulletin_, "half-letter", wording=WORDS)
        document = change(typeset_two_sided(what, tools).document)
        return said_of(written(document), what, check_two_sided)

    return _said


@pytest.fixture(scope="module")
def large(bench):
    """Do the same for large print."""
    tools, written = bench

    def _said(change=lambda document: document):
        what = edition(LONG, "letter", wording=WORDS)
        document = change(typeset_large_print(what, tools, "Arimo").document)
        return said_of(written(document), what, check_large_print)

    return _said


def without_untold(document, number):
    """Give a document whose frame of this number says nothing that is told to nobody."""
    frames = list(document.frames)
    items = tuple(
        item
        for item in frames[number].items
        if not (isinstance(item, Text) and item.element == IN_FOOT)
    )
    frames[number] = replace(frames[number], items=items)
    return replace(document, frames=tuple(frames))


def test_good_faces_pass(two):
    """With text on both of them, and with notes on the back."""
    assert two(LONG) == []
    assert two(SHORT) == []


def test_one_page_is_not_two(bench):
    """An insert is no half sheet."""
    tools, written = bench
    what = edition(SHORT, "half-letter", wording=WORDS)
    document = typeset_insert(what, tools).document
    assert said_of(written(document), what, check_two_sided) == ["expected two pages, found 1"]


def test_faces_in_the_other_order_are_found(two):
    """The back is no front."""
    said = two(LONG, lambda document: replace(document, frames=document.frames[::-1]))
    assert any("on the pages: expected" in message for message in said)


def test_a_front_that_does_not_say_that_it_goes_on_is_found(two):
    """Somebody would stop reading there."""
    said = two(LONG, lambda document: without_untold(document, 0))
    assert "page 1: expected it to end in `Over →`" in said


def test_a_front_that_says_so_though_nothing_goes_on_is_found(two):
    """The bulletin says it nowhere."""
    hint = {}

    def noted(document):
        (hint["item"],) = (
            i for i in document.frames[0].items if isinstance(i, Text) and i.element == IN_FOOT
        )
        return document

    two(LONG, noted)

    def added(document):
        front, back = document.frames
        return replace(document, frames=(replace(front, items=(*front.items, hint["item"])), back))

    assert any("Over" in message for message in two(SHORT, added))


def test_the_word_for_notes_may_be_missing(two):
    """A layout may leave the back white."""
    assert two(SHORT, lambda document: without_untold(document, 1)) == []


def test_bookmarks_that_cannot_be_read_are_told(bench):
    """A file without a list of pages has none either."""
    tools, written = bench
    what = edition(LONG, "letter", wording=WORDS)
    data = written(typeset_large_print(what, tools, "Arimo").document)
    with pytest.raises(Refused) as refused:
        read_bookmarks(data[:2000])
    assert [one.message for one in refused.value.problems] == ["the bookmarks cannot be read"]


def test_good_large_print_passes(large):
    """On several pages, each with its foot."""
    assert large() == []


def test_a_page_that_is_lost_is_found(large):
    """With its words."""
    said = large(
        lambda document: replace(
            document, frames=document.frames[:1], bookmarks=document.bookmarks[:1]
        )
    )
    assert any("missing: " in message for message in said)


def test_a_foot_that_is_lost_is_found(large):
    """Pages are told apart by their numbers."""
    said = large(lambda document: without_untold(document, 0))
    wanted = "page 1: expected the foot `Partner Office United States pray.example.org/us 1`"
    assert any(message.startswith(wanted) for message in said)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda _: (), "expected `Africa` on page 1, found nothing"),
        (lambda marks: marks[:1], "expected `Asia` on page 2, found nothing"),
        (lambda marks: (*marks, marks[0]), "expected nothing, found `Africa` on page 1"),
        (lambda marks: marks[::-1], "expected `Africa` on page 1, found `Asia` on page 2"),
        (
            lambda marks: (replace(marks[0], frame=1), marks[1]),
            "expected `Africa` on page 1, found `Africa` on page 2",
        ),
        (
            lambda marks: (replace(marks[0], title="Europe"), marks[1]),
            "expected `Africa` on page 1, found `Europe` on page 1",
        ),
    ],
)
def test_bookmarks_that_lead_elsewhere_are_found(large, change, told):
    """Or nowhere, or in another order."""
    said = large(lambda document: replace(document, bookmarks=tuple(change(document.bookmarks))))
    assert f"in the bookmarks: {told}" in said
