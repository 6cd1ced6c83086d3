"""A page's file is read back as it was written, wherever and whenever it was made."""

import hashlib
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from export.page.page_documents import (
    HEIGHT,
    SANS,
    SERIF_BOLD,
    WIDTH,
    Press,
    document,
    lifelike,
    picture,
)
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdfium2 import raw

from printkit.cache import Cache
from printkit.export.page.making import make_constants, make_parts
from printkit.export.page.shelf import Constants, FontParts
from printkit.export.page.truetype import widths_of
from printkit.model.frame import Box, Fill, Image, Line, Text
from printkit.model.layout import Face
from printkit.storeroom import Storeroom

TESTS = Path(__file__).parent.parent.parent
TEXTS = {
    "ligatures": "office traffickers",
    "markup": "<b>5 > 3 & ‘x’</b> {{y}} %s",
    "brackets": "(a) \\ [b] {c}",
    "Vietnamese": "Hãy cầu nguyện cho những người được tự do",
    "Greek": "Μακάριοι οἱ πραεῖς",
    "Cyrillic": "Блаженны кроткие",
    "German": "„Füße“ – größer",
    "French": "« Ça va\u202f! »\u00a0: l’été",
    "Polish": "Zażółć gęślą jaźń",
    "marks": "nx\u0302n ṇ\u0302n b\u0301c",
    "another face": "aƂb Ƃ\u0301c",
    "signs": "№ 5 € ½ © → • …",
}


def opened(data: bytes):
    return pypdfium2.PdfDocument(data)


def text_on(data: bytes, page: int = 0) -> str:
    return opened(data)[page].get_textpage().get_text_bounded()


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("face", [SANS, SERIF_BOLD, Face("Arimo", italic=True)], ids=str)
def test_text_is_read_back_as_it_was_written(press, text, face):
    """Character for character: ligatures, marks, quotation marks, any script that is set."""
    data = press.written(press.page(text, "Pray for one another", face=face))
    assert text_on(data).split("\r\n") == [text, "Pray for one another"]


def test_lines_are_read_in_their_order(press):
    """One after another."""
    lines = ("Pray for families", "who came home", "this week")
    assert text_on(press.written(press.page(*lines))).split("\r\n") == list(lines)


def test_narrowed_blanks_are_read(press):
    """Between marks on letters and a letter of another font, too, where PDFium is easily misled."""
    line = spaced(press.line("for m\u0304 x\u0323 Ƃ\u0301 and"), -0.04)
    data = press.written(document(Text(0, Box(0, 0, 1, 1), (line,))))
    assert text_on(data) == "for m\u0304 x\u0323 Ƃ\u0301 and"


def spaced(line: Line, wider: float) -> Line:
    """Give a line with blanks that are wider by so many ems, as a justified one has them."""
    runs, left = [], 20.0
    for run in line.runs:
        advances = zip(run.glyphs.advances, run.glyphs.clusters, strict=True)
        other = tuple(advance + wider * (text == " ") for advance, text in advances)
        glyphs = run.glyphs._replace(advances=other)
        runs.append(run._replace(pieces=(glyphs,), left=left))
        left += glyphs.width * run.size
    return line._replace(runs=tuple(runs))


@pytest.mark.parametrize("wider", [-0.04, 0.0, 0.3])
def test_glyphs_stand_where_they_were_set(press, wider):
    """Each within a tenth of a point of the sum of the advances before it, after marks too."""
    line = press.line("AVATAR office x\u0302\u0323 Ƃ\u0301nx\u0302n ŋ\u0300ŋ\u0301 (a) Ƃ.", size=20)
    line = spaced(line, wider)
    data = press.written(document(Text(0, Box(0, 0, 1, 1), (line,))))
    found = origins(data)
    expected = []
    for run in line.runs:
        pen = run.left
        for place, advance in enumerate(run.glyphs.advances):
            offset = run.glyphs.offsets[place][0] if run.glyphs.offsets else 0.0
            if run.glyphs.clusters[place] not in ("", " "):
                expected.append(pen + offset * run.size)
            pen += advance * run.size
    assert len(found) >= len(expected)
    for left in expected:
        assert min(abs(left - other) for other in found) < 0.1


def origins(data: bytes) -> list[float]:
    """Give where each character of the first page starts."""
    page = opened(data)[0].get_textpage()
    x, y = raw.c_double(), raw.c_double()
    found = []
    for index in range(page.count_chars()):
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        found.append(x.value)
    return found


def test_a_page_is_as_large_as_its_frame(press):
    """In points, and each frame is a page."""
    made = opened(press.written(document(pages=3)))
    assert len(made) == 3
    assert made[1].get_size() == (WIDTH, HEIGHT)
    assert made[0].get_trimbox() == (0, 0, WIDTH, HEIGHT)


@pytest.mark.parametrize("format_", ["JPEG", "PNG"])
def test_pictures_are_seen(press, format_):
    """A photograph, or flat art: red at the left, blue at the right, paper beside it."""
    image = Image(0, Box(100, 50, 120, 80), "a")
    made = opened(press.written(document(image), {image.key: picture(format_)}))
    page = made[0].render(scale=1).to_pil().convert("RGB")
    assert nearly(page.getpixel((120, 90)), (200, 20, 20))
    assert nearly(page.getpixel((200, 90)), (20, 20, 200))
    assert page.getpixel((90, 90)) == (255, 255, 255)


def nearly(one, other) -> bool:
    return all(abs(a - b) <= 6 for a, b in zip(one, other, strict=True))


def test_rules_are_drawn_in_their_colour(press):
    """At their place from the top."""
    colour = press.line("a").runs[0].colour
    made = opened(press.written(document(Fill(Box(10, 20, 50, 10), colour))))
    page = made[0].render(scale=1).to_pil().convert("RGB")
    assert page.getpixel((30, 25)) == (0, 0, 0)
    assert page.getpixel((30, 35)) == (255, 255, 255)


def fonts_of(data: bytes):
    """Give the name of each font on the first page, and whether it is embedded."""
    found = {}
    for item in opened(data)[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        font = raw.FPDFTextObj_GetFont(item)
        name = (raw.c_char * 200)()
        raw.FPDFFont_GetBaseFontName(font, name, 200)
        found[name.value.decode()] = raw.FPDFFont_GetIsEmbedded(font)
    return found


def test_every_font_is_embedded(storeroom):
    """With a subset's name, and no other font is named anywhere."""
    data = lifelike(storeroom)
    fonts = fonts_of(data)
    assert len(fonts) == 3
    assert all(embedded == 1 for embedded in fonts.values())
    named = {entry["/BaseFont"] for entry in dictionaries(data) if "/BaseFont" in entry}
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in named)


def dictionaries(data: bytes) -> list[dict]:
    """Give every object of the file that is a dictionary or a stream."""
    reader = PdfReader(BytesIO(data))
    count = int(reader.trailer["/Size"])
    every = (reader.get_object(number) for number in range(1, count))
    return [one for one in every if isinstance(one, dict)]


def test_a_font_is_in_the_file_once(press):
    """However many pages and lines use it."""
    line = press.line("Pray")
    data = press.written(document(Text(0, Box(0, 0, 1, 1), (line, line)), pages=4))
    assert sum("/FontFile2" in entry for entry in dictionaries(data)) == 1


def test_marks_have_no_width_in_the_font(press):
    """A glyph that the widths do not name is 0 wide (DW, ISO 32000-1, table 117)."""
    data = press.written(press.page("a"))
    assert [entry["/DW"] for entry in dictionaries(data) if "/DW" in entry] == [0]


def test_widths_are_the_programs_own(storeroom):
    """To a thousandth of a thousandth where the em is no thousand units, as in Arimo."""
    program = storeroom.program(Face("Arimo"))
    widths = widths_of(program)
    with TTFont(BytesIO(program.program)) as font:
        units, order = font["head"].unitsPerEm, font.getGlyphOrder()
        exact = [round(font["hmtx"][name][0] * 1000 / units, 3) for name in order]
    assert units == 2048
    assert list(widths) == exact


def test_a_file_embeds_the_glyphs_that_it_uses(press):
    """And no others; other glyphs make another subset, and another tag before the name."""
    names = [embedded(press.written(press.page(text))) for text in ("pray", "ray", "yrap")]
    (first, few), (other, fewer), (same, _) = names
    assert (few, fewer) == (4, 3)
    assert first == same != other
    tag, _, rest = first.partition("+")
    assert (len(tag), tag.isupper(), rest) == (6, True, "SourceSans3-400")


def embedded(data: bytes) -> tuple[str, int]:
    """Give the name of the file's one font, and how many outlines it has."""
    (entry,) = (entry for entry in dictionaries(data) if "/FontFile2" in entry)
    with TTFont(BytesIO(entry["/FontFile2"].get_data())) as font:
        shapes = font["glyf"]
        drawn = [name for name in font.getGlyphOrder() if shapes[name].numberOfContours]
    return entry["/FontName"].removeprefix("/"), len(drawn)


def test_what_was_written_before_changes_no_byte(storeroom, cache_of_the_run):
    """One rule for subsets, whether one file or ten thousand are made."""
    press = Press(storeroom)
    pages = [press.page(text) for text in ("Pray for one another", "Give thanks", "Pray")]
    alone = [Press(Storeroom(Cache(cache_of_the_run))).written(page) for page in pages]
    assert [press.written(page) for page in pages[::-1]] == alone[::-1]
    assert [press.written(page) for page in pages] == alone


def test_every_glyph_of_a_font_stands_for_a_text(press):
    """Marks, too, which have no width (ISO 14289-1, 7.21.7)."""
    data = press.written(press.page("x\u0323 m\u0304", face=SANS))
    (entry,) = (entry for entry in dictionaries(data) if "/ToUnicode" in entry)
    table = entry["/ToUnicode"].get_data().decode()
    assert "<0323>" in table
    assert "<0304>" in table


def test_the_printer_is_told_not_to_scale(press):
    """And a reader shows the title, in the language of the text."""
    data = press.written(press.page("a"))
    assert data.startswith(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    assert data.endswith(b"%%EOF\n")
    catalog = PdfReader(BytesIO(data)).trailer["/Root"]
    assert catalog["/ViewerPreferences"] == {"/DisplayDocTitle": True, "/PrintScaling": "/None"}
    assert catalog["/Lang"] == "en-GB"
    made = opened(data)
    assert made.get_metadata_value("Title") == "Prayer & <Requests>"
    assert made.get_metadata_value("CreationDate") == ""


def test_a_file_has_a_name_of_its_own(press):
    """Made from what it holds."""
    one, same, other = (press.written(press.page(text)) for text in ("a", "a", "b"))
    assert identity(one) == identity(same) != identity(other)
    assert len(set(identity(one))) == 1


def identity(data: bytes) -> list:
    return [part.original_bytes for part in PdfReader(BytesIO(data)).trailer["/ID"]]


def test_no_stream_ends_in_what_could_be_its_line_end(press):
    """So that a reader which looks for the end of a stream finds the end that its length says."""
    data = press.written(press.page("a"))
    assert data.count(b"\r\nendstream") == data.count(b"endstream")


def test_any_title_is_kept(press):
    """Whatever its letters are."""
    for title in ("Gebetsanliegen für März", "Молитва (1)", "\\ (a"):
        data = press.written(document(title=title))
        assert opened(data).get_metadata_value("Title") == title


def test_a_document_is_written_to_the_same_bytes(storeroom):
    """Twice in one process, and another title makes other bytes."""
    assert lifelike(storeroom) == lifelike(storeroom)


MAKE = """
import hashlib
from export.page.page_documents import lifelike
from printkit.cache import Cache, user_cache_folder
from printkit.storeroom import Storeroom
print(hashlib.sha256(lifelike(Storeroom(Cache(user_cache_folder())))).hexdigest())
"""


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "UTC"},
        {"PYTHONHASHSEED": "99", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "86400"},
    ],
    ids=["here", "elsewhere"],
)
def test_time_place_and_hash_seed_do_not_matter(storeroom, environment):
    """Another process writes the same bytes."""
    written = in_another_process(MAKE, environment)
    assert written == hashlib.sha256(lifelike(storeroom)).hexdigest()


def test_what_is_constant_is_kept_as_it_is(storeroom):
    """What is read back from the cache is equal, and it is made to the same bytes each time."""
    constants, parts = make_constants(), make_parts(storeroom.program(SANS))
    assert Constants.from_bytes(constants.to_bytes()) == constants == storeroom.page_constants
    assert FontParts.from_bytes(parts.to_bytes()) == parts == storeroom.font(SANS).parts


def test_reportlab_is_not_loaded_where_all_is_kept(storeroom):
    """An edition is written from the frame alone."""
    lifelike(storeroom)
    loaded = (
        MAKE.rpartition("print(")[0]
        + """
import sys
lifelike(Storeroom(Cache(user_cache_folder())))
print(sorted(name for name in sys.modules if name.startswith("reportlab")))
"""
    )
    assert in_another_process(loaded, {}) == "[]"


def in_another_process(code: str, environment: dict[str, str]) -> str:
    """Give what a new process prints."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment, "PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent}"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()
