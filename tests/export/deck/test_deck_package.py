"""The package: one ZIP file, the same for the same parts."""

import io
import zipfile

import pytest

from printkit.export.deck.package import CONTENT_TYPES, assemble, deflated, stored


def opened(*parts) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(assemble(parts)))


def test_content_types_come_first_and_the_rest_by_name():
    """A reader finds the content types at the start, whatever the order of the parts."""
    file = opened(deflated("b.xml", "b"), deflated("a.xml", "a"), deflated(CONTENT_TYPES, "c"))
    assert file.namelist() == [CONTENT_TYPES, "a.xml", "b.xml"]


def test_parts_come_back_whole():
    """Deflated and stored parts are read back as they were, their checksums right."""
    file = opened(deflated("a.xml", "ä€ễ" * 9000), stored("b.jpg", bytes(range(256))))
    assert file.testzip() is None
    assert file.read("a.xml").decode() == "ä€ễ" * 9000
    assert file.read("b.jpg") == bytes(range(256))


def test_nothing_of_the_clock_or_machine_is_kept():
    """Each entry has the first date that ZIP knows, and no system's rights."""
    (entry,) = opened(deflated("a.xml", "a")).infolist()
    assert entry.date_time == (1980, 1, 1, 0, 0, 0)
    assert (entry.create_system, entry.external_attr, entry.flag_bits) == (0, 0, 0)


def test_a_name_stands_once():
    """Two parts whose names differ in capitals alone are refused, as Windows would mix them up."""
    with pytest.raises(ValueError, match="once"):
        assemble([deflated("a.xml", "a"), deflated("A.xml", "b")])
