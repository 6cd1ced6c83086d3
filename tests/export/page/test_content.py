"""A frame becomes operators, each of which can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.export.page.content import Resources, content_of, number
from printkit.model.font import FontProgram
from printkit.model.frame import Box, Colour, Element, Fill, Frame, Glyphs, Image, Line, Run, Text
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


def operators(*items) -> list[str]:
    programs = {FACE: PROGRAM, HELP: PROGRAM}
    return content_of(Frame(200, 100, items), programs, Resources()).decode().split("\n")


HELP = Face("Help")


def run(clusters, glyphs, advances, offsets=(), **more) -> Run:
    shaped = Glyphs(more.pop("face", FACE), glyphs, advances, clusters, offsets)
    return Run(
        shaped, more.pop("size", 10.0), more.pop("left", 20.0), more.pop("colour", BLACK), "en"
    )


def shown(*args, **more) -> list[str]:
    """Give the operators that show one run, without those that place it."""
    lines = operators(Text(0, Box(0, 0, 1, 1), (Line(30.0, (run(*args, **more),)),)))
    assert lines[:4] == ["BT", "/F1 10 Tf", "0 0 0 rg", "1 0 0 1 20 70 Tm"]
    assert lines[-1] == "ET"
    return lines[4:-1]


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
    assert operators(Fill(Box(20, 10, 50, 2), BLACK)) == ["0 0 0 rg 20 88 50 2 re f"]


def test_a_picture_is_scaled_to_its_box():
    """Its unit square is moved to the box's lower left corner."""
    assert operators(Image(0, Box(20, 10, 60, 40), "a.jpg")) == [
        "q 60 0 0 40 20 50 cm /P1 Do Q",
    ]


def test_a_picture_carries_the_words_that_stand_in_for_it():
    """They stand beside it in the stream; a decorative picture has none."""
    resources = Resources(elements=(Element("document"), Element("figure", 0, "", "Dawn")))
    items = (Image(1, Box(0, 0, 60, 40), "a.jpg"), Image(0, Box(0, 50, 60, 40), "b.jpg"))
    stream = content_of(Frame(200, 100, items), {}, resources).decode().split("\n")
    assert stream == [
        "/Span <</Alt <FEFF004400610077006E>>> BDC",
        "q 60 0 0 40 0 60 cm /P1 Do Q",
        "EMC",
        "q 60 0 0 40 0 10 cm /P2 Do Q",
    ]


def test_one_picture_twice_is_one_resource():
    """In boxes of one shape."""
    resources = Resources()
    boxes = (Box(0, 0, 60, 40), Box(0, 50, 30, 20), Box(0, 50, 30, 30))
    items = tuple(Image(0, box, "a.jpg") for box in boxes)
    content_of(Frame(200, 100, items), {}, resources)
    assert list(resources.images.values()) == ["P1", "P2"]


def test_a_word_is_its_codes():
    """One operator for a word whose widths are the program's."""
    assert shown(("a", "b", "a"), (1, 2, 1), (0.5, 0.6, 0.5)) == ["[<000100020001>] TJ"]


def test_kerning_moves_what_follows():
    """To the left by thousandths of an em where the shaper's width is less than the program's."""
    assert shown(("a", "b", "a"), (1, 2, 1), (0.42, 0.6, 0.5)) == ["[<0001>80<00020001>] TJ"]
    assert shown(("a", " ", "b"), (1, 5, 2), (0.5, 0.4, 0.6)) == ["[<00010005>-150<0002>] TJ"]


def test_fractions_of_a_thousandth_are_not_lost():
    """What rounding leaves is owed to the next glyph."""
    widths = (0.4996,) * 5
    (only,) = shown(("a",) * 6, (1,) * 6, (*widths, 0.5))
    moved = sum(
        int(part.split("<")[0]) for part in only.removesuffix("] TJ").split(">")[1:] if part
    )
    assert moved == round(5 * 0.4)


def test_another_text_has_another_code():
    """A no-break space is drawn as a space, and read as what it is."""
    assert shown(("a", "\u00a0"), (1, 5), (0.5, 0.25)) == ["[<00010006>] TJ"]


def test_a_text_that_no_code_stands_for_is_spelled_out():
    """Beside the glyph (ActualText, ISO 32000-1, 14.9.4), in UTF-16."""
    assert shown(("a", "ŧ", "b"), (1, 2, 2), (0.5, 0.6, 0.6)) == [
        "[<0001>] TJ",
        "/Span <</ActualText <FEFF0167>>> BDC",
        "[<0002>] TJ",
        "EMC",
        "[<0002>] TJ",
    ]


def test_a_mark_is_drawn_over_its_letter_and_what_follows_stands_behind_the_letter():
    """The cluster is spelled out as a whole; the mark is moved and raised."""
    clusters = ("a", "b\u0301", "", "a")
    offsets = ((0.0, 0.0), (0.0, 0.0), (-0.3, 0.05), (0.0, 0.0))
    assert shown(clusters, (1, 2, 4, 1), (0.5, 0.6, 0.0, 0.5), offsets) == [
        "[<0001>] TJ",
        "/Span <</ActualText <FEFF00620301>>> BDC",
        "[<0002>] TJ",
        "0.5 Ts",
        "[300<0004>] TJ",
        "0 Ts",
        "EMC",
        "[-300<0001>] TJ",
    ]


def test_font_and_colour_are_named_where_they_change():
    """Not for each run."""
    word = (("a",), (1,), (0.5,))
    first = Line(30.0, (run(*word), run(*word, left=40.0), run(*word, left=60.0, colour=WHITE)))
    second = Line(50.0, (run(*word, colour=WHITE), run(*word, face=HELP, size=12.0, colour=WHITE)))
    assert operators(Text(0, Box(0, 0, 1, 1), (first, second))) == [
        "BT",
        "/F1 10 Tf",
        "0 0 0 rg",
        "1 0 0 1 20 70 Tm",
        "[<0001>] TJ",
        "1 0 0 1 40 70 Tm",
        "[<0001>] TJ",
        "1 1 1 rg",
        "1 0 0 1 60 70 Tm",
        "[<0001>] TJ",
        "1 0 0 1 20 50 Tm",
        "[<0001>] TJ",
        "/F2 12 Tf",
        "1 0 0 1 20 50 Tm",
        "[<0001>] TJ",
        "ET",
    ]


def test_an_empty_frame_is_an_empty_stream():
    """Nothing is drawn."""
    assert operators() == [""]
