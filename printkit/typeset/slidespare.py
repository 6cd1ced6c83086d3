"""Words to spare on the slides: by how many each region's text could grow, or must be cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from printkit.model.bulletin import Region
from printkit.model.frame import Box
from printkit.typeset.seeking import greatest
from printkit.typeset.shares import levelled, with_margin
from printkit.typeset.slidefit import ROUNDED, SlideText, Voice, text_height
from printkit.typeset.slideparts import Maker, body_box, body_texts
from printkit.typeset.slidetext import whole_texts
from printkit.typeset.spare import MOST_WORDS, Spare, more_words
from printkit.typeset.words import Word


def slide_spare(region: Region, maker: Maker) -> Spare:
    """Give the words to spare on a region's slide, set at the smallest size.

    What counts is what the slide shows: a short form where there is one. The areas of `maker` are
    those below the smallest titles, which a full slide has.
    """
    shown = whole_texts(region)
    texts = body_texts(region, shown, maker)
    first = len(texts) - sum(len(one.paragraphs) for one in shown)
    whole = [not one.request.slide for one in shown for _ in one.paragraphs]
    size = maker.edition.layout.slides.body.smallest
    slide = _Slide(texts, first, body_box(region, maker.areas), size, maker.voice)
    words = slide.words_for() if slide.room(texts) >= 0 else -slide.words_to_cut(whole)
    return Spare(str(region.name), words)


@dataclass(frozen=True, slots=True)
class _Slide:
    """A slide's paragraphs, the requests' from number `first` on, with their box and size."""

    texts: tuple[SlideText, ...]
    first: int
    box: Box
    size: float
    voice: Voice

    def room(self, texts: Sequence[SlideText]) -> float:
        """Give the height in points that paragraphs leave free; below 0, what they lack."""
        height = text_height(texts, self.box.width, self.size, self.voice)
        return self.box.height - ROUNDED - height

    def words_for(self) -> int:
        """Give by how many words the last request could grow, the requests' own repeated.

        Each line takes what it can hold, so what follows changes none of the lines before it.
        """
        last = self.texts[-1]
        width = self.box.width - last.indent(self.size)
        lines = len(self.voice.breaks(last, width, self.size))
        lines += floor(self.room(self.texts) / (self.size * self.voice.leading))
        own = [word for text in self.texts[self.first :] for word in text.words]
        longer = _of_words(last, (*last.words, *more_words(own, MOST_WORDS)))
        breaks = self.voice.breaks(longer, width, self.size)
        if len(breaks) <= lines:
            return MOST_WORDS
        end = breaks[lines - 1]
        divided = end.letters < len(longer.words[end.word].text)
        return max(0, end.word + (not divided) - len(last.words))

    def words_to_cut(self, whole: Sequence[bool]) -> int:
        """Give how many words must go from the longest of the requests that are shown whole."""
        requests = enumerate(zip(self.texts[self.first :], whole, strict=True), self.first)
        counts = {number: len(text.words) for number, (text, shown) in requests if shown}
        most = sum(counts.values()) - len(counts)

        def fits(kept: int) -> bool:
            cuts = levelled(counts, most - kept)
            shorter = (
                _of_words(text, text.words[: len(text.words) - cuts.get(number, 0)])
                for number, text in enumerate(self.texts)
            )
            return self.room(tuple(shorter)) >= 0

        return with_margin(most - greatest(fits, most, most // 2), most)


def _of_words(text: SlideText, words: Sequence[Word]) -> SlideText:
    return text._replace(words=tuple(words), galley=text.galley.holding(words))
