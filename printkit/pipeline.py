"""The story of one edition: its words are set, typeset, drawn, and read back.

An edition is a pure function of its order: the same order gives the same bytes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from printkit.advice import language_warnings, overset_deck, overset_page, size_warnings
from printkit.collecting import collector_paused
from printkit.errors import Problem, Refused
from printkit.export.deck.template import Template
from printkit.export.deck.writing import write_deck
from printkit.export.page.document import Supplies, write_pdf
from printkit.model.bulletin import Bulletin
from printkit.model.edition import Edition, Overset, Wording
from printkit.model.formats import FORMATS
from printkit.model.frame import Document, Text
from printkit.model.layout import Layout
from printkit.model.office import Office
from printkit.model.paper import PAPERS, SCREENS, Size
from printkit.model.picture import Code, Pixels
from printkit.model.recipient import Recipient
from printkit.model.sheet import Imposing
from printkit.pictures.code import code_of
from printkit.pictures.medium import PAPER, SCREEN
from printkit.pictures.preparing import size
from printkit.pictures.showing import picture_warnings, pictures_of
from printkit.storeroom import Storeroom
from printkit.typeset.deck import Deck, DeckTools, typeset_deck
from printkit.typeset.insert import Insert, typeset_insert
from printkit.typeset.spare import Spare
from printkit.typeset.story import Tools
from printkit.wording.editions import wording_for, words_of
from printkit.wording.fixed import reading_time


@dataclass(frozen=True, slots=True)
class Order:
    """One edition to make: the bulletin in the language that is set, for whom, and how.

    `paper_name` and `screen` name the paper and the screen's shape; `paper` is the paper's size.
    `warnings` are what planning has found; `imposing` is what is asked of sheets, and `recipient`
    the church it is for, if it is for one.
    """

    bulletin: Bulletin
    office: Office
    layout: Layout
    paper_name: str
    paper: Size
    screen: str
    formats: tuple[str, ...] = FORMATS
    warnings: tuple[Problem, ...] = ()
    imposing: Imposing | None = None
    recipient: Recipient | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """One file of an edition, not yet written: sizes in points, `full` from 0 to 1.

    `number` counts the files of a format that has one for each slide, from 1. `warnings` are those
    of this file and of the whole edition. `pictures` show its pages or slides in small.
    """

    format: str
    data: bytes
    size: float
    full: float
    pages: int
    facts: dict[str, object] = field(default_factory=dict)
    number: int = 0
    warnings: tuple[Problem, ...] = ()
    pictures: tuple[Pixels, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an order: files, or the problems that stood in the way; and the warnings."""

    files: tuple[Made, ...]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


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
        problems = tuple(_read_back(whole.values(), edition))
    return Outcome(() if problems else files, problems, warnings)


def _read_back(files: Iterable[Made], edition: Edition) -> Iterator[Problem]:
    from printkit.proof import read_back  # noqa: PLC0415 - loaded only for reading back

    for file in files:
        yield from read_back(file.format, file.data, edition)


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
    )


def _refuse_unsettable(bulletin: Bulletin, wording: Wording, store: Storeroom) -> None:
    """Refuse words that the language adds, such as its date, and that no available font can set."""
    for said in (wording.date, wording.opening, wording.closing, wording.reference):
        for letter in "" if said.isascii() else said:
            if not letter.isspace() and not store.has_character(letter):
                raise Refused(
                    Problem(
                        f"`{letter}` (U+{ord(letter):04X}) in `{said}`, as `{bulletin.language}` "
                        "writes it, is in no available font",
                        bulletin.title.place,
                        "leave out the date, or write the bulletin in another language",
                    )
                )


def _make_insert(edition: Edition, order: Order, store: Storeroom, *, counted: bool) -> Outcome:
    return _set_page(edition, order.paper_name, store, ("insert", _page), counted=counted)


def _make_sheet(edition: Edition, order: Order, store: Storeroom, *, counted: bool) -> Outcome:
    """Make a sheet of the insert on its piece of the paper."""
    from printkit.sheets import sheet_file  # noqa: PLC0415 - seldom ordered

    imposing = order.imposing
    if imposing is None:
        raise ValueError("a sheet is ordered without what is asked of it")
    piece = replace(edition, paper=imposing.piece)

    def drawn(document: Document, supplies: Supplies) -> _File:
        made = sheet_file(document, imposing, supplies)
        return made.data, made.pages, made.facts

    return _set_page(piece, imposing.piece_name, store, ("sheet", drawn), counted=counted)


# A file's bytes, how many pages it has, and what else the report says of it.
_File = tuple[bytes, int, dict[str, object]]


def _page(document: Document, supplies: Supplies) -> _File:
    return write_pdf(document, supplies), len(document.frames), {}


def _set_page(
    edition: Edition,
    paper_name: str,
    store: Storeroom,
    drawn: tuple[str, Callable[[Document, Supplies], _File]],
    *,
    counted: bool,
) -> Outcome:
    """Set an edition's page on its paper, and draw it: as a format, by a function."""
    language = edition.words.language
    layout = edition.layout
    known = store.known_words(layout, language)
    hyphenator = store.hyphenator(language, layout)
    tools = Tools(store.shaper(layout), hyphenator, known, store.ties(language))
    made = typeset_insert(edition, tools, counted=counted)
    if isinstance(made, Overset):

        def try_paper(name: str) -> Insert | Overset:
            return typeset_insert(replace(edition, paper=PAPERS[name]), tools)

        return Outcome((), (overset_page(edition, made, try_paper, paper_name),))
    pictures = pictures_of(made.document, PAPER, store.pictures)
    format_, draw = drawn
    data, pages, told = draw(made.document, Supplies(store.page_constants, store.font, pictures))
    facts: dict[str, object] = {"leading": round(made.leading, 3), "rung": made.rung, **told}
    if counted:
        facts |= {"comfortable": layout.page.comfortable, "spare": _plain(made.spare)}
    file = Made(format_, data, made.size, made.full, pages, facts)
    seen = picture_warnings(made.document, pictures, edition, PAPER)
    return Outcome((file,), (), (*size_warnings(made, edition), *seen))


def _make_slides(edition: Edition, order: Order, store: Storeroom, *, counted: bool) -> Outcome:
    """Make what is ordered of the deck, its slides' PDF, and their words, of the same frames."""
    wording = edition.wording
    known = store.known_words(edition.layout, edition.words.language, plain=True)
    tools = DeckTools(
        store.shaper(edition.layout, plain=True),
        lambda words: reading_time(words, wording.locale),
        known,
    )
    made = typeset_deck(edition, tools, counted=counted)
    if isinstance(made, Overset):
        return Outcome((), (overset_deck(edition, made),))
    screen = replace(SCREEN, ground=order.layout.colours[order.layout.slides.ground])
    pictures = pictures_of(made.document, screen, store.pictures)
    facts: dict[str, object] = {"sizes": list(made.sizes)}
    if counted:
        facts["spare"] = _plain(made.spare)
    slides = Made("", b"", min(made.sizes), _fullness(made), len(made.document.frames), facts)
    files = []
    if "slides" in order.formats:
        template = Template.from_bytes(store.template(order.layout, edition.screen))
        data = write_deck(made.document, template, pictures)
        files.append(replace(slides, format="slides", data=data))
    if "slides-pdf" in order.formats:
        data = _drawn(made, edition, pictures, store)
        files.append(replace(slides, format="slides-pdf", data=data))
        if "leader" in order.formats:
            files.append(_led(data, made, edition, store))
    files += [
        replace(slides, format=name, data=_words(name, made.document))
        for name in order.formats
        if name in _WORDS
    ]
    seen = picture_warnings(made.document, pictures, edition, screen)
    return Outcome(tuple(files), (), (*made.warnings, *seen))


def _drawn(made: Deck, edition: Edition, pictures: Mapping[str, Pixels], store: Storeroom) -> bytes:
    """Give the slides as pages (PDF)."""
    from printkit.typeset.slidepictures import drawn_slides  # noqa: PLC0415 - seldom ordered

    known = store.known_on_slides(edition.layout)
    drawn = drawn_slides(made.document, store.shaper(edition.layout), known)
    return write_pdf(drawn, Supplies(store.page_constants, store.font, pictures))


def _led(slides: bytes, made: Deck, edition: Edition, store: Storeroom) -> Made:
    """Give the leader's edition of slides (PDF)."""
    from printkit.leader import leader_file  # noqa: PLC0415 - seldom ordered

    led = leader_file(slides, made.regions, edition, store)
    return Made("leader", led.data, led.size, led.full, led.pages)


def _words(name: str, document: Document) -> bytes:
    """Give the slides' words as a worship program imports them."""
    from printkit.export.worship.freeshow import freeshow_text  # noqa: PLC0415 - seldom ordered
    from printkit.export.worship.propresenter import propresenter_text  # noqa: PLC0415 - likewise

    return (freeshow_text if name == "freeshow" else propresenter_text)(document)


# What is made of the slides' words alone, for worship programs to import.
_WORDS = ("freeshow", "propresenter")
_MAKERS = {
    "insert": _make_insert,
    "sheet": _make_sheet,
    **dict.fromkeys(("slides", "slides-pdf", "leader", *_WORDS), _make_slides),
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

    data = found[_SHOWN_AS.get(file.format, file.format)].data
    return small_pictures(data, file.number) if data.startswith(b"%PDF-") else ()


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


def _plain(spare: tuple[Spare, ...]) -> list[dict[str, object]]:
    return [{"region": one.region, "words": one.words} for one in spare]


def _fullness(deck: Deck) -> float:
    """Give how full the fullest slide's body is."""
    parts = []
    for frame in deck.document.frames:
        for item in frame.items:
            if isinstance(item, Text) and deck.document.elements[item.element].role == "body":
                last = item.lines[-1].baseline if item.lines else item.box.top
                parts.append((last - item.box.top) / item.box.height)
    return round(min(1.0, max(parts, default=0.0)), 3)


def _code(order: Order) -> Code | None:
    """Give the code of the office's link; Refused where it is too long for the layout's size."""
    side, office = order.layout.page.code, order.office
    return code_of(office.link, side, office.place) if side and office.link else None
