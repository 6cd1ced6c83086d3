"""Loaded bulletins, and which language an office's edition is set in."""

from dataclasses import dataclass

from printkit.batch.project import Family, Project
from printkit.errors import Place, Problem, Refused
from printkit.loading import (
    Checks,
    load_bulletin,
    load_local_regions,
    load_translation,
    outdated,
    with_local_regions,
)
from printkit.model.bulletin import Bulletin
from printkit.model.office import Office
from printkit.wording.numbering import numbering_warnings


@dataclass(frozen=True, slots=True)
class Loaded:
    """A bulletin in all its languages: each is a bulletin, or the problems that it has.

    The original comes first; `notes` say by language where a translation's original has changed
    since, `left_out` what is in none of them. `problems` are those of the original or of the
    church's own regions: then nothing of the bulletin can be built.
    """

    family: Family
    versions: tuple[tuple[str, Bulletin | tuple[Problem, ...]], ...] = ()
    notes: tuple[tuple[str, tuple[Problem, ...]], ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()


def load_family(family: Family, project: Project, checks: Checks) -> Loaded:
    """Load a bulletin with its translations and a church's own regions.

    A fault of our own while loading stops this bulletin alone.
    """
    try:
        return _load(family, project, checks)
    except Exception as fault:  # noqa: BLE001 - whatever it is, the other bulletins must be built
        problem = Problem(
            f"could not be loaded: {type(fault).__name__}: {fault}",
            Place(project.shown(family.original)),
            "this is a fault of printkit's own: please report it with the bulletin",
        )
        return Loaded(family, problems=(problem,))


def _load(family: Family, project: Project, checks: Checks) -> Loaded:
    try:
        if not family.original.is_file():
            return Loaded(family, problems=_no_original(family, project))
        original = load_bulletin(family.original, project.shown(family.original), checks)
        regions = (
            load_local_regions(family.local, project.shown(family.local), checks)
            if family.local
            else ()
        )
        versions: list[tuple[str, Bulletin | tuple[Problem, ...]]] = []
        versions.append((original.language, with_local_regions(original, regions)))
    except Refused as refusal:
        return Loaded(family, problems=refusal.problems)
    notes = []
    for language, path in family.translations:
        try:
            translation = load_translation(path, project.shown(path), original, checks)
            versions.append((language, with_local_regions(translation, regions)))
            notes.append((language, outdated(translation, original)))
        except Refused as refusal:
            versions.append((language, refusal.problems))
    return Loaded(family, tuple(versions), tuple(notes))


def _no_original(family: Family, project: Project) -> tuple[Problem, ...]:
    """Say of each file that its original is missing."""
    beside = [path for _, path in family.translations] + ([family.local] if family.local else [])
    hint = f"there must be a `{family.original.name}` beside it"
    return tuple(
        Problem("has no original", Place(project.shown(path)), hint) for path in beside
    ) or (Problem("is not there", Place(project.shown(family.original))),)


def numbered_otherwise(version: Bulletin, office: Office, loaded: Loaded) -> tuple[Problem, ...]:
    """Give a warning where the reference's verses may have other numbers for whoever reads them."""
    reference = version.scripture and version.scripture.reference
    if not reference:
        return ()
    original = _original_reference(loaded)
    return numbering_warnings(reference, version.language, office.references, original)


def unnamed_translation(version: Bulletin) -> tuple[Problem, ...]:
    """Give a warning where a scripture does not say which translation it is quoted from."""
    scripture = version.scripture
    if scripture is None or scripture.translation:
        return ()
    message = "`scripture` does not say which `translation` it is quoted from"
    hint = "many publishers ask for it: add a line such as `translation: WEB`"
    return (Problem(message, scripture.text.place, hint),)


def _original_reference(loaded: Loaded) -> tuple[str, str] | None:
    """Give the original's reference with its language."""
    language, original = loaded.versions[0]
    scripture = original.scripture if isinstance(original, Bulletin) else None
    return (str(scripture.reference), language) if scripture and scripture.reference else None


def language_for(office: Office, languages: tuple[str, ...]) -> str:
    """Choose an office's language from those that exist, of which the first is the original's.

    The office's own language (exact tag, else same language), else the first of its fallbacks that
    exists, else the original's.
    """
    for wanted in (office.language, *office.fallbacks):
        found = _match(wanted, languages)
        if found:
            return found
    return languages[0]


def _match(wanted: str, languages: tuple[str, ...]) -> str | None:
    if wanted in languages:
        return wanted
    base = wanted.partition("-")[0]
    same = [language for language in languages if language.partition("-")[0] == base]
    return min(same, key=len) if same else None
