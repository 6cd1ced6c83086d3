"""Each address of a page leads where it says, as a link that is told as one."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from urllib.parse import unquote

from printkit.errors import Place as Written
from printkit.errors import Problem
from printkit.model.addresses import addresses_in
from printkit.verify.folding import unhyphenated
from printkit.verify.tags import LINK, Tag, Tagged
from printkit.verify.telling import Told

_AGAIN = "build it again; if this stays, report it as a fault"


def link_problems(tagged: Tagged, told: tuple[Told, ...]) -> tuple[Problem, ...]:
    """Give the addresses that are no links, and the links that are none or lead elsewhere."""
    wanted = list(_wanted(told))
    links = [tag for tag in tagged.every() if tag.role == LINK]
    words = [unhyphenated(link.text).strip() for link in links]
    matcher = SequenceMatcher(None, [said for said, _, _ in wanted], words, autojunk=False)
    problems: list[Problem] = []
    for kind, first, last, begin, end in matcher.get_opcodes():
        for number in range(first, last):
            said, target, place = wanted[number]
            if kind == "equal":
                link = links[begin + number - first]
                messages = list(_led(said, target, link, tagged))
            else:
                messages = [f"expected a link from `{said}`, found none"]
            problems += [Problem(message, place, _AGAIN) for message in messages]
        if kind != "equal":
            more = (f"expected no link, found one from `{said}`" for said in words[begin:end])
            problems += [Problem(message, hint=_AGAIN) for message in more]
    return tuple(problems)


def _wanted(every: tuple[Told, ...]) -> Iterator[tuple[str, str, Written | None]]:
    """Give what each link should say, where it should lead, and where its text was written."""
    for told in every:
        if told.is_figure:
            continue
        text = unhyphenated(told.text)
        for address in addresses_in(text):
            yield text[address.start : address.stop], address.target, told.place


def _led(said: str, target: str, link: Tag, tagged: Tagged) -> Iterator[str]:
    """Give what is wrong with a link's places; one that is on two lines has two."""
    places = [tagged.places[name] for name in link.places if name in tagged.places]
    if not places:
        yield f"expected the link `{said}` to lead to `{target}`, found nothing that leads there"
    for place in places:
        if place.kind != LINK or unquote(place.address) != unquote(target):
            found = f"`{place.address}`" if place.address else "nothing"
            yield f"expected the link `{said}` to lead to `{target}`, found {found}"
        if unhyphenated(place.words) != said:
            found = f"`{place.words}`" if place.words else "nothing"
            yield f"expected the words `{said}` to stand in for a link, found {found}"
