"""No other breaking of a justified paragraph costs less than the one that total fit gives.

Small paragraphs are broken in every way that there is, and the sums are compared.
"""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, event, example, given, settings
from hypothesis import strategies as st
from typeset.everyway import LOOSE, NORMAL, TIGHT, VERY_LOOSE, Asked, EveryWay, longest_run
from typeset.everyway import tightness as class_of
from typeset.square import INK, galley, letters_of, picture, set_runs, setting

from printkit.typeset.breakpoints import Blank, Break, breakpoints
from printkit.typeset.linebreak import (
    _DESPERATE,
    _LOOSE,
    _LOOSER,
    _WITH_HYPHENS,
    _WITHOUT_HYPHENS,
    Galley,
    Limits,
)
from printkit.typeset.lines import Column, Ink, set_paragraph
from printkit.typeset.totalfit import ANY, SHRINK, Measure, TotalFit, Way
from printkit.typeset.words import words_of

START = Break(-1, 0)
# How a paragraph is tried: whether with hyphens, and how far its blanks may stretch (1: by half).
STAGES = tuple((way.hyphens, way.tolerance) for way in (_WITHOUT_HYPHENS, _WITH_HYPHENS, _LOOSER))
LOOSEST = _LOOSE.tolerance
SQUARE, NARROW, WIDE = Blank(1.0, 0.5), Blank(1.5, 0.5), Blank(2.5, 0.5)
HANGING = replace(setting(), hangs=True)
WORDS = ("a", "in", "the", "“come", "Lord.", "be\u00adlieve", "but\u00adter\u00adfly,", "well-off")
PARAGRAPH = st.lists(st.sampled_from(WORDS), min_size=1, max_size=16).map(
    lambda words: words_of(" ".join(words), HANGING)
)
BLANKS = st.sampled_from((SQUARE, NARROW, WIDE))
# Each word fits the narrowest of them whole.
MEASURES = st.integers(28, 70).map(lambda halves: halves / 2)
LIMITS = st.tuples(st.sampled_from((0.0, 2.0, 4.0)), st.integers(0, 2)).map(
    lambda both: Limits(*both)
)


def justified(text, width, limits):
    """Give the picture of a justified paragraph."""
    words = words_of(text, setting())
    return picture(words, galley(words, limits=limits).total_fit(width), width)


def test_hyphens_do_not_end_more_lines_in_a_row_than_is_allowed():
    """Where one hyphen in a row is the most, other words are divided, or none."""
    text = "pray to to but\u00adter\u00adfly to na\u00adtions God to to"
    assert justified(text, 14, Limits(in_a_row=2)) == (
        "pray.to.to.but-",
        "terfly.to.na-.",
        "tions.God.to..",
        "to............",
    )
    assert justified(text, 14, Limits(in_a_row=1)) == (
        "pray.to.to....",
        "butterfly.to..",
        "nations.God.to",
        "to............",
    )


def test_no_word_is_divided_before_the_last_line():
    """The word goes there whole, though the blanks of the line before stretch more."""
    assert justified("God a a na\u00adtions", 10, Limits()) == (
        "God.a.a...",
        "nations...",
    )


def test_a_last_line_is_not_shorter_than_is_asked():
    """The line before it gives it a word, or two."""
    assert justified("to to a a to", 9, Limits()) == ("to.to.a.a", "to.......")
    assert justified("to to a a to", 9, Limits(shortest=4.0)) == ("to.to.a..", "a.to.....")


@given(words=PARAGRAPH, blank=BLANKS, width=MEASURES, limits=LIMITS)
def test_no_other_breaking_has_fewer_demerits(words, blank, width, limits):
    """First without hyphens, then with them, then looser; the limits are kept in each stage."""
    every = EveryWay(words, blank)
    asked, ways = tried(every, width, limits)
    found = Galley(words, blank, (), limits).total_fit(width)
    assert found in ways
    least = min(every.demerits(way, asked) for way in ways)
    assert every.demerits(found, asked) == pytest.approx(least)


def tried(every, width, limits):
    """Give what is asked of the lines, and every way to set them, with hyphens only if needed."""
    loosest = Asked(width, LOOSEST, in_a_row=limits.in_a_row, shortest=limits.shortest)
    stages = [replace(loosest, hyphens=hyphens, tolerance=far) for hyphens, far in STAGES]
    found = ((asked, list(every.breakings(asked))) for asked in (*stages, loosest))
    asked, ways = next((one for one in found if one[1]), (loosest, []))
    assume(ways)
    return asked, ways


SHORT_WORDS = ("a", "in", "God", "“we", "off", "be\u00adfore,", "pray.")
LONG_PARAGRAPH = st.lists(st.sampled_from(SHORT_WORDS), min_size=20, max_size=26).map(
    lambda words: words_of(" ".join(words), HANGING)
)


# In these two the best breaking is another where neighbours of unlike tightness cost nothing.
UNLIKE = "be\u00adfore, “we in a off in be\u00adfore, God off to\u00adday pray. to\u00adday"
UNLIKE_TOO = (
    "off God God a “we to\u00adday be\u00adfore, off pray. be\u00adfore, off a be\u00adfore, "
    "in off a be\u00adfore, “we God God"
)


@settings(deadline=None)
@example(words_of(UNLIKE, HANGING), SQUARE, 24.0, 2.0, Limits(in_a_row=3))
@example(words_of(UNLIKE_TOO, HANGING), SQUARE, 19.0, 2.0, Limits(in_a_row=1))
@given(
    words=LONG_PARAGRAPH,
    blank=BLANKS,
    width=st.integers(30, 60).map(lambda halves: halves / 2),
    tolerance=st.sampled_from((1.0, 2.0, 4.0)),
    limits=st.tuples(st.sampled_from((0.0, 4.0)), st.integers(0, 3)).map(
        lambda both: Limits(*both)
    ),
)
def test_each_way_of_trying_gives_its_best(words, blank, width, tolerance, limits):
    """Also where another way would have been tried before it, and for every number of lines."""
    every = EveryWay(words, blank)
    points = breakpoints(words, blank, shrink=blank.width * SHRINK)
    asked = Asked(width, tolerance, in_a_row=limits.in_a_row, shortest=limits.shortest)
    measure = Measure(width, blank.width, shortest=limits.shortest, in_a_row=limits.in_a_row)
    fit = TotalFit(points, measure, Way(tolerance))
    sums: dict[int, float] = {}
    for way in every.breakings(asked):
        count, demerits = len(way), every.demerits(way, asked)
        sums[count] = min(demerits, sums.get(count, demerits))
    best = fit.best()
    assert (best is None) == (not sums)
    if best:
        assert every.demerits(best, asked) == pytest.approx(min(sums.values()))
    fewest = Galley(words, blank).fewest(width)
    for count in range(fewest, fewest + 4):
        found = fit.of_lines(count)
        assert (found is None) == (count not in sums)
        if found:
            assert len(found) == count
            assert every.demerits(found, asked) == pytest.approx(sums[count])


@settings(deadline=None)
@given(
    words=LONG_PARAGRAPH,
    blank=BLANKS,
    width=st.integers(20, 60).map(lambda halves: halves / 2),
    tolerance=st.sampled_from((1.0, 2.0, 4.0, 6.0)),
)
def test_a_sure_way_gives_what_is_best_however_loose(words, blank, width, tolerance):
    """What it leaves out, lines with wider blanks, would cost more than all of what it gives."""
    points = breakpoints(words, blank, shrink=blank.width * SHRINK)
    measure = Measure(width, blank.width)
    sure = _DESPERATE._replace(tolerance=tolerance, sure=True)
    found, best = (TotalFit(points, measure, way).best() for way in (sure, _DESPERATE))
    every, asked = EveryWay(words, blank), Asked(width, ANY, in_a_row=9, whole_end=False)
    event("found" if found else "left to the looser way")
    if found:
        assert every.demerits(found, asked) == pytest.approx(every.demerits(best, asked))


def test_a_sure_way_takes_lines_without_blanks():
    """Where each word nearly fills the measure, there is no other way."""
    words = words_of("wonderfully wonderfully wonderfully", setting())
    points, measure = breakpoints(words, SQUARE, shrink=SHRINK), Measure(11.5, 1.0)
    sure = _DESPERATE._replace(tolerance=6.0, sure=True)
    found = TotalFit(points, measure, sure).best()
    assert [stop.word for stop in found] == [0, 1, 2]
    assert found == TotalFit(points, measure, _DESPERATE).best()


@given(words=PARAGRAPH, width=MEASURES, limits=LIMITS)
def test_hyphens_in_a_row_and_the_last_line_keep_to_their_limits(words, width, limits):
    """Where there is a way to do so whose blanks stretch no further than they may."""
    every = EveryWay(words, WIDE)
    tried(every, width, limits)
    found = Galley(words, WIDE, (), limits).total_fit(width)
    assert longest_run(found) <= limits.in_a_row
    if len(found) > 1:
        before, last = found[-2:]
        assert not before.hyphen
        assert every.line(before, last).width >= limits.shortest


@pytest.mark.parametrize(
    ("ratio", "tightness"),
    [(-0.6, TIGHT), (-0.5, NORMAL), (0.5, NORMAL), (0.6, LOOSE), (1.0, LOOSE), (1.1, VERY_LOOSE)],
)
def test_lines_are_of_four_classes(ratio, tightness):
    """Tight, normal, loose and very loose, as by Knuth and Plass, page 1154."""
    assert class_of(ratio) == tightness


def test_a_tight_line_is_not_put_beside_a_loose_one():
    """Classes that differ by more than one cost 3000, so both lines are a little worse."""
    every = EveryWay(words_of("aa aa aa aa aa aa aa aa aaa aaa", setting()), Blank(1.0, 1.0))
    asked = Asked(11, LOOSEST)
    apart = (Break(3, 2), Break(6, 2), Break(9, 3))
    ratios = [every.ratio(every.line(*ends), 11, last=False) for ends in pairwise((START, *apart))]
    assert [class_of(ratio) for ratio in ratios[:2]] == [NORMAL, VERY_LOOSE]
    own = [(10 + 100 * abs(ratio) ** 3) ** 2 for ratio in ratios[:2]]
    rest = every.demerits(apart, asked) - sum(own)
    assert rest == pytest.approx(3000 + 3000 + 10**2)


@given(words=PARAGRAPH, width=MEASURES, limits=LIMITS, more=st.sampled_from((-1, 1)))
def test_looseness_gives_a_line_more_or_less(words, width, limits, more):
    """The best of all ways into just so many lines; None where there is no such way."""
    every = EveryWay(words, WIDE)
    one = Galley(words, WIDE, (), limits)
    count = len(one.total_fit(width)) + more
    asked = Asked(width, LOOSEST, in_a_row=limits.in_a_row, shortest=limits.shortest)
    kept = (asked, replace(asked, whole_end=False))
    ways = [[way for way in every.breakings(ask) if len(way) == count] for ask in kept]
    found = one.in_lines(width, count)
    if not any(ways):
        assert found is None
        return
    asked, those = next(pair for pair in zip(kept, ways, strict=True) if pair[1])
    least = min(every.demerits(way, asked) for way in those)
    assert len(found) == count
    assert every.demerits(found, asked) == pytest.approx(least)


@given(words=PARAGRAPH, width=MEASURES, more=st.sampled_from((-1, 0, 1)))
def test_no_blank_shrinks_by_more_than_a_third(words, width, more):
    """Not even where a line is to be saved; set in squares, a blank keeps two thirds of an em."""
    one = Galley(words, SQUARE)
    found = one.in_lines(width, len(one.total_fit(width)) + more) if more else one.total_fit(width)
    ink = Ink(1.0, INK, "en", "justified")
    for line in set_paragraph(words, found or (), Column(0.0, width), ink, HANGING):
        (run,) = line
        blanks = [
            advance
            for advance, cluster in zip(run.glyphs.advances, run.glyphs.clusters, strict=True)
            if cluster == " "
        ]
        assert all(blank >= 2 / 3 - 1e-9 for blank in blanks), letters_of(line)


def test_a_line_is_saved_where_six_blanks_give_up_a_third():
    """Natural, the seven words are two ems too wide; what they give up is just that."""
    words = words_of("a God to to a bless to", setting())
    assert picture(words, galley(words).total_fit(20), 20) == (
        "a.God.to.to.a.bless.",
        "to..................",
    )
    saved = galley(words).in_lines(20, 1)
    (line,) = set_runs(words, saved, 20, "justified")
    assert line[0].glyphs.advances.count(1 - 2 / 6) == 6
    assert galley(words).in_lines(20 - 0.1, 1) is None


def test_a_line_more_is_made_of_wider_blanks():
    """A single word has no blank to make it of."""
    words = words_of("to God a God a", setting())
    one = galley(words, limits=Limits(shortest=2.0))
    assert one.total_fit(13) == (Break(4, 1),)
    assert picture(words, one.in_lines(13, 2), 13) == (
        "to.God.a.....",
        "God.a........",
    )
    assert one.holding(words[:1]).in_lines(13, 2) is None


@pytest.mark.parametrize("ragged", [True, False])
@given(words=PARAGRAPH, blank=BLANKS, width=MEASURES)
def test_no_breaking_has_fewer_lines_than_the_fewest(ragged, words, blank, width):
    """Ragged text has just so many, since its lines are never longer than they must be."""
    one = Galley(words, blank)
    fewest, found = one.fewest(width, ragged=ragged), len(one.total_fit(width, ragged=ragged))
    assert fewest == found if ragged else fewest <= found


@given(words=PARAGRAPH, width=MEASURES)
def test_balanced_lines_are_as_few_and_no_wider(words, width):
    """The widest of a title's lines is at most as wide as if its lines were filled."""
    one, every = Galley(words, NARROW), EveryWay(words, NARROW)
    balanced, filled = one.balanced(width), one.total_fit(width, ragged=True)
    assert len(balanced) == len(filled)
    assert widest(every, balanced) <= widest(every, filled) + 1e-9


def widest(every, ends):
    return max(every.line(start, stop).width for start, stop in pairwise((START, *ends)))


def test_ragged_lines_are_counted_where_a_word_is_too_wide():
    """The head's height is found by counting them."""
    words = words_of("aaaaaaaaaaaa b c d e", setting())
    for width in range(2, 12):
        lines = galley(words).total_fit(width, ragged=True)
        assert galley(words).fewest(width, ragged=True) == len(lines), width


def test_the_fewest_lines_are_those_of_tied_words_that_come_apart():
    """Where they do not fit together, their break counts."""
    one = galley(words_of("a a a a be\u00adlieve", setting()), (3,))
    assert one.fewest(7) <= len(one.total_fit(7))
