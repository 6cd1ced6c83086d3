"""Families come from font packages, whose files are known by their content."""

from dataclasses import replace

import pytest

from printkit.errors import Refused
from printkit.fonts import catalogue
from printkit.fonts.catalogue import FAMILIES, content_key, file_of, positions
from printkit.model.layout import Face


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("italic", [False, True])
def test_every_family_has_its_files(family, italic):
    """A roman and an italic, installed with printkit."""
    assert file_of(Face(family, italic=italic)).is_file()


def test_a_family_whose_package_is_missing_is_refused(monkeypatch):
    """With what to type."""
    missing = replace(FAMILIES["Arimo"], package="fontpkg_not_there")
    monkeypatch.setitem(catalogue.FAMILIES, "Arimo", missing)
    with pytest.raises(Refused) as refused:
        file_of(Face("Arimo"))
    (problem,) = refused.value.problems
    assert problem.message == "the font `Arimo` is not installed"
    assert problem.hint == "type `python -m pip install fontpkg-not-there`"


@pytest.mark.parametrize(
    ("face", "axes"),
    [
        (Face("Source Sans 3", 600), (("wght", 600.0),)),
        (Face("Source Serif 4", 700), (("wght", 700.0), ("opsz", 14.0))),
        (Face("Arimo", 100), (("wght", 400.0),)),
        (Face("Arimo", 900), (("wght", 700.0),)),
    ],
)
def test_axes_stand_at_the_weight_inside_the_familys_range(face, axes):
    """And the optical size at that for text."""
    assert positions(face) == axes


def test_a_static_family_has_a_bold_file_and_no_axes():
    """The nearer of its two weights is taken."""
    names = [file_of(Face("Atkinson Hyperlegible", weight)).stem for weight in (300, 549, 550, 900)]
    regular, bold = "AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"
    assert names == [regular, regular, bold, bold]
    slanted = Face("Atkinson Hyperlegible", 700, italic=True)
    assert file_of(slanted).stem == "AtkinsonHyperlegible-BoldItalic"
    assert positions(slanted) == ()


def test_a_files_key_is_its_table_directory(tmp_path):
    """It changes where a table's checksum does, and is short to read."""
    whole = file_of(Face("Arimo")).read_bytes()
    key = content_key(file_of(Face("Arimo")))
    assert whole.startswith(key)
    assert len(key) == 12 + 16 * int.from_bytes(whole[4:6], "big")
    other = tmp_path / "other.ttf"
    other.write_bytes(whole[:20] + bytes([whole[20] ^ 1]) + whole[21:])
    assert content_key(other) != key
