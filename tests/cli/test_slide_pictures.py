"""`--format slides-pdf` and `slides-png`: the slides for programs that show no deck."""

import json
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from printkit.export.picture.slides import slide_pictures

PICTURES = ("--format", "slides-png", "--office", "us")
THREE = [f"us/2019-01-14-slide-0{number}.png" for number in (1, 2, 3)]
SHORTER = """\
title: Prayer Requests
regions: [{name: Africa, requests: [Give thanks for the new well.]}]
"""
FULL = "Pray that the people of the river villages find a safe way home. " * 200


def built(desk, name: str) -> bytes:
    """Give a file of the output folder."""
    return (desk.folder / "output" / name).read_bytes()


def recorded(desk) -> dict[str, str]:
    """Give the status of each file that the manifest knows."""
    files = json.loads(built(desk, "manifest.json"))["files"]
    return {record["file"]: record["status"] for record in files}


def test_pictures_alone_are_built_and_verified(desk):
    """There is a picture for each slide and no deck, and `verify` knows them all."""
    result = desk.run("build", *PICTURES, "--verify")
    assert result.exit_code == 0, result.output
    assert desk.files() == ["manifest.json", *THREE]
    assert "-slide-03.png: 1 slide, " in result.stdout
    assert ", 1920 x 1080 pixels, " in result.stdout
    verdict = desk.run("verify")
    assert verdict.exit_code == 0, verdict.output
    assert all(f"output/{name}" in verdict.stdout for name in THREE)


@pytest.mark.parametrize(
    ("screen", "size"), [("16:9", (1920, 1080)), ("16:10", (1920, 1200)), ("4:3", (1440, 1080))]
)
def test_pictures_have_the_screen_s_shape(desk, screen, size):
    """A picture fills a projector of its shape."""
    desk.run("build", *PICTURES, "--screen", screen)
    for name in THREE:
        with Image.open(BytesIO(built(desk, name))) as image:
            assert (image.size, image.mode) == (size, "RGB")


def test_the_slides_as_a_pdf_are_built_and_verified(desk):
    """The PDF has a page for each slide, as large as the screen, and `verify` reads it."""
    result = desk.run("build", "--office", "us", "--format", "slides-pdf", "--verify")
    assert result.exit_code == 0, result.output
    assert desk.files() == ["manifest.json", "us/2019-01-14-slides.pdf"]
    pages = PdfReader(BytesIO(built(desk, "us/2019-01-14-slides.pdf"))).pages
    assert [tuple(map(float, page.mediabox[2:])) for page in pages] == [(960.0, 540.0)] * 3
    assert desk.run("verify").exit_code == 0


def test_the_pdf_is_read_aloud_as_slides(desk):
    """Each slide is a section with its heading; what is marked is a list."""
    desk.run("build", "--office", "us", "--format", "slides-pdf")
    said = [line.strip() for line in desk.run("verify", "--outline").stdout.splitlines()]
    assert said.count("section") == 3
    assert said.index("heading level 1: Prayer Requests") < said.index("heading level 2: Africa")
    assert said[said.index("list of 2") + 1 :][:2] == [
        "item •",
        "Pray for the families who came home.",
    ]


def test_the_pictures_are_those_of_the_pdf_beside_them(desk):
    """Asked for together or alone, they are rendered of the same bytes."""
    desk.run("build", "--office", "us", "--format", "slides,slides-pdf,slides-png")
    beside = [built(desk, name) for name in THREE]
    assert list(slide_pictures(built(desk, "us/2019-01-14-slides.pdf"))) == beside
    deck = built(desk, "us/2019-01-14-slides.pptx")
    desk.run("build", *PICTURES)
    assert [built(desk, name) for name in THREE] == beside
    desk.run("build", "--office", "us", "--format", "slides")
    assert built(desk, "us/2019-01-14-slides.pptx") == deck


def test_each_picture_has_its_line_of_json(desk):
    """It says which slide it shows and how large it is; the PDF counts its slides."""
    result = desk.run("build", "--office", "us", "--json", "--format", "slides-pdf,slides-png")
    pdf, *pictures = (json.loads(line) for line in result.stdout.splitlines())
    assert (pdf["format"], pdf["pages"]) == ("slides-pdf", 3)
    assert [line["file"] for line in pictures] == [f"output/{name}" for name in THREE]
    assert [line["slide"] for line in pictures] == [1, 2, 3]
    assert {line["pages"] for line in pictures} == {1}
    assert all(line["pixels"] == [1920, 1080] for line in pictures)


@pytest.mark.parametrize("formats", ["slides,slides-pdf,slides-png", "slides-png"])
def test_a_warning_of_deck_and_pictures_is_said_once(desk, formats):
    """All come of the same slides, which are set once; a small picture is warned of once."""
    Image.new("RGB", (80, 64), "teal").save(desk.folder / "bulletins/dot.png")
    picture = "image: {file: dot.png, alt: A dot}\nregions:"
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("regions:", picture), "utf-8")
    result = desk.run("build", "--office", "us", "--format", formats)
    assert result.exit_code == 0, result.output
    assert result.stderr.count("warning:") == 1


@pytest.mark.parametrize("formats", ["slides,slides-png", "slides-png,slides-pdf"])
def test_slides_that_do_not_fit_make_no_file_and_one_error(desk, formats):
    """Neither deck nor picture is written, and each format has its line."""
    text = f"title: T\nregions: [{{name: A, requests: [{{text: x, slide: {FULL}}}]}}]\n"
    desk.write("bulletins/2019-01-14.yaml", text)
    result = desk.run("build", "--office", "us", "--format", formats)
    assert result.exit_code == 1
    assert result.stderr.count("error:") == 1
    assert result.stdout.count("failed  ") == 2
    assert desk.files() == []


def test_pictures_of_slides_that_are_no_more_are_removed(desk):
    """A shorter bulletin leaves no picture of the earlier one's last slides, nor its record."""
    desk.run("build", "--office", "us", "--office", "uk", "--format", "slides-png,insert")
    desk.write("bulletins/2019-01-14.yaml", SHORTER)
    result = desk.run("build", *PICTURES)
    assert result.exit_code == 0, result.output
    files = [name for name in desk.files() if name.startswith("us/2019")]
    assert files == ["us/2019-01-14-insert.pdf", *THREE[:2]]
    assert THREE[2] not in recorded(desk)
    assert "uk/2019-01-14-slide-03.png" in desk.files()
    assert "uk/2019-01-14-slide-03.png" in recorded(desk)


def test_a_picture_that_cannot_be_removed_is_told(desk):
    """It stays in the manifest, as old, so that `verify` fails on it."""
    desk.run("build", *PICTURES)
    desk.write("bulletins/2019-01-14.yaml", SHORTER)
    last = desk.folder / "output" / THREE[2]
    last.unlink()
    last.mkdir()
    result = desk.run("build", *PICTURES)
    assert result.exit_code == 1
    assert f"`output/{THREE[2]}` is of an earlier build and could not be removed" in result.stderr
    assert recorded(desk)[THREE[2]] == "old"


def test_another_bulletin_s_pictures_are_left_alone(desk):
    """Names that begin alike are not one bulletin's."""
    desk.write("bulletins/2019.yaml", SHORTER)
    desk.run("build", *PICTURES)
    assert desk.run("build", "2019", *PICTURES).exit_code == 0
    assert set(THREE) < set(desk.files())


def test_pictures_of_an_edition_that_fails_are_old(desk):
    """Each that was built earlier stays, is called OLD, and fails in `verify`."""
    desk.run("build", *PICTURES)
    desk.write("bulletins/2019-01-14.yaml", "title: T\nregion: []\n")
    result = desk.run("build", *PICTURES)
    assert result.exit_code == 1
    assert [line for line in result.stdout.splitlines() if line.startswith("OLD ")] == [
        line for line in result.stdout.splitlines() if "-slide-" in line
    ]
    assert recorded(desk) == dict.fromkeys(THREE, "old")
    assert desk.run("verify").stderr.count("is OLD") == 3


def test_a_picture_of_words_that_have_changed_is_found(desk):
    """A picture has no text to read, so what it was made from must be what there is now."""
    desk.run("build", *PICTURES)
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Our "), "utf-8")
    result = desk.run("verify")
    assert result.exit_code == 1
    assert result.stderr.count("has changed since it was built") == 3


def test_a_pdf_of_words_that_have_changed_is_found(desk):
    """The slide that differs is named."""
    desk.run("build", "--office", "us", "--format", "slides-pdf")
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("evening school", "school"), "utf-8")
    result = desk.run("verify")
    assert result.exit_code == 1
    assert "slide 3: " in result.stderr
    assert "not in the bulletin: `evening`" in result.stderr


def test_a_request_that_the_pdf_cuts_is_told(desk):
    """As with the deck, cut requests are allowed and worth a note."""
    text = f"title: T\nregions: [{{name: A, requests: [First things first. {FULL}]}}]\n"
    desk.write("bulletins/2019-01-14.yaml", text)
    assert desk.run("build", "--office", "us", "--format", "slides-pdf").exit_code == 0
    result = desk.run("verify")
    assert result.exit_code == 0, result.output
    assert "a request is cut to its first sentences" in result.stderr


@pytest.mark.parametrize("name", ["2019-01-07-slide-12.png", "2019-01-07-slides.pdf"])
def test_a_stray_file_is_found(desk, name):
    """A picture or PDF that the manifest does not know is told."""
    desk.run("build", *PICTURES)
    (desk.folder / "output/us" / name).write_bytes(b"")
    assert f"{name}:1:1: is not in the manifest" in desk.run("verify").stderr


def test_an_unknown_format_is_told_what_there_is(desk):
    """Both formats are offered."""
    result = desk.run("build", "--format", "slides-gif")
    assert result.exit_code == 2
    assert "`slides-pdf`, `slides-png`" in result.stderr
