"""The plan of a run: which editions, each with its bulletin, office, layout, paper and screen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from printkit.batch.fingerprints import Fingerprints
from printkit.batch.library import (
    Loaded,
    language_for,
    load_family,
    numbered_otherwise,
    unnamed_translation,
)
from printkit.batch.mailing import prints_for
from printkit.batch.naming import CURRENT
from printkit.batch.options import Options, require
from printkit.batch.project import Project, Wanted
from printkit.errors import Place, Problem, Refused
from printkit.fonts.catalogue import FAMILIES
from printkit.loading import Checks, judge_layout, layout_names, load_offices, paper_size
from printkit.model.bulletin import Bulletin
from printkit.model.formats import BILINGUAL, KNOWN_FORMATS, SHEET
from printkit.model.halves import half_of
from printkit.model.layout import Layout
from printkit.model.office import Office
from printkit.model.paper import PAPERS, SCREENS
from printkit.model.recipient import Recipient
from printkit.model.sheet import Printer
from printkit.ordering import Order, sized

if TYPE_CHECKING:
    from printkit.batch.imposing import Imposer

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """One edition of the plan: an order, or the problems for which there is none.

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

    def each(self) -> "Iterator[Entry]":
        """Give the edition of each recipient, or the office's own where there are none."""
        if not self.recipients:
            yield self
        for one in self.recipients:
            order = self.order and replace(self.order, recipient=one)
            prints = prints_for(self.prints, one)
            yield replace(self, order=order, prints=prints, recipient=one, recipients=())

    def parted(self, most: int) -> "Iterator[Entry]":
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


class Planner:
    """Plans runs over one project."""

    def __init__(self, project: Project, checks: Checks) -> None:
        self._project = project
        self.checks = checks
        self._layouts: dict[str, Layout | tuple[Problem, ...]] = {}
        self._warnings: dict[str, tuple[Problem, ...]] = {}
        self._offices: dict[str, Office] = {}
        self.fingerprints = Fingerprints()

    def plan(self, names: Sequence[str], options: Options) -> Plan:
        """Give the plan; WrongUsage for what does not exist, Refused where none can be made."""
        self.require(options)
        wanted = self._project.wanted(names)
        entries = tuple(entry for one in wanted for entry in self.entries_of(one, options))
        missing = self._project.missing(names)
        return Plan(entries, missing or (() if entries else self.unused(wanted, options)))

    def require(self, options: Options) -> None:
        """Raise WrongUsage for what is asked for and does not exist."""
        folders = self._project.layout_folders
        known = layout_names(folders)
        require(options.layout, known, "layout")
        require(options.screen, tuple(SCREENS), "screen")
        for name in options.formats:
            require(name, KNOWN_FORMATS, "format")
        if not _is_size(options.paper):
            require(options.paper, tuple(PAPERS), "paper")
        for name in options.offices:
            require(name, tuple(self.offices()), "office")
        if BILINGUAL in options.formats:
            from printkit.batch.pairing import require_partners  # noqa: PLC0415 - seldom asked

            require_partners(options, self.offices())
        if _is_for_sheets(options):
            self._imposer.require(options, [one for one, _ in self._made_for(options)])

    def entries_of(self, wanted: Wanted, options: Options) -> tuple[Entry, ...]:
        """Give a bulletin's editions, for the offices in their order."""
        loaded = load_family(wanted.family, self._project, self.checks)
        if options.web:
            from printkit.batch.publishing import published  # noqa: PLC0415 - seldom asked

            loaded = published(loaded)
        entries = (
            self._entry(loaded, office, replace(options, formats=formats))
            for office, formats in self._made_for(options)
        )
        return tuple(
            entry
            for entry in entries
            if wanted.language in (None, entry.language) or loaded.problems
        )

    def unused(self, wanted: Sequence[Wanted], options: Options) -> tuple[Problem, ...]:
        """Say of each translation that was named that none of the offices would be set from it."""
        names = ", ".join(f"`{office.identity}`" for office in self._chosen(options))
        hint = "name other offices, or none for all that use it"
        return tuple(
            Problem(
                f"`{one.family.identity}.{one.language}` is not what {names} would be set from",
                hint=hint,
            )
            for one in wanted
            if one.language
        )

    def _made_for(self, options: Options) -> list[tuple[Office, tuple[str, ...]]]:
        """Give the offices that anything is made for, with their formats."""
        every = ((office, _formats_for(office, options)) for office in self._chosen(options))
        return [(office, formats) for office, formats in every if formats]

    def _chosen(self, options: Options) -> tuple[Office, ...]:
        offices = self.offices()
        named = tuple(offices[name] for name in dict.fromkeys(options.offices))
        return named or tuple(offices.values())

    def offices(self) -> dict[str, Office]:
        """Give the project's offices; Refused with all that is wrong with their file."""
        if not self._offices:
            path, shown = self._project.offices, self._project.shown(self._project.offices)
            names = layout_names(self._project.layout_folders)
            self._offices = load_offices(path, shown, names, tuple(PAPERS), self.checks)
        return self._offices

    @cached_property
    def _imposer(self) -> "Imposer":
        """What knows how editions come onto sheets."""
        from printkit.batch.imposing import Imposer  # noqa: PLC0415 - seldom asked

        return Imposer(self._project)

    def printers(self) -> dict[str, Printer]:
        """Give the project's printers; Refused with all that is wrong with their file."""
        return self._imposer.printers

    def layout(self, name: str) -> Layout | tuple[Problem, ...]:
        """Give a layout, or what is wrong with it."""
        if name not in self._layouts:
            try:
                self._layouts[name], self._warnings[name] = judge_layout(
                    name,
                    self._project.layout_folders,
                    tuple(FAMILIES),
                    checks=self.checks,
                    shown=self._project.shown,
                )
            except Refused as refusal:
                self._layouts[name] = refusal.problems
        return self._layouts[name]

    def _entry(self, loaded: Loaded, office: Office, options: Options) -> Entry:
        versions = dict(loaded.versions)
        language = language_for(office, tuple(versions)) if versions else ""
        version = versions.get(language, loaded.problems)
        name = options.layout or office.layout
        layout = self.layout(name)
        paper = options.paper or office.paper
        source = self._project.shown(_source(loaded, language))
        half = None if options.paper else half_of(paper_size(paper))
        order = None
        problems: tuple[Problem, ...] = ()
        if not isinstance(version, Bulletin):
            problems = version
        elif not isinstance(layout, Layout):
            problems = layout
        elif loaded.family.identity.casefold() == CURRENT:
            problems = (_taken(source),)
        else:
            screen = options.screen or layout.slides.screen
            size = paper_size(paper)
            notes = (
                *dict(loaded.notes).get(language, ()),
                *numbered_otherwise(version, office, loaded),
                *unnamed_translation(version),
                *self._warnings.get(name, ()),
            )
            for_sheets = _is_for_sheets(options)
            imposing = self._imposer.imposing(options, office) if for_sheets else None
            asked = Order(
                version,
                office,
                layout,
                paper,
                size,
                screen,
                options.formats,
                notes,
                half=half,
                imposing=imposing,
            )
            order, problems = self._paired(asked, loaded)
        identity = loaded.family.identity
        return Entry(
            identity,
            office.identity,
            source,
            language,
            order,
            options.formats,
            name,
            paper,
            problems,
            self._prints(order),
            loaded.left_out,
        )

    def _paired(self, order: Order, loaded: Loaded) -> tuple[Order | None, tuple[Problem, ...]]:
        """Give an order with its other side, where it has one, or why it lacks it."""
        partner = order.office.bilingual
        if BILINGUAL not in order.formats or partner is None:
            return order, ()
        from printkit.batch.pairing import other_side  # noqa: PLC0415 - seldom asked

        second = other_side(order, self.offices()[partner], loaded)
        if isinstance(second, Problem):
            return None, (second,)
        return replace(order, second=second), ()

    def _prints(self, order: Order | None) -> tuple[tuple[str, str], ...]:
        formats = order.formats if order else ()
        return tuple((name, self.fingerprints.of(order, name)) for name in formats if order)


def _is_for_sheets(options: Options) -> bool:
    """Whether anything is asked that only sheets have."""
    asked = options.imposition or options.copies is not None or options.printer
    return bool(asked) or SHEET in options.formats


def _formats_for(office: Office, options: Options) -> tuple[str, ...]:
    """Give the formats that an office is made in: bilingual if it names another office."""
    return tuple(name for name in options.formats if name != BILINGUAL or office.bilingual)


def _taken(source: str) -> Problem:
    message = f"a bulletin cannot be called `{CURRENT}`: its files would be the newest's copies"
    return Problem(message, Place(source), "name it by its date, such as `2019-01-14.yaml`")


def _source(loaded: Loaded, language: str) -> Path:
    return dict(loaded.family.translations).get(language, loaded.family.original)


def _is_size(paper: str) -> bool:
    """Whether a paper is given by its size, `5in x 8in`, and not by a name."""
    try:
        return bool(paper_size(paper))
    except ValueError:
        return False
