"""A page's links lead to their addresses, where their words stand, and are told as links."""

from contextlib import closing
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from export.page.page_documents import HEIGHT, document
from export.page.page_structure import structure_of
from pypdf import PdfReader

from printkit.model.frame import Box, Element, Line, Link, Text

BOX = Box(0, 0, 1, 1)
WEB = "https://pray.example.org/us"


def linking(press, address=WEB, words="pray.example.org/us", pages=1):
    """Give a page that says `See`, an address that is a link, and `now`."""
    before, link, after = (press.line(said).runs[0] for said in ("See ", words, " now."))
    left = before.left + before.glyphs.width * before.size
    link = link._replace(left=left, link=2)
    after = after._replace(left=left + link.glyphs.width * link.size)
    text = Text(1, BOX, (Line(50.0, (before, link, after)),))
    elements = [Element("request"), Element("link", 1, alternative=words, address=address)]
    made = document(text, elements=elements)
    place = Box(left, 34.0, after.left - left, 21.0)
    frame = replace(made.frames[0], links=(Link(2, place),))
    return replace(made, frames=(frame,) * pages)


def places_of(data):
    """Give each page's annotations."""
    pages = PdfReader(BytesIO(data)).pages
    return [[one.get_object() for one in page.get("/Annots", ())] for page in pages]


def test_a_link_stands_in_its_paragraph_with_its_words_and_its_place(press):
    """Where it leads is said beside words that stand in for it; it is printed, without a border."""
    data = press.written(linking(press))
    tree = structure_of(data)
    (said,) = tree.kids
    assert said.texts == ["See ", "pray.example.org/us", " now."]
    (link,) = said.links
    assert (link.role, link.text) == ("Link", "pray.example.org/us")
    (place,) = link.places
    assert place["/Subtype"] == "/Link"
    assert place["/A"] == {"/S": "/URI", "/URI": WEB}
    assert place["/Contents"] == "pray.example.org/us"
    assert place["/F"] == 4
    assert place["/Border"] == [0, 0, 0]


def test_a_place_is_where_its_words_are(press):
    """As PDFium finds them there."""
    data = press.written(linking(press))
    ((place,),) = places_of(data)
    left, bottom, right, top = map(float, place["/Rect"])
    assert (bottom, top) == (HEIGHT - 55.0, HEIGHT - 34.0)
    with closing(pypdfium2.PdfDocument(data)) as read:
        found = read[0].get_textpage().get_text_bounded(left, bottom, right, top)
    assert found.strip() == "pray.example.org/us"


def test_a_link_on_many_pages_has_a_place_on_each(press):
    """Each is led back to its one element."""
    data = press.written(linking(press, pages=3))
    assert [len(places) for places in places_of(data)] == [1, 1, 1]
    (link,) = structure_of(data).every("Link")
    assert link.texts == ["pray.example.org/us"] * 3
    assert len(link.places) == 3


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("mailto:us@example.org", "mailto:us@example.org"),
        ("http://example.org/a?b=c&d=e;f#g", "http://example.org/a?b=c&d=e;f#g"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("https://example.org/(", "https://example.org/("),
        ("https://example.org/für", "https://example.org/f%C3%BCr"),
        ("https://büro.example.org", "https://b%C3%BCro.example.org"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://example.org/\\ \n<>\"'", "https://example.org/%5C%20%0A%3C%3E%22'"),
    ],
)
def test_an_address_is_written_as_readers_know_it(press, address, written):
    """What no address holds is written in hundredths; brackets do not end it."""
    ((place,),) = places_of(press.written(linking(press, address)))
    assert place["/A"]["/URI"] == written


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/hosts", "", "//x.org"])
def test_a_link_leads_to_the_web_or_to_mail_and_nowhere_else(press, address):
    """Anything else is a fault of whoever asks for it."""
    with pytest.raises(ValueError, match="a link cannot lead to"):
        press.written(linking(press, address))


def test_words_for_a_link_may_be_of_any_script(press):
    """They are text, and nothing in them is markup."""
    ((place,),) = places_of(press.written(linking(press, words="für.example.org/Ж()")))
    assert place["/Contents"] == "für.example.org/Ж()"


def test_a_page_without_links_says_nothing_of_them(press):
    """No place, and no entry for places."""
    data = press.written(press.page("Pray"))
    (page,) = PdfReader(BytesIO(data)).pages
    assert "/Annots" not in page


def test_a_link_in_a_title_is_a_part_of_it(press):
    """As in any text."""
    made = linking(press)
    title = replace(made, elements=(made.elements[0], Element("title"), made.elements[2]))
    (said,) = structure_of(press.written(title)).kids
    assert said.role == "H1"
    assert [link.text for link in said.links] == ["pray.example.org/us"]
