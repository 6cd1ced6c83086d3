"""What a worker of a cluster does: it makes the editions of what was sent to it."""

import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

from printkit.batch.equipment import equipment
from printkit.batch.luggage import Luggage, unpack
from printkit.cache import Cache, user_cache_folder
from printkit.errors import Problem
from printkit.model.recipient import Recipient
from printkit.ordering import Order, Outcome
from printkit.pipeline import make
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


@dataclass(frozen=True, slots=True)
class Fault:
    """What has stopped an edition that no order should be able to stop."""

    said: str


def make_there(
    luggage: bytes,
    recipients: Sequence[Recipient],
    contents: Mapping[str, bytes],
    wanted: Wanted,
) -> tuple[Outcome | Fault, ...]:
    """Make the editions of a packed order on a worker: each recipient's, or the office's own.

    Their files come back as bytes, and nothing stays but caches.
    """
    from distributed import get_worker  # noqa: PLC0415 - a worker has it

    worker = get_worker()
    other = differing(_equipment(), wanted.equipment)
    if other:
        refused = Outcome((), (unlike(worker.address, other),))
        return (refused,) * (len(recipients) or 1)
    with _TURN:
        order = unpack(_opened(luggage), contents, Path(worker.local_directory, _PICTURES))
        return tuple(made_of(order, recipients, wanted))


def made_of(
    order: Order, recipients: Sequence[Recipient], wanted: Wanted
) -> Iterator[Outcome | Fault]:
    """Make an order for each recipient, or as it is; one that fails stops no other."""
    if not recipients:
        yield _made(order, wanted)
    for one in recipients:
        yield _made(replace(order, recipient=one), wanted)


def packed(luggage: Luggage) -> bytes:
    """Give an order as it is sent, the same for all its recipients."""
    return pickle.dumps(luggage)


@lru_cache(maxsize=8)
def _opened(luggage: bytes) -> Luggage:
    """Give an order as it came, the same for all its recipients: so is what is known of it."""
    opened: Luggage = pickle.loads(luggage)  # noqa: S301 - from whom this worker takes its tasks
    return opened


def _made(order: Order, wanted: Wanted) -> Outcome | Fault:
    try:
        return make(
            order,
            _store(),
            verified=wanted.verify,
            counted=wanted.counted,
            pictured=wanted.pictured and not order.recipient,
        )
    except Exception as fault:  # noqa: BLE001 - the other editions must be made
        return Fault(described(fault))


def described(fault: BaseException) -> str:
    """Give what a fault says of itself."""
    return f"{type(fault).__name__}: {fault}"


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
