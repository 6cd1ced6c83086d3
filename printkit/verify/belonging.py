"""Marked contents, elements and parent tree belong together one to one, and no text is outside.

ISO 32000-1, 14.7.4: an element lists its contents, and the parent tree leads back from each.
"""

from collections import Counter
from collections.abc import Iterator

from printkit.errors import Problem
from printkit.verify.aloud import excerpt
from printkit.verify.folding import folded
from printkit.verify.marked import ARTIFACT, Content
from printkit.verify.tags import LINK, Spot, Tag, Tagged

_AGAIN = "build it again; if this stays, report it as a fault"


def belonging_problems(tagged: Tagged, feet: tuple[str, ...] = ()) -> tuple[Problem, ...]:
    """Give what belongs to nothing, to two things, or to another than is said.

    `feet` is what stands in the foot of each page and is not told.
    """
    messages = (
        *_drawn(tagged, feet),
        *_listed(tagged),
        *_led_back(tagged),
        *_placed(tagged),
        *_above(tagged),
    )
    return tuple(Problem(message, hint=_AGAIN) for message in messages)


def _drawn(tagged: Tagged, feet: tuple[str, ...]) -> Iterator[str]:
    """Give text that is no part of the tree, and numbers that are there twice."""
    for number_of_page, page in enumerate(tagged.pages):
        foot = feet[number_of_page] if number_of_page < len(feet) else ""
        if foot and not _is_foot(page, foot):
            yield f"expected {excerpt(foot)} in the foot of page {number_of_page + 1}"
        numbers = Counter(one.number for one in page if one.number is not None)
        yield from (
            f"expected marked content {number} once, found it {count} times"
            for number, count in numbers.items()
            if count > 1
        )
        for one in page:
            if _is_untold(one) and not (foot and one.tag == ARTIFACT):
                where = "an artifact" if one.tag == ARTIFACT else "no marked content"
                yield f"expected {excerpt(one.text)} in the tag tree, found it in {where}"
            elif one.pictures and not one.tag:
                yield "expected a picture in the tag tree or an artifact, found it in neither"


def _is_untold(content: Content) -> bool:
    """Say whether a content says something and is no part of the tree."""
    return content.number is None and any(letter.isalnum() for letter in content.text)


def _is_foot(page: tuple[Content, ...], foot: str) -> bool:
    """Say whether a page's artifacts say what stands in its foot, and nothing else."""
    said = "".join(one.text for one in page if one.number is None and one.tag == ARTIFACT)
    return "".join(folded(said).split()) == "".join(folded(foot).split())


def _listed(tagged: Tagged) -> Iterator[str]:
    """Give contents that no element lists, or several do, and listed ones that are not there."""
    listed: dict[Spot, list[Tag]] = {}
    for tag in tagged.every():
        for spot in tag.spots:
            listed.setdefault(spot, []).append(tag)
    contents = _contents(tagged)
    for spot, content in contents.items():
        if spot not in listed:
            yield f"expected {_marked(spot, content)} in an element, found it in none"
    for spot, tags in listed.items():
        if spot not in contents:
            yield f"expected marked content {spot[1]} of {_named(tags[0])}, found nothing"
        elif len(tags) > 1:
            names = " and ".join(map(_named, tags))
            yield f"expected {_marked(spot, contents[spot])} in one element, found it in {names}"


def _led_back(tagged: Tagged) -> Iterator[str]:
    """Give where the parent tree leads to another element than the one that lists a content."""
    if not tagged.owners:
        yield "expected a parent tree, found none"
        return
    contents = _contents(tagged)
    names = {tag.name: tag for tag in tagged.every()}
    lists = {spot: tag for tag in names.values() for spot in tag.spots}
    for spot in sorted(contents.keys() | tagged.owners.keys()):
        tag, owner = lists.get(spot), tagged.owners.get(spot)
        if spot in contents and tag and owner != tag.name:
            found = "nothing" if owner is None else _of(names.get(owner), owner)
            yield (
                f"in the parent tree: expected {_marked(spot, contents[spot])} to belong to "
                f"{_named(tag)}, found {found}"
            )
        elif spot not in contents and owner is not None:
            found = _of(names.get(owner), owner)
            yield f"in the parent tree: expected no marked content {spot[1]}, found it in {found}"


def _placed(tagged: Tagged) -> Iterator[str]:
    """Give places that lead elsewhere and are in no one link, or are led back to another."""
    listed: dict[int, list[Tag]] = {}
    for tag in tagged.every():
        for name in tag.places:
            listed.setdefault(name, []).append(tag)
            if name not in tagged.places:
                yield f"expected the place of {_named(tag)} on a page, found it on none"
    names = {tag.name: tag for tag in tagged.every()}
    for name, place in tagged.places.items():
        tags, said = listed.get(name, []), f"the place that leads to `{place.address}`"
        if [tag.role for tag in tags] != [LINK]:
            found = " and ".join(map(_named, tags)) or "no element"
            yield f"expected {said} in one link, found it in {found}"
        elif place.owner != tags[0].name:
            found = "nothing" if place.owner is None else _of(names.get(place.owner), place.owner)
            yield (
                f"in the parent tree: expected {said} to belong to {_named(tags[0])}, found {found}"
            )


def _above(tagged: Tagged) -> Iterator[str]:
    """Give elements that say they belong to another than the one that lists them."""
    pairs = [(tagged.root, tag) for tag in tagged.tags]
    pairs += [(tag.name, kid) for tag in tagged.every() for kid in tag.kids]
    for name, tag in pairs:
        if tag.above != name:
            yield f"expected {_named(tag)} to belong to object {name}, found object {tag.above}"


def _contents(tagged: Tagged) -> dict[Spot, Content]:
    return {
        (page, one.number): one
        for page, contents in enumerate(tagged.pages)
        for one in contents
        if one.number is not None
    }


def _marked(spot: Spot, content: Content) -> str:
    said = f" ({excerpt(content.text)})" if content.text.strip() else ""
    return f"marked content {spot[1]}{said}"


def _named(tag: Tag) -> str:
    said = tag.alternative or tag.text
    return f"{tag.role} {excerpt(said)}" if said else f"{tag.role} (object {tag.name})"


def _of(tag: Tag | None, name: int) -> str:
    return _named(tag) if tag else f"object {name}, which is no element"
