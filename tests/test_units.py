"""Lengths are points inside, and are converted at the edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.units import EMU_PER_POINT, emu, points


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("12pt", 12.0),
        ("0.5in", 0.5 * 72),
        ("8.5 in", 8.5 * 72),
        (" 1in ", 72.0),
        ("25.4mm", 72.0),
        ("2.54cm", 72.0),
        ("0pt", 0.0),
        ("007pt", 7.0),
    ],
)
def test_a_length_is_a_number_with_its_unit(text, length):
    """In points, of which 72 are an inch."""
    assert points(text) == pytest.approx(length)


@pytest.mark.parametrize(
    "text", ["", "12", "pt", "12px", "-1pt", ".5in", "1,5cm", "1pt 2", "1e3pt"]
)
def test_what_is_no_length_is_refused(text):
    """With examples of what is, and what was found."""
    with pytest.raises(ValueError, match="expected a length such as") as refused:
        points(text)
    assert str(refused.value).endswith(f"found `{text}`")


def test_emu_are_whole():
    """An inch is 914400 of them (OOXML ST_Coordinate)."""
    assert emu(72.0) == 914400
    assert emu(0.5 / EMU_PER_POINT + 1) == EMU_PER_POINT
    assert isinstance(emu(1 / 3), int)


@given(st.floats(-10_000, 10_000))
def test_emu_are_within_half_of_the_length(length):
    """Nothing moves by more than rounding does."""
    assert abs(emu(length) - length * EMU_PER_POINT) <= 0.5
