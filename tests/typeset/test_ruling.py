"""A short bulletin's page is ruled for notes, from below its text down to its foot."""

from dataclasses import replace
from itertools import pairwise

import pytest
from typeset.manuscripts import (
    FOOTNOTE,
    WORDING,
    bulletin,
    classic,
    edition,
    region,
    texts_of,
    week,
)

from printkit.model.frame import Fill
from printkit.typeset.furniture import furnish
from printkit.typeset.ruling import first_rule, ruled_lines
from printkit.typeset.story import tell

PITCH = 24.0
FOOT = 700.0
SHORT = [1, 5, 12, 20]


def spare(what):
    """Give the shipped layout with `lines` or `space` for what is left."""
    return replace(classic(), page=replace(classic().page, spare=what))


@pytest.fixture(scope="module")
def ruled(tools):
    """Give a function that gives the rules' tops where the text ends at a height."""
    one = edition(week(5))
    furniture = furnish(tell(one, tools), one, one.layout.page.shape_for(one.paper))
    return lambda text: [rule.box.top for rule in ruled_lines(furniture, text, FOOT)]


def hairlines_of(document):
    """Give the boxes of a page's hairlines from the top down; the last one is the foot's own."""
    fills = [item for item in document.frames[0].items if isinstance(item, Fill)]
    return [fill.box for fill in fills if fill.colour.name == "hairline"]


def baselines_of(document, *roles):
    """Give the baselines of the texts of these roles."""
    texts = texts_of(document.frames[0])
    named = (item for item in texts if document.elements[item.element].role in roles)
    return [line.baseline for item in named for line in item.lines]


@pytest.mark.parametrize("paper", ["letter", "a4", "legal"])
@pytest.mark.parametrize("words", SHORT[:3])
def test_rules_run_from_below_the_text_to_the_foot_at_equal_distances(insert_of, words, paper):
    """The text and the first rule are at least a line apart, and less than two and a bit."""
    document = insert_of(edition(week(words), paper)).document
    boxes = hairlines_of(document)
    assert len(boxes) > 4
    tops = [box.top for box in boxes]
    assert [below - above for above, below in pairwise(tops)] == pytest.approx(
        [PITCH] * (len(tops) - 1)
    )
    text = max(baselines_of(document, "heading", "introduction", "request"))
    assert PITCH <= tops[0] - text < 2 * PITCH + PITCH / 2


@pytest.mark.parametrize("what", [*map(week, SHORT), bulletin(region("Africa", "Pray."))])
@pytest.mark.parametrize("paper", ["letter", "third-letter"])
@pytest.mark.parametrize("note", ["", FOOTNOTE])
def test_no_rule_touches_a_text(insert_of, what, paper, note):
    """Not the columns' last lines, nor a footnote below the rules, which may have two lines."""
    document = insert_of(edition(what, paper, wording=replace(WORDING, footnote=note))).document
    for item in texts_of(document.frames[0]):
        for box in hairlines_of(document):
            assert not item.box.top < box.top < item.box.bottom


@pytest.mark.parametrize("words", SHORT)
def test_rules_are_as_wide_as_the_page_between_its_margins(insert_of, words):
    """As the foot's own rule is; they are no thicker, either."""
    *rules, own = hairlines_of(insert_of(edition(week(words))).document)
    assert all((rule.left, rule.width, rule.height) == (own.left, own.width, 0.5) for rule in rules)
    assert (own.left, own.width, own.height) == pytest.approx((43.2, 612 - 2 * 43.2, 0.5))


def test_fewer_than_four_rules_look_forgotten(ruled):
    """So there are four or none."""
    assert ruled(FOOT - 5 * PITCH) == [FOOT - count * PITCH for count in (4, 3, 2, 1)]
    assert ruled(FOOT - 5 * PITCH + 0.1) == []
    assert ruled(FOOT) == []


def test_the_text_may_end_below_the_foot(ruled):
    """Then there is nothing to rule."""
    assert ruled(FOOT + 100) == []


def test_a_full_page_has_no_rules(insert_of):
    """But for the foot's own."""
    assert len(hairlines_of(insert_of(edition(week(90))).document)) == 1


def test_a_layout_may_leave_white_space(insert_of):
    """With `spare: space` a short page has no rules, and is otherwise the same."""
    ruled_page, white = (
        insert_of(edition(week(5), layout=spare(what))).document for what in ("lines", "space")
    )
    assert len(hairlines_of(white)) == 1
    assert texts_of(white.frames[0]) == texts_of(ruled_page.frames[0])


def test_the_foot_begins_with_its_rule_where_there_is_no_footnote(tools):
    """Its place is what the rules above are measured from."""
    one = edition(week(5))
    furniture = furnish(tell(one, tools), one, one.layout.page.shape_for(one.paper))
    foot = furniture.foot(12.0)
    assert first_rule(foot) == pytest.approx(furniture.bottom - foot.height + 0.8 * 12.0)
