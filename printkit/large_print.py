"""The large-print edition: its face is chosen for all of its words, then it is set and drawn."""

from dataclasses import dataclass

from printkit.errors import Problem, Refused
from printkit.export.page.document import Supplies, write_pdf
from printkit.fonts.catalogue import FAMILIES, HYPERLEGIBLE
from printkit.model.edition import Edition, Overset
from printkit.model.layout import Face, Layout
from printkit.pictures.medium import PAPER
from printkit.pictures.showing import picture_warnings, pictures_of
from printkit.storeroom import Storeroom
from printkit.typeset.largeprint import PAGES_OF_A_SHEET, typeset_large_print
from printkit.typeset.largestyles import BODY
from printkit.typeset.story import Tools
from printkit.units import POINTS_PER_INCH


@dataclass(frozen=True, slots=True)
class LargePrintFile:
    """A large-print edition (PDF): type size in points, pages and sheets, and how full they are."""

    data: bytes
    size: float
    full: float
    pages: int
    sheets: int
    warnings: tuple[Problem, ...]


def large_print_file(edition: Edition, store: Storeroom) -> LargePrintFile:
    """Give an edition in large print; Refused where the paper has no room for a line."""
    language, layout = edition.words.language, edition.layout
    known = store.known_words(layout, language)
    tools = Tools(store.shaper(layout), None, known, store.ties(language))
    made = typeset_large_print(edition, tools, family_for(edition, store))
    if isinstance(made, Overset):
        raise Refused(
            Problem(
                f"large print does not fit {edition.paper.width / POINTS_PER_INCH:g} by "
                f"{edition.paper.height / POINTS_PER_INCH:g} inches at {made.smallest:g} pt",
                edition.bulletin.title.place,
                "give the office a larger `paper`",
            )
        )
    pictures = pictures_of(made.document, PAPER, store.pictures)
    pages = len(made.document.frames)
    supplies = Supplies(store.page_constants, store.font, pictures)
    data = write_pdf(made.document, supplies, turned=pages > 1)
    seen = tuple(picture_warnings(made.document, pictures, edition, PAPER))
    return LargePrintFile(data, BODY, made.full, pages, -(-pages // PAGES_OF_A_SHEET), seen)


def family_for(edition: Edition, store: Storeroom) -> str:
    """Give the family made for readers of low vision, or a sans serif one where it lacks a letter.

    One family sets the whole edition: a letter of another among its words is what they stumble at.
    """
    letters = {letter for letter in _words(edition) if not letter.isspace()}
    known = store.face(Face(HYPERLEGIBLE)).characters
    return HYPERLEGIBLE if {ord(one) for one in letters} <= known else _sans(edition.layout)


def _words(edition: Edition) -> str:
    """Give all that is printed, in one row."""
    words, wording, page = edition.words, edition.wording, edition.layout.page
    said = [words.title, wording.date, wording.opening, wording.closing, wording.reference]
    said += [wording.footnote, page.mark, *edition.imprint]
    said += [words.scripture.text] if words.scripture else []
    for region in words.regions:
        said += [region.name, region.intro or "", *(one.text for one in region.requests)]
    pictures = (words.picture, *(region.picture for region in words.regions))
    said += [one.credit for one in pictures if one and one.credit]
    return "".join(map(str, said))


def _sans(layout: Layout) -> str:
    """Give the first of the layout's families that is sans serif: its requests' own, if it is."""
    families = (layout.page.styles["request"].face.family, *layout.fallbacks, *FAMILIES)
    return next(name for name in families if not FAMILIES[name].serif)
