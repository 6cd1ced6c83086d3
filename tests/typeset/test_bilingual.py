"""An edition in two languages is two pages at one size, each told in its own language."""

from dataclasses import replace

import pytest
from typeset.manuscripts import LOGO, bulletin, edition, region, request, week

from printkit.model.frame import Text
from printkit.typeset.bilingual import OversetSide, bound, typeset_bilingual
from printkit.typeset.insert import Insert

ADDRESS = "Read more on https://pray.example.org/a and pray."


@pytest.fixture
def sides_of(insert_of):
    """Give a function that sets two editions as the sides of one sheet."""
    return lambda *editions: typeset_bilingual(editions, (insert_of, insert_of))


def french(words, **more):
    """Give an edition in another language; what it says is not looked at here."""
    made = edition(words, **more)
    return replace(made, words=replace(made.words, language="fr-CA"))


@pytest.mark.parametrize(("longer", "shorter"), [(130, 75), (90, 88), (45, 170)])
def test_both_sides_are_of_one_size(sides_of, insert_of, longer, shorter):
    """That of the side with more to say, or just below it."""
    editions = edition(week(longer)), french(week(shorter))
    alone = [insert_of(one).size for one in editions]
    first, second = sides_of(*editions)
    assert first.size == second.size
    assert min(alone) - 0.3 <= first.size <= min(alone)


def test_a_side_that_does_not_fit_is_overset(sides_of, insert_of):
    """By as much as it is alone, whichever side it is."""
    short, long = edition(week(90)), french(week(900))
    assert sides_of(short, long) == OversetSide(1, insert_of(long))
    assert sides_of(long, short) == OversetSide(0, insert_of(long))


def test_a_document_of_two_keeps_both_structures(insert_of):
    """Each is a part below the one root, in its own language, with its elements in their order."""
    one = edition(bulletin(region("Africa", request(ADDRESS), 20)), logo=LOGO)
    first, second = insert_of(one).document, insert_of(french(one.bulletin, logo=LOGO)).document
    both = bound(first, second)
    assert len(both.frames) == 2
    sides = [number for number, told in enumerate(both.elements) if told.role == "side"]
    assert [both.elements[number].language for number in sides] == ["en-US", "fr-CA"]
    assert [both.elements[number].parent for number in sides] == [0, 0]
    for top, whole in zip(sides, (first, second), strict=True):
        told = both.elements[top + 1 : top + len(whole.elements)]
        assert [one._replace(parent=one.parent - top) for one in told] == list(whole.elements[1:])


def test_what_stands_on_the_second_page_is_of_its_own_elements(insert_of):
    """Texts, pictures and links, each with the role that it has alone."""
    one = edition(bulletin(region("Africa", request(ADDRESS), 20)), logo=LOGO)
    alone = insert_of(one)
    assert isinstance(alone, Insert)
    both = bound(alone.document, alone.document)
    first, second = (list(roles_in(both, frame)) for frame in both.frames)
    assert first == second
    assert "link" in first
    numbers = {item.element for item in both.frames[1].items if hasattr(item, "element")}
    assert min(numbers) > len(alone.document.elements)


def roles_in(document, frame):
    """Give the roles that a frame's items and links are of, in order."""
    for item in frame.items:
        if hasattr(item, "element"):
            yield document.elements[item.element].role
        if isinstance(item, Text):
            for line in item.lines:
                yield from (document.elements[run.link].role for run in line.runs if run.link)
    yield from (document.elements[link.element].role for link in frame.links)
