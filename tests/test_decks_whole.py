"""Every deck of the repository shows its bulletin, read by python-pptx and plain YAML alone."""

import re
import unicodedata
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from pptx import Presentation

from printkit.cli import cli

ROOT = Path(__file__).parent.parent
BULLETINS = ROOT / "bulletins"
SETTINGS = [("us", ""), ("de", "de")]
_SIGNS = re.compile(r"[\"'“”„‘’‚«»‹›\s\u00ad\u200b]+")


def letters(text: str) -> str:
    """Give a text without blanks and quotation marks, which a language sets as its own."""
    return _SIGNS.sub("", unicodedata.normalize("NFC", text))


def written(identity: str, language: str) -> dict:
    """Give the bulletin as it is written, in the language where there is a translation."""
    own = BULLETINS / f"{identity}.{language}.yaml"
    path = own if language and own.exists() else BULLETINS / f"{identity}.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def requests_of(region: dict) -> list[dict]:
    """Give a region's requests, each with its text."""
    return [one if isinstance(one, dict) else {"text": one} for one in region["requests"]]


@pytest.fixture(scope="module", params=["16:9", "16:10", "4:3"])
def decks(request, tmp_path_factory):
    """Give every deck of two offices on a screen, with its bulletin, and what was warned of."""
    output = tmp_path_factory.mktemp("whole")
    words = ["build", "--project", str(ROOT), "--output", str(output), "--format", "slides"]
    offices = [word for office, _ in SETTINGS for word in ("--office", office)]
    result = CliRunner().invoke(cli, [*words, *offices, "--screen", request.param])
    found = [
        (Presentation(path), written(path.stem.removesuffix("-slides"), language))
        for office, language in SETTINGS
        for path in sorted((output / office).glob("2*-slides.pptx"))
    ]
    # The fullest do not fit on the narrowest screen, and are refused.
    assert len(found) >= 10
    return found, result.stderr


def test_titles_are_the_regions_names_in_order(decks):
    """The cover's is the bulletin's."""
    for deck, bulletin in decks[0]:
        titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
        assert titles == [bulletin["title"], *(region["name"] for region in bulletin["regions"])]


def test_bodies_are_introduction_and_requests(decks):
    """Each request in its short form, whole, or, where it is warned of, its first sentences."""
    found, warned = decks
    for deck, bulletin in found:
        for slide, region in zip(list(deck.slides)[1:], bulletin["regions"], strict=True):
            body = next(one for one in slide.placeholders if one.placeholder_format.idx == 1)
            left = letters(body.text_frame.text).removeprefix(letters(region.get("intro", "")))
            for request in requests_of(region):
                form = letters(request.get("slide") or request["text"])
                if left.startswith(form):
                    left = left.removeprefix(form)
                    continue
                assert "slide" not in request
                assert f"the slide of `{region['name']}` shows only" in warned
                ends = [n for n, sign in enumerate(form, 1) if sign in ".!?"]
                left = left[max(n for n in ends if left.startswith(form[:n])) :]
            assert left == ""


def test_notes_hold_every_request_whole(decks):
    """Once, and in order, after the region's name and introduction."""
    for deck, bulletin in decks[0]:
        for slide, region in zip(list(deck.slides)[1:], bulletin["regions"], strict=True):
            notes = letters(slide.notes_slide.notes_text_frame.text)
            said = [region["name"], region.get("intro", "")]
            said += [request["text"] for request in requests_of(region)]
            assert notes.startswith(letters("".join(said)))
