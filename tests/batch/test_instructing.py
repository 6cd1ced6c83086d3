"""The page that explains an office's files: one page, whatever the office and its paper."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from printkit.batch.instructing import instruction
from printkit.batch.project import Project
from printkit.cli.asking import planner_for
from printkit.model.formats import KNOWN_FORMATS, SHEET
from printkit.model.paper import PAPERS
from printkit.model.sheet import LEAFLET

ROOT = Path(__file__).parent.parent.parent
OFFICES = ("us", "ca", "ca-fr", "au", "uk", "de", "nl")


@pytest.fixture(scope="module")
def planner(storeroom):
    """Give the planner of the repository's own layouts and offices."""
    return planner_for(Project(ROOT), storeroom)


def size_of(data):
    """Give the size of a file's only page."""
    document = PdfDocument(data)
    assert len(document) == 1
    size = document[0].get_size()
    document.close()
    return size


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("layout", ["classic", "light"])
def test_all_formats_fit_on_the_offices_page(planner, storeroom, office, layout):
    """On the paper of every shipped office, in every shipped layout and language."""
    known, look = planner.offices()[office], planner.layout(layout)
    _, data = instruction(known, look, KNOWN_FORMATS, storeroom)
    paper = PAPERS[known.paper]
    assert size_of(data) == pytest.approx((paper.width, paper.height), abs=0.01)
    assert data == instruction(known, look, KNOWN_FORMATS, storeroom)[1]


@pytest.mark.parametrize("office", ["us", "ca-fr", "de", "nl"])
def test_a_leaflet_is_explained_in_place_of_the_sheet(planner, storeroom, office):
    """With all other formats, it fits on the office's page, too."""
    known, look = planner.offices()[office], planner.layout("classic")
    formats = (*(name for name in KNOWN_FORMATS if name != SHEET), LEAFLET)
    _, data = instruction(known, look, formats, storeroom)
    paper = PAPERS[known.paper]
    assert size_of(data) == pytest.approx((paper.width, paper.height), abs=0.01)


def test_a_paper_that_is_too_small_gives_way_to_a4(planner, storeroom):
    """An office that prints cards can read how all the same."""
    office = replace(planner.offices()["uk"], paper="2in x 3in")
    _, data = instruction(office, planner.layout("classic"), KNOWN_FORMATS, storeroom)
    assert size_of(data) == pytest.approx((595.28, 841.89), abs=0.01)


def test_a_language_without_words_has_the_first_fallback_that_has_them(planner, storeroom):
    """And English where none has."""
    office = replace(planner.offices()["uk"], language="es", fallbacks=("pt", "nl", "de"))
    assert instruction(office, planner.layout("classic"), (), storeroom)[0] == "LEES-MIJ.pdf"
    alone = replace(office, fallbacks=())
    assert instruction(alone, planner.layout("classic"), (), storeroom)[0] == "READ-ME-FIRST.pdf"
