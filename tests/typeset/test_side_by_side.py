"""An edition in two languages on one page: request beside request, at one size."""

from dataclasses import replace

import pytest
from cuts import without
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typeset.manuscripts import (
    apart,
    bulletin,
    classic,
    prose,
    region,
    request,
    shortened,
    text,
)
from typeset.two_columns import (
    ADDRESS,
    LONG,
    beginnings,
    both,
    faults,
    role,
    side_of,
    told,
    unpaired,
    week_of,
)

from printkit.model.bulletin import Scripture
from printkit.model.frame import Fill, Text
from printkit.typeset.bilingual import OversetSide
from printkit.typeset.insert import Insert

WORDS = st.sampled_from([*prose(60).split(), LONG, ADDRESS, "l'abri", "oui !"])


@st.composite
def texts(draw, most):
    """Give a text whose first words are drawn, and the others ordinary; perhaps in paragraphs."""
    said = draw(st.lists(WORDS, min_size=1, max_size=6))
    said += prose(60).split()[: draw(st.integers(0, most))]
    if len(said) > 12 and draw(st.booleans()):
        said[len(said) // 2] += "\n"
    return " ".join(said).replace("\n ", "\n")


@st.composite
def pairs(draw):
    """Give two bulletins of as many regions and requests, whose texts have nothing in common."""
    counts = draw(st.lists(st.integers(1, 3), min_size=1, max_size=7))
    made = []
    for prefix in ("", "Région "):
        regions = []
        for number, count in enumerate(counts):
            intro = draw(st.one_of(st.none(), texts(12)))
            asked = [
                request(draw(texts(240 // (len(counts) * count))), pseudonym=draw(st.booleans()))
                for _ in range(count)
            ]
            name = f"{prefix}{draw(WORDS)} {number}"
            regions.append(region(name, *asked, intro=intro))
        scripture = draw(st.one_of(st.none(), st.builds(Scripture, st.builds(text, texts(30)))))
        made.append(bulletin(*regions, title=draw(texts(3)), scripture=scripture))
    # Whose names were changed is known from the original.
    first, second = made
    return first, second


@settings(max_examples=40, derandomize=True, suppress_health_check=list(HealthCheck))
@given(bulletins=pairs(), paper=st.sampled_from(("letter", "letter", "a4", "half-letter", "a3")))
def test_each_language_is_whole_in_its_column_or_it_is_overset(
    storeroom, set_both, bulletins, paper
):
    """Each word once, in order, inside the column, and pairs on one line; or numbers.

    Without the words that these say it is a page.
    """
    editions = both(*map(apart, bulletins), paper)
    made = set_both(editions)
    if isinstance(made, OversetSide):
        over = made.over
        assert over.lines >= 1
        assert over.words == sum(words for _, _, words in over.regions)
        cut = tuple(replace(one, words=without(one.words, over.cuts)) for one in editions)
        assert isinstance(set_both(cut), OversetSide) != bool(over.words)
        return
    without_scripture = [
        one
        if one.words.scripture
        else replace(one, wording=replace(one.wording, opening="", closing="", reference=""))
        for one in editions
    ]
    assert faults(made, without_scripture, storeroom) == []
    assert unpaired(made) == []
    assert len(made.document.frames) == 1


PAGES = {
    "a usual week": both(week_of([60], [70], [40]), week_of([75], [66], [52])),
    "several requests": both(week_of([20, 30, 9], [12, 50]), week_of([26, 28, 4], [30, 44])),
    "much longer": both(week_of([20], [30]), week_of([150], [170])),
    "on a4": both(week_of([80], [70]), week_of([85], [90]), "a4"),
    "on a half sheet": both(week_of([20], [30]), week_of([24], [33]), "half-letter"),
    "on legal": both(week_of([150], [130]), week_of([170], [150]), "legal"),
    "long titles": both(
        week_of([60], title="Pray without ceasing " * 3), week_of([60], title=f"Prions, {LONG}")
    ),
    "no scripture in one": both(week_of([40]), week_of([40], scripture=None)),
}


@pytest.mark.parametrize("name", PAGES)
def test_pairs_begin_on_one_line_at_one_size(set_both, name):
    """Names and requests alike, whichever language takes more lines."""
    made = set_both(PAGES[name])
    assert isinstance(made, Insert)
    assert unpaired(made) == []
    assert beginnings(made, 0, "request")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_stands_over_anything_else(set_both, name):
    """Each text of a column ends above the next, and the last above the foot's hairline."""
    made = set_both(PAGES[name])
    rules = [item for item in made.document.frames[0].items if isinstance(item, Fill)]
    for side in (0, 1):
        boxes = [item.box for item in told(made, side) if role(made, item) != "imprint"]
        tops = [box.top for box in boxes]
        assert tops == sorted(tops)
        assert max(box.bottom for box in boxes) < max(rule.box.top for rule in rules)


def test_one_language_is_told_after_the_other(set_both):
    """Each in a part of its own, so that nobody hears them mixed."""
    made = set_both(PAGES["a usual week"])
    elements = made.document.elements
    parts = [one for one in elements if one.role == "side"]
    assert [(one.parent, one.language) for one in parts] == [(0, "en-US"), (0, "fr-CA")]
    items = [item for item in made.document.frames[0].items if isinstance(item, Text)]
    sides = [side_of(elements, item.element) for item in items]
    assert sides == sorted(sides)
    runs = {
        run.language for item in told(made, 1, Text) for line in item.lines for run in line.runs
    }
    assert runs == {"fr-CA", "en-US"}, "the office's own lines are in its language"


def test_more_words_are_set_smaller(set_both):
    """A longer text in either language costs both the same size."""
    one, more = week_of([60], [70]), week_of([60], [150])
    sizes = [set_both(both(*each)).size for each in ((one, one), (one, more), (more, one))]
    assert sizes[0] > sizes[1]
    assert sizes[1] == pytest.approx(sizes[2], abs=0.3)


@pytest.mark.parametrize("papers", [("half-letter", "letter", "legal"), ("a5", "a4", "a3")])
def test_more_paper_never_sets_smaller(set_both, papers):
    """Each holds all of the one before it."""
    what = week_of([24], [30]), week_of([33], [28])
    sizes = [set_both(both(*what, paper)).size for paper in papers]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


def test_a_short_week_is_no_larger_than_the_layout_allows(set_both):
    """What is left is ruled for notes over the whole width, as on an insert."""
    editions = both(week_of([12]), week_of([14]))
    made = set_both(editions)
    assert made.size == classic().page.body.largest
    rules = [item.box for item in made.document.frames[0].items if isinstance(item, Fill)]
    assert len(rules) > 5
    assert {round(box.width, 3) for box in rules} == {round(612 - 2 * 0.6 * 72, 3)}
    page = replace(editions[0].layout.page, spare="space")
    white = [replace(one, layout=replace(one.layout, page=page)) for one in editions]
    (frame,) = set_both(tuple(white)).document.frames
    assert len([item for item in frame.items if isinstance(item, Fill)]) == 2


def test_a_page_that_is_nearly_full_is_filled(set_both):
    """Spaces and lines open until the text ends just above the foot."""
    made = set_both(PAGES["much longer"])
    (frame,) = made.document.frames
    foot = max(item.box.top for item in frame.items if isinstance(item, Fill))
    last = max(item.box.bottom for item in told(made, 1, Text) if role(made, item) == "request")
    assert foot - last < 3 * made.size


def test_what_is_too_much_is_told_in_both_languages(set_both):
    """With as many words as make it fit once they are cut."""
    first, second = week_of([300], [340]), week_of([400], [330], prefix="Région ")
    made = set_both(both(first, second))
    assert isinstance(made, OversetSide)
    assert made.side == 1
    assert made.over.regions[0][0] == "Région Africa 0"
    assert made.over.smallest == classic().page.body.smallest
    cut = [shortened(one, made.over) for one in (first, second)]
    assert isinstance(set_both(both(*cut)), Insert)


def test_what_cannot_fit_with_any_requests_says_so(set_both):
    """Titles alone may be too much for a card."""
    what = week_of([3], title=prose(200))
    made = set_both(both(what, what, "a6"))
    assert isinstance(made, OversetSide)
    assert (made.over.words, made.over.regions) == (0, ())
