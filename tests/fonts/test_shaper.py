"""Words become glyphs, and no character is lost on the way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printkit.fonts.shaper import HarfBuzzShaper
from printkit.model.layout import Face

SANS = Face("Source Sans 3")
ACUTE = "\u0301"


@pytest.fixture(scope="session")
def shaper(storeroom):
    """Give a shaper that kerns and ligates, with two families to help."""
    return HarfBuzzShaper(storeroom.face, ("Source Serif 4", "Arimo"))


@pytest.fixture(scope="session")
def plain(storeroom):
    """Give a shaper that sets as office programs do."""
    return HarfBuzzShaper(storeroom.face, ("Source Serif 4", "Arimo"), plain=True)


def text_of(pieces) -> str:
    return "".join(cluster for piece in pieces for cluster in piece.clusters)


def only(pieces):
    (piece,) = pieces
    return piece


@pytest.mark.parametrize("word", ["office", "traffickers", "fjord", "AVATAR", "don’t"])
def test_a_ligature_stands_for_its_letters(shaper, word):
    """A word's clusters are its text, however few the glyphs."""
    piece = only(shaper.shape(word, SANS))
    assert "".join(piece.clusters) == word
    assert len(piece.glyphs) == len(piece.advances) == len(piece.clusters)


def test_letters_are_joined_and_kerned(shaper, plain):
    """As a typesetter does; office programs do not, unless they are told."""
    assert "ff" in only(shaper.shape("traffic", SANS)).clusters
    assert only(plain.shape("traffic", SANS)).clusters == tuple("traffic")
    kerned, unkerned = (only(one.shape("AVATAR", SANS)).width for one in (shaper, plain))
    assert kerned < unkerned


def test_plain_widths_are_the_sums_of_the_letters(plain):
    """Nothing stands between one letter and the next."""
    letters = sum(only(plain.shape(letter, SANS)).width for letter in "Tofu")
    assert only(plain.shape("Tofu", SANS)).width == pytest.approx(letters)


def test_widths_are_ems(shaper, storeroom):
    """A glyph's advance is the program's, in 1/1000 em."""
    piece = only(shaper.shape("n", SANS))
    program = storeroom.program(SANS)
    assert round(piece.width * 1000) == program.advances[piece.glyphs[0]]


def test_a_character_that_the_face_lacks_comes_from_a_fallback(shaper):
    """In mid-word: `Ƃ` is in Arimo alone."""
    pieces = shaper.shape("aƂb", SANS)
    assert [(piece.face.family, text_of([piece])) for piece in pieces] == [
        ("Source Sans 3", "a"),
        ("Arimo", "Ƃ"),
        ("Source Sans 3", "b"),
    ]


def test_a_fallback_keeps_weight_and_slope(shaper):
    """A bold word stays bold."""
    (piece,) = shaper.shape("Ƃ", Face("Source Serif 4", 700, italic=True))
    assert piece.face == Face("Arimo", 700, italic=True)


def test_a_mark_stays_with_the_letter_before_it(shaper, storeroom):
    """Though the face has the mark and not the letter, or the letter and not the mark."""
    pieces = shaper.shape(f"aƂ{ACUTE}b", SANS)
    assert [text_of([piece]) for piece in pieces] == ["a", f"Ƃ{ACUTE}", "b"]
    only_arimo = next(
        chr(code)
        for code in range(0x300, 0x370)
        if code in storeroom.face(Face("Arimo")).characters
        and all(
            code not in storeroom.face(Face(name)).characters
            for name in ("Source Sans 3", "Source Serif 4")
        )
    )
    pieces = shaper.shape(f"ab{only_arimo}c", SANS)
    assert [text_of([piece]) for piece in pieces] == ["a", f"b{only_arimo}", "c"]
    assert 0 not in [glyph for piece in pieces for glyph in piece.glyphs]


def test_a_mark_is_drawn_over_its_letter(shaper):
    """It takes no width, and its offset leads back onto the letter."""
    piece = only(shaper.shape(f"x{ACUTE}", SANS))
    assert piece.clusters == (f"x{ACUTE}", "")
    assert piece.advances[1] == 0
    assert piece.offsets[1][0] < 0
    assert piece.width == only(shaper.shape("x", SANS)).width


def test_what_no_family_has_is_left_to_the_face(shaper):
    """Its glyph 0 shows that something is missing; loading refuses such text."""
    piece = only(shaper.shape("語", SANS))
    assert (piece.face, piece.glyphs, piece.clusters) == (SANS, (0,), ("語",))


def test_an_empty_word_has_no_glyphs(shaper):
    """Nothing is nothing."""
    assert shaper.shape("", SANS) == ()


def test_metrics_are_the_faces(shaper, storeroom):
    """The fallback does not change them."""
    assert shaper.metrics(SANS) == storeroom.face(SANS).metrics


@pytest.mark.parametrize("family", ["Source Sans 3", "Source Serif 4", "Arimo"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_clusters_together_are_the_text(shaper, plain, storeroom, family, data):
    """Whatever characters of the face follow one another: each is there, once and in order."""
    known = sorted(map(chr, storeroom.face(Face(family)).characters))
    text = data.draw(st.text(alphabet=st.sampled_from(known), max_size=12))
    for one in (shaper, plain):
        pieces = one.shape(text, Face(family))
        assert text_of(pieces) == text
        assert all(piece.face == Face(family) for piece in pieces)
        assert all(glyph for piece in pieces for glyph in piece.glyphs)


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=st.sampled_from(f"aéƂβж{ACUTE}\u0323\u030eḀ-"), max_size=8))
def test_clusters_of_many_faces_together_are_the_text(shaper, text):
    """Fallbacks and marks lose nothing either."""
    pieces = shaper.shape(text, SANS)
    assert text_of(pieces) == text
    assert all(glyph for piece in pieces for glyph in piece.glyphs)
