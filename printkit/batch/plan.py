"""Planning a run: which editions, each with its bulletin, office, layout, paper and screen."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from printkit.batch.entries import Entry, Plan
from printkit.batch.fingerprints import Fingerprints
from printkit.batch.library import (
    Loaded,
    language_for,
    load_family,
    numbered_otherwise,
    unnamed_translation,
)
from printkit.batch.naming import CURRENT
from printkit.batch.options import Options, require
from printkit.batch.project import Project, Wanted
from printkit.errors import Place, Problem, Refused
from printkit.fonts.catalogue import FAMILIES
from printkit.loading import Checks, judge_layout, layout_names, load_offices, paper_size
from printkit.model.bulletin import Bulletin
from printkit.model.formats import BILINGUAL, KNOWN_FORMATS, SHEET, together
from printkit.model.halves import half_of
from printkit.model.layout import Layout
from printkit.model.office import Office
from printkit.model.paper import PAPERS, SCREENS
from printkit.model.sheet import Printer
from printkit.ordering import Order

if TYPE_CHECKING:
    from printkit.batch.imposing import Imposer


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
        """Give a bulletin's editions, for the offices in their order.

        What of one is written together is an entry of its own.
        """
        loaded = load_family(wanted.family, self._project, self.checks)
        if options.web:
            from printkit.batch.publishing import published  # noqa: PLC0415 - seldom asked

            loaded = published(loaded)
        entries = (
            self._entry(loaded, office, replace(options, formats=part))
            for office, formats in self._made_for(options)
            for part in together(formats)
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
        versions = tuple(dict(loaded.versions))
        language = language_for(office, versions) if versions else ""
        source = self._project.shown(_source(loaded, language))
        order, problems = self._order(loaded, language, office, options)
        return Entry(
            identity=loaded.family.identity,
            office=office.identity,
            source=source,
            language=language,
            order=order,
            formats=options.formats,
            layout=options.layout or office.layout,
            paper=options.paper or office.paper,
            problems=problems,
            prints=self._prints(order),
            left_out=loaded.left_out,
        )

    def _order(
        self, loaded: Loaded, language: str, office: Office, options: Options
    ) -> tuple[Order | None, tuple[Problem, ...]]:
        """Give what is to be made of a bulletin's version in a language, or why nothing can be."""
        version = dict(loaded.versions).get(language, loaded.problems)
        if not isinstance(version, Bulletin):
            return None, version
        name = options.layout or office.layout
        layout = self.layout(name)
        if not isinstance(layout, Layout):
            return None, layout
        if loaded.family.identity.casefold() == CURRENT:
            return None, (_taken(self._project.shown(_source(loaded, language))),)
        paper = options.paper or office.paper
        size = paper_size(paper)
        asked = Order(
            version,
            office,
            layout,
            paper,
            size,
            options.screen or layout.slides.screen,
            options.formats,
            warnings=(*_noted(version, language, office, loaded), *self._warnings.get(name, ())),
            half=None if options.paper else half_of(size),
            imposing=self._imposer.imposing(options, office) if _is_for_sheets(options) else None,
        )
        return self._paired(asked, loaded)

    def _paired(self, order: Order, loaded: Loaded) -> tuple[Order | None, tuple[Problem, ...]]:
        """Give an order with its other side, where it has one, or why it lacks it."""
        partner = order.office.bilingual
        if BILINGUAL not in order.formats or partner is None:
            return order, ()
        from printkit.batch.pairing import other_side  # noqa: PLC0415 - seldom asked

        second = other_side(order, self.offices()[partner], loaded)
        if isinstance(second, Problem):
            return None, (second,)
        said = _noted(second.bulletin, second.bulletin.language, second.office, loaded)
        warnings = tuple(dict.fromkeys((*order.warnings, *said)))
        return replace(order, second=second, warnings=warnings), ()

    def _prints(self, order: Order | None) -> tuple[tuple[str, str], ...]:
        formats = order.formats if order else ()
        return tuple((name, self.fingerprints.of(order, name)) for name in formats if order)


def _noted(version: Bulletin, language: str, office: Office, loaded: Loaded) -> tuple[Problem, ...]:
    """Give what is worth saying of a bulletin's version for an office."""
    return (
        *dict(loaded.notes).get(language, ()),
        *numbered_otherwise(version, office, loaded),
        *unnamed_translation(version),
    )


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
