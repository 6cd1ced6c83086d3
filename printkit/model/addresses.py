"""Web and mail addresses in a text, as people type them, and where each of them leads."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# What ends a name where nothing else says that it is one: `them.at` is more often a lost blank.
_ENDINGS = r"(?:com|org|net|edu|gov|int|info|church|[a-z]{2})(?![\w-])"
_NUMBER = r"(?![\d.]+[a-z]{2}(?![\w.-]))"
# Quotation marks, brackets other than these, and dashes other than a hyphen end an address.
_ON = r"[\w\-.~:/?#@!$&()*+,;=%]*"
_NAME = r"(?:[\w-]+\.)+"
_ADDRESS = re.compile(
    r"(?<![\w@./+-])(?:"
    rf"(?P<web>(?i:https?)://\w{_ON})"
    rf"|(?P<mail>[\w.+-]+@{_NAME}[a-z]{{2,}}(?![\w-]))"
    rf"|(?P<name>www\.\w{_ON}"
    rf"|{_NUMBER}{_NAME}(?:{_ENDINGS}(?!@)(?::\d+)?(?:[/?#]{_ON})?|[a-z]{{2,}}/{_ON}))"
    r")"
)
# A text without this has no address in it.
_HINT = re.compile("[./][\u200b\u00ad]?\\w")
_AFTER = ".,;:!?*-"


class Address(NamedTuple):
    """An address in a text: where it begins and ends, and where it leads.

    `target` begins with `https://`, `http://` or `mailto:`, and with nothing else.
    """

    start: int
    stop: int
    target: str


def may_hold_address(text: str) -> bool:
    """Say quickly whether it is worth looking for addresses in a text.

    Each that has no scheme has a dot before a letter; nearly every other dot is before a blank.
    """
    if text.count(".") == text.count(". ") + text.endswith(".") and "//" not in text:
        return False
    return _HINT.search(text) is not None


def addresses_in(text: str) -> Iterator[Address]:
    """Give the addresses in a text in their order, without the punctuation around them."""
    for match in _ADDRESS.finditer(text):
        said = _without_punctuation(match.group())
        yield Address(match.start(), match.start() + len(said), _target(said, match.lastgroup))


def _without_punctuation(said: str) -> str:
    """Give an address without what follows it: a full stop, or a bracket that it does not open."""
    while said[-1] in _AFTER or (said[-1] == ")" and said.count("(") < said.count(")")):
        said = said[:-1]
    return said


def _target(said: str, kind: str | None) -> str:
    if kind == "mail":
        return f"mailto:{said}"
    if kind == "name":
        return f"https://{said}"
    scheme, colon, rest = said.partition(":")
    return f"{scheme.lower()}{colon}{rest}"
