"""An edition's words become the page's blocks in reading order."""

import pytest
from typeset.manuscripts import (
    CREDITED,
    LOGO,
    PICTURE,
    bulletin,
    classic,
    edition,
    region,
    request,
)
from typeset.square import Dictionary, SquareShaper

from printkit.typeset.blocks import Plate
from printkit.typeset.story import Tools, tell

SQUARES = Tools(SquareShaper(), Dictionary(("but-ter-fly",)))


def roles(story):
    return [
        "picture" if isinstance(block, Plate) else block.role.replace("introduction", "intro")
        for block in story.regions
    ]


def test_a_region_is_told_from_its_name_to_its_last_request():
    """Name, picture with its credit, introduction, requests."""
    one = region("Africa", 3, 4, intro="Here.", picture=CREDITED)
    story = tell(edition(bulletin(one)), SQUARES)
    assert roles(story) == ["heading", "picture", "credit", "intro", "request", "request"]


def test_requests_have_marks_where_there_are_several():
    """A mark hangs beside each request's first paragraph; a lone request has none."""
    story = tell(
        edition(bulletin(region("A", "One.\nTwo.", "Three."), region("B", "Four."))), SQUARES
    )
    told = [(b.words[0].text, b.mark, b.indent) for b in story.regions if b.role == "request"]
    assert told == [
        ("One.", "•", pytest.approx(0.95)),
        ("Two.", "", pytest.approx(0.95)),
        ("Three.", "•", pytest.approx(0.95)),
        ("Four.", "", 0.0),
    ]


def test_paragraphs_of_one_text_are_one_element():
    """They are parts of one request to whoever reads the page aloud."""
    story = tell(edition(bulletin(region("A", "One.\nTwo.", "Three."))), SQUARES)
    first, second, other = (b.element for b in story.regions if b.role == "request")
    assert first == second != other
    assert story.structure.elements[first].role == "request"


def test_requests_belong_to_a_list_of_their_region():
    """The tree: document, region, list, request."""
    story = tell(edition(bulletin(region("A", "One."))), SQUARES)
    elements = story.structure.elements
    asked = elements[story.regions[-1].element]
    listed = elements[asked.parent]
    assert (listed.role, elements[listed.parent].role) == ("list", "region")
    assert elements[elements[listed.parent].parent].role == "document"


def test_every_style_knows_where_its_words_may_be_divided():
    """A heading is divided only where it is too wide, but then at a syllable."""
    one = edition(bulletin(region("butterfly", "butterfly")))
    for block in tell(one, SQUARES).regions:
        assert [division.letters for division in block.words[0].divisions] == [3, 6]


def test_sizes_are_ems_of_the_body_and_never_below_their_floor():
    """The title is twice the body, and 18 pt at least."""
    (title,) = tell(edition(bulletin(region("A", "One."))), SQUARES).title
    style = classic().page.styles["title"]
    assert title.size(12.0) == style.size * 12.0
    assert title.size(5.0) == style.floor


def test_what_an_edition_lacks_is_no_block():
    """No scripture, no date, no footnote, no banner, no logo."""
    story = tell(edition(bulletin(region("A", "One."), scripture=None)), SQUARES)
    assert (story.quotation, story.reference, story.footnote, story.credit) == ((), (), (), ())
    assert (story.banner, story.logo) == (-1, -1)


def test_pictures_bring_the_words_that_stand_in_for_them():
    """Banner, region picture and logo are figures with alternative texts."""
    one = bulletin(region("A", request("One."), picture=PICTURE), picture=CREDITED)
    story = tell(edition(one, logo=LOGO), SQUARES)
    figures = [e.alternative for e in story.structure.elements if e.role == "figure"]
    assert figures == [CREDITED.alt, PICTURE.alt, LOGO.alt]
