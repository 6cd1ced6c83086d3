"""The deck's words for worship programs come through their imports as they were written."""

import pytest
from export.deck.deck_documents import (
    AREAS,
    ELEMENTS,
    SCREEN,
    deck_document,
    decoration,
    line,
    text,
    with_items,
)
from hypothesis import given
from hypothesis import strategies as st

from printkit.export.worship.freeshow import freeshow_text
from printkit.export.worship.propresenter import propresenter_text
from printkit.model.frame import Document, Frame
from printkit.verify.worship import read_freeshow, read_propresenter

PROGRAMS = [(freeshow_text, read_freeshow), (propresenter_text, read_propresenter)]
MARKUP = [
    "[Verse]",
    "[C]Am[a]zing",
    "]",
    "[",
    "x2",
    "x2 houses",
    "{comment}",
    "a}",
    "{",
    "---",
    "- ----- -",
    "Artist=A. Person",
    "notes=none",
    "www.ccli.com",
    "A",
    "C G Am F",
    "Bridge",
    "Intro:",
    "Chorus",
    "5:15",
    "[#1:en]words",
    "<b>&amp; {{ }} %s",
    "\n",
    "\n\n",
    "\n \n",
    "  ",
    "\u00a0",
]
SIGNS = st.characters(
    exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="［］＝\u2060"
)
WORDS = st.lists(st.one_of(st.sampled_from(MARKUP), st.text(SIGNS, max_size=12)), max_size=5)
TEXT = WORDS.map(" ".join) | WORDS.map("".join) | WORDS.map("\n".join)
TITLE = TEXT.filter(
    lambda words: words.translate(dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))).strip()
)


def document(*slides):
    """Give a deck of slides with a title, body paragraphs and notes each."""
    frames = (
        Frame(
            SCREEN.width,
            SCREEN.height,
            (
                text("title", AREAS.title, line(title)),
                text("body", AREAS.body, *(line(words, mark="•") for words in body)),
            ),
            "region",
            tuple(notes),
        )
        for title, body, notes in slides
    )
    return Document("Deck", "en-US", tuple(frames), ELEMENTS)


def plain(words):
    """Give the lines of a text without what is neither seen nor a word."""
    unseen = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
    lines = words.translate(unseen).translate(str.maketrans("［］＝", "[]=")).split("\n")
    return [line.strip(" ") for line in lines if line.strip()]


@pytest.mark.parametrize(("write", "read"), PROGRAMS)
@given(slides=st.lists(st.tuples(TITLE, st.lists(TEXT, max_size=3)), min_size=1, max_size=4))
def test_any_text_comes_through(write, read, slides):
    """Every slide is one slide, and whatever its words look like, they are what is shown."""
    found = read(write(document(*((title, body, body) for title, body in slides))))
    assert len(found) == len(slides)
    for slide, (title, body) in zip(found, slides, strict=True):
        lines = [
            f"{lead}{one}"
            for words in body
            for lead, one in zip(["•\u00a0", *[""] * 99], plain(words), strict=False)
        ]
        shown = [one for words in slide.lines for one in plain(words)]
        assert shown == [*plain(" ".join(plain(title))), *lines]


@given(slides=st.lists(st.tuples(TITLE, st.lists(TEXT, max_size=3)), min_size=1, max_size=3))
def test_notes_come_through_freeshow(slides):
    """FreeShow keeps each slide's notes, and every slide has a group of its own."""
    found = read_freeshow(freeshow_text(document(*((title, [], notes) for title, notes in slides))))
    for slide, (_, notes) in zip(found, slides, strict=True):
        assert slide.group is not None
        assert [one for words in slide.notes for one in plain(words)] == [
            one for words in notes for one in plain(words)
        ]


def test_a_slide_for_freeshow():
    """The group's label, the title, the marked requests, the notes."""
    deck = document(("Africa", ["Give thanks.", "Pray [C] for all."], ["Africa", "Whole."]))
    assert freeshow_text(deck).decode() == (
        "[Africa]\nAfrica\n•\u00a0Give thanks.\n•\u00a0Pray ［C］ for all.\n---\nAfrica\nWhole.\n"
    )


def test_a_slide_for_propresenter():
    """The title, then the marked requests; a blank line parts two slides."""
    deck = document(("Africa", ["Give [thanks]."], ["Whole."]), ("Asia", ["Pray."], []))
    assert propresenter_text(deck).decode() == (
        "Africa\n•\u00a0Give [thanks].\n\nAsia\n•\u00a0Pray.\n"
    )


@pytest.mark.parametrize(("write", "read"), PROGRAMS)
def test_a_whole_deck(write, read):
    """Cover and regions are all there; imprint and slide numbers are not, the footnote is."""
    cover, first, second = read(write(deck_document(2)))
    assert cover.lines[-1] == "Matthew 5:5 (WEB)"
    assert cover.lines[1] == "Week & day"
    assert [slide.lines[0] for slide in (first, second)] == ["Region 2 & Co.", "Region 3 & Co."]
    assert first.lines[-1] == "*Names changed"
    assert not any("2019" in words for words in (*cover.lines, *first.lines))


def test_soft_hyphens_are_left_out():
    """Places to break are not printed, and some programs would show them."""
    deck = with_items(
        text("title", AREAS.title, line("Bul\u00adle\u200btin")), decoration(AREAS.rule)
    )
    assert propresenter_text(deck) == b"Bulletin\n"
    assert freeshow_text(deck) == b"[Bulletin]\nBulletin\n---\nA note\n"


@pytest.mark.parametrize(("write", "read"), PROGRAMS)
def test_the_bytes_are_plain(write, read):
    """The file is UTF-8 without a byte order mark, with line feeds alone."""
    data = write(document(("Brésil", ["Merci."], [])))
    assert "Brésil".encode() in data
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert len(read(data)) == 1
