"""A region that does not fit on one slide goes on on the next, where a reader pauses."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typeset.manuscripts import PICTURE, bulletin, classic, edition, prose, region, request

from printkit.model.edition import Overset
from printkit.typeset.continuing import least_parts, parted

GOING_ON = replace(classic(), slides=replace(classic().slides, overset="continue"))
STRICT = replace(classic(), slides=replace(classic().slides, overset="refuse"))


def words_in(one):
    """Count the words that a slide would show of a region."""
    said = [str(request.slide or request.text) for request in one.requests]
    said += [str(one.intro)] if one.intro else []
    return sum(len(text.split()) for text in said)


def parts_of(one, most):
    """Give the parts of a region where a slide holds so many words."""
    return parted(one, lambda part: words_in(part) <= most)


def texts_in(parts):
    """Give what the parts say of the requests, together."""
    return " ".join(str(request.text) for part in parts for request in part.requests)


def test_requests_stay_whole_where_they_can():
    """The third does not fit beside the others, so it begins the next slide."""
    first, second = parts_of(region("Africa", 8, 8, 8, 3), 20)
    assert [len(part.requests) for part in (first, second)] == [2, 2]


def test_a_long_request_is_parted_between_sentences():
    """What goes on is no new request, so it takes no mark."""
    parts = parts_of(region("Africa", 3, 40), 22)
    assert [part.requests[0].continued for part in parts] == [False, False, True]
    for part in parts[:-1]:
        assert str(part.requests[-1].text).endswith(".")


def test_the_introduction_stands_on_the_first_slide():
    """Alone, where it fills it."""
    first, *others = parts_of(region("Africa", 9, 9, intro=prose(12)), 12)
    assert first.intro
    assert first.requests == ()
    assert [part.intro for part in others] == [None, None]


@pytest.mark.parametrize(
    "one",
    [
        region("Africa", 3, prose(30, sentence=30)),
        region("Africa", request(prose(6), slide=prose(30))),
        region("Africa", 3, intro=prose(30)),
    ],
    ids=["a sentence", "a short form", "an introduction"],
)
def test_what_is_never_parted_must_fit(one):
    """Else there is no way to show the region."""
    assert parts_of(one, 20) is None
    assert max(map(words_in, least_parts(one))) == 30


@given(st.lists(st.integers(1, 60), min_size=1, max_size=6), st.integers(11, 40))
def test_every_word_is_on_one_slide_in_order(lengths, most):
    """And no slide holds more than it can."""
    one = region("Africa", *lengths, intro=prose(5))
    parts = parts_of(one, most)
    assert texts_in(parts).split() == texts_in([one]).split()
    assert max(map(words_in, parts)) <= most
    assert all(part.requests or part.intro for part in parts)


@pytest.mark.parametrize("screen", ["16:9", "16:10", "4:3"])
@pytest.mark.parametrize("picture", [None, PICTURE], ids=["plain", "picture"])
def test_slides_that_go_on_are_numbered(deck_of, screen, picture):
    """They share a section, one size, and the region's notes, which say everything once."""
    long = region("Africa", 60, 60, 60, 60, intro="Offices serve here.", picture=picture)
    week = bulletin(long, region("Asia", 9))
    deck = deck_of(edition(week, layout=GOING_ON, screen=screen))
    frames = deck.document.frames[1:-1]
    assert len(frames) > 1
    titles = [frame.items[0].paragraphs[0].text for frame in frames]
    assert titles == [f"Africa ({n}/{len(frames)})" for n in range(1, len(frames) + 1)]
    assert {frame.section for frame in frames} == {"Africa"}
    assert len(set(deck.sizes[:-1])) == 1
    # The cue and the reading time end each slide's notes.
    told = " ".join(note for frame in frames for note in frame.notes[:-2])
    said = ["Africa", "Offices serve here.", *(str(one.text) for one in long.requests)]
    assert told.split() == " ".join(said).split()
    assert not deck.warnings


def test_a_long_sentence_is_overset_where_slides_go_on(deck_of):
    """The sentence alone counts."""
    week = bulletin(region("Africa", prose(200, sentence=200), 9))
    over = deck_of(edition(week, layout=GOING_ON))
    assert isinstance(over, Overset)
    assert over.regions[0][0] == "Africa"


def test_a_layout_may_refuse_what_does_not_fit_whole(deck_of):
    """Then no request is cut to its first sentences."""
    week = bulletin(region("Africa", 90, 90), region("Asia", 9))
    assert deck_of(edition(week)).warnings
    over = deck_of(edition(week, layout=STRICT))
    assert isinstance(over, Overset)
    assert [name for name, _, _ in over.regions] == ["Africa"]
