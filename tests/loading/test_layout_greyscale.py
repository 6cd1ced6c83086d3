"""What a copier without colours makes of a layout's colours is known, and rules survive it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.errors import Refused
from printkit.loading import judge_layout, layout_names
from printkit.model.greyscale import DARKEST, LIGHTEST, tint
from printkit.typeset.composing import HAIRLINE, RULE

FAMILIES = ("Source Sans 3", "Source Serif 4", "Arimo")
SHIPPED = Path(__file__).parents[2] / "layouts"
CHANNELS = st.integers(0, 255)


@pytest.mark.parametrize(
    ("colour", "part"),
    [("000000", 1.0), ("FFFFFF", 0.0), ("808080", 0.498), ("FF0000", 0.7), ("0000FF", 0.89)],
)
def test_a_colour_becomes_a_tint_of_black(colour, part):
    """By the light of its channels as printers weigh them."""
    assert tint(colour) == pytest.approx(part, abs=0.001)


@given(grey=CHANNELS)
def test_the_darker_the_more_is_covered(grey):
    """A grey's tint is its distance from white."""
    assert tint(f"{grey:02X}" * 3) == pytest.approx(1 - grey / 255)


@pytest.mark.parametrize("name", layout_names([SHIPPED]))
def test_the_shipped_layouts_are_made_for_a_copier(name):
    """Small rules are tints between 5 and 80 %, and no rule is thinner than half a point."""
    layout, _ = judge_layout(name, [SHIPPED], FAMILIES)
    assert LIGHTEST <= tint(layout.colours["hairline"]) <= DARKEST
    assert min(RULE, HAIRLINE) >= 0.5


def test_a_colour_in_which_rules_would_vanish_is_refused(tmp_path):
    """With its place, its tint, and what to type."""
    text = 'extends: classic\ncolours:\n  hairline: "F6F9F9"\n'
    (tmp_path / "pale.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        judge_layout("pale", (tmp_path, SHIPPED), FAMILIES, shown=lambda path: path.name)
    (problem,) = refused.value.problems
    assert problem.describe() == (
        "error: pale.yaml:3:13: `hairline` is a tint of 3% on a copier, where rules in it would "
        'vanish, expected at least 5%\n  hint: choose a darker colour, such as `hairline: "8FA9AE"`'
    )


def test_a_colour_that_is_too_pale_for_type_is_told_of_once(tmp_path):
    """What is refused since it cannot be read is not refused again since it cannot be copied."""
    text = 'extends: classic\ncolours:\n  accent: "F6F9F9"\n'
    (tmp_path / "pale.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        judge_layout("pale", (tmp_path, SHIPPED), FAMILIES, shown=lambda path: path.name)
    assert len(refused.value.problems) == 1


def test_the_lightest_tint_that_copiers_print_is_allowed(tmp_path):
    """Five in a hundred is enough."""
    (tmp_path / "pale.yaml").write_text(
        'extends: classic\ncolours:\n  hairline: "F2F2F2"\n', encoding="utf-8"
    )
    layout, _ = judge_layout("pale", (tmp_path, SHIPPED), FAMILIES)
    assert tint(layout.colours["hairline"]) == pytest.approx(0.051, abs=0.001)
