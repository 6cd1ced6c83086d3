"""`printkit build` and `check`: what is written, what is said, and the exit status."""

import json
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

LONG = "Pray that the people of the river villages find rest, food and a safe way home again. "


def test_one_bulletin_becomes_a_pair_for_one_office(desk):
    """An insert and a deck are written into the office's folder, and the manifest beside it."""
    result = desk.run("build", "--office", "uk")
    assert result.exit_code == 0, result.output
    assert desk.files() == [
        "manifest.json",
        "uk/2019-01-14-insert.pdf",
        "uk/2019-01-14-slides.pptx",
        "uk/current-insert.pdf",
        "uk/current-slides.pptx",
    ]
    assert "1 edition, 2 files: 2 built" in result.stdout


def test_all_offices_are_built_when_none_is_named(desk):
    """Seven offices ship with printkit, and each gets its pair."""
    result = desk.run("build", "--verify", "--jobs", "1")
    assert result.exit_code == 0, result.output
    assert len(desk.files()) == 7 * (2 + 2) + 1
    assert "7 editions, 14 files: 14 built" in result.stdout


@pytest.mark.parametrize("name", ["2019-01-14", "2019-01-14.yaml", "bulletins/2019-01-14.yaml"])
def test_a_bulletin_is_named_in_three_ways(desk, name):
    """A name with or without its ending, or a path from the project."""
    assert desk.run("build", name, "--office", "us").exit_code == 0
    assert "us/2019-01-14-insert.pdf" in desk.files()


def test_the_report_as_json_has_the_promised_keys(desk):
    """Each file is a line of JSON with every key that the format promises."""
    result = desk.run("build", "--office", "us", "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["format"] for line in lines] == ["insert", "slides"]
    promised = (
        "bulletin office format file status language layout paper pages size full warnings problems"
    )
    assert set(promised.split()) <= set(lines[0])
    assert lines[0]["file"] == "output/us/2019-01-14-insert.pdf"
    assert lines[0]["status"] == "built"
    assert (lines[0]["pages"], lines[1]["pages"]) == (1, 3)
    assert 0 < lines[0]["full"] <= 1


def test_only_the_format_that_is_asked_for_is_built(desk):
    """`--format insert` makes no deck."""
    desk.run("build", "--office", "us", "--format", "insert")
    assert desk.files() == [
        "manifest.json",
        "us/2019-01-14-insert.pdf",
        "us/current-insert.pdf",
    ]


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--office", "atlantis"),
        ("--format", "papyrus"),
        ("--layout", "baroque"),
        ("--paper", "a99"),
        ("--screen", "1:1"),
    ],
)
def test_naming_what_does_not_exist_is_wrong_usage(desk, option, value):
    """An office, format, layout, paper or screen that does not exist ends with exit status 2."""
    result = desk.run("build", option, value)
    assert result.exit_code == 2
    assert f"`{value}`" in result.stderr
    assert desk.files() == []


def test_a_bulletin_that_does_not_exist_is_named_with_the_nearest(desk):
    """The error proposes the bulletin that was probably meant."""
    result = desk.run("build", "2019-01-15")
    assert result.exit_code == 1
    assert "there is no bulletin `2019-01-15`" in result.stderr
    assert "did you mean `2019-01-14`?" in result.stderr


def test_nothing_to_build_is_an_error(desk):
    """A project without bulletins ends with exit status 1 and says how to start."""
    (desk.folder / "bulletins" / "2019-01-14.yaml").unlink()
    result = desk.run("build")
    assert result.exit_code == 1
    assert "printkit init" in result.stderr


def test_one_bad_bulletin_does_not_stop_the_others(desk):
    """The good one is built; the bad one's problems are said once, and nothing of it written."""
    desk.write("bulletins/bad.yaml", "title: Prayer\nregionz:\n  - name: Africa\n")
    result = desk.run("build", "--office", "us", "--office", "uk")
    assert result.exit_code == 1
    assert len([name for name in desk.files() if "2019-01-14" in name]) == 4
    assert not [name for name in desk.files() if "bad" in name]
    assert result.stderr.count("unknown key `regionz`") == 1
    assert "Traceback" not in result.output


def test_a_run_that_builds_nothing_writes_nothing(desk):
    """Where every edition fails there is no output folder, not even a manifest."""
    desk.write("bulletins/2019-01-14.yaml", "title: Prayer\nregionz:\n  - name: Africa\n")
    assert desk.run("build").exit_code == 1
    assert not (desk.folder / "output").exists()


def test_check_says_what_build_would_and_writes_nothing(desk):
    """`check` reports every edition and leaves no file."""
    result = desk.run("check", "--office", "us")
    assert result.exit_code == 0
    assert "2 checked" in result.stdout
    assert desk.files() == []


def test_strict_makes_errors_of_warnings(desk):
    """An office that reads another language warns; with `--strict` its edition is not built."""
    assert desk.run("build", "--office", "de").exit_code == 0
    result = desk.run("build", "--office", "nl", "--strict")
    assert result.exit_code == 1
    assert not [name for name in desk.files() if name.startswith("nl/")]


def test_a_translation_is_used_by_its_offices_alone(desk):
    """Naming a translation builds the offices that would use it."""
    german = (
        "title: Gebetsanliegen\n"
        "regions:\n"
        "  - {name: Afrika, requests: [Wir danken für den Brunnen.]}\n"
        "  - name: Südasien\n"
        "    intro: Zwei Büros arbeiten hier.\n"
        "    requests: [Wir beten für die Familien., Wir beten für die Schule.]\n"
    )
    desk.write("bulletins/2019-01-14.de.yaml", german)
    result = desk.run("build", "2019-01-14.de", "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert {line["office"] for line in lines} == {"de"}
    assert {line["language"] for line in lines} == {"de"}
    page = PdfDocument(desk.folder / "output/de/2019-01-14-insert.pdf")[0]
    assert "Woche vom 14. Januar 2019" in page.get_textpage().get_text_bounded()


def test_a_translation_with_errors_fails_its_editions_alone(desk):
    """A broken translation is never replaced by another language."""
    desk.write("bulletins/2019-01-14.de.yaml", "title: Gebetsanliegen\n")
    result = desk.run("build", "--office", "de", "--office", "nl")
    assert result.exit_code == 1
    assert not [name for name in desk.files() if name.startswith("de/")]
    assert [name for name in desk.files() if name.startswith("nl/")]


def test_a_church_adds_its_own_regions(desk):
    """The regions of `.local.yaml` follow the bulletin's on page and slides."""
    local = "regions: [{name: Our Church, requests: [Pray for the roof.]}]\n"
    desk.write("bulletins/2019-01-14.local.yaml", local)
    result = desk.run("build", "--office", "us", "--verify", "--json")
    assert [json.loads(line)["pages"] for line in result.stdout.splitlines()] == [1, 4]


def test_an_output_that_cannot_be_written_is_said(desk):
    """A file where the folder should be is a problem, not a traceback."""
    (desk.folder / "output").mkdir()
    (desk.folder / "output" / "us").write_text("in the way", encoding="utf-8")
    result = desk.run("build", "--office", "us")
    assert result.exit_code == 1
    assert "could not be written" in result.stderr


def test_no_half_files_are_left(desk):
    """After a run only the files that were promised are in the output folder."""
    desk.run("build", "--office", "us")
    assert not list(Path(desk.folder).rglob(".making*"))


def test_a_wrong_name_does_not_stop_the_others(desk):
    """The bulletin that exists is built; the name that does not is told, with exit status 1."""
    result = desk.run("build", "2019-01-14", "nosuch", "--office", "us")
    assert result.exit_code == 1
    assert "there is no bulletin `nosuch`" in result.stderr
    assert "us/2019-01-14-insert.pdf" in desk.files()


def test_a_manifest_that_cannot_be_written_does_not_hide_the_report(desk):
    """What was built is reported, and the fault told."""
    (desk.folder / "output/manifest.json").mkdir(parents=True)
    result = desk.run("build", "--office", "us")
    assert result.exit_code == 1
    assert "1 edition, 2 files: 2 built" in result.stdout
    assert "manifest.json" in result.stderr


def test_a_date_that_no_font_can_set_is_refused(desk):
    """Words that the language adds are checked as the author's own are."""
    text = "title: Hi\nlanguage: ja\ndate: 2020-01-01\nregions: [{name: A, requests: [Pray.]}]\n"
    desk.write("bulletins/2019-01-14.yaml", text)
    result = desk.run("build", "--office", "us")
    assert result.exit_code == 1
    assert "bulletins/2019-01-14.yaml:1:8: `年` (U+5E74)" in result.stderr


def test_a_translation_of_a_changed_original_is_a_warning(desk):
    """The fingerprint that `new` writes tells when the original says something else by now."""
    desk.run("new", "2019-01-14", "--language", "de")
    path = desk.folder / "bulletins/2019-01-14.de.yaml"
    filled = path.read_text("utf-8")
    for empty, text in (
        ("title: ", "title: Gebet"),
        ("name: ", "name: Ort"),
        ("text: ", "text: T"),
    ):
        filled = filled.replace(f"{empty}\n", f"{text}\n")
    filled = filled.replace("reference: \n", "reference: Mt 5,5\n").replace(
        "intro: \n", "intro: I\n"
    )
    for number in range(3):
        filled = filled.replace("- >-\n        \n", f"- Wir beten {number}.\n", 1)
    filled = filled.replace("name: Ort", "name: Anderswo", 1)
    path.write_text(filled, encoding="utf-8")
    told = "the original has changed since this translation was made"
    fresh = desk.run("check", "--office", "de")
    assert fresh.exit_code == 0, fresh.output
    assert told not in fresh.stderr
    original = desk.folder / "bulletins/2019-01-14.yaml"
    changed = original.read_text("utf-8").replace("new well", "old well")
    original.write_text(changed, encoding="utf-8")
    stale = desk.run("check", "--office", "de").stderr
    assert told in stale
    request = "request 1 of `Africa` has changed since this was translated"
    assert f"{request}, see `bulletins/2019-01-14.yaml:10`" in stale
    path.write_text(_with_the_fingerprint_of(stale, path.read_text("utf-8")), encoding="utf-8")
    assert told not in desk.run("check", "--office", "de").stderr


def _with_the_fingerprint_of(hint, translation):
    """Give the translation with the `of:` that a hint says to type."""
    new = hint.partition("then type `")[2].partition("`")[0]
    old = next(line for line in translation.splitlines() if line.startswith("of: "))
    return translation.replace(old, new)
