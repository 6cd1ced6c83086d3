"""`--format bilingual`: one language on the front, the other on the back, at one size."""

import json
from contextlib import closing

import pypdfium2
import pytest
from cli.conftest import FRENCH
from PIL import Image
from pypdf import PdfWriter

BUILD = ("build", "--format", "bilingual", "--verify")
NAME = "output/ca/2019-01-14-bilingual.pdf"


@pytest.fixture
def church(desk):
    """Give a project whose bulletin has a French translation."""
    desk.write("bulletins/2019-01-14.fr.yaml", FRENCH)
    return desk


def texts_of(path):
    """Give what PDFium reads on each page."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def test_each_side_is_in_its_language(church):
    """The office's own in front; the other office's text, date and imprint behind."""
    result = church.run(*BUILD, "--office", "ca", "--json")
    assert result.exit_code == 0, result.output
    line = json.loads(result.stdout)
    assert (line["pages"], line["language"], line["paper"]) == (2, "en", "letter")
    front, back = texts_of(church.folder / NAME)
    assert "Week of January 14, 2019" in front
    assert "Partner Office Canada" in front
    assert "Semaine du 14 janvier 2019" in back
    assert "« Heureux les doux" in back.replace("\u00a0", " ").replace("\u202f", " ")
    assert "Bureau partenaire du Canada" in back


def test_without_an_office_all_that_name_another_are_made(church):
    """Each with its own language in front; the other offices have none."""
    result = church.run(*BUILD)
    assert result.exit_code == 0, result.output
    assert "2 editions, 2 files: 2 built" in result.stdout
    front, _ = texts_of(church.folder / "output/ca-fr/2019-01-14-bilingual.pdf")
    assert front.startswith("Sujets de prière")


def test_an_office_that_names_no_other_is_refused(church):
    """By name, with those that do and what to type."""
    result = church.run(*BUILD, "--office", "us")
    assert result.exit_code == 2
    assert "office `us` names no other for the other side of a bilingual edition" in result.stderr
    assert "expected one of `ca`, `ca-fr`" in result.stderr


@pytest.mark.parametrize("office", ["ca", "ca-fr"])
def test_without_a_translation_there_is_no_other_side(desk, office):
    """The hint says which one to begin."""
    result = desk.run(*BUILD, "--office", office)
    assert result.exit_code == 1
    assert f"has no text in `fr` for the two sides of `{office}`" in result.stderr
    assert "type `printkit new 2019-01-14 --language fr`" in result.stderr


def test_what_does_not_fit_names_its_own_side(church):
    """A French text that is too long is told of at its place in the French file."""
    long = FRENCH.replace("Merci pour", "Merci pour " + "la pluie et le beau temps " * 400)
    church.write("bulletins/2019-01-14.fr.yaml", long)
    result = church.run(*BUILD, "--office", "ca")
    assert result.exit_code == 1
    assert "2019-01-14.fr.yaml:9:9: does not fit on letter for office `ca-fr`" in result.stderr


def test_it_is_put_on_sheets(church):
    """Front and back twice on a sheet, and read back."""
    asked = ("--office", "ca", "--imposition", "two-up", "--copies", "20")
    result = church.run(*BUILD, *asked)
    assert result.exit_code == 0, result.output
    told = "print 10 sheets of Letter, both sides, flip on the long edge, actual size, one cut"
    assert told in result.stdout
    assert church.run("verify").exit_code == 0
    front, back = texts_of(church.folder / NAME)
    assert front.count("Africa") == 2
    assert back.count("Afrique") == 2


@pytest.mark.parametrize(
    ("imposition", "hint"),
    [
        ("two-up", "print it on whole sheets: leave out `--imposition`"),
        ("four-up", "put fewer pieces on a sheet: `--imposition two-up`"),
    ],
)
def test_small_type_on_a_sheet_is_told_with_what_helps(church, imposition, hint):
    """Also where it is the other side that is set so small."""
    longer = {"two-up": 68, "four-up": 16}[imposition]
    text = FRENCH.replace("Merci pour", "Merci pour " + "la pluie et le beau temps, " * longer)
    church.write("bulletins/2019-01-14.fr.yaml", text)
    result = church.run(*BUILD, "--office", "ca", "--imposition", imposition)
    assert result.exit_code == 0, result.output
    assert "pt (smaller type), " in result.stdout
    assert f"or {hint}" in result.stderr


def test_sides_that_were_exchanged_are_found(church):
    """Each page is held against its own bulletin."""
    church.run(*BUILD, "--office", "ca")
    path = church.folder / NAME
    writer = PdfWriter(clone_from=path)
    writer.root_object["/Pages"]["/Kids"].reverse()
    writer.write(path)
    result = church.run("verify")
    assert result.exit_code == 1
    assert "on the front: expected `Prayer Requests" in result.stderr.replace("\n", " ")


def test_an_unchanged_one_stands_until_either_text_changes(church):
    """The other side's words decide as well."""
    church.run(*BUILD, "--office", "ca")
    assert "1 unchanged" in church.run(*BUILD, "--office", "ca").stdout
    changed = FRENCH.replace("familles rentrées", "familles revenues")
    church.write("bulletins/2019-01-14.fr.yaml", changed)
    assert "1 built" in church.run(*BUILD, "--office", "ca").stdout


def test_the_outline_tells_both_sides(church):
    """Each heading in its own language."""
    church.run(*BUILD, "--office", "ca")
    told = church.run("verify", "--outline").stdout
    assert "heading level 2: Africa" in told
    assert "heading level 2: Afrique" in told


def test_a_picture_of_the_other_side_alone_decides_by_what_it_holds(church):
    """It is found and remembered; another picture in its place is built anew."""
    picture = church.folder / "bulletins/rive.png"
    Image.new("RGB", (1600, 500), "#336699").save(picture)
    church.write("bulletins/2019-01-14.fr.yaml", FRENCH + "image: {file: rive.png, alt: La rive}\n")
    assert church.run(*BUILD, "--office", "ca").exit_code == 0
    assert "1 unchanged" in church.run(*BUILD, "--office", "ca").stdout
    Image.new("RGB", (1600, 500), "#993366").save(picture)
    assert "1 built" in church.run(*BUILD, "--office", "ca").stdout


def test_offices_without_another_language_do_not_decide_about_sheets(church):
    """Half of letter does not tile A4, which no bilingual edition is on."""
    result = church.run(*BUILD, "--imposition", "two-up", "--paper", "half-letter")
    assert result.exit_code == 0, result.output
    assert "2 editions, 2 files: 2 built" in result.stdout
