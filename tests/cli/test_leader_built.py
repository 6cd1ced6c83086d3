"""`--format leader`: the leader's edition, built, counted, read back."""

import json
from io import BytesIO

import pytest
from pypdf import PdfReader

NAME = "us/2019-01-14-leader.pdf"
LEADER = ("--format", "leader", "--office", "us")
GERMAN = """\
title: Gebetsanliegen
language: de
regions:
  - name: Afrika
    requests:
      - {text: "Wir danken für den Brunnen.", kind: praise}
      - {text: "Wir bitten um Regen.", kind: prayer}
"""


def built(desk, name=NAME) -> bytes:
    """Give a file of the output folder."""
    return (desk.folder / "output" / name).read_bytes()


def test_it_is_built_alone_and_verified(desk):
    """There is one file, whose pages the report counts, and `verify` knows it."""
    result = desk.run("build", *LEADER, "--verify")
    assert result.exit_code == 0, result.output
    assert desk.files() == ["manifest.json", NAME]
    assert f"{NAME}: 1 page, 14 pt, " in result.stdout
    verdict = desk.run("verify")
    assert verdict.exit_code == 0, verdict.output


def test_its_line_of_json_counts_pages(desk):
    """They are pages of its own paper, not slides."""
    result = desk.run("build", *LEADER, "--json", "--paper", "a6")
    (line,) = (json.loads(line) for line in result.stdout.splitlines())
    pages = PdfReader(BytesIO(built(desk))).pages
    assert (line["format"], line["size"], line["pages"]) == ("leader", 14.0, len(pages))
    assert len(pages) > 1
    assert 0 < line["full"] <= 1


def test_it_is_the_same_beside_other_formats(desk):
    """The slides are set once for all; the same bulletin makes the same bytes."""
    desk.run("build", *LEADER)
    alone = built(desk)
    result = desk.run("build", "--office", "us", "--format", "slides,slides-pdf,slides-png,leader")
    assert result.exit_code == 0, result.output
    assert built(desk) == alone


def test_it_is_read_aloud_slide_by_slide(desk):
    """A picture with number and name, its number, its name, its notes; the imprint comes once."""
    desk.run("build", *LEADER, "--paper", "a6")
    said = [line.strip() for line in desk.run("verify", "--outline").stdout.splitlines()]
    at = said.index("image: Slide 3: South Asia")
    assert said[at : at + 8] == [
        "image: Slide 3: South Asia",
        "Slide 3",
        "heading level 2: South Asia",
        "Two offices serve here.",
        "list of 2",
        "item •",
        "Pray for the families who came home.",
        "item •",
    ]
    assert said.count("Partner Office United States") == 1
    assert said.index("link: https://pray.example.org/us") > said.index(
        "image: Slide 3: South Asia"
    )


def test_labels_are_in_the_language_that_is_set(desk):
    """So is the word for a slide."""
    desk.write("bulletins/2019-01-14.yaml", GERMAN)
    result = desk.run("build", "--format", "leader", "--office", "de", "--verify")
    assert result.exit_code == 0, result.output
    said = PdfReader(BytesIO(built(desk, "de/2019-01-14-leader.pdf"))).pages[0].extract_text()
    words = " ".join(said.split())
    assert "Folie 2 Afrika" in words
    assert "Dank: Wir danken für den Brunnen. • Bitte: Wir bitten um Regen." in words


def test_a_changed_bulletin_is_found_by_verify(desk):
    """A word that is another, and pictures that show what was."""
    desk.run("build", *LEADER)
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("new well", "old well"), "utf-8")
    verdict = desk.run("verify")
    assert verdict.exit_code == 1
    assert "missing: `old`" in verdict.output
    assert "has changed since it was built" in verdict.output


def test_slides_that_do_not_fit_make_no_leader_s_edition(desk):
    """There is nothing to take a picture of."""
    full = "Pray that all find a safe way home. " * 300
    desk.write(
        "bulletins/2019-01-14.yaml",
        f"title: T\nregions: [{{name: A, requests: [{{text: x, slide: {full}}}]}}]\n",
    )
    result = desk.run("build", *LEADER)
    assert result.exit_code == 1
    assert desk.files() == []


@pytest.mark.parametrize("command", ["build", "check"])
def test_paper_without_room_is_an_error_with_its_size(desk, command):
    """It says what to do."""
    office = "tiny: {name: T, language: en, paper: {width: 1in, height: 1in}, layout: classic, "
    desk.write("layouts/offices.yaml", f"{office}imprint: [T]}}\n")
    result = desk.run(command, "--format", "leader")
    assert result.exit_code == 1
    assert "the leader's edition does not fit 1 by 1 inches at 14 pt" in result.stderr
    assert "hint: use a larger paper" in result.stderr
