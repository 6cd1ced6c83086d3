"""What a file says, in lines: a page as a screen reader would say it, a deck with its notes."""

from collections.abc import Iterator, Mapping

from printkit.errors import Refused
from printkit.verify.deck_reader import SlideText, read_deck
from printkit.verify.tags import LINK, Place, Tag, read_tags

_STEP = "  "
_GROUPS = {"BlockQuote": "quotation", "Caption": "caption", "Sect": "section"}
_UNSAID = str.maketrans("", "", "\u00ad\u200b")


def outline_of_page(data: bytes) -> tuple[str, ...]:
    """Give what an insert (PDF) says, indented by what stands in what; nothing where it cannot."""
    try:
        tagged = read_tags(data)
    except Refused:
        return ()
    return tuple(line for tag in tagged.tags for line in _outline(tag, tagged.places))


def outline_of_deck(data: bytes) -> tuple[str, ...]:
    """Give each slide's title, texts and notes (PPTX); nothing where they cannot be read."""
    try:
        slides = read_deck(data)
    except Refused:
        return ()
    return tuple(line for number, one in enumerate(slides, 1) for line in _slide(number, one))


def _slide(number: int, slide: SlideText) -> Iterator[str]:
    yield f"slide {number}: {_line(slide.title)}"
    yield from (_STEP + _line(text) for text in (*slide.body, *slide.others))
    if slide.notes:
        yield f"{_STEP}notes"
        yield from (_STEP * 2 + _line(text) for text in slide.notes)


def _outline(tag: Tag, places: Mapping[int, Place]) -> Iterator[str]:
    said = _led(tag, places) if tag.role == LINK else _said(tag)
    if said:
        yield f"in {tag.language}: {said}" if tag.language else said
    step = _STEP if said and tag.role != "Document" else ""
    for kid in _kids(tag):
        yield from (step + line for line in _outline(kid, places))


def _led(link: Tag, places: Mapping[int, Place]) -> str:
    """Give where a link leads."""
    led = (places[name].address for name in link.places if name in places)
    return f"link: {next(led, '')}"


def _kids(tag: Tag) -> list[Tag]:
    """Give what stands in a tag; a list's mark is said with its item."""
    return [kid for kid in tag.kids if tag.role != "LI" or kid.role != "Lbl"]


def _said(tag: Tag) -> str:
    """Give what is said of a tag itself."""
    text = _line(tag.text)
    role = tag.role
    if role.startswith("H") and role[1:].isdecimal():
        return f"heading level {role[1:]}: {text}"
    if role == "L":
        return f"list of {len(tag.kids)}"
    if role == "LI":
        marks = [_line(kid.text) for kid in tag.kids if kid.role == "Lbl"]
        return " ".join(["item", *marks])
    if role in ("Figure", "Note"):
        name = "image" if role == "Figure" else "note"
        return f"{name}: {_line(tag.alternative) or text}"
    return text or _GROUPS.get(role, "")


def _line(text: str) -> str:
    return " ".join(text.translate(_UNSAID).replace("\u00a0", " ").split())
