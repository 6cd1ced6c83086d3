"""What a layout makes of a region that does not fit on its slide, from the file to the slides."""

import json
from io import BytesIO

import pytest
from pptx import Presentation

SLIDES = ("slides", "slides-pdf", "freeshow", "propresenter")
RAIN = "Pray for rain in the north, where the wells have been dry since August. "
SCHOOL = "Gebt den Lehrerinnen der Kreisberufsschulverwaltung Kraft für den Wiederaufbau. "
BULLETIN = """\
title: Prayer Requests
date: 2019-01-14
regions:
  - name: Africa
    intro: Four offices serve here.
    requests:
      - {{text: "{long}", kind: praise}}
      - {{text: "{long}", pseudonym: true}}
      - text: "{long}"
        slide: A short form.
      - Amen.
  - name: South Asia
    requests:
      - {{text: Give thanks., kind: praise}}
"""
LAYOUT = "extends: {base}\nslides: {{overset: {rule}, last: {last}, screen: '{screen}'}}\n"


@pytest.fixture
def built(desk):
    """Give a function that builds one bulletin in a layout of its own, read back."""

    def build(sentence, rule, *, office="us", **look):
        text = BULLETIN.format(long=(sentence * 6).strip())
        language = "language: de\n" if office == "de" else ""
        desk.write("bulletins/2019-01-14.yaml", language + text)
        look = {"base": "classic", "screen": "16:9", "last": "false", **look}
        desk.write("layouts/mine.yaml", LAYOUT.format(rule=rule, **look))
        asked = (
            "--office",
            office,
            "--layout",
            "mine",
            "--format",
            ",".join((*SLIDES, "leader")),
            "--verify",
            "--json",
        )
        return desk.run("build", *asked)

    return build


def titles(desk, office):
    """Give the titles of the deck's slides."""
    file = desk.folder / "output" / office / "2019-01-14-slides.pptx"
    deck = Presentation(BytesIO(file.read_bytes()))
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


@pytest.mark.parametrize("screen", ["16:9", "16:10", "4:3"])
@pytest.mark.parametrize("base", ["classic", "light"])
@pytest.mark.parametrize(("office", "sentence"), [("us", RAIN), ("de", SCHOOL)])
def test_a_region_goes_on_in_every_format(  # noqa: PLR0913, PLR0917 - a screen, a look, a language
    desk, built, screen, base, office, sentence
):
    """All its files are read back: nothing is lost between two slides; a plain one ends them."""
    result = built(sentence, "continue", base=base, screen=screen, office=office, last="true")
    assert result.exit_code == 0, result.stderr
    cover, *regions, asia, last = titles(desk, office)
    assert (cover, asia) == ("Prayer Requests", "South Asia")
    assert regions == [f"Africa ({n}/{len(regions)})" for n in range(1, len(regions) + 1)]
    assert len(regions) > 1
    assert last.startswith(("Partner Office", "Partnerbüro"))
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    pages = {line["format"]: line["pages"] for line in lines}
    assert pages.pop("leader") > 1
    assert pages == dict.fromkeys(SLIDES, len(regions) + 3)
    assert desk.run("verify").exit_code == 0


def test_a_region_is_refused_where_the_layout_shows_all_or_nothing(built):
    """It says by how much, and what to do."""
    result = built(RAIN, "refuse")
    assert result.exit_code == 1
    assert "does not fit on its slide at the smallest size, 28 pt: `Africa` by " in result.stderr
    assert "hint: shorten it" in result.stderr


def test_a_region_is_cut_to_first_sentences_where_nothing_else_is_asked(desk, built):
    """With a warning for each request that is."""
    result = built(RAIN, "sentences")
    assert result.exit_code == 0, result.stderr
    assert result.stderr.count("shows only this request's first sentences") == 2
    assert titles(desk, "us") == ["Prayer Requests", "Africa", "South Asia"]
