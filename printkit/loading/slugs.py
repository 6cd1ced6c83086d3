"""Names as parts of files' names: ASCII letters, digits and hyphens, legal on every system."""

import re
import unicodedata
from hashlib import sha256

LONGEST = 60
_ODD = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['\u2019\u02bc`]")
_DIGITS = 6
# Letters that no decomposition makes ASCII of.
_LETTERS = str.maketrans(
    {
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u00f8": "o",
        "\u0111": "d",
        "\u00f0": "d",
        "\u0142": "l",
        "\u00fe": "th",
        "\u0131": "i",
        "\u0127": "h",
    }
)


def slug_of(name: str) -> str:
    """Give a name in lower-case ASCII: `St. Mary's, Zürich` is `st-marys-zurich`.

    Where a letter has no ASCII form or the name is too long, six digits of its SHA-256 make it one
    that no other name has.
    """
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name.casefold()).translate(_LETTERS))
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    slug = _ODD.sub("-", plain).strip("-")
    whole = all(mark.isascii() or not mark.isalnum() for mark in plain)
    if whole and 0 < len(slug) <= LONGEST:
        return slug
    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    slug = slug[: LONGEST - _DIGITS - 1].strip("-")
    return f"{slug}-{digest}" if slug else digest
