"""A church's own regions follow the bulletin's."""

import pytest

from printkit.errors import Refused
from printkit.loading import load_local_regions, with_local_regions

BULLETIN = "title: T\nregions:\n  - name: Africa\n    requests: [Give thanks.]\n"


@pytest.fixture
def local(tmp_path, checks):
    """Give a function that loads a church's own regions."""

    def loaded(text):
        file = tmp_path / "2019-01-14.local.yaml"
        file.write_text(text, encoding="utf-8")
        return load_local_regions(file, file.name, checks)

    return loaded


def test_local_regions_come_last(load, local):
    """The bulletin's own regions stay as they are, and in their order."""
    regions = local("regions:\n  - name: Our church\n    requests: [Pray.]\n")
    together = with_local_regions(load(BULLETIN), regions)
    assert [region.name.value for region in together.regions] == ["Africa", "Our church"]


def test_only_regions_may_be_there(local):
    """A title of its own would be printed nowhere."""
    with pytest.raises(Refused) as refusal:
        local("title: T\nregions:\n  - name: Our church\n    requests: [Pray.]\n")
    assert str(refusal.value) == (
        "error: 2019-01-14.local.yaml:1:1: unknown key `title`, expected `regions`"
    )


def test_a_name_that_both_have(load, local):
    """Two regions of one name are refused across the files."""
    regions = local("regions:\n  - name: AFRICA\n    requests: [Pray.]\n")
    with pytest.raises(Refused) as refusal:
        with_local_regions(load(BULLETIN), regions)
    assert str(refusal.value) == (
        "error: 2019-01-14.local.yaml:2:11: two regions are named `AFRICA`, "
        "the first in line 3 of bulletins/2019-01-14.yaml\n  hint: give one of them another name"
    )
