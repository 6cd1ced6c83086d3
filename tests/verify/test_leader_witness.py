"""What a leader's edition says otherwise than its bulletin is told, whether it is seen or heard."""

from dataclasses import replace
from datetime import date

import pytest
from export.page.page_documents import picture
from typeset.manuscripts import CREDITED, bulletin, edition, prose, region, request, text
from verify.damaging import damaged, kids_swapped, rewritten, swapped
from verify.expecting import expected_of

from printkit.export.page.document import Supplies, write_pdf
from printkit.model.bulletin import Scripture
from printkit.model.frame import Image
from printkit.model.paper import PAPERS
from printkit.typeset.leader import typeset_leader
from printkit.typeset.notes import cue_notes
from printkit.typeset.story import Tools
from printkit.verify.expected import Expected
from printkit.verify.leader import check_leader

ASKED = (
    request("Give thanks for the new well.", kind="praise"),
    request("Pray for Anika.\nShe speaks on Monday, see www.example.org.", pseudonym=True),
    request(prose(80), kind="prayer"),
)
WEEK = bulletin(
    region("Africa", *ASKED, intro="Two offices serve here.", picture=CREDITED),
    region("Asia", request("Pray for all.", kind="prayer")),
    picture=CREDITED,
    date=date(2019, 1, 14),
    scripture=Scripture(text("Blessed are the gentle."), text("Matthew 5:5"), text("WEB")),
)


def clock(words):
    return f"{words} words"


@pytest.fixture(scope="module")
def printed(storeroom):
    """Give a function that makes a leader's edition as the package writes it."""

    def _printed(what):
        tools = Tools(storeroom.shaper(what.layout), storeroom.hyphenator("en-US"))
        made = typeset_leader(what, what.words.regions, tools, clock).document
        items = [item for frame in made.frames for item in frame.items]
        images = {item.key: picture("JPEG") for item in items if isinstance(item, Image)}
        return write_pdf(made, Supplies(storeroom.page_constants, storeroom.font, images))

    return _printed


@pytest.fixture(scope="module")
def what():
    return edition(WEEK, "a6")


@pytest.fixture(scope="module")
def data(printed, what):
    return printed(what)


@pytest.fixture(scope="module")
def said(what):
    """Give a function that says what is wrong with a file."""
    expected = expected_of(what)

    def time(region):
        return cue_notes(region, what, clock)[1]

    return lambda data: [problem.message for problem in check_leader(data, expected, time)]


def asking(what, *requests):
    """Give the edition with other requests in its first region."""
    first, second = what.words.regions
    return replace(
        what, words=replace(what.words, regions=(replace(first, requests=requests), second))
    )


def test_a_good_edition_passes(data, said):
    """It runs over several pages, and so does a request."""
    assert data.count(b"/Subtype/Image") == 3
    assert said(data) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_it_passes_on_every_paper(printed, said, what, paper):
    """Only the size of its pages is another."""
    found = said(printed(replace(what, paper=PAPERS[paper])))
    assert all("expected a page of " in message for message in found)
    assert bool(found) is (paper != "a6")


OTHERS = {
    "a request is missing": (ASKED[0], ASKED[2]),
    "requests are swapped": (ASKED[1], ASKED[0], ASKED[2]),
    "a request is there twice": (ASKED[0], ASKED[0], *ASKED[1:]),
    "a word is changed": (
        replace(ASKED[0], text=text("Give thanks for the old well.")),
        *ASKED[1:],
    ),
    "a word is lost": (*ASKED[:2], replace(ASKED[2], text=text(prose(79) + "."))),
    "a label is another": (replace(ASKED[0], kind="prayer"), *ASKED[1:]),
    "a label is lost": (replace(ASKED[0], kind=None), *ASKED[1:]),
    "the footnote is lost": (ASKED[0], replace(ASKED[1], pseudonym=False), ASKED[2]),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_notes_say_otherwise_is_seen_and_heard(printed, said, what, name):
    """Both by who reads the page and by who has it read aloud."""
    found = said(printed(asking(what, *OTHERS[name])))
    assert any(message.startswith("on the pages: expected ") for message in found)
    assert any(message.startswith("in the tag tree") for message in found)


def test_what_is_missing_is_named(printed, said, what):
    """The words, and where they should be."""
    (seen, *_) = said(printed(asking(what, *ASKED[1:])))
    assert seen.startswith("on the pages: expected `serve here. • Praise: Give thanks for`, found")
    assert "missing: " in seen
    assert "`well.`" in seen


def test_another_imprint_in_the_feet_is_found(printed, said, what):
    """On each page, and in what is told of the last."""
    other = replace(what, office=replace(what.office, imprint=("Partner Office Nowhere",)))
    found = said(printed(other))
    assert any(m.startswith("page 1: expected the foot `Partner Office United") for m in found)
    assert any("in the foot of page 1" in message for message in found)


def test_an_imprint_of_signs_alone_is_in_its_place(printed, what):
    """A line may hold a sign that is no letter."""
    signed = replace(what, office=replace(what.office, imprint=("Partner Office", "†")))
    told = Expected(
        bulletin=WEEK,
        wording=what.wording,
        imprint=signed.office.imprint,
        mark=what.layout.page.mark,
        cover=True,
    )
    problems = check_leader(printed(signed), told, lambda one: cue_notes(one, what, clock)[1])
    assert problems == ()


def test_a_missing_region_is_found(printed, said, what):
    """With its picture, its number and its name."""
    one = replace(what, words=replace(what.words, regions=what.words.regions[:1]))
    found = said(printed(one))
    assert any("expected `Slide 3: Asia` as Document > Sect 3 > Figure" in m for m in found)
    assert any(m.startswith("on the pages: expected ") and "Slide 3 Asia" in m for m in found)


DAMAGES = {
    "sections in another order": (kids_swapped(1), "in its order"),
    "a heading made a paragraph": (
        swapped(b"/S/H2", b"/S/P"),
        "expected `Africa` as Document > Sect 2 > H2",
    ),
    "text made an artifact": (
        rewritten(rb"/P<</MCID 3>>BDC", b"/Artifact BMC"),
        "in the foot of page 1",
    ),
    "a foot that is told": (
        rewritten(rb"/Artifact<</Type/Pagination/Subtype/Footer>>BDC", b"/P<</MCID 99>>BDC"),
        "expected marked content 99",
    ),
    "a foot that nothing marks": (
        rewritten(rb"/Artifact<</Type/Pagination/Subtype/Footer>>BDC", b"/Span BMC"),
        "in the tag tree, found it in no marked content",
    ),
    "a picture without words": (rewritten(rb"/S/Figure(.*?)/Alt<.*?>", rb"/S/Figure\1"), "picture"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_that_only_is_heard_is_found(data, said, name):
    """The pages look as before."""
    change, message = DAMAGES[name]
    found = said(damaged(data, change))
    assert found
    assert any(message in one for one in found), found


def test_what_is_no_pdf_is_said():
    """One problem, and no more."""
    expected = Expected(WEEK, edition(WEEK).wording, (), "•", cover=True)
    (problem,) = check_leader(b"nothing", expected, str)
    assert problem.message == "the page cannot be read as a PDF"
