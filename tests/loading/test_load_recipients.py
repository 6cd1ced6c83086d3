"""Tables of churches as spreadsheets save them, and all that can be wrong with one."""

import pytest

from printkit.errors import Refused
from printkit.loading import Checks
from printkit.loading.checks import UNCHECKED
from printkit.loading.recipients import load_recipients
from printkit.loading.slugs import LONGEST, slug_of


def loaded(folder, content, checks=UNCHECKED):
    """Load a table of these bytes, or of this text in UTF-8."""
    path = folder / "churches.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load_recipients(path, "churches.csv", checks)


def refused(folder, content, checks=UNCHECKED):
    """Give what is wrong with a table, a line each."""
    with pytest.raises(Refused) as refusal:
        loaded(folder, content, checks)
    return [f"{one.place}: {one.message}" for one in refusal.value.problems]


def hints(folder, content):
    """Give the hints of what is wrong."""
    with pytest.raises(Refused) as refusal:
        loaded(folder, content)
    return [one.hint for one in refusal.value.problems]


def lines(folder, content):
    """Give the ids with the churches' lines."""
    return [(one.identity, one.line) for one in loaded(folder, content)]


ALLOWED = "letters from A to Z, digits, and `.`, `-` or `_` between them"
EXPECTED = "expected one of `name`, `id`, `service`, `contact`"
TWO = [("grace", "Grace\u00a0· Sundays 10:30\u00a0· 01 23"), ("zurich", "Zürich")]


@pytest.mark.parametrize(
    "text",
    [
        "name,service,contact\nGrace,Sundays 10:30,01 23\nZürich,,\n",
        "name;service;contact\r\nGrace;Sundays 10:30;01 23\r\nZürich;;\r\n",
        "sep=;\nname;service;contact\nGrace;Sundays 10:30;01 23\nZürich;;",
        "SEP=,\r\nname,contact,service\r\n\r\nGrace,01 23,Sundays 10:30\r\n,,\r\nZürich,,\r\n",
        ' Name ,"Contact","service",,\n"Grace", 01  23 ,"Sundays\n10:30",,\nZürich,,,,\n',
        "name,service,contact\rGrace,Sundays 10:30,01 23\rZürich,,\r",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_tables_are_read_as_spreadsheets_save_them(tmp_path, text, encoding):
    """Commas or semicolons, quotation marks, blank lines, Excel's first line, either encoding."""
    assert lines(tmp_path, text.encode(encoding)) == TWO


def test_cells_are_text(tmp_path):
    """Formulas, tags, entities, numbers and quotation marks are kept as written."""
    table = (
        'name,id,contact\n=cmd()|x,007,"a ""b"" <b>&amp; {{x}} %s"\n+1,1e5,-2\n@x,2019-01-14,no\n'
    )
    assert lines(tmp_path, table) == [
        ("007", '=cmd()|x\u00a0· a "b" <b>&amp; {{x}} %s'),
        ("1e5", "+1\u00a0· -2"),
        ("2019-01-14", "@x\u00a0· no"),
    ]


def test_everything_that_is_wrong_is_told_at_once(tmp_path):
    """Each problem has its line and column, also behind a cell of two lines."""
    table = (
        "name,id,service\n"
        "Grace,grace,a,b\n"
        '"St.\nMary",mary,"x\x00y"\n'
        "Hope,hope\n"
        " ,none,\n"
        "Trinity,GRACE,ab\u202ecd\n"
        "Faith,a/b,\n"
        "Peace,grace,\n"
    )
    assert refused(tmp_path, table) == [
        "churches.csv:2:15: expected 3 cells, as there are columns, found 4",
        "churches.csv:4:12: null character (U+0000) is not allowed",
        "churches.csv:5:10: expected 3 cells, as there are columns, found 2",
        "churches.csv:6:1: `name` is empty, expected a name",
        "churches.csv:7:15: right-to-left override (U+202E) is not allowed",
        f"churches.csv:8:7: expected an `id` of {ALLOWED}, found `a/b`",
    ]
    assert hints(tmp_path, table)[5] == "type `a-b`"


def test_two_of_one_id_are_refused_with_both_lines(tmp_path):
    """Names alike but for case or signs, and ids alike on a file system that ignores case."""
    table = "name\nGrace Church\nSt. Mary's\nGRACE church\nSt Marys\n"
    assert refused(tmp_path, table) == [
        "churches.csv:4:1: the id `grace-church` is that of line 2, too",
        "churches.csv:5:1: the id `st-marys` is that of line 3, too",
    ]
    assert hints(tmp_path, table)[0] == "add a column `id`, with `grace-church-2` in this line"
    third = hints(tmp_path, "name\nGrace\nGrace\nGrace\n")[1]
    assert third == "add a column `id`, with `grace-3` in this line"
    table = "name,id\nA,x1\nB,X1\n"
    assert refused(tmp_path, table) == ["churches.csv:3:3: the id `X1` is that of line 2, too"]


def test_unknown_repeated_and_missing_columns_are_told(tmp_path):
    """With what was probably meant."""
    table = "nmae,id,id,pastor\nA,b,c,d\n"
    assert refused(tmp_path, table) == [
        f"churches.csv:1:1: unknown column `nmae`, {EXPECTED}",
        "churches.csv:1:9: the column `id` is given twice",
        f"churches.csv:1:12: unknown column `pastor`, {EXPECTED}",
        "churches.csv:1:1: there is no column `name`",
    ]
    assert hints(tmp_path, table)[0] == "did you mean `name`?"
    assert hints(tmp_path, "Church name\nA\n")[0] == "did you mean `name`?"
    assert hints(tmp_path, "name\tid\nA\tb\n")[0].startswith("save the file with commas")


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n,,\n", b"sep=;\n"])
def test_an_empty_table_says_how_to_begin(tmp_path, content):
    """Also one with nothing but blank lines."""
    found = refused(tmp_path, content)
    assert found == ["churches.csv:1:1: expected a line with the columns' names, found nothing"]


def test_a_table_without_recipients_is_refused(tmp_path):
    """A header alone would build nothing."""
    found = refused(tmp_path, "name,id\n,,\n")
    assert found == ["churches.csv:2:1: expected a line for each recipient, found none"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"name\nGr\x81ce\n", "2:3: expected UTF-8 or Windows-1252, found the byte 0x81"),
        ("name\nZürich\nKöln".encode() + b"\xfc\n", "3:5: expected UTF-8, found the byte 0xFC"),
        (b"\xef\xbb\xbfname\nGr\xfcn\n", "2:3: expected UTF-8, found the byte 0xFC"),
        ("name\nGrace\n".encode("utf-16"), "1:1: expected UTF-8, found UTF-16"),
        (b"PK\x03\x04name", "1:1: expected a CSV file, found a workbook"),
        (b"sep=\t\nname\n", "1:1: expected `sep=,` or `sep=;`, found `sep=`"),
        (b'name\nA\n"B\nC\n', '3:1: the quotation mark " that opens here is never closed'),
        (b'name,id\nA,"b"c\n', "2:3: expected the end of the cell after its quotation mark"),
    ],
)
def test_what_is_no_table_is_told_with_its_place(tmp_path, content, message):
    """Bytes of no encoding, other files, and quotation marks that do not match."""
    assert refused(tmp_path, content) == [f"churches.csv:{message}"]


def test_problems_before_a_broken_row_are_told_too(tmp_path):
    """What was read so far is not forgotten."""
    found = refused(tmp_path, 'name,id\n,a\nB,"c')
    assert [line.split(": ")[0] for line in found] == ["churches.csv:2:1", "churches.csv:3:3"]


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path, monkeypatch):
    """Nor is a folder a table."""
    with pytest.raises(Refused, match="there is no such file"):
        load_recipients(tmp_path / "none.csv", "none.csv", UNCHECKED)
    with pytest.raises(Refused, match="expected a file, found something else"):
        load_recipients(tmp_path, "folder", UNCHECKED)
    monkeypatch.setattr("printkit.loading.table.LARGEST", 10)
    assert "found more" in refused(tmp_path, "name\nGrace Church\n")[0]


def test_letters_that_no_font_has_and_scripts_that_cannot_be_set_are_refused(tmp_path):
    """In any cell, each once in it."""
    checks = Checks(lambda _: None, lambda letter: letter != "\u2603")
    found = refused(tmp_path, "name,service\nSnow \u2603\u2603,\u05d0\u05d1\nÉlan,é\n", checks)
    assert found == [
        "churches.csv:2:1: no available font has `\u2603`, snowman (U+2603)",
        "churches.csv:2:9: Hebrew is not supported yet",
    ]


def test_a_cell_is_no_longer_than_a_line_can_be(tmp_path):
    """Two hundred characters at most; and no letter has more marks than any language writes."""
    assert refused(tmp_path, f"name\n{'x' * 201}\n") == [
        "churches.csv:2:1: expected at most 200 characters, found 201"
    ]
    assert "marks on a letter" in refused(tmp_path, "name\ne" + "\u0301" * 40)[0]


def test_ten_thousand_recipients_are_read_in_order(tmp_path):
    """None is lost, and all ids differ."""
    table = "name\n" + "".join(f"Church {number}\n" for number in range(10_000))
    found = loaded(tmp_path, table)
    assert [one.name for one in found] == [f"Church {number}" for number in range(10_000)]
    assert len({one.identity for one in found}) == 10_000


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Grace Church, Leeds", "grace-church-leeds"),
        ("St. Mary's", "st-marys"),
        ("Zürich-Höngg", "zurich-hongg"),
        ("Großstraße Ørsted Łódź", "grossstrasse-orsted-lodz"),
        ("Église N° 5", "eglise-n-5"),
        ("CON", "con"),
    ],
)
def test_names_become_parts_of_file_names(name, slug):
    """ASCII, lower case, legal on Windows; `con` is no device there behind a bulletin's name."""
    assert slug_of(name) == slug


def test_names_that_ascii_cannot_tell_apart_have_different_slugs():
    """Letters without an ASCII form, and what is cut off, count by the name's digest."""
    names = ["Εκκλησία", "Церковь", "St. Церковь", "St. Εκκλησία", "x" * 99, "x" * 98, "..", "!"]
    slugs = [slug_of(name) for name in names]
    assert len(set(slugs)) == len(names)
    assert all(slug.isascii() and len(slug) <= LONGEST for slug in slugs)
    assert slugs[2].startswith("st-")


def test_every_slug_is_an_id_that_may_be_typed(tmp_path):
    """So that a hint's proposal is accepted."""
    for name in ("a/b", "..", "Church of — all —", "Εκκλησία", "x" * 99):
        assert loaded(tmp_path, f"name,id\nHope,{slug_of(name)}\n")[0].identity == slug_of(name)
