"""What has changed between two fingerprints of a bulletin, part by part."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from printkit.model.fingerprint import ABSENT, Fingerprint, RegionPrint

Part = Literal["title", "scripture", "region", "name", "intro", "request"]
How = Literal["changed", "new", "moved", "gone"]
Spot = tuple[int, int]  # a region and a request in it, both counted from 0


@dataclass(frozen=True, slots=True)
class Change:
    """One part that is not what it was; regions and requests are counted from 0.

    `region` and `request` say where it is now (a request that is gone: where its region is);
    `before` where it was, for what has moved or gone.
    """

    part: Part
    how: How
    region: int = -1
    request: int = -1
    before: Spot = (-1, -1)


@dataclass(frozen=True, slots=True)
class _Both:
    """The regions as they were and as they are, and for each that is there which one it was."""

    before: Sequence[RegionPrint]
    now: Sequence[RegionPrint]
    fellows: Sequence[int | None]

    @property
    def gone(self) -> list[int]:
        """The regions that are no longer there."""
        return sorted(set(range(len(self.before))).difference(self.fellows))

    def was(self, spot: Spot) -> str:
        """Give the digest of a request that was there."""
        return self.before[spot[0]].requests[spot[1]]


@dataclass(frozen=True, slots=True)
class _Block:
    """Neighbours in a region that are not what they were: where they were, and where they are."""

    region: int
    before: list[Spot]
    now: list[Spot]


def changes(before: Fingerprint, now: Fingerprint) -> tuple[Change, ...]:
    """Give what has changed, in the bulletin's order; regions that are gone come last."""
    both = _Both(before.regions, now.regions, _fellows(before.regions, now.regions))
    found = list(_head(before, now))
    requests = list(_requests(both))
    moved = _out_of_order([fellow for fellow in both.fellows if fellow is not None])
    for number, fellow in enumerate(both.fellows):
        if fellow is None:
            found.append(Change("region", "new", number))
            continue
        if fellow in moved:
            found.append(Change("region", "moved", number, before=(fellow, -1)))
        found += _heading(both.before[fellow], both.now[number], number)
        found += [change for change in requests if change.region == number]
    return (*found, *(Change("region", "gone", before=(one, -1)) for one in both.gone))


def nothing_left(before: Fingerprint, now: Fingerprint) -> bool:
    """Whether not one request is what it was, so that there is nothing to tell apart."""
    kept = {one for region in before.regions for one in region.requests}
    return not any(one in kept for region in now.regions for one in region.requests)


def _head(before: Fingerprint, now: Fingerprint) -> Iterator[Change]:
    if before.title != now.title:
        yield Change("title", "changed")
    if before.scripture != now.scripture:
        yield Change("scripture", _how(before.scripture, now.scripture))


def _heading(before: RegionPrint, now: RegionPrint, number: int) -> Iterator[Change]:
    if before.name != now.name:
        yield Change("name", "changed", number)
    if before.intro != now.intro:
        yield Change("intro", _how(before.intro, now.intro), number)


def _how(before: str, now: str) -> How:
    return "new" if before == ABSENT else "gone" if now == ABSENT else "changed"


def _out_of_order(numbers: Sequence[int]) -> set[int]:
    """Give those that must have been moved, since the others still follow one another."""
    matcher = SequenceMatcher(None, sorted(numbers), numbers, autojunk=False)
    blocks = matcher.get_matching_blocks()
    return set(numbers).difference(*(numbers[one.b : one.b + one.size] for one in blocks))


def _fellows(before: Sequence[RegionPrint], now: Sequence[RegionPrint]) -> list[int | None]:
    """Give for each region which one it was: by its name, by a request, else by its place."""
    fellows: list[int | None] = [None] * len(now)
    left = list(range(len(before)))
    tests: tuple[Callable[[int, int], bool], ...] = (
        lambda old, new: before[old].name == now[new].name,
        lambda old, new: bool(set(before[old].requests) & set(now[new].requests)),
        lambda old, new: old == new,
    )
    for alike in tests:
        for number in (one for one in range(len(now)) if fellows[one] is None):
            found = next((one for one in left if alike(one, number)), None)
            if found is not None:
                fellows[number] = found
                left.remove(found)
    return fellows


def _requests(both: _Both) -> Iterator[Change]:
    """Give what became of the requests of the regions that were there before.

    What stands elsewhere word for word was moved; of the rest, what is in one place was changed.
    """
    blocks = [block for number in range(len(both.now)) for block in _blocks(both, number)]
    origins = _origins(both, blocks)
    taken = set(origins.values())
    for block in blocks:
        if both.fellows[block.region] is not None:
            yield from _told(block, origins, taken)


def _blocks(both: _Both, number: int) -> Iterator[_Block]:
    """Give what of a region's requests has not stayed, in the order in which it stands."""
    fellow = both.fellows[number]
    old = both.before[fellow].requests if fellow is not None else ()
    matcher = SequenceMatcher(None, old, both.now[number].requests, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            were = [(fellow, index) for index in range(start, end) if fellow is not None]
            yield _Block(number, were, [(number, index) for index in range(first, last)])


def _origins(both: _Both, blocks: Sequence[_Block]) -> dict[Spot, Spot]:
    """Give for each request that stood elsewhere word for word where that was."""
    left = [spot for block in blocks for spot in block.before]
    for region in both.gone:
        left += [(region, index) for index in range(len(both.before[region].requests))]
    found = {}
    for spot in (spot for block in blocks for spot in block.now):
        said = both.now[spot[0]].requests[spot[1]]
        origin = next((one for one in left if both.was(one) == said), None)
        if origin:
            left.remove(origin)
            found[spot] = origin
    return found


def _told(
    block: _Block, origins: Mapping[Spot, Spot], taken: AbstractSet[Spot]
) -> Iterator[Change]:
    were = [spot for spot in block.before if spot not in taken]
    for region, index in block.now:
        origin = origins.get((region, index))
        if origin:
            yield Change("request", "moved", region, index, origin)
        elif were:
            yield Change("request", "changed", region, index, were.pop(0))
        else:
            yield Change("request", "new", region, index)
    yield from (Change("request", "gone", block.region, before=spot) for spot in were)
