"""Sheets as PDFium and pypdf read them: what lies back to back, what is told, how it is printed."""

from contextlib import closing
from io import BytesIO

import pypdfium2
import pytest
from export.page.page_documents import BLACK, Press
from pypdf import PdfReader

from printkit.export.page.document import Supplies
from printkit.export.page.sheets import write_sheet
from printkit.imposition.placing import impose
from printkit.model.frame import Box, Document, Element, Fill, Frame, Link, Text
from printkit.model.paper import MILLIMETRE, PAPERS, Size
from printkit.model.sheet import Imposing, Printer

TENTH = 0.1 * MILLIMETRE
# A paper, an imposition, and the piece: wide and upright sheets.
SHEETS = [
    ("letter", "two-up", "half-letter"),
    ("a4", "two-up", "a5"),
    ("letter", "three-up", "third-letter"),
    ("a4", "three-up", "dl"),
    ("letter", "four-up", "quarter-letter"),
    ("a4", "four-up", "a6"),
]
MARK = (30.0, 12.0)


def asked(paper, imposition, piece, printer=None):
    """Give what is asked of a sheet."""
    return Imposing(imposition, paper, PAPERS[paper], piece, PAPERS[piece], None, printer)


def two_frames(size: Size, items=((), ())) -> Document:
    """Give a piece with a block at the top right of its front, and at the top left of its back.

    When a leaf is turned like that of a book, they lie back to back.
    """
    lefts = (size.width - 20 - MARK[0], 20.0)
    frames = tuple(
        Frame(size.width, size.height, (Fill(Box(left, 15, *MARK), BLACK), *more))
        for left, more in zip(lefts, items, strict=True)
    )
    return Document("T", "en", frames, (Element("document"), Element("introduction")))


def written(storeroom, document, sheet, copies=None):
    """Give the PDF of a sheet."""
    return write_sheet(
        document, sheet, Supplies(storeroom.page_constants, storeroom.font, {}), copies
    )


def blocks(data, number):
    """Give a page's size, and the bounds of its blocks as PDFium finds them: left to top."""
    with closing(pypdfium2.PdfDocument(data)) as document, closing(document[number]) as page:
        found = [one.get_bounds() for one in page.get_objects(max_depth=1)]
        return page.get_size(), [
            one for one in found if one[2] - one[0] > 1 and one[3] - one[1] > 1
        ]


@pytest.mark.parametrize("flip", ["long", "short"])
@pytest.mark.parametrize(("paper", "imposition", "piece"), SHEETS)
def test_what_is_back_to_back_coincides_after_the_flip(storeroom, paper, imposition, piece, flip):
    """On each copy, within 0.1 mm, whichever edge of the paper the sheet is turned about."""
    order = asked(paper, imposition, piece, Printer("copier", flip=flip))
    document = two_frames(PAPERS[piece])
    data = written(storeroom, document, impose(document, order))
    (width, height), front = blocks(data, 0)
    _, back = blocks(data, 1)
    assert len(front) == len(back) == {"two-up": 2, "three-up": 3, "four-up": 4}[imposition]
    # The paper's long edge is upright on an upright page, and level on a wide one.
    upright = (height > width) == (flip == "long")
    for there, (left, bottom, right, top) in zip(front, back, strict=True):
        behind = (
            (width - right, bottom, width - left, top)
            if upright
            else (left, height - top, right, height - bottom)
        )
        assert behind == pytest.approx(there, abs=TENTH)


@pytest.mark.parametrize("imposition", ["two-up", "four-up"])
def test_a_printer_s_offsets_move_the_back_alone(storeroom, imposition):
    """By as much as was measured on upright paper, whichever way the sheet lies."""
    piece = {"two-up": "half-letter", "four-up": "quarter-letter"}[imposition]
    document = two_frames(PAPERS[piece])
    moved = Printer("copier", right=1.5 * MILLIMETRE, down=-0.5 * MILLIMETRE)
    plain, offset = (
        written(storeroom, document, impose(document, asked("letter", imposition, piece, one)))
        for one in (None, moved)
    )
    assert blocks(plain, 0) == blocks(offset, 0)
    across, down = (1.5, -0.5) if imposition == "four-up" else (0.5, 1.5)
    for was, now in zip(blocks(plain, 1)[1], blocks(offset, 1)[1], strict=True):
        assert now[0] - was[0] == pytest.approx(across * MILLIMETRE, abs=0.01)
        assert now[3] - was[3] == pytest.approx(-down * MILLIMETRE, abs=0.01)


@pytest.mark.parametrize(
    ("sides", "flip", "duplex"),
    [
        (1, "long", "/Simplex"),
        (2, "long", "/DuplexFlipLongEdge"),
        (2, "short", "/DuplexFlipShortEdge"),
    ],
)
def test_drivers_are_told_how_to_print(storeroom, sides, flip, duplex):
    """At actual size, on which sides, and about which edge."""
    document = two_frames(PAPERS["half-letter"])
    document = Document("T", "en", document.frames[:sides], document.elements)
    order = asked("letter", "two-up", "half-letter", Printer("copier", flip=flip))
    data = written(storeroom, document, impose(document, order))
    preferences = PdfReader(BytesIO(data)).trailer["/Root"]["/ViewerPreferences"]
    assert (preferences["/PrintScaling"], preferences["/Duplex"]) == ("/None", duplex)
    assert "/NumCopies" not in preferences


@pytest.mark.parametrize(
    ("copies", "told"), [(None, None), (2, None), (3, 2), (10, 5), (11, None), (120, None)]
)
def test_two_to_five_sheets_are_told_to_the_driver(storeroom, copies, told):
    """ISO 32000-1 allows no other number of copies."""
    document = two_frames(PAPERS["half-letter"])
    sheet = impose(document, asked("letter", "two-up", "half-letter"))
    data = written(storeroom, document, sheet, copies)
    preferences = PdfReader(BytesIO(data)).trailer["/Root"]["/ViewerPreferences"]
    assert preferences.get("/NumCopies") == told


def test_copies_are_artifacts_of_one_form_for_each_side(storeroom):
    """The first copy is told; the other three of each side are drawn from one form."""
    press = Press(storeroom)
    line = Text(1, Box(20, 30, 200, 30), (press.line("Pray for rain"),))
    document = two_frames(PAPERS["quarter-letter"], ((line,), (line,)))
    sheet = impose(document, asked("letter", "four-up", "quarter-letter"))
    reader = PdfReader(BytesIO(written(storeroom, document, sheet)))
    for page in reader.pages:
        said = page.get_contents().get_data()
        assert said.count(b"BDC") == 1
        assert said.count(b"/Artifact BMC q ") == said.count(b" Do Q EMC") == 3
        assert page.extract_text().count("Pray for rain") == 4
    forms = list(reader.pages[0]["/Resources"]["/XObject"].values())
    assert [form.get_object()["/Subtype"] for form in forms] == ["/Form", "/Form"]
    assert all(b"BDC" not in form.get_object().get_data() for form in forms)


def test_a_link_on_an_upside_down_back_lies_on_its_words(storeroom):
    """Its place is turned and moved with the piece."""
    line = Press(storeroom).line("pray.example.org")
    run = line.runs[0]._replace(link=2)
    text = Text(1, Box(20, 30, 200, 30), (line._replace(runs=(run,)),))
    width = run.glyphs.width * run.size
    plain = two_frames(PAPERS["half-letter"], ((), (text,)))
    back = plain.frames[1]
    linked = Frame(back.width, back.height, back.items, links=(Link(2, Box(20, 30, width, 26)),))
    link = Element("link", 1, alternative="pray.example.org", address="https://pray.example.org")
    document = Document("T", "en", (plain.frames[0], linked), (*plain.elements, link))
    data = written(storeroom, document, impose(document, asked("letter", "two-up", "half-letter")))
    (place,) = PdfReader(BytesIO(data)).pages[1]["/Annots"]
    left, bottom, right, top = map(float, place.get_object()["/Rect"])
    with closing(pypdfium2.PdfDocument(data)) as read, closing(read[1]) as page:
        text_page = page.get_textpage()
        assert text_page.get_text_bounded(left, bottom, right, top) == "pray.example.org"
        text_page.close()
    # The back of the first piece lies below on the page, and its top is at the bottom.
    assert top < page_height(data) / 2


def page_height(data):
    """Give the height of a file's pages."""
    return float(PdfReader(BytesIO(data)).pages[0].mediabox.height)


def test_a_sheet_is_its_page_s_trim(storeroom):
    """Several pieces have none that a PDF could say."""
    sheet = impose(two_frames(PAPERS["a6"]), asked("a4", "four-up", "a6"))
    page = PdfReader(BytesIO(written(storeroom, two_frames(PAPERS["a6"]), sheet))).pages[0]
    assert page["/TrimBox"] == page["/MediaBox"]
    assert "/BleedBox" not in page


def test_the_same_sheet_is_the_same_bytes(storeroom):
    """Nothing of a file comes from when or where it was made."""
    document = two_frames(PAPERS["half-letter"])
    sheet = impose(document, asked("letter", "two-up", "half-letter"))
    assert written(storeroom, document, sheet) == written(storeroom, document, sheet)
