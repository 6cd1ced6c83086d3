"""`--format insert-png`: the insert as a picture, to place in a bulletin made elsewhere."""

import json
from io import BytesIO

import pytest
from PIL import Image

from printkit.export.picture.page import page_picture

BOTH = ("--format", "insert,insert-png")


def built(desk, name: str) -> bytes:
    """Give a file of the output folder."""
    return (desk.folder / "output" / name).read_bytes()


def test_a_picture_alone_is_built_and_verified(desk):
    """`--format insert-png` makes a picture and no PDF, which `verify` knows."""
    result = desk.run("build", "--office", "uk", "--format", "insert-png", "--verify")
    assert result.exit_code == 0, result.output
    assert desk.files() == ["manifest.json", "uk/2019-01-14-insert.png"]
    assert " pt, 300 dpi, " in result.stdout
    assert ": 1 page, " in result.stdout
    with Image.open(BytesIO(built(desk, "uk/2019-01-14-insert.png"))) as image:
        assert image.size == (2480, 3508)
    verdict = desk.run("verify")
    assert verdict.exit_code == 0, verdict.output
    assert "output/uk/2019-01-14-insert.png" in verdict.stdout


def test_no_picture_is_made_unless_it_is_asked_for(desk):
    """The usual formats stay the insert and the slides."""
    desk.run("build", "--office", "us")
    assert not [name for name in desk.files() if name.endswith(".png")]


def test_the_picture_is_that_of_the_page_beside_it(desk):
    """Asked for together, the picture is rendered of the PDF's own bytes."""
    assert desk.run("build", "--office", "us", *BOTH).exit_code == 0
    assert page_picture(built(desk, "us/2019-01-14-insert.pdf")) == built(
        desk, "us/2019-01-14-insert.png"
    )


def test_the_picture_is_the_same_with_and_without_the_page(desk):
    """What is made beside it does not change its bytes."""
    desk.run("build", "--office", "us", *BOTH)
    before = built(desk, "us/2019-01-14-insert.png")
    desk.run("build", "--office", "us", "--format", "insert-png")
    assert built(desk, "us/2019-01-14-insert.png") == before


def test_the_line_of_json_says_the_resolution(desk):
    """Page and picture agree in all but their file, and the picture has its dots per inch."""
    result = desk.run("build", "--office", "us", "--json", *BOTH)
    page, picture = (json.loads(line) for line in result.stdout.splitlines())
    assert (picture["format"], picture["pages"], picture["dpi"]) == ("insert-png", 1, 300)
    assert (picture["size"], picture["full"]) == (page["size"], page["full"])
    assert "dpi" not in page


def test_a_warning_of_page_and_picture_is_said_once(desk):
    """Both come of one page, which is set once."""
    result = desk.run("build", "--office", "de", *BOTH)
    assert result.stderr.count("warning:") == 1


@pytest.mark.parametrize("formats", ["insert,insert-png", "insert-png,insert", "insert-png"])
def test_what_does_not_fit_makes_no_file_and_one_error(desk, formats):
    """Neither page nor picture is written, and the overset is told once."""
    request = "Pray that the people of the river villages find a safe way home. " * 60
    text = f"title: T\nregions: [{{name: A, requests: [{request}]}}]\n"
    desk.write("bulletins/2019-01-14.yaml", text)
    result = desk.run("build", "--office", "us", "--paper", "a6", "--format", formats)
    assert result.exit_code == 1
    assert result.stderr.count("does not fit") == 1
    assert desk.files() == []


def test_a_picture_too_large_to_make_leaves_the_page_unwritten(desk):
    """A poster has no picture of 300 dpi: the error says so, and neither file is written."""
    offices = (
        "us:\n  name: Us\n  language: en\n  layout: classic\n  imprint: [Us]\n"
        "  paper: {width: 40in, height: 40in}\n"
    )
    desk.write("layouts/offices.yaml", offices)
    result = desk.run("build", *BOTH)
    assert result.exit_code == 1
    assert "is too large for a picture" in result.stderr
    assert desk.files() == []


def test_a_picture_that_was_changed_is_found(desk):
    """`verify` tells a picture of another size from the one that was built."""
    desk.run("build", "--office", "us", "--format", "insert-png")
    path = desk.folder / "output/us/2019-01-14-insert.png"
    Image.new("RGB", (100, 100)).save(path)
    result = desk.run("verify")
    assert result.exit_code == 1
    assert "is not the file that was built" in result.stderr
    assert "expected 2550 x 3300, found 100 x 100" in result.stderr


def test_a_picture_of_words_that_have_changed_is_found(desk):
    """A picture has no text to read, so what it was made from must be what there is now."""
    desk.run("build", "--office", "us", "--format", "insert-png")
    assert desk.run("verify").exit_code == 0
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Our "), "utf-8")
    result = desk.run("verify")
    assert result.exit_code == 1
    assert "has changed since it was built" in result.stderr


def test_a_stray_picture_is_found(desk):
    """A picture that the manifest does not know is told."""
    desk.run("build", "--office", "us", "--format", "insert")
    (desk.folder / "output/us/2019-01-07-insert.png").write_bytes(b"")
    assert "2019-01-07-insert.png:1:1: is not in the manifest" in desk.run("verify").stderr
