"""The plan of a run: which editions, each with its bulletin, office, layout, paper and screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from printkit.batch.library import (
    Loaded,
    language_for,
    load_family,
    numbered_otherwise,
    outdated,
)
from printkit.batch.project import Project, Wanted
from printkit.errors import Problem, Refused, WrongUsage
from printkit.fonts.catalogue import FAMILIES
from printkit.loading import Checks, judge_layout, layout_names, load_offices, paper_size
from printkit.model.bulletin import Bulletin
from printkit.model.layout import Layout
from printkit.model.office import Office
from printkit.model.paper import PAPERS, SCREENS
from printkit.pipeline import FORMATS, KNOWN_FORMATS, Order


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for; empty means what the office or the layout says."""

    offices: tuple[str, ...] = ()
    formats: tuple[str, ...] = FORMATS
    layout: str = ""
    paper: str = ""
    screen: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One edition of the plan: an order, or the problems for which there is none."""

    identity: str
    office: str
    source: str
    language: str
    order: Order | None
    formats: tuple[str, ...]
    layout: str
    paper: str
    problems: tuple[Problem, ...] = ()


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

    def plan(self, names: Sequence[str], options: Options) -> Plan:
        """Give the plan; WrongUsage for what does not exist, Refused where none can be made."""
        folders = self._project.layout_folders
        known = layout_names(folders)
        _require(options.layout, known, "layout")
        _require(options.screen, tuple(SCREENS), "screen")
        for name in options.formats:
            _require(name, KNOWN_FORMATS, "format")
        if options.paper and options.paper not in PAPERS:
            _require(options.paper, tuple(PAPERS), "paper")
        offices = self.offices()
        for name in options.offices:
            _require(name, tuple(offices), "office")
        chosen = [offices[name] for name in dict.fromkeys(options.offices)] or list(
            offices.values()
        )
        wanted = self._project.wanted(names)
        entries = tuple(self._entries(wanted, chosen, options))
        problems = self._project.missing(names)
        if not entries and not problems:
            problems = tuple(_unused(wanted, chosen))
        return Plan(entries, problems)

    def offices(self) -> dict[str, Office]:
        """Give the project's offices; Refused with all that is wrong with their file."""
        path = self._project.offices
        names = layout_names(self._project.layout_folders)
        return load_offices(path, self._project.shown(path), names, tuple(PAPERS), self.checks)

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

    def _entries(
        self, wanted: Sequence[Wanted], offices: Sequence[Office], options: Options
    ) -> Iterator[Entry]:
        for one in wanted:
            loaded = load_family(one.family, self._project, self.checks)
            for office in offices:
                entry = self._entry(loaded, office, options)
                if one.language in (None, entry.language) or loaded.problems:
                    yield entry

    def _entry(self, loaded: Loaded, office: Office, options: Options) -> Entry:
        versions = dict(loaded.versions)
        language = language_for(office, tuple(versions)) if versions else ""
        version = versions.get(language, loaded.problems)
        name = options.layout or office.layout
        layout = self.layout(name)
        paper = options.paper or office.paper
        source = self._project.shown(_source(loaded, language))
        order = None
        problems: tuple[Problem, ...] = ()
        if not isinstance(version, Bulletin):
            problems = version
        elif not isinstance(layout, Layout):
            problems = layout
        else:
            screen = options.screen or layout.slides.screen
            size = paper_size(paper)
            notes = (
                *outdated(version, loaded),
                *numbered_otherwise(version, office, loaded),
                *self._warnings.get(name, ()),
            )
            order = Order(version, office, layout, paper, size, screen, options.formats, notes)
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
        )


def _unused(wanted: Sequence[Wanted], offices: Sequence[Office]) -> Iterator[Problem]:
    names = ", ".join(f"`{office.identity}`" for office in offices)
    for one in wanted:
        if one.language:
            yield Problem(
                f"`{one.family.identity}.{one.language}` is not what {names} would be set from",
                hint="name other offices, or none for all that use it",
            )


def _source(loaded: Loaded, language: str) -> Path:
    return dict(loaded.family.translations).get(language, loaded.family.original)


def _require(name: str, known: Sequence[str], kind: str) -> None:
    if name and name not in known:
        listed = ", ".join(f"`{one}`" for one in known)
        near = get_close_matches(name.casefold(), known, 1)
        hint = f"did you mean `{near[0]}`?" if near else None
        raise WrongUsage(f"there is no {kind} `{name}`, expected one of {listed}", hint)
