"""Whatever a file holds, loading gives a bulletin or says what is wrong."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from printkit.errors import Refused
from printkit.loading import Checks, load_bulletin, load_layout, load_offices
from printkit.loading.characters import clean, fault_of, is_blank, is_piled_up
from printkit.model.paper import PAPERS

HERE = Path(__file__).parent
GOOD = (HERE / "good" / "2019-01-14.yaml").read_bytes()
CLASSIC = (HERE / "good" / "layouts" / "classic.yaml").read_bytes()
OFFICES = (
    b"uk: {name: U, language: en, paper: {width: 6in, height: 9in}, imprint: [U], fallbacks: []}"
)
CHECKS = Checks(picture=lambda _file: None, character=lambda _character: True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Give one folder for all examples."""
    return tmp_path_factory.mktemp("anything")


def _load(folder, data):
    file = folder / "b.yaml"
    file.write_bytes(data)
    return load_bulletin(file, "b.yaml", CHECKS)


def _problems(load, *arguments):
    """Give the problems for which something is refused, None where it is loaded."""
    try:
        load(*arguments)
    except Refused as refusal:
        return refusal.problems
    return None


def _are_told(problems):
    return problems is None or (
        len(problems) > 0 and all(problem.message and problem.place for problem in problems)
    )


@st.composite
def mutated(draw, good):
    """Give a good file of which some bytes were deleted, repeated or replaced."""
    data = good
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 12)))
        middle = draw(
            st.one_of(
                st.binary(max_size=4),
                st.text(max_size=4).map(lambda text: text.encode("utf-8", "replace")),
                st.sampled_from([b"\n", b": ", b"- ", b"#", b"'", b'"', b"[", b"}", b"\t", b"*a"]),
                st.just(data[start:end] * 2),
            )
        )
        data = data[:start] + middle + data[end:]
    return data


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(folder, data):
    """Bytes are loaded or refused, never more."""
    assert _are_told(_problems(_load, folder, data))


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text(folder, text):
    """Text is loaded or refused, never more."""
    assert _are_told(_problems(_load, folder, text.encode("utf-8", "surrogatepass")))


@settings(deadline=None, max_examples=300)
@given(mutated(GOOD))
def test_any_mutation_of_a_bulletin(folder, data):
    """A bulletin that was damaged in any way is loaded or refused."""
    assert _are_told(_problems(_load, folder, data))


@settings(deadline=None)
@given(mutated(CLASSIC))
def test_any_mutation_of_a_layout(folder, data):
    """A layout that was damaged in any way is loaded or refused."""
    (folder / "classic.yaml").write_bytes(data)
    families = ("Source Sans 3", "Source Serif 4", "Arimo")
    assert _are_told(_problems(load_layout, "classic", [folder], families))


@settings(deadline=None)
@given(mutated(OFFICES))
def test_any_mutation_of_the_offices(folder, data):
    """Offices that were damaged in any way are loaded or refused."""
    file = folder / "offices.yaml"
    file.write_bytes(data)
    arguments = (file, "offices.yaml", ("classic",), PAPERS, CHECKS)
    assert _are_told(_problems(load_offices, *arguments))


def _is_good(text):
    return not is_blank(text) and not is_piled_up(text) and not any(map(fault_of, text))


@settings(deadline=None)
@given(st.text(min_size=1).filter(_is_good))
def test_any_text_without_refused_characters_comes_back(folder, text):
    """What an author writes is what is set, but for folded blanks and composed letters."""
    document = {"title": "T", "regions": [{"name": "R", "requests": [text]}]}
    for unicode in (True, False):
        data = yaml.safe_dump(document, allow_unicode=unicode, width=2**31, encoding="utf-8")
        assert _load(folder, data).regions[0].requests[0].text.value == clean(text)
