"""One page for an office that says what each of its files is, and how it is printed and shown.

It is set as an insert is, in the office's language and look.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from printkit.batch.naming import file_name
from printkit.errors import Place, Problem, Refused
from printkit.loading import paper_size
from printkit.model.bulletin import Bulletin, Region, Request, Text
from printkit.model.formats import BILINGUAL, KNOWN_FORMATS, SHEET
from printkit.model.layout import Layout
from printkit.model.office import Office
from printkit.model.sheet import LEAFLET
from printkit.ordering import Order
from printkit.pipeline import make
from printkit.storeroom import Storeroom
from printkit.wording.handing import Handing, Part, handing_for

_NOWHERE = Place("")
_ROOMY = "a4"


def instruction(
    office: Office, layout: Layout, formats: Sequence[str], store: Storeroom
) -> tuple[str, bytes]:
    """Give the name and the content (PDF) of the page on these formats, or leaflets.

    It is on the office's paper, or on A4 where that is too small; Refused where neither will do.
    """
    language, handing = handing_for(office.language, *office.fallbacks)
    bulletin = Bulletin(
        identity=handing.file,
        file="",
        language=language,
        title=_text(handing.title),
        regions=tuple(_regions(handing, formats, layout)),
    )
    problems: tuple[Problem, ...] = ()
    for paper in dict.fromkeys((office.paper, _ROOMY)):
        screen = layout.slides.screen
        order = Order(
            bulletin, office, _plain(layout), paper, paper_size(paper), screen, ("insert",)
        )
        made = make(order, store)
        if made.files:
            return f"{handing.file}.pdf", made.files[0].data
        problems = made.problems
    raise Refused(*problems)


def _plain(layout: Layout) -> Layout:
    """Give a layout as it suits names of programs and menus, which are best not divided."""
    page = layout.page
    request = replace(page.styles["request"], align="left")
    undivided = replace(page.hyphenation, allowed=False)
    styles = {**page.styles, "request": request}
    return replace(layout, page=replace(page, styles=styles, hyphenation=undivided, spare="space"))


def _regions(handing: Handing, formats: Sequence[str], layout: Layout) -> Iterator[Region]:
    yield _region(handing.parts["first"])
    beside = layout.page.bilingual == "side-by-side"
    for name in (*KNOWN_FORMATS, LEAFLET):
        if name in formats:
            key = layout.page.bilingual if name == BILINGUAL and beside else name
            example = _example(SHEET if name == LEAFLET else name)
            yield replace(_region(handing.parts[key]), intro=_text(example))


def _region(part: Part) -> Region:
    requests = tuple(Request(_text(paragraph)) for paragraph in part.paragraphs)
    return Region(_text(part.heading), requests)


def _example(format_: str) -> str:
    """Give how a file's name of a format ends."""
    return file_name("", "…", format_, 1).removeprefix("/")


def _text(value: str) -> Text:
    return Text(value, _NOWHERE)
