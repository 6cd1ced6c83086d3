"""A translation whose original has changed since: each request is named, with both places."""

import pytest

from printkit.errors import Refused
from printkit.loading import load_bulletin, load_translation, outdated
from printkit.model.fingerprint import fingerprint_of

ORIGINAL = """\
title: Prayer Requests
regions:
  - name: Africa
    requests:
      - Give thanks for the new well.
      - Pray for rain.
  - name: Asia
    intro: Partner offices serve here.
    requests:
      - Pray for the schools.
"""
TRANSLATION = """\
title: Gebetsanliegen
of: {of}
regions:
  - name: Afrika
    requests:
      - Wir danken für den neuen Brunnen.
      - Wir bitten um Regen.
  - name: Asien
    intro: Hier arbeiten Partnerbüros.
    requests:
      - Wir beten für die Schulen.
"""
WHOLE = "127c1837311aadc0"


@pytest.fixture
def told(tmp_path, checks):
    """Give a function that says what is told of a translation of one original beside another."""

    def load(text):
        file = tmp_path / "2019-01-14.yaml"
        file.write_text(text, encoding="utf-8")
        return load_bulletin(file, "bulletins/2019-01-14.yaml", checks)

    def lines(changed, translation=TRANSLATION, of=None):
        made_of = of or str(fingerprint_of(load(ORIGINAL)))
        original = load(changed)
        file = tmp_path / "2019-01-14.de.yaml"
        file.write_text(translation.replace("{of}", made_of), encoding="utf-8")
        loaded = load_translation(file, "de", original, checks)
        new = str(fingerprint_of(original))
        return [
            problem.describe("warning").replace(new, "NEW")
            for problem in outdated(loaded, original)
        ]

    return lines


def test_a_fresh_translation_says_nothing(told):
    """Neither does one whose original was only written in another way."""
    assert told(ORIGINAL) == []
    assert told(ORIGINAL.replace("- Pray for rain.", '- "Pray  for rain."')) == []


def test_each_change_is_named_with_both_places(told):
    """Place in the translation, number and region, line of the original; then what to type."""
    changed = ORIGINAL.replace("for rain", "for more rain").replace("offices serve", "teams serve")
    assert told(changed) == [
        (
            "warning: de:7:9: request 2 of `Africa` has changed since this was translated, "
            "see `bulletins/2019-01-14.yaml:6`"
        ),
        (
            "warning: de:9:12: the intro of region 2, `Asia`, has changed since this was "
            "translated, see `bulletins/2019-01-14.yaml:8`"
        ),
        (
            "warning: de:2:5: the original has changed since this translation was made\n"
            "  hint: read what is named above through, then type `of: NEW`"
        ),
    ]


def test_requests_that_have_changed_places(told):
    """The one that was moved is named with where it was."""
    first, second = ("      - Give thanks for the new well.\n", "      - Pray for rain.\n")
    found = told(ORIGINAL.replace(first + second, second + first))
    assert "request 1 of `Africa` was request 2 when this was translated" in found[0]


def test_a_request_that_was_added_is_an_error_that_names_it(told):
    """The pairs no longer match, and the hint says which text is missing, and where it stands."""
    changed = ORIGINAL.replace("  - name: Asia", "      - Pray for wisdom.\n  - name: Asia")
    with pytest.raises(Refused) as refusal:
        told(changed)
    (problem,) = refusal.value.problems
    assert problem.message == "expected 3 requests as in `bulletins/2019-01-14.yaml`, found 2"
    assert problem.hint == (
        "they pair with the original's by position; request 3 of `Africa` is new since this was "
        "translated, see `bulletins/2019-01-14.yaml:7`"
    )
    added = TRANSLATION.replace("  - name: Asien", "      - Wir bitten.\n  - name: Asien")
    assert "request 3 of `Africa` is new" in told(changed, added)[0]


def test_a_region_that_is_gone_is_an_error_that_names_it(told):
    """By the number that it had when the translation was made."""
    with pytest.raises(Refused) as refusal:
        told(ORIGINAL.partition("  - name: Asia")[0])
    (problem,) = refusal.value.problems
    assert problem.hint.endswith("what was region 2 is gone since this was translated")


def test_a_plain_fingerprint_stands_for_the_whole(told):
    """As earlier versions wrote it, or its first digits, in capitals or not."""
    for said in (WHOLE, WHOLE[:6] + "…", WHOLE[:8].upper()):
        assert told(ORIGINAL, of=said) == []
        found = told(ORIGINAL.replace("rain", "sun"), of=said)
        assert found == [
            (
                "warning: de:2:5: the original has changed since this translation was made\n"
                "  hint: read it through, then type `of: NEW`"
            )
        ]


def test_a_fingerprint_of_something_else_is_told_once(told):
    """Where no request is what it was, a list of all of them would say nothing."""
    assert len(told(ORIGINAL, of="1111-0 2222-0-3333-4444")) == 1
