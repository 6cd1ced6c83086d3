"""A bulletin without the words that an overset page says to cut, just where it says so."""

from collections.abc import Sequence
from dataclasses import replace

from printkit.model.bulletin import Bulletin, Request
from printkit.model.edition import Cut


def without(words: Bulletin, cuts: Sequence[Cut]) -> Bulletin:
    """Give an edition's words without those that are cut from the ends of its requests."""
    left = list(cuts)
    regions = []
    for region in words.regions:
        requests = list(region.requests)
        for number, request in enumerate(requests):
            place = request.text.place
            own = [cut for cut in left if (cut.region, cut.place) == (str(region.name), place)]
            left = [cut for cut in left if cut not in own]
            requests[number] = _shortened(request, own)
        regions.append(replace(region, requests=tuple(requests)))
    return replace(words, regions=tuple(regions))


def _shortened(request: Request, cuts: Sequence[Cut]) -> Request:
    paragraphs = list(request.text.paragraphs)
    for cut in cuts:
        number = max(cut.paragraph - 1, 0)
        said = [word for word in paragraphs[number].split(" ") if word]
        paragraphs[number] = " ".join(said[: len(said) - cut.words])
    return replace(request, text=replace(request.text, value="\n".join(paragraphs)))
