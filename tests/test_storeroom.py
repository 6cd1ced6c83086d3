"""The storeroom fetches what many editions share, and a cache changes none of it."""

import shutil
from dataclasses import replace

import pytest
from typeset.manuscripts import classic

from printkit.cache import Cache
from printkit.fonts.prepared import to_bytes
from printkit.model.layout import Face
from printkit.model.paper import SCREENS
from printkit.storeroom import Storeroom

FACE = Face("Source Serif 4", italic=True)


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_deleted_cache_is_made_again_to_the_same_bytes(tmp_path):
    """Faces, streams, patterns, dates and template: file by file."""
    folder = tmp_path / "cache"
    kept = []
    for _ in range(2):
        store = Storeroom(Cache(folder))
        assert store.page_constants
        store.font(FACE)
        store.hyphenator("nl-NL")
        store.locale("de", "de-DE")
        store.template(classic(), SCREENS["4:3"])
        kept.append({path.name: path.read_bytes() for path in folder.iterdir()})
        shutil.rmtree(folder)
    assert kept[0] == kept[1]
    kinds = {name.partition("-")[0] for name in kept[0]}
    assert kinds == {"face", "font", "hyphenation", "locale", "page", "template"}


def test_damaged_entries_are_made_again(tmp_path, storeroom):
    """A cache full of rubbish gives what an empty one does."""
    folder = tmp_path / "cache"
    first = Storeroom(Cache(folder))
    expected = to_bytes(first.face(FACE)), first.locale("fr", "fr-CA")
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes()[:-7] + b"rubbish")
    again = Storeroom(Cache(folder))
    assert (to_bytes(again.face(FACE)), again.locale("fr", "fr-CA")) == expected
    assert to_bytes(storeroom.face(FACE)) == expected[0]


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path, storeroom):
    """The same face, only later."""
    (tmp_path / "file").write_text("not a folder")
    store = Storeroom(Cache(tmp_path / "file" / "cache"))
    assert store.face(FACE) == storeroom.face(FACE)


def test_a_face_is_read_once(storeroom):
    """And the program to embed from is its own."""
    assert storeroom.face(FACE) is storeroom.face(FACE)
    assert storeroom.program(FACE) is storeroom.face(FACE).program
    assert storeroom.font(FACE) is storeroom.font(FACE)


def test_two_weights_are_two_entries(tmp_path):
    """A face is known by family, weight and slope."""
    store = Storeroom(Cache(tmp_path))
    regular, bold = store.face(Face("Arimo")), store.face(Face("Arimo", 700))
    assert len(names_in(tmp_path)) == 2
    assert regular.font != bold.font


@pytest.mark.parametrize(("character", "known"), [("a", True), ("Ƃ", True), ("語", False)])
def test_a_character_is_known_where_some_family_has_it(storeroom, character, known):
    """Whichever it is."""
    assert storeroom.has_character(character) is known


def test_shapers_are_shared_by_layouts_with_the_same_fallbacks(storeroom):
    """They remember the words that they have shaped; plain ones are others."""
    layout = classic()
    assert storeroom.shaper(layout) is storeroom.shaper(layout)
    assert storeroom.shaper(layout, plain=True) is not storeroom.shaper(layout)


def test_a_language_has_its_hyphenator_or_none(storeroom):
    """None where there are no patterns; the same one each time."""
    assert storeroom.hyphenator("xx") is None
    american, british = storeroom.hyphenator("en-US"), storeroom.hyphenator("en-GB")
    assert american is storeroom.hyphenator("en-US")
    assert american.positions("prosecutors") != british.positions("prosecutors")


def with_listed(*words):
    """Give the classic layout with exceptions for English."""
    layout = classic()
    hyphenation = replace(layout.page.hyphenation, exceptions={"en": words})
    return replace(layout, page=replace(layout.page, hyphenation=hyphenation))


def test_a_layout_lists_exceptions_to_the_patterns(storeroom):
    """Layouts with the same exceptions share a hyphenator; words that were shaped know of them."""
    plain = storeroom.hyphenator("en-GB")
    listed = storeroom.hyphenator("en-GB", with_listed("minist-ries"))
    assert listed.positions("Ministries") == (6,)
    assert listed.positions("prosecutors") == plain.positions("prosecutors")
    assert listed is storeroom.hyphenator("en-GB", with_listed("minist-ries"))
    assert storeroom.hyphenator("en-GB", classic()) is plain
    assert storeroom.hyphenator("xx", classic()) is None
    known = [storeroom.known_words(one, "en-GB") for one in (classic(), with_listed("minist-ries"))]
    assert known[0] is not known[1]


def test_a_language_has_its_ties(storeroom):
    """They are made once."""
    assert storeroom.ties("en-GB").tied("Job", "5:15")
    assert storeroom.ties("en-GB") is storeroom.ties("en-GB")


def test_dates_are_those_of_the_language_in_the_offices_country(storeroom):
    """As CLDR has them; none for a language that it does not have."""
    assert storeroom.locale("en", "en-GB").locale == "en_GB"
    assert storeroom.locale("fr", "fr-CA").dates[0] == "{day} janvier {year}"
    assert storeroom.locale("xx", "en-GB").dates == ()


def test_a_template_belongs_to_a_layout_and_a_screen(tmp_path):
    """Two screens have two."""
    store = Storeroom(Cache(tmp_path))
    wide, narrow = (store.template(classic(), SCREENS[one]) for one in ("16:9", "4:3"))
    assert wide != narrow
    assert len(names_in(tmp_path)) == 2
