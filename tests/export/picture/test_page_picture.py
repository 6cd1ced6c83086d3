"""A page's picture: its pixels, its resolution, its ink, and what is said of a damaged one."""

import struct
from contextlib import closing
from io import BytesIO

import pytest
from export.page.page_documents import Press
from PIL import Image, ImageChops, ImageStat
from pypdfium2 import PdfDocument

from printkit.errors import Refused
from printkit.export.picture.page import check_picture, page_picture
from printkit.model.frame import Box, Document, Element, Fill, Frame, Text
from printkit.model.paper import PAPERS, Size

INCHES = {"letter": (8.5, 11), "third-letter": (11 / 3, 8.5), "legal-panel": (7, 8.5)}
MILLIMETRES = {"a4": (210, 297), "a6": (105, 148), "dl": (99, 210)}
PIXELS = {
    **{name: (round(w * 300), round(h * 300)) for name, (w, h) in INCHES.items()},
    **{
        name: (round(w / 25.4 * 300), round(h / 25.4 * 300)) for name, (w, h) in MILLIMETRES.items()
    },
}
# A pixel of a coarse rendering may differ by how an edge falls on it, a page hardly at all.
FAINT = 1.0


def pdf_on(storeroom, size: Size) -> bytes:
    """Give the PDF of a page with a line of type and a rule across it."""
    press = Press(storeroom)
    text = Text(0, Box(20, 20, 150, 30), (press.line("Africa 5:15", 40),))
    rule = Fill(Box(20, 60, size.width - 40, 3), press.line("A").runs[0].colour)
    frame = Frame(size.width, size.height, (text, rule), name="insert")
    return press.written(Document("Prayer", "en", (frame,), (Element("document"),)))


@pytest.fixture(scope="module")
def page(storeroom):
    """Give the PDF of an A6 page."""
    return pdf_on(storeroom, PAPERS["a6"])


@pytest.fixture(scope="module")
def picture(page):
    """Give the picture of the A6 page."""
    return page_picture(page)


def chunks(png: bytes) -> dict[bytes, bytes]:
    """Give a PNG's chunks by their names."""
    found, at = {}, 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found[png[at + 4 : at + 8]] = png[at + 8 : at + 8 + length]
        at += 12 + length
    return found


@pytest.mark.parametrize("name", PIXELS)
def test_a_picture_has_three_hundred_pixels_an_inch(storeroom, name):
    """Width and height are the paper's inches times 300, rounded, and RGB."""
    made = page_picture(pdf_on(storeroom, PAPERS[name]))
    with Image.open(BytesIO(made)) as image:
        assert (image.size, image.mode) == (PIXELS[name], "RGB")
    assert check_picture(made, PAPERS[name]) == ()


def test_the_resolution_is_written_so_that_word_shows_the_paper_size(picture):
    """The chunk pHYs holds 11811 pixels a metre in both directions."""
    assert chunks(picture)[b"pHYs"] == struct.pack(">IIB", 11811, 11811, 1)


def test_nothing_but_the_picture_is_written(picture):
    """There is no time, no name and no text beside the pixels."""
    assert set(chunks(picture)) == {b"IHDR", b"sRGB", b"pHYs", b"IDAT", b"IEND"}


def test_the_same_page_makes_the_same_bytes(page, picture):
    """A second rendering is equal to the first."""
    assert page_picture(page) == picture


def test_the_picture_shows_what_the_page_shows(page, picture):
    """Made as coarse as a fresh rendering of the PDF, it has the same ink at the same places."""
    with closing(PdfDocument(page)) as document, closing(document[0]) as sheet:
        fresh = sheet.render(scale=0.5).to_pil().convert("L")
    with Image.open(BytesIO(picture)) as image:
        coarse = image.convert("L").resize(fresh.size, Image.Resampling.BOX)
    assert fresh.getextrema()[0] < 128
    assert ImageStat.Stat(ImageChops.difference(fresh, coarse)).mean[0] < FAINT
    shifted = ImageChops.offset(coarse, 0, 5)
    assert ImageStat.Stat(ImageChops.difference(fresh, shifted)).mean[0] > 2 * FAINT


def test_paper_is_white(picture):
    """The corners are white, not transparent and not grey."""
    with Image.open(BytesIO(picture)) as image:
        assert image.getpixel((0, 0)) == (255, 255, 255)
        assert image.getpixel((image.width - 1, image.height - 1)) == (255, 255, 255)


def test_a_page_that_is_too_large_for_a_picture_is_refused(storeroom):
    """A page of 40 by 40 inches would have 144 million pixels; the refusal says so."""
    page = pdf_on(storeroom, Size(40 * 72, 40 * 72))
    with pytest.raises(Refused, match=r"40 by 40 inches is too large .* found 144,000,000"):
        page_picture(page)


def test_a_picture_of_another_size_is_found(picture):
    """Both sizes are said."""
    (problem,) = check_picture(picture, PAPERS["a5"])
    assert problem.message == "the picture's pixels: expected 1748 x 2480, found 1240 x 1748"


def test_a_picture_without_its_resolution_is_found(picture):
    """Without it, Word would show the picture at another size."""
    stream = BytesIO()
    with Image.open(BytesIO(picture)) as image:
        image.info.clear()
        image.save(stream, "PNG")
    (problem,) = check_picture(stream.getvalue(), PAPERS["a6"])
    assert problem.message == "the picture's dots per inch: expected 300 x 300, found none"


def test_a_blank_picture_is_found():
    """A white page is no insert."""
    stream = BytesIO()
    Image.new("RGB", PIXELS["a6"], "white").save(stream, "PNG", dpi=(300, 300))
    (problem,) = check_picture(stream.getvalue(), PAPERS["a6"])
    assert problem.message == "the picture is blank"


@pytest.mark.parametrize("kept", [0, 7, 20, 40, 60, 1000])
def test_a_picture_that_is_cut_off_is_found(picture, kept):
    """However little is left of it, there is a problem and no traceback."""
    (problem,) = check_picture(picture[:kept], PAPERS["a6"])
    assert problem.hint == "build it again"


@pytest.mark.parametrize("at", [0, 13, 25, 30, 44, 60, 300])
def test_a_picture_with_a_changed_byte_is_found(picture, at):
    """A byte that is another than it was is told by the checks that PNG carries."""
    changed = picture[:at] + bytes([picture[at] ^ 0xFF]) + picture[at + 1 :]
    assert len(check_picture(changed, PAPERS["a6"])) == 1


def test_a_pdf_is_no_picture(page):
    """Another kind of file is told as one that cannot be read."""
    (problem,) = check_picture(page, PAPERS["a6"])
    assert problem.message == "the picture cannot be read as a PNG"
