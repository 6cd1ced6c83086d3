"""Pictures are taken from beside the bulletin, and from nowhere else."""

import os
import unicodedata
from pathlib import Path

import pytest

from printkit.errors import Refused
from printkit.loading import Checks, load_bulletin

REST = "regions:\n  - name: Africa\n    requests: [Give thanks.]\n"


def _refusals(folder, name, checks):
    file = folder / "b.yaml"
    image = f"image: {{file: '{name}', alt: A river}}\n"
    file.write_text(f"title: T\n{image}{REST}", encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        load_bulletin(file, "b.yaml", checks)
    return [problem.describe() for problem in refusal.value.problems]


def _picture(folder, name, checks):
    file = folder / "b.yaml"
    image = f"image: {{file: '{name}', alt: A river}}\n"
    file.write_text(f"title: T\n{image}{REST}", encoding="utf-8")
    return load_bulletin(file, "b.yaml", checks).picture


def test_the_content_of_a_picture_is_asked_about(tmp_path):
    """What another stage finds wrong with a picture is told at its name, once."""
    (tmp_path / "river.jpg").touch()
    asked: list[Path] = []

    def wrong(file: Path) -> str:
        asked.append(file)
        return "it is damaged"

    checks = Checks(picture=wrong, character=lambda _character: True)
    assert _refusals(tmp_path, "river.jpg", checks) == [
        "error: b.yaml:2:15: the picture `river.jpg` cannot be used: it is damaged"
    ]
    assert asked == [(tmp_path / "river.jpg").resolve()]


@pytest.mark.parametrize("name", ["river at dawn.jpg", "Flüsse/größe.png", "-x.gif", "a'b.webp"])
def test_any_name_inside_the_folder(tmp_path, checks, name):
    """Blanks, letters of all kinds and folders are fine."""
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.touch()
    picture = _picture(tmp_path, name.replace("'", "''"), checks)
    assert (picture.file, picture.name) == (file.resolve(), name)


def test_a_decomposed_name_is_found(tmp_path, checks):
    """A name that macOS took apart is the same name."""
    (tmp_path / unicodedata.normalize("NFD", "größe.png")).touch()
    assert _picture(tmp_path, "größe.png", checks).file.is_file()


def test_a_missing_picture_names_the_nearest(tmp_path, checks):
    """The hint says what may have been meant, whatever its case."""
    (tmp_path / "River.JPG").touch()
    assert _refusals(tmp_path, "rivers.jpg", checks) == [
        "error: b.yaml:2:15: there is no picture `rivers.jpg`\n  hint: did you mean `River.JPG`?"
    ]


def test_a_missing_picture_lists_those_that_there_are(tmp_path, checks):
    """Where no name is near, the hint lists pictures, and only those."""
    for name in ("a.jpg", "b.png", "notes.txt"):
        (tmp_path / name).touch()
    hint = "  hint: the pictures beside this file are `a.jpg`, `b.png`"
    assert _refusals(tmp_path, "office-party.tiff", checks)[0].endswith(f"\n{hint}")


def test_a_folder_is_no_picture(tmp_path, checks):
    """A folder's name is refused."""
    (tmp_path / "river.jpg").mkdir()
    assert _refusals(tmp_path, "river.jpg", checks) == [
        "error: b.yaml:2:15: expected a picture, found a folder named `river.jpg`"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_no_picture(tmp_path, checks):
    """Nobody may ever write into it."""
    os.mkfifo(tmp_path / "river.jpg")
    assert _refusals(tmp_path, "river.jpg", checks) == [
        "error: b.yaml:2:15: expected a picture, found something else named `river.jpg`"
    ]


def _link(link: Path, target: Path) -> None:
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("this system lets this user make no links")


def test_a_link_out_of_the_folder(tmp_path, checks):
    """Where a link leads is what counts."""
    (tmp_path / "river.jpg").touch()
    folder = tmp_path / "bulletins"
    folder.mkdir()
    _link(folder / "river.jpg", tmp_path / "river.jpg")
    assert "leads out of this folder" in _refusals(folder, "river.jpg", checks)[0]


def test_a_link_inside_the_folder(tmp_path, checks):
    """A link to a neighbour is followed."""
    (tmp_path / "river.jpg").touch()
    _link(tmp_path / "banner.jpg", tmp_path / "river.jpg")
    assert _picture(tmp_path, "banner.jpg", checks).file.name == "river.jpg"


def test_a_link_to_itself(tmp_path, checks):
    """A link that leads nowhere is refused."""
    _link(tmp_path / "river.jpg", tmp_path / "river.jpg")
    assert "the picture `river.jpg` cannot be read" in _refusals(tmp_path, "river.jpg", checks)[0]


def test_a_name_that_no_file_can_have(tmp_path, checks):
    """A name beyond what file systems take is refused, at once."""
    assert "a name of at most 255 characters" in _refusals(tmp_path, "x" * 256, checks)[0]


def test_an_invisible_character_in_a_name(tmp_path, checks):
    """An override could make a name look like another."""
    assert "right-to-left override" in _refusals(tmp_path, "gpj\u202e.exe", checks)[0]
