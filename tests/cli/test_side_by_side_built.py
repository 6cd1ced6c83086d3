"""`bilingual: side-by-side` in a layout: both languages on one page, request beside request."""

import json
import re
import shutil
from contextlib import closing
from zipfile import ZipFile

import pypdfium2
import pytest
from cli.conftest import FRENCH
from PIL import Image

from printkit.model.paper import PAPERS

LAYOUT = "extends: classic\npage:\n  bilingual: side-by-side\n"
BUILD = ("build", "--format", "bilingual", "--layout", "beside", "--verify")
NAME = "output/ca/2019-01-14-bilingual.pdf"


@pytest.fixture
def church(desk):
    """Give a project whose bulletin has a French translation, and a layout for both."""
    desk.write("bulletins/2019-01-14.fr.yaml", FRENCH)
    desk.write("layouts/beside.yaml", LAYOUT)
    return desk


def halves(path):
    """Give the size of a file's only page, and what PDFium reads left and right of its middle."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        (page,) = document
        width, height = page.get_size()
        text = page.get_textpage()
        left = text.get_text_bounded(0, 0, width / 2, height)
        right = text.get_text_bounded(width / 2, 0, width, height)
        return (width, height), " ".join(left.split()), " ".join(right.split())


def test_both_languages_stand_on_one_page(church):
    """The office's own at the left, on its whole paper; the other office's at the right."""
    result = church.run(*BUILD, "--office", "ca", "--json")
    assert result.exit_code == 0, result.output
    line = json.loads(result.stdout)
    assert (line["pages"], line["language"], line["paper"]) == (1, "en", "letter")
    assert line["size"] > 12
    size, left, right = halves(church.folder / NAME)
    assert size == (PAPERS["letter"].width, PAPERS["letter"].height)
    for said in ("Prayer Requests", "Week of January 14, 2019", "Africa", "Partner Office Canada"):
        assert said in left
        assert said not in right
    for said in ("Sujets de prière", "Semaine du 14 janvier 2019", "Afrique", "priere.example.org"):
        assert said in right
        assert said not in left


def test_the_other_office_has_its_own_language_first(church):
    """On the same paper, at the same size."""
    result = church.run(*BUILD, "--json")
    assert result.exit_code == 0, result.output
    sizes = {json.loads(line)["size"] for line in result.stdout.splitlines()}
    assert len(sizes) == 1
    _, left, right = halves(church.folder / "output/ca-fr/2019-01-14-bilingual.pdf")
    assert left.startswith("Sujets de prière")
    assert right.startswith("Prayer Requests")


def test_without_the_key_it_is_front_and_back(church):
    """As it was before there was another way."""
    church.write("layouts/beside.yaml", "extends: classic\n")
    line = json.loads(church.run(*BUILD, "--office", "ca", "--json").stdout)
    assert line["pages"] == 2


def test_the_layouts_key_decides_what_is_built_anew(church):
    """And as long as nothing changes, the page stands."""
    church.run(*BUILD, "--office", "ca")
    assert "1 unchanged" in church.run(*BUILD, "--office", "ca").stdout
    church.write("layouts/beside.yaml", LAYOUT.replace("side-by-side", "two-sided"))
    assert "1 built" in church.run(*BUILD, "--office", "ca").stdout


def test_another_paper_is_for_both(church):
    """The same words in the middle of a larger page."""
    result = church.run(*BUILD, "--office", "ca", "--paper", "legal")
    assert result.exit_code == 0, result.output
    size, left, right = halves(church.folder / NAME)
    assert size == (PAPERS["legal"].width, PAPERS["legal"].height)
    assert "Africa" in left
    assert "Afrique" in right


def test_it_is_put_on_sheets_that_are_printed_on_one_side(church):
    """Each copy whole, and read back."""
    asked = ("--office", "ca", "--imposition", "two-up", "--copies", "20")
    result = church.run(*BUILD, *asked)
    assert result.exit_code == 0, result.output
    assert "print 10 sheets of Letter, actual size, one cut" in result.stdout
    assert church.run("verify").exit_code == 0
    with closing(pypdfium2.PdfDocument(church.folder / NAME)) as document:
        (page,) = document
        said = page.get_textpage().get_text_bounded()
    assert said.count("Africa") == said.count("Afrique") == 2


@pytest.mark.parametrize("sheets", [(), ("--imposition", "two-up")])
def test_exchanged_languages_are_found(church, sheets):
    """A page of the other office's is not this one's, on a sheet either."""
    assert church.run(*BUILD, *sheets).exit_code == 0
    shutil.copyfile(church.folder / NAME.replace("/ca/", "/ca-fr/"), church.folder / NAME)
    result = church.run("verify")
    assert result.exit_code == 1
    said = " ".join(result.stderr.split())
    assert "in the left column: expected `Prayer Requests" in said
    assert "in the right column: expected `Sujets de prière" in said


def test_what_does_not_fit_is_told_with_what_helps(church):
    """At its place in the file of the language that is longer."""
    long = FRENCH.replace("Merci pour", "Merci pour " + "la pluie et le beau temps " * 400)
    church.write("bulletins/2019-01-14.fr.yaml", long)
    result = church.run(*BUILD, "--office", "ca")
    assert result.exit_code == 1
    said = " ".join(result.stderr.split())
    assert "2019-01-14.fr.yaml:9:9: does not fit on letter for office `ca`" in said
    assert "words, for instance from `Afrique` (line 9)" in said
    assert "or give each language a side of its own: `bilingual: two-sided` in the layout" in said


def test_a_cut_in_both_languages_names_the_other_ones_file(church):
    """A line alone would be looked for in the file that the error is about."""
    rain, pluie = "the rain and the sun " * 300, "la pluie et le beau temps " * 300
    whole = church.folder / "bulletins/2019-01-14.yaml"
    church.write(whole, whole.read_text("utf-8").replace("Give thanks for", f"Give {rain} for"))
    church.write(
        "bulletins/2019-01-14.fr.yaml", FRENCH.replace("Merci pour", f"Merci {pluie} pour")
    )
    said = " ".join(church.run(*BUILD, "--office", "ca").stderr.split())
    told = (
        r"(\S+):(\d+):9: does not fit .* for instance \d+ from `Afri\w+` \(line \2\) and \d+ from "
    )
    assert re.search(told + r"`Afri\w+` \(bulletins/2019-01-14\S*.yaml:\d+\), or", said), said


def test_small_type_is_warned_of_with_what_helps(church):
    """A language for each side would be larger."""
    long = FRENCH.replace("Merci pour", "Merci pour " + "la pluie et le beau temps " * 70)
    church.write("bulletins/2019-01-14.fr.yaml", long)
    result = church.run(*BUILD, "--office", "ca")
    assert result.exit_code == 0, result.output
    said = " ".join(result.stderr.split())
    assert "below the comfortable 12 pt" in said
    assert "or give each language a side of its own: `bilingual: two-sided` in the layout" in said


def test_a_picture_is_told_once(church):
    """In the first language; the second language's own credit stands beside the first one's."""
    church.write("layouts/beside.yaml", f"{LAYOUT}  code: {{size: 22mm}}\n")
    shipped = church.folder.joinpath("bulletins/river.png")
    Image.new("RGB", (1600, 500), "#336699").save(shipped)
    known = church.folder.joinpath("bulletins/2019-01-14.yaml").read_text(encoding="utf-8")
    picture = "image: {file: river.png, alt: A river, credit: Photo by a friend}\n"
    church.write("bulletins/2019-01-14.yaml", known + picture)
    picture = "image: {file: river.png, alt: Une rivière, credit: Photo d'une amie}\n"
    church.write("bulletins/2019-01-14.fr.yaml", FRENCH + picture)
    result = church.run(*BUILD, "--office", "ca")
    assert result.exit_code == 0, result.output
    told = church.run("verify", "--outline").stdout
    assert told.count("A river") == 1
    assert "Une rivière" not in told
    _, left, right = halves(church.folder / NAME)
    assert "Photo by a friend" in left
    assert "Photo d’une amie" in right


@pytest.mark.parametrize("layout", ["beside", "classic"])
def test_what_is_doubtful_in_the_second_language_is_warned_of(church, layout):
    """Its pictures and its scripture, each at its own place, as in an edition of its own."""
    Image.new("RGB", (70, 70), "#336699").save(church.folder / "bulletins/tiny.png")
    french = FRENCH.replace("  translation: Segond 1910\n", "").replace(
        "  - name: Afrique\n", "  - name: Afrique\n    image: {file: tiny.png, alt: Une rivière}\n"
    )
    church.write("bulletins/2019-01-14.fr.yaml", french)
    options = ("--format", "bilingual", "--layout", layout, "--office", "ca")
    said = church.run("build", *options).stderr
    assert "2019-01-14.fr.yaml:3:9: `scripture` does not say which `translation`" in said
    assert "`tiny.png` is printed at" in said


def test_the_page_for_an_archive_says_that_it_is_printed_on_one_side(church):
    """And nothing of a back that it has not."""
    result = church.run(*BUILD, "--office", "ca", "--zip")
    assert result.exit_code == 0, result.output
    with ZipFile(church.folder / "output/ca.zip") as archive:
        page = archive.read("READ-ME-FIRST.pdf")
    with closing(pypdfium2.PdfDocument(page)) as document:
        said = " ".join(document[0].get_textpage().get_text_bounded().split())
    assert "side by side on one page" in said
    assert "on the back" not in said
