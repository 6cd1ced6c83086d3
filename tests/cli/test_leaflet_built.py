"""`--format sheet --imposition leaflet`: built, told to staff, read back, and refused."""

import json
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from click.testing import CliRunner
from read_by_poppler import needs_poppler, outline_by_poppler

from printkit.cli import cli

ROOT = Path(__file__).parent.parent.parent
LEAFLET = ("--format", "sheet", "--imposition", "leaflet")
NAME = "us/2019-01-14-sheet.pdf"
BULLETINS = ("2018-02-26", "2019-01-14", "2019-01-21", "2019-01-28", "2019-02-04", "2019-03-04")


def sizes_of(path):
    """Give the sizes of a file's pages."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        return [page.get_size() for page in document]


@pytest.mark.parametrize(
    ("office", "options", "panel", "said"),
    [
        ("us", (), "half-letter", "on Letter"),
        ("us", ("--copies", "60"), "half-letter", "60 sheets of Letter"),
        ("us", ("--paper", "4.25in x 11in", "--copies", "1"), "4.25in x 11in", "1 sheet of Letter"),
        ("uk", ("--copies", "9"), "a5", "9 sheets of A4"),
    ],
)
def test_the_report_tells_staff_what_to_do(desk, office, options, panel, said):
    """A sheet for everyone; the file is as its bulletin, when it is built and later."""
    result = desk.run("build", *LEAFLET, "--office", office, *options, "--verify")
    assert result.exit_code == 0, result.output
    head, below, _ = result.stdout.splitlines()
    assert f"{office}/2019-01-14-sheet.pdf: 2 pages, " in head
    assert head.endswith(f", en, {panel}")
    sides = "both sides, flip on the long edge, actual size, fold once"
    assert below.strip() == f"print {said}, {sides}"
    verdict = desk.run("verify")
    assert verdict.exit_code == 0, verdict.output


def test_json_and_manifest_say_that_it_is_folded(desk):
    """And that nothing is cut."""
    result = desk.run("build", *LEAFLET, "--office", "us", "--copies", "7", "--json")
    line = json.loads(result.stdout)
    wanted = {"imposition": "leaflet", "sheets": 7, "copies": 7, "cuts": 0, "folds": 1}
    assert {key: line[key] for key in wanted} == wanted
    assert (line["sheet"], line["paper"], line["pages"], line["flip"]) == (
        "letter",
        "half-letter",
        2,
        "long",
    )
    (record,) = json.loads((desk.folder / "output/manifest.json").read_text("utf-8"))["files"]
    assert record["facts"]["folds"] == 1
    assert sizes_of(desk.folder / "output" / NAME) == [(792, 612)] * 2


@pytest.mark.parametrize(
    ("office", "paper", "size"),
    [
        ("paper: legal", "legal-panel", (1008, 612)),
        ("paper: a3", "a4", (1190.55, 841.89)),
        ("paper: {width: 6in, height: 9in}", "4.5in x 6in", (648, 432)),
    ],
)
def test_any_paper_can_be_folded(desk, office, paper, size):
    """Its panels are half of it, whether that has a name or not."""
    desk.write(
        "layouts/offices.yaml",
        f"own: {{name: T, language: en, {office}, layout: classic, imprint: [T]}}\n",
    )
    result = desk.run("build", *LEAFLET, "--json", "--verify")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["paper"] == paper
    first, second = sizes_of(desk.folder / "output/own/2019-01-14-sheet.pdf")
    assert first == second == pytest.approx(size, abs=0.01)


@pytest.mark.parametrize(
    ("options", "message", "hint"),
    [
        (
            (*LEAFLET, "--paper", "a5", "--office", "us"),
            "`a5` does not tile `letter`, the paper of office `us`, for `leaflet`, expected `half-",
            "leave out `--paper`",
        ),
        (
            (*LEAFLET, "--paper", "a6", "--office", "uk"),
            "`a6` does not tile `a4`",
            "leave out `--paper`",
        ),
        (
            ("--format", "two-sided", "--imposition", "leaflet"),
            "`two-sided` cannot be imposed as `leaflet`, expected `two-up`, `three-up` or `four-",
            "type `--format sheet --imposition leaflet`",
        ),
        (
            ("--format", "sheet,bilingual", "--imposition", "leaflet", "--office", "ca"),
            "`bilingual` cannot be imposed as `leaflet`",
            "type `--format sheet --imposition leaflet`",
        ),
        (
            ("--format", "insert", "--imposition", "leaflet"),
            "`--imposition leaflet` is for sheets",
            "type `--format sheet --imposition leaflet`",
        ),
    ],
)
@pytest.mark.parametrize("command", ["build", "check"])
def test_what_cannot_be_folded_is_wrong_usage(desk, command, options, message, hint):
    """The message names what can be, and the hint says what to type; nothing is built."""
    result = desk.run(command, *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert hint in result.stderr
    assert desk.files() == []


def test_what_does_not_fit_says_so_by_how_much(desk):
    """Over all four panels; cutting the words that it names is enough."""
    words = ("Pray that all of them find a safe way home before the rain. " * 400).split()

    def asked(number):
        said = " ".join(words[:number])
        desk.write(
            "bulletins/2019-01-14.yaml", f"title: T\nregions: [{{name: A, requests: [{said}]}}]"
        )
        return desk.run("build", *LEAFLET, "--office", "us", "--json")

    result = asked(len(words))
    assert result.exit_code == 1
    over = json.loads(result.stdout)["problems"][0]
    said = "does not fit on the four panels of a leaflet (half-letter) for office `us`: "
    assert over["message"].startswith(said)
    assert "over at the smallest size, 9 pt" in over["message"]
    cut = int(over["hint"].removeprefix("cut about ").partition(" ")[0])
    assert asked(len(words) - cut).exit_code == 0


def test_small_type_is_helped_by_no_other_sheet(desk):
    """What gives larger type is as many sheets as it takes."""
    said = "Pray that all of them find a safe way home before the rain. " * 190
    desk.write("bulletins/2019-01-14.yaml", f"title: T\nregions: [{{name: A, requests: [{said}]}}]")
    result = desk.run("build", *LEAFLET, "--office", "us")
    assert result.exit_code == 0, result.output
    assert "set them on as many sheets as they take: `--format large-print`" in result.stderr


def test_leaflets_of_all_sample_bulletins_are_large(tmp_path):
    """In every language and for every office, at 14 pt and more, every word read back."""
    words = ("build", *LEAFLET, "--verify", "--json", "--project", str(ROOT))
    result = CliRunner().invoke(cli, [*words, "--output", str(tmp_path)])
    assert result.exit_code == 0, result.output
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert {line["bulletin"] for line in lines} == set(BULLETINS)
    assert {line["language"].partition("-")[0] for line in lines} == {"en", "de", "fr", "nl"}
    assert all(line["size"] >= 14 for line in lines)


@pytest.mark.parametrize("flip", ["long", "short"])
def test_a_printer_s_offsets_and_flip_are_kept_to(desk, flip):
    """The file is held against the places that they ask for."""
    desk.write("printers.yaml", f"hall:\n  right: 2mm\n  down: -1mm\n  flip: {flip}\n")
    result = desk.run("build", *LEAFLET, "--office", "us", "--printer", "hall", "--verify")
    assert result.exit_code == 0, result.output
    assert f"flip on the {flip} edge" in result.stdout
    assert desk.run("verify").exit_code == 0
    desk.write("printers.yaml", f"hall:\n  right: 2mm\n  down: -1.5mm\n  flip: {flip}\n")
    verdict = desk.run("verify")
    assert verdict.exit_code == 1
    assert "panel 2 stands 0.5 mm beside its cell" in verdict.output


def test_each_imposition_is_a_file_anew(desk):
    """A leaflet that was built stands, until the sheet is asked for to be cut."""
    asked = ("build", *LEAFLET, "--office", "us")
    assert desk.run(*asked).stdout.startswith("built ")
    assert desk.run(*asked).stdout.startswith("unchanged ")
    assert "fold once" in desk.run(*asked).stdout
    cut = desk.run("build", "--office", "us", "--format", "sheet")
    assert cut.stdout.startswith("built ")
    assert "one cut" in cut.stdout


def test_it_is_the_same_beside_other_formats(desk):
    """And the insert beside it stays on the office's paper."""
    desk.run("build", *LEAFLET, "--office", "us")
    alone = (desk.folder / "output" / NAME).read_bytes()
    desk.run("build", "--office", "us", "--format", "insert,sheet", "--imposition", "leaflet")
    assert (desk.folder / "output" / NAME).read_bytes() == alone
    assert sizes_of(desk.folder / "output/us/2019-01-14-insert.pdf") == [(612, 792)]


def test_its_outline_is_that_of_the_insert(desk):
    """It is read aloud alike, and nobody is told to turn over."""
    long = "Pray for the families who came home, and for the teachers. " * 60
    desk.write("bulletins/2019-01-14.yaml", f"title: T\nregions: [{{name: A, requests: [{long}]}}]")
    desk.run("build", "--format", "insert", "--office", "us")
    insert = desk.run("verify", "--outline").stdout.splitlines()
    desk.run("build", *LEAFLET, "--office", "us", "--output", str(desk.folder / "other"))
    leaflet = desk.run("verify", str(desk.folder / "other"), "--outline").stdout.splitlines()
    assert [line for line in insert if line.startswith(" ")] == [
        line for line in leaflet if line.startswith(" ")
    ]


@needs_poppler
def test_another_reader_is_told_the_same(desk):
    """Poppler reads the leaflet's tags as it reads the insert's, whichever page they are on."""
    long = "Pray for the families who came home, and for the teachers. " * 60
    desk.write("bulletins/2019-01-14.yaml", f"title: T\nregions: [{{name: A, requests: [{long}]}}]")
    desk.run("build", "--format", "insert,sheet", "--imposition", "leaflet", "--office", "us")
    insert, leaflet = (
        outline_by_poppler(desk.folder / f"output/us/2019-01-14-{name}.pdf")
        for name in ("insert", "sheet")
    )
    assert leaflet == insert


def test_churches_have_their_own(desk):
    """Each with its line on the last panel."""
    desk.write("churches.csv", "name,service\nGrace Church,Sundays 10:30\nHope,\n")
    table = str(desk.folder / "churches.csv")
    asked = (*LEAFLET, "--office", "us", "--recipients", table, "--verify")
    result = desk.run("build", *asked)
    assert result.exit_code == 0, result.output
    path = desk.folder / "output/us/2019-01-14/2019-01-14-grace-church-sheet.pdf"
    with closing(pypdfium2.PdfDocument(path)) as document, closing(document[0]) as page:
        text = page.get_textpage()
        said = " ".join(text.get_text_bounded(right=396).split())
        assert "Grace Church · Sundays 10:30" in said
        text.close()
    assert desk.run("verify").exit_code == 0


def test_an_archive_says_how_it_is_folded(desk):
    """And nothing of cutting."""
    result = desk.run("build", *LEAFLET, "--office", "us", "--zip")
    assert result.exit_code == 0, result.output
    with ZipFile(desk.folder / "output/us.zip") as archive:
        data = archive.read("READ-ME-FIRST.pdf")
    with closing(pypdfium2.PdfDocument(data)) as document, closing(document[0]) as page:
        text = page.get_textpage()
        said = " ".join(text.get_text_bounded().split())
        text.close()
    assert "The leaflet" in said
    assert "…-sheet.pdf" in said
    assert "The sheet" not in said
