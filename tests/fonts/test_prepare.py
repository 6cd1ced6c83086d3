"""A variable file becomes one static face: the same letters, no wider and no narrower."""

import io
from functools import cache

import pytest
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from printkit.fonts.catalogue import file_of, positions
from printkit.fonts.prepare import prepare_face
from printkit.fonts.prepared import from_bytes, to_bytes
from printkit.fonts.shaper import HarfBuzzShaper
from printkit.model.layout import Face

SAMPLE = "agnW.,—’ßéŁ0"
FACES = (
    Face("Source Sans 3"),
    Face("Source Sans 3", 600),
    Face("Source Serif 4", 700),
    Face("Source Serif 4", italic=True),
    Face("Arimo", 700),
)
every_face = pytest.mark.parametrize("face", FACES, ids=str)


def opened(content: bytes) -> TTFont:
    return TTFont(io.BytesIO(content), lazy=True)


@cache
def instance(face: Face) -> TTFont:
    """Give the face as fontTools makes it, with the sample's glyphs alone."""
    from fontTools.subset import Options, Subsetter

    font = TTFont(file_of(face))
    subsetter = Subsetter(Options(notdef_outline=True, layout_features=[], glyph_names=True))
    subsetter.populate(text=SAMPLE)
    subsetter.subset(font)
    return instancer.instantiateVariableFont(font, dict(positions(face)))


@every_face
def test_widths_are_those_of_the_variable_font_at_the_weight(storeroom, face):
    """Two libraries agree on the width of each letter."""
    prepared, expected = storeroom.face(face), instance(face)
    with opened(prepared.font) as font:
        names, widths = font.getBestCmap(), font["hmtx"].metrics
        others, expected_widths = expected.getBestCmap(), expected["hmtx"].metrics
        for letter in SAMPLE:
            found = widths[names[ord(letter)]][0]
            assert found == pytest.approx(expected_widths[others[ord(letter)]][0], abs=1)


@every_face
def test_a_prepared_face_stands_at_its_weight(storeroom, face):
    """It has no axes left, and its OS/2 table names the weight."""
    with opened(storeroom.face(face).font) as font:
        assert "fvar" not in font
        assert font["OS/2"].usWeightClass == dict(positions(face))["wght"]


@every_face
def test_metrics_are_those_of_the_tables(storeroom, face):
    """From hhea and OS/2, in ems, upwards positive."""
    metrics = storeroom.face(face).metrics
    with opened(storeroom.face(face).font) as font:
        em = font["head"].unitsPerEm
        assert metrics.ascent == font["hhea"].ascent / em
        assert metrics.descent == -font["hhea"].descent / em
        assert metrics.cap_height == font["OS/2"].sCapHeight / em
        assert metrics.x_height == font["OS/2"].sxHeight / em
    assert 0.4 < metrics.x_height < metrics.cap_height < metrics.ascent


@every_face
def test_the_whole_program_holds_every_character(storeroom, face):
    """With the same widths as the face that words are shaped with."""
    prepared = storeroom.face(face)
    with opened(prepared.font) as font:
        em = font["head"].unitsPerEm
        for name in font.getBestCmap().values():
            width = round(font["hmtx"].metrics[name][0] * 1000 / em)
            assert prepared.program.advances[font.getGlyphID(name)] == width


def reads_as(program, glyph: int, text: str) -> bool:
    """Say whether some code draws the glyph and reads as the text."""
    return program.characters[glyph] == text or (glyph, text) in program.aliases


@every_face
def test_every_character_has_a_code_that_reads_as_it(storeroom, face):
    """Also where two characters share a glyph, as a space and a no-break space do."""
    prepared = storeroom.face(face)
    with opened(prepared.font) as font:
        for code, name in font.getBestCmap().items():
            glyph = font.getGlyphID(name)
            assert reads_as(prepared.program, glyph, chr(code))


@every_face
@pytest.mark.parametrize(
    "word", ["off", "office", "fine", "flee", "ruffle", "fjord", "soft", "attic"]
)
def test_every_ligature_has_a_code_that_reads_as_its_letters(storeroom, face, word):
    """So the page is read as it was written."""
    prepared = storeroom.face(face)
    (piece,) = HarfBuzzShaper(storeroom.face, ()).shape(word, face)
    for glyph, cluster in zip(piece.glyphs, piece.clusters, strict=True):
        assert reads_as(prepared.program, glyph, cluster)
        assert prepared.program.advances[glyph] > 0


@every_face
def test_the_hyphen_that_a_line_end_adds_has_a_code_of_its_own(storeroom, face):
    """It draws the hyphen and reads as U+00AD; codes go on from the last glyph."""
    program = storeroom.program(face)
    hyphen = program.characters.index("-")
    assert program.aliases[hyphen, "\u00ad"] >= len(program.characters)
    codes = list(program.aliases.values())
    assert codes == list(range(len(program.characters), len(program.characters) + len(codes)))


@every_face
def test_a_face_is_kept_as_it_is(storeroom, face):
    """What is read back from the cache is equal."""
    prepared = storeroom.face(face)
    assert from_bytes(to_bytes(prepared), face) == prepared


def test_a_face_is_prepared_to_the_same_bytes_each_time(storeroom):
    """Deleting the cache changes nothing."""
    face = Face("Source Serif 4", italic=True)
    assert to_bytes(prepare_face(face)) == to_bytes(storeroom.face(face))


@every_face
def test_an_embedded_name_is_a_postscript_name(storeroom, face):
    """Letters, digits and a hyphen (ISO 32000-1, 9.6.4); a file adds its subset's tag."""
    assert storeroom.program(face).name.replace("-", "", 1).isalnum()


@every_face
def test_programs_hold_outlines_and_widths_alone(storeroom, face):
    """What a file needs: words were shaped already."""
    with opened(storeroom.program(face).program) as font:
        assert not {"GSUB", "GPOS", "name", "fvar"} & set(font.keys())
