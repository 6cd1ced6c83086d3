"""A deck is as it should be, or the witness says what is not."""

from dataclasses import replace

import pytest

from printkit.verify.witness import check_deck, shortened_on_slides


def messages(problems):
    return [problem.message for problem in problems]


def test_a_good_deck_passes(built, slides, expected):
    """Titles, bodies, notes and footers hold what they should."""
    assert check_deck(built(slides), expected) == ()
    assert shortened_on_slides(built(slides), expected) == ()


def test_whole_first_sentences_are_allowed_and_noted(built, slides, expected):
    """A request without a form for the slide may be cut where a sentence ends."""
    slides[1]["body"] = ["Thank God for a high-ranking judge."]
    slides[2]["body"].remove("She speaks this week.")
    deck = built(slides)
    assert check_deck(deck, expected) == ()
    first, second = shortened_on_slides(deck, expected)
    assert "16 words are in the notes only" in first.message
    assert first.place.line == 9
    assert second.place.line == 15


def test_a_deck_without_a_cover_opens_in_the_first_notes(built, slides, expected):
    """Title and scripture then stand before the first region's words."""
    cover = slides.pop(0)
    slides[0]["notes"] = [*cover["notes"], *slides[0]["notes"]]
    slides[1]["others"] = ["Some names have been changed.", "2"]
    without = replace(expected, cover=False)
    assert check_deck(built(slides), without) == ()
    slides[0]["notes"].remove("A credit")
    assert check_deck(built(slides), without) == ()
    slides[0]["notes"].remove("“Seek justice.”")
    assert "missing: `'Seek`" in messages(check_deck(built(slides), without))[0]


def replaced(number, key, old, new):
    def change(slides):
        value = slides[number][key]
        if isinstance(value, str):
            slides[number][key] = value.replace(old, new)
        else:
            assert sum(old in text for text in value) == 1
            slides[number][key] = [text.replace(old, new) for text in value]

    return change


def swapped(key):
    def change(slides):
        slides[1][key], slides[2][key] = slides[2][key], slides[1][key]

    return change


def without(number, key, position):
    def change(slides):
        del slides[number][key][position]

    return change


def added(number, key, text):
    def change(slides):
        slides[number][key].append(text)

    return change


FAULTS = {
    "a changed cover title": (
        replaced(0, "title", "Prayer", "Praise"),
        "slide 1, title: expected `Prayer Requests`",
    ),
    "a changed title": (
        replaced(1, "title", "Africa", "Asia"),
        "slide 2, title: expected `Africa`",
    ),
    "no title": (
        replaced(1, "title", "Africa", ""),
        "slide 2, title: expected `Africa`, found nothing",
    ),
    "titles of other slides": (swapped("title"), "slide 2, title"),
    "a wrong date": (
        replaced(0, "body", "14", "15"),
        "slide 1: `Week of 14 January 2019` is missing",
    ),
    "no scripture": (without(0, "others", 0), "slide 1: `“Seek justice.”` is missing"),
    "a stranger on the cover": (
        added(0, "others", "Welcome"),
        "slide 1: `Welcome` is not in the bulletin",
    ),
    "a request cut within a sentence": (
        replaced(1, "body", " the day comes.", ""),
        "missing: `the`, `day`, `comes.`",
    ),
    "a changed letter": (replaced(1, "body", "judge", "fudge"), "not in the bulletin: `fudge.`"),
    "a repeated word": (replaced(1, "body", "went on", "went went on"), "repeated: `went`"),
    "bodies of other slides": (swapped("body"), "slide 2, body"),
    "no intro": (without(2, "body", 0), "slide 3, body: expected `Partner offices serve in`"),
    "the whole text for its slide form": (
        replaced(2, "body", "Fold.", "Pray for all who fold and post."),
        "slide 3, body",
    ),
    "no last request": (without(2, "body", -1), "slide 3, body: expected `Fold.`, found nothing"),
    "a stranger in the body": (
        added(2, "body", "Amen."),
        "slide 3, body: `Amen.` is not in the bulletin",
    ),
    "no footnote": (without(2, "others", 0), "slide 3: `Some names have been changed.` is missing"),
    "a footnote without need": (
        added(1, "others", "Some names have been changed."),
        "is not in the bulletin",
    ),
    "notes without a request": (without(2, "notes", 4), "slide 3, notes: expected"),
    "notes without their last sentence": (
        replaced(1, "notes", " Pray that nobody loses heart before the day comes.", ""),
        "missing",
    ),
    "notes of another slide": (swapped("notes"), "slide 2, notes: expected `Africa"),
    "a changed letter in the notes": (
        replaced(1, "notes", "judge", "fudge"),
        "not in the bulletin: `fudge.`",
    ),
    "notes without the region": (without(1, "notes", 0), "slide 2, notes"),
    "cover notes without the date": (without(0, "notes", 1), "slide 1, notes"),
    "a stranger in the notes": (added(1, "notes", "Amen."), "slide 2, notes"),
    "the reading time twice": (
        added(1, "notes", "Reading time: about 40 seconds"),
        "slide 2, notes",
    ),
    "the cue twice": (added(1, "notes", "Pause. Pray."), "slide 2, notes"),
    "more after the reading time": (
        replaced(1, "notes", "about 40 seconds", "about 40 seconds and more"),
        "slide 2, notes",
    ),
    "a slide too few": (list.pop, "expected 3 slides, found 2"),
    "a slide too many": (lambda slides: slides.append(slides[2]), "expected 3 slides, found 4"),
}


@pytest.mark.parametrize(("mutate", "message"), FAULTS.values(), ids=FAULTS)
def test_every_fault_is_named(built, slides, expected, mutate, message):
    """A deck that says less, more or something else than the bulletin is seen."""
    mutate(slides)
    assert [found for found in messages(check_deck(built(slides), expected)) if message in found]


def test_the_cue_is_not_needed(built, slides, expected):
    """Notes that hold the region's words alone are whole."""
    slides[1]["notes"] = slides[1]["notes"][:2]
    assert check_deck(built(slides), expected) == ()


def test_a_request_that_reads_like_the_cue_counts(built, slides, expected):
    """The bulletin's own words are needed though they are the cue's."""
    africa, headquarters = expected.bulletin.regions
    request = replace(
        africa.requests[0], text=replace(africa.requests[0].text, value="Pause. Pray.")
    )
    africa = replace(africa, requests=(request,))
    bulletin = replace(expected.bulletin, regions=(africa, headquarters))
    same_words = replace(expected, bulletin=bulletin)
    slides[1]["body"] = ["Pause. Pray."]
    slides[1]["notes"] = ["Africa", "Pause. Pray.", "Pause. Pray."]
    assert check_deck(built(slides), same_words) == ()
    slides[1]["notes"] = ["Africa", "Pause. Pray."]
    assert check_deck(built(slides), same_words) == ()
    slides[1]["notes"] = ["Africa"]
    assert check_deck(built(slides), same_words)


def test_texts_in_groups_and_tables_are_read(expected, slides, built):
    """Nothing on a slide escapes, wherever it stands."""
    from io import BytesIO

    from pptx import Presentation
    from pptx.util import Pt

    deck = Presentation(BytesIO(built(slides)))
    shapes = deck.slides[1].shapes
    place = (Pt(1), Pt(1), Pt(90), Pt(90))
    shapes.add_group_shape().shapes.add_textbox(*place).text_frame.text = "In a group"
    shapes.add_table(1, 1, *place).table.cell(0, 0).text = "In a table"
    data = BytesIO()
    deck.save(data)
    assert messages(check_deck(data.getvalue(), expected)) == [
        "slide 2: `In a group` is not in the bulletin",
        "slide 2: `In a table` is not in the bulletin",
    ]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 nothing", b"%PDF-1.7"])
def test_a_damaged_deck_is_a_fault(data, expected):
    """What cannot be read is said to be so."""
    assert messages(check_deck(data, expected)) == ["the deck cannot be read as a PowerPoint file"]
    assert shortened_on_slides(data, expected) == ()


GOES_ON = {
    "body": (
        ["Partner offices serve in Canada.", "Pray for Anika."],
        ["She speaks this week.", "Fold."],
    ),
    "notes": (
        [
            "HQ & Global Partners",
            "Partner offices serve in Canada.",
            "Pray for Anika.",
            "Pause. Pray.",
            "Reading time: about 4 seconds",
        ],
        ["She speaks this week.", "Pray for all who fold and post.", "Pause. Pray."],
    ),
    "others": (["Some names have been changed.", "3"], ["4"]),
}


@pytest.fixture
def going_on(slides):
    """Give the deck with its last region on two slides."""
    parts = [
        {
            "layout": 1,
            "title": f"HQ & Global Partners ({n}/2)",
            **{k: list(v[n - 1]) for k, v in GOES_ON.items()},
        }
        for n in (1, 2)
    ]
    return [*slides[:2], *parts]


def test_a_region_may_go_on_where_its_layout_lets_it(built, going_on, expected):
    """Bodies and notes hold everything together, the requests' marks are not looked at."""
    layout = replace(expected, overset="continue")
    assert check_deck(built(going_on), layout) == ()
    assert "expected 3 slides, found 4" in messages(check_deck(built(going_on), expected))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (replaced(2, "title", "(1/2)", "(2/2)"), "expected 3 slides, found 4"),
        (replaced(3, "title", "(2/2)", "(1/2)"), "slide 4, title"),
        (replaced(3, "body", "Fold.", "Fold it."), "slides 3 to 4, body"),
        (replaced(2, "body", "Pray for Anika.", ""), "slides 3 to 4, body"),
        (replaced(3, "notes", "She speaks this week.", ""), "slides 3 to 4, notes"),
        (replaced(2, "notes", "Pray for Anika.", "Pray. Pray for Anika."), "slides 3 to 4, notes"),
        (replaced(2, "others", "Some names have been changed.", ""), "slides 3 to 4, footnote"),
        (replaced(3, "others", "4", "5"), "slide 4: `5`"),
    ],
    ids=[
        "the first title",
        "the last title",
        "a short form",
        "a request on its slide",
        "a sentence in the notes",
        "a word in the notes",
        "the footnote",
        "the number",
    ],
)
def test_what_is_wrong_where_a_region_goes_on_is_told(built, going_on, expected, change, said):
    """Titles count, and nothing is lost or said twice between two slides."""
    change(going_on)
    found = messages(check_deck(built(going_on), replace(expected, overset="continue")))
    assert any(said in message for message in found)


def test_a_cut_request_is_wrong_where_the_layout_shows_all(built, slides, expected):
    """First sentences are shown by a layout that says so, and by no other."""
    slides[1]["body"] = ["Thank God for a high-ranking judge."]
    (message,) = messages(check_deck(built(slides), replace(expected, overset="refuse")))
    assert "slide 2, body" in message


@pytest.mark.parametrize("title", ["Partner Office", "Partner Office UK · pray.example.org/uk"])
def test_a_plain_last_slide_says_who_it_is_from(built, slides, expected, title):
    """The office's name or its imprint, and nothing else."""
    ending = replace(
        expected, last="Partner Office", imprint=("Partner Office UK", "pray.example.org/uk")
    )
    for slide in slides:
        slide["others"] = [text for text in slide["others"] if "Partner" not in text]
    last = {"layout": 1, "title": title, "body": [], "others": [], "notes": []}
    assert check_deck(built([*slides, last]), ending) == ()
    assert "expected 4 slides, found 3" in messages(check_deck(built(slides), ending))
    last["title"] = "Goodbye"
    assert "slide 4: `Goodbye`" in messages(check_deck(built([*slides, last]), ending))[0]
