"""The printers' file: what it may say, and what is told of it otherwise."""

import pytest

from printkit.errors import Refused
from printkit.loading import load_printers
from printkit.model.paper import MILLIMETRE


def loaded(tmp_path, text):
    """Load a file that says this."""
    path = tmp_path / "printers.yaml"
    path.write_text(text, encoding="utf-8")
    return load_printers(path, "printers.yaml")


def test_a_printer_is_known_by_offsets_and_edges(tmp_path):
    """What is left out is nothing, the long edge, and the left one."""
    known = loaded(
        tmp_path, "a: {right: 1mm, down: -0.5mm, flip: short, landscape: right}\nb: {}\n"
    )
    assert known["a"].right == pytest.approx(MILLIMETRE)
    assert known["a"].down == pytest.approx(-0.5 * MILLIMETRE)
    assert (known["a"].flip, known["a"].landscape) == ("short", "right")
    assert (known["b"].right, known["b"].flip, known["b"].landscape) == (0.0, "long", "left")


@pytest.mark.parametrize("text", ["", "# nothing yet\n\n"])
def test_a_file_may_say_nothing(tmp_path, text):
    """Nor need there be one."""
    assert loaded(tmp_path, text) == {}
    assert load_printers(tmp_path / "none.yaml", "none.yaml") == {}


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a:\n  rigth: 1mm\n", "2:3", "unknown key `rigth`"),
        ("a:\n  right: far\n", "2:10", "expected a length such as `1.5mm` or `-0.5mm`"),
        ("a:\n  right: 30mm\n", "2:10", "expected at most 20mm, found `30mm`"),
        ("a:\n  flip: sideways\n", "2:9", "expected one of `long`, `short` for `flip`"),
        ("a: 1mm\n", "1:4", "expected keys and values for the printer `a`"),
        ("A b:\n  right: 1mm\n", "1:1", "expected a printer's short name"),
        ("- a\n", "1:1", "expected keys and values for this file"),
        ("a:\n  right: 1mm\na:\n  right: 2mm\n", "3:1", "given twice"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path, text, place, message):
    """As in every other file that people write."""
    with pytest.raises(Refused) as refused:
        loaded(tmp_path, text)
    said = refused.value.problems[0].describe()
    assert said.startswith(f"error: printers.yaml:{place}: ")
    assert message in said
