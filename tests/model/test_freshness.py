"""Fingerprints part by part, and what is found to have changed between two of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.model.fingerprint import Fingerprint, RegionPrint, fingerprint_from
from printkit.model.freshness import Change, changes, nothing_left

AFRICA = RegionPrint("a000", "0", ("a001", "a002", "a003"))
ASIA = RegionPrint("b000", "b111", ("b001",))
EUROPE = RegionPrint("c000", "0", ("c001", "c002"))


def _of(*regions, title="1111", scripture="0"):
    return Fingerprint(title, scripture, regions)


WAS = _of(AFRICA, ASIA, EUROPE)


def _africa(*requests):
    return _of(RegionPrint("a000", "0", requests), ASIA, EUROPE)


def test_what_is_the_same_has_not_changed():
    """Nothing is found between equal fingerprints."""
    assert changes(WAS, WAS) == ()


def test_each_part_is_told_apart():
    """Title, scripture, name, intro and request are found where they are."""
    now = _of(
        AFRICA,
        RegionPrint("b999", "0", ("b001",)),
        RegionPrint("c000", "c111", ("c001", "c999")),
        title="2222",
        scripture="3333",
    )
    assert changes(WAS, now) == (
        Change("title", "changed"),
        Change("scripture", "new"),
        Change("name", "changed", 1),
        Change("intro", "gone", 1),
        Change("intro", "new", 2),
        Change("request", "changed", 2, 1, (2, 1)),
    )


def test_a_request_that_was_added_moves_no_other():
    """Those behind it count one more, and are what they were."""
    now = _africa("a001", "a999", "a002", "a003")
    assert changes(WAS, now) == (Change("request", "new", 0, 1),)


def test_a_request_that_was_taken_out_is_gone():
    """It is told with its region, by the number that it had."""
    assert changes(WAS, _africa("a001", "a003")) == (Change("request", "gone", 0, before=(0, 1)),)


def test_a_request_that_was_moved_within_its_region():
    """It alone is told, with where it was."""
    now = _africa("a002", "a003", "a001")
    assert changes(WAS, now) == (Change("request", "moved", 0, 2, (0, 0)),)


def test_a_request_that_was_moved_to_another_region():
    """It is neither new there nor gone here."""
    now = _of(
        RegionPrint("a000", "0", ("a001", "a003")),
        RegionPrint("b000", "b111", ("b001", "a002")),
        EUROPE,
    )
    assert changes(WAS, now) == (Change("request", "moved", 1, 1, (0, 1)),)


def test_a_region_that_was_added_and_one_that_is_gone():
    """Both are told as regions, without each of their requests."""
    new = RegionPrint("d000", "0", ("d001", "d002"))
    now = _of(new, AFRICA, EUROPE)
    assert changes(WAS, now) == (
        Change("region", "new", 0),
        Change("region", "gone", before=(1, -1)),
    )


def test_a_region_that_was_moved():
    """It alone is told, and not the requests in it."""
    now = _of(EUROPE, AFRICA, ASIA)
    assert changes(WAS, now) == (Change("region", "moved", 0, before=(2, -1)),)


def test_a_region_is_known_by_its_requests():
    """Renamed and moved, it is still the one that it was."""
    now = _of(ASIA, RegionPrint("a999", "0", AFRICA.requests), EUROPE)
    found = {(one.part, one.how, one.region) for one in changes(WAS, now)}
    assert ("name", "changed", 1) in found
    assert not {("region", "new", 1), ("region", "gone", -1)} & found


def test_another_bulletin_has_nothing_left():
    """Where no request is what it was there is nothing to tell apart."""
    assert nothing_left(WAS, _of(RegionPrint("a000", "0", ("f001",))))
    assert not nothing_left(WAS, _africa("a003"))


PIECES = st.text("0123456789abcdef", min_size=4, max_size=4)
REGIONS = st.builds(
    RegionPrint,
    PIECES,
    st.just("0") | PIECES,
    st.lists(PIECES, min_size=1, max_size=5).map(tuple),
)
PRINTS = st.builds(
    Fingerprint, PIECES, st.just("0") | PIECES, st.lists(REGIONS, min_size=1, max_size=5).map(tuple)
)


@given(PRINTS)
def test_a_fingerprint_is_read_as_it_was_written(one):
    """In capitals and over several lines as well."""
    assert fingerprint_from(str(one)) == one
    assert fingerprint_from(str(one).upper().replace(" ", "\n  ")) == one


@given(PRINTS, PRINTS)
def test_there_are_changes_where_anything_differs(before, now):
    """And each is told of a part that is there."""
    found = changes(before, now)
    assert bool(found) == (before != now)
    for change in found:
        assert change.region < len(now.regions)
        assert change.request < 0 or change.request < len(now.regions[change.region].requests)


@pytest.mark.parametrize(
    "said",
    [
        "3f9a1c",
        "3f9a1c…",
        "3f9a1c01b2c3d4e5",
        "3f9a-c01b",
        "3f9a-c01b a1b2-0",
        "x-y a-b-c",
        "\u00a0",
    ],
)
def test_any_other_text_is_no_fingerprint_by_parts(said):
    """It may be a plain one, or a mistake."""
    assert fingerprint_from(said) is None
