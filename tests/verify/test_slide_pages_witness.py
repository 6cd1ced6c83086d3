"""Slides on pages are held against the bulletin: what differs is told, with its slide."""

from dataclasses import replace

import pytest
from reportlab.pdfgen.canvas import Canvas

from printkit.model.bulletin import Request, Text
from printkit.model.paper import Size
from printkit.verify.page_reader import PageText
from printkit.verify.slide_pages import examine_pages
from printkit.verify.witness import check_slide_pages

COVER = (
    "Prayer Requests\nWeek of 14 January 2019\n“Seek justice.”\nIsaiah 1:17 (WEB)\n"
    "Partner Office · pray.example.org/uk\n1"
)
AFRICA = (
    "Africa\nThank God for a high-\nranking judge. She said “it’s time” and went on. "
    "Pray that nobody loses heart\nbefore the day comes.\nPartner Office 2"
)
HQ = (
    "HQ & Global Partners\nPartner offices serve in Canada.\n• Pray for Anika.\n"
    "She speaks this week.\n• Fold.\nSome names have been changed.\n3"
)
SCREEN = Size(960, 540)


def pages(*texts: str) -> tuple[PageText, ...]:
    """Give the pages that say these texts."""
    return tuple(PageText(text, 960, 540) for text in texts)


def said(expected, *texts: str) -> list[str]:
    """Give what is said of the pages."""
    return [problem.message for problem in examine_pages(pages(*texts), expected).problems]


@pytest.fixture
def screened(expected):
    """Give the small edition on a screen."""
    return replace(expected, paper=SCREEN)


def test_slides_that_say_what_they_should_are_right(screened):
    """Lines end where they end, and the foot holds as much of the imprint as it has room for."""
    testimony = examine_pages(pages(COVER, AFRICA, HQ), screened)
    assert testimony.problems == ()
    assert testimony.notes == ()


def test_a_request_cut_to_its_first_sentences_is_noted(screened):
    """It is allowed, and worth a note with the request's place."""
    cut = AFRICA.replace(" Pray that nobody loses heart\nbefore the day comes.", "")
    testimony = examine_pages(pages(COVER, cut, HQ), screened)
    assert testimony.problems == ()
    (note,) = testimony.notes
    assert "slide 2, body: a request is cut to its first sentences, 9 words" in note.message
    assert note.place is not None
    assert note.place.line == 9


def test_a_title_may_begin_as_a_request_does(screened, bulletin):
    """The request is read below it, whole, though its first paragraph stands in the title too."""
    place = bulletin.regions[0].name.place
    request = Request(Text("Africa\nPray for all.", place))
    region = replace(bulletin.regions[0], requests=(request,))
    alike = replace(bulletin, regions=(region, *bulletin.regions[1:]))
    page = "Africa\nAfrica\nPray for all.\nPartner Office 2"
    assert said(replace(screened, bulletin=alike), COVER, page, HQ) == []


def test_a_request_cut_inside_a_sentence_is_found(screened):
    """Half a sentence is none of the forms that a slide may show."""
    (message,) = said(screened, COVER, AFRICA.replace("before the day comes.", ""), HQ)
    assert message.startswith("slide 2: expected ")
    assert "not in the bulletin: `Pray`, `that`, `nobody`, `loses`, `heart`" in message


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Africa\n", "", "missing: `Africa`"),
        ("Africa", "Afrika", "not in the bulletin: `Afrika`"),
        ("God", "God God", "repeated: `God`"),
        ("Africa\nThank", "Thank\nAfrica", "another order"),
        ("Partner Office 2", "Partner Office 7", "missing: `2`"),
        ("Partner Office 2", "Other Office 2", "`Other`"),
    ],
)
def test_what_a_slide_says_otherwise_is_found(screened, old, new, words):
    """The title, the body and the foot are each read."""
    (message,) = said(screened, COVER, AFRICA.replace(old, new), HQ)
    assert message.startswith("slide 2: ")
    assert words in message


@pytest.mark.parametrize("lost", ["• Fold", "Some names", "serve in Canada", "“Seek justice.”"])
def test_what_is_missing_is_found(screened, lost):
    """Marks' requests, footnotes, intros and scripture are all held against the bulletin."""
    (message,) = said(screened, *(text.replace(lost, "") for text in (COVER, AFRICA, HQ)))
    assert "expected " in message


def test_the_whole_text_in_place_of_the_short_form_is_found(screened):
    """A request with `slide:` always shows that."""
    whole = HQ.replace("Fold.", "Pray for all who fold and post.")
    assert len(said(screened, COVER, AFRICA, whole)) == 1


def test_slides_too_many_or_too_few_are_counted(screened):
    """Both numbers are said."""
    assert said(screened, COVER, AFRICA)[0] == "expected 3 slides, found 2"
    assert said(screened, COVER, AFRICA, HQ, HQ)[0] == "expected 3 slides, found 4"


def test_slides_without_a_cover_begin_with_the_first_region(screened):
    """The first region is on slide 1."""
    texts = (AFRICA.replace("Office 2", "Office 1"), HQ.replace("\n3", "\n2"))
    assert said(replace(screened, cover=False), *texts) == []


def test_a_page_of_another_size_is_found(screened):
    """Each page is as large as the screen."""
    testimony = examine_pages((PageText(COVER, 720, 540), *pages(AFRICA, HQ)), screened)
    (problem,) = testimony.problems
    assert problem.message == (
        "slide 1: expected a page of 960.0 by 540.0 pt, found 720.0 by 540.0 pt"
    )


def test_french_blanks_are_no_difference(french):
    """What the language sets otherwise is folded away."""
    text = "Afrique\nIl dit : « Va ! » et l’aide vient à 10:30.\n2"
    cover = "Prayer Requests\n1"
    assert said(replace(french, paper=SCREEN), cover, text) == []


def test_no_pdf_at_all_is_found(screened):
    """Damage is told in words."""
    (problem,) = check_slide_pages(b"%PDF", screened)
    assert problem.message == "the page cannot be read as a PDF"


def test_blank_pages_are_found(screened, tmp_path):
    """Pages without words miss all of them."""
    path = tmp_path / "blank.pdf"
    canvas = Canvas(str(path), pagesize=(960, 540))
    for _ in range(3):
        canvas.showPage()
    canvas.save()
    problems = check_slide_pages(path.read_bytes(), screened)
    assert [problem.message[:8] for problem in problems] == ["slide 1:", "slide 2:", "slide 3:"]


HQ_PARTS = tuple(
    f"HQ & Global Partners ({n}/2)\n{said}\nSome names have been changed.\n{n + 2}"
    for n, said in enumerate(
        (
            "Partner offices serve in Canada.\n• Pray for Anika.",
            "She speaks this week.\n• Fold.",
        ),
        1,
    )
)


def test_a_region_that_goes_on_is_read_over_its_pages(screened):
    """Each page shows so many sentences, and the last the rest."""
    layout = replace(screened, overset="continue")
    assert said(layout, COVER, AFRICA, *HQ_PARTS) == []
    first, second = HQ_PARTS
    assert said(layout, COVER, AFRICA, first, second.replace("• Fold.", ""))
    assert said(layout, COVER, AFRICA, first.replace("• Pray for Anika.\n", ""), second)
    assert said(layout, COVER, AFRICA, first, second.replace("(2/2)", "(1/2)"))
    assert "expected 3 slides, found 4" in said(screened, COVER, AFRICA, *HQ_PARTS)


def test_praise_has_its_own_mark(screened, bulletin):
    """It stands also before a region's only request."""
    africa = bulletin.regions[0]
    praised = replace(africa.requests[0], kind="praise")
    regions = (replace(africa, requests=(praised,)), *bulletin.regions[1:])
    marked = replace(screened, praise="♦", bulletin=replace(bulletin, regions=regions))
    assert said(marked, COVER, AFRICA.replace("Thank", "♦ Thank"), HQ) == []
    assert said(marked, COVER, AFRICA, HQ)


def test_a_plain_last_page_says_the_imprint_alone(screened):
    """Or the office's name."""
    ending = replace(screened, last="Partner Office UK")
    for title in ("Partner Office · pray.example.org/uk", "Partner Office UK"):
        assert said(ending, COVER, AFRICA, HQ, title) == []
    assert said(ending, COVER, AFRICA, HQ, "Goodbye")
