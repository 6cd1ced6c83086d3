"""What the tests of the deck share: templates, and decks opened by python-pptx."""

import io

import pytest
from export.deck.deck_documents import AREAS, LAYOUT, LIGHT_LAYOUT, SCREEN, picture_set

from printkit.export.deck.making import make_template
from printkit.export.deck.writing import write_deck


@pytest.fixture(scope="session")
def template():
    """Give a template with a dark ground."""
    return make_template(LAYOUT, SCREEN, AREAS)


@pytest.fixture(scope="session")
def light_template():
    """Give a template with a light ground."""
    return make_template(LIGHT_LAYOUT, SCREEN, AREAS)


@pytest.fixture(scope="session")
def pictures():
    """Give the pictures that the documents name."""
    return picture_set()


@pytest.fixture
def opened(template, pictures):
    """Give a function that writes a document as a deck and opens it with python-pptx."""
    from pptx import Presentation

    return lambda document: Presentation(io.BytesIO(write_deck(document, template, pictures)))
