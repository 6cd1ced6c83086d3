"""Writing the contact sheet at the end of a run, if it is another than the one that is there."""

from collections.abc import Sequence
from dataclasses import replace

from printkit.batch.contact import NAME, contact_sheet
from printkit.batch.gallery import Gallery
from printkit.batch.report import FileReport
from printkit.batch.scratch import Scratch
from printkit.batch.way import Way
from printkit.errors import Place, Problem, Refused


def exhibit(reports: Sequence[FileReport], gallery: Gallery, way: Way) -> tuple[Problem, ...]:
    """Write the sheet of a run's files; give what stood in the way. Of no files there is none."""
    if all(report.status == "failed" for report in reports):
        return ()
    scratch = Scratch(way.output)
    try:
        shown = [_published(report) for report in reports] if way.web else reports
        sheet = contact_sheet(shown, gallery, way.shown)
        scratch.renew(way.output / NAME, lambda: iter((sheet,)))
    except Refused as refusal:
        return refusal.problems
    finally:
        scratch.close()
    return ()


def _published(report: FileReport) -> FileReport:
    """Give a report whose problems quote nothing: what is quoted may be what is left out."""
    place = Place(report.source)
    untold = Problem("has errors, which are told where it was built", place)
    return replace(report, problems=(untold,) if report.problems else ())
