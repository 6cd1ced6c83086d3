"""What stands beside the pairs of a page in two languages: pictures, feet, rules and links."""

from dataclasses import replace

import pytest
from typeset.manuscripts import (
    CREDITED,
    LOGO,
    PICTURE,
    bulletin,
    prose,
    region,
    request,
    text,
)
from typeset.two_columns import ADDRESS, OTHER, both, role, side_of, told, week_of

from printkit.model.frame import Fill, Image, Text
from printkit.model.picture import Code


def test_a_picture_of_both_is_shown_once(set_both):
    """The banner over the whole width, a region's in the middle; each with both credits."""
    credited = replace(CREDITED, credit=text("Photo : une amie"))
    first = replace(week_of([20], picture=CREDITED), regions=(region("A", 9, picture=CREDITED),))
    second = replace(week_of([20], picture=credited), regions=(region("B", 9, picture=credited),))
    made = set_both(both(first, second))
    banner, picture = told(made, 0, Image)
    assert told(made, 1, Image) == []
    assert banner.box.width == pytest.approx(612 - 2 * 0.6 * 72)
    assert picture.box.left + picture.box.right == pytest.approx(612)
    credits_ = [
        [item.box.top for item in told(made, side, Text) if role(made, item) == "credit"]
        for side in (0, 1)
    ]
    assert len(credits_[0]) == 2
    assert credits_[0] == pytest.approx(credits_[1])


def test_pictures_that_differ_stand_beside_each_other(set_both):
    """Each in its own column, as high as the other."""
    first = replace(week_of([20], picture=PICTURE), regions=(region("A", 9, picture=PICTURE),))
    second = replace(week_of([20], picture=OTHER), regions=(region("B", 9, picture=OTHER),))
    made = set_both(both(first, second))
    pairs_ = zip(told(made, 0, Image), told(made, 1, Image), strict=True)
    for left, right in pairs_:
        assert (left.box.top, left.box.height) == (right.box.top, right.box.height)
        assert left.box.right < 306 < right.box.left


def test_a_picture_of_one_language_alone_is_shown(set_both):
    """Also where that is the second one."""
    second = replace(week_of([20], picture=OTHER), regions=(region("B", 9, picture=OTHER),))
    made = set_both(both(replace(week_of([20]), regions=(region("A", 9),)), second))
    assert told(made, 0, Image) == []
    banner, picture = told(made, 1, Image)
    assert banner.box.width == pytest.approx(612 - 2 * 0.6 * 72)
    assert picture.box.left + picture.box.right == pytest.approx(612)


def test_both_feet_stand_on_one_line(set_both):
    """Each office's lines on one level below one hairline, also where one has more of them."""
    one, other = both(week_of([20]), week_of([24]))
    office = replace(other.office, imprint=(prose(12), "priere.example.org/ca"))
    made = set_both((one, replace(other, office=office)))
    tops = [
        min(item.lines[0].baseline for item in told(made, side) if role(made, item) == "imprint")
        for side in (0, 1)
    ]
    assert tops[0] == pytest.approx(tops[1])


def test_a_logo_and_a_code_of_both_are_shown_once(set_both):
    """In the first one's foot; the second's lines stand at the same middle."""
    code = Code("https://pray.example.org/us", 62.4, 6.0)
    made = set_both(both(week_of([20]), week_of([24]), logo=LOGO, code=code))
    assert [image.code for image in told(made, 0, Image)] == ["", code.words]
    assert told(made, 1, Image) == []
    middles = []
    for side in (0, 1):
        boxes = [item.box for item in told(made, side, Text) if role(made, item) == "imprint"]
        middles.append(min(box.top for box in boxes) + max(box.bottom for box in boxes))
    assert middles[0] == pytest.approx(middles[1])


def test_footnotes_stand_beside_each_other(set_both):
    """Above the hairline, though one takes more lines."""
    asked = bulletin(region("Asia", request(prose(30), pseudonym=True)))
    one, other = both(asked, asked)
    other = replace(other, wording=replace(other.wording, footnote=prose(30)))
    made = set_both((one, other))
    tops = [
        next(item.box.top for item in told(made, side, Text) if role(made, item) == "footnote")
        for side in (0, 1)
    ]
    assert tops[0] == pytest.approx(tops[1])


def test_no_line_for_notes_runs_through_a_footnote(set_both):
    """They end above it."""
    asked = bulletin(region("Asia", request("Pray.", pseudonym=True)))
    made = set_both(both(asked, asked))
    notes = [
        item.box for side in (0, 1) for item in told(made, side) if role(made, item) == "footnote"
    ]
    rules = [item.box.top for item in made.document.frames[0].items if isinstance(item, Fill)]
    assert len(rules) > 5
    assert not [top for top in rules for box in notes if box.top < top < box.bottom]


def test_an_address_is_a_link_in_its_own_column(set_both):
    """With its place where it stands."""
    made = set_both(both(bulletin(region("A", ADDRESS)), bulletin(region("B", ADDRESS))))
    (frame,) = made.document.frames
    elements = made.document.elements
    sides = [side_of(elements, elements[link.element].parent) for link in frame.links]
    assert {elements[link.element].role for link in frame.links} == {"link"}
    for side, link in zip(sides, frame.links, strict=True):
        assert (link.box.left > 306) == bool(side)
