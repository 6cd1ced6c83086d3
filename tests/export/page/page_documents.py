"""Documents made by hand for the tests of the page, and their files read back."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from PIL import Image as Drawing
from pypdf import PdfReader
from pypdf.generic import ContentStream

from printkit.export.page.document import Supplies, write_pdf
from printkit.fonts.shaper import HarfBuzzShaper
from printkit.model.frame import (
    Box,
    Colour,
    Document,
    Element,
    Fill,
    Frame,
    Image,
    Line,
    Run,
    Text,
)
from printkit.model.layout import Face
from printkit.model.picture import Pixels
from printkit.storeroom import Storeroom

BLACK, TEAL = Colour("ink", "000000"), Colour("accent", "0B4F5C")
SANS, SERIF_BOLD = Face("Source Sans 3"), Face("Source Serif 4", 700)
WIDTH, HEIGHT = 600.0, 300.0


class Press:
    """Shapes and writes documents with the storeroom's fonts."""

    def __init__(self, storeroom: Storeroom) -> None:
        self._storeroom = storeroom
        self._shaper = HarfBuzzShaper(storeroom.face, ("Source Serif 4", "Arimo"))

    def line(self, text: str, baseline: float = 50, face: Face = SANS, size: float = 20) -> Line:
        """Give a line of text that starts 20 points from the left."""
        runs, left = [], 20.0
        for glyphs in self._shaper.shape(text, face):
            runs.append(Run((glyphs,), size, left, BLACK, "en-GB"))
            left += glyphs.width * size
        return Line(baseline, tuple(runs))

    def page(self, *texts: str, face: Face = SANS) -> Document:
        """Give a page with a text of one line each."""
        lines = (self.line(text, 50.0 + 30 * at, face) for at, text in enumerate(texts))
        return document(*(Text(0, Box(20, 0, 360, 30), (line,)) for line in lines))

    def written(self, what: Document, pictures: Mapping[str, Pixels] | None = None) -> bytes:
        """Give the PDF of a document."""
        store = self._storeroom
        return write_pdf(what, Supplies(store.page_constants, store.font, pictures or {}))


def document(
    *items, pages: int = 1, title: str = "Prayer & <Requests>", elements: Sequence[Element] = ()
) -> Document:
    """Give a document of equal pages, with elements besides that of the whole."""
    frame = Frame(WIDTH, HEIGHT, items, name="insert")
    return Document(title, "en-GB", (frame,) * pages, (Element("document"), *elements))


def picture(format_: str) -> Pixels:
    """Give a picture of a red left half and a blue right half."""
    drawing = Drawing.new("RGB", (60, 40), (200, 20, 20))
    drawing.paste((20, 20, 200), (30, 0, 60, 40))
    stream = BytesIO()
    drawing.save(stream, format_, **({"quality": 95} if format_ == "JPEG" else {}))
    return Pixels(stream.getvalue(), format_, 60, 40)


def lifelike(storeroom: Storeroom) -> bytes:
    """Give a page with everything on it: two faces, a rule, and two pictures."""
    press = Press(storeroom)
    serif = Text(0, Box(20, 20, 300, 30), (press.line("Offices", 40, SERIF_BOLD),))
    sans = Text(0, Box(20, 60, 300, 30), (press.line("Ƃ traffickers x\u0301", 80),))
    rule = Fill(Box(20, 100, 300, 1.2), TEAL)
    images = [Image(0, Box(20, 120 + 60 * at, 60, 40), f"{at}") for at in range(2)]
    pictures = {images[0].key: picture("JPEG"), images[1].key: picture("PNG")}
    return press.written(document(serif, sans, rule, *images), pictures)


def content_stream(data: bytes, page: int = 0) -> list[bytes]:
    """Give a page's operators in their order, without what they act on."""
    reader = PdfReader(BytesIO(data))
    stream = ContentStream(reader.pages[page]["/Contents"].get_object(), reader)
    return [operator for _, operator in stream.operations]
