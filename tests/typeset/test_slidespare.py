"""The words to spare on the slides: what is told of each region is true."""

from dataclasses import replace

import pytest
from typeset.manuscripts import (
    PICTURE,
    bulletin,
    classic,
    edition,
    prose,
    region,
    request,
    text,
    week,
)

from printkit.typeset.deck import Deck, DeckTools, typeset_deck

WITH_ROOM = {
    "a usual week": week(40),
    "several requests": bulletin(region("Africa", 20, 15, 9), region("South Asia", 25, 12)),
    "an introduction": bulletin(region("Africa", 30, intro="Two offices serve here.")),
    "a picture": bulletin(region("Africa", 20, picture=PICTURE), region("Asia", 40)),
    "a footnote": bulletin(region("Africa", request(prose(30), pseudonym=True), 9)),
    "paragraphs": bulletin(region("Africa", f"{prose(14)}\n{prose(8)}")),
    "long names": bulletin(region(f"Africa, {prose(9)}", 20), region("Asia", 30)),
}
TOO_MUCH = {
    "one request": bulletin(region("Africa", 190), region("Asia", 20)),
    "several requests": bulletin(region("Africa", 60, 50, 40, 9), region("Asia", 20)),
    "one with a short form": bulletin(
        region("Africa", request(prose(90), slide=prose(30)), 130, 40), region("Asia", 20)
    ),
    "beside a picture": bulletin(region("Africa", 80, 30, picture=PICTURE), region("Asia", 20)),
}


@pytest.fixture(scope="module")
def counted(storeroom):
    """Give a function that sets a bulletin's slides and counts their words to spare."""
    shaper = storeroom.shaper(classic(), plain=True)
    tools = DeckTools(shaper, lambda words: f"{words} words")
    return lambda what, **more: typeset_deck(edition(what, **more), tools, counted=True)


def is_whole(deck):
    """Say whether the slides show every request whole."""
    return isinstance(deck, Deck) and not deck.warnings


def with_last(what, number, change):
    """Give a bulletin with the text of a region's last request changed."""
    regions = list(what.regions)
    *others, last = regions[number].requests
    changed = replace(last, text=text(change(str(last.text))))
    regions[number] = replace(regions[number], requests=(*others, changed))
    return replace(what, regions=tuple(regions))


def own_words(what, number, count):
    """Give so many words: those that a region's requests have, again and again."""
    said = " ".join(str(one.text) for one in what.regions[number].requests).split()
    return " ".join((said * (count // len(said) + 1))[:count])


@pytest.mark.parametrize("screen", ["16:9", "4:3"])
@pytest.mark.parametrize("name", WITH_ROOM)
def test_a_slide_may_grow_by_its_words(counted, name, screen):
    """With the words that are told a region is shown whole, and with one more it is not."""
    what = WITH_ROOM[name]
    for number, one in enumerate(counted(what, screen=screen).spare):
        assert one.words > 0
        for words, expected in ((one.words, True), (one.words + 1, False)):
            added = own_words(what, number, words)
            longer = with_last(what, number, lambda said, added=added: f"{said} {added}")
            assert is_whole(counted(longer, screen=screen)) is expected


@pytest.mark.parametrize("name", TOO_MUCH)
def test_cutting_what_is_told_shows_a_region_whole(counted, name):
    """Without the words that a region must lose, the slide shows its requests whole."""
    what = TOO_MUCH[name]
    deck = counted(what)
    assert deck.warnings
    africa, asia = deck.spare
    assert africa.words < 0 < asia.words
    for words, expected in ((-africa.words, True), (-africa.words // 2, False)):
        assert is_whole(counted(without(what, words))) is expected


def without(what, words):
    """Give a bulletin whose first region's longest requests have lost so many words in all."""
    africa, *others = what.regions
    texts = [str(one.text).split() for one in africa.requests]
    shown_whole = [said for said, one in zip(texts, africa.requests, strict=True) if not one.slide]
    for _ in range(words):
        max(shown_whole, key=len).pop()
    requests = tuple(
        replace(one, text=text(" ".join(said)))
        for one, said in zip(africa.requests, texts, strict=True)
    )
    return replace(what, regions=(replace(africa, requests=requests), *others))


def test_a_short_form_counts_as_it_is_shown(counted):
    """A long request with a short form leaves the room that the short form leaves."""
    long = bulletin(region("Africa", request(prose(300), slide=prose(30))))
    short = bulletin(region("Africa", request(prose(30))))
    assert counted(long).spare == counted(short).spare


def test_words_are_counted_only_where_that_is_asked(deck_of):
    """Slides are set without counting."""
    assert deck_of(edition(week(40))).spare == ()
