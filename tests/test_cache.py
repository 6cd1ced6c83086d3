"""What is prepared once is kept, and is never believed where it is damaged."""

import sys
from pathlib import Path

import pytest

from printkit.cache import Cache, key_of, user_cache_folder


class Maker:
    """Makes an entry and counts how often it was asked to."""

    def __init__(self, content: bytes = b"prepared") -> None:
        self.content = content
        self.times = 0

    def __call__(self) -> bytes:
        """Make the entry."""
        self.times += 1
        return self.content


def entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_an_entry_is_made_once(tmp_path):
    """The same cache has it in memory, another one in the folder."""
    make = Maker()
    cache = Cache(tmp_path / "cache")
    for one in (cache, cache, Cache(tmp_path / "cache")):
        assert one.get("face", "key", make) == b"prepared"
    assert make.times == 1


def test_entries_are_told_apart_by_kind_and_key(tmp_path):
    """None is taken for another."""
    cache = Cache(tmp_path)
    for kind, key in (("face", "a"), ("face", "b"), ("font", "a")):
        content = f"{kind} {key}".encode()
        assert cache.get(kind, key, Maker(content)) == content
    assert len(entries(tmp_path)) == 3


DAMAGE = {
    "emptied": lambda whole: whole[:0],
    "cut short": lambda whole: whole[:10],
    "a byte less": lambda whole: whole[:-1],
    "a byte more": lambda whole: whole + b"x",
    "another last byte": lambda whole: whole[:-1] + bytes([whole[-1] ^ 1]),
    "another first byte": lambda whole: bytes([whole[0] ^ 1]) + whole[1:],
    "without its digest": lambda whole: whole[-8:],
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_entry_is_made_again(tmp_path, damage):
    """Whatever happened to its file; then it is whole again."""
    make = Maker()
    Cache(tmp_path).get("face", "key", make)
    (entry,) = entries(tmp_path)
    whole = entry.read_bytes()
    entry.write_bytes(DAMAGE[damage](whole))
    assert Cache(tmp_path).get("face", "key", make) == b"prepared"
    assert make.times == 2
    assert entry.read_bytes() == whole


def test_a_deleted_entry_is_made_again(tmp_path):
    """To the same bytes."""
    make = Maker()
    cache = Cache(tmp_path)
    cache.get("face", "key", make)
    (entry,) = entries(tmp_path)
    whole = entry.read_bytes()
    entry.unlink()
    assert Cache(tmp_path).get("face", "key", make) == b"prepared"
    assert entry.read_bytes() == whole


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path):
    """Here it would have to be where a file is."""
    (tmp_path / "file").write_text("not a folder")
    make = Maker()
    cache = Cache(tmp_path / "file" / "cache")
    assert cache.get("face", "key", make) == cache.get("face", "key", make) == b"prepared"
    assert make.times == 1


def test_an_entry_that_cannot_be_replaced_only_costs_time(tmp_path):
    """Here a folder stands in its place."""
    make = Maker()
    Cache(tmp_path).get("face", "key", make)
    (entry,) = entries(tmp_path)
    entry.unlink()
    (entry / "inside").mkdir(parents=True)
    assert Cache(tmp_path).get("face", "key", make) == b"prepared"


def test_without_a_folder_entries_are_kept_in_memory():
    """For as long as the cache is."""
    make = Maker()
    cache = Cache(None)
    assert cache.get("face", "key", make) == cache.get("face", "key", make) == b"prepared"
    assert make.times == 1


def test_an_empty_entry_is_an_entry():
    """Nothing may be what was prepared."""
    make = Maker(b"")
    cache = Cache(None)
    assert cache.get("hyphenation", "xx", make) == cache.get("hyphenation", "xx", make) == b""
    assert make.times == 1


def test_no_half_written_file_is_left(tmp_path):
    """An entry is moved to its name when it is whole."""
    Cache(tmp_path).get("face", "key", Maker())
    assert [path.name for path in entries(tmp_path)] == ["face-key"]


def test_keys_tell_parts_apart():
    """Where one part ends and the next begins matters; text is its UTF-8."""
    keys = [key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", ""), key_of()]
    assert len(set(keys)) == 5
    assert key_of("é") == key_of("é".encode())
    assert all(len(key) == 64 for key in keys)


@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("linux", {"PRINTKIT_CACHE": "here"}, Path("here")),
        ("win32", {"PRINTKIT_CACHE": "here"}, Path("here")),
        ("linux", {"XDG_CACHE_HOME": "kept"}, Path("kept/printkit")),
        ("linux", {}, Path("home/.cache/printkit")),
        ("darwin", {"XDG_CACHE_HOME": "kept"}, Path("home/Library/Caches/printkit")),
        ("win32", {"LOCALAPPDATA": "local"}, Path("local/printkit/Cache")),
        ("win32", {}, Path("home/AppData/Local/printkit/Cache")),
    ],
)
def test_the_users_folder_is_where_the_system_keeps_such_things(
    monkeypatch, platform, variables, folder
):
    """Unless `PRINTKIT_CACHE` names another."""
    for name in ("PRINTKIT_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("home"))
    assert user_cache_folder() == folder
