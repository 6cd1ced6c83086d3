"""What a page's tags tell is what its bulletin says, or the witness says what is not."""

import re
from dataclasses import replace
from datetime import date

import pytest
from export.page.page_documents import picture
from typeset.manuscripts import (
    CREDITED,
    LOGO,
    PICTURE,
    bulletin,
    edition,
    region,
    request,
    text,
    week,
)
from verify.damaging import damaged, kids_swapped, rewritten, swapped
from verify.expecting import expected_of

from printkit.export.page.document import Supplies, write_pdf
from printkit.model.bulletin import Scripture
from printkit.model.frame import Image
from printkit.typeset.insert import typeset_insert
from printkit.typeset.story import Tools
from printkit.verify.outline import outline_of_deck, outline_of_page
from printkit.verify.witness import check_page, check_tags

ASKED = (request("Pray for one.\nAnd more.", pseudonym=True), "Pray for two.")
WEEK = bulletin(
    region("Africa", *ASKED, intro="An intro.", picture=PICTURE),
    region("Asia", "Pray for the third."),
    picture=CREDITED,
    date=date(2019, 1, 14),
    scripture=Scripture(
        text("Blessed are the gentle, for they shall inherit the earth."),
        text("Matthew 5:5"),
        text("WEB"),
    ),
)
A_LAKE = "A lake".encode("utf-16-be").hex().upper().encode()
A_RIVER = "A river".encode("utf-16-be").hex().upper().encode()


@pytest.fixture(scope="module")
def what():
    return edition(WEEK, logo=LOGO)


@pytest.fixture(scope="module")
def printed(storeroom):
    """Give a function that makes an edition's page as the package writes it."""

    def _printed(what):
        tools = Tools(storeroom.shaper(what.layout), storeroom.hyphenator("en-US"))
        made = typeset_insert(what, tools).document
        images = [item for item in made.frames[0].items if isinstance(item, Image)]
        supplies = Supplies(
            storeroom.page_constants,
            storeroom.font,
            {item.key: picture("JPEG") for item in images},
        )
        return write_pdf(made, supplies)

    return _printed


@pytest.fixture(scope="module")
def page(printed, what):
    return printed(what)


@pytest.fixture(scope="module")
def expected(what):
    return expected_of(what, figures=(LOGO.alt, ""))


def messages(problems):
    return [problem.message for problem in problems]


def parents_swapped(one):
    """Swap the owners of the first two contents in the parent tree."""
    return re.sub(rb"(/Nums\[0\[)(\d+ 0 R) (\d+ 0 R)", rb"\1\3 \2", one)


def test_a_good_page_passes(page, expected):
    """What is seen and what is read aloud."""
    assert check_page(page, expected) == ()


def test_the_tests_damage_nothing_but_what_they_mean_to(page, expected):
    """A page that is taken apart and put together again is as good as before."""
    again = damaged(page, swapped(b"/Tabs/S", b"/Tabs /S"))
    assert check_page(again, expected) == ()


DAMAGES = {
    "a heading made a paragraph": (
        (swapped(b"/S/H2", b"/S/P"),),
        "in the tag tree: expected `Africa` as Document > Sect 1 > H2, found Document > Sect 1 > P",
    ),
    "headings that are said to be paragraphs": (
        (rewritten(rb"/StructTreeRoot/K", b"/StructTreeRoot/RoleMap<</H2/P>>/K"),),
        "in the tag tree: expected `Asia` as Document > Sect 2 > H2, found Document > Sect 2 > P",
    ),
    "sections in another order": (
        (kids_swapped(5),),
        "expected `Asia` as Document > Sect 2 > H2 in its order, found it after",
    ),
    "a caption that is none": (
        (swapped(b"/S/Caption", b"/S/Div"),),
        "expected `Photo by a friend` as Document > Caption 1 > P, found Document > Div 1 > P",
    ),
    "a list that is none": (
        (swapped(b"/S/L/", b"/S/Div/"),),
        "expected `Pray for one.` as Document > Sect 1 > L 1 > LI 1 > LBody 1 > P, found",
    ),
    "text made an artifact": (
        (rewritten(rb"/P<</MCID 1>>BDC", b"/Artifact BMC"),),
        "expected `Week of January 14, 2019` in the tag tree, found it in an artifact",
    ),
    "text that nothing marks": (
        (rewritten(rb"/P<</MCID 1>>BDC", b"/Span BMC"),),
        "expected `Week of January 14, 2019` in the tag tree, found it in no marked content",
    ),
    "a number given twice": (
        (rewritten(rb"/P<</MCID 1>>BDC", b"/P<</MCID 0>>BDC"),),
        "expected marked content 0 once, found it 2 times",
    ),
    "a wrong parent tree": (
        (parents_swapped,),
        "in the parent tree: expected marked content 0 (",
    ),
    "a parent tree that ends early": (
        (rewritten(rb" \d+ 0 R\] 1 ", b"] 1 "),),
        "(`pray.example.org/us`) to belong to Link `pray.example.org/us`, found nothing",
    ),
    "a parent tree that goes on": (
        (rewritten(rb"( \d+ 0 R)\] 1 ", rb"\1\1] 1 "),),
        "in the parent tree: expected no marked content",
    ),
    "no parent tree": (
        (rewritten(rb"/ParentTree \d+ 0 R", b""),),
        "expected a parent tree, found none",
    ),
    "an element that leads nowhere": (
        (rewritten(rb"(/S/H2.*?/K\[)\d+", rb"\g<1>99"),),
        "expected marked content 99 of H2 ",
    ),
    "a content in two elements": (
        (rewritten(rb"(/S/H1.*?/K\[)(\d+)", rb"\1\2 3"),),
        "in one element, found it in H1 ",
    ),
    "an element below another than it says": (
        (rewritten(rb"/S/H2/P \d+", b"/S/H2/P 1"),),
        "expected H2 `Africa` to belong to object",
    ),
    "other words for a picture": (
        (swapped(A_RIVER, A_LAKE),),
        "expected `A river`, found `A lake`; missing: `river`; not in the bulletin: `lake`",
    ),
    "no words for a picture": (
        (rewritten(rb"/Alt<[0-9A-F]+>", b""),),
        "in the tag tree: a picture has no words that stand in for it",
    ),
    "a link made plain text": (
        (swapped(b"/S/Link", b"/S/Span"),),
        "expected a link from `pray.example.org/us`, found none",
    ),
    "text made a link": (
        (swapped(b"/S/H2", b"/S/Link"),),
        "expected no link, found one from `Africa`",
    ),
    "a link that leads elsewhere": (
        (swapped(b"(https://pray.example.org/us)", b"(https://pray.example.org/uk)"),),
        "to lead to `https://pray.example.org/us`, found `https://pray.example.org/uk`",
    ),
    "a link that does something else": (
        (swapped(b"/S/URI/URI", b"/S/JavaScript/JS"),),
        "to lead to `https://pray.example.org/us`, found nothing",
    ),
    "a link without words": (
        (rewritten(rb"/Contents<[0-9A-F]+>", b""),),
        "expected the words `pray.example.org/us` to stand in for a link, found nothing",
    ),
    "a link without a place": (
        (rewritten(rb"<</Type/OBJR.*?>>", b""),),
        "to lead to `https://pray.example.org/us`, found nothing that leads there",
    ),
    "a place in no link": (
        (rewritten(rb"<</Type/OBJR.*?>>", b""),),
        "leads to `https://pray.example.org/us` in one link, found it in no element",
    ),
    "a place on no page": (
        (rewritten(rb"/Annots\[.*?\]", b""),),
        "expected the place of Link `pray.example.org/us` on a page, found it on none",
    ),
    "a place that is led back elsewhere": (
        (rewritten(rb"\] 1 \d+ 0 R", b"] 1 3 0 R"),),
        "to belong to Link `pray.example.org/us`, found object 3, which is no element",
    ),
    "a place that is not led back": (
        (rewritten(rb"/StructParent \d+", b""),),
        "to belong to Link `pray.example.org/us`, found nothing",
    ),
    "no tag tree": (
        (rewritten(rb"/StructTreeRoot \d+ 0 R", b""),),
        "the page has no tag tree",
    ),
    "an element in itself": (
        (rewritten(rb"(/S/H2/P (\d+) 0 R.*?/K\[)", rb"\1\2 0 R "),),
        "the page's tag tree cannot be read: an element stands in the tree twice",
    ),
}


@pytest.mark.parametrize(("changes", "message"), DAMAGES.values(), ids=DAMAGES)
def test_every_damage_is_named(page, expected, changes, message):
    """Though the page looks as it did."""
    found = messages(check_tags(damaged(page, *changes), expected))
    assert any(message in one for one in found), found


def test_columns_that_change_places_are_named(printed):
    """Where a paragraph goes on in the next column, and is read from there first."""
    what = edition(week(date=WEEK.date, scripture=WEEK.scripture))
    page, wanted = printed(what), expected_of(what, figures=("", ""))
    assert check_page(page, wanted) == ()
    across = rewritten(rb"(/S/P/P \d+ 0 R/K\[)(\d+) (\d+)\]", rb"\1\3 \2]")
    (problem,) = check_tags(damaged(page, across), wanted)
    found = re.match(
        r"in the tag tree, Document > Sect (\d) > P: expected `(.*?)`, found `(.*?)`",
        problem.message,
    )
    parted = str(what.words.regions[int(found[1]) - 1].requests[0].text)
    assert parted.startswith(found[2])
    assert parted.index(found[3]) > 0


def test_a_lost_word_and_a_lost_blank_are_seen(page, expected):
    """Every element says its text word for word, with its blanks."""
    for title, word in (("Prayer Request", "Requests"), ("PrayerRequests", "Prayer")):
        other = replace(expected, bulletin=replace(expected.bulletin, title=text(title)))
        (problem,) = check_tags(page, other)
        assert problem.message.startswith("in the tag tree, Document > H1: expected ")
        assert f"`{title}`" in problem.message
        assert word in problem.message
        assert problem.place == text(title).place


def test_a_part_too_few_and_a_part_too_many_are_seen(page, expected):
    """A region that the page should have, and one that the bulletin has not."""
    regions = expected.bulletin.regions
    more = replace(expected.bulletin, regions=(*regions, region("Europe", "Pray.")))
    less = replace(expected.bulletin, regions=regions[:1])
    missing = messages(check_tags(page, replace(expected, bulletin=more)))
    assert (
        missing[0] == "in the tag tree: expected `Europe` as Document > Sect 3 > H2, found nothing"
    )
    strange = messages(check_tags(page, replace(expected, bulletin=less)))
    assert "expected nothing more, found `Asia` as Document > Sect 2 > H2" in strange[0]


def test_a_wrong_logo_is_seen(page, expected):
    """Where the words for the pictures at the foot are known."""
    (problem,) = check_tags(page, replace(expected, figures=("A candle", "")))
    assert "expected `A candle`, found `A lamp`" in problem.message


def test_what_shows_in_many_places_is_counted(page, expected):
    """The first are named."""
    found = messages(
        check_tags(damaged(page, rewritten(rb"Nums\[0\[.*?\]", b"Nums[0[1 0 R]")), expected)
    )
    assert re.fullmatch(r"in the tag tree: \d+ more are wrong", found[-1])


def test_no_damage_is_a_traceback(page, expected):
    """A file that is cut off, or wrong in any place, is said to be so or read as far as it goes."""
    for cut in range(0, len(page), len(page) // 40):
        assert check_tags(page[:cut], expected)
    tail = page.rindex(b"/ObjStm") - 200
    for at in range(tail, len(page), 7):
        wrong = page[:at] + bytes([page[at] ^ 0x15]) + page[at + 1 :]
        assert isinstance(check_tags(wrong, expected), tuple)


def test_a_page_without_tags_is_a_fault(drawn, expected):
    """As other programs write them."""
    (problem,) = check_tags(drawn(["Prayer Requests"]), expected)
    assert problem.message.startswith("the page's tag tree cannot be read")


def test_a_page_is_told_as_a_screen_reader_would(page):
    """Each part with what it is, behind what it stands in."""
    assert outline_of_page(page) == (
        "heading level 1: Prayer Requests",
        "Week of January 14, 2019",
        "quotation",
        "  “Blessed are the gentle, for they shall inherit the earth.”",
        "  Matthew 5:5 (WEB)",
        "image: A river",
        "caption",
        "  Photo by a friend",
        "section",
        "  heading level 2: Africa",
        "  image: A river",
        "  An intro.",
        "  list of 2",
        "    item •",
        "      Pray for one.",
        "      And more.",
        "    item •",
        "      Pray for two.",
        "section",
        "  heading level 2: Asia",
        "  Pray for the third.",
        "note: Some names have been changed to protect people.",
        "image: A lamp",
        "Partner Office United States",
        "pray.example.org/us",
        "  link: https://pray.example.org/us",
    )


def test_another_language_is_told(page):
    """Where an element names one of its own."""
    german = damaged(page, rewritten(rb"/S/H1", b"/S/H1/Lang(de-DE)"))
    assert outline_of_page(german)[0] == "in de-DE: heading level 1: Prayer Requests"


def test_a_deck_is_told_with_its_notes(built, slides):
    """Titles, texts and notes, slide by slide."""
    lines = outline_of_deck(built(slides))
    assert lines[0] == "slide 1: Prayer Requests"
    assert lines[1] == "  Week of 14 January 2019"
    assert lines[lines.index("slide 2: Africa") + 3 :][:2] == ("  notes", "    Africa")


def test_what_cannot_be_read_tells_nothing():
    """Its problems are told elsewhere."""
    assert outline_of_page(b"%PDF") == ()
    assert outline_of_deck(b"PK") == ()
