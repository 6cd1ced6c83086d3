"""The layout writes down what gives way, and in which order."""

from dataclasses import replace

from typeset.manuscripts import classic

from printkit.typeset.ladder import Rung, ladder

PAGE = classic().page
NATURAL = Rung("natural", 1.0, PAGE.natural_leading, PAGE.banner.largest, 2)


def names(page, columns=(2, 1), *, banner=True):
    """Give the names of the rungs before, at and after the size."""
    steps = ladder(page, columns, banner=banner)
    return (
        [rung.name for rung in steps.comfortable],
        steps.smaller.name,
        [rung.name for rung in steps.last],
    )


def test_every_step_stands_on_those_before_it():
    """First everything is natural; what has given way stays so."""
    page = replace(PAGE, ladder=("spacing", "leading", "size"))
    natural, spaced, tight = ladder(page, (2,), banner=True).comfortable
    assert natural == NATURAL
    assert spaced == natural._replace(name="spacing", spacing=PAGE.spacing.smallest)
    assert tight == spaced._replace(name="leading", leading=PAGE.leading.smallest)


def test_what_stands_after_the_size_is_the_last_resort():
    """It is turned to where even the smallest size does not fit."""
    page = replace(PAGE, ladder=("leading", "size", "banner", "columns"))
    assert names(page) == (["natural", "leading"], "size", ["banner", "columns"])


def test_a_step_that_changes_nothing_is_left_out():
    """A page without a banner cannot lower it, and one kind of columns is no choice."""
    page = replace(PAGE, ladder=("banner", "columns", "size"))
    assert names(page, (2,), banner=False) == (["natural"], "size", [])


def test_each_number_of_columns_is_a_rung():
    """They are tried in the layout's order."""
    page = replace(PAGE, ladder=("size", "columns"))
    last = ladder(page, (2, 1, 3), banner=True).last
    assert [(rung.name, rung.columns) for rung in last] == [("columns", 1), ("columns", 3)]
