"""The glyphs that a page uses are cut from a face's program."""

from io import BytesIO

from fontTools.ttLib import TTFont

from printkit.fonts.subset import Cutter
from printkit.model.layout import Face

FACE = Face("Source Sans 3")


def outlines(program: bytes) -> dict[int, int]:
    """Give each glyph that has an outline, with its number of contours."""
    with TTFont(BytesIO(program)) as font:
        shapes = font["glyf"]
        counts = {n: shapes[name].numberOfContours for n, name in enumerate(font.getGlyphOrder())}
    return {glyph: count for glyph, count in counts.items() if count}


def test_a_subset_holds_the_glyphs_that_are_named(storeroom):
    """With their own numbers and outlines, and no others."""
    program = storeroom.program(FACE)
    named = {program.characters.index(letter) for letter in "Pray"}
    whole, cut = outlines(program.program), outlines(Cutter().cut(program, named))
    assert set(cut) == named
    assert all(whole[glyph] == cut[glyph] for glyph in named)


def test_a_letter_with_a_mark_brings_its_parts(storeroom):
    """Where the font composes it of them (OpenType glyf, composite glyphs)."""
    program = storeroom.program(FACE)
    composed = {program.characters.index(letter) for letter in "ö"}
    cut = outlines(Cutter().cut(program, composed))
    assert composed <= set(cut)


def test_subsets_are_cut_to_the_same_bytes_each_time(storeroom):
    """Whatever was cut before, and in whatever order the glyphs are named."""
    program, cutter = storeroom.program(FACE), Cutter()
    first = cutter.cut(program, [5, 9, 40])
    cutter.cut(program, range(90))
    assert cutter.cut(program, {40, 5, 9}) == first == Cutter().cut(program, (9, 40, 5))


def test_subsets_are_small(storeroom):
    """A page of English is mailed in a few kilobytes for each face."""
    program = storeroom.program(FACE)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPRSTUW.,:;-()’1234567890 "
    glyphs = {program.characters.index(letter) for letter in letters}
    assert len(Cutter().cut(program, glyphs)) < 16_000
