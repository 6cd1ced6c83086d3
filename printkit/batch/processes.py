"""Editions made over several processes, which end with the one that has started them."""

import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread, current_thread, main_thread

from printkit.batch.editions import Bench, bench_for, build_one, lost
from printkit.batch.entries import Entry
from printkit.batch.recording import Built
from printkit.batch.way import Way
from printkit.model.recipient import Recipient

_MOST_AT_ONCE = 32
# So many parts for each process are under way, made or being made: no more need be held.
_AHEAD = 4


def over_processes(
    entries: Sequence[Entry], way: Way, jobs: int, took: Callable[[Built], None]
) -> None:
    """Have editions made by so many processes, and take what they have built."""
    most = _most_at_once(sum(entry.editions for entry in entries), jobs)
    parts = (part for entry in entries for part in _parts(entry, most))
    with ProcessPoolExecutor(jobs, get_context("spawn"), _end_with_parent) as pool:
        _Gathering(pool, way, took).gather(parts, jobs * _AHEAD)


@dataclass(frozen=True, slots=True)
class _Part:
    """Recipients' editions that a process makes one after the other, or an office's own.

    `packed` is the entry for its way there, the same for all parts of one.
    """

    entry: Entry
    packed: bytes


def _parts(entry: Entry, most: int) -> Iterator[_Part]:
    """Give an entry's parts; what they have in common is packed once."""
    packed = pickle.dumps(replace(entry, recipients=()))
    for part in entry.parted(most):
        yield _Part(part, packed)


@dataclass(frozen=True, slots=True)
class _Gathering:
    """Has parts made by processes, a few ahead, and takes what they have built."""

    pool: ProcessPoolExecutor
    way: Way
    took: Callable[[Built], None]
    waiting: dict[Future[tuple[Built, ...]], Entry] = field(default_factory=dict)

    def gather(self, parts: Iterator[_Part], ahead: int) -> None:
        """Take all; of a run that is interrupted, what was begun as well."""
        try:
            with _interrupts_left_to_us():
                self._submit(islice(parts, ahead))
            while self.waiting:
                done, _ = wait(self.waiting, return_when=FIRST_COMPLETED)
                for one in done:
                    self._take(one)
                self._submit(islice(parts, ahead - len(self.waiting)))
        except BaseException:
            self.pool.shutdown(cancel_futures=True)
            for one in [one for one in self.waiting if not one.cancelled()]:
                self._take(one)
            raise

    def _submit(self, parts: Iterator[_Part]) -> None:
        for part in parts:
            try:
                made = self.pool.submit(_in_process, part.packed, part.entry.recipients, self.way)
            except BrokenProcessPool as fault:
                # A process has ended, and so have all: what was left to do is lost.
                made = Future()
                made.set_exception(fault)
            self.waiting[made] = part.entry

    def _take(self, done: Future[tuple[Built, ...]]) -> None:
        entry, fault = self.waiting.pop(done), done.exception()
        made = (lost(one, self.way, fault) for one in entry.each()) if fault else done.result()
        for built in made:
            self.took(built)


def _end_with_parent() -> None:
    """Let this process end with the one that has started it, even where that one is killed."""
    parent = parent_process()
    if parent:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


@contextmanager
def _interrupts_left_to_us() -> Iterator[None]:
    """Let processes start that ignore an interrupt: this process ends them, and says so once."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@cache
def _bench(way: Way, *, recipients: bool) -> Bench:
    """Give a process's one bench: what its storeroom has fetched serves its next edition too."""
    return bench_for(way, recipients=recipients)


def _most_at_once(editions: int, jobs: int) -> int:
    """Give how many recipients' editions a process takes at a time: so that all end together."""
    return max(1, min(_MOST_AT_ONCE, editions // (jobs * 4)))


@lru_cache(maxsize=8)
def _unpacked(packed: bytes) -> Entry:
    """Give an entry, the same for all its parts: what is known of it serves them all."""
    entry: Entry = pickle.loads(packed)  # noqa: S301 - from the process that has started this one
    return entry


def _in_process(packed: bytes, recipients: tuple[Recipient, ...], way: Way) -> tuple[Built, ...]:
    entry = replace(_unpacked(packed), recipients=recipients)
    bench = _bench(way, recipients=bool(recipients))
    return tuple(build_one(one, way, bench) for one in entry.each())
