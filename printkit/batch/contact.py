"""`contact-sheet.html`: all files of a run in small, with what was said of each.

It is one file that needs nothing else: no script, and pictures as data. Every word that is not its
own is escaped. What stands as it was built is shown as what is built now, since a sheet shows
files, whichever run has made them: so the same files give the same bytes. Recipients' editions are
summed up in a line for each bulletin and office: nobody approves of thousands by looking.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from os import fsencode
from urllib.parse import quote

from printkit.batch.contact_style import STYLE
from printkit.batch.gallery import Gallery, Shown
from printkit.batch.report import FileReport
from printkit.errors import Problem

NAME = "contact-sheet.html"
_STATUS = {"built": "built", "unchanged": "built", "old": "OLD", "failed": "failed"}
# Nothing is fetched from anywhere, nothing is run, and only this page's own style counts.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class _Edition:
    """A bulletin for an office, or for all its recipients there: the reports of their files."""

    reports: tuple[FileReport, ...]

    @property
    def bulletin(self) -> str:
        return self.reports[0].bulletin

    @property
    def office(self) -> str:
        return self.reports[0].office

    @property
    def recipients(self) -> int:
        """How many it is for, none where it is the office's own."""
        return len({report.recipient for report in self.reports if report.recipient})

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(dict.fromkeys(one for report in self.reports for one in report.warnings))

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(dict.fromkeys(one for report in self.reports for one in report.problems))

    @property
    def calm(self) -> bool:
        """Whether there is nothing to say of it."""
        stands = all(_STATUS[report.status] == "built" for report in self.reports)
        return stands and not self.warnings and not self.problems


def contact_sheet(reports: Sequence[FileReport], gallery: Gallery, shown: str) -> bytes:
    """Give the page; `shown` is the output folder as the reports name it."""
    editions = [
        _Edition(tuple(group))
        for _, group in groupby(
            reports, key=lambda one: (one.bulletin, one.office, bool(one.recipient))
        )
    ]
    hall = _Hall(gallery, shown)
    lines = [*_head(editions), *hall.bulletins(editions), "</main>", "</body>", "</html>"]
    # The name of a bulletin's file may hold what is no character, which is shown by its number.
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def _head(editions: Sequence[_Edition]) -> Iterator[str]:
    telling = [one for one in editions if not one.calm]
    yield "<!doctype html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield "<title>Contact sheet</title>"
    yield f"<style>\n{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield "<header>"
    yield "<h1>Contact sheet</h1>"
    yield f"<p>{_summary(editions)}</p>"
    yield "</header>"
    # It stands beside what it filters, so that the style alone can do it.
    yield '<input type="checkbox" id="telling"><label for="telling">'
    yield f"Only those with warnings or failures ({len(telling)} of {len(editions)})</label>"
    yield "<main>"
    if not telling:
        yield '<p class="none">There are no warnings, and nothing has failed.</p>'
    yield from _contents(editions)


def _summary(editions: Sequence[_Edition]) -> str:
    count = sum(one.recipients or 1 for one in editions)
    said = _counted(report for one in editions for report in one.reports)
    return f"Editions: {count}. Files: {said}. Open a file by its name to see it whole."


def _counted(reports: Iterable[FileReport]) -> str:
    """Say how many files were built, are old, and failed."""
    counts = Counter(_STATUS[report.status] for report in reports)
    named = ("built", "OLD", "failed")
    return ", ".join(f"{counts[name]} {name}" for name in named if counts[name])


def _contents(editions: Sequence[_Edition]) -> Iterator[str]:
    yield '<nav aria-label="Bulletins">'
    yield "<ul>"
    for number, (bulletin, group) in enumerate(_by_bulletin(editions), 1):
        yield f'<li{_calm(group)}><a href="#bulletin-{number}">{escape(bulletin)}</a></li>'
    yield "</ul>"
    yield "</nav>"


def _by_bulletin(editions: Sequence[_Edition]) -> Iterator[tuple[str, tuple[_Edition, ...]]]:
    for bulletin, group in groupby(editions, key=lambda one: one.bulletin):
        yield bulletin, tuple(group)


def _calm(editions: Iterable[_Edition]) -> str:
    return ' class="calm"' if all(one.calm for one in editions) else ""


@dataclass(frozen=True, slots=True)
class _Hall:
    """Hangs the editions with their pictures."""

    gallery: Gallery
    shown: str

    def bulletins(self, editions: Sequence[_Edition]) -> Iterator[str]:
        """Give a section for each bulletin."""
        for number, (bulletin, group) in enumerate(_by_bulletin(editions), 1):
            yield f"<section{_calm(group)}>"
            yield f'<h2 id="bulletin-{number}">{escape(bulletin)}</h2>'
            for edition in group:
                yield from self._edition(edition)
            yield "</section>"

    def _edition(self, edition: _Edition) -> Iterator[str]:
        first = edition.reports[0]
        whom = f"for {edition.recipients} recipients" if edition.recipients else ""
        facts = " · ".join(filter(None, (first.language, first.layout, first.paper, whom)))
        yield f"<article{_calm([edition])}>"
        yield f"<h3>{escape(edition.office)} <small>{escape(facts)}</small></h3>"
        yield from _told(edition.problems, "error")
        yield from _told(edition.warnings, "warning")
        if edition.recipients:
            yield f"<p>{self._summed_up(edition)}</p>"
        else:
            yield '<div class="files">'
            for report in edition.reports:
                yield from self._file(report)
            yield "</div>"
        yield "</article>"

    def _summed_up(self, edition: _Edition) -> str:
        """Give recipients' files in a line: their folder, how many there are, the smallest type."""
        there = [report for report in edition.reports if report.status != "failed"]
        said = [_counted(edition.reports)]
        for format_ in dict.fromkeys(report.format for report in edition.reports):
            sizes = [one.size for one in there if one.format == format_ and one.size is not None]
            if sizes:
                said.append(f"{format_}: smallest type {min(sizes):g} pt")
        if there:
            folder = self._name(there[0]).rpartition("/")[0] + "/"
            said.insert(0, f'<a href="{quote(fsencode(folder))}">{escape(folder)}</a>')
        return " · ".join(said)

    def _name(self, report: FileReport) -> str:
        return report.file.removeprefix(f"{self.shown}/")

    def _file(self, report: FileReport) -> Iterator[str]:
        name = self._name(report)
        own = escape(name.removeprefix(f"{report.office}/"))
        yield f'<div class="file {escape(report.format)}">'
        if report.status == "failed":
            yield f"<h4>{own}</h4>"
        else:
            yield f'<h4><a href="{quote(fsencode(name))}">{own}</a></h4>'
        yield f"<p>{_facts(report)}</p>"
        pictures = self.gallery.of(report)
        if pictures:
            yield '<div class="pictures">'
            yield from _pictures(pictures, report)
            yield "</div>"
        yield "</div>"


def _facts(report: FileReport) -> str:
    status = _STATUS[report.status]
    said = [f'<strong class="{status}">{status}</strong>']
    if report.status == "old":
        said.append(f"built {escape(report.built)}, and a later build of it failed")
    elif report.status != "failed":
        said += [f"type {report.size:g} pt", f"{report.full or 0:.0%} full"]
    return " · ".join(said)


def _pictures(pictures: Sequence[Shown], report: FileReport) -> Iterator[str]:
    kind = "slide" if "slide" in report.format else "page"
    first = report.facts.get("slide", 1)
    for number, one in enumerate(pictures, first):
        words = escape(f"{kind.capitalize()} {number} of {report.bulletin} for {report.office}")
        yield (
            f'<img alt="{words}" width="{one.width}" height="{one.height}" loading="lazy" '
            f'decoding="async" src="data:image/jpeg;base64,{one.data}">'
        )


def _told(problems: Sequence[Problem], kind: str) -> Iterator[str]:
    if not problems:
        return
    yield f'<ul class="{kind}s">'
    for one in problems:
        place = f"<code>{escape(str(one.place))}</code> " if one.place else ""
        hint = f"<br><small>hint: {escape(one.hint)}</small>" if one.hint else ""
        yield f"<li><strong>{kind}</strong> {place}{escape(one.message)}{hint}</li>"
    yield "</ul>"
