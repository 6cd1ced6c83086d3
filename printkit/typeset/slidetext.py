"""What a region's slide shows of its requests: all, the short form, or whole sentences."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from printkit.model.bulletin import Region, Request
from printkit.model.sentences import sentences


class Shown(NamedTuple):
    """What a slide shows of one request: its paragraphs, and whether sentences were left out."""

    request: Request
    paragraphs: tuple[str, ...]
    cut: bool = False


def whole_texts(region: Region) -> tuple[Shown, ...]:
    """Give each request's short form where the author gave one, else its whole text."""
    return tuple(
        Shown(request, (request.slide or request.text).paragraphs) for request in region.requests
    )


def first_sentences(
    shown: Sequence[Shown], fits: Callable[[tuple[Shown, ...]], bool]
) -> tuple[Shown, ...] | None:
    """Cut requests without a short form to their first whole sentences until they fit.

    A sentence is taken from the longest request each time; every request keeps one at least. None
    where even that does not fit.
    """
    texts = [_sentences(one) for one in shown]
    kept = [len(parts) for parts in texts]
    while not fits(tried := tuple(map(_kept, shown, texts, kept))):
        longest = max(
            (
                number
                for number, one in enumerate(shown)
                if not one.request.slide and kept[number] > 1
            ),
            key=lambda number: sum(map(len, texts[number][: kept[number]])),
            default=None,
        )
        if longest is None:
            return None
        kept[longest] -= 1
    return tried


def shortest_texts(shown: Sequence[Shown]) -> tuple[Shown, ...]:
    """Give the least that a slide may show: one sentence of each request without a short form."""
    return tuple(one if one.request.slide else _kept(one, _sentences(one), 1) for one in shown)


def _sentences(one: Shown) -> tuple[tuple[int, str], ...]:
    """Give a request's sentences, each with the number of its paragraph."""
    return tuple(
        (number, sentence)
        for number, paragraph in enumerate(one.paragraphs)
        for sentence in sentences(paragraph)
    )


def _kept(one: Shown, parts: Sequence[tuple[int, str]], count: int) -> Shown:
    if count == len(parts):
        return one
    last = parts[count - 1][0]
    paragraphs = tuple(
        "".join(sentence for number, sentence in parts[:count] if number == paragraph).strip()
        for paragraph in range(last + 1)
    )
    return one._replace(paragraphs=paragraphs, cut=True)
