"""References from another language are built, verified, and warned of where Bibles differ."""

import pytest

GERMAN = """\
title: Gebetsanliegen
scripture:
  text: Euch aber soll aufgehen die Sonne der Gerechtigkeit.
  reference: {reference}
regions:
  - name: Afrika
    requests:
      - Dankt für den neuen Brunnen.
  - name: Südasien
    intro: Zwei Büros arbeiten hier.
    requests:
      - Betet für die Familien.
      - Betet für die Lehrerinnen.
"""
TOLD = "may have other numbers in German Bibles"


def build(desk, reference, original="Malachi 4:2"):
    """Build the German edition of a translation with this reference."""
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("Matthew 5:5", original), encoding="utf-8")
    desk.write("bulletins/2019-01-14.de.yaml", GERMAN.format(reference=reference))
    return desk.run("build", "--office", "de", "--verify")


@pytest.mark.parametrize("reference", ["Malachi 4:2", "Maleachi 4,2"])
def test_the_originals_numbers_are_warned_of(desk, reference):
    """Whether the book's name was translated or not; the edition is built all the same."""
    result = build(desk, reference)
    assert result.exit_code == 0, result.output
    assert f"2019-01-14.de.yaml:4:14: `{reference}` {TOLD}" in result.stderr
    assert "4:1–6 in English is 3:19–24" in result.stderr


@pytest.mark.parametrize(
    ("reference", "original"), [("Maleachi 3,20", "Malachi 4:2"), ("Job 5:15", "Job 5:15")]
)
def test_right_numbers_are_not(desk, reference, original):
    """The German Bible's own, or a passage that all number alike, read back under its new name."""
    result = build(desk, reference, original)
    assert result.exit_code == 0, result.output
    assert TOLD not in result.stderr


def test_an_edition_in_the_originals_language_is_not(desk):
    """An English edition has the author's reference."""
    build(desk, "Malachi 4:2")
    result = desk.run("build", "--office", "uk", "--verify")
    assert result.exit_code == 0, result.output
    assert "other numbers" not in result.stderr
