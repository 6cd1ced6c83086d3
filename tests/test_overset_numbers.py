"""The long bulletin does not fit a half sheet, and the numbers that are told are true."""

from dataclasses import replace
from math import ceil
from pathlib import Path

import pytest

from printkit.batch.options import Options
from printkit.batch.project import Project
from printkit.cli.asking import planner_for, storeroom
from printkit.model.edition import Overset
from printkit.pipeline import edition_of
from printkit.typeset.insert import Insert, typeset_insert
from printkit.typeset.story import Tools

ROOT = Path(__file__).parent.parent


def without(words, cuts: dict[str, int], part: float):
    """Give the bulletin with a part of the words that each region must lose cut from its requests.

    Each request is shortened in proportion to its length, as a person would go through them.
    """
    regions = []
    for region in words.regions:
        texts = [str(request.text).split() for request in region.requests]
        share = part * cuts.get(str(region.name), 0) / sum(map(len, texts))
        kept = [" ".join(said[: len(said) - ceil(len(said) * share)]) for said in texts]
        requests = (
            replace(request, text=replace(request.text, value=text))
            for request, text in zip(region.requests, kept, strict=True)
        )
        regions.append(replace(region, requests=tuple(requests)))
    return replace(words, regions=tuple(regions))


@pytest.mark.parametrize("paper", ["half-letter", "a5"])
def test_cutting_what_the_error_names_makes_it_fit(paper):
    """With the words cut that each region is over its share, the page is set; with half, not."""
    store = storeroom()
    options = Options(offices=("us",), paper=paper)
    plan = planner_for(Project(ROOT), store).plan(["2019-02-04"], options)
    edition = edition_of(plan.entries[0].order, store)
    tools = Tools(store.shaper(edition.layout), store.hyphenator(edition.words.language))
    over = typeset_insert(edition, tools)
    assert isinstance(over, Overset)
    assert over.words == sum(words for _, _, words in over.regions)
    cuts = {name: words for name, _, words in over.regions}
    for part, expected in ((1.0, Insert), (0.5, Overset)):
        cut = replace(edition, words=without(edition.words, cuts, part))
        assert isinstance(typeset_insert(cut, tools), expected), part
