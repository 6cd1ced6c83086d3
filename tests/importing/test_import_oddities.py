"""Whatever comes in, the file that comes out can be built unedited, and no word is lost."""

import re
import unicodedata
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from printkit.errors import Refused


@pytest.mark.parametrize(
    "source", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xe2\x80\x8d", b"* * *\n---\n"]
)
def test_a_file_without_words_is_refused(source: bytes, imported):
    """Nothing in, nothing out."""
    with pytest.raises(Refused, match=r"`weekly\.txt` holds no text"):
        imported(source)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF file"),
        (b"{\\rtf1 words}", "an RTF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office file"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (bytes(range(32)) * 20, "not a text"),
    ],
)
def test_other_files_are_refused_with_the_way_out(source: bytes, kind: str, imported):
    """A file of another kind is refused whatever its name, with what to do."""
    with pytest.raises(Refused) as refused:
        imported(source)
    (problem,) = refused.value.problems
    assert problem.message.startswith(f"`weekly.txt` is {kind}")
    assert problem.hint == "save it as .docx or paste the text into a .txt file"


def test_an_outlook_message_is_called_what_it_is(imported):
    """It is a file as old Word files are, and Outlook itself can save it as something to read."""
    source = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_0037001F".encode("utf-16-le")
    with pytest.raises(Refused) as refused:
        imported(source)
    (problem,) = refused.value.problems
    assert problem.message.startswith("`weekly.txt` is an Outlook message, expected an e-mail")
    assert "save it as Text Only or HTML" in problem.hint


@pytest.mark.parametrize(
    "source",
    [
        "Prayer Requests",
        "Pray for rain.",
        "x",
        "• Pray for rain",
        "“Seek good.”\n— Amos 5:14",
        "Amos 5:14",
        "unnamed (3).jpg",
        "14 January 2019",
        "-- \nMary Example",
        "Dear friends,",
        "Africa",
        "Africa\n\nAsia\n\nEurope",
        "Title\n\nAfrica\n\nAsia\n\n• Pray.",
        "Title\n\n• \n•",
        "Subject: x\nFrom: y\n\n",
        "#: [a], {b}: &c *d !e |f >g %h @i `j",
        "title: x\nregions:\n  - name: y",
        "* *\n* a: b # c\n* \"q\" and 'r'\n* - d\n* ? e",
        "a" * 5000,
        ("word " * 2000 + "\n") * 3,
        "🙏🏽 pray 🙏🏽\n\n• 👨‍👩‍👧 family",
        "no\n\nyes\n\n• null\n• ~x",
    ],
)
def test_any_text_makes_a_file_that_loads(source: str, imported, read):
    """A text of any shape becomes a bulletin that needs no editing to be loaded."""
    try:
        result = imported(source)
    except Refused:
        assert source == "Subject: x\nFrom: y\n\n"
        return
    found = read(result)
    assert found.regions[0].requests[0].text.value


def test_characters_that_cannot_be_printed_are_dropped_and_told(imported, read, outline):
    """Controls, joiners and direction marks go; a comment and a warning count them."""
    result = imported("Title\n\nAfrica\n\n• Pray\x07 for\u202e A\u200d and\ufeff e\u0301\x0bnow.\n")
    assert outline(read(result)) == [("Africa", "", ["Pray for A and é now."])]
    (problem,) = result.warnings
    told = "U+0007 (1), U+200D (1), U+202E (1), U+FEFF (1)"
    assert problem.message.endswith(told)
    assert f"# {problem.message}" in " ".join(result.yaml.split("\n# ")).replace("Title ", "# ")


def test_a_megabyte_of_one_paragraph_is_read_or_refused_quickly(imported, read):
    """Length alone is no reason to fail: up to the size that a bulletin's file may have."""
    text = "Title\n\nAfrica\n\n• " + "Pray for rain. " * 60_000
    assert len(read(imported(text)).regions[0].requests[0].text.value) > 800_000
    with pytest.raises(Refused, match="holds more text than a bulletin can"):
        imported(text + text)
    with pytest.raises(Refused, match="holds more text than a bulletin can"):
        imported("Title\n\nAfrica\n" + "• Pray.\n" * 20_000)
    with pytest.raises(Refused, match=r"is 10\.5 MB, expected at most 10 MB"):
        imported("x" * 10_500_000)


@pytest.mark.parametrize(
    "source",
    [
        "“" * 20_000,
        "(1 " * 20_000,
        "*_" * 20_000,
        "> " * 20_000 + "x",
        "a b" * 20_000,
        "From: x\n" * 5_000,
        "<p>" * 2_000 + "x",
        "<!-- " * 5_000 + "x",
        "“a” (" * 3_000,
        "1. a\n" * 3_000,
        "Seek good, " * 3_000 + "— Amos 5:14",
    ],
)
def test_no_text_takes_long(source: str, imported):
    """Texts that mislead a pattern are read about as fast as any other."""
    with suppress(Refused):
        imported(source)


WORDS = st.sampled_from(
    [
        *("Africa", "Latin America", "Pray", "for", "rain", "Ghana", "é", "e\u0301", "no", "5:15"),
        *(
            "“Seek",
            "good.”",
            "—",
            "-",
            "•",
            "*",
            "o",
            ">",
            "#",
            ":",
            "a:",
            "-- ",
            "--",
            "_b_",
            "**c**",
        ),
        *("Amos 5:14", "(NIV)", "14 January 2019", "x.jpg", "[image: y]", "Dear,", "unsubscribe"),
        *(
            "\n",
            "\n",
            "\n\n",
            "\n\n",
            "\t",
            "\u00a0",
            "\u200d",
            "\x07",
            "\x85",
            "🙏",
            "From: x",
            "##",
        ),
        *(
            "a" * 30,
            "Please pray for the people of the valley who lost everything.",
            "'",
            '"',
            "\\",
        ),
    ]
)
KEPT = re.compile(r"[^\W_]+")


def words_of(text: str) -> Counter:
    visible = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return Counter(KEPT.findall(unicodedata.normalize("NFC", visible)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(source=st.lists(WORDS, min_size=1, max_size=60).map(" ".join))
def test_nothing_is_lost_and_everything_loads(source: str, imported, read):
    """Every word of any text is in the file, and the loader takes the file as it is."""
    try:
        result = imported(source)
    except Refused:
        assert set(KEPT.findall(source)) <= {"o"}  # which alone is a bullet without a text
        return
    read(result)
    lost = words_of(source.replace("\x07", "")) - words_of(result.yaml)
    assert set(lost) <= {"o", "image"}  # a bullet, and the word before a picture's name


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    source=st.binary(max_size=400),
    name=st.sampled_from(["a.txt", "a.eml", "a.html", "a.docx", "-"]),
)
def test_bytes_of_any_kind_never_raise(source: bytes, name: str, imported):
    """Noise is a text or is refused."""
    with suppress(Refused):
        assert imported(source, name).yaml.startswith("title: ")
