"""What a worker of a cluster does: it makes one edition of what was sent to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

from printkit.batch.equipment import equipment
from printkit.batch.luggage import Luggage, unpack
from printkit.cache import Cache, user_cache_folder
from printkit.errors import Problem
from printkit.pipeline import Outcome, make
from printkit.storeroom import Storeroom

# A worker may have several threads, and what draws pages may not be used by two at once.
_TURN = Lock()
_MOST_NAMED = 4
_PICTURES = "printkit-pictures"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How an edition is made there, and with what equipment for its bytes to be the same."""

    equipment: Mapping[str, str]
    verify: bool = False
    counted: bool = False
    pictured: bool = False


def make_there(luggage: Luggage, contents: Mapping[str, bytes], wanted: Wanted) -> Outcome:
    """Make an edition on a worker; its files come back as bytes, and nothing stays but caches."""
    from distributed import get_worker  # noqa: PLC0415 - a worker has it

    worker = get_worker()
    other = differing(_equipment(), wanted.equipment)
    if other:
        return Outcome((), (unlike(worker.address, other),))
    with _TURN:
        order = unpack(luggage, contents, Path(worker.local_directory, _PICTURES))
        return make(
            order,
            _store(),
            verified=wanted.verify,
            counted=wanted.counted,
            pictured=wanted.pictured,
        )


def differing(theirs: Mapping[str, str], ours: Mapping[str, str]) -> str:
    """Name what a worker has otherwise, with what was expected; empty where all is the same."""
    names = [name for name in {**ours, **theirs} if ours.get(name) != theirs.get(name)]
    said = [
        f"{name} {theirs.get(name, 'missing')} (expected {ours.get(name, 'none')})"
        for name in names[:_MOST_NAMED]
    ]
    more = [f"{len(names) - _MOST_NAMED} more"] if names[_MOST_NAMED:] else []
    return ", ".join(said + more)


def unlike(address: str, other: str) -> Problem:
    """Refuse a worker that would make other bytes."""
    return Problem(
        f"the worker `{address}` would make other files: it has {other}",
        hint="install the same there as here, and start the worker again",
    )


@cache
def _equipment() -> Mapping[str, str]:
    return equipment()


@cache
def _store() -> Storeroom:
    """Give the worker's storeroom: fonts and tables are prepared there, once."""
    return Storeroom(Cache(user_cache_folder()))
