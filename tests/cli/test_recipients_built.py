"""`--recipients`: an edition of each bulletin and office for every church of a table."""

import json
import shutil
from io import BytesIO

import pypdfium2
import pytest
from pptx import Presentation

from printkit.batch.manifest import NAME

TABLE = """\
name,id,service,contact
"Grace Church, Leeds",grace,Sundays 10:30,office@grace.example.org
St. Mary's Zürich,,,
=cmd()|<b>,x1,,"say ""hi"" twice"
"""
BUILD = ("build", "--office", "us", "--recipients", "churches.csv")
GRACE = "us/2019-01-14/2019-01-14-grace-"
MARY = "us/2019-01-14/2019-01-14-st-marys-zurich-"
X1 = "us/2019-01-14/2019-01-14-x1-"
BOTH = ("insert.pdf", "slides.pptx")


@pytest.fixture
def church(desk):
    """Give a project with a table of three churches, which its folder's run finds."""
    desk.write("churches.csv", TABLE)
    return desk


def page_of(desk, name):
    """Give a page's words."""
    page = pypdfium2.PdfDocument(desk.folder / "output" / name)[0]
    return page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\xa0", " ")


def cover_of(desk, name):
    """Give the texts of a deck's cover, in order."""
    data = (desk.folder / "output" / name).read_bytes()
    shapes = Presentation(BytesIO(data)).slides[0].shapes
    return [shape.text_frame.text.replace("\xa0", " ") for shape in shapes]


def lines_of(desk, *words):
    """Give the lines of `--json`."""
    return [json.loads(line) for line in desk.run(*BUILD, "--json", *words).stdout.splitlines()]


def test_each_church_has_its_own_insert_and_deck(church):
    """In the bulletin's folder; the report counts editions, and names whom each is for."""
    result = church.run(*BUILD, "--verify")
    assert result.exit_code == 0, result.output
    assert church.files() == sorted(
        ["manifest.json", *(name + what for name in (GRACE, MARY, X1) for what in BOTH)]
    )
    assert "3 editions, 6 files: 6 built" in result.stdout
    found = [(line["recipient"], line["format"], line["status"]) for line in lines_of(church)]
    assert found == [
        (identity, format_, "unchanged")
        for identity in ("grace", "st-marys-zurich", "x1")
        for format_ in ("insert", "slides")
    ]


def test_a_church_s_line_is_the_imprint_s_last_and_below_the_cover_s_date(church):
    """Its cells are printed as they are written; what is empty is left out."""
    church.run(*BUILD)
    line = "Grace Church, Leeds · Sundays 10:30 · office@grace.example.org"
    assert page_of(church, GRACE + "insert.pdf").rstrip().endswith(line)
    assert page_of(church, MARY + "insert.pdf").rstrip().endswith("St. Mary's Zürich")
    assert page_of(church, X1 + "insert.pdf").rstrip().endswith('=cmd()|<b> · say "hi" twice')
    texts = cover_of(church, GRACE + "slides.pptx")
    assert texts[:3] == ["Prayer Requests", "Week of January 14, 2019", line]
    assert sum(line in text for text in texts) == 1
    data = (church.folder / "output" / (MARY + "slides.pptx")).read_bytes()
    second = [shape.text_frame.text for shape in Presentation(BytesIO(data)).slides[1].shapes]
    assert any("pray.example.org/us · St. Mary's" in text for text in second)


def test_every_format_knows_the_church_s_line(church):
    """All are read back and found right."""
    formats = "insert-png,slides-pdf,slides-png,leader,freeshow,propresenter"
    result = church.run(*BUILD, "--verify", "--format", formats)
    assert result.exit_code == 0, result.output
    words = (church.folder / "output" / (GRACE + "propresenter.txt")).read_text("utf-8")
    assert words.replace("\xa0", " ").count("Grace Church, Leeds · Sundays 10:30") == 1
    assert church.run("verify").exit_code == 0


@pytest.mark.parametrize("what", ["insert.pdf", "slides.pptx"])
def test_verify_notices_another_church_s_file(church, what):
    """Grace's is put in Mary's place, with a manifest that says it belongs there."""
    church.run(*BUILD)
    output = church.folder / "output"
    shutil.copy(output / (GRACE + what), output / (MARY + what))
    manifest = json.loads((output / NAME).read_text("utf-8"))
    digests = {one["file"]: one["sha256"] for one in manifest["files"]}
    for one in manifest["files"]:
        if one["file"] == MARY + what:
            one["sha256"] = digests[GRACE + what]
    (output / NAME).write_text(json.dumps(manifest), encoding="utf-8")
    result = church.run("verify")
    assert result.exit_code == 1
    assert "Grace" in result.stderr
    assert "6 files, 1 wrong" in result.stdout


def test_verify_holds_files_against_the_table_as_it_is_now(church):
    """A row that has changed or gone makes its files wrong, and a table that is gone is told."""
    church.run(*BUILD)
    church.write("churches.csv", TABLE.replace("10:30", "11:30").replace("x1", "x2"))
    result = church.run("verify")
    assert "6 files, 4 wrong" in result.stdout
    assert "recipient `x1` is no longer in `churches.csv`" in result.stderr
    (church.folder / "churches.csv").unlink()
    result = church.run("verify")
    assert result.exit_code == 0, result.output
    assert result.stderr.count("churches.csv:1:1: is not there any more") == 1
    church.write("churches.csv", "name\n")
    assert "6 files, 6 wrong" in church.run("verify").stdout


def test_only_what_has_changed_is_built_again(church):
    """Another row, another place in the table: one church's words decide for its files alone."""
    church.run(*BUILD)
    header, *rows = TABLE.splitlines()
    church.write(
        "churches.csv",
        "\n".join([header, "Hope,,,", *reversed(rows)]).replace("10:30", "11:30"),
    )
    built = {line["recipient"] for line in lines_of(church) if line["status"] == "built"}
    assert built == {"hope", "grace"}
    (church.folder / "output" / (X1 + "slides.pptx")).unlink()
    built = {line["recipient"] for line in lines_of(church) if line["status"] == "built"}
    assert built == {"x1"}


def test_the_office_s_own_edition_is_another(church):
    """Neither takes the other's files away, and the current files are the office's own."""
    assert church.run("build", "--office", "us").exit_code == 0
    before = {n: (church.folder / "output" / n).read_bytes() for n in church.files() if n != NAME}
    church.run(*BUILD)
    assert len(church.files()) == 6 + 5
    church.run("build", "--office", "us")
    assert len(church.files()) == 6 + 5
    after = {n: (church.folder / "output" / n).read_bytes() for n in before}
    assert after == before
    assert "Grace" not in page_of(church, "us/current-insert.pdf")


def test_recipients_alone_make_no_current_files(church):
    """No church's edition becomes everybody's."""
    church.run(*BUILD)
    assert not [name for name in church.files() if "current" in name]


def test_a_table_with_mistakes_builds_nothing(church):
    """All of them are told, with file, line and column."""
    church.write("churches.csv", "nmae,id\nA,b\n")
    result = church.run(*BUILD)
    assert result.exit_code == 1
    assert "error: churches.csv:1:1: unknown column `nmae`" in result.stderr
    assert "did you mean `name`?" in result.stderr
    assert not (church.folder / "output").exists()
    result = church.run("build", "--recipients", "none.csv")
    assert result.exit_code == 1
    assert "none.csv:1:1: there is no such file" in result.stderr


def test_a_bulletin_with_mistakes_keeps_each_church_s_old_files(church):
    """The report calls each of them OLD, and the next good run mends it."""
    church.run(*BUILD)
    text = (church.folder / "bulletins/2019-01-14.yaml").read_text("utf-8")
    church.write("bulletins/2019-01-14.yaml", text.replace("title", "titel"))
    found = [(line["recipient"], line["status"]) for line in lines_of(church)]
    assert sorted(found) == sorted(
        [(name, "old") for name in ("grace", "st-marys-zurich", "x1")] * 2
    )
    church.write("bulletins/2019-01-14.yaml", text)
    assert {line["status"] for line in lines_of(church)} == {"built"}


def test_check_says_what_build_would_for_every_church(church):
    """And writes nothing."""
    result = church.run("check", *BUILD[1:])
    assert result.exit_code == 0, result.output
    assert "3 editions, 6 files: 6 checked" in result.stdout
    assert not (church.folder / "output").exists()


def test_a_line_that_the_cover_cannot_hold_is_refused_with_its_row(church):
    """The widest letters of three cells that are as long as they may be."""
    cell = "MW " * 66
    church.write("churches.csv", f"name,service,contact\nHope,,\n{cell},{cell},{cell}\n")
    result = church.run(*BUILD, "--screen", "4:3")
    assert result.exit_code == 1
    assert "churches.csv:3:1: does not fit on the cover" in result.stderr
    assert "2 built, 2 failed" in result.stdout
