"""Recipients on the contact sheet and in archives, and beside the offices' own files."""

import json
import zipfile

import pytest
from contact_page import NAME, sheet

TABLE = "name,id\nGrace Church,grace\nTrinity,\nHope <b>,con\n"
BUILD = ("build", "--office", "us", "--recipients", "churches.csv")
FOLDER = "2019-01-14/2019-01-14-"
FILES = [
    f"{FOLDER}{name}-{what}"
    for name in ("con", "grace", "trinity")
    for what in ("insert.pdf", "slides.pptx")
]
LONG = "MW " * 66


@pytest.fixture
def church(desk):
    """Give a project with a table of three churches."""
    desk.write("churches.csv", TABLE)
    return desk


def named(page):
    """Give where the sheet's links lead, without those to its own parts."""
    return [one["href"] for one in page.all("a") if not one["href"].startswith("#")]


def sizes(result, format_):
    """Give the type sizes of a format's files, from `--json`."""
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    return [line["size"] for line in lines if line["format"] == format_]


def test_recipients_are_a_line_without_pictures(church):
    """Nobody looks at thousands: it counts their files, and gives each format's smallest type."""
    church.write("churches.csv", f"{TABLE}{LONG},long\n")
    result = church.run(*BUILD, "--json", "--paper", "quarter-letter")
    page = sheet(church)
    assert page.all("img") == []
    assert page.all("h4") == []
    assert "Editions: 4. Files: 8 built." in page.text
    assert "us en · classic · quarter-letter · for 4 recipients" in page.text
    found = {name: sizes(result, name) for name in ("insert", "slides")}
    assert len(set(found["insert"])) == 2
    said = " · ".join(f"{name}: smallest type {min(found[name]):g} pt" for name in found)
    assert f"us/2019-01-14/ · 8 built · {said}" in page.text
    assert named(page) == ["us/2019-01-14/"]
    assert (church.folder / "output" / named(page)[0]).is_dir()


def test_a_warning_of_all_recipients_is_told_once(church):
    """And their line passes the filter."""
    church.run("build", "--office", "de", "--office", "us", "--recipients", "churches.csv")
    page = sheet(church)
    assert page.text.count("office `de` reads `de-DE`") == 1
    assert "Only those with warnings or failures (1 of 2)" in page.text


def test_what_failed_is_told_with_its_row(church):
    """The others' files are counted, and what is in a cell is never markup."""
    church.write("churches.csv", f"name,service,contact\nHope <b>,,\n{LONG},{LONG},{LONG}\n")
    church.run(*BUILD, "--screen", "4:3")
    page = sheet(church)
    assert "churches.csv:3:1 does not fit on the cover" in page.text
    assert "Editions: 2. Files: 2 built, 2 failed." in page.text
    assert not page.all("b")
    church.write("churches.csv", f"name,service,contact\n{LONG},{LONG},{LONG}\n")
    before = (church.folder / "output" / NAME).read_bytes()
    assert church.run(*BUILD, "--screen", "4:3").exit_code == 1
    assert (church.folder / "output" / NAME).read_bytes() == before


def test_the_office_s_own_edition_is_shown_beside_them(church):
    """As it stands, with its pictures, also where those were forgotten; one that changed is not."""
    church.run(*BUILD)
    church.run("build", "--office", "us")
    own = [one["alt"] for one in sheet(church).all("img")]
    assert len(own) == 4
    assert "for 3 recipients" not in sheet(church).text
    result = church.run(*BUILD)
    page = sheet(church)
    assert "3 editions, 6 files: 6 unchanged" in result.stdout
    assert [one["alt"] for one in page.all("img")] == own
    assert "Editions: 4. Files: 8 built." in page.text
    path = church.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("well", "wall"), encoding="utf-8")
    church.run(*BUILD)
    assert sheet(church).all("img") == []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_second_run_leaves_sheet_and_archive_alone(church, monkeypatch, tmp_path, jobs):
    """Whether the pictures of the office's own edition are known or made again."""
    words = (*BUILD, "--zip", "--jobs", jobs)
    church.run("build", "--office", "us")
    church.run(*words)
    kept = [church.folder / "output" / name for name in (NAME, "us.zip", "manifest.json")]
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in kept]
    assert "6 unchanged" in church.run(*words).stdout
    monkeypatch.setenv("PRINTKIT_CACHE", str(tmp_path / "empty"))
    assert "6 unchanged" in church.run(*words).stdout
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in kept] == before


def packed(desk):
    """Give the files of the office's archive."""
    with zipfile.ZipFile(desk.folder / "output/us.zip") as archive:
        assert archive.testzip() is None
        return {one.filename: archive.read(one) for one in archive.infolist()}


def test_an_archive_keeps_the_recipients_folder(church):
    """With the page that explains the files; the office's own are another run's."""
    church.run("build", "--office", "us")
    result = church.run(*BUILD, "--zip")
    assert "zipped    output/us.zip: 7 files" in result.stdout
    files = packed(church)
    assert list(files) == [*FILES, "READ-ME-FIRST.pdf"]
    for name in FILES:
        assert files[name] == (church.folder / "output/us" / name).read_bytes()


def test_a_few_of_many_that_are_left_out_are_named(church):
    """And the others counted."""
    rows = "".join(f"{LONG},c{number},{LONG},{LONG}\n" for number in range(5))
    church.write("churches.csv", f"name,id,service,contact\nHope,,,\n{rows}")
    result = church.run(*BUILD, "--zip", "--screen", "4:3")
    assert list(packed(church)) == [
        "2019-01-14/2019-01-14-hope-insert.pdf",
        "2019-01-14/2019-01-14-hope-slides.pptx",
        "READ-ME-FIRST.pdf",
    ]
    assert "-c2-slides.pptx` and 4 more, which could not be built" in result.stderr


def test_a_recipient_s_file_is_never_a_current_one(church):
    """Where the newest bulletin is built for recipients alone, the office's newest stays it."""
    church.run("build", "--office", "us")
    before = (church.folder / "output/us/current-insert.pdf").read_bytes()
    text = (church.folder / "bulletins/2019-01-14.yaml").read_text("utf-8")
    church.write("bulletins/2019-01-21.yaml", text.replace("2019-01-14", "2019-01-21"))
    church.run("build", "2019-01-21", *BUILD[1:])
    assert (church.folder / "output/us/2019-01-21/2019-01-21-grace-insert.pdf").is_file()
    assert (church.folder / "output/us/current-insert.pdf").read_bytes() == before
    copies = json.loads((church.folder / "output/manifest.json").read_text("utf-8"))["copies"]
    assert copies == {
        f"us/current-{what}": f"us/2019-01-14-{what}" for what in ("insert.pdf", "slides.pptx")
    }
