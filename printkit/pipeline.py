"""The story of one edition: its words are set, typeset, drawn, and read back.

An edition is a pure function of its order: the same order gives the same bytes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from printkit.advice import language_warnings
from printkit.collecting import collector_paused
from printkit.errors import Problem, Refused
from printkit.model.bulletin import Bulletin
from printkit.model.edition import Edition, Wording
from printkit.model.paper import SCREENS
from printkit.model.picture import Code, Pixels
from printkit.ordering import Made, Order, Outcome, sized
from printkit.pictures.code import code_of
from printkit.pictures.preparing import size
from printkit.pieces import (
    make_bilingual,
    make_insert,
    make_large_print,
    make_sheet,
    make_two_sided,
    on_paper,
)
from printkit.screens import WORDS, make_slides
from printkit.storeroom import Storeroom
from printkit.wording.editions import wording_for, words_of


def make(
    order: Order,
    store: Storeroom,
    *,
    verified: bool = False,
    counted: bool = False,
    pictured: bool = False,
) -> Outcome:
    """Make an edition: all the files that were ordered, or none.

    They are read back where they shall be `verified`, their words to spare are `counted`, and
    small pictures of them made where they shall be `pictured`.
    """
    with collector_paused():
        return _made(order, store, verified=verified, counted=counted, pictured=pictured)


def _made(
    order: Order, store: Storeroom, *, verified: bool, counted: bool, pictured: bool
) -> Outcome:
    try:
        edition = edition_of(order, store)
        needed = (one for name in order.formats for one in _SOURCES.get(name, (name,)))
        sources = tuple(dict.fromkeys(needed))
        # A deck is shown by its slides' own PDF, made of the same frames.
        beside = {"slides-pdf"} - set(sources) if pictured and "slides" in sources else ()
        drawn = replace(order, formats=(*sources, *beside))
        makers = dict.fromkeys(_MAKERS[name] for name in sources)
        made = [maker(edition, drawn, store, counted=counted) for maker in makers]
        problems = tuple(problem for outcome in made for problem in outcome.problems)
        known = (*order.warnings, *language_warnings(edition))
        found = {
            file.format: replace(file, warnings=(*known, *outcome.warnings))
            for outcome in made
            for file in outcome.files
        }
        ordered = () if problems else order.formats
        files = tuple(file for name in ordered for file in _as_ordered(name, found, edition))
        if pictured:
            files = tuple(replace(file, pictures=_pictures(file, found)) for file in files)
    except Refused as refusal:
        return Outcome((), refusal.problems)
    warnings = (*known, *(w for outcome in made for w in outcome.warnings))
    if verified and not problems:
        # A picture's words cannot be read, so what it was made from is read back in any case.
        read = (found[name] for name in sources if name in found)
        whole = {(file.format, file.number): file for file in (*read, *files)}
        problems = tuple(_read_back(whole.values(), edition, order))
    return Outcome(() if problems else files, problems, warnings)


def _read_back(files: Iterable[Made], edition: Edition, order: Order) -> Iterator[Problem]:
    from printkit.proof import read_back  # noqa: PLC0415 - loaded only for reading back

    for file in files:
        own = sized(order, file.format)
        yield from read_back(file.format, file.data, on_paper(edition, own))


def edition_of(order: Order, store: Storeroom) -> Edition:
    """Give the edition that an order describes, in the words that will be set."""
    bulletin, office = order.bulletin, order.office
    table = store.locale(bulletin.language, office.language)
    wording = wording_for(bulletin, table, office.references)
    _refuse_unsettable(bulletin, wording, store)
    language = table.locale.replace("_", "-")
    shown = [region.picture.file for region in bulletin.regions if region.picture]
    shown += [office.logo.file] if office.logo else []
    return Edition(
        bulletin=bulletin,
        words=words_of(bulletin, language),
        office=office,
        layout=order.layout,
        wording=wording,
        paper=order.paper,
        screen=SCREENS[order.screen],
        pictures={str(file): size(file) for file in shown},
        code=_code(order),
        imposing=order.imposing,
        recipient=order.recipient,
        second=_other_side(order, store),
    )


def _other_side(order: Order, store: Storeroom) -> Edition | None:
    """Give the other side of a bilingual edition, for the same church."""
    if order.second is None:
        return None
    return edition_of(replace(order.second, recipient=order.recipient), store)


def _refuse_unsettable(bulletin: Bulletin, wording: Wording, store: Storeroom) -> None:
    """Refuse words that the language adds, such as its date, and that no available font can set."""
    for said in (wording.date, wording.opening, wording.closing, wording.reference):
        for letter in "" if said.isascii() else said:
            if not (letter.isascii() or letter.isspace() or store.has_character(letter)):
                raise Refused(
                    Problem(
                        f"`{letter}` (U+{ord(letter):04X}) in `{said}`, as `{bulletin.language}` "
                        "writes it, is in no available font",
                        bulletin.title.place,
                        "leave out the date, or write the bulletin in another language",
                    )
                )


_MAKERS = {
    "insert": make_insert,
    "sheet": make_sheet,
    "two-sided": make_two_sided,
    "large-print": make_large_print,
    "bilingual": make_bilingual,
    **dict.fromkeys(("slides", "slides-pdf", "leader", *WORDS), make_slides),
}
# What is made from another format's file, which is made once for both.
_SOURCES = {
    "insert-png": ("insert",),
    "slides-png": ("slides-pdf",),
    "leader": ("slides-pdf", "leader"),
}
# What shows a file in pictures that is no PDF itself.
_SHOWN_AS = {"slides": "slides-pdf", "insert-png": "insert", "slides-png": "slides-pdf"}


def _pictures(file: Made, found: dict[str, Made]) -> tuple[Pixels, ...]:
    """Give the small pictures of a file; none of one that is words alone."""
    from printkit.export.picture.small import small_pictures  # noqa: PLC0415 - not for `check`

    if file.format in WORDS:
        return ()
    return small_pictures(found[_SHOWN_AS.get(file.format, file.format)].data, file.number)


def _as_ordered(name: str, found: dict[str, Made], edition: Edition) -> Iterator[Made]:
    """Give the files that were ordered, where need be as pictures of the file they come from."""
    if name in found:
        yield found[name]
    elif name == "insert-png":
        from printkit.export.picture.page import (  # noqa: PLC0415 - seldom ordered
            DOTS_PER_INCH,
            page_picture,
        )

        page = found["insert"]
        facts = {**page.facts, "dpi": DOTS_PER_INCH}
        yield replace(page, format=name, data=page_picture(page.data), facts=facts)
    else:
        yield from _slides_in_pictures(found["slides-pdf"], edition)


def _slides_in_pictures(slides: Made, edition: Edition) -> Iterator[Made]:
    """Give the picture of each slide; the first tells the words to spare for all."""
    from printkit.export.picture.slides import (  # noqa: PLC0415 - seldom ordered
        slide_pictures,
        slide_pixels,
    )

    facts = slides.facts | {"pixels": list(slide_pixels(edition.screen))}
    for number, data in enumerate(slide_pictures(slides.data), 1):
        told = facts | {"slide": number}
        yield replace(slides, format="slides-png", data=data, pages=1, facts=told, number=number)
        facts.pop("spare", None)


def _code(order: Order) -> Code | None:
    """Give the code of the office's link; Refused where it is too long for the layout's size."""
    side, office = order.layout.page.code, order.office
    return code_of(office.link, side, office.place) if side and office.link else None
