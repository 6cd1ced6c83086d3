"""A run's editions as they are planned: what each is made of, for whom, and in which formats."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from printkit.batch.mailing import prints_for
from printkit.errors import Problem
from printkit.model.recipient import Recipient
from printkit.ordering import Order, sized

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """One edition of the plan: an order, or the problems for which there is none.

    It is in those formats that are written together or not at all: what is written alone has an
    entry of its own.

    `prints` are the fingerprints of its files by format; `left_out` says what is not for the web.
    With `recipients` it stands for as many editions, each of which has one `recipient`; `table` is
    where they are listed.
    """

    identity: str
    office: str
    source: str
    language: str
    order: Order | None
    formats: tuple[str, ...]
    layout: str
    paper: str
    problems: tuple[Problem, ...] = ()
    prints: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    recipient: Recipient | None = None
    table: str = ""

    def each(self) -> Iterator["Entry"]:
        """Give the edition of each recipient, or the office's own where there are none."""
        if not self.recipients:
            yield self
        for one in self.recipients:
            order = self.order and replace(self.order, recipient=one)
            prints = prints_for(self.prints, one)
            yield replace(self, order=order, prints=prints, recipient=one, recipients=())

    def parted(self, most: int) -> Iterator["Entry"]:
        """Give entries of so many recipients at most, which together are this one."""
        if not self.recipients:
            yield self
        for start in range(0, len(self.recipients), most):
            yield replace(self, recipients=self.recipients[start : start + most])

    @property
    def editions(self) -> int:
        """How many editions it stands for."""
        return len(self.recipients) or 1

    @property
    def addressee(self) -> str:
        """The recipient's id, empty where it is the office's own."""
        return self.recipient.identity if self.recipient else ""

    def paper_of(self, format_: str) -> str:
        """Give the name of the paper that a format is set on; of a sheet, its piece's."""
        return sized(self.order, format_).paper_name if self.order else self.paper

    @property
    def date(self) -> str:
        """The bulletin's date (ISO 8601), empty where it has none; as its name has it till then."""
        if self.order:
            return self.order.bulletin.date.isoformat() if self.order.bulletin.date else ""
        return self.identity if _DAY.fullmatch(self.identity) else ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A run's editions, and what was asked for but does not exist."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
