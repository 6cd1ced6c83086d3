"""A page in two languages that says or tells something else than its bulletins is found out."""

from dataclasses import replace
from datetime import date

import pytest
from typeset.manuscripts import FOOTNOTE, WORDING, bulletin, edition, prose, region, request, text
from verify.expecting import expected_of

from printkit.export.page.document import Supplies, write_pdf
from printkit.model.bulletin import Scripture
from printkit.model.frame import Text
from printkit.typeset.composing import moved
from printkit.typeset.insert import typeset_insert
from printkit.typeset.sidebyside import typeset_side_by_side
from printkit.typeset.story import Tools
from printkit.verify.side_by_side import check_side_by_side

DAY = date(2019, 1, 14)
ENGLISH = bulletin(
    region("Africa", request(prose(30), pseudonym=True), prose(24, 3)),
    region("Asia", prose(40, 5), intro="Two offices serve here."),
    date=DAY,
    scripture=Scripture(text("Blessed are the gentle."), text("Matthew 5:5"), text("WEB")),
)
FRENCH = replace(
    bulletin(
        region("Afrique", request(prose(36, 9), pseudonym=True), prose(20, 12)),
        region("Asie", "Il dit : oui ! " + prose(44, 15), intro="Deux bureaux servent ici."),
        title="Sujets de prière",
        date=DAY,
        scripture=Scripture(text("Heureux les doux."), text("Matthieu 5.5"), text("Segond")),
    ),
    language="fr",
)
WORDS = replace(WORDING, footnote=FOOTNOTE)
MOTS = replace(
    WORDS,
    date="Semaine du 14 janvier 2019",
    opening="« ",
    closing=" »",
    reference="Matthieu 5.5 (Segond)",
)


def french():
    """Give the second edition, in the words that are set."""
    made = edition(FRENCH, wording=MOTS)
    return replace(made, words=replace(made.words, language="fr-CA"))


EDITIONS = edition(ENGLISH, wording=WORDS), french()


@pytest.fixture(scope="module")
def bench(storeroom):
    """Give tools, and what writes a document."""
    tools = Tools(storeroom.shaper(EDITIONS[0].layout), storeroom.hyphenator("en-US"))
    supplies = Supplies(storeroom.page_constants, storeroom.font, {})
    return tools, lambda document: write_pdf(document, supplies)


@pytest.fixture(scope="module")
def said(bench):
    """Give a function that says what is wrong with the page of two editions when changed."""
    tools, written = bench

    def _said(change=lambda document: document, editions=EDITIONS):
        document = change(typeset_side_by_side(editions, (tools, tools)).document)
        both = tuple(map(expected_of, EDITIONS))
        return [problem.message for problem in check_side_by_side(written(document), both)]

    return _said


def with_items(document, change):
    """Give a document whose page has other items; `change` gives what becomes of each."""
    (page,) = document.frames
    items = tuple(new for item in page.items for new in change(item))
    return replace(document, frames=(replace(page, items=items),))


def of_role(document, role, number):
    """Give the number of the element that is this one of its role, from 0."""
    return [at for at, one in enumerate(document.elements) if one.role == role][number]


def test_a_good_page_passes(said):
    """Both languages are there, each in its column and in its part."""
    assert said() == []


@pytest.mark.parametrize(("number", "column"), [(1, "left"), (4, "right")])
def test_a_request_that_is_lost_is_found(said, number, column):
    """In the column that it should stand in, and where it is told."""

    def without(document):
        lost = of_role(document, "request", number)
        return with_items(
            document,
            lambda item: [] if isinstance(item, Text) and item.element == lost else [item],
        )

    messages = said(without)
    assert any(f"in the {column} column: expected" in one and "missing" in one for one in messages)
    assert not any("in the right column" in one for one in messages if column == "left"), (
        "the other language is whole"
    )


def test_a_request_that_is_there_twice_is_found(said):
    """Once is enough."""

    def twice(document):
        number = of_role(document, "request", 2)
        return with_items(
            document,
            lambda item: (
                [item, *moved([item], 40)]
                if isinstance(item, Text) and item.element == number
                else [item]
            ),
        )

    assert any("in the left column: expected" in one for one in said(twice))


def test_languages_that_were_exchanged_are_found(said):
    """Each is held against its own column, and its own part."""
    messages = said(editions=EDITIONS[::-1])
    assert any("in the left column: expected `Prayer Requests" in one for one in messages)
    assert any("in the right column: expected `Sujets de prière" in one for one in messages)
    assert "in the tag tree: expected a part in `en`, found one in `fr-CA`" in messages


def test_columns_that_were_exchanged_are_found(said):
    """Though each language is still told in its part."""

    def exchanged(document):
        width = document.frames[0].width

        def across(item):
            if not isinstance(item, Text):
                return [item]
            by = width / 2 - 31 if item.box.left < width / 2 else -(width / 2 - 31)
            lines = tuple(
                line._replace(runs=tuple(run._replace(left=run.left + by) for run in line.runs))
                for line in item.lines
            )
            return [item._replace(box=item.box._replace(left=item.box.left + by), lines=lines)]

        return with_items(document, across)

    messages = said(exchanged)
    assert any("in the left column: expected `Prayer Requests" in one for one in messages)
    assert not any("in the tag tree" in one for one in messages)


def test_a_part_in_a_wrong_language_is_found(said):
    """A screen reader would read French as if it were English."""

    def english(document):
        number = of_role(document, "side", 1)
        elements = list(document.elements)
        elements[number] = elements[number]._replace(language="en-US")
        return replace(document, elements=tuple(elements))

    messages = said(english)
    assert "in the tag tree: expected a part in `fr`, found one in `en-US`" in messages


@pytest.mark.parametrize(
    ("role", "number", "name"),
    [
        ("request", 1, "request 2 of region 1"),
        ("heading", 3, "the name of region 2"),
        ("introduction", 1, "the introduction of region 2"),
    ],
)
def test_what_begins_below_its_translation_is_found(said, role, number, name):
    """By two points."""

    def lowered(document):
        element = of_role(document, role, number)
        return with_items(
            document,
            lambda item: (
                moved([item], 2) if isinstance(item, Text) and item.element == element else [item]
            ),
        )

    wanted = f"expected {name} and its translation on one line, found them 2.0 pt apart"
    assert said(lowered) == [wanted]


def test_a_request_of_another_size_is_found(said):
    """Both languages are set at one."""

    def larger(document):
        element = of_role(document, "request", 4)

        def grown(item):
            if not (isinstance(item, Text) and item.element == element):
                return [item]
            lines = tuple(
                line._replace(runs=tuple(run._replace(size=run.size + 0.5) for run in line.runs))
                for line in item.lines
            )
            return [item._replace(lines=lines)]

        return with_items(document, grown)

    (message,) = said(larger)
    assert message.startswith("expected request 2 of region 1 and its translation at one size")


def test_two_pages_are_not_one(bench):
    """Nor is what is no PDF at all."""
    tools, written = bench
    both = tuple(map(expected_of, EDITIONS))
    alone = typeset_insert(EDITIONS[0], tools).document
    data = written(replace(alone, frames=alone.frames * 2))
    assert check_side_by_side(data, both)[0].message == "expected one page, found 2"
    assert check_side_by_side(b"no PDF", both)[0].message == "the page cannot be read as a PDF"


def test_a_page_in_one_language_has_no_parts(bench):
    """It is held against both all the same."""
    tools, written = bench
    data = written(typeset_insert(EDITIONS[0], tools).document)
    messages = [one.message for one in check_side_by_side(data, tuple(map(expected_of, EDITIONS)))]
    assert "in the tag tree: expected a part for each language" in messages
