"""Writing the contact sheet at the end of a run, if it is another than the one that is there."""

from collections.abc import Sequence

from printkit.batch.contact import NAME, contact_sheet
from printkit.batch.gallery import Gallery
from printkit.batch.report import FileReport
from printkit.batch.scratch import Scratch
from printkit.batch.way import Way
from printkit.errors import Problem, Refused


def exhibit(reports: Sequence[FileReport], gallery: Gallery, way: Way) -> tuple[Problem, ...]:
    """Write the sheet of a run's files; give what stood in the way. Of no files there is none."""
    if all(report.status == "failed" for report in reports):
        return ()
    scratch = Scratch(way.output)
    try:
        sheet = contact_sheet(reports, gallery, way.shown)
        scratch.renew(way.output / NAME, lambda: iter((sheet,)))
    except Refused as refusal:
        return refusal.problems
    finally:
        scratch.close()
    return ()
