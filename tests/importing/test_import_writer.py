"""What is written by hand reads back as the same text."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from printkit.importing.writer import MEASURE, comment, entry, scalar

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]
WORDS = st.text(st.characters(codec="utf-8"), min_size=1)
# Texts as people type them, with everything that means something to YAML.
TYPED = st.text(st.sampled_from("ab Zé5:#-*&!|>%@`'\"\\{}[],?~=.\n\t\u00a0…“”—🙏"), max_size=300)


def read_back(lines: list[str]) -> object:
    found = [loader("\n".join(lines) + "\n").get_single_data() for loader in LOADERS]
    assert found[1:] == found[:-1]
    return found[0]


@given(st.one_of(WORDS, TYPED))
def test_a_value_comes_back_equal(text: str):
    """Any text after a key is the same text when it is read."""
    assert read_back(entry("title: ", text)) == {"title": text}


@given(st.one_of(WORDS, TYPED), TYPED)
def test_a_list_comes_back_equal(first: str, second: str):
    """Any texts in a list are the same texts when they are read."""
    lines = ["regions:", *entry("  - name: ", first, "a remark: # with marks")]
    lines += [*entry("    intro: ", second), "    requests:", *entry("      - ", second)]
    lines += entry("      - ", first)
    expected = {"name": first, "intro": second, "requests": [second, first]}
    assert read_back(lines) == {"regions": [expected]}


@given(st.one_of(WORDS, TYPED))
def test_a_comment_is_nothing_but_a_comment(text: str):
    """A comment never becomes part of the file's text."""
    assert read_back([*comment(text), "a: b", *comment(text, "  ")]) == {"a": "b"}


@pytest.mark.parametrize("typed", ["no", "Yes", "NULL", "true", "off", "y", "~", "5:15", "007"])
def test_what_looks_like_another_type_is_quoted(typed: str):
    """A word that YAML takes for something else stays text."""
    assert read_back(entry("title: ", typed)) == {"title": typed}


@pytest.mark.parametrize(
    "typed",
    [
        "Prayer Requests",
        "Job 5:15-16",
        "HQ & Global Partners",
        "Côte d’Ivoire (west)",
        "Pray for “them”, now!",
    ],
)
def test_ordinary_words_stay_plain(typed: str):
    """Quotation marks that YAML does not need are not written."""
    assert scalar(typed) == typed


@pytest.mark.parametrize(
    "typed", ["- a", "a: b", "a #b", "a:", "* a", " a", "a ", "", "“a”", "a\tb"]
)
def test_doubtful_words_are_quoted(typed: str):
    """Whatever might mean something to YAML stands in quotation marks."""
    assert scalar(typed).startswith('"')


def test_a_long_text_is_folded_at_the_measure():
    """A long text is folded between words, and no line is wider than the measure."""
    text = "Pray for the judges: they have much to read # and little time. " * 5
    lines = entry("      - ", text.strip())
    assert lines[0] == "      - >-"
    assert all(line.startswith("        P") or len(line) <= MEASURE for line in lines)
    assert all(MEASURE - 12 < len(line) <= MEASURE for line in lines[1:-1])
    assert read_back(lines) == [text.strip()]


def test_paragraphs_are_parted_by_an_empty_line():
    """A new paragraph follows an empty line, as the format has it."""
    assert entry("  - ", "One.\nTwo.") == ["  - >-", "    One.", "", "    Two."]


def test_a_word_wider_than_the_measure_is_never_broken():
    """A word that is too long stands on a line of its own."""
    word = "x" * 200
    assert entry("title: ", f"a {word} b") == ["title: >-", "  a", f"  {word}", "  b"]
