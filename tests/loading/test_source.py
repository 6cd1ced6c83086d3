"""A file's bytes become its text, or one error that says how to save it."""

import os
from pathlib import Path

import pytest

from printkit.errors import Place, Refused
from printkit.loading.source import LARGEST, Source, read_source


def _problems(path):
    with pytest.raises(Refused) as refusal:
        read_source(path, "b.yaml")
    return [problem.describe() for problem in refusal.value.problems]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_utf_16_and_utf_32_are_named(tmp_path, encoding, name):
    """A file in another Unicode encoding gives one error with what to do."""
    file = tmp_path / "b.yaml"
    file.write_bytes("title: Zoë\n".encode(encoding))
    assert _problems(file) == [
        (
            f"error: b.yaml:1:1: expected UTF-8, found {name}\n"
            f"  hint: save the file as UTF-8; it is {name} now"
        )
    ]


def test_windows_1252_is_recognised(tmp_path):
    """The first byte that is not UTF-8 is named, with its place and the letter it stands for."""
    file = tmp_path / "b.yaml"
    file.write_bytes("a: 1\r\nné: Zoë\n".replace("é", "e").encode("cp1252"))
    assert _problems(file) == [
        (
            "error: b.yaml:2:7: expected UTF-8, found the byte 0xEB\n"
            "  hint: save the file as UTF-8; if that byte stands for `ë`, it is Windows-1252 now"
        )
    ]


def test_surrogates_are_not_utf_8(tmp_path):
    """Half of a character is no character."""
    file = tmp_path / "b.yaml"
    file.write_bytes(b"title: \xed\xa0\xbd")
    assert _problems(file)[0].startswith("error: b.yaml:1:8: expected UTF-8, found the byte 0xED")


def test_the_largest_file(tmp_path):
    """A megabyte is read, and one byte more is refused."""
    file = tmp_path / "b.yaml"
    file.write_bytes(b"#" * LARGEST)
    assert len(read_source(file, "b.yaml")[0].text) == LARGEST + 1
    file.write_bytes(b"#" * (LARGEST + 1))
    assert _problems(file) == ["error: b.yaml:1:1: expected at most 1 MB of text, found more"]


def test_what_is_no_file(tmp_path):
    """A folder and a name that nothing has are refused."""
    assert _problems(tmp_path) == ["error: b.yaml:1:1: expected a file, found something else"]
    missing = _problems(tmp_path / "missing.yaml")
    assert missing == ["error: b.yaml:1:1: there is no such file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_not_waited_for(tmp_path):
    """Nobody may ever write into it."""
    os.mkfifo(tmp_path / "pipe")
    assert _problems(tmp_path / "pipe") == [
        "error: b.yaml:1:1: expected a file, found something else"
    ]


def test_control_characters_are_told_with_their_places_and_the_rest_is_read(refused):
    """A character that no YAML file may have does not hide what else is wrong."""
    text = "title: a\x07b\nregions:\n  - name: a\u2028b\ufeff\x85\n    request: [Pray.]\n"
    assert [line.split("\n")[0] for line in refused(text)] == [
        "error: bulletins/2019-01-14.yaml:1:9: bell (U+0007) is not allowed",
        "error: bulletins/2019-01-14.yaml:3:12: line separator (U+2028) is not allowed",
        "error: bulletins/2019-01-14.yaml:3:14: byte order mark (U+FEFF) is not allowed",
        "error: bulletins/2019-01-14.yaml:3:15: next line (U+0085) is not allowed",
        (
            "error: bulletins/2019-01-14.yaml:4:5: unknown key `request`, expected one of `name`, "
            "`intro`, `image`, `requests`"
        ),
    ]


def test_a_control_character_in_what_is_no_yaml_gives_one_error(refused):
    """The character is the likeliest reason."""
    assert refused("title: a\x00b\nx: y: z\n") == [
        (
            "error: bulletins/2019-01-14.yaml:1:9: null character (U+0000) is not allowed\n"
            "  hint: delete it and type the text again"
        )
    ]


def test_binary_data_gives_one_error(refused):
    """A picture by the name of a bulletin is not listed byte by byte."""
    assert refused(bytes(range(32)) * 9) == [
        (
            "error: bulletins/2019-01-14.yaml:1:1: expected text, found binary data\n"
            "  hint: save the file as UTF-8"
        )
    ]


def test_tabs_inside_lines_are_blanks(load):
    """A tab behind a key or a dash is as good as a space."""
    assert load("title:\tT\nregions:\n  - name: R\t# here\n    requests:\n    -\tPray.\n\t\n")


def test_the_place_of_an_index():
    """Lines and columns are counted from one."""
    source = Source("b.yaml", "ab\nc\n")
    assert source.place(0) == Place("b.yaml", 1, 1)
    assert source.place(2) == Place("b.yaml", 1, 3)
    assert source.place(3) == Place("b.yaml", 2, 1)
    assert source.line_at(4) == "c"


def test_a_name_that_no_file_can_have_is_refused():
    """The system's own words say why."""
    assert _problems(Path("a\0b"))[0].startswith("error: b.yaml:1:1: cannot be read: ")
