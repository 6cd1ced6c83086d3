"""Leaflets as PDFium and pypdf read them: what lies behind what, and in which order it is told."""

from contextlib import closing
from io import BytesIO

import pypdfium2
import pytest
from export.page.page_documents import BLACK
from export.page.page_structure import structure_of
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from typeset.manuscripts import bulletin, edition, prose, region, texts_of

from printkit.export.page.document import Supplies
from printkit.export.page.sheets import write_sheet
from printkit.imposition.impositions import usual_piece
from printkit.imposition.placing import impose
from printkit.loading import paper_size
from printkit.model.frame import Box, Document, Fill, Frame
from printkit.model.paper import MILLIMETRE, PAPERS
from printkit.model.sheet import LEAFLET, Imposing, Printer
from printkit.typeset.faces import typeset_leaflet
from printkit.typeset.story import Tools

TENTH = 0.1 * MILLIMETRE
MARK = (30.0, 12.0)
LONG = bulletin(
    *(region(f"Region {number}", f"{prose(260)} See www.example.org/{number}.") for number in "123")
)


def asked(paper, printer=None, copies=None):
    """Give what is asked of a leaflet."""
    name = usual_piece(LEAFLET, PAPERS[paper])
    return Imposing(LEAFLET, paper, PAPERS[paper], name, paper_size(name), copies, printer)


def written(storeroom, document, order):
    """Give the PDF of a leaflet."""
    supplies = Supplies(storeroom.page_constants, storeroom.font, {})
    return write_sheet(document, impose(document, order), supplies, order.copies)


def blocks(data, number):
    """Give a page's size, and the bounds of its blocks from left to right: left to top."""
    with closing(pypdfium2.PdfDocument(data)) as document, closing(document[number]) as page:
        found = [one.get_bounds() for one in page.get_objects(max_depth=1)]
        return page.get_size(), sorted(one for one in found if one[2] - one[0] > 1)


@pytest.mark.parametrize("flip", ["long", "short"])
@pytest.mark.parametrize("paper", ["letter", "legal", "a4", "a3"])
def test_what_is_back_to_back_coincides_after_the_flip(storeroom, paper, flip):
    """Blocks at the outer top corners of panels turned like a book's, within 0.1 mm."""
    order = asked(paper, Printer("copier", flip=flip))
    size = order.piece
    lefts = (size.width - 20 - MARK[0], 20.0) * 2
    frames = tuple(
        # One and two are higher up than three and four, so that no other two coincide.
        Frame(size.width, size.height, (Fill(Box(left, top, *MARK), BLACK),))
        for left, top in zip(lefts, (15, 15, 60, 60), strict=True)
    )
    data = written(storeroom, Document("T", "en", frames), order)
    (width, height), front = blocks(data, 0)
    _, back = blocks(data, 1)
    behind = sorted(
        (left, height - top, right, height - bottom)
        if flip == "long"
        else (width - right, bottom, width - left, top)
        for left, bottom, right, top in back
    )
    assert len(front) == 2
    for there, here in zip(front, behind, strict=True):
        assert here == pytest.approx(there, abs=TENTH)


@pytest.fixture(scope="module")
def told(storeroom):
    """Give a long bulletin's leaflet: its document and its PDF."""
    what = edition(LONG, "half-letter")
    tools = Tools(storeroom.shaper(what.layout), storeroom.hyphenator("en-US"))
    document = typeset_leaflet(what, tools).document
    return document, written(storeroom, document, asked("letter"))


def test_the_tree_tells_the_panels_in_their_order(told):
    """Though the last is drawn beside the first; a paragraph goes on where it does."""
    _, data = told
    sections = [part for part in structure_of(data).kids if part.role == "Sect"]
    for number, section in enumerate(sections, 1):
        heading, paragraph = section.kids
        assert heading.text == f"Region {number}"
        said = "".join(paragraph.text.replace("\u00ad", "").split())
        assert said == "".join(f"{prose(260)} See www.example.org/{number}.".split())
        (link,) = paragraph.every("Link")
        assert len(link.places) == 1


def test_what_goes_on_from_the_third_panel_leads_back_to_the_first_page(told):
    """An element begins on the inside, and its contents on the outside name their page."""
    document, data = told
    parts = [{item.element for item in texts_of(frame)} for frame in document.frames]
    assert parts[2] & parts[3], "nothing goes on from the third panel to the last"
    reader = PdfReader(BytesIO(data))
    pages = [page.indirect_reference for page in reader.pages]
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    led = [
        (pages.index(element.raw_get("/Pg")), pages.index(kid.raw_get("/Pg")))
        for element in elements(root)
        for kid in element["/K"]
        if isinstance(kid, DictionaryObject) and kid["/Type"] == "/MCR"
    ]
    assert (1, 0) in led


def elements(top):
    """Give all elements below the root."""
    for kid in top["/K"]:
        found = kid.get_object()
        if isinstance(found, DictionaryObject) and "/S" in found:
            yield found
            yield from elements(found)


def test_every_panel_is_drawn_once(told):
    """There are no other copies, and so no forms, and nothing says where to cut."""
    _, data = told
    for page in PdfReader(BytesIO(data)).pages:
        assert "/XObject" not in page["/Resources"]
        assert page["/TrimBox"] == page["/MediaBox"]
        assert page.get_contents().get_data().endswith(b"Q\n")


@pytest.mark.parametrize(
    ("flip", "duplex"), [("long", "/DuplexFlipLongEdge"), ("short", "/DuplexFlipShortEdge")]
)
def test_drivers_are_told_how_to_print(storeroom, told, flip, duplex):
    """At actual size, on both sides, and a sheet for each of so few."""
    document, _ = told
    data = written(storeroom, document, asked("letter", Printer("copier", flip=flip), copies=4))
    preferences = PdfReader(BytesIO(data)).trailer["/Root"]["/ViewerPreferences"]
    assert (preferences["/PrintScaling"], preferences["/Duplex"]) == ("/None", duplex)
    assert preferences["/NumCopies"] == 4


def test_links_lie_on_their_words(told):
    """On the outside as they are, inside upside down; all lead where they say."""
    _, data = told
    found = {}
    with closing(pypdfium2.PdfDocument(data)) as read:
        for number, page in enumerate(PdfReader(BytesIO(data)).pages):
            with closing(read[number]) as shown, closing(shown.get_textpage()) as text:
                for place in page.get("/Annots", ()):
                    entries = place.get_object()
                    corners = map(float, entries["/Rect"])
                    found[entries["/A"]["/URI"]] = number, text.get_text_bounded(*corners).strip()
    assert {address: words for address, (_, words) in found.items()} == {
        f"https://{words}": words
        for words in (*(f"www.example.org/{number}" for number in "123"), "pray.example.org/us")
    }
    assert {number for number, _ in found.values()} == {0, 1}
