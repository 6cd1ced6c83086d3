"""What files are called, and which of those that are there are an edition's own."""

import pytest

from printkit.batch.naming import file_name, is_ours, names_there
from printkit.model.formats import KNOWN_FORMATS


@pytest.mark.parametrize("format_", KNOWN_FORMATS)
def test_every_format_has_a_name_that_is_known_as_ours(format_):
    """What is built is told from what others put there."""
    assert is_ours(file_name("us", "2019-01-14", format_, 12))


def test_slides_are_numbered_with_two_digits_or_more():
    """So they are sorted as they are shown."""
    assert file_name("us", "2019-01-14", "slides-png", 3) == "us/2019-01-14-slide-03.png"
    assert file_name("us", "2019-01-14", "slides-png", 103) == "us/2019-01-14-slide-103.png"


@pytest.mark.parametrize("name", ["a-slide-1.png", "a-slide-ab.png", "a-slide-01.png.bak", "a.png"])
def test_what_only_looks_like_ours_is_not(name):
    """Other files in the folder are nobody's fault."""
    assert not is_ours(name)


def test_only_the_bulletin_s_own_files_are_there(tmp_path):
    """Names that begin or end alike, and folders, are not among them."""
    (tmp_path / "us").mkdir()
    for name in ("a-slide-01.png", "a-slide-12.png", "ba-slide-01.png", "a-slide-01-slide-01.png"):
        (tmp_path / "us" / name).touch()
    (tmp_path / "us/a-slide-02.png").mkdir()
    there = names_there(tmp_path, "us", "a", "slides-png")
    assert there == ("us/a-slide-01.png", "us/a-slide-12.png")
    assert names_there(tmp_path, "de", "a", "slides-png") == ()


def test_an_office_may_be_called_as_the_page_that_is_measured():
    """That page stands beside the offices' folders; what is in them is theirs."""
    assert is_ours("calibrate-uk/2019-01-14-insert.pdf")
    assert not is_ours("calibrate-uk.pdf")
