"""A problem with a character is told where the character stands."""

import pytest

FRAME = "title: T\nregions:\n  - name: R\n    requests:\n"
BAD = "\u202e"


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        (f"      - ab{BAD}", "5:11"),
        (f"      - 'ab''{BAD}'", "5:14"),
        (f'      - "a\\n{BAD}"', "5:13"),
        (f"      - a\n        b{BAD}", "6:10"),
        (f"      - >-\n        a\n\n        b{BAD}", "8:10"),
        (f"      - [{BAD}]", None),
        ('      - "a\\u202e"', "5:9"),
        (f"      - text: ab{BAD}", "5:17"),
        (f"      - {{text: é🙏{BAD}}}", "5:18"),
    ],
)
def test_the_place_of_a_character(refused, typed, place):
    """It is the character's own, or its text's where it was typed as an escape."""
    places = [line.split(":", 1)[1].split(": ")[0] for line in refused(FRAME + typed + "\n")]
    if place:
        assert f" bulletins/2019-01-14.yaml:{place}" in places


def test_problems_stand_in_the_order_of_their_places(refused):
    """A person goes through the file once, from top to bottom."""
    text = "regions:\n  - name: R\n    requests: [{text: ''}]\ntitle: \nlanguage: x\ntitle: a\n"
    places = [line.split(":")[2:4] for line in refused(text)]
    assert places == [["3", "23"], ["4", "7"], ["5", "11"], ["6", "1"]]
