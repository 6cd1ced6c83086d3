"""YAML becomes the same nodes and the same errors with libyaml and without."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from printkit.errors import Refused
from printkit.loading.composing import DEEPEST, FASTEST, MOST_EVENTS, compose
from printkit.loading.nodes import Mapping, Scalar, Sequence
from printkit.loading.source import Source

HERE = Path(__file__).parent
FILES = sorted((HERE / "bad").glob("*/*.yaml"))
GOOD = (HERE / "good" / "2019-01-14.yaml").read_text(encoding="utf-8")
PIECES = [
    *("\n", "\n  ", "\n- ", ": ", ":", "- ", '"', "'", "[", "]", "{", "}", ", ", " #"),
    *("&a", "*a", "!b", ">", "|", "%", "@", "a", "é", "🙏", "\\n", "\n---\n", "~"),
]


def _outline(node):
    """Give a node without the ends of its texts, which parsers see differently."""
    if isinstance(node, Sequence):
        return node.place, [_outline(item) for item in node.items]
    if isinstance(node, Mapping):
        entries = node.entries.values()
        return node.place, [(_outline(entry.key), _outline(entry.value)) for entry in entries]
    return (node.place, node.value, node.plain) if isinstance(node, Scalar) else node


def _composed(text, loader):
    try:
        node, problems = compose(Source("b.yaml", f"{text}\n"), loader)
    except Refused as refusal:
        return refusal.problems
    return _outline(node), problems


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_bad_files_are_the_same_without_libyaml(file):
    """Places and messages do not depend on the parser."""
    text = file.read_text(encoding="utf-8")
    assert _composed(text, FASTEST) == _composed(text, yaml.BaseLoader)


@settings(derandomize=True, deadline=None)  # corners where libyaml differs are left: no chance
@given(st.lists(st.sampled_from(PIECES), max_size=8), st.integers(0, len(GOOD)))
def test_mutations_are_the_same_without_libyaml(pieces, place):
    """Whatever is typed in the middle of a bulletin, both parsers tell the same."""
    text = GOOD[:place] + "".join(pieces) + GOOD[place:]
    assert _composed(text, FASTEST) == _composed(text, yaml.BaseLoader)


@pytest.mark.parametrize("opening", ["[", "{", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused_at_its_place(opening):
    """A thousand levels are refused at the first that is too deep."""
    with pytest.raises(Refused, match=f"nested too deeply, expected at most {DEEPEST} levels"):
        compose(Source("b.yaml", opening * 2000))


@pytest.mark.parametrize("text", ["- a\n" * MOST_EVENTS, "[" + "a," * MOST_EVENTS + "]"])
def test_too_many_parts_are_refused(text):
    """A file of ever more parts is not read to its end."""
    with pytest.raises(Refused, match=f"expected at most {MOST_EVENTS} parts"):
        compose(Source("b.yaml", text))


def test_an_alias_is_never_followed():
    """A nest of aliases costs no more than its characters."""
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]
    node, problems = compose(Source("b.yaml", "\n".join(lines)))
    assert len(node.entries) == 60
    assert len(problems) == 60 + 2 * 59


def test_an_alias_that_holds_itself():
    """A list that would hold itself is refused."""
    _node, problems = compose(Source("b.yaml", "a: &a [*a]\n"))
    assert [problem.message.split(",")[0] for problem in problems] == [
        "anchors are not allowed",
        "aliases are not allowed",
    ]


@pytest.mark.parametrize("text", ["", "# a\n", "\n\n", " \n# b"])
def test_a_file_without_anything(text):
    """Comments and blank lines are nothing."""
    assert compose(Source("b.yaml", text)) == (None, [])


def test_an_escape_beyond_unicode_is_an_error():
    """Python's own complaint about a number is no traceback."""
    with pytest.raises(Refused, match=re.escape("`\\UF` means nothing")):
        compose(Source("b.yaml", 'a: "\\UFFFFFFFF"\n'))
    with pytest.raises(Refused, match="a line cannot begin with `%`"):
        compose(Source("b.yaml", f"%YAML 1.{'9' * 5000}\n---\na: b\n"))
