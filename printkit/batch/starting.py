"""Starting points: an empty bulletin, a translation to fill in, a folder to begin with."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from printkit.batch.files import write_new
from printkit.batch.project import Project, sample_files, shipped
from printkit.errors import Problem, Refused
from printkit.importing.naming import Neighbours
from printkit.importing.writer import comment, scalar
from printkit.loading import Checks, load_bulletin
from printkit.model.bulletin import Bulletin
from printkit.model.fingerprint import fingerprint_of
from printkit.wording.titles import title_for

_WEEK = dt.timedelta(days=7)
# In a folded text colons, number signs and quotation marks need no care.
_EMPTY_REQUEST = ("      - >-", "        ")


def dated_bulletins(project: Project, checks: Checks) -> list[Bulletin]:
    """Give the bulletins that load and have a date, the newest last; file times do not count."""
    found = []
    for family in project.families():
        try:
            bulletin = load_bulletin(family.original, project.shown(family.original), checks)
        except (Refused, OSError):
            continue
        if bulletin.date:
            found.append(bulletin)
    return sorted(found, key=lambda bulletin: (bulletin.date or dt.date.min, bulletin.identity))


def neighbours_of(project: Project, target: Path) -> Neighbours:
    """Give the regions of the folder's newest bulletin by date, whose names an import may take."""
    checks = Checks(lambda _: None, lambda _: True)
    others = [b for b in dated_bulletins(project, checks) if b.identity != target.stem]
    if not others:
        return Neighbours()
    names = tuple(str(region.name) for region in others[-1].regions)
    return Neighbours(names, others[-1].file)


def start_bulletin(project: Project, checks: Checks, date: dt.date | None) -> Path:
    """Write an empty bulletin with the newest one's title and region names.

    A date in that title becomes the new one.
    """
    known = dated_bulletins(project, checks)
    last = known[-1] if known else None
    if date is None:
        if last is None or last.date is None:
            problem = Problem(
                "there is no dated bulletin to follow", hint="type `printkit new DATE`"
            )
            raise Refused(problem)
        date = last.date + _WEEK
    path = project.bulletins / f"{date.isoformat()}.yaml"
    text = "\n".join(_empty(date, last)) + "\n"
    write_new(path, text.encode("utf-8"), project.shown(path))
    return path


def _empty(date: dt.date, last: Bulletin | None) -> Iterator[str]:
    title = _next_title(last, date) if last else "Prayer Requests"
    yield f"title: {scalar(title)}"
    if last and title == str(last.title) and any(map(str.isdigit, title)):
        yield "# the title has a number in it: is it still the right one?"
    yield f"date: {date.isoformat()}"
    yield f"language: {last.language if last else 'en'}"
    yield "# for a scripture, delete the number signs and fill it in"
    yield "# scripture:"
    yield "#   text:"
    yield "#   reference:"
    yield "#   translation:"
    yield "regions:"
    names = [str(region.name) for region in last.regions] if last else ["First region"]
    for name in names:
        yield f"  - name: {scalar(name)}"
        yield "    requests:"
        yield from _EMPTY_REQUEST


def _next_title(last: Bulletin, date: dt.date) -> str:
    title = str(last.title)
    return title_for(title, last.language, last.date, date) if last.date else title


def start_translation(
    project: Project, checks: Checks, date: dt.date | None, language: str
) -> Path:
    """Write a translation to fill in, the original's words beside each empty place as comments."""
    named = project.bulletins / f"{date.isoformat()}.yaml" if date else None
    if named and named.is_file():
        load_bulletin(named, project.shown(named), checks)
    known = dated_bulletins(project, checks)
    chosen = [bulletin for bulletin in known if date in (None, bulletin.date)]
    if not chosen:
        wanted = f"of {date.isoformat()} " if date else ""
        hint = "type `printkit new DATE` for the original first"
        raise Refused(Problem(f"there is no bulletin {wanted}to translate", hint=hint))
    original = chosen[-1]
    path = project.bulletins / f"{original.identity}.{language}.yaml"
    _refuse_existing(path, project.shown(path))
    text = "\n".join(_to_translate(original, language)) + "\n"
    write_new(path, text.encode("utf-8"), project.shown(path))
    return path


def _refuse_existing(path: Path, shown: str) -> None:
    """Refuse to begin a translation again, and say how the one that is there is kept fresh."""
    if path.exists():
        hint = f"type `printkit check {path.stem}` to see what has changed since it was made"
        raise Refused(Problem(f"`{shown}` exists and is not overwritten", hint=hint))


def _to_translate(original: Bulletin, language: str) -> Iterator[str]:
    yield f"language: {language}"
    yield f"of: {fingerprint_of(original)}"
    yield from _blank("title", str(original.title), "")
    if original.scripture:
        yield "scripture:"
        yield from _blank("text", str(original.scripture.text), "  ")
        yield from _blank("reference", str(original.scripture.reference or ""), "  ")
        yield "  # translation:"
    yield "regions:"
    for region in original.regions:
        yield from _comment(str(region.name), "  ")
        yield "  - name: "
        if region.intro:
            yield from _blank("intro", str(region.intro), "    ")
        yield "    requests:"
        for request in region.requests:
            yield from _comment(str(request.text), "      ")
            if request.slide:
                yield "      - text: "
                yield from _blank("slide", str(request.slide), "        ")
            else:
                yield from _EMPTY_REQUEST


def _blank(key: str, original: str, indent: str) -> Iterator[str]:
    yield from _comment(original, indent)
    yield f"{indent}{key}: "


def _comment(text: str, indent: str) -> Iterator[str]:
    """Give a text as comment lines."""
    for line in comment(text):
        yield indent + line


def start_project(folder: Path) -> Iterator[Path]:
    """Copy the layouts and the sample bulletin to a folder; what exists there is never touched."""
    layouts = sorted((shipped() / "layouts").glob("*.yaml"))
    copies = {folder / "layouts" / path.name: path for path in layouts}
    copies.update({folder / "bulletins" / path.name: path for path in sample_files()})
    there = [path for path in copies if path.exists()]
    if there:
        raise Refused(
            *(Problem(f"`{path.as_posix()}` exists and is not overwritten") for path in there)
        )
    for path, source in copies.items():
        write_new(path, source.read_bytes(), path.as_posix())
        yield path
