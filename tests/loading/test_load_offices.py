"""The offices' file becomes offices, in its order."""

from pathlib import Path

import pytest

from printkit.errors import Place, Refused
from printkit.loading import Checks, load_offices, paper_size
from printkit.model.office import Logo, Office
from printkit.model.paper import PAPERS, Size

LAYOUTS = ("classic", "modern")
SHIPPED = Path(__file__).parents[2] / "layouts" / "offices.yaml"


@pytest.fixture
def offices(tmp_path, checks):
    """Give a function that loads offices from their text."""

    def loaded(text):
        file = tmp_path / "offices.yaml"
        file.write_text(text, encoding="utf-8")
        return load_offices(file, "layouts/offices.yaml", LAYOUTS, PAPERS, checks)

    return loaded


def test_every_key_is_read(offices, tmp_path):
    """All that an office may say is in the model."""
    (tmp_path / "uk.png").touch()
    text = """\
uk:
  name: Partner Office United Kingdom
  language: en-gb
  fallbacks: [cy, en]
  paper: a4
  layout: modern
  imprint: [Partner Office United Kingdom, pray.example.org/uk]
  link: https://pray.example.org/uk
  logo: {file: uk.png, alt: Partner Office}
  references: catholic
"""
    assert offices(text)["uk"] == Office(
        identity="uk",
        name="Partner Office United Kingdom",
        language="en-GB",
        paper="a4",
        layout="modern",
        imprint=("Partner Office United Kingdom", "pray.example.org/uk"),
        place=Place("layouts/offices.yaml", 1, 1),
        fallbacks=("cy", "en"),
        link="https://pray.example.org/uk",
        logo=Logo(
            (tmp_path / "uk.png").resolve(),
            "Partner Office",
            Place("layouts/offices.yaml", 9, 16),
            "uk.png",
        ),
        references="catholic",
    )


def test_what_may_be_left_out(offices):
    """Four keys are required; the layout is the classic one."""
    text = "z: {name: Z, language: en, paper: {width: 6in, height: 229mm}, imprint: [Z]}\n"
    found = offices(text + text.replace("z:", "a:"))
    assert list(found) == ["z", "a"]
    assert (found["z"].layout, found["z"].references) == ("classic", None)
    assert (found["z"].fallbacks, found["z"].link, found["z"].logo) == ((), None, None)
    assert paper_size(found["z"].paper) == Size(432.0, 229 * 72 / 25.4)


def test_the_shipped_offices_load(checks):
    """What is shipped is right."""
    found = load_offices(SHIPPED, "layouts/offices.yaml", LAYOUTS, PAPERS, checks)
    assert {"us", "ca", "ca-fr", "au", "uk", "de", "nl"} <= set(found)


def test_a_logo_is_checked_like_a_picture(tmp_path):
    """A damaged logo is refused."""
    (tmp_path / "uk.png").touch()
    file = tmp_path / "offices.yaml"
    logo = "logo: {file: uk.png, alt: Our mark}"
    file.write_text(f"uk: {{name: U, language: en, paper: a4, imprint: [U], {logo}}}\n")
    checks = Checks(picture=lambda _file: "it is damaged", character=lambda _character: True)
    with pytest.raises(Refused, match=r"`uk\.png` cannot be used: it is damaged"):
        load_offices(file, "offices.yaml", LAYOUTS, PAPERS, checks)


@pytest.mark.parametrize("identity", ["con", "nul", "com1", "lpt9", "web", "Uk", "u k", "-u", "ü"])
def test_an_office_names_a_folder(offices, identity):
    """Names that some system cannot have for a folder are refused."""
    with pytest.raises(Refused, match="office"):
        offices(f"{identity}: {{name: U, language: en, paper: a4, imprint: [U]}}\n")


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("a4", PAPERS["a4"]),
        ("6in x 9in", Size(432.0, 648.0)),
        ("100mm × 72pt", Size(100 * 72 / 25.4, 72.0)),
    ],
)
def test_the_size_of_a_paper(text, size):
    """A paper is known by name, or by width and height."""
    assert paper_size(text) == size


@pytest.mark.parametrize("text", ["a9", "", "6in", "6 x 9", "6in x", "0in x 9in", "6in x 999in"])
def test_what_is_no_paper(text):
    """Anything else is refused."""
    with pytest.raises(ValueError, match="expected"):
        paper_size(text)


def test_the_other_side_of_a_bilingual_edition_is_another_office(offices):
    """One that is in the file, and not the office itself."""
    office = "  name: A\n  language: en\n  paper: a4\n  imprint: [A]\n"
    found = offices(f"a:\n{office}  bilingual: b\nb:\n{office}")
    assert (found["a"].bilingual, found["b"].bilingual) == ("b", None)
    with pytest.raises(Refused) as refused:
        offices(f"a:\n{office}  bilingual: a\nb:\n{office}  bilingual: c\nd:\n{office}")
    assert [problem.message for problem in refused.value.problems] == [
        "expected one of `b`, `d` for `bilingual`, found `a`",
        "expected one of `a`, `d` for `bilingual`, found `c`",
    ]
