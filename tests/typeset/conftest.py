"""What the tests of typesetting share: tools with real fonts, and pages and decks set with them."""

import pytest
from typeset.manuscripts import classic

from printkit.typeset.deck import DeckTools, typeset_deck
from printkit.typeset.insert import typeset_insert
from printkit.typeset.sidebyside import typeset_side_by_side
from printkit.typeset.story import Tools


@pytest.fixture(scope="session")
def tools(storeroom):
    """Give the tools of an American page."""
    hyphenator, ties = storeroom.hyphenator("en-US"), storeroom.ties("en-US")
    return Tools(storeroom.shaper(classic()), hyphenator, ties=ties)


@pytest.fixture(scope="session")
def insert_of(tools):
    """Give a function that sets an edition's page."""
    return lambda edition: typeset_insert(edition, tools)


@pytest.fixture(scope="session")
def deck_of(storeroom):
    """Give a function that sets an edition's slides."""
    shaper = storeroom.shaper(classic(), plain=True)
    tools = DeckTools(shaper, lambda words: f"{words} words")
    return lambda edition: typeset_deck(edition, tools, drawn=True)


@pytest.fixture(scope="session")
def set_both(storeroom):
    """Give a function that sets two editions side by side with real fonts and patterns."""
    shaper = storeroom.shaper(classic())
    tools = tuple(
        Tools(shaper, storeroom.hyphenator(tag), ties=storeroom.ties(tag))
        for tag in ("en-US", "fr-CA")
    )
    return lambda editions: typeset_side_by_side(editions, tools)
