"""A file of any kind becomes passages, each kind read by the library that is made for it."""

from printkit.importing.blocks import Passage, Reading
from printkit.importing.encoding import FALLBACK, decode, encoding_of
from printkit.importing.kinds import kind_of
from printkit.importing.mail import read_mail
from printkit.importing.page import read_page_source
from printkit.importing.word import read_word


def read(source: bytes, name: str) -> Reading:
    """Give what the file says; Refused where it is of a kind that cannot be read."""
    kind = kind_of(source, name)
    if kind == "word":
        return read_word(source, name)
    if kind == "mail":
        return read_mail(source)
    if kind == "page":
        return read_page_source(source)
    return _read_text(source, name)


def _read_text(source: bytes, name: str) -> Reading:
    encoding = encoding_of(source)
    guesses = (f"`{name}` is not UTF-8 and was read as Windows-1252",)
    return Reading(
        (Passage("lines", decode(source)),), guesses=guesses if encoding == FALLBACK else ()
    )
