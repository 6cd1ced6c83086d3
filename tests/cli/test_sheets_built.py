"""`--format sheet`: built, told to staff, read back, and refused where it cannot be."""

import json
import re
import zlib
from contextlib import closing
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

SHEET = ("--format", "sheet")
NAME = "us/2019-01-14-sheet.pdf"


def built(desk, name=NAME):
    """Give a file of the output folder."""
    return (desk.folder / "output" / name).read_bytes()


@pytest.mark.parametrize(
    ("office", "options", "paper", "said"),
    [
        ("us", (), "half-letter", "print on Letter, actual size, one cut"),
        (
            "us",
            ("--copies", "120"),
            "half-letter",
            "print 60 sheets of Letter, actual size, one cut",
        ),
        (
            "uk",
            ("--imposition", "three-up", "--copies", "3"),
            "dl",
            "print 1 sheet of A4, actual size, two cuts",
        ),
        (
            "us",
            ("--imposition", "four-up", "--copies", "9"),
            "quarter-letter",
            "print 3 sheets of Letter, actual size, two cuts",
        ),
        ("uk", ("--paper", "148mm x 210mm"), "148mm x 210mm", "print on A4, actual size, one cut"),
    ],
)
def test_the_report_tells_staff_what_to_do(desk, office, options, paper, said):
    """In a line below the file's; the files are as their bulletin, when built and later."""
    result = desk.run("build", *SHEET, "--office", office, *options, "--verify")
    assert result.exit_code == 0, result.output
    head, below, _ = result.stdout.splitlines()
    assert f"{office}/2019-01-14-sheet.pdf: 1 page, " in head
    assert head.endswith(f", en, {paper}")
    assert below.strip() == said
    verdict = desk.run("verify")
    assert verdict.exit_code == 0, verdict.output


def test_json_counts_sheets_copies_and_cuts(desk):
    """A sheet that is printed on one side is turned about no edge."""
    result = desk.run("build", *SHEET, "--office", "us", "--copies", "7", "--json")
    line = json.loads(result.stdout)
    wanted = {"sheets": 4, "copies": 7, "cuts": 1, "imposition": "two-up", "flip": None}
    assert {key: line[key] for key in wanted} == wanted
    assert (line["sheet"], line["paper"], line["pages"]) == ("letter", "half-letter", 1)
    preferences = PdfReader(BytesIO(built(desk))).trailer["/Root"]["/ViewerPreferences"]
    assert preferences["/NumCopies"] == 4


def test_the_piece_is_the_insert_that_would_be_made(desk):
    """The words stand where they stand on the insert, as often as there are cells."""
    desk.run("build", "--format", "insert,sheet", "--office", "us", "--paper", "half-letter")
    insert = PdfReader(BytesIO(built(desk, "us/2019-01-14-insert.pdf"))).pages[0]
    sheet = PdfReader(BytesIO(built(desk))).pages[0]
    own = insert.get_contents().get_data()
    assert sheet.get_contents().get_data().startswith(b"q 1 0 0 1 0 0 cm\n" + own + b"\nQ")
    assert (float(sheet.mediabox.width), float(sheet.mediabox.height)) == (792, 612)


def test_the_insert_beside_a_sheet_stays_on_the_office_s_paper(desk):
    """Only the sheet's piece is its half; and each is what it is when it is built alone."""
    desk.run("build", "--format", "insert,sheet", "--office", "us")
    both = built(desk), built(desk, "us/2019-01-14-insert.pdf")
    page = PdfReader(BytesIO(both[1])).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (612, 792)
    result = desk.run("build", "--office", "us", "--format", "insert")
    assert "unchanged" in result.stdout
    again = desk.run("build", "--office", "us", *SHEET)
    assert "unchanged" in again.stdout


@pytest.mark.parametrize(
    ("options", "message", "hint"),
    [
        (
            (*SHEET, "--imposition", "three-up", "--paper", "a5", "--office", "uk"),
            "`a5` does not tile `a4`, the paper of office `uk`, for `three-up`, expected `dl`",
            "leave out `--paper`",
        ),
        (
            (*SHEET, "--paper", "dl", "--office", "uk"),
            "`dl` does not tile `a4`, the paper of office `uk`, for `two-up`, expected `a5`",
            "hint: type `--imposition three-up`, leave out `--paper`, or name other offices",
        ),
        (
            (*SHEET, "--paper", "5in x 8in", "--office", "us"),
            "`5in x 8in` does not tile `letter`, the paper of office `us`, for `two-up`, expected",
            "leave out `--paper`",
        ),
        ((*SHEET, "--imposition", "booklet"), "there is no imposition `booklet`", ""),
        ((*SHEET, "--imposition", "tow-up"), "", "did you mean `two-up`?"),
        ((*SHEET, "--imposition", "3-up"), "", "did you mean `three-up`?"),
        (("--imposition", "two-up"), "is for sheets", "type `--format sheet --imposition two-up`"),
        (("--format", "insert", "--copies", "9"), "is for sheets", "--format sheet --copies 9"),
        (("--printer", "hall"), "`--printer hall` is for sheets", "--format sheet --printer hall"),
        ((*SHEET, "--printer", "hall"), "none is known", "type `printkit calibrate hall`"),
        ((*SHEET, "--paper", "nine by five"), "there is no paper `nine by five`", ""),
    ],
)
@pytest.mark.parametrize("command", ["build", "check"])
def test_what_cannot_be_is_wrong_usage(desk, command, options, message, hint):
    """The message names what can, and the hint says what to type; nothing is built."""
    result = desk.run(command, *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert hint in result.stderr
    assert desk.files() == []


def test_an_unknown_printer_is_told_the_known_ones(desk):
    """They are those of printers.yaml."""
    desk.write("printers.yaml", "office:\n  right: 1mm\nhall:\n  flip: short\n")
    result = desk.run("build", *SHEET, "--printer", "ofice")
    assert result.exit_code == 2
    assert "there is no printer `ofice`, expected one of `office`, `hall`" in result.stderr
    assert "did you mean `office`?" in result.stderr


def test_a_wrong_printers_file_is_an_error_with_its_places(desk):
    """As any other file that is wrong."""
    desk.write("printers.yaml", "office:\n  rihgt: 1mm\n")
    result = desk.run("build", *SHEET, "--printer", "office")
    assert result.exit_code == 1
    assert "printers.yaml:2:3: unknown key `rihgt`" in result.stderr


def test_whatever_is_asked_of_a_sheet_builds_it_anew(desk):
    """Imposition, copies, printer, its offsets and its flip; what is the same stands."""
    desk.write("printers.yaml", "office:\n  right: 1mm\n")
    ways = ((), ("--imposition", "four-up"), ("--copies", "9"), ("--printer", "office"))
    for way in ways:
        first, second = (desk.run("build", *SHEET, "--office", "us", *way) for _ in range(2))
        assert first.stdout.startswith("built "), first.output
        assert second.stdout.startswith("unchanged "), second.output
    for changed in ("right: 2mm", "right: 2mm\n  flip: short"):
        desk.write("printers.yaml", f"office:\n  {changed}\n")
        result = desk.run("build", *SHEET, "--office", "us", *ways[-1])
        assert result.stdout.startswith("built "), result.output
    desk.write("printers.yaml", "# measured\noffice:\n  right: 2mm\n  flip: short\n")
    result = desk.run("build", *SHEET, "--office", "us", *ways[-1])
    assert result.stdout.startswith("unchanged "), result.output
    verdict = desk.run("verify")
    assert verdict.exit_code == 0, verdict.output


def test_a_piece_that_is_overset_proposes_no_paper_that_does_not_fit(desk):
    """It says how much to cut."""
    long = "Pray that all of them find a safe way home before the rain. " * 200
    desk.write(
        "bulletins/2019-01-14.yaml", f"title: T\nregions: [{{name: A, requests: [{long}]}}]\n"
    )
    result = desk.run("build", *SHEET, "--office", "us", "--imposition", "four-up")
    assert result.exit_code == 1
    assert "does not fit on quarter-letter" in result.stderr
    assert "--paper" not in result.stderr


@pytest.mark.parametrize("imposition", ["two-up", "three-up", "four-up"])
def test_each_cell_says_the_same(desk, imposition):
    """PDFium reads the whole page in each of them."""
    desk.run("build", *SHEET, "--office", "us", "--imposition", imposition)
    columns, rows = {"two-up": (2, 1), "three-up": (3, 1), "four-up": (2, 2)}[imposition]
    with closing(pypdfium2.PdfDocument(built(desk))) as read, closing(read[0]) as page:
        width, height = page.get_width() / columns, page.get_height() / rows
        text = page.get_textpage()
        cells = [
            text.get_text_bounded(
                column * width, row * height, (column + 1) * width, (row + 1) * height
            )
            for column in range(columns)
            for row in range(rows)
        ]
        text.close()
    assert len(set(cells)) == 1
    assert "Prayer Requests" in " ".join(cells[0].split())
    assert "pray.example.org/us" in cells[0]


def test_letters_that_no_code_can_tell_are_told_on_each_copy(desk):
    """What stands in for glyphs is said of the copies that are artifacts, too."""
    desk.write(
        "bulletins/2019-01-14.yaml",
        "title: T x\u0331\u0301\nregions: [{name: A, requests: [q\u0303 at https://example.org/a/"
        "long/address/that/goes/over/the/end/of/its/line, fi ffl]}]\n",
    )
    for imposition in ("two-up", "three-up", "four-up"):
        result = desk.run("build", *SHEET, "--verify", "--imposition", imposition)
        assert result.exit_code == 0, result.output


def altered(data, was, now):
    """Give a sheet whose form, and nothing else, has other operators at the first such place."""
    head = data.index(b"/Subtype/Form")
    start = data.index(b"stream\n", head) + len(b"stream\n")
    length = int(re.search(rb"/Length (\d+)>>\n\Z", data[head:start].split(b"stream")[0])[1])
    content = zlib.decompress(data[start : start + length])
    assert was in content
    packed = zlib.compress(content.replace(was, now, 1), 9)
    assert len(packed) <= length
    return data[:start] + packed.ljust(length, b"\0") + data[start + length :]


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (b" Td", b" Td 1 0 Td", "copy 2 is not drawn as the first one is"),
        (b"]TJ", b"]Tx", "its copies do not all say the same"),
        (b" Tf", b" Tf 7 Tr", "copy 2 is not drawn as the first one is"),
    ],
)
def test_an_altered_copy_is_caught(desk, was, now, said):
    """A word that is moved, or missing, or not seen, in another copy than the one that is told."""
    desk.run("build", *SHEET, "--office", "us")
    path = desk.folder / "output" / NAME
    path.write_bytes(altered(path.read_bytes(), was, now))
    verdict = desk.run("verify")
    assert verdict.exit_code == 1
    assert said in verdict.output


def test_a_changed_bulletin_is_found_by_verify(desk):
    """A word that is another is named."""
    desk.run("build", *SHEET, "--office", "us")
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("new well", "old well"), "utf-8")
    verdict = desk.run("verify")
    assert verdict.exit_code == 1
    assert "missing: `old`" in verdict.output


def test_a_two_sided_piece_is_imposed_where_that_is_asked(desk):
    """Front and back twice on a sheet of the office's paper, verified; else it is a piece alone."""
    asked = ("build", "--office", "us", "--format", "two-sided", "--verify")
    result = desk.run(*asked, "--imposition", "two-up", "--copies", "9")
    assert result.exit_code == 0, result.output
    told = "print 5 sheets of Letter, both sides, flip on the long edge, actual size, one cut"
    assert told in result.stdout
    path = desk.folder / "output/us/2019-01-14-two-sided.pdf"
    with closing(pypdfium2.PdfDocument(path)) as document:
        assert [page.get_size() for page in document] == [(792, 612)] * 2
    assert desk.run("verify").exit_code == 0
    assert desk.run(*asked).exit_code == 0
    with closing(pypdfium2.PdfDocument(path)) as document:
        assert [page.get_size() for page in document] == [(396, 612)] * 2
