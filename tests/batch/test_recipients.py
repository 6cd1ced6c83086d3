"""Editions for recipients: their names, records and fingerprints, alone or among thousands."""

import json
import os
from dataclasses import fields, replace
from pathlib import Path, PurePosixPath

import pytest

from printkit.batch.building import build
from printkit.batch.mailing import Mailing, load_mailing, prints_for, recalled, recorded
from printkit.batch.manifest import Manifest, load_manifest, parts_of, read_manifest
from printkit.batch.naming import file_name, is_ours, names_there
from printkit.batch.options import Options
from printkit.batch.project import Project
from printkit.batch.way import Way
from printkit.cache import user_cache_folder
from printkit.cli.asking import planner_for, storeroom
from printkit.errors import Refused
from printkit.loading.checks import UNCHECKED
from printkit.loading.slugs import slug_of
from printkit.model.formats import KNOWN_FORMATS
from printkit.model.recipient import Recipient
from printkit.ordering import Order

PLAIN = "title: Prayer Requests\nregions:\n  - {name: Africa, requests: [Give thanks.]}\n"
LISTED = tuple(Recipient(f"c{number}", f"Church {number}", "10:30") for number in range(7))


def planned(folder, recipients, **more):
    """Plan a bulletin for recipients of one office."""
    (folder / "bulletins").mkdir(exist_ok=True)
    (folder / "bulletins/week.yaml").write_text(PLAIN, encoding="utf-8")
    plan = planner_for(Project(folder), storeroom()).plan([], Options(offices=("us",), **more))
    (entry,) = plan.entries
    return replace(entry, recipients=recipients, table="churches.csv")


def files_of(folder, recipients, jobs):
    """Build; give the files by name."""
    output = folder / f"output-{len(recipients)}-{jobs}"
    entry = planned(folder, recipients)
    reports, problems, _ = build(
        (entry,), Way(output, "output", user_cache_folder()), jobs, [].append
    )
    assert not problems
    assert {report.status for report in reports} == {"built"}
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*.p*")}


def test_a_recipient_s_files_are_in_the_bulletin_s_folder():
    """The bulletin's name comes first, then the recipient's, then what it is."""
    name = file_name("us", "2019-01-14", "insert", 0, "grace")
    assert name == "us/2019-01-14/2019-01-14-grace-insert.pdf"
    name = file_name("us", "2019-01-14", "slides-png", 3, "grace")
    assert name == "us/2019-01-14/2019-01-14-grace-slide-03.png"
    assert is_ours(name)


def test_only_the_recipient_s_own_files_are_there(tmp_path):
    """Not the office's, nor those of one whose id begins or ends alike."""
    for name in ("us/w-insert.pdf", "us/w/w-a-insert.pdf", "us/w/w-a-a-slide-01.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert names_there(tmp_path, "us", "w", "insert", "a") == ("us/w/w-a-insert.pdf",)
    assert names_there(tmp_path, "us", "w", "insert", "b") == ()
    assert names_there(tmp_path, "us", "w", "slides-png", "a") == ()
    assert names_there(tmp_path, "us", "w", "slides-png", "a-a") == ("us/w/w-a-a-slide-01.png",)


def test_no_two_files_have_one_name_on_any_system():
    """Whatever the ids end with, and where large and small letters are the same."""
    ids = ("a", "a-insert", "a-slides", "a-slide-01", "a-slide-01-insert", "b", "w", "w-a")
    names = [file_name("us", "w", format_, 1, one) for format_ in KNOWN_FORMATS for one in ids]
    names += [file_name("us", "w", format_, 1) for format_ in KNOWN_FORMATS]
    assert len({name.casefold() for name in names}) == len(names)


@pytest.mark.parametrize("name", ["Con", "aux", "NUL", "prn", "COM1", "lpt9"])
def test_no_file_has_a_device_s_name(name):
    """Windows keeps these, whatever ending they have; a bulletin's name stands before them."""
    path = PurePosixPath(file_name("us", "2019-01-14", "insert", 0, slug_of(name)))
    assert not any(part.partition(".")[0].casefold() == name.casefold() for part in path.parts)
    assert path.name == f"2019-01-14-{name.lower()}-insert.pdf"


def test_an_edition_is_the_same_alone_and_among_others(tmp_path):
    """Whatever was built before it, and over two processes."""
    together = files_of(tmp_path, LISTED, 1)
    assert len(together) == 14
    assert files_of(tmp_path, LISTED, 2) == together
    for one in (LISTED[0], LISTED[6]):
        alone = files_of(tmp_path, (one,), 1)
        assert alone == {name: together[name] for name in alone}


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_that_fails_stops_no_other(tmp_path, jobs):
    """Its files are reported as failed, the others' are built and recorded."""
    listed = (*LISTED[:3], Recipient("long", *["MW " * 66] * 3), *LISTED[3:])
    entry = planned(tmp_path, listed, screen="4:3")
    way = Way(tmp_path / "output", "output", user_cache_folder())
    reports, problems, _ = build((entry,), way, jobs, [].append)
    assert not problems
    failed = {report.recipient for report in reports if report.status == "failed"}
    assert failed == {"long"}
    assert len(read_manifest(tmp_path / "output")) == 14


class Deadly(Order):
    """An order that ends the process in which it is unpacked."""

    def __reduce__(self):
        """Give what an unpickler calls."""
        return os._exit, (1,)


def test_a_process_that_dies_takes_what_is_left_with_it_and_no_more(tmp_path):
    """Every edition is reported, those that were sent and those that were not yet."""
    entry = planned(tmp_path, tuple(Recipient(f"c{number}", "C") for number in range(40)))
    said = {one.name: getattr(entry.order, one.name) for one in fields(Order)}
    way = Way(tmp_path / "output", "output", user_cache_folder())
    reports, _, _ = build((replace(entry, order=Deadly(**said)),), way, 2, [].append)
    assert [report.status for report in reports] == ["failed"] * 80
    assert "BrokenProcessPool" in reports[0].problems[0].message


def test_an_entry_stands_for_its_recipients_without_holding_their_editions(tmp_path):
    """Its parts are together what it is, and each shares the bulletin with all others."""
    entry = planned(tmp_path, LISTED)
    assert entry.editions == 7
    parts = list(entry.parted(3))
    assert [len(part.recipients) for part in parts] == [3, 3, 1]
    each = [one for part in parts for one in part.each()]
    assert [one.addressee for one in each] == [one.identity for one in LISTED]
    assert all(one.order.bulletin is entry.order.bulletin for one in each)


def test_a_church_s_line_is_what_its_fingerprint_adds_to_the_office_s():
    """Another line makes another name; the row's place does not count."""
    prints = (("insert", "a"), ("slides", "b"))
    names = [prints_for(prints, one) for one in (*LISTED, Recipient("c0", "Church 0"))]
    assert len(set(names)) == 8
    assert prints_for(prints, Recipient("other", "Church 0", "10:30")) == names[0]


def test_the_manifest_says_whom_a_file_is_for(tmp_path):
    """With the cells of the row and the table, from which the recipient is known again."""
    files_of(tmp_path, LISTED[:1], 1)
    record = read_manifest(tmp_path / "output-1-1")["us/week/week-c0-insert.pdf"]
    assert record.recipient == recorded(LISTED[0], "churches.csv")
    assert recalled(record.recipient) == LISTED[0]
    assert record.edition == ("week", "us", "c0", "insert")


def test_a_manifest_is_read_as_it_was_written_whatever_its_lines(tmp_path):
    """One that was laid out anew says the same, and one that was cut off is damaged."""
    files_of(tmp_path, LISTED[:2], 1)
    output = tmp_path / "output-2-1"
    path = output / "manifest.json"
    known, written = load_manifest(output), path.read_bytes()
    assert len(known.records) == 4
    version = json.loads(written)["printkit"]
    lines = [record.as_line() for record in known.records.values()]
    assert b"".join(parts_of(lines, known.copies, version)) == written
    path.write_text(json.dumps(json.loads(written), indent=2), encoding="utf-8")
    assert load_manifest(output) == known
    for part in (written[: len(written) // 2], written[:60], written[:-4]):
        path.write_bytes(part)
        with pytest.raises(Refused, match="is not a manifest"):
            load_manifest(output)
    path.write_bytes(b"".join(parts_of((), {}, "0")))
    assert load_manifest(output) == Manifest()


def test_a_table_is_found_from_here_or_from_the_project(tmp_path, monkeypatch):
    """The manifest names it from the project's folder, so that `verify` finds it from anywhere."""
    project = Project(tmp_path / "project")
    (tmp_path / "project").mkdir()
    for folder, name in (("project", "inside.csv"), ("", "beside.csv")):
        (tmp_path / folder / name).write_text("name\nGrace\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    grace = (Recipient("grace", "Grace"),)
    assert load_mailing(Path("inside.csv"), project, UNCHECKED) == Mailing("inside.csv", grace)
    assert load_mailing(Path("beside.csv"), project, UNCHECKED) == Mailing("../beside.csv", grace)
