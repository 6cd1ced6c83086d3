"""`--format two-sided`: the half sheet, built, counted, read back."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from printkit.cli import cli

ROOT = Path(__file__).parent.parent.parent
NAME = "us/2019-01-14-two-sided.pdf"
PIECE = ("--format", "two-sided", "--office", "us")


def pages_of(desk, name=NAME):
    """Give a file's pages."""
    return PdfReader(BytesIO((desk.folder / "output" / name).read_bytes())).pages


def lines_of(result):
    """Give the report's lines of JSON."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_it_is_built_alone_and_verified(desk):
    """Two pages of half the office's paper, which `verify` knows."""
    result = desk.run("build", *PIECE, "--verify")
    assert result.exit_code == 0, result.output
    assert desk.files() == ["manifest.json", NAME]
    assert f"{NAME}: 2 pages, 16 pt, " in result.stdout
    assert "half-letter" in result.stdout
    assert [tuple(page.mediabox[2:]) for page in pages_of(desk)] == [(396, 612)] * 2
    verdict = desk.run("verify")
    assert verdict.exit_code == 0, verdict.output


@pytest.mark.parametrize(
    ("office", "paper", "half"), [("us", "letter", "half-letter"), ("uk", "a4", "a5")]
)
def test_its_paper_is_half_of_the_offices(desk, office, paper, half):
    """Beside an insert on the whole of it."""
    asked = ("--format", "insert,two-sided", "--office", office, "--json")
    insert, piece = lines_of(desk.run("build", *asked))
    assert (insert["paper"], insert["pages"]) == (paper, 1)
    assert (piece["paper"], piece["pages"]) == (half, 2)
    manifest = json.loads((desk.folder / "output/manifest.json").read_text("utf-8"))
    papers = {record["format"]: record["paper"] for record in manifest["files"]}
    assert papers == {"insert": paper, "two-sided": half}


def test_a_paper_that_is_asked_for_is_the_pieces_own(desk):
    """It is not halved again, and the file is that of the half that has that name."""
    desk.run("build", *PIECE)
    (same,) = lines_of(desk.run("build", *PIECE, "--paper", "half-letter", "--json"))
    assert same["status"] == "unchanged"
    (line,) = lines_of(desk.run("build", *PIECE, "--paper", "dl", "--json", "--verify"))
    assert (line["status"], line["paper"], line["pages"]) == ("built", "dl", 2)
    assert desk.run("verify").exit_code == 0


def test_a_half_without_a_name_is_called_by_its_size(desk):
    """`verify` finds it from the office's paper."""
    office = "own: {name: T, language: en, paper: {width: 6in, height: 9in}, layout: classic, "
    desk.write("layouts/offices.yaml", f"{office}imprint: [T]}}\n")
    (line,) = lines_of(desk.run("build", "--format", "two-sided", "--json", "--verify"))
    assert (line["status"], line["paper"]) == ("built", "4.5in x 6in")
    assert desk.run("verify").exit_code == 0


def test_what_is_unchanged_is_not_built_again(desk):
    """But a changed word is."""
    desk.run("build", *PIECE)
    assert "unchanged " in desk.run("build", *PIECE).stdout
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("new well", "old well"), "utf-8")
    assert desk.run("verify").exit_code == 1
    assert "built " in desk.run("build", *PIECE).stdout


def test_it_is_the_same_beside_other_formats(desk):
    """An edition is made of its order alone."""
    desk.run("build", *PIECE)
    alone = (desk.folder / "output" / NAME).read_bytes()
    desk.run("build", "--office", "us", "--format", "insert,slides,large-print,two-sided")
    assert (desk.folder / "output" / NAME).read_bytes() == alone


def test_its_outline_is_that_of_the_insert(desk):
    """Both are read aloud alike, and nobody is told to turn over."""
    desk.run("build", "--format", "insert", "--office", "us")
    insert = desk.run("verify", "--outline").stdout.splitlines()
    desk.run("build", *PIECE, "--output", str(desk.folder / "other"))
    piece = desk.run("verify", str(desk.folder / "other"), "--outline").stdout.splitlines()
    assert [line for line in insert if line.startswith(" ")] == [
        line for line in piece if line.startswith(" ")
    ]


def test_what_does_not_fit_says_so_with_its_paper(desk):
    """And what would help; nothing is written."""
    asked = "Pray that all find a safe way home. " * 400
    desk.write(
        "bulletins/2019-01-14.yaml", f"title: T\nregions: [{{name: A, requests: [{asked}]}}]\n"
    )
    result = desk.run("build", *PIECE)
    assert result.exit_code == 1
    assert "does not fit on half-letter for office `us`: " in result.stderr
    assert "over at the smallest size, 9 pt" in result.stderr
    assert "hint: cut about " in result.stderr
    assert desk.files() == []


def test_on_a_sheet_a_leaflet_is_offered_where_it_is_set_small(desk):
    """Both sides are taken already, and two pieces are the fewest that a sheet is cut into."""
    long = "Pray that all of them find a safe way home before the rain comes down. " * 75
    text = f"title: T\nregions: [{{name: A, requests: [{long}]}}]\n"
    desk.write("bulletins/2019-01-14.yaml", text)
    result = desk.run("build", *PIECE, "--imposition", "two-up")
    assert result.exit_code == 0, result.output
    assert "or fold the sheet instead: `--format sheet --imposition leaflet`" in result.stderr


def test_check_counts_its_words_to_spare(desk):
    """Without writing it."""
    said = desk.run("check", *PIECE).stdout
    assert "checked   output/us/2019-01-14-two-sided.pdf: 2 pages" in said
    assert "room for more words at 12 pt, in any one region: Africa " in said
    assert desk.files() == []


def test_it_is_on_the_contact_sheet_and_in_the_archive(desk):
    """With a picture of each face, and a word on how to print it."""
    result = desk.run("build", *PIECE, "--zip")
    assert result.exit_code == 0, result.output
    sheet = (desk.folder / "output/contact-sheet.html").read_text("utf-8")
    assert 'class="file two-sided"' in sheet
    assert sheet.count("<img") == 2
    assert (desk.folder / "output/us.zip").exists()


@pytest.mark.parametrize("bulletin", ["2019-01-14", "2018-02-26"])
@pytest.mark.parametrize(("office", "paper"), [("us", "half-letter"), ("uk", "a5")])
def test_the_sample_bulletins_are_comfortable(bulletin, office, paper, tmp_path):
    """At 12 pt and more on half of the office's paper, every word read back."""
    words = ("--format", "two-sided", "--office", office, "--verify", "--json")
    folders = ("--project", str(ROOT), "--output", str(tmp_path))
    result = CliRunner().invoke(cli, ["build", bulletin, *words, *folders])
    assert result.exit_code == 0, result.output
    (line,) = lines_of(result)
    assert (line["paper"], line["pages"]) == (paper, 2)
    assert line["size"] >= 13


@pytest.mark.parametrize("format_", ["two-sided", "large-print"])
def test_whoever_prints_it_is_told_to_print_both_sides(desk, format_):
    """Its leaf turns about the long edge, as a book's; an insert says nothing of that."""
    long = "Pray for the families who came home, and for the teachers. " * 40
    desk.write("bulletins/2019-01-14.yaml", f"title: T\nregions: [{{name: A, requests: [{long}]}}]")
    desk.run("build", "--office", "us", "--format", f"insert,{format_}")
    preferences = [
        PdfReader(desk.folder / f"output/us/2019-01-14-{name}.pdf").viewer_preferences
        for name in ("insert", format_)
    ]
    assert preferences[0].duplex is None
    assert preferences[1].duplex == "/DuplexFlipLongEdge"
