"""What may be published: everything of a bulletin but the requests that are marked `sensitive`.

A request is sensitive if the bulletin or any of its translations says so. Where one of them has
errors that cannot be told, so nothing of the bulletin is published.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from printkit.batch.library import Loaded
from printkit.errors import Place, Problem
from printkit.model.bulletin import Bulletin, Region

NOTHING_LEFT = "has nothing for the web: every request is `sensitive`"
_KEPT = "; files that were built for the web before stay there until you delete them"
# A request's region and its number in it, both from 0.
_Place = tuple[int, int]


def published(loaded: Loaded) -> Loaded:
    """Give a bulletin's versions without what is sensitive in any of them, and say what that is."""
    if loaded.problems:
        return loaded
    versions = [version for _, version in loaded.versions]
    whole = [version for version in versions if isinstance(version, Bulletin)]
    if len(whole) < len(versions):
        faults = (fault for version in versions if isinstance(version, tuple) for fault in version)
        return Loaded(loaded.family, problems=(*faults, _closed(whole[0])))
    hidden = frozenset(place for version in whole for place in _sensitive(version))
    if not hidden:
        return loaded
    kept = [_without(version, hidden) for version in whole]
    if not kept[0].regions:
        return Loaded(loaded.family, problems=(_nothing_left(whole[0]),))
    languages = (language for language, _ in loaded.versions)
    return replace(
        loaded,
        versions=tuple(zip(languages, kept, strict=True)),
        notes=tuple(_last_notes(loaded)),
        left_out=tuple(_told(whole[0], hidden)),
    )


def _sensitive(bulletin: Bulletin) -> Iterable[_Place]:
    return (
        (number, place)
        for number, region in enumerate(bulletin.regions)
        for place, request in enumerate(region.requests)
        if request.sensitive
    )


def _without(bulletin: Bulletin, hidden: frozenset[_Place]) -> Bulletin:
    """Give a bulletin without some requests, and without a region that has no others."""
    regions = (_part(region, number, hidden) for number, region in enumerate(bulletin.regions))
    return replace(bulletin, regions=tuple(region for region in regions if region.requests))


def _part(region: Region, number: int, hidden: frozenset[_Place]) -> Region:
    requests = (one for at, one in enumerate(region.requests) if (number, at) not in hidden)
    return replace(region, requests=tuple(requests))


def _last_notes(loaded: Loaded) -> Iterable[tuple[str, tuple[Problem, ...]]]:
    """Give what warns of a changed original without naming its parts: one may be left out."""
    return ((language, notes[-1:]) for language, notes in loaded.notes)


def _told(original: Bulletin, hidden: frozenset[_Place]) -> Iterable[str]:
    """Say of each region how many of its requests are left out."""
    for number, count in sorted(Counter(number for number, _ in hidden).items()):
        region = original.regions[number]
        what = f"{count} of {len(region.requests)} requests"
        left = "the region with all its requests" if count == len(region.requests) else what
        yield f"{region.name.place.file}:{region.name.place.line}: `{region.name}`: {left}"


def _closed(original: Bulletin) -> Problem:
    message = "is not made for the web while one of its files has errors"
    hint = f"mend what is told above: it may mark as `sensitive` what would be shown{_KEPT}"
    return Problem(message, Place(original.file), hint)


def _nothing_left(original: Bulletin) -> Problem:
    hint = f"name the bulletins that are for the web{_KEPT}"
    return Problem(NOTHING_LEFT, Place(original.file), hint)
