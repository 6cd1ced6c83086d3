"""A frame becomes operators, each of which can be read."""

from dataclasses import replace
from sys import getrefcount

import pytest
from export.page.page_documents import content_stream, lifelike
from hypothesis import given
from hypothesis import strategies as st

from printkit.export.page.content import Resources, content_of
from printkit.export.page.glyphs import Codes, Used
from printkit.export.page.objects import number
from printkit.export.page.structure import Structure
from printkit.model.font import FontProgram
from printkit.model.frame import (
    IN_FOOT,
    Box,
    Colour,
    Document,
    Element,
    Fill,
    Frame,
    Glyphs,
    Image,
    Line,
    Run,
    Text,
)
from printkit.model.layout import Face
from printkit.model.metrics import FaceMetrics

FACE = Face("Square")
BLACK, WHITE = Colour("ink", "000000"), Colour("light", "FFFFFF")
# Glyphs 0 to 5: none, `a`, `b`, a ligature, a mark without a width, and a space.
PROGRAM = FontProgram(
    face=FACE,
    name="ABCDEF+Square-400",
    program=b"",
    advances=(0, 500, 600, 900, 0, 250),
    characters=("", "a", "b", "ff", "\u0301", " "),
    aliases={(5, "\u00a0"): 6, (1, "α"): 7},
    metrics=FaceMetrics(0.8, 0.2, 0.7, 0.5),
    box=(0, -200, 1000, 800),
    italic_angle=0.0,
)


ELEMENTS = (Element("document"), Element("figure", 0, "", "Dawn"), Element("title"))


def drawn(*items, elements=ELEMENTS) -> tuple[list[str], Resources, Structure]:
    """Give the operators that draw items, and what drawing them has recorded."""
    codes = Codes(PROGRAM, PROGRAM.advances)
    resources = Resources({FACE: codes, HELP: codes}.__getitem__)
    structure = Structure(Document("A title", "en", (), elements))
    stream = content_of(Frame(200, 100, items), resources, structure)
    return stream.decode("latin-1").split("\n"), resources, structure


def operators(*items) -> list[str]:
    return drawn(*items)[0]


def string(*codes: int) -> str:
    """Give codes as a literal string holds them."""
    return f"({''.join(chr(0) + chr(code) for code in codes)})"


HELP = Face("Help")


def run(clusters, glyphs, advances, offsets=(), **more) -> Run:
    shaped = Glyphs(more.pop("face", FACE), glyphs, advances, clusters, offsets)
    return Run(
        (shaped,), more.pop("size", 10.0), more.pop("left", 20.0), more.pop("colour", BLACK), "en"
    )


def shown(*args, **more) -> list[str]:
    """Give the operators that show one run, without those that place and mark it."""
    lines = operators(Text(0, Box(0, 0, 1, 1), (Line(30.0, (run(*args, **more),)),)))
    assert lines[:4] == ["BT", "/F1 10 Tf", "0 0 0 rg", "20 70 Td"]
    assert lines[4].startswith("/P<</MCID 0")
    assert lines[-2:] == ["EMC", "ET"]
    return lines[5:-2]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (-0.0001, "0"),
        (100, "100"),
        (0.5, "0.5"),
        (-1.25, "-1.25"),
        (2 / 3, "0.667"),
        (1e-7, "0"),
        (12345.6789, "12345.679"),
    ],
)
def test_numbers_are_written_as_pdf_reads_them(value, written):
    """To a thousandth, without an exponent or needless zeros."""
    assert number(value) == written


@given(st.floats(-20000, 20000))
def test_a_written_number_is_the_number(value):
    """To half a thousandth."""
    assert abs(float(number(value)) - value) <= 0.0005 + 1e-9
    assert set(number(value)) <= set("-.0123456789")


def test_y_grows_upwards_in_the_file():
    """A rule 10 points below the top of a page of 100 stands at 100 - 10 - 2."""
    assert operators(Fill(Box(20, 10, 50, 2), BLACK)) == [
        "/Artifact BMC",
        "0 0 0 rg",
        "20 88 50 2 re f",
        "EMC",
    ]


def test_rules_that_follow_one_another_are_one_artifact():
    """And one colour is set once."""
    rule = Fill(Box(20, 10, 50, 2), BLACK)
    assert operators(rule, rule)[2:] == ["20 88 50 2 re f", "20 88 50 2 re f", "EMC"]


def test_a_picture_is_scaled_to_its_box():
    """Its unit square is moved to the box's lower left corner; its place is recorded."""
    stream, _, structure = drawn(Image(1, Box(20, 10, 60, 40), "a.jpg"))
    assert stream == ["/Figure<</MCID 0>>BDC", "q 60 0 0 40 20 50 cm /P1 Do Q", "EMC"]
    assert structure.boxes == {1: (20, 50, 80, 90)}
    assert structure.pages == [[(1, 0)]]


def test_a_decorative_picture_is_an_artifact():
    """One without words that stand in for it."""
    elements = (Element("document"), Element("figure"))
    stream, _, structure = drawn(Image(1, Box(20, 10, 60, 40), "a.jpg"), elements=elements)
    assert stream == ["/Artifact BMC", "q 60 0 0 40 20 50 cm /P1 Do Q", "EMC"]
    assert structure.pages == [[]]


def test_one_picture_twice_is_one_resource():
    """In boxes of one shape."""
    boxes = (Box(0, 0, 60, 40), Box(0, 50, 30, 20), Box(0, 50, 30, 30))
    _, resources, _ = drawn(*(Image(1, box, "a.jpg") for box in boxes))
    assert list(resources.images.values()) == ["P1", "P2"]


def test_a_word_is_its_codes():
    """One string for a word whose widths are the program's."""
    assert shown(("a", "b", "a"), (1, 2, 1), (0.5, 0.6, 0.5)) == [f"[{string(1, 2, 1)}]TJ"]


def test_kerning_moves_what_follows():
    """To the left by thousandths of an em where the shaper's width is less than the program's."""
    kerned = shown(("a", "b", "a"), (1, 2, 1), (0.42, 0.6, 0.5))
    assert kerned == [f"[{string(1)}80{string(2, 1)}]TJ"]
    spread = shown(("a", " ", "b"), (1, 5, 2), (0.5, 0.4, 0.6))
    assert spread == [f"[{string(1, 5)}-150{string(2)}]TJ"]


def test_a_move_behind_the_last_glyph_is_left_out():
    """What follows has a place of its own."""
    assert shown(("a", "b"), (1, 2), (0.5, 0.55)) == [f"[{string(1, 2)}]TJ"]


def test_a_move_is_right_to_a_ten_thousandth_of_the_type_size():
    """So that no line's end is off by what the eye sees."""
    (only,) = shown(("a",) * 6, (1,) * 6, (*(0.4996,) * 5, 0.5))
    assert only == f"[{'0.4'.join([string(1)] * 6)}]TJ"


def test_brackets_and_line_ends_among_the_codes_are_escaped():
    """A code whose byte would end the string, or be taken for another (ISO 32000-1, 7.3.4.2)."""
    letters = tuple(chr(0x41 + code) for code in range(0x60))
    program = replace(PROGRAM, characters=letters, advances=(500,) * 0x60, aliases={})
    codes = Codes(program, program.advances)
    signs = [codes.sign(code, letters[code], 0.5) for code in (0x28, 0x29, 0x5C, 0x0D, 0x0A)]
    assert dict(signs) == {
        0x28: b"\0\\(",
        0x29: b"\0\\)",
        0x5C: b"\0\\\\",
        0x0D: b"\0\\r",
        0x0A: b"\0\n",
    }
    assert codes.sign(0x28, letters[0x28], 0.42) == (0x28, b"\0\\()80(")


def test_an_escaped_bracket_at_the_end_is_no_open_string():
    """It is a letter."""
    program = replace(PROGRAM, characters=("",) * 0x28 + ("h",), advances=(500,) * 0x29)
    glyphs = Glyphs(FACE, (0x28,), (0.5,), ("h",))
    run = Run((glyphs,), 10.0, 0.0, BLACK, "en")
    used, codes = Used(), Codes(program, program.advances)
    assert codes.shown(run.pieces, None, used) == b"[(\0\\()]TJ"
    assert codes.of(used) == 1 << 0x28


def test_what_is_remembered_has_a_bound():
    """Ever new advances of blanks do not fill the memory."""
    codes = Codes(PROGRAM, PROGRAM.advances)
    blanks = [Glyphs(FACE, (5,), (0.2 + number_ / 1e6,), (" ",)) for number_ in range(6000)]
    untouched = max(getrefcount(blank) for blank in blanks)
    for blank in blanks:
        used = Used()
        alone = Run((blank,), 10.0, 0.0, BLACK, "en")
        assert codes.shown(alone.pieces, None, used).startswith(b"[(\0\5")
        assert codes.of(used) == 1 << 5
    kept = sum(getrefcount(blank) > untouched for blank in blanks)
    assert 0 < kept <= 5000


def test_another_text_has_another_code():
    """A no-break space is drawn as a space, and read as what it is."""
    assert shown(("a", "\u00a0"), (1, 5), (0.5, 0.25)) == [f"[{string(1, 6)}]TJ"]


def test_a_text_that_no_code_stands_for_is_told_beside_it():
    """In a mark of its own (ActualText, ISO 32000-1, 14.9.4) that is in no other, in UTF-16."""
    stream, _, structure = drawn(text_of(("a", "ŧ", "b"), (1, 2, 2), (0.5, 0.6, 0.6)))
    assert stream[4:] == [
        "/P<</MCID 0>>BDC",
        f"[{string(1)}]TJ",
        "EMC",
        "/P<</MCID 1/ActualText<FEFF0167>>>BDC",
        f"[{string(2)}]TJ",
        "EMC",
        "/P<</MCID 2>>BDC",
        f"[{string(2)}]TJ",
        "EMC",
        "ET",
    ]
    assert structure.pages == [[(0, 0)] * 3]


def text_of(*args, element=0) -> Text:
    """Give a text of one line and run."""
    return Text(element, Box(0, 0, 1, 1), (Line(30.0, (run(*args),)),))


def test_two_equal_texts_are_told_twice():
    """Each in its own mark."""
    stream = operators(text_of(("ŧ", "ŧ"), (2, 2), (0.6, 0.6)))
    assert sum("/ActualText<FEFF0167>" in operator for operator in stream) == 2


def test_a_blank_alone_before_such_a_text_is_told_with_it():
    """Behind a link a run may begin with one, and PDFium loses it where it is narrowed."""
    stream, _, _ = drawn(text_of((" ", "ŧ", "b"), (5, 2, 2), (0.2, 0.6, 0.6)))
    assert stream[4:8] == [
        "/P<</MCID 0/ActualText<FEFF00200167>>>BDC",
        f"[{string(5)}]TJ",
        f"[50{string(2)}]TJ",
        "EMC",
    ]


def test_a_blank_behind_such_a_text_is_told_with_it():
    """PDFium loses a narrowed blank that stands alone before a letter of another font.

    It overlooks a move behind the last string, too, which stands before the next one.
    """
    assert shown(("ŧ", " ", "b"), (2, 5, 2), (0.6, 0.2, 0.6)) == [
        f"[{string(2)}]TJ",
        f"[{string(5)}]TJ",
        "EMC",
        "/P<</MCID 1>>BDC",
        f"[50{string(2)}]TJ",
    ]


def test_a_mark_is_drawn_over_its_letter_and_what_follows_stands_behind_the_letter():
    """The cluster is told as a whole; the mark is moved and raised."""
    clusters = ("a", "b\u0301", "", "a")
    offsets = ((0.0, 0.0), (0.0, 0.0), (-0.3, 0.05), (0.0, 0.0))
    assert shown(clusters, (1, 2, 4, 1), (0.5, 0.6, 0.0, 0.5), offsets) == [
        f"[{string(1)}]TJ",
        "EMC",
        "/P<</MCID 1/ActualText<FEFF00620301>>>BDC",
        f"[{string(2)}]TJ",
        f"0.5 Ts [300{string(4)}]TJ 0 Ts",
        "EMC",
        "/P<</MCID 2>>BDC",
        f"[-300{string(1)}]TJ",
    ]


def test_font_and_colour_are_named_where_they_change():
    """Not for each run; places are told from the one before."""
    word = (("a",), (1,), (0.5,))
    first = Line(30.0, (run(*word), run(*word, left=40.0), run(*word, left=60.0, colour=WHITE)))
    second = Line(50.0, (run(*word, colour=WHITE), run(*word, face=HELP, size=12.0, colour=WHITE)))
    text = Text(0, Box(0, 0, 1, 1), (first, second))
    show = f"[{string(1)}]TJ"
    assert operators(text, text) == [
        *("BT", "/F1 10 Tf", "0 0 0 rg", "20 70 Td", "/P<</MCID 0>>BDC", show),
        *("20 0 Td", show),
        *("1 1 1 rg", "20 0 Td", show),
        *("-40 -20 Td", show),
        *("/F2 12 Tf", "0 0 Td", show),
        *("EMC", "ET"),
        *("BT", "/F1 10 Tf", "0 0 0 rg", "20 70 Td", "/P<</MCID 1>>BDC", show),
        *("20 0 Td", show),
        *("1 1 1 rg", "20 0 Td", show),
        *("-40 -20 Td", show),
        *("/F2 12 Tf", "0 0 Td", show),
        *("EMC", "ET"),
    ]


def test_a_title_is_marked_as_what_it_is():
    """By the tag's name in the stream, too."""
    assert "/H1<</MCID 0>>BDC" in operators(text_of(("a",), (1,), (0.5,), element=2))


def test_the_mark_before_a_request_is_marked_apart():
    """And kept for the list that it stands in."""
    word, dot = run(("a",), (1,), (0.5,), left=30.0), run(("b",), (2,), (0.6,))
    stream, _, structure = drawn(Text(0, Box(0, 0, 1, 1), (Line(30.0, (dot, word), 1, 1),)))
    assert [operator for operator in stream if "BDC" in operator] == [
        "/Lbl<</MCID 0>>BDC",
        "/P<</MCID 1>>BDC",
    ]
    assert structure.pages == [[(0, -1), (0, 1)]]
    assert structure.marks == {0: "b"}


def test_what_stands_in_the_foot_is_told_nowhere():
    """It is an artifact of the kind that PDF/UA asks for, and no content of the structure."""
    line = Line(30.0, (run(("a",), (1,), (0.5,)),))
    stream, _, structure = drawn(Text(IN_FOOT, Box(0, 0, 1, 1), (line,)))
    assert [operator for operator in stream if "BDC" in operator] == [
        "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
    ]
    assert structure.pages == [[]]


def test_words_in_another_language_say_so():
    """Those in the element's own do not."""
    word = run(("a",), (1,), (0.5,))._replace(language="fr")
    line = Line(30.0, (word, run(("a",), (1,), (0.5,), left=50.0)))
    stream = operators(Text(0, Box(0, 0, 1, 1), (line,)))
    assert [operator for operator in stream if "BDC" in operator] == [
        "/P<</MCID 0/Lang(fr)>>BDC",
        "/P<</MCID 1>>BDC",
    ]


def test_an_empty_frame_is_an_empty_stream():
    """Nothing is drawn."""
    assert operators() == [""]


def test_all_that_is_drawn_is_marked(storeroom):
    """Between the operators that begin a mark and end it, and never inside another."""
    inside = 0
    for operator in content_stream(lifelike(storeroom)):
        if operator in (b"BDC", b"BMC"):
            assert inside == 0
            inside = 1
        elif operator == b"EMC":
            inside = 0
        elif operator in (b"TJ", b"Tj", b"f", b"Do"):
            assert inside == 1, operator
    assert inside == 0
