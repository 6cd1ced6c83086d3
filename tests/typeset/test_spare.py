"""The words to spare on the page: what is told of each region is true."""

from dataclasses import replace

import pytest
from typeset.manuscripts import (
    CREDITED,
    PICTURE,
    bulletin,
    classic,
    edition,
    prose,
    region,
    request,
    text,
    week,
)

from printkit.model.bulletin import Scripture
from printkit.typeset.insert import Insert, typeset_insert
from printkit.typeset.seeking import greatest

COMFORTABLE = classic().page.comfortable
# Copyfitting may save some lines that nobody counts on; a page of one column has longer ones.
MUCH = 70
NO_MORE_COLUMNS = replace(
    classic(), page=replace(classic().page, ladder=("columns", "spacing", "size"))
)
WITH_ROOM = {
    "a usual week": week(80),
    "a banner": week(60, picture=CREDITED),
    "several requests": bulletin(region("Africa", 30, 40, 50), region("South Asia", 25, 12)),
    "an introduction": bulletin(
        region("Africa", 60, intro="Two offices serve here."), *week().regions
    ),
    "a region's picture": bulletin(region("Africa", 60, picture=PICTURE), region("Asia", 40)),
    "one short region": bulletin(region("Africa", 9)),
}
TOO_MUCH = {
    "a full week": week(130),
    "a banner and little room": week(130, picture=CREDITED),
    "one region among short ones": bulletin(*week(50).regions, region("Europe", 200, 190)),
    "many requests": bulletin(*(region(f"Region {n}", *[24] * 5) for n in range(6))),
}


@pytest.fixture(scope="module")
def counted(tools):
    """Give a function that sets a bulletin's page and counts its words to spare."""
    return lambda what, **more: typeset_insert(edition(what, **more), tools, counted=True)


def grown(what, number, words):
    """Give a bulletin whose region has so many words more in its last request."""
    regions = list(what.regions)
    chosen = regions[number]
    *others, last = chosen.requests
    said = " ".join(str(one.text) for one in chosen.requests).split()
    added = " ".join((said * (words // len(said) + 1))[:words])
    longer = replace(last, text=text(f"{last.text} {added}"))
    regions[number] = replace(chosen, requests=(*others, longer))
    return replace(what, regions=tuple(regions))


def cut(what, spare):
    """Give a bulletin whose requests have lost the words that are told, alike in each region."""
    kept = []
    for chosen, one in zip(what.regions, spare, strict=True):
        counts = [len(str(asked.text).split()) for asked in chosen.requests]
        part = -one.words / sum(counts)
        requests = (
            request(" ".join(str(asked.text).split()[: count - round(count * part)]))
            for asked, count in zip(chosen.requests, counts, strict=True)
        )
        kept.append(replace(chosen, requests=tuple(requests)))
    return replace(what, regions=tuple(kept))


@pytest.mark.parametrize("name", WITH_ROOM)
def test_any_one_region_may_grow_by_its_words(counted, insert_of, name):
    """With the words that are told the page stays comfortable; with some lines more it does not."""
    what = WITH_ROOM[name]
    spare = counted(what).spare
    assert [one.region for one in spare] == [str(region.name) for region in what.regions]
    for number, one in enumerate(spare):
        assert one.words > 0
        assert insert_of(edition(grown(what, number, one.words))).size >= COMFORTABLE
        assert insert_of(edition(grown(what, number, one.words + MUCH))).size < COMFORTABLE


@pytest.mark.parametrize("name", TOO_MUCH)
def test_cutting_what_is_told_makes_the_page_comfortable(counted, insert_of, name):
    """Without the words that each region must lose the comfortable size is reached."""
    what = TOO_MUCH[name]
    made = counted(what)
    assert made.size < COMFORTABLE
    assert min(one.words for one in made.spare) < 0 >= max(one.words for one in made.spare)
    assert insert_of(edition(cut(what, made.spare))).size >= COMFORTABLE
    half = [replace(one, words=one.words // 3) for one in made.spare]
    assert insert_of(edition(cut(what, half))).size < COMFORTABLE


def test_the_longest_regions_lose_the_most(counted):
    """A region that is no longer than its share loses nothing."""
    spare = counted(TOO_MUCH["one region among short ones"]).spare
    assert [one.region for one in spare if one.words] == ["Europe"]


def test_nothing_is_told_where_no_cut_of_requests_would_do(counted):
    """A head that leaves no room for the comfortable size is not mended by cutting requests."""
    scripture = Scripture(text(prose(280)))
    made = counted(bulletin(region("Africa", 12), scripture=scripture), paper="half-letter")
    assert isinstance(made, Insert)
    assert made.size < COMFORTABLE
    assert made.spare == ()


def test_columns_that_may_change_are_counted_on(counted, insert_of):
    """Where the layout turns to other columns first, the room is that of the best of them."""
    what = week(80)
    for number, one in enumerate(counted(what, layout=NO_MORE_COLUMNS).spare):
        longer = edition(grown(what, number, one.words), layout=NO_MORE_COLUMNS)
        assert insert_of(longer).size >= COMFORTABLE


def test_words_are_counted_only_where_that_is_asked(insert_of):
    """A page is set without counting, which takes as long again."""
    assert insert_of(edition(week(80))).spare == ()


@pytest.mark.parametrize("guess", [0, 1, 13, 40, 99])
@pytest.mark.parametrize("step", [1, 4])
@pytest.mark.parametrize("most", [1, 40, 41])
def test_the_greatest_number_is_found_from_any_guess(guess, step, most):
    """Whatever the guess, the number is the greatest up to the most that holds."""
    for limit in range(most + 2):
        assert greatest(lambda n: n <= limit, most, guess, step) == min(limit, most)  # noqa: B023 - called at once
