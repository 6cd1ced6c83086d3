"""The deck's slides are legible from the last row, and the notes hold everything."""

from dataclasses import replace
from itertools import combinations

import pytest
from typeset.manuscripts import (
    CREDITED,
    FOOTNOTE,
    LOGO,
    PICTURE,
    WORDING,
    bulletin,
    classic,
    edition,
    ink_of,
    items_of,
    prose,
    region,
    request,
    role_of,
    said,
    text,
    texts_of,
    week,
)

from printkit.model.bulletin import Scripture
from printkit.model.edition import Overset
from printkit.model.frame import Fill, Image, Text
from printkit.model.layout import Range
from printkit.model.recipient import Recipient
from printkit.typeset.deck import Deck

SHORT = (region("Africa", 12), region("South Asia", 30, intro="Two offices serve here."))
WITHOUT_COVER = replace(classic(), slides=replace(classic().slides, cover=False))
LARGE_MARGINS = replace(classic(), slides=replace(classic().slides, safe=0.1, small=18.0))
EDITIONS = {
    "short": edition(bulletin(*SHORT)),
    "usual": edition(week(50)),
    "long": edition(week(95)),
    "16:10": edition(week(50), screen="16:10"),
    "4:3": edition(week(50), screen="4:3"),
    "4:3 with pictures": edition(
        bulletin(region("Africa", 24, picture=PICTURE), *SHORT, picture=CREDITED), screen="4:3"
    ),
    "banner": edition(bulletin(*SHORT, picture=CREDITED)),
    "pictures": edition(
        bulletin(region("Africa", 20, picture=CREDITED), region("Asia", 9, 9, picture=PICTURE))
    ),
    "church": edition(bulletin(*SHORT), recipient=Recipient("grace", "Grace Church", "10:30")),
    "church on 4:3": edition(
        bulletin(*SHORT, picture=CREDITED),
        screen="4:3",
        recipient=Recipient("grace", prose(9), prose(9), prose(9)),
    ),
    "many requests": edition(bulletin(region("Africa", *[9] * 6))),
    "one word": edition(bulletin(region("Africa", "Amen."))),
    "names changed": edition(
        bulletin(region("Asia", request(prose(30), pseudonym=True), picture=PICTURE), *SHORT)
    ),
    "names changed on 4:3": edition(
        bulletin(region("Asia", request(prose(40), pseudonym=True))), screen="4:3"
    ),
    "long title": edition(bulletin(*SHORT, title=("Pray without ceasing " * 12)[:200])),
    "long title and banner": edition(
        bulletin(*SHORT, title="Pray without ceasing for one another", picture=PICTURE)
    ),
    "long names": edition(bulletin(region(prose(16), 20), region("Asia", 20)), screen="4:3"),
    "long scripture": edition(bulletin(*SHORT, scripture=Scripture(text(prose(60))))),
    "no scripture, no date": edition(
        bulletin(*SHORT, scripture=None), wording=replace(WORDING, date="", reference="")
    ),
    "logo": edition(bulletin(*SHORT), logo=LOGO),
    "long imprint": edition(bulletin(*SHORT), imprint=tuple(prose(9, n) for n in range(5))),
    "endless imprint": edition(bulletin(*SHORT), imprint=(prose(90),)),
    "no imprint": edition(bulletin(*SHORT), imprint=()),
    "without a cover": edition(bulletin(*SHORT), layout=WITHOUT_COVER),
    "large margins": edition(bulletin(*SHORT, picture=PICTURE), layout=LARGE_MARGINS),
    "paragraphs": edition(bulletin(region("Africa", f"{prose(9)}\n{prose(8)}", 7, intro="A.\nB."))),
    "wide words": edition(
        bulletin(region("Rechtsschutzversicherungsgesellschaften", "Strafverfolgungsbehörden"))
    ),
}
every_deck = pytest.mark.parametrize("name", EDITIONS)


@pytest.fixture(scope="module")
def made(deck_of):
    """Give every edition's deck."""
    return {name: deck_of(one) for name, one in EDITIONS.items()}


@every_deck
def test_it_has_a_slide_for_each_region(made, name):
    """After the cover, if the layout has one."""
    one, deck = EDITIONS[name], made[name]
    assert isinstance(deck, Deck)
    titles = [
        said(item.lines)
        for frame in deck.document.frames
        for item in texts_of(frame)
        if role_of(item, deck) == "title"
    ]
    cover = [str(one.words.title)] if one.layout.slides.cover else []
    assert titles == [*cover, *(str(part.name) for part in one.words.regions)]
    assert len(deck.sizes) == len(one.words.regions)


@every_deck
def test_bodies_are_large_and_nothing_is_small(made, name):
    """Introductions and requests at 28 pt or more, and whatever else at 14 pt or more."""
    for item in items_of(made[name], Text):
        least = 28 if role_of(item, made[name]) == "body" else 14
        assert all(paragraph.size >= least for paragraph in item.paragraphs)
        assert all(run.size >= least for line in item.lines for run in line.runs)


@every_deck
def test_promised_lines_lie_inside_their_box(made, name):
    """Whatever an office program makes of the paragraphs, there is room for it."""
    slack = EDITIONS[name].layout.slides.slack
    for item in items_of(made[name], Text):
        size = item.paragraphs[0].size
        assert item.lines[0].baseline - 0.8 * size >= item.box.top - 0.01
        assert item.lines[-1].baseline + 0.2 * size <= item.box.bottom + 0.01
        for line in item.lines:
            left, right = ink_of(line)
            assert left >= item.box.left - 0.01
            assert right - left <= item.box.width * (1 - slack) + 0.01


@every_deck
def test_everything_is_inside_what_the_screen_keeps_safe(made, name):
    """Only the banner reaches the screen's edges."""
    one = EDITIONS[name]
    across, down = (side * one.layout.slides.safe for side in (one.screen.width, one.screen.height))
    for item in items_of(made[name], Text, Image, Fill):
        box = item.box
        banner = isinstance(item, Image) and box.left == 0
        left, top = (0, 0) if banner else (across, down)
        assert box.left >= left - 0.01
        assert box.right <= one.screen.width - left + 0.01
        assert box.top >= top - 0.01
        assert box.bottom <= one.screen.height - top + 0.01
        assert box.width > 0
        assert box.height > 0


@every_deck
def test_no_two_items_of_a_slide_overlap(made, name):
    """Neither texts nor pictures."""
    for frame in made[name].document.frames:
        for one, other in combinations((item.box for item in frame.items), 2):
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            assert across <= 0.01 or down <= 0.01, (frame.name, one, other)


@every_deck
def test_sizes_differ_by_the_spread_at_most(made, name):
    """A slide that says little is not shouted."""
    sizes = made[name].sizes
    assert max(sizes) - min(sizes) <= EDITIONS[name].layout.slides.spread
    bodies = [i.paragraphs[0].size for i in items_of(made[name], Text)]
    assert set(sizes) <= set(bodies)


@every_deck
def test_paragraphs_say_what_their_lines_say(made, name):
    """The deck is drawn from the paragraphs; the lines only promise room for them."""
    for item in items_of(made[name], Text):
        assert "".join(said(item.lines).split()) == "".join(
            "".join(paragraph.text.split()) for paragraph in item.paragraphs
        )


@every_deck
def test_the_notes_hold_everything(made, name):
    """All of a region's texts, whole, whatever its slide shows; then cue and reading time."""
    one, deck = EDITIONS[name], made[name]
    notes = [frame.notes for frame in deck.document.frames]
    cover = [str(one.words.title)]
    cover += [one.wording.date] if one.wording.date else []
    if one.words.scripture:
        cover += [f"“{one.words.scripture.text}”", one.wording.reference]
    if one.words.picture and one.words.picture.credit:
        cover.append(str(one.words.picture.credit))
    regions = [tuple(region_notes(part)) for part in one.words.regions]
    if one.layout.slides.cover:
        assert notes == [tuple(cover), *regions]
    else:
        assert notes == [(*cover, *regions[0]), *regions[1:]]


def region_notes(part):
    texts = [str(part.name)]
    if part.picture and part.picture.credit:
        texts.append(str(part.picture.credit))
    texts += [str(part.intro)] if part.intro else []
    texts += [str(asked.text) for asked in part.requests]
    yield from "\n".join(texts).split("\n")
    if any(asked.pseudonym for asked in part.requests):
        yield FOOTNOTE
    yield WORDING.cue
    yield f"{sum(len(one.split()) for one in texts)} words"


def test_larger_screens_never_take_smaller_type(deck_of):
    """The same text is at least as large on a wider screen of the same height."""
    sizes = [max(deck_of(edition(week(40), screen=s)).sizes) for s in ("4:3", "16:10", "16:9")]
    assert sizes == sorted(sizes)


def test_words_stand_whole_where_a_smaller_size_lets_them(deck_of):
    """An office program would tear a word that is wider than its box."""
    what = bulletin(
        region("Recht", "Wir danken den Strafverfolgungsbehördenleitern.", picture=PICTURE)
    )
    deck = deck_of(edition(what))
    (body,) = [item for item in items_of(deck, Text) if role_of(item, deck) == "body"]
    assert [said([line]).split()[-1] for line in body.lines][
        -1
    ] == "Strafverfolgungsbehördenleitern."
    assert deck.sizes[0] < classic().slides.body.largest


def test_a_footnote_stands_on_the_slides_that_need_it(deck_of):
    """And the body ends above it."""
    changed = region("Asia", request(prose(60), pseudonym=True))
    deck = deck_of(edition(bulletin(changed, region("Africa", 60))))
    frames = deck.document.frames
    roles = [[role_of(item, deck) for item in texts_of(frame)] for frame in frames]
    assert [("footnote" in one) for one in roles] == [False, True, False]


def test_slides_are_numbered_with_the_cover_as_the_first(deck_of):
    """Each at its lower right."""
    deck = deck_of(edition(bulletin(*SHORT)))
    numbers = [i for i in items_of(deck, Text) if role_of(i, deck) == "number"]
    assert [said(item.lines) for item in numbers] == ["1", "2", "3"]
    assert all(item.paragraphs[0].align == "right" for item in numbers)


def test_the_imprint_is_cut_to_whole_lines(deck_of):
    """As many of its lines as one line of the footer holds."""
    lines = ("Partner Office", prose(9), prose(90))
    deck = deck_of(edition(bulletin(*SHORT), imprint=lines))
    footers = {said(i.lines) for i in items_of(deck, Text) if role_of(i, deck) == "footer"}
    assert footers == {f"{lines[0]} · {lines[1]}"}


def test_frames_are_named_for_the_template(deck_of):
    """By what stands on them: cover, region, and a region with a picture."""
    deck = deck_of(edition(bulletin(region("A", 9), region("B", 9, picture=PICTURE))))
    assert [frame.name for frame in deck.document.frames] == ["cover", "region", "region-picture"]


def test_a_layout_may_raise_the_floor(deck_of):
    """What fits at 28 pt may be overset at 40."""
    slides = replace(classic().slides, body=Range(40.0, 48.0))
    raised = replace(classic(), slides=slides)
    what = bulletin(region("Africa", request("x", slide=prose(70))))
    assert isinstance(deck_of(edition(what)), Deck)
    assert isinstance(deck_of(edition(what, layout=raised)), Overset)


def test_the_same_edition_makes_the_same_deck(deck_of, made):
    """A deck is a pure function of its edition."""
    assert deck_of(EDITIONS["usual"]) == made["usual"]


def test_a_plain_slide_ends_the_deck_where_the_layout_wants_one(deck_of):
    """It says nothing but the office's imprint, and belongs to the last region's section."""
    ending = replace(classic(), slides=replace(classic().slides, last=True))
    frame = deck_of(edition(bulletin(*SHORT), layout=ending)).document.frames[-1]
    (title,) = frame.items
    (said,) = (paragraph.text for paragraph in title.paragraphs)
    assert said == " · ".join(edition(bulletin(*SHORT)).office.imprint)
    assert (frame.name, frame.notes, frame.section) == ("last", (), "")
    nameless = edition(bulletin(*SHORT), layout=ending, imprint=())
    (title,) = deck_of(nameless).document.frames[-1].items
    assert title.paragraphs[0].text == nameless.office.name
