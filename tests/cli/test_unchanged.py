"""What is rebuilt and what stands: content, look, office, fonts and program decide."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from printkit.batch import equipment
from printkit.batch.manifest import NAME, read_manifest

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("reportlab", "pptx", "lxml", "uharfbuzz", "fontTools", "PIL", "yaml", "babel", "pyphen")
TWO = ("--office", "us", "--office", "de")
GERMAN = """\
title: Gebetsanliegen
regions:
  - {name: Afrika, requests: [Wir danken für den Brunnen.]}
  - name: Südasien
    intro: Zwei Büros arbeiten hier.
    requests: [Wir beten für die Familien., Wir beten für die Schule.]
"""


@pytest.fixture
def church(desk):
    """Give a project with two bulletins and layouts of its own, built for two offices."""
    shutil.copytree(ROOT / "layouts", desk.folder / "layouts")
    text = (desk.folder / "bulletins/2019-01-14.yaml").read_text("utf-8")
    desk.write("bulletins/2019-01-21.yaml", text.replace("2019-01-14", "2019-01-21"))
    assert desk.run("build", *TWO).exit_code == 0
    return desk


def statuses(desk, *words):
    """Build again; give each edition's status, where all its files have the same."""
    result = desk.run("build", "--json", *(words or TWO))
    assert result.exit_code == 0, result.output
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    found = {(line["bulletin"], line["office"]): set() for line in lines}
    for line in lines:
        found[line["bulletin"], line["office"]].add(line["status"])
    return {edition: " ".join(sorted(status)) for edition, status in found.items()}


def rebuilt(desk, *words):
    """Build again; give the editions that were built."""
    return {edition for edition, status in statuses(desk, *words).items() if status != "unchanged"}


def change(desk, name, old, new):
    """Change a file of the project."""
    path = desk.folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


FIRST = {("2019-01-14", "us"), ("2019-01-14", "de")}
SECOND = {("2019-01-21", "us"), ("2019-01-21", "de")}


def test_at_once_nothing_is_rebuilt(church):
    """Neither bytes nor times of any file change, the manifest's included."""
    output = church.folder / "output"
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in output.rglob("*.*")}
    assert set(statuses(church).values()) == {"unchanged"}
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in output.rglob("*.*")}
    assert after == before


def test_an_unchanged_edition_says_what_the_first_run_said(church):
    """The same lines with the same warnings and their places, but for the status."""
    shutil.rmtree(church.folder / "output")
    first = church.run("build", *TWO, "--json")
    second = church.run("build", *TWO, "--json")
    assert second.stdout == first.stdout.replace('"status": "built"', '"status": "unchanged"')
    assert second.stderr == first.stderr
    assert "office `de` reads `de-DE`, but is set in `en`" in second.stderr


def test_one_word_rebuilds_the_editions_of_its_bulletin(church):
    """The other bulletin's stand."""
    change(church, "bulletins/2019-01-14.yaml", "new well", "old well")
    assert rebuilt(church) == FIRST


def test_a_touched_file_rebuilds_nothing(church):
    """Times do not count."""
    for path in church.folder.rglob("*.*"):
        os.utime(path, (1, 1))
    assert rebuilt(church) == set()


def test_times_that_stay_do_not_hide_a_change(church):
    """Nor does a size that stays."""
    path = church.folder / "bulletins/2019-01-14.yaml"
    times = path.stat()
    change(church, "bulletins/2019-01-14.yaml", "new well", "old well")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert rebuilt(church) == FIRST


@pytest.mark.parametrize("forgotten", [False, True])
def test_a_deleted_or_damaged_file_brings_its_pair_back(church, monkeypatch, tmp_path, forgotten):
    """To the same bytes, whether or not the cache still knows the plan."""
    insert = church.folder / "output/us/2019-01-14-insert.pdf"
    deck = church.folder / "output/de/2019-01-21-slides.pptx"
    before = insert.read_bytes(), deck.read_bytes()
    insert.unlink()
    deck.write_bytes(before[1][:-1] + b"x")
    if forgotten:
        monkeypatch.setenv("PRINTKIT_CACHE", str(tmp_path / "empty"))
    assert rebuilt(church) == {("2019-01-14", "us"), ("2019-01-21", "de")}
    assert (insert.read_bytes(), deck.read_bytes()) == before


def test_an_office_s_own_words_rebuild_its_editions(church):
    """The other office's stand, though their entry has moved down a line."""
    name = "name: Partner Office United States"
    text = (church.folder / "layouts/offices.yaml").read_text("utf-8")
    first = next(line for line in text.splitlines() if line.strip().startswith("name:"))
    assert name.split(maxsplit=1)[0] in first
    change(church, "layouts/offices.yaml", first, f"  # moved\n{first} and Friends")
    assert rebuilt(church) == {("2019-01-14", "us"), ("2019-01-21", "us")}


def test_a_comment_in_the_offices_rebuilds_nothing(church):
    """Entries are what they were, wherever they stand."""
    path = church.folder / "layouts/offices.yaml"
    path.write_text("# ours\n" + path.read_text("utf-8"), encoding="utf-8")
    assert rebuilt(church) == set()


def test_a_layout_s_change_rebuilds_what_is_set_in_it(church):
    """All of it."""
    change(church, "layouts/classic.yaml", "comfortable: 12pt", "comfortable: 11.9pt")
    assert rebuilt(church) == FIRST | SECOND


def test_a_new_translation_rebuilds_the_office_that_gets_it(church):
    """And its disappearance once more."""
    path = church.write("bulletins/2019-01-14.de.yaml", GERMAN)
    assert rebuilt(church) == {("2019-01-14", "de")}
    assert rebuilt(church) == set()
    path.unlink()
    assert rebuilt(church) == {("2019-01-14", "de")}


def test_a_church_s_own_regions_rebuild_their_bulletin(church):
    """As soon as there are any, and when there are none any more."""
    local = "regions: [{name: Our Church, requests: [Pray for the roof.]}]\n"
    path = church.write("bulletins/2019-01-21.local.yaml", local)
    assert rebuilt(church) == SECOND
    path.unlink()
    assert rebuilt(church) == SECOND


def test_another_picture_of_the_same_name_rebuilds_its_bulletin(church):
    """What a picture shows is content."""
    for name in ("one.jpg", "river.jpg"):
        shutil.copy(ROOT / "bulletins/river.jpg", church.folder / "bulletins" / name)
    banner = "image: {file: river.jpg, alt: A river}\nscripture:"
    change(church, "bulletins/2019-01-14.yaml", "scripture:", banner)
    assert rebuilt(church) == FIRST
    assert rebuilt(church) == set()
    picture = church.folder / "bulletins/river.jpg"
    picture.write_bytes(picture.read_bytes() + b"\0")
    assert rebuilt(church) == FIRST


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_picture_s_link_that_leads_elsewhere_rebuilds_its_bulletin(church):
    """Though neither of both files has changed."""
    folder = church.folder / "bulletins"
    shutil.copy(ROOT / "bulletins/river.jpg", folder / "one.jpg")
    (folder / "two.jpg").write_bytes((folder / "one.jpg").read_bytes() + b"\0")
    (folder / "river.jpg").symlink_to("one.jpg")
    banner = "image: {file: river.jpg, alt: A river}\nscripture:"
    change(church, "bulletins/2019-01-14.yaml", "scripture:", banner)
    assert rebuilt(church) == FIRST
    (folder / "river.jpg").unlink()
    (folder / "river.jpg").symlink_to("two.jpg")
    assert rebuilt(church) == FIRST


def test_other_options_rebuild_and_the_same_stand(church):
    """The paper is part of what an edition is, and formats stand on their own."""
    assert rebuilt(church, *TWO, "--format", "insert") == set()
    assert rebuilt(church, *TWO, "--paper", "a5") == FIRST | SECOND
    assert rebuilt(church, *TWO, "--paper", "a5") == set()
    assert rebuilt(church, "2019-01-14", "--office", "us") == {("2019-01-14", "us")}
    assert rebuilt(church, *TWO) == (FIRST | SECOND) - {("2019-01-14", "us")}


def test_warnings_are_those_of_the_formats_that_are_asked_for(desk):
    """A slide that shows less is no matter of the insert, built or unchanged."""
    long = " ".join(["Pray for the far village by the river."] * 40)
    desk.write("bulletins/2019-01-14.yaml", f"title: T\nregions: [{{name: A, requests: [{long}]}}]")
    told = "shows only this request's first sentences"
    assert told in desk.run("build", "--office", "us").stderr
    assert told in desk.run("build", "--office", "us").stderr
    assert told not in desk.run("build", "--office", "us", "--format", "insert").stderr


def test_a_new_program_builds_everything_anew(church, monkeypatch):
    """So do new packages and new fonts."""
    monkeypatch.setattr(equipment, "__version__", "9.9.9")
    assert rebuilt(church) == FIRST | SECOND


def test_equipment_is_code_packages_and_fonts(monkeypatch, tmp_path):
    """Each changes its name; a package that draws nothing does not."""
    usual = equipment.equipment_key()
    assert equipment.equipment_key() == usual
    (tmp_path / "pytest-99.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert equipment.equipment_key() == usual
    (tmp_path / "reportlab-99.dist-info").mkdir()
    assert equipment.equipment_key() != usual
    monkeypatch.undo()
    monkeypatch.setattr(equipment, "FAMILIES", {"Arimo": None})
    monkeypatch.setattr(equipment, "file_of", lambda _face: ROOT / "README.md")
    assert equipment.equipment_key() != usual


def test_what_was_never_read_back_is_built_again_to_verify_it(church):
    """Once; then it is known to be right."""
    assert rebuilt(church, *TWO, "--verify") == FIRST | SECOND
    assert rebuilt(church, *TWO, "--verify") == set()
    assert rebuilt(church) == set()
    assert all(record.verified for record in read_manifest(church.folder / "output").values())


def test_strict_does_not_let_warnings_stand(church):
    """An unchanged edition with a warning is an error there, and its files are OLD."""
    result = church.run("build", *TWO, "--strict", "--json")
    assert result.exit_code == 1
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    found = {(line["office"], line["status"]) for line in lines}
    assert found == {("us", "unchanged"), ("de", "old")}


def test_a_bad_bulletin_is_told_each_time(church):
    """And the good ones stand meanwhile."""
    church.write("bulletins/bad.yaml", "title: Prayer\nregionz:\n  - name: Africa\n")
    for _ in range(2):
        result = church.run("build", *TWO)
        assert result.exit_code == 1
        assert result.stderr.count("unknown key `regionz`") == 1
        assert "8 unchanged" in result.stdout


def test_mended_files_are_built_though_the_old_ones_are_what_they_were(church):
    """A bulletin that is broken and put back makes its OLD files good again."""
    path = church.folder / "bulletins/2019-01-14.yaml"
    good = path.read_text("utf-8")
    path.write_text("title: Prayer\n", encoding="utf-8")
    assert church.run("build", *TWO).exit_code == 1
    path.write_text(good, encoding="utf-8")
    assert rebuilt(church) == FIRST
    assert church.run("verify").exit_code == 0


def test_a_manifest_of_another_form_is_as_none(church):
    """Everything is built, and the manifest is ours again."""
    path = church.folder / "output" / NAME
    path.write_text('{"form": 1, "files": [{"file": "us/x"}]}', encoding="utf-8")
    assert rebuilt(church) == FIRST | SECOND
    assert len(read_manifest(church.folder / "output")) == 8


def test_a_run_that_builds_nothing_loads_nothing_that_draws(church, cache_of_the_run):
    """Neither what reads YAML nor what makes pages and slides."""
    code = (
        "import sys\nfrom printkit.cli import cli\n"
        f"cli({['build', *TWO]!r}, standalone_mode=False)\n"
        f"print('loaded', *(m for m in {HEAVY} if m in sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PRINTKIT_CACHE": str(cache_of_the_run)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=church.folder, env=environment, capture_output=True, text=True, check=True
    )
    assert "8 unchanged" in done.stdout
    assert done.stdout.splitlines()[-1] == "loaded"


def test_check_writes_nothing_beside_what_was_built(church):
    """Nor does it leave anything out because it was built before."""
    before = church.files()
    result = church.run("check", *TWO)
    assert "8 checked" in result.stdout
    assert church.files() == before
