"""`output/contact-sheet.html`: what it shows of a run, and that it needs nothing but itself."""

import json
import shutil
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from contact_page import NAME, sheet
from PIL import Image

MARKUP = "<script>alert(1)</script> & <b>bold</b>"


def articles(desk) -> dict[str, bool]:
    """Give for each office whether its edition is shown by the filter."""
    text = (desk.folder / "output" / NAME).read_text("utf-8")
    parts = text.split("<article")[1:]
    return {
        part.split("<h3>")[1].split(" ")[0]: not part.startswith(' class="calm"') for part in parts
    }


def test_every_edition_is_shown_with_its_facts_and_pictures(desk):
    """One picture of the insert and one of each slide, with type size, fullness and paper."""
    said = desk.run("build", "--office", "us", "--office", "uk", "--json").stdout
    lines = [json.loads(line) for line in said.splitlines()]
    page = sheet(desk)
    assert [one["alt"] for one in page.all("img")][:4] == [
        "Page 1 of 2019-01-14 for us",
        "Slide 1 of 2019-01-14 for us",
        "Slide 2 of 2019-01-14 for us",
        "Slide 3 of 2019-01-14 for us",
    ]
    assert len(page.all("img")) == 2 * (1 + 3)
    assert "us en · classic · letter" in page.text
    assert "uk en · classic · a4" in page.text
    for line in lines:
        assert f"built · type {line['size']:g} pt · {line['full']:.0%} full" in page.text


def test_pictures_are_small_and_whole(desk):
    """Each is a JPEG of the size that is said, 320 pixels wide of a page and 240 of a slide."""
    desk.run("build", "--office", "uk")
    sizes = []
    for one in sheet(desk).all("img"):
        data = b64decode(one["src"].removeprefix("data:image/jpeg;base64,"), validate=True)
        with Image.open(BytesIO(data)) as image:
            image.load()
            assert image.size == (int(one["width"]), int(one["height"]))
            assert len(image.getcolors(1 << 20)) > 8
        assert one["loading"] == "lazy"
        sizes.append(image.size)
    assert sizes == [(320, 453), (240, 135), (240, 135), (240, 135)]


def test_it_needs_nothing_but_itself(desk):
    """It has no script and no frame, its pictures are data, and its links lead to built files."""
    desk.run("build", "--office", "uk")
    page = sheet(desk)
    assert not {tag for tag, _ in page.tags} & {"script", "link", "iframe", "object", "base"}
    assert all(one["src"].startswith("data:image/jpeg;base64,") for one in page.all("img"))
    links = [one["href"] for one in page.all("a") if not one["href"].startswith("#")]
    assert len(links) == 2
    assert all((desk.folder / "output" / unquote(link)).is_file() for link in links)
    policy = [one["content"] for one in page.all("meta") if "http-equiv" in one]
    assert policy == ["default-src 'none'; img-src data:; style-src 'unsafe-inline'"]
    assert "url(" not in (desk.folder / "output" / NAME).read_text("utf-8")


def test_headings_go_down_by_one(desk):
    """A title, bulletins, offices, files; the page has a language, and its filter a label."""
    desk.run("build", "--office", "uk", "--office", "de")
    page = sheet(desk)
    levels = [int(tag[1]) for tag, _ in page.tags if tag in ("h1", "h2", "h3", "h4")]
    assert levels == [1, 2, 3, 4, 4, 3, 4, 4]
    assert page.all("html") == [{"lang": "en"}]
    assert [one["for"] for one in page.all("label")] == [one["id"] for one in page.all("input")]
    assert all(one["alt"] for one in page.all("img"))


def test_words_of_a_bulletin_are_never_markup(desk):
    """A region's name that looks like a script is shown letter by letter in its warning."""
    long = "Pray for the people of the river villages. " * 30
    desk.write(
        "bulletins/2019-01-14.yaml",
        f"title: T\nregions:\n  - name: '{MARKUP}'\n    requests: [{long}]\n",
    )
    result = desk.run("build", "--office", "uk")
    assert f"the slide of `{MARKUP}`" in result.stderr
    page = sheet(desk)
    assert f"the slide of `{MARKUP}`" in page.text
    assert not page.all("script")
    assert not page.all("b")


def test_a_bulletin_may_be_called_anything(desk):
    """A name with blanks and signs is escaped, and its links still lead to its files."""
    name = "Easter & 50% #1"
    (desk.folder / "bulletins/2019-01-14.yaml").rename(desk.folder / f"bulletins/{name}.yaml")
    assert desk.run("build", "--office", "uk").exit_code == 0
    page = sheet(desk)
    assert name in page.text
    links = [unquote(one["href"]) for one in page.all("a") if "#" not in one["href"][:1]]
    assert links == [f"uk/{name}-insert.pdf", f"uk/{name}-slides.pptx"]


def test_only_editions_with_something_to_say_pass_the_filter(desk):
    """The office that is set in another language than its own has a warning with its place."""
    desk.run("build", "--office", "uk", "--office", "de")
    assert articles(desk) == {"uk": False, "de": True}
    page = sheet(desk)
    assert "Only those with warnings or failures (1 of 2)" in page.text
    assert "bulletins/2019-01-14.yaml:1:8 office `de` reads `de-DE`" in page.text


def test_a_run_without_warnings_says_so(desk):
    """The filter would leave an empty page, so a sentence stands there."""
    desk.run("build", "--office", "uk")
    assert "There are no warnings, and nothing has failed." in sheet(desk).text


def test_what_failed_is_shown_with_its_reason(desk):
    """A bulletin that cannot be loaded has its problems, no link and no picture."""
    desk.write("bulletins/bad.yaml", "title: Prayer\nregionz:\n  - name: Africa\n")
    desk.run("build", "--office", "uk")
    page = sheet(desk)
    assert "bad-insert.pdf failed" in page.text
    assert "unknown key `regionz`" in page.text
    assert not [one for one in page.all("a") if "bad" in one["href"]]
    assert not [one for one in page.all("img") if "bad" in one["alt"]]
    assert "Files: 2 built, 2 failed." in page.text


def test_an_old_file_is_called_old_and_has_no_picture(desk):
    """What could not be built anew is linked, but never shown as if it were approved of."""
    desk.run("build", "--office", "uk")
    desk.write("bulletins/2019-01-14.yaml", "title: Prayer\nregionz:\n  - name: Africa\n")
    assert desk.run("build", "--office", "uk").exit_code == 1
    page = sheet(desk)
    assert page.text.count("OLD · built 20") == 2
    assert page.all("img") == []
    assert articles(desk) == {"uk": True}


@pytest.mark.parametrize(
    ("formats", "pictures"),
    [
        ("insert", 1),
        ("slides", 3),
        ("slides-pdf", 3),
        ("slides-png", 3),
        ("insert,insert-png", 2),
        ("freeshow", 0),
        ("slides,slides-png", 6),
    ],
)
def test_each_format_has_its_pictures(desk, formats, pictures):
    """Pages and slides are pictures, and words alone have none; all are numbered."""
    assert desk.run("build", "--office", "uk", "--format", formats).exit_code == 0
    shown = [one["alt"] for one in sheet(desk).all("img")]
    assert len(shown) == pictures
    assert len(set(shown)) == len(shown) or "," in formats


def test_showing_a_deck_makes_no_other_file(desk):
    """The PDF that its pictures are made of is not written, and verify finds nothing strange."""
    assert desk.run("build", "--office", "uk", "--verify").exit_code == 0
    assert not [name for name in desk.files() if name.endswith("-slides.pdf")]
    assert desk.run("verify").exit_code == 0


def test_a_second_run_leaves_it_alone(desk):
    """What stands is shown as what was built: the same bytes, not written again."""
    desk.run("build", "--office", "uk")
    path = desk.folder / "output" / NAME
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert "2 unchanged" in desk.run("build", "--office", "uk").stdout
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_sheet_that_was_damaged_is_written_again(desk):
    """Though nothing else has to be built."""
    desk.run("build", "--office", "uk")
    path = desk.folder / "output" / NAME
    before = path.read_bytes()
    path.write_bytes(before[:100])
    assert "2 unchanged" in desk.run("build", "--office", "uk").stdout
    assert path.read_bytes() == before


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_without_the_cache_it_is_the_same(desk, monkeypatch, tmp_path, jobs):
    """Pictures of files that stand are made again where none are known, and no file is touched."""
    monkeypatch.setenv("PRINTKIT_CACHE", str(tmp_path / "first"))
    desk.run("build", "--jobs", jobs)
    output = desk.folder / "output"
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in output.rglob("*.*")}
    shutil.rmtree(tmp_path / "first")
    assert "14 unchanged" in desk.run("build", "--jobs", jobs).stdout
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in output.rglob("*.*")}
    assert after == before


def test_where_nothing_can_be_kept_it_is_the_same(desk, monkeypatch, tmp_path):
    """A cache that cannot be written costs time alone."""
    desk.run("build", "--office", "uk")
    before = (desk.folder / "output" / NAME).read_bytes()
    shutil.rmtree(desk.folder / "output")
    (tmp_path / "no folder").write_text("", encoding="utf-8")
    monkeypatch.setenv("PRINTKIT_CACHE", str(tmp_path / "no folder"))
    for status in ("built", "unchanged"):
        assert f"2 {status}" in desk.run("build", "--office", "uk").stdout
        assert (desk.folder / "output" / NAME).read_bytes() == before


def test_pictures_are_those_of_the_files_that_are_there(desk):
    """A word that changes changes the insert's picture and that of its slide."""
    desk.run("build", "--office", "uk")
    before = [one["src"] for one in sheet(desk).all("img")]
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("new well", "old wall"), encoding="utf-8")
    desk.run("build", "--office", "uk")
    after = [one["src"] for one in sheet(desk).all("img")]
    assert [one != other for one, other in zip(before, after, strict=True)] == [
        True,
        False,
        True,
        False,
    ]


def test_a_sheet_that_cannot_be_written_is_an_error(desk):
    """The files are built all the same, and the exit status says that something is missing."""
    Path(desk.folder / "output" / NAME).mkdir(parents=True)
    result = desk.run("build", "--office", "uk")
    assert result.exit_code == 1
    assert f"output/{NAME}` could not be written" in result.stderr
    assert "uk/2019-01-14-insert.pdf" in desk.files()


def test_check_writes_no_sheet(desk):
    """It writes nothing at all."""
    assert desk.run("check", "--office", "uk").exit_code == 0
    assert not (desk.folder / "output").exists()
