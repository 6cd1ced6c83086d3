"""An order travels with its pictures, named by what they hold."""

from dataclasses import replace
from pathlib import Path

from printkit.batch.luggage import Packer, digest_in, unpack
from printkit.batch.options import Options
from printkit.batch.project import Project
from printkit.cli.asking import planner_for, storeroom

NAME = "2019-01-28"
ROOT = Path(__file__).parent.parent.parent


def _order():
    options = Options(offices=("us",))
    return planner_for(Project(ROOT), storeroom()).plan([NAME], options).entries[0].order


def test_pictures_are_unpacked_with_their_names_and_content(tmp_path):
    """Messages name a picture's file, so it is called there as it is here."""
    order, packer = _order(), Packer()
    luggage = packer.pack(order)
    there = unpack(luggage, packer.contents, tmp_path)
    ours, theirs = order.bulletin.picture.file, there.bulletin.picture.file
    assert theirs.is_relative_to(tmp_path)
    assert (theirs.name, theirs.read_bytes()) == (ours.name, ours.read_bytes())


def test_two_files_of_one_content_stay_two_and_are_sent_once(tmp_path):
    """A page embeds them twice, and so it must there."""
    order, packer = _order(), Packer()
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(order.bulletin.picture.file.read_bytes())
    first, second = order.bulletin.regions[:2]
    picture = order.bulletin.picture
    regions = (
        _with_picture(first, picture, tmp_path / "a.jpg"),
        _with_picture(second, picture, tmp_path / "b.jpg"),
    )
    luggage = packer.pack(_replaced(order, regions))
    there = unpack(luggage, packer.contents, tmp_path / "there")
    files = {region.picture.file for region in there.bulletin.regions}
    assert len(files) == 2
    assert len({digest_in(name) for name in luggage.pictures}) == len(packer.contents) == 1


def test_a_picture_that_went_is_missing_there_too(tmp_path):
    """The worker then says of it what this machine would."""
    order, packer = _order(), Packer()
    region = _with_picture(order.bulletin.regions[0], order.bulletin.picture, tmp_path / "gone.jpg")
    luggage = packer.pack(_replaced(order, (region,)))
    there = unpack(luggage, packer.contents, tmp_path / "there")
    missing = there.bulletin.regions[0].picture.file
    assert missing.name == "gone.jpg"
    assert not missing.exists()


def _with_picture(region, picture, file):
    return replace(region, picture=replace(picture, file=file, name=file.name))


def _replaced(order, regions):
    return replace(order, bulletin=replace(order.bulletin, regions=regions))
