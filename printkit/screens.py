"""What of an edition is shown: its slides as a deck, as pages, and as words, of the same frames."""

from collections.abc import Mapping
from dataclasses import replace

from printkit.advice import overset_deck
from printkit.export.deck.template import Template
from printkit.export.deck.writing import write_deck
from printkit.export.page.document import Supplies, write_pdf
from printkit.model.edition import Edition, Overset
from printkit.model.frame import Document, Text
from printkit.model.picture import Pixels
from printkit.ordering import Made, Order, Outcome
from printkit.pictures.medium import SCREEN
from printkit.pictures.showing import picture_warnings, pictures_of
from printkit.storeroom import Storeroom
from printkit.typeset.deck import Deck, DeckTools, typeset_deck
from printkit.typeset.spare import as_told
from printkit.wording.fixed import reading_time

# What is made of the slides' words alone, for worship programs to import.
WORDS = ("freeshow", "propresenter")


def make_slides(edition: Edition, order: Order, store: Storeroom, *, counted: bool) -> Outcome:
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
        facts["spare"] = as_told(made.spare)
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
        if name in WORDS
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


def _fullness(deck: Deck) -> float:
    """Give how full the fullest slide's body is."""
    parts = []
    for frame in deck.document.frames:
        for item in frame.items:
            if isinstance(item, Text) and deck.document.elements[item.element].role == "body":
                last = item.lines[-1].baseline if item.lines else item.box.top
                parts.append((last - item.box.top) / item.box.height)
    return round(min(1.0, max(parts, default=0.0)), 3)
