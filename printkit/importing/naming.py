"""Every section gets a name of its own: a missing one is proposed, a second one is numbered."""

from dataclasses import dataclass
from itertools import count

from printkit.importing.draft import Region, Remark
from printkit.importing.sections import Section
from printkit.importing.world import REGIONS, region_of

_UNTOLD = "First region"
_UNSEEN = str.maketrans("", "", "\u00ad\u200b")  # places to break


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The regions of the folder's newest bulletin by date, in order, and its file's name."""

    regions: tuple[str, ...] = ()
    file: str = ""


def known_names(neighbours: Neighbours) -> frozenset[str]:
    """Give the names that are region headings for certain, in lower case."""
    return frozenset(name.casefold() for name in (*neighbours.regions, *REGIONS))


def named(sections: tuple[Section, ...], neighbours: Neighbours) -> tuple[Region, ...]:
    """Give the regions, no two of one name, with a remark where a name is not the author's own."""
    regions: list[Region] = []
    own = {_folded(section.name) for section in sections}
    taken: set[str] = set()
    for index, section in enumerate(sections):
        name = section.name
        remarks: tuple[Remark, ...] = ()
        if not name:
            name, because = _proposed(section, index, neighbours, own)
            remarks = (_proposal(name, because),)
        unique = _unique(name, taken)
        taken.add(_folded(unique))
        if unique != name:
            remarks = (*remarks, _repetition(name, unique))
        regions.append(Region(unique, section.requests, section.intro, remarks))
    return tuple(regions)


def _proposed(
    section: Section, index: int, neighbours: Neighbours, own: set[str]
) -> tuple[str, str]:
    """Give a name for a section without one, and what speaks for it."""
    if index < len(neighbours.regions) and _folded(neighbours.regions[index]) not in own:
        return neighbours.regions[index], f"it stands there in `{neighbours.file}`"
    shared = region_of("\n".join((section.intro, *section.requests)))
    if shared and _folded(shared[0]) not in own:
        return shared[0], f"these requests name {', '.join(shared[1])}"
    return _UNTOLD, "nothing in these requests tells which region it is"


def _proposal(name: str, because: str) -> Remark:
    return Remark(
        f"proposed, for the heading is missing: {because}",
        f"the requests before the first heading have no region; `{name}` is proposed: {because}",
        "write the region's name in this line if it is another",
    )


def _repetition(name: str, unique: str) -> Remark:
    return Remark(
        f"the second region called {name}",
        f"there are two regions called `{name}`; this one is now `{unique}`",
        "give it a name of its own, or move its requests to the first one",
    )


def _unique(name: str, taken: set[str]) -> str:
    if _folded(name) not in taken:
        return name
    numbered = (f"{name} ({number})" for number in count(2))
    return next(candidate for candidate in numbered if _folded(candidate) not in taken)


def _folded(name: str) -> str:
    """Give what two names have in common that a reader cannot tell apart."""
    return name.translate(_UNSEEN).casefold()
