"""Files are written whole, several together or none, and what is in the way is said."""

import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from printkit.batch.files import _write, write_together
from printkit.batch.locking import alone, is_still_at, let_go, lock
from printkit.batch.scratch import Scratch, clear_leftovers
from printkit.errors import Refused


def names_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))


def test_two_files_are_both_written_or_neither(tmp_path):
    """Where the second cannot be put into its place, the first is again what it was."""
    first, second = tmp_path / "a.pdf", tmp_path / "b.pptx"
    first.write_bytes(b"before")
    (second / "inside").mkdir(parents=True)
    with pytest.raises(Refused) as caught:
        write_together({first: b"after", second: b"after"})
    assert "could not be written" in caught.value.problems[0].message
    assert first.read_bytes() == b"before"
    assert names_in(tmp_path) == ["a.pdf", "b.pptx"]


def test_a_first_file_that_was_not_there_is_gone_again(tmp_path):
    """No half of a pair stays behind."""
    second = tmp_path / "b.pptx"
    (second / "inside").mkdir(parents=True)
    with pytest.raises(Refused):
        write_together({tmp_path / "a.pdf": b"after", second: b"after"})
    assert names_in(tmp_path) == ["b.pptx"]


def test_an_interrupt_between_two_files_leaves_neither(tmp_path):
    """As a fault does."""

    class Interrupted(Path if sys.version_info >= (3, 12) else type(Path())):
        def replace(self, target):
            """Be interrupted before the second file."""
            if target.name == "b.pptx":
                raise KeyboardInterrupt
            return super().replace(target)

    first, second = Interrupted(tmp_path / "a.pdf"), Interrupted(tmp_path / "b.pptx")
    first.write_bytes(b"before")
    with pytest.raises(KeyboardInterrupt):
        write_together({first: b"after", second: b"after"})
    assert names_in(tmp_path) == ["a.pdf"]
    assert first.read_bytes() == b"before"


def test_files_are_put_into_place_in_turn(tmp_path):
    """The turn is taken once for all of them, when all are ready to be moved."""
    seen = []

    @contextmanager
    def turn():
        seen.append(len(list(tmp_path.glob(".making-*"))))
        yield

    write_together({tmp_path / "a.pdf": b"1", tmp_path / "b.pptx": b"2"}, turn=turn)
    assert seen == [2]
    assert names_in(tmp_path) == ["a.pdf", "b.pptx"]


def test_only_one_is_alone(tmp_path):
    """Who comes second waits; when the first has gone, no file is left of the lock."""
    path = tmp_path / "turn.lock"
    with alone(path), path.open("a") as other:
        assert lock(other) == "theirs"
    assert not path.exists()
    with alone(path):
        assert path.exists()


def test_a_lock_whose_file_was_removed_is_no_lock(tmp_path):
    """Whoever takes one looks whether it is still the file of that name."""
    path = tmp_path / "turn.lock"
    file = path.open("ab", buffering=0)
    assert is_still_at(path, file)
    path.unlink()
    assert not is_still_at(path, file)
    path.touch()
    assert not is_still_at(path, file)
    let_go(path, file)
    assert not path.exists()


def left(folder, token):
    """Leave a temporary file as a process does that is killed."""
    path = folder / "us" / f".making-{token}-{'0' * 16}.pdf"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"half")
    return path


def test_what_the_dead_have_left_is_cleared_away(tmp_path):
    """With their locks; files of others with such names are not touched."""
    held, orphan = left(tmp_path, "a" * 16), left(tmp_path, "b" * 16)
    (tmp_path / f".making-{'a' * 16}.lock").touch()
    (tmp_path / ".making.lock").touch()
    others = tmp_path / ".making-notes.txt"
    others.touch()
    clear_leftovers(tmp_path)
    assert not held.exists()
    assert not orphan.exists()
    assert names_in(tmp_path) == [".making-notes.txt"]


def test_what_the_living_are_writing_stays(tmp_path):
    """As long as they hold their lock."""
    scratch = Scratch(tmp_path)
    scratch.write({tmp_path / "us" / "a.pdf": b"1"})
    (held,) = tmp_path.glob(".making-*.lock")
    temporary = left(tmp_path, held.name.split("-")[1].removesuffix(".lock"))
    clear_leftovers(tmp_path)
    assert temporary.exists()
    scratch.close()
    clear_leftovers(tmp_path)
    assert names_in(tmp_path) == ["us/a.pdf"]


def test_nothing_is_made_until_something_is_written(tmp_path):
    """A run that builds nothing leaves no folder."""
    output = tmp_path / "output"
    Scratch(output).close()
    clear_leftovers(output)
    assert not output.exists()


def test_a_system_may_take_a_part_in_pieces():
    """Until it has all of it."""
    taken = []

    class Slow:
        def write(self, part):
            taken.append(bytes(part[:3]))
            return len(taken[-1])

    _write(Slow(), b"12345678")
    assert taken == [b"123", b"456", b"78"]


def test_a_file_may_be_written_in_parts(tmp_path):
    """They are taken as they are written; where one cannot be had, nothing is left."""
    path = tmp_path / "us" / "a.zip"
    write_together({path: iter((b"1", b"", b"23"))})
    assert path.read_bytes() == b"123"

    def torn():
        yield b"4"
        raise Refused

    with pytest.raises(Refused):
        write_together({path: torn()})
    assert path.read_bytes() == b"123"
    assert names_in(tmp_path) == ["us/a.zip"]


@pytest.mark.parametrize("other", [b"1234", b"12", b"129", b"", None])
def test_a_file_is_renewed_where_it_holds_something_else(tmp_path, other):
    """Longer, shorter, otherwise or not there; where it holds just that it is left alone."""
    path, scratch = tmp_path / "a.zip", Scratch(tmp_path)
    if other is not None:
        path.write_bytes(other)
    scratch.renew(path, lambda: iter((b"1", b"23")))
    assert path.read_bytes() == b"123"
    before = path.stat().st_ino
    scratch.renew(path, lambda: iter((b"12", b"3")))
    scratch.close()
    assert path.stat().st_ino == before
