"""The words that explain files to an office: each language has all of them."""

import pytest

from printkit.model.formats import KNOWN_FORMATS
from printkit.model.sheet import LEAFLET
from printkit.wording.fixed import has_fixed_words
from printkit.wording.handing import handing_for, handing_languages


def test_the_languages_are_those_with_fixed_words():
    """English, German, French and Dutch."""
    assert handing_languages() == ("de", "en", "fr", "nl")
    assert all(has_fixed_words(language) for language in handing_languages())


@pytest.mark.parametrize("language", handing_languages())
def test_every_format_is_explained(language):
    """Whoever adds a format adds what it is and how it is used, in every language."""
    _, handing = handing_for(language)
    assert tuple(handing.parts) == ("first", *KNOWN_FORMATS, "side-by-side", LEAFLET)
    assert all(part.heading and all(part.paragraphs) for part in handing.parts.values())
    assert handing.title


@pytest.mark.parametrize("language", handing_languages())
def test_the_page_is_called_as_any_system_can_write_it(language):
    """Capitals and hyphens, and a name of its own for each language."""
    _, handing = handing_for(language)
    assert handing.file.replace("-", "").isalpha()
    assert handing.file.isascii()
    assert handing.file.isupper()


@pytest.mark.parametrize(
    ("languages", "chosen"),
    [(("de-AT",), "de-AT"), (("es", "fr-CA"), "fr-CA"), (("es",), "en"), ((), "en")],
)
def test_the_first_language_that_has_words_is_chosen(languages, chosen):
    """Its country does not matter, and English is the last resort."""
    assert handing_for(*languages)[0] == chosen
