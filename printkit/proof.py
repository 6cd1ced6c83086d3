"""Reading an edition's files back: each is held against the bulletin as its author wrote it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from printkit.errors import Problem, Refused
from printkit.export.picture.page import check_picture
from printkit.export.picture.slides import check_slide_picture
from printkit.model.bulletin import Region
from printkit.model.edition import Edition
from printkit.model.formats import BILINGUAL, IMPOSED, SHEET
from printkit.model.sheet import Imposing, Sheet
from printkit.typeset.notes import cue_notes
from printkit.verify.bilingual import Both, bilingual_problems, check_bilingual
from printkit.verify.expected import Expected
from printkit.verify.faces import PANELS, check_two_sided, face_problems, leaflet_problems
from printkit.verify.large_print import check_large_print
from printkit.verify.leader import check_leader
from printkit.verify.sheets import Judge, check_sheet, insert_problems
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
    if edition.imposing and format_ in IMPOSED:
        return _read_sheet(format_, data, edition)
    if format_ in _READERS:
        return _READERS[format_](data, edition)
    return _CHECKS[format_](data, _expected(edition))


def _read_slide_pages(data: bytes, edition: Edition) -> tuple[Problem, ...]:
    return check_slide_pages(data, replace(_expected(edition), paper=edition.screen))


def _read_leader(data: bytes, edition: Edition) -> tuple[Problem, ...]:
    return check_leader(data, _expected(edition), partial(_reading_time, edition))


def _read_sheet(format_: str, data: bytes, edition: Edition) -> tuple[Problem, ...]:
    from printkit.imposition.placing import impose_pieces  # noqa: PLC0415 - seldom read

    imposing = edition.imposing
    if imposing is None:
        return (Problem("is a sheet, and nothing is known of what it is made of"),)
    sheet = impose_pieces(_frames(format_, edition, imposing), imposing)
    return check_sheet(data, _expected(edition), sheet, _judge(format_, edition, sheet))


def _frames(format_: str, edition: Edition, imposing: Imposing) -> int:
    """Give how many frames a sheet's piece has."""
    if format_ == SHEET:
        return PANELS if imposing.folded else 1
    return 1 if format_ == BILINGUAL and _is_beside(edition) else 2


def _judge(format_: str, edition: Edition, sheet: Sheet) -> Judge:
    """Give what reads the piece that a sheet tells."""
    if format_ == SHEET:
        return leaflet_problems if sheet.folds else insert_problems
    if format_ == "two-sided":
        return face_problems
    return _judge_beside(edition, sheet) if _is_beside(edition) else _judge_of(_both(edition))


def _judge_of(both: Both) -> Judge:
    return lambda data, texts, _: bilingual_problems(data, texts, both)


def _judge_beside(edition: Edition, sheet: Sheet) -> Judge:
    from printkit.verify.side_by_side import judge_of_copy  # noqa: PLC0415 - seldom read

    return judge_of_copy(_both(edition), sheet.sides[0].placed[0].box)


def _read_bilingual(data: bytes, edition: Edition) -> tuple[Problem, ...]:
    if not _is_beside(edition):
        return check_bilingual(data, _both(edition))
    from printkit.verify.side_by_side import check_side_by_side  # noqa: PLC0415 - seldom read

    return check_side_by_side(data, _both(edition))


def _is_beside(edition: Edition) -> bool:
    return edition.layout.page.bilingual == "side-by-side"


def _both(edition: Edition) -> Both:
    """Give what is expected of both sides of a bilingual edition, or of both columns of a page."""
    second = edition.second
    if second is None:
        raise Refused(Problem("is bilingual, and nothing is known of its other side"))
    if _is_beside(edition):
        from printkit.model.once import without_repeats  # noqa: PLC0415 - seldom read

        second = without_repeats(edition, second)
    return _expected(edition), _expected(second)


# What is read with more than the words of one bulletin, or with other things than words.
_READERS: dict[str, Callable[[bytes, Edition], tuple[Problem, ...]]] = {
    "insert-png": lambda data, edition: check_picture(data, edition.paper),
    "slides-png": lambda data, edition: check_slide_picture(data, edition.screen),
    "slides-pdf": _read_slide_pages,
    "leader": _read_leader,
    BILINGUAL: _read_bilingual,
}
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
