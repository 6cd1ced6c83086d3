"""`printkit calibrate`: the sheet on which a printer is measured, and what is kept of it."""

from contextlib import closing
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from printkit.loading import load_printers
from printkit.model.paper import MILLIMETRE


def sheet(desk, printer="office", *options):
    """Give a printer's calibration sheet."""
    result = desk.run("calibrate", printer, *options)
    assert result.exit_code == 0, result.output
    return (desk.folder / "output" / f"calibrate-{printer}.pdf").read_bytes()


def lines(data, number):
    """Give the bounds of all that is drawn on a page and is no letter."""
    with closing(pypdfium2.PdfDocument(data)) as document, closing(document[number]) as page:
        kind = pypdfium2.raw.FPDF_PAGEOBJ_PATH
        return [one.get_bounds() for one in page.get_objects(filter=[kind])]


def test_it_is_a_front_and_a_back_on_the_first_office_s_paper(desk):
    """It says how it is printed, to people and to drivers, and never changes."""
    data = sheet(desk)
    reader = PdfReader(BytesIO(data))
    assert [tuple(map(float, page.mediabox[2:])) for page in reader.pages] == [(612, 792)] * 2
    front, back = (" ".join(page.extract_text().split()) for page in reader.pages)
    assert "on one sheet of Letter: actual size (100%), both sides, flip on the long edge" in front
    assert "printkit calibrate office --right 1.5mm --down -0.5mm" in back
    preferences = reader.trailer["/Root"]["/ViewerPreferences"]
    assert (preferences["/Duplex"], preferences["/PrintScaling"]) == (
        "/DuplexFlipLongEdge",
        "/None",
    )
    assert sheet(desk) == data


@pytest.mark.parametrize("paper", ["letter", "a4", "a5"])
def test_crosses_are_at_one_place_and_rules_are_100_mm_long(desk, paper):
    """The cross is in the middle of both sides; one rule is level, the other upright."""
    data = sheet(desk, "office", "--paper", paper)
    page = PdfReader(BytesIO(data)).pages[0].mediabox
    middle = float(page.width) / 2, float(page.height) / 2
    for number in (0, 1):
        drawn = lines(data, number)
        centred = [
            one
            for one in drawn
            if (one[0] + one[2]) / 2 == pytest.approx(middle[0], abs=0.01)
            and (one[1] + one[3]) / 2 == pytest.approx(middle[1], abs=0.01)
        ]
        assert max(right - left for left, _, right, _ in centred) == pytest.approx(
            30 * MILLIMETRE, abs=0.1
        )
        assert max(top - bottom for _, bottom, _, top in centred) == pytest.approx(
            30 * MILLIMETRE, abs=0.1
        )
        hundred = pytest.approx(100 * MILLIMETRE, abs=0.1)
        assert sum(right - left == hundred for left, _, right, _ in drawn) == 1
        assert sum(top - bottom == hundred for _, bottom, _, top in drawn) == 1


def test_rulers_count_millimetres_from_the_edge(desk):
    """A tick stands at each, at all four edges; inches are beside them on American paper."""
    counts = {}
    for paper in ("letter", "a4"):
        drawn = lines(sheet(desk, "office", "--paper", paper), 0)
        for place in (50, 51, 52):
            at = place * MILLIMETRE
            assert sum((one[0] + one[2]) / 2 == pytest.approx(at, abs=0.01) for one in drawn) >= 2
        inch = [one for one in drawn if (one[0] + one[2]) / 2 == pytest.approx(144, abs=0.01)]
        counts[paper] = len(inch)
    assert counts == {"letter": 2, "a4": 0}


def test_offsets_are_kept_and_the_rest_of_the_file_survives(desk):
    """Comments, other printers and the flip stay as they are written."""
    path = desk.write(
        "printers.yaml",
        "# Measured in May.\nhall: {flip: short, right: 1mm} # old\n\n"
        "office: # upstairs\n  down: 3mm  # was 2\n  flip: long\n# the end\n",
    )
    result = desk.run("calibrate", "office", "--right", "1.5mm", "--down", "-0.5mm")
    assert result.exit_code == 0, result.output
    assert "kept right 1.5mm, down -0.5mm for office in printers.yaml" in result.stdout
    assert path.read_text("utf-8") == (
        "# Measured in May.\nhall: {flip: short, right: 1mm} # old\n\n"
        "office: # upstairs\n  right: 1.5mm\n  down: -0.5mm  # was 2\n  flip: long\n# the end\n"
    )
    assert not (desk.folder / "output").exists()
    desk.run("calibrate", "hall", "--right", "-2mm", "--down", "1mm")
    assert "hall: {down: 1mm, flip: short, right: -2mm} # old\n" in path.read_text("utf-8")
    desk.run("calibrate", "new-one", "--down", "1mm")
    known = load_printers(path, "printers.yaml")
    assert list(known) == ["hall", "office", "new-one"]
    assert known["hall"].flip == "short"
    assert known["office"].down == pytest.approx(-0.5 * MILLIMETRE)


def test_a_printer_that_turns_about_the_short_edge_is_told_so(desk):
    """The sheet's own words and preference say what printers.yaml says."""
    desk.write("printers.yaml", "office:\n  flip: short\n")
    reader = PdfReader(BytesIO(sheet(desk)))
    assert "flip on the short edge" in " ".join(reader.pages[0].extract_text().split())
    assert "upside down" not in reader.pages[1].extract_text()
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipShortEdge"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("Office Copier",), "`Office Copier` cannot be a printer's name"),
        (("office", "--right", "two"), "expected a length such as `1.5mm` or `-0.5mm`"),
        (("office", "--down", "5cm"), "expected at most 20mm, found `5cm`"),
        (("office", "--paper", "a9"), "there is no paper `a9`"),
        (("office", "--paper", "dl"), "`dl` is too small"),
    ],
)
def test_what_cannot_be_is_wrong_usage(desk, words, message):
    """Nothing is written."""
    result = desk.run("calibrate", *words)
    assert result.exit_code == 2
    assert message in result.stderr
    assert sorted(path.name for path in desk.folder.iterdir()) == ["bulletins"]


def test_a_file_that_cannot_be_changed_is_left_alone(desk):
    """The hint says what to type into it."""
    text = "{office: {right: 1mm},\n hall: {right: 2mm}}\n"
    path = desk.write("printers.yaml", text)
    result = desk.run("calibrate", "office", "--right", "3mm")
    assert result.exit_code == 1
    assert "type it there yourself: `office: {right: 3mm}`" in result.stderr
    assert path.read_text("utf-8") == text


def test_verify_takes_no_calibration_sheet_for_a_stray(desk):
    """Whatever its printer is called."""
    sheet(desk, "my-sheet")
    desk.run("build", "--office", "us", "--format", "insert")
    verdict = desk.run("verify")
    assert verdict.exit_code == 0, verdict.output
