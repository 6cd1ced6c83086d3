"""Slides that are drawn show what an office program shows of the deck."""

from dataclasses import replace

import pytest
from typeset.manuscripts import (
    CREDITED,
    PICTURE,
    bulletin,
    classic,
    edition,
    ink_of,
    prose,
    region,
    request,
    said,
    texts_of,
    week,
)

from printkit.model.frame import Box, Fill, Image
from printkit.typeset.slidepictures import drawn_slides
from printkit.typeset.words import KnownWords

WITHOUT_COVER = replace(classic(), slides=replace(classic().slides, cover=False))
LISTED = region(
    "Africa", request(prose(9), pseudonym=True), f"{prose(6)}\n{prose(5)}", 7, intro="A."
)
EDITIONS = {
    "usual": edition(week(50)),
    "long": edition(week(95)),
    "4:3": edition(week(50), screen="4:3"),
    "16:10": edition(week(50), screen="16:10"),
    "listed": edition(bulletin(LISTED, picture=CREDITED)),
    "pictures": edition(bulletin(region("Africa", 20, picture=PICTURE), region("Asia", 9, 9))),
    "without a cover": edition(bulletin(LISTED, region("Asia", 9)), layout=WITHOUT_COVER),
}
every_edition = pytest.mark.parametrize("name", EDITIONS)


@pytest.fixture(scope="module")
def pair(deck_of, storeroom):
    """Give a function that gives an edition's deck, and its slides as they are drawn."""

    def made(name):
        one = EDITIONS[name]
        deck = deck_of(one).document
        shaper = storeroom.shaper(one.layout, plain=True)
        return deck, drawn_slides(deck, shaper)

    return made


def roles(document, frame):
    """Give the roles of a frame's texts in order."""
    return [document.elements[text.element].role for text in texts_of(frame)]


@every_edition
def test_what_is_drawn_says_what_the_deck_says(pair, name):
    """Every letter of every paragraph is drawn, in order, and marks before the requests."""
    for slide, drawn in zip(*(document.frames for document in pair(name)), strict=True):
        wanted = "".join(
            f"{paragraph.mark}{paragraph.text}"
            for text in texts_of(slide)
            for paragraph in text.paragraphs
        )
        found = "".join(said(text.lines) for text in texts_of(drawn))
        assert "".join(found.split()) == "".join(wanted.split())
        assert drawn.notes == ()


@every_edition
def test_no_more_lines_are_drawn_than_are_promised(pair, name):
    """Lines are as full as an office program's, so there may be fewer."""
    for slide, drawn in zip(*(document.frames for document in pair(name)), strict=True):
        promised, found = (
            sum(len(text.lines) for text in texts_of(frame)) for frame in (slide, drawn)
        )
        assert 0 < found <= promised


@every_edition
def test_lines_stand_inside_their_boxes(pair, name):
    """No ink is beside its box, and every baseline is in it."""
    for frame in pair(name)[1].frames:
        for text in texts_of(frame):
            for line in text.lines:
                left, right = ink_of(line)
                assert text.box.left - 0.01 <= left <= right <= text.box.right + 0.01
                assert text.box.top < line.baseline < text.box.bottom + 0.01


@every_edition
def test_the_ground_and_the_rule_are_drawn_first(pair, name):
    """The template's own shapes stand below all else, in its colours."""
    slides = EDITIONS[name].layout.slides
    for frame in pair(name)[1].frames:
        ground, rule, *others = frame.items
        assert isinstance(ground, Fill)
        assert isinstance(rule, Fill)
        assert ground.box == Box(0, 0, frame.width, frame.height)
        assert (ground.colour.name, rule.colour.name) == (slides.ground, slides.accent)
        assert not any(isinstance(item, Fill) for item in others)


def test_marks_hang_in_the_accent_at_the_body_s_left(pair):
    """Each marked paragraph has its mark on its first line and nowhere else."""
    _, drawn = pair("listed")
    requests = [t for t in texts_of(drawn.frames[1]) if any(line.mark for line in t.lines)]
    assert len(requests) == 3
    for text in requests:
        first, *others = text.lines
        assert first.runs[0].left == text.box.left
        assert first.runs[0].colour.name == classic().slides.accent
        assert first.runs[first.mark].left > text.box.left
        assert not any(line.mark for line in others)
    assert [line.paragraph for line in requests[1].lines][-1] == 1


def test_the_structure_is_in_the_order_of_the_slides(pair):
    """The cover is first; a listed body is an introduction and its requests."""
    _, drawn = pair("listed")
    cover, africa = drawn.frames
    assert roles(drawn, cover)[:3] == ["title", "date", "quotation"]
    assert roles(drawn, africa) == [
        *("heading", "body", "request", "request", "request"),
        *("footnote", "footer", "number"),
    ]
    numbers = [text.element for frame in drawn.frames for text in texts_of(frame)]
    assert numbers == sorted(numbers)
    alone = pair("without a cover")[1]
    assert [roles(alone, frame)[0] for frame in alone.frames] == ["title", "title"]


def test_a_cover_s_title_stands_at_the_bottom_of_its_box(pair):
    """The template's title is anchored there."""
    deck, drawn = pair("usual")
    planned, title = (texts_of(document.frames[0])[0] for document in (deck, drawn))
    below = title.box.bottom - title.lines[-1].baseline
    assert 0 < below < title.paragraphs[-1].leading / 2
    assert title.lines[-1].baseline > planned.lines[-1].baseline


def test_pictures_keep_their_places_and_their_words(pair):
    """Each has the box and the alternative words of the deck's."""
    for deck, drawn in (pair("pictures"), pair("listed")):
        found = [
            [
                (item.key, item.box, document.elements[item.element].alternative)
                for frame in document.frames
                for item in frame.items
                if isinstance(item, Image)
            ]
            for document in (deck, drawn)
        ]
        assert found[0] == found[1] != []


@every_edition
def test_words_that_were_drawn_before_change_nothing(pair, storeroom, name):
    """Slides are the same whether their words were met before or not."""
    deck, drawn = pair(name)
    shaper, known = storeroom.shaper(EDITIONS[name].layout, plain=True), KnownWords()
    assert [drawn_slides(deck, shaper, known) for _ in range(2)] == [drawn, drawn]
