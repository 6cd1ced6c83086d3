"""`--format large-print`: built, counted in sheets, read back."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from printkit.cli import cli

ROOT = Path(__file__).parent.parent.parent
NAME = "us/2019-01-14-large-print.pdf"
LARGE = ("--format", "large-print", "--office", "us")


def reader_of(desk, name=NAME):
    return PdfReader(BytesIO((desk.folder / "output" / name).read_bytes()))


def fonts_of(reader):
    """Give the names of the families that are embedded."""
    named = (page["/Resources"]["/Font"].values() for page in reader.pages)
    fonts = {str(font.get_object()["/BaseFont"]) for page in named for font in page}
    return {name.partition("+")[2].partition("-")[0] for name in fonts}


def test_it_is_built_alone_and_verified(desk):
    """The report counts pages and sheets, and `verify` knows it."""
    result = desk.run("build", *LARGE, "--verify")
    assert result.exit_code == 0, result.output
    assert desk.files() == ["manifest.json", NAME]
    assert f"{NAME}: 1 page on 1 sheet, 18 pt, " in result.stdout
    verdict = desk.run("verify")
    assert verdict.exit_code == 0, verdict.output
    assert "unchanged " in desk.run("build", *LARGE).stdout


@pytest.mark.parametrize("bulletin", ["2019-01-14", "2018-02-26"])
@pytest.mark.parametrize(("office", "paper"), [("us", "letter"), ("uk", "a4")])
def test_the_sample_bulletins_take_one_sheet(bulletin, office, paper, tmp_path):
    """Printed on both sides."""
    words = ("--format", "large-print", "--office", office, "--verify", "--json")
    folders = ("--project", str(ROOT), "--output", str(tmp_path))
    result = CliRunner().invoke(cli, ["build", bulletin, *words, *folders])
    assert result.exit_code == 0, result.output
    (line,) = (json.loads(one) for one in result.stdout.splitlines())
    assert (line["paper"], line["pages"], line["sheets"], line["size"]) == (paper, 2, 1, 18.0)


@pytest.mark.parametrize("command", ["build", "check"])
def test_another_paper_is_wrong_usage(desk, command):
    """It says what to type; nothing is built."""
    result = desk.run(command, *LARGE, "--paper", "a5")
    assert result.exit_code == 2
    said = "`large-print` is always on the office's own paper, found `--paper a5`"
    assert said in result.stderr
    assert "type `--format large-print` without `--paper`" in result.stderr
    assert desk.files() == []


def test_its_bookmarks_are_the_regions(desk):
    """As an independent reader finds them."""
    desk.run("build", *LARGE)
    reader = reader_of(desk)
    found = [(one.title, reader.get_destination_page_number(one)) for one in reader.outline]
    assert found == [("Africa", 0), ("South Asia", 0)]
    assert reader.trailer["/Root"]["/PageMode"] == "/UseOutlines"


def test_one_family_sets_all_its_words(desk):
    """The one for readers of low vision, and nothing else of another."""
    desk.run("build", *LARGE)
    assert fonts_of(reader_of(desk)) == {"AtkinsonHyperlegible"}


def test_another_family_sets_all_where_a_letter_is_missing(desk):
    """Not one letter alone."""
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("new well", "new well of Іван"), "utf-8")
    result = desk.run("build", *LARGE, "--verify")
    assert result.exit_code == 0, result.output
    assert fonts_of(reader_of(desk)) == {"SourceSans3"}


def test_a_serif_layout_has_a_sans_face_too(desk):
    """The first of its fallbacks that is one."""
    desk.write(
        "layouts/bookish.yaml",
        "extends: classic\nfallbacks: [Source Serif 4, Arimo]\n"
        "page: {styles: {request: {family: Source Serif 4}}}\n",
    )
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("new well", "new well of Іван"), "utf-8")
    result = desk.run("build", *LARGE, "--layout", "bookish", "--verify")
    assert result.exit_code == 0, result.output
    assert fonts_of(reader_of(desk)) == {"Arimo"}


def test_it_is_read_aloud_as_the_insert_is(desk):
    """Without the feet of its pages."""
    asked = "\n".join(["      - Pray for the families who came home."] * 40)
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8") + asked + "\n", "utf-8")
    desk.run("build", *LARGE)
    assert len(reader_of(desk).pages) > 2
    said = [line.strip() for line in desk.run("verify", "--outline").stdout.splitlines()]
    assert said.count("Partner Office United States") == 1
    assert [line for line in said if line.startswith("heading")] == [
        "heading level 1: Prayer Requests",
        "heading level 2: Africa",
        "heading level 2: South Asia",
    ]


def test_paper_without_room_is_an_error_with_its_size(desk):
    """It says what to do."""
    office = "tiny: {name: T, language: en, paper: {width: 1in, height: 1in}, layout: classic, "
    desk.write("layouts/offices.yaml", f"{office}imprint: [T]}}\n")
    result = desk.run("build", "--format", "large-print")
    assert result.exit_code == 1
    assert "large print does not fit 1 by 1 inches at 18 pt" in result.stderr
    assert "hint: give the office a larger `paper`" in result.stderr
