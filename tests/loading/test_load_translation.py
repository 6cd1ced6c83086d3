"""A translation is read beside its original, and pairs with it by position."""

import datetime as dt

import pytest

from printkit.errors import Refused
from printkit.loading import load_bulletin, load_translation

ORIGINAL = """\
title: Prayer Requests
date: 2019-01-14
image: {file: river.jpg, alt: A river}
scripture: {text: Blessed are the gentle.}
regions:
  - name: Africa
    intro: Partner offices serve here.
    image: {file: river.jpg, alt: The same river}
    requests:
      - {text: Give thanks., kind: praise, sensitive: true, pseudonym: true, slide: Thanks.}
      - Pray for rain.
  - name: Asia
    requests: [Pray.]
"""
TRANSLATION = """\
title: Gebetsanliegen
regions:
  - name: Afrika
    requests:
      - Wir danken.
      - {text: Wir bitten um Regen., sensitive: true}
  - name: Asien
    requests: [Wir beten.]
"""


@pytest.fixture
def original(tmp_path, checks):
    """Give the bulletin that was translated."""
    (tmp_path / "river.jpg").touch()
    file = tmp_path / "2019-01-14.yaml"
    file.write_text(ORIGINAL, encoding="utf-8")
    return load_bulletin(file, file.name, checks)


@pytest.fixture
def translate(tmp_path, checks, original):
    """Give a function that loads a translation."""

    def loaded(text=TRANSLATION, name="2019-01-14.de.yaml"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return load_translation(file, name, original, checks)

    return loaded


def _refusals(translate, *arguments):
    with pytest.raises(Refused) as refusal:
        translate(*arguments)
    return [problem.describe() for problem in refusal.value.problems]


def test_what_a_silent_translation_takes_over(translate, original):
    """Date, pictures, kinds and pseudonyms are the original's; the words are not."""
    translation = translate()
    assert (translation.identity, translation.language) == ("2019-01-14", "de")
    assert translation.date == dt.date(2019, 1, 14)
    assert translation.picture == original.picture
    assert translation.regions[0].picture == original.regions[0].picture
    first = translation.regions[0].requests[0]
    assert (first.kind, first.sensitive, first.pseudonym) == ("praise", True, True)
    assert (first.slide, translation.scripture, translation.regions[0].intro) == (None, None, None)


def test_either_file_makes_a_request_sensitive(translate):
    """A translator may know more."""
    assert translate().regions[0].requests[1].sensitive
    silenced = TRANSLATION.replace("- Wir danken.", "- {text: Wir danken., sensitive: false}")
    assert translate(silenced).regions[0].requests[0].sensitive


def test_what_a_translation_says_itself(translate):
    """Its own date, picture, kind and pseudonym come first."""
    request = "- {text: Wir danken., kind: prayer, pseudonym: false}"
    text = TRANSLATION.replace("- Wir danken.", request)
    image = "image: {file: river.jpg, alt: Ein Fluss}\n"
    translation = translate(f"date: 2019-01-15\nof: 3f9a1c\nlanguage: DE\n{image}{text}")
    assert translation.date == dt.date(2019, 1, 15)
    assert str(translation.original) == "3f9a1c"
    assert translation.picture.alt == "Ein Fluss"
    first = translation.regions[0].requests[0]
    assert (first.kind, first.pseudonym) == ("prayer", False)


@pytest.mark.parametrize(
    ("name", "language"), [("2019-01-14.fr-CA.yaml", "fr-CA"), ("2019-01-14.FR-ca.yaml", "fr-CA")]
)
def test_the_language_is_the_one_in_the_name(translate, name, language):
    """The file's name decides, in any case of its letters."""
    assert translate(TRANSLATION, name).language == language


def test_another_language_inside(translate):
    """A file that says two languages is refused."""
    assert _refusals(translate, f"language: fr\n{TRANSLATION}") == [
        (
            "error: 2019-01-14.de.yaml:1:11: expected `de` as in the file's name, found `fr`\n"
            "  hint: leave `language` out, or name the file after it"
        )
    ]


def test_no_language_in_the_name(translate):
    """A translation's name must say its language."""
    assert _refusals(translate, TRANSLATION, "2019-01-14.german.yaml") == [
        (
            "error: 2019-01-14.german.yaml:1:1: expected a language in the file's name, found none"
            "\n  hint: name a translation like `2019-01-14.de.yaml`"
        )
    ]


def test_another_number_of_regions(translate):
    """Both counts are named, and requests that cannot be paired are not counted."""
    text = "title: T\nregions:\n  - name: Afrika\n    requests: [Wir danken.]\n"
    assert _refusals(translate, text) == [
        (
            "error: 2019-01-14.de.yaml:3:3: expected 2 regions as in `2019-01-14.yaml`, found 1\n"
            "  hint: they pair with the original's by position"
        )
    ]


def test_another_number_of_requests(translate):
    """Both counts are named, for each region."""
    text = TRANSLATION.replace("[Wir beten.]", "[Wir beten., Und danken.]")
    assert _refusals(translate, text) == [
        (
            "error: 2019-01-14.de.yaml:8:15: expected 1 request as in `2019-01-14.yaml`, found 2\n"
            "  hint: they pair with the original's by position"
        )
    ]


def test_all_problems_of_a_translation_at_once(translate):
    """A translation is refused like any bulletin."""
    assert len(_refusals(translate, "titel: T\nregions:\n  - name: ''\n")) == 4
