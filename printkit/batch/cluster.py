"""Editions made by the workers of a Dask cluster; what they make comes back and is written here.

Dask decides which worker makes what, and gives the work of one that ends to another.
"""

import logging
import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from queue import Empty, Queue
from typing import TYPE_CHECKING, Any

from printkit.batch.entries import Entry
from printkit.batch.equipment import equipment
from printkit.batch.luggage import Packer, digest_in
from printkit.batch.way import Way
from printkit.batch.working import (
    Fault,
    Wanted,
    described,
    differing,
    make_there,
    packed,
    unlike,
)
from printkit.errors import Place, Problem, Refused, WrongUsage
from printkit.ordering import Outcome

if TYPE_CHECKING:
    from distributed import Client, Future

    _Packed = tuple[bytes, dict[str, Future]]
_PATIENCE = 10.0  # seconds for a scheduler to answer, and for a first worker to be there
_LOOK = 5.0
_LOOKS = 12  # so many in a row without any worker end the run
_LARGE = "1 GB"
_MOST_AT_ONCE = 8  # recipients' editions in one task
# So many tasks for each thread of a worker are under way: what is made waits nowhere for long.
_AHEAD = 4
_FEWEST_AHEAD = 16
_ADDRESS = re.compile(r"(tcp|tls|ws|wss)://[^/\s]+:\d{1,5}")
_START = "start one with `dask scheduler`, and type the address that it prints"


def made_there(entries: Sequence[Entry], way: Way) -> Generator[tuple[Entry, Outcome], None, None]:
    """Give each edition with what came of it, as they are made; Refused where there is no cluster.

    Closing the iterator takes back what has not been begun.
    """
    for entry in entries:
        if entry.order is None:
            yield from ((one, Outcome((), entry.problems)) for one in entry.each())
    ordered = [entry for entry in entries if entry.order]
    if ordered:
        with _connected(way.scheduler) as client:
            yield from _Desk(client, way).outcomes(ordered)


@contextmanager
def _connected(address: str) -> "Iterator[Client]":
    """Connect to a scheduler that has workers like this machine."""
    if not _ADDRESS.fullmatch(address):
        message = f"`{address}` is no scheduler's address, expected one such as `tcp://…:8786`"
        raise WrongUsage(message, _START)
    dask, distributed = _packages()
    with _hushed(), dask.config.set({"distributed.admin.large-graph-warning-threshold": _LARGE}):
        try:
            client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
        except OSError:
            message = f"`{address}` could not be reached: no scheduler answers there"
            raise Refused(Problem(message, hint=_START)) from None
        with client:
            _require_workers(client, address)
            yield client


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep Dask's own log from people: what it means for their editions is told in our words."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def _packages() -> Any:  # noqa: ANN401 - Dask's modules, where they are
    try:
        import dask  # noqa: PLC0415 - only with --scheduler
        import distributed  # noqa: PLC0415 - as above
    except ImportError:
        hint = "type `python -m pip install dask distributed`"
        raise Refused(
            Problem("`--scheduler` needs Dask, which is not installed", hint=hint)
        ) from None
    return dask, distributed


def _require_workers(client: "Client", address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        hint = f"start some with `dask worker {address} --nthreads 1`, where printkit is installed"
        raise Refused(Problem(f"the scheduler `{address}` has no workers", hint=hint)) from None
    ours = equipment()
    found = client.run(equipment, on_error="return")
    problems = [_refusal(worker, theirs, ours) for worker, theirs in sorted(found.items())]
    wrong = [problem for problem in problems if problem]
    if wrong:
        raise Refused(*wrong)


def _refusal(
    worker: str, theirs: Mapping[str, str] | Exception, ours: Mapping[str, str]
) -> Problem | None:
    if isinstance(theirs, Exception):
        said = f"{type(theirs).__name__}: {theirs}"
        hint = "install the same printkit there as here, and start the worker again"
        return Problem(f"the worker `{worker}` cannot be asked what it has: {said}", hint=hint)
    other = differing(theirs, ours)
    return unlike(worker, other) if other else None


class _Desk:
    """Sends editions to a cluster and takes back what came of them."""

    def __init__(self, client: "Client", way: Way) -> None:
        self._client = client
        self._address = way.scheduler
        self._wanted = Wanted(
            equipment(), verify=way.verify, counted=way.counted, pictured=way.pictured
        )
        self._packer = Packer()
        self._pictures: dict[str, Future] = {}
        self._done: Queue[Future] = Queue()
        self._ahead = 0

    def outcomes(self, entries: Sequence[Entry]) -> Iterator[tuple[Entry, Outcome]]:
        """Give each edition with what came of it, as they are made."""
        parts = self._parts(entries)
        waiting: dict[Future, Entry] = {}
        try:
            while self._sent(parts, waiting):
                future = self._next()
                entry = waiting.pop(future)
                yield from zip(entry.each(), self._outcomes(future, entry), strict=True)
        finally:
            self._client.cancel(list(waiting))

    def _parts(self, entries: Sequence[Entry]) -> "Iterator[tuple[Entry, _Packed]]":
        """Give the editions of each task with what is sent for them."""
        for entry in entries:
            assert entry.order is not None  # noqa: S101 - made_there has seen to it
            luggage = self._packer.pack(entry.order)
            digests = dict.fromkeys(map(digest_in, luggage.pictures))
            sent = packed(luggage), {digest: self._picture(digest) for digest in digests}
            for part in entry.parted(_MOST_AT_ONCE):
                yield part, sent

    def _sent(
        self, parts: "Iterator[tuple[Entry, _Packed]]", waiting: "dict[Future, Entry]"
    ) -> "dict[Future, Entry]":
        """Send some more, so that each worker has work; give what is waited for."""
        if len(waiting) <= self._ahead // 2:
            self._ahead = max(_FEWEST_AHEAD, _AHEAD * self._threads())
            for part, (luggage, pictures) in islice(parts, self._ahead - len(waiting)):
                words = luggage, part.recipients, pictures, self._wanted
                future = self._client.submit(make_there, *words, pure=False)
                waiting[future] = part
                future.add_done_callback(self._done.put)
        return waiting

    def _picture(self, digest: str) -> "Future":
        """Send a picture once; as a task it is there again where the worker that held it ends."""
        if digest not in self._pictures:
            content = self._packer.contents[digest]
            key = f"printkit-picture-{digest}"
            self._pictures[digest] = self._client.submit(bytes, content, key=key)
        return self._pictures[digest]

    def _next(self) -> "Future":
        """Wait for an edition that is done; Refused where there is nobody left to make any."""
        looks = 0
        while looks < _LOOKS:
            try:
                return self._done.get(timeout=_LOOK)
            except Empty:
                looks = 0 if self._threads() else looks + 1
        raise Refused(self._left_alone())

    def _outcomes(self, future: "Future", entry: Entry) -> Sequence[Outcome]:
        """Fetch what came of a task; where its worker has ended since, it is done again."""
        looks = 0
        while looks < _LOOKS:
            try:
                made = future.result(timeout=_LOOK)
            except TimeoutError:
                looks = 0 if self._threads() else looks + 1
            except Exception as fault:  # noqa: BLE001 - the other editions must be built
                if future.cancelled():
                    break
                return (_given_up(entry, described(fault)),) * entry.editions
            else:
                return [
                    _given_up(entry, one.said) if isinstance(one, Fault) else one for one in made
                ]
        raise Refused(self._left_alone())

    def _threads(self) -> int:
        """Give how many threads the workers have in all, none where the scheduler is gone."""
        try:
            return sum(self._client.nthreads().values())
        except OSError:
            return 0

    def _left_alone(self) -> Problem:
        message = f"the scheduler `{self._address}` has ended, or has no workers any more"
        return Problem(message, hint="start them and build again: what was built is kept")


def _given_up(entry: Entry, said: str) -> Outcome:
    problem = Problem(
        f"could not be built for office `{entry.office}` by the cluster: {said}",
        Place(entry.source),
        "build it without `--scheduler` to see whether it is the edition or the workers",
    )
    return Outcome((), (problem,))
