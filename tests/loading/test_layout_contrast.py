"""A layout's type stands out from the slides' ground and from paper, or is told of."""

from pathlib import Path

import pytest

from printkit.errors import Problem, Refused
from printkit.loading import judge_layout, layout_names
from printkit.model.contrast import contrast

FAMILIES = ("Source Sans 3", "Source Serif 4", "Arimo")
GOOD = Path(__file__).parent / "good" / "layouts"
SHIPPED = Path(__file__).parents[2] / "layouts"


def judged(folder: Path, text: str, *others: Path) -> tuple[Problem, ...]:
    """Give the warnings about a layout, or what it is refused for."""
    (folder / "one.yaml").write_text(text, encoding="utf-8")
    folders = (folder, *others, GOOD)
    try:
        return judge_layout("one", folders, FAMILIES, shown=lambda path: path.name)[1]
    except Refused as refusal:
        return refusal.problems


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("000000", "FFFFFF", 21.0),
        ("FFFFFF", "ffffff", 1.0),
        ("767676", "FFFFFF", 4.54),
        ("FF0000", "FFFFFF", 4.0),
        ("0000FF", "FFFFFF", 8.59),
    ],
)
def test_contrast(one, other, ratio):
    """The ratio is WCAG's, whichever colour is the lighter."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("name", layout_names([SHIPPED]))
def test_the_shipped_layouts_are_read_from_the_back_row(name):
    """Nothing about them is warned of: their type has 7:1 everywhere."""
    assert judge_layout(name, [SHIPPED], FAMILIES)[1] == ()


def test_a_colour_under_seven_to_one_is_warned_of_at_its_place(tmp_path):
    """The hint is a shade of it that has enough; the layout loads."""
    (problem,) = judged(tmp_path, 'extends: classic\ncolours:\n  warm: "B29A50"\n')
    assert problem.describe("warning") == (
        "warning: one.yaml:3:9: `warm` on `ground` has a contrast of 5.7:1, expected at least 7:1\n"
        '  hint: type `warm: "C0AD71"`, or choose another colour'
    )


def test_what_the_hint_says_is_enough(tmp_path):
    """Typed as proposed, the colour is neither refused nor warned of."""
    text = 'extends: classic\ncolours:\n  accent: "{}"\n'
    (problem,) = judged(tmp_path, text.format("4A90A4"))
    assert problem.hint
    proposed = problem.hint.split('"')[1]
    assert judged(tmp_path, text.format(proposed)) == ()


def test_the_ratio_shown_is_rounded_down(tmp_path):
    """What has 4.48:1 is not said to have the 4.5:1 that it lacks."""
    (problem,) = judged(tmp_path, 'extends: classic\ncolours: {accent: "777777"}\n')
    assert "a contrast of 4.4:1, expected at least 4.5:1" in problem.message


def test_a_ground_that_is_changed_is_where_the_problem_is(tmp_path):
    """What it was to stand out from is the file's own choice, the colours are inherited."""
    problems = judged(tmp_path, 'extends: classic\ncolours:\n  ground: "F0F0F0"\n')
    assert {str(problem.place) for problem in problems} == {"one.yaml:3:11"}
    assert [problem.message.split(" has")[0] for problem in problems] == [
        "`light` on `ground`",
        "`warm` on `ground`",
        "`soft` on `ground`",
    ]
    assert problems[0].hint == "of the colours here, `ink`, `accent` would do on `ground`"


def test_a_style_that_names_a_pale_colour_is_where_the_problem_is(tmp_path):
    """The colour itself may be right elsewhere; hairlines are no type, and may be pale."""
    text = "extends: classic\npage: {styles: {date: {colour: warm}}}\n"
    (problem,) = judged(tmp_path, text)
    assert str(problem.place) == "one.yaml:2:32"
    assert problem.message.startswith("`warm` on white paper has a contrast of 1.6:1")
    assert (
        problem.hint
        == "of the colours here, `ink`, `accent`, `muted`, `ground` would do on white paper"
    )


def test_no_shade_is_proposed_where_none_would_do(tmp_path):
    """A colour that stands on paper and on dark slides cannot have 7:1 to both."""
    text = 'extends: classic\ncolours: {accent: "6D7F88"}\nslides: {accent: accent}\n'
    problems = judged(tmp_path, text)
    assert {problem.hint for problem in problems} == {
        "no shade of it would do: choose a lighter or a darker ground, or another colour for it"
    }


def test_a_wrong_value_is_told_once(tmp_path):
    """Where there is no colour, there is no contrast to tell of."""
    (problem,) = judged(tmp_path, 'extends: classic\ncolours: {accent: "#0B4F5C"}\n')
    assert problem.message.startswith("expected six hexadecimal digits")
