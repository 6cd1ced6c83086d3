"""Problems say where, what, and what to type next."""

import pytest

from printkit.errors import Place, Problem, Refused, WrongUsage

PLACE = Place("bulletins/week.yaml", 14, 5)


def test_a_place_reads_as_file_line_and_column():
    """As editors and terminals understand it."""
    assert str(PLACE) == "bulletins/week.yaml:14:5"
    assert str(Place("layouts/classic.yaml")) == "layouts/classic.yaml:1:1"


def test_places_stand_in_the_order_of_their_files():
    """By file, line and column, as numbers."""
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 9, 2), Place("a", 9, 1)]
    assert [str(place) for place in sorted(places)] == ["a:9:1", "a:9:2", "a:10:1", "b:1:1"]


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (Problem("unknown key `nmae`"), "error: unknown key `nmae`"),
        (
            Problem("unknown key `nmae`", PLACE),
            "error: bulletins/week.yaml:14:5: unknown key `nmae`",
        ),
        (
            Problem("unknown key `nmae`", PLACE, "did you mean `name`?"),
            "error: bulletins/week.yaml:14:5: unknown key `nmae`\n  hint: did you mean `name`?",
        ),
    ],
)
def test_a_problem_describes_itself(problem, said):
    """Kind, place, message, and the hint on a line of its own."""
    assert problem.describe() == said
    assert problem.describe("warning") == said.replace("error", "warning", 1)


def test_a_refusal_has_everything_that_is_wrong():
    """Not the first problem alone."""
    problems = (Problem("one", PLACE), Problem("two"))
    refusal = Refused(*problems)
    assert refusal.problems == problems
    assert str(refusal) == "error: bulletins/week.yaml:14:5: one\nerror: two"


def test_wrong_usage_has_a_message_and_a_hint():
    """The hint may be missing."""
    wrong = WrongUsage("no office `xx`", "type `printkit offices`")
    assert (wrong.message, wrong.hint) == ("no office `xx`", "type `printkit offices`")
    assert WrongUsage("no office `xx`").hint is None
