"""`--zip`: an archive for each office, with a page in its language that explains the files."""

import stat
import zipfile

import pytest
from pypdfium2 import PdfDocument

from printkit.wording.handing import handing_for


def packed(desk, office) -> dict[str, bytes]:
    """Give the files of an office's archive."""
    with zipfile.ZipFile(desk.folder / f"output/{office}.zip") as archive:
        assert archive.testzip() is None
        return {one.filename: archive.read(one) for one in archive.infolist()}


def page_of(data) -> str:
    """Give the words of a page, with single blanks; there is but one page."""
    document = PdfDocument(data)
    assert len(document) == 1
    page = document[0]
    text = page.get_textpage()
    words = " ".join(text.get_text_bounded().replace("\ufffe", "").split())
    for one in (text, page, document):
        one.close()
    return words


def test_an_office_gets_its_files_of_the_run(desk):
    """Insert and deck as they stand in its folder, and the page that explains them."""
    result = desk.run("build", "--office", "uk", "--office", "de", "--zip")
    assert result.exit_code == 0, result.output
    files = packed(desk, "uk")
    assert list(files) == [
        "2019-01-14-insert.pdf",
        "2019-01-14-slides.pptx",
        "READ-ME-FIRST.pdf",
    ]
    for name in list(files)[:2]:
        assert files[name] == (desk.folder / "output/uk" / name).read_bytes()
    assert "BITTE-LESEN.pdf" in packed(desk, "de")
    assert "zipped    output/uk.zip: 3 files" in result.stdout
    assert result.stdout.endswith("2 editions, 4 files: 4 built\n")


def test_without_the_option_there_is_none(desk):
    """Archives are made when they are asked for."""
    desk.run("build", "--office", "uk")
    assert not (desk.folder / "output/uk.zip").exists()


def test_the_report_as_json_has_a_line_for_each_file_alone(desk):
    """An archive is no edition's file."""
    result = desk.run("build", "--office", "uk", "--zip", "--json")
    assert len(result.stdout.splitlines()) == 2


def test_the_same_files_make_the_same_bytes(desk):
    """An archive of unchanged files is not written again, and made anew it is the same."""
    desk.run("build", "--office", "uk", "--zip")
    path = desk.folder / "output/uk.zip"
    before = path.read_bytes(), path.stat().st_mtime_ns
    desk.run("build", "--office", "uk", "--zip")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    path.unlink()
    desk.run("build", "--office", "uk", "--zip")
    assert path.read_bytes() == before[0]


def test_nothing_in_an_archive_depends_on_the_day_or_the_system(desk):
    """Dates are fixed, files are ordinary ones and readable, and all are stored."""
    desk.run("build", "--office", "uk", "--zip")
    with zipfile.ZipFile(desk.folder / "output/uk.zip") as archive:
        for one in archive.infolist():
            assert one.date_time == (1980, 1, 1, 0, 0, 0)
            assert one.compress_type == zipfile.ZIP_STORED
            assert one.create_system == 3
            assert stat.filemode(one.external_attr >> 16) == "-rw-r--r--"


@pytest.mark.parametrize(
    ("office", "size", "said"),
    [
        ("us", (612, 792), ["“Actual size”", "100%", "“Use Presenter View”", "…-slides.pptx"]),
        ("de", (595.28, 841.89), ["„Tatsächliche Größe“", "100\xa0%", "„Referentenansicht“"]),
        ("ca-fr", (612, 792), ["«\xa0Taille réelle\xa0»", "100\xa0%", "Mode Présentateur"]),
        ("nl", (595.28, 841.89), ["‘Werkelijke grootte’", "100%", "‘Presentatorweergave’"]),
    ],
)
def test_the_page_speaks_the_offices_language_on_its_paper(desk, office, size, said):
    """It says how to print, how to show the slides and where the notes are, and has its imprint."""
    assert desk.run("build", "--office", office, "--zip", "--paper", "a5").exit_code == 0
    (name,) = (name for name in packed(desk, office) if not name.startswith("2019"))
    data = packed(desk, office)[name]
    document = PdfDocument(data)
    assert document[0].get_size() == pytest.approx(size, abs=0.01)
    document.close()
    words = page_of(data)
    for one in said:
        assert " ".join(one.split()) in words
    assert "example.org" in words


def test_the_page_explains_what_is_in_the_archive_alone(desk):
    """Of the formats that were not built it says nothing."""
    desk.run("build", "--office", "uk", "--zip", "--format", "insert-png,leader")
    files = packed(desk, "uk")
    words = page_of(files["READ-ME-FIRST.pdf"])
    _, handing = handing_for("en")
    assert list(files) == ["2019-01-14-insert.png", "2019-01-14-leader.pdf", "READ-ME-FIRST.pdf"]
    for name, part in handing.parts.items():
        said = part.paragraphs[0].split(".")[0].replace("'", "’")
        assert (said in words) == (name in ("first", "insert-png", "leader")), name


def test_what_could_not_be_built_is_left_out_with_a_warning(desk):
    """Neither an OLD file nor one that is missing is handed on."""
    desk.write("bulletins/2019-01-21.yaml", "title: T\nregions: [{name: A, requests: [Pray.]}]\n")
    desk.run("build", "--office", "uk", "--zip")
    assert len(packed(desk, "uk")) == 5
    desk.write("bulletins/2019-01-21.yaml", "title: T\nregionz: []\n")
    result = desk.run("build", "--office", "uk", "--zip")
    assert result.exit_code == 1
    assert [name for name in packed(desk, "uk") if "21" in name] == []
    assert len(packed(desk, "uk")) == 3
    assert (
        "`output/uk.zip` is without `output/uk/2019-01-21-insert.pdf`, "
        "`output/uk/2019-01-21-slides.pptx`, which could not be built" in result.stderr
    )


def test_an_archive_stays_where_nothing_could_be_built(desk):
    """It is never replaced by an empty one, and the warning says that it is of an earlier run."""
    desk.run("build", "--office", "uk", "--zip")
    before = packed(desk, "uk")
    desk.write("bulletins/2019-01-14.yaml", "title: T\nregionz: []\n")
    result = desk.run("build", "--office", "uk", "--zip")
    assert result.exit_code == 1
    assert packed(desk, "uk") == before
    assert "`output/uk.zip` stays as it was" in result.stderr


def test_an_archive_that_cannot_be_written_is_an_error(desk):
    """The other offices' are written all the same."""
    (desk.folder / "output/uk.zip").mkdir(parents=True)
    result = desk.run("build", "--office", "uk", "--office", "us", "--zip")
    assert result.exit_code == 1
    assert "output/uk.zip` could not be written" in result.stderr
    assert len(packed(desk, "us")) == 3


def test_check_takes_the_option_and_writes_nothing(desk):
    """It takes build's options."""
    assert desk.run("check", "--office", "uk", "--zip").exit_code == 0
    assert desk.files() == []


def test_verify_takes_no_offence(desk):
    """Archives and the contact sheet hold nothing of their own to be judged."""
    desk.run("build", "--office", "uk", "--zip")
    assert desk.run("verify").exit_code == 0
