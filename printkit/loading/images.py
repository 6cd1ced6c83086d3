"""The `image` of a bulletin or a region: a file, the words that stand in for it, its focus."""

import re

from printkit.loading.beside import find_picture, refuse_file_name
from printkit.loading.messages import as_typed, did_you_mean
from printkit.loading.section import Section, read_section
from printkit.model.bulletin import Focus, Picture

_KEYS = ("file", "alt", "decorative", "credit", "focus")
_FOCUSES = {
    "centre": Focus(),
    "top": Focus(down=0.0),
    "bottom": Focus(down=1.0),
    "left": Focus(across=0.0),
    "right": Focus(across=1.0),
}
_PERCENTAGES = re.compile(r"(\d{1,3}(?:\.\d+)?)% +(\d{1,3}(?:\.\d+)?)%")
_WHOLE = 100.0


def read_picture(section: Section) -> Picture | None:
    """Give the picture under the key `image`, None where it is left out or refused."""
    node = section.get("image")
    if node is None:
        return None
    image = read_section(section.reader, node, "`image`", _KEYS)
    file = image.required("file")
    found = find_picture(image.reader, file) if file else None
    alt, decorative = _words(image)
    credit = image.optional_text("credit")
    focus = _focus(image)
    if file is None or found is None:
        return None
    return Picture(*found, file.place, alt, decorative, credit, focus)


def _words(image: Section) -> tuple[str, bool]:
    """Give the words that stand in for the picture, or that it needs none: one of the two."""
    given, alt = image.get("alt"), image.optional_text("alt")
    decorative = image.switch("decorative")
    if given and alt:
        refuse_file_name(image.reader, given, alt.value)
        if decorative:
            message = "expected `alt` or `decorative: true`, found both"
            image.reader.refuse(given, message, "leave one of them out")
    elif decorative is False or "decorative" not in image.values:
        _refuse_missing_words(image)
    return alt.value if alt else "", bool(decorative)


def _refuse_missing_words(image: Section) -> None:
    if image.node and not image.excused & {"alt", "decorative"}:
        message = "expected `alt` or `decorative: true`, found neither"
        hint = "add `alt: ` with what the picture shows"
        image.reader.refuse(image.node, message, hint)


def _focus(image: Section) -> Focus:
    node, word = image.get("focus"), image.word("focus")
    if node is None or word is None:
        return Focus()
    if word in _FOCUSES:
        return _FOCUSES[word]
    found = _PERCENTAGES.fullmatch(word)
    if found and max(float(found[1]), float(found[2])) <= _WHOLE:
        return Focus(float(found[1]) / _WHOLE, float(found[2]) / _WHOLE)
    expected = "`centre`, `top`, `bottom`, `left`, `right` or two percentages such as `30% 40%`"
    message = f"expected {expected} for `focus`, found {as_typed(word)}"
    image.reader.refuse(node, message, did_you_mean(word, _FOCUSES))
    return Focus()
