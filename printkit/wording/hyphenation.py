"""Where words may be divided, by language: the patterns that pyphen carries (Liang, 1983)."""

import marshal

import pyphen

# The fewest letters before a division and after it. Two may end a line before the hyphen, as is
# usual in American, German, French and Dutch books; three at least begin the next one everywhere,
# since a hyphen that saves two letters costs more than it gives. British composition is the
# stricter: a word keeps three letters on either side.
_USUAL = 2, 3
_FEWEST = {"en_GB": (3, 3)}


def dictionary_for(language: str) -> str | None:
    """Give the name of the dictionary for a BCP 47 tag, None where there is none.

    British and American English differ; other English-speaking countries divide as Britain does,
    Canada as the United States do.
    """
    english = {"en": "en_US", "en-US": "en_US", "en-CA": "en_US"}
    if language in english:
        return english[language]
    if language.startswith("en-"):
        return "en_GB"
    found: str | None = pyphen.language_fallback(language.replace("-", "_"))
    return found


def patterns_of(dictionary: str) -> bytes:
    """Give a dictionary's patterns and fewest letters as bytes for the cache (pyphen is slow)."""
    known = pyphen.Pyphen(lang=dictionary).hd
    plain = {
        letters: (start, tuple(_value(value) for value in values))
        for letters, (start, values) in known.patterns.items()
    }
    return marshal.dumps((plain, known.maxlen, fewest_letters(dictionary)))


def fewest_letters(dictionary: str) -> tuple[int, int]:
    """Give the fewest letters that may stand before a division and after it."""
    return _FEWEST.get(dictionary, _USUAL)


def _value(value: int) -> int:
    """Give a pattern's value; 0 where dividing would change the spelling, which is never done."""
    return 0 if getattr(value, "data", None) else int(value)
