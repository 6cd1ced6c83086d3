"""Writing a deck: the template's parts as they are, and this edition's slides, notes, pictures."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from printkit.export.deck import presentation
from printkit.export.deck.markup import RELATIONSHIPS, relationships
from printkit.export.deck.notes import notes_slide
from printkit.export.deck.package import CONTENT_TYPES, Part, assemble, deflated, known, stored
from printkit.export.deck.placeholders import LAYOUT_NAMES
from printkit.export.deck.slides import Surroundings, picture_keys, slide
from printkit.export.deck.template import Template
from printkit.model.frame import Document, Frame
from printkit.model.picture import Pixels
from printkit.units import emu

NO_DATE = "2000-01-01T00:00:00Z"

_ENDINGS = {"JPEG": "jpg", "PNG": "png"}
_SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
_LAYOUT_NUMBERS = {frame: number for number, frame in enumerate(LAYOUT_NAMES, 1)}


def write_deck(
    document: Document,
    template: Template,
    pictures: Mapping[str, Pixels],
    modified: str = NO_DATE,
) -> bytes:
    """Give the deck's bytes (PPTX), the same for the same arguments.

    The frames are the slides, of the template's size and named as in PLACEHOLDERS; `pictures` holds
    the pixels by the images' keys; `modified` is the date that the properties show (W3CDTF, UTC).
    """
    _fitting(document, template)
    media = _media_names(document, pictures)
    parts = [*template.parts, *_document_parts(document, template, modified)]
    parts += [stored(f"ppt/media/{name}", pictures[key].data) for key, name in media.items()]
    for number, frame in enumerate(document.frames, 1):
        parts += _slide_parts(number, frame, document, template, media)
    parts.append(known(CONTENT_TYPES, presentation.content_types(parts)))
    return assemble(parts)


def _fitting(document: Document, template: Template) -> None:
    """Refuse frames that no slide of the template can hold."""
    screen = (emu(template.screen.width), emu(template.screen.height))
    for number, frame in enumerate(document.frames, 1):
        if frame.name not in LAYOUT_NAMES:
            raise ValueError(f"no slide layout for frame {number}, `{frame.name}`")
        if (emu(frame.width), emu(frame.height)) != screen:
            raise ValueError(f"frame {number} is not of the template's size")


def _media_names(document: Document, pictures: Mapping[str, Pixels]) -> dict[str, str]:
    """Give each picture's file name by its key, numbered in the order of the slides."""
    keys = dict.fromkeys(key for frame in document.frames for key in picture_keys(frame))
    return {
        key: f"image{number}.{_ENDINGS[pictures[key].format]}" for number, key in enumerate(keys, 1)
    }


def _document_parts(document: Document, template: Template, modified: str) -> tuple[Part, ...]:
    slides = len(document.frames)
    return (
        known("_rels/.rels", presentation.package_relationships()),
        known(
            "docProps/core.xml",
            presentation.core_properties(document, modified),
            presentation.CORE_TYPE,
        ),
        known(
            "docProps/app.xml",
            presentation.application_properties(document),
            presentation.APPLICATION_TYPE,
        ),
        known(
            "ppt/presentation.xml",
            presentation.presentation(template.screen, document),
            presentation.PRESENTATION_TYPE,
        ),
        known("ppt/_rels/presentation.xml.rels", presentation.presentation_relationships(slides)),
    )


def _slide_parts(
    number: int, frame: Frame, document: Document, template: Template, media: Mapping[str, str]
) -> Iterator[Part]:
    """Give a slide and its notes page, each with its relationships."""
    relations = {key: f"rId{n}" for n, key in enumerate(picture_keys(frame), 3)}
    content = slide(frame, Surroundings(document.elements, template.slots, relations))
    targets = {
        "rId1": ("slideLayout", f"../slideLayouts/slideLayout{_LAYOUT_NUMBERS[frame.name]}.xml")
    }
    if frame.notes:
        targets["rId2"] = ("notesSlide", f"../notesSlides/notesSlide{number}.xml")
        yield from _notes_parts(number, frame, document.language)
    targets |= {
        identifier: ("image", f"../media/{media[key]}") for key, identifier in relations.items()
    }
    yield deflated(f"ppt/slides/slide{number}.xml", content, _SLIDE_TYPE)
    yield _related(f"ppt/slides/_rels/slide{number}.xml.rels", tuple(targets.items()))


def _notes_parts(number: int, frame: Frame, language: str) -> Iterator[Part]:
    name = f"notesSlide{number}.xml"
    targets = {
        "rId1": ("notesMaster", "../notesMasters/notesMaster1.xml"),
        "rId2": ("slide", f"../slides/slide{number}.xml"),
    }
    yield deflated(f"ppt/notesSlides/{name}", notes_slide(frame.notes, language), _NOTES_TYPE)
    yield _related(f"ppt/notesSlides/_rels/{name}.rels", tuple(targets.items()))


@lru_cache(maxsize=500)
def _related(name: str, targets: tuple[tuple[str, tuple[str, str]], ...]) -> Part:
    """Give a part's relationships, by their identifiers: kind and target."""
    named = {
        identifier: (f"{RELATIONSHIPS}/{kind}", target) for identifier, (kind, target) in targets
    }
    return deflated(name, relationships(named))
