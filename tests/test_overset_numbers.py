"""What does not fit says how many words to cut, and from where: that is true, and it is little."""

from dataclasses import replace

import pytest
from cuts import without

from printkit.batch.options import Options
from printkit.batch.project import Project, shipped
from printkit.cli.asking import planner_for
from printkit.model.edition import Cut, Overset
from printkit.pieces import tools_for
from printkit.pipeline import edition_of
from printkit.typeset.bilingual import OversetSide
from printkit.typeset.faces import typeset_leaflet, typeset_two_sided
from printkit.typeset.insert import Insert, typeset_insert
from printkit.typeset.sidebyside import typeset_side_by_side

BULLETINS = ("2018-02-26", "2019-01-14", "2019-01-21", "2019-01-28", "2019-02-04", "2019-03-04")
SMALL = ("half-letter", "a5", "third-letter", "dl", "quarter-letter", "a6")


@pytest.fixture(scope="module")
def edition(storeroom):
    """Give a function that makes an office's edition of a bulletin on a paper."""
    planner = planner_for(Project(shipped()), storeroom)

    def make(name, office, paper):
        plan = planner.plan([name], Options(offices=(office,), paper=paper))
        return edition_of(plan.entries[0].order, storeroom)

    return make


@pytest.fixture(scope="module")
def made_by(storeroom):
    """Give a function that sets an edition in one of the ways there are."""
    return lambda typeset, edition: typeset(edition, tools_for(edition, storeroom))


def longer(edition, times):
    """Give an edition with every request so many times over, each at a place of its own."""
    regions = []
    for region in edition.words.regions:
        requests = [
            replace(asked, text=replace(asked.text, place=replace(asked.text.place, column=time)))
            for time in range(1, times + 1)
            for asked in region.requests
        ]
        regions.append(replace(region, requests=tuple(requests)))
    words = replace(edition.words, regions=tuple(regions))
    return replace(edition, words=words, bulletin=words)


def cut_from(edition, cuts):
    """Give an edition without the words that are cut."""
    return replace(edition, words=without(edition.words, cuts))


def half(cuts):
    """Give the cuts with half as many words each."""
    return [cut._replace(words=cut.words // 2) for cut in cuts]


@pytest.mark.parametrize("name", BULLETINS)
@pytest.mark.parametrize("office", ["us", "de"])
def test_a_page_fits_without_the_words_that_are_told(edition, made_by, name, office):
    """On each paper that is too small for it; and it does not with half of them cut."""
    told = 0
    for paper in SMALL:
        asked = edition(name, office, paper)
        over = made_by(typeset_insert, asked)
        if isinstance(over, Insert) or not over.words:
            continue
        told += 1
        assert sum(cut.words for cut in over.cuts) == over.words
        assert sum(words for _, _, words in over.regions) == over.words
        assert isinstance(made_by(typeset_insert, cut_from(asked, over.cuts)), Insert), paper
        assert isinstance(made_by(typeset_insert, cut_from(asked, half(over.cuts))), Overset), paper
    assert told or name == "2019-01-21"


@pytest.mark.parametrize("typeset", [typeset_insert, typeset_two_sided, typeset_leaflet])
@pytest.mark.parametrize("paper", ["half-letter", "a5"])
def test_a_piece_fits_without_the_words_that_are_told(edition, made_by, typeset, paper):
    """With any number of faces, and ever more requests."""
    told = []
    for times in (1, 2, 3, 5, 6, 8, 10):
        asked = longer(edition("2019-02-04", "us", paper), times)
        over = made_by(typeset, asked)
        if isinstance(over, Overset) and over.words:
            told.append(over.words)
            assert isinstance(made_by(typeset, cut_from(asked, over.cuts)), Insert), times
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("office", "paper"), [("de", "half-letter"), ("nl", "a5"), ("ca-fr", "a5")]
)
def test_two_languages_fit_without_the_words_that_are_told(storeroom, edition, office, paper):
    """Side by side, where a request and its translation become shorter together."""
    both = edition("2019-01-14", "us", paper), edition("2019-01-14", office, paper)
    tools = tools_for(both[0], storeroom), tools_for(both[1], storeroom)
    over = typeset_side_by_side(both, tools)
    assert isinstance(over, OversetSide)
    cut = cut_from(both[0], over.over.cuts), cut_from(both[1], over.over.cuts)
    assert isinstance(typeset_side_by_side(cut, tools), Insert)


def test_what_is_told_is_the_least_that_one_request_can_lose(edition, made_by):
    """Where a page is overset by a line, no request does with fewer words; some need more."""
    asked = edition("2019-03-04", "uk", "a5")
    over = made_by(typeset_insert, asked)
    (cut,) = over.cuts
    assert (over.lines, cut.words) == (1, over.words)
    most = range(over.words + 3)
    enough = [
        next((words for words in most if fits_without(asked, one, words, made_by)), None)
        for one in all_requests(asked)
    ]
    assert min(words for words in enough if words) == over.words
    assert max(words or len(most) for words in enough) > over.words


def all_requests(edition):
    """Give every request as a cut of no words."""
    for region in edition.words.regions:
        for request in region.requests:
            yield Cut(str(region.name), 0, request.text.place)


def fits_without(edition, cut, words, made_by):
    """Say whether a page fits without so many words of a request."""
    made = made_by(typeset_insert, cut_from(edition, [cut._replace(words=words)]))
    return isinstance(made, Insert)
