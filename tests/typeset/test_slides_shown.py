"""What slides show of their regions: all, the short form, or whole sentences, and never less."""

from dataclasses import replace

import pytest
from typeset.manuscripts import (
    bulletin,
    classic,
    edition,
    items_of,
    prose,
    region,
    request,
    role_of,
    text,
)

from printkit.model.bulletin import Scripture
from printkit.model.edition import Overset
from printkit.model.frame import Text
from printkit.typeset.deck import Deck

SHORT = (region("Africa", 12), region("South Asia", 30, intro="Two offices serve here."))
PRAISE = request("Give thanks.", kind="praise")


def bodies(deck) -> list[list[str]]:
    """Give the paragraphs of each region's body."""
    return [
        [paragraph.text for paragraph in item.paragraphs]
        for item in items_of(deck, Text)
        if role_of(item, deck) == "body"
    ]


def test_a_body_is_the_introduction_and_then_each_request(deck_of):
    """With marks where there are several requests."""
    deck = deck_of(edition(bulletin(region("Africa", "One.\nTwo.", "Three.", intro="Here."))))
    assert bodies(deck) == [["Here.", "One.", "Two.", "Three."]]
    (body,) = [item for item in items_of(deck, Text) if role_of(item, deck) == "body"]
    assert [paragraph.mark for paragraph in body.paragraphs] == ["", "•", "", "•"]


def test_the_short_form_is_shown_even_where_the_whole_would_fit(deck_of):
    """The author asked for it; the notes have the whole."""
    deck = deck_of(edition(bulletin(region("Africa", request("The whole text.", slide="Short.")))))
    assert bodies(deck) == [["Short."]]
    assert deck.warnings == ()
    assert "The whole text." in deck.document.frames[-1].notes


def test_a_region_that_does_not_fit_is_cut_to_whole_sentences(deck_of):
    """The longest request first, at the smallest size, with a warning that says what to type."""
    long, short = prose(200), "Pray."
    deck = deck_of(edition(bulletin(region("Africa", long, short))))
    ((first, second),) = bodies(deck)
    assert second == short
    assert long.startswith(first)
    assert first.endswith(".")
    assert len(first) < len(long)
    (warning,) = deck.warnings
    assert warning.message == "the slide of `Africa` shows only this request's first sentences"
    assert "slide: …" in warning.hint
    assert long in deck.document.frames[-1].notes
    assert deck.sizes == (28.0,)


def test_another_sentence_would_not_fit(deck_of):
    """No more is cut than has to be."""
    whole = prose(400)
    sentences = [f"{part}." for part in whole.removesuffix(".").split(". ")]
    ((first,),) = bodies(deck_of(edition(bulletin(region("Africa", whole)))))
    count = first.count(".")
    assert 1 < count < len(sentences)
    one_more = request(prose(9), slide=" ".join(sentences[: count + 1]))
    assert isinstance(deck_of(edition(bulletin(region("Africa", one_more)))), Overset)


def test_short_forms_are_never_cut(deck_of):
    """Only requests without one give way."""
    kept = prose(40)
    deck = deck_of(edition(bulletin(region("Africa", request("x", slide=kept), prose(150)))))
    ((first, second),) = bodies(deck)
    assert first == kept
    assert second.count(".") >= 1
    assert len(deck.warnings) == 1


@pytest.mark.parametrize(
    "asked",
    [
        request(prose(9), slide=prose(200)),
        request(prose(300, sentence=300)),
    ],
)
def test_what_does_not_fit_as_whole_sentences_is_overset(deck_of, asked):
    """It is named, with how much is over."""
    over = deck_of(edition(bulletin(region("Africa", asked), *SHORT, region("Europe", asked))))
    assert isinstance(over, Overset)
    assert [name for name, _, _ in over.regions] == ["Africa", "Europe"]
    assert over.lines == sum(lines for _, lines, _ in over.regions)
    assert over.words == sum(words for _, _, words in over.regions)
    assert over.smallest == 28.0
    for _, lines, words in over.regions:
        assert lines >= 1
        assert 1 <= words <= 300


def test_an_overset_slides_numbers_hold(deck_of):
    """A slide shortened by the words that are named, and a few more, fits."""
    words = 200
    over = deck_of(edition(bulletin(region("Africa", request("x", slide=prose(words))))))
    left = prose(words - over.words - 6)
    assert isinstance(deck_of(edition(bulletin(region("Africa", request("x", slide=left))))), Deck)


def test_a_name_that_leaves_no_room_is_overset(deck_of):
    """No more words are named than the region has."""
    over = deck_of(edition(bulletin(region(prose(90), 12)), screen="4:3"))
    assert isinstance(over, Overset)
    ((_, lines, words),) = over.regions
    assert lines >= 1
    assert 1 <= words <= 12


def test_a_scripture_that_is_too_long_for_the_cover_is_overset(deck_of):
    """The cover names it, with no more words than it has."""
    over = deck_of(edition(bulletin(*SHORT, scripture=Scripture(text(prose(300))))))
    assert isinstance(over, Overset)
    assert over.cover
    assert over.regions[0][0] == "scripture"
    assert 0 < over.words < 300


def test_a_title_that_is_too_long_for_the_cover_is_overset(deck_of):
    """The cover names it, with no more words than it has."""
    over = deck_of(edition(bulletin(*SHORT, title=prose(90))))
    assert isinstance(over, Overset)
    assert over.cover
    assert over.regions[0][0] == "title"
    assert 0 < over.words < 90


def marks_of(deck):
    """Give the marks of each region's paragraphs."""
    bodies = [frame.items[1] for frame in deck.document.frames[1:]]
    return [[paragraph.mark for paragraph in body.paragraphs] for body in bodies]


def test_praise_is_marked_in_its_own_way(deck_of):
    """Also where it is a region's only request."""
    regions = (region("Africa", 9, PRAISE, intro="Here."), region("Asia", PRAISE))
    assert marks_of(deck_of(edition(bulletin(*regions)))) == [["", "•", "♦"], ["♦"]]


def test_a_layout_may_leave_praise_unmarked(deck_of):
    """Then it has the mark of all requests."""
    plain = replace(classic(), slides=replace(classic().slides, praise=""))
    regions = (region("Africa", 9, PRAISE), region("Asia", PRAISE))
    assert marks_of(deck_of(edition(bulletin(*regions), layout=plain))) == [["•", "•"], [""]]
