"""Reading an edition's files back: each is held against the bulletin as its author wrote it."""

from dataclasses import replace
from functools import partial

from printkit.errors import Problem
from printkit.export.picture.page import check_picture
from printkit.export.picture.slides import check_slide_picture
from printkit.model.bulletin import Region
from printkit.model.edition import Edition
from printkit.model.formats import IMPOSED, SHEET
from printkit.typeset.notes import cue_notes
from printkit.verify.expected import Expected
from printkit.verify.faces import check_two_sided, face_problems
from printkit.verify.large_print import check_large_print
from printkit.verify.leader import check_leader
from printkit.verify.witness import (
    check_deck,
    check_page,
    check_slide_pages,
    shortened_on_pages,
    shortened_on_slides,
)
from printkit.verify.worship import check_freeshow, check_propresenter
from printkit.wording.editions import words_of
from printkit.wording.fixed import reading_time


def read_back(format_: str, data: bytes, edition: Edition) -> tuple[Problem, ...]:
    """Read a file of an edition back and hold it against the bulletin as it was written.

    A picture is held against its paper or screen alone: its words cannot be read.
    """
    if format_ == "insert-png":
        return check_picture(data, edition.paper)
    if format_ == "slides-png":
        return check_slide_picture(data, edition.screen)
    if edition.imposing and format_ in IMPOSED:
        return _read_sheet(format_, data, edition)
    expected = _expected(edition)
    if format_ == "slides-pdf":
        return check_slide_pages(data, replace(expected, paper=edition.screen))
    if format_ == "leader":
        return check_leader(data, expected, partial(_reading_time, edition))
    return _CHECKS[format_](data, expected)


def _read_sheet(format_: str, data: bytes, edition: Edition) -> tuple[Problem, ...]:
    from printkit.imposition.placing import impose_pieces  # noqa: PLC0415 - seldom read
    from printkit.verify.sheets import check_sheet, insert_problems  # noqa: PLC0415 - as above

    imposing = edition.imposing
    if imposing is None:
        return (Problem("is a sheet, and nothing is known of what it is made of"),)
    sides, judge = (1, insert_problems) if format_ == SHEET else (2, face_problems)
    return check_sheet(data, _expected(edition), impose_pieces(sides, imposing), judge)


_CHECKS = {
    "insert": check_page,
    "two-sided": check_two_sided,
    "large-print": check_large_print,
    "slides": check_deck,
    "freeshow": check_freeshow,
    "propresenter": check_propresenter,
}


def _reading_time(edition: Edition, region: Region) -> str:
    """Give the line that says how long a region takes to read aloud."""
    alone = replace(edition.bulletin, regions=(region,), scripture=None, picture=None)
    (said,) = words_of(alone, edition.words.language).regions
    return cue_notes(said, edition, lambda words: reading_time(words, edition.wording.locale))[1]


def shortened(format_: str, data: bytes, edition: Edition) -> tuple[Problem, ...]:
    """Give a note for each request that a slide shows the first sentences of, as it may."""
    if format_ == "slides-pdf":
        return shortened_on_pages(data, _expected(edition))
    return shortened_on_slides(data, _expected(edition)) if format_ == "slides" else ()


def _expected(edition: Edition) -> Expected:
    layout, office, code = edition.layout, edition.office, edition.code
    return Expected(
        bulletin=edition.bulletin,
        wording=edition.wording,
        imprint=edition.imprint,
        church=edition.recipient.line if edition.recipient else "",
        mark=layout.page.mark,
        cover=layout.slides.cover,
        paper=edition.paper,
        overset=layout.slides.overset,
        praise=layout.slides.praise,
        last=office.name if layout.slides.last else None,
        figures=(office.logo.alt if office.logo else "", code.words if code else ""),
    )
