"""What is cut from a page that is overset: few words, from the ends of requests."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typeset.manuscripts import classic
from typeset.square import INK, galley, setting

from printkit.model.edition import FEW_CUTS
from printkit.typeset.blocks import Block
from printkit.typeset.breakpoints import Break
from printkit.typeset.cutting import Loss, Paragraph, Shortened, Stretch, fewest_words
from printkit.typeset.words import words_of

SOME_LINES = st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=8), min_size=1, max_size=7)


def paragraph(number: int, *lines: int) -> Paragraph:
    """Give a paragraph whose lines have so many words each."""
    words = words_of(" ".join(["word"] * sum(lines)), setting())
    style = classic().page.styles["request"]
    block = Block(number, "request", words, galley(words), setting(), style, INK, "en")
    return Paragraph(number, block, tuple(Break(end - 1, 4) for end in accumulate(lines)))


def requests(*each: tuple[int, ...], regions: tuple[int, ...] = ()) -> list[Stretch]:
    """Give requests by the words of their lines, each in a region of its own if none are named."""
    return [
        Stretch(regions[number] if regions else number, ((paragraph(number, *lines),),))
        for number, lines in enumerate(each)
    ]


class Page:
    """A page from which so many lines must go; it counts how often it is tried.

    `slack` is how many words more than they have lines can hold.
    """

    def __init__(self, stretches: list[Stretch], over: int, slack: int = 0) -> None:
        self.stretches, self.over, self.slack = stretches, over, slack
        self.trials = 0

    def fits(self, losses) -> bool:
        """Say whether enough lines are gone."""
        self.trials += 1
        return self.gone(losses) >= self.over

    def gone(self, losses) -> int:
        """Count the lines that are gone: of two side by side, those that both are shorter by."""
        before = sum(stretch.lines for stretch in self.stretches)
        return before - sum(
            max(sum(self._kept(one, losses) for one in cell) for cell in stretch.cells)
            for stretch in self.stretches
        )

    def _kept(self, one: Paragraph, losses) -> int:
        loss = losses.get(one.number, Loss(0, 0))
        words = len(one.block.words) - loss.words - (self.slack if loss.words else 0)
        return max(
            1, sum(before < words for before in (0, *(end.word + 1 for end in one.ends[:-1])))
        )

    def words(self) -> dict[int, int]:
        """Give how many words are cut from each paragraph."""
        cutting = fewest_words(self.stretches, self.fits)
        return {number: loss.words for number, loss in cutting.losses.items()}


def test_one_line_too_many_takes_the_shortest_last_line():
    """However many words the regions have."""
    page = Page(requests((9, 9, 9, 9, 8), (9, 9, 3), (9, 9, 4)), over=1)
    assert page.words() == {1: 3}


def test_a_few_lines_are_the_shortest_last_ones_together():
    """Two of them are fewer words than two lines of the longest."""
    page = Page(requests((9, 9, 9, 9, 8), (9, 9, 3), (9, 9, 4)), over=2)
    assert page.words() == {1: 3, 2: 4}


def test_several_lines_of_one_request_may_be_fewest():
    """Where its last two lines have fewer words than the last ones of two."""
    page = Page(requests((9, 9, 9, 9), (9, 9, 2, 1), (9, 9, 9, 9)), over=2)
    assert page.words() == {1: 3}


def test_many_lines_are_taken_from_the_longest_region():
    """It becomes no shorter than the next one, and a short one keeps its words."""
    page = Page(requests((9,) * 14, (9,) * 8, (9,) * 2), over=8)
    assert page.words() == {0: 9 * 7, 1: 9}


def test_a_region_is_as_long_as_its_requests_are_together():
    """Of three requests of one region each loses some, rather than one longer than each."""
    lines = ((9,) * 4, (9,) * 4, (9,) * 4, (9,) * 5)
    assert set(Page(requests(*lines, regions=(0, 0, 0, 1)), over=6).words()) == {0, 1, 2}


def test_a_cut_of_many_requests_is_some_lines_more_than_it_must():
    """Nobody cuts just where the trial did; where few are cut, each of them is named instead."""
    many, few = requests(*[(9,) * 8] * 8), requests(*[(9,) * 24] * 2)
    assert sum(Page(many, over=40).words().values()) == 9 * (40 + 5)
    assert sum(Page(few, over=40).words().values()) == 9 * 40


def test_one_request_is_not_cut_to_less_than_half_where_others_are_longer():
    """Few words are no reason to leave nothing of a request."""
    page = Page(requests((9, 1, 1, 1), (9,) * 8), over=3)
    assert 1 in page.words()


def test_words_stay_that_the_lines_before_can_hold():
    """A last line of four words is gone with two of them where two find room."""
    page = Page(requests((9, 9, 9), (9, 9, 4)), over=1, slack=2)
    assert page.words() == {1: 2}


def test_a_word_that_is_divided_goes_as_a_whole():
    """What stands of it in the line before would not be a word."""
    whole = paragraph(0, 5, 5, 2)
    divided = whole._replace(ends=(whole.ends[0], Break(9, 2, hyphen=True), whole.ends[2]))
    assert whole.loss(1) == Loss(1, 2, 0)
    assert divided.loss(1) == Loss(1, 3, 0)


def test_every_paragraph_keeps_a_word():
    """Also one that is a single word on several lines."""
    single = paragraph(0, 1)._replace(ends=(Break(0, 2), Break(0, 4)))
    assert single.loss(1).words == 0


def test_what_stands_side_by_side_is_shortened_together():
    """Each language loses what would be higher than the line that is left; one may lose none."""
    longer, shorter = paragraph(0, 9, 9, 9, 5), paragraph(1, 9, 9, 4)
    stretch = Stretch(0, ((longer,), (shorter,)))
    assert stretch.losses(1) == {0: Loss(1, 5, 0)}
    assert stretch.losses(2) == {0: Loss(2, 14, 5), 1: Loss(1, 4, 0)}
    assert Page([stretch], over=2).words() == {0: 14, 1: 4}


def test_what_is_cut_here_and_there_is_few_paragraphs():
    """Three short ends in two languages would be six, so the longest region is cut instead."""
    pairs = [((9,) * 9, (9,) * 9), *(((9, 9, 1), (9, 9, 1)),) * 5]
    stretches = [
        Stretch(row, ((paragraph(2 * row, *one),), (paragraph(2 * row + 1, *other),)))
        for row, (one, other) in enumerate(pairs)
    ]
    assert FEW_CUTS == 5
    assert Page(stretches, over=2).words() == {2: 1, 3: 1, 4: 1, 5: 1}
    assert Page(stretches, over=3).words() == {0: 27, 1: 27}


def test_a_request_of_paragraphs_loses_the_last_ones_first():
    """Each of them keeps a line."""
    first, second = paragraph(0, 9, 9, 9), paragraph(1, 9, 5)
    stretch = Stretch(0, ((first, second),))
    assert (stretch.lines, stretch.spare) == (5, 3)
    assert stretch.losses(2) == {1: Loss(1, 5, 0), 0: Loss(1, 9, 0)}


def test_nothing_is_cut_where_no_cut_helps():
    """A head that is too high is not mended by cutting requests."""
    assert fewest_words(requests((9, 9), (9, 9)), lambda _: False) is None
    assert fewest_words([], lambda _: False) is None


def test_all_words_but_one_of_each_are_the_last_resort():
    """They are told where taking lines is not enough."""
    stretches = requests((9, 9), (9, 8))
    cutting = fewest_words(stretches, lambda losses: sum(one.words for one in losses.values()) > 32)
    assert {number: loss.words for number, loss in cutting.losses.items()} == {0: 17, 1: 16}


@pytest.mark.parametrize("over", [1, 3, 40, 600])
def test_however_many_requests_there_are_trials_are_few(over):
    """Hundreds of requests are not tried one by one."""
    page = Page(requests(*((9, 9, 9, number % 9 + 1) for number in range(400))), over=over)
    assert sum(page.words().values()) >= over
    assert page.trials < 150


@given(lines=SOME_LINES, over=st.integers(1, 20))
def test_what_is_cut_has_been_tried(lines, over):
    """It fits, each paragraph keeps a word, and so many lines are gone, or some more."""
    page = Page(requests(*map(tuple, lines)), over)
    cutting = fewest_words(page.stretches, page.fits)
    if cutting is None:
        assert sum(stretch.spare for stretch in page.stretches) < over
        return
    assert page.fits(cutting.losses)
    assert over <= cutting.lines <= page.gone(cutting.losses)
    for number, loss in cutting.losses.items():
        assert 0 < loss.words < sum(lines[number])


def test_blocks_without_words_keep_the_others():
    """Only those that lose words are other blocks."""
    blocks = [paragraph(0, 9, 9).block, paragraph(1, 9, 9).block]
    shortened = Shortened(blocks)
    first, second = shortened.without({1: Loss(1, 9)})
    assert first is blocks[0]
    assert second.words == blocks[1].words[:9]
    assert shortened.without({1: Loss(1, 9)})[1] is second
