"""The manifest is changed line by line: what this run built is merged into what is there."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from printkit import __version__
from printkit.batch.manifest import (
    NAME,
    Record,
    digest_of,
    load_manifest,
    parts_of,
    read_manifest,
)
from printkit.batch.recording import Built, Recorder
from printkit.batch.scratch import Scratch
from printkit.batch.way import Way
from printkit.errors import Refused


def record(name, recipient="", **more):
    """Give a file's record; its content is its name."""
    said = {
        "file": name,
        "bulletin": "week",
        "date": "2019-01-14",
        "source": "bulletins/week.yaml",
        "office": "us",
        "format": "insert",
        "language": "en",
        "layout": "classic",
        "paper": "letter",
        "screen": "16:9",
        "sha256": digest_of(name.encode()),
        "bytes": len(name),
        "pages": 1,
        "size": 10.0,
        "full": 0.5,
        "facts": {},
        "warnings": [],
        "fingerprint": "f",
        "equipment": "e",
        "recipient": {"id": recipient} if recipient else {},
    }
    return Record(**(said | more))


def put(output, records, copies=None):
    """Write files and their manifest."""
    for one in records:
        path = output / one.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.file.encode())
    lines = [one.as_line() for one in sorted(records, key=lambda one: one.file)]
    (output / NAME).write_bytes(b"".join(parts_of(lines, copies or {}, __version__)))


def recorded(output, *records):
    """Record what was built; give what was wrong."""
    recorder = Recorder(Way(output, "output", None), Scratch(output))
    for one in records:
        recorder.add(Built((), (one,)))
    problems = recorder.finish()
    recorder.scratch.close()
    return problems


def test_new_lines_take_their_places_among_the_others(tmp_path):
    """Before, between and behind them, or instead of one; all others are as they were."""
    old = [record(name, name[0]) for name in ("b", "d", "f")]
    put(tmp_path, old, {"copy": "b"})
    fresh = [record(name, name[0], pages=2) for name in ("a", "c", "d", "g")]
    for one in fresh:
        (tmp_path / one.file).write_bytes(one.file.encode())
    assert recorded(tmp_path, *fresh) == ()
    known = load_manifest(tmp_path)
    assert list(known.records) == ["a", "b", "c", "d", "f", "g"]
    assert [one.pages for one in known.records.values()] == [2, 1, 2, 2, 1, 2]
    assert known.copies == {"copy": "b"}


def test_what_is_there_already_is_not_written_again(tmp_path):
    """Though it was built; one of another version is."""
    put(tmp_path, [record("a"), record("b", "b")])
    path = tmp_path / NAME
    before = path.read_bytes(), path.stat().st_ino
    recorded(tmp_path, record("b", "b"))
    assert (path.read_bytes(), path.stat().st_ino) == before
    path.write_bytes(before[0].replace(__version__.encode(), b"0.0.1"))
    recorded(tmp_path, record("b", "b"))
    assert path.read_bytes() == before[0]


def test_a_file_that_is_no_more_of_its_edition_goes(tmp_path):
    """A recipient's slides do not count with another's, nor with the office's own."""
    names = ("us/w-slide-01", "us/w/w-x-slide-01", "us/w/w-x-slide-02", "us/w/w-y-slide-02")
    whose = ("", "x", "x", "y")
    old = [record(n, w, format="slides-png") for n, w in zip(names, whose, strict=True)]
    put(tmp_path, old)
    assert recorded(tmp_path, replace(old[1], pages=9)) == ()
    assert list(read_manifest(tmp_path)) == [names[0], names[1], names[3]]
    assert not (tmp_path / names[2]).exists()
    assert (tmp_path / names[3]).exists()


def test_what_another_run_has_built_since_is_left(tmp_path):
    """A file that is not what this run wrote keeps the record that is there."""
    put(tmp_path, [record("a", pages=7)])
    recorded(tmp_path, record("a", sha256=digest_of(b"other")), record("none"))
    assert {name: one.pages for name, one in read_manifest(tmp_path).items()} == {"a": 7}


def test_the_manifest_is_written_the_seldomer_the_longer_it_is(tmp_path):
    """So that thousands of recipients cost what they must, and a killed run loses little."""
    recorder, seen = Recorder(Way(tmp_path, "output", None), Scratch(tmp_path)), []
    for number in range(2000):
        one = record(f"{number:04}", f"{number}")
        (tmp_path / one.file).write_bytes(one.file.encode())
        recorder.add(Built((), (one,)))
        state = (tmp_path / NAME).stat().st_ino if (tmp_path / NAME).exists() else 0
        if not seen or state != seen[-1][1]:
            seen.append((number, state))
    recorder.finish()
    recorder.scratch.close()
    at = [number for number, _ in seen[1:]]
    assert at[:3] == [19, 39, 59]
    assert 15 < len(at) < 40
    assert all(later - earlier <= max(20, earlier / 7) for earlier, later in pairwise(at))
    assert len(read_manifest(tmp_path)) == 2000


def test_recipients_files_are_left_out_where_they_are_not_asked_for(tmp_path):
    """The copies of the newest are the offices' own files."""
    put(tmp_path, [record("a"), record("b", "b")])
    assert list(load_manifest(tmp_path, own=True).records) == ["a"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda said: said["files"].append({"file": "z"}),
        lambda said: said["files"][0].update(colour="red"),
        lambda said: said["files"][0].pop("sha256"),
        lambda said: said.pop("copies"),
        lambda said: said.pop("form"),
    ],
    ids=["short", "unknown key", "missing key", "no copies", "no form"],
)
def test_a_manifest_that_says_something_else_is_damaged(tmp_path, damage):
    """However it is laid out; nothing of it is lost by writing over it."""
    put(tmp_path, [record("a"), record("b")])
    path = Path(tmp_path, NAME)
    said = json.loads(path.read_text("utf-8"))
    damage(said)
    path.write_text(json.dumps(said), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(Refused, match="is not a manifest"):
        load_manifest(tmp_path)
    (problem,) = recorded(tmp_path, record("a"))
    assert "is not a manifest" in problem.message
    assert path.read_bytes() == before


def test_lines_out_of_order_are_no_manifest_of_ours(tmp_path):
    """Else a line would be lost, or stand there twice, when others are merged into them."""
    lines = [record(name).as_line() for name in ("b", "a")]
    (tmp_path / NAME).write_bytes(b"".join(parts_of(lines, {}, __version__)))
    with pytest.raises(Refused, match="is not a manifest"):
        load_manifest(tmp_path)
