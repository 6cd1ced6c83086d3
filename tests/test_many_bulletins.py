"""Whatever a bulletin holds, it is one page inside its margins, or overset with numbers."""

from dataclasses import replace

import pytest
import yaml
from cuts import without
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from proofs import Proof

from printkit.batch.plan import Planner
from printkit.batch.project import Project, shipped
from printkit.loading import Checks, load_bulletin
from printkit.model.edition import Overset
from printkit.model.paper import PAPERS
from printkit.ordering import Order
from printkit.pipeline import edition_of
from printkit.typeset.insert import typeset_insert
from printkit.typeset.story import Tools

OFFICES = ("us", "ca", "ca-fr", "au", "uk", "de", "nl")
PROSE = """\
pray for the officers and their families that justice may reach every village before winter;
Gott schenke den Mitarbeitenden Kraft und öffne Türen; que les enfants soient à l'abri : oui !
dat zij 's avonds veilig thuiskomen — traffickers' offices (fifty-five) AVATAR 5:15 “yes” 007
"""
LONG = (
    "Menschenhandelsbekämpfungszusammenarbeitsorganisation",
    "Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesellschaft",
    "https://pray.example.org/en/2019/01/14/a-long-address?week=3&lang=en_GB#requests",
    "first-second-third-fourth-fifth-sixth-seventh-eighth",
    "b" * 60,
    "one\u200btwo\u200bthree—four",
    "1\u00a0000\u00a0000\u00a0people",
)
# Long words are rare, as they are in a bulletin, but there may be one anywhere.
WORDS = st.one_of(*(st.sampled_from(PROSE.split()),) * 12, st.sampled_from(LONG))


@st.composite
def texts(draw, least: int, most: int):
    """Give a text of so many words: the first dozen are drawn, the others ordinary."""
    count = draw(st.integers(least, most))
    said = draw(st.lists(WORDS, min_size=min(count, 1), max_size=min(count, 12)))
    prose = PROSE.split()
    said += [prose[number % len(prose)] for number in range(len(said), count)]
    if count > 20 and draw(st.booleans()):
        said[count // 2] += "\n\n"
    return " ".join(said).replace("\n\n ", "\n\n").strip()


@st.composite
def regions(draw, most: int):
    """Give a region with up to three requests, and perhaps an intro."""
    requests = draw(st.lists(texts(1, most), min_size=1, max_size=3))
    region = {"name": draw(texts(1, 4)), "requests": requests}
    if draw(st.booleans()):
        region["intro"] = draw(texts(1, 20))
    return region


@st.composite
def bulletins(draw):
    """Give a bulletin of one word to some hundreds, in one to fourteen regions."""
    count = draw(st.integers(1, 14))
    made = draw(st.lists(regions(max(2, 240 // count)), min_size=count, max_size=count))
    for number, region in enumerate(made):
        region["name"] += f" {number}"
    bulletin = {"title": draw(texts(1, 5)), "regions": made}
    bulletin["language"] = draw(st.sampled_from(("en", "de", "fr", "nl")))
    if draw(st.booleans()):
        bulletin["date"] = "2019-01-14"
    if draw(st.booleans()):
        bulletin["scripture"] = {"text": draw(texts(1, 40)), "reference": "Matthew 5:5"}
    return bulletin


@pytest.fixture(scope="module")
def edition(storeroom, tmp_path_factory):
    """Give a function that loads a bulletin and makes an office's edition of it."""
    path = tmp_path_factory.mktemp("many") / "week.yaml"
    checks = Checks(lambda _file: None, storeroom.has_character)
    planner = Planner(Project(shipped()), checks)

    def load(content, identity, paper=""):
        office = planner.offices()[identity]
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        layout = planner.layout(office.layout)
        paper = paper or office.paper
        bulletin = load_bulletin(path, "week.yaml", checks)
        return edition_of(
            Order(bulletin, office, layout, paper, PAPERS[paper], layout.slides.screen), storeroom
        )

    return load


def set_page(edition, storeroom):
    """Set the page with real fonts and patterns."""
    layout, language = edition.layout, edition.words.language
    known = storeroom.known_words(layout, language)
    hyphenator = storeroom.hyphenator(language, layout)
    tools = Tools(storeroom.shaper(layout), hyphenator, known, storeroom.ties(language))
    return typeset_insert(edition, tools)


@settings(
    deadline=None,
    max_examples=25,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    content=bulletins(),
    office=st.sampled_from(OFFICES),
    paper=st.sampled_from(("", "", "", "", "half-letter", "a5", "dl")),
)
def test_a_page_holds_every_word_inside_its_margins_or_is_overset(
    storeroom, edition, content, office, paper
):
    """One page with each word once, inside the margins, no line over another; or numbers.

    Without the words that these say it is a page.
    """
    made = edition(content, office, paper)
    insert = set_page(made, storeroom)
    if isinstance(insert, Overset):
        assert insert.lines >= 1
        assert bool(insert.words) == bool(insert.regions)
        assert insert.words == sum(words for _, _, words in insert.regions)
        names = {str(region.name) for region in made.words.regions}
        assert names.issuperset(name for name, _, _ in insert.regions)
        cut = replace(made, words=without(made.words, insert.cuts))
        assert isinstance(set_page(cut, storeroom), Overset) != bool(insert.words)
    else:
        assert Proof(insert, made, storeroom).faults() == []


@pytest.mark.parametrize("office", OFFICES)
def test_a_usual_bulletin_of_fourteen_regions_is_a_page(storeroom, edition, office):
    """Four hundred ordinary words in as many regions as there may be fit every office's paper."""
    words = " ".join(PROSE.split()[:28])
    many = [{"name": f"Region {number}", "requests": [words]} for number in range(14)]
    made = edition({"title": "Prayer Requests", "regions": many}, office)
    insert = set_page(made, storeroom)
    assert not isinstance(insert, Overset)
    assert Proof(insert, made, storeroom).faults() == []


def test_a_proof_finds_what_is_wrong(storeroom, edition):
    """A page that has lost a text, or whose text is moved, is no page for the proof."""
    made = edition({"title": "T", "regions": [{"name": "R", "requests": ["one " * 90] * 2}]}, "us")
    insert = set_page(made, storeroom)
    (frame,) = insert.document.frames
    place = next(n for n, item in enumerate(frame.items) if getattr(item, "lines", ())[2:])
    text = frame.items[place]
    for lines in (
        (),
        text.lines[:-1],
        text.lines[::-1],
        tuple(line._replace(baseline=line.baseline + 900) for line in text.lines),
        (*text.lines[:-1], text.lines[-1]._replace(baseline=text.lines[-2].baseline + 1)),
    ):
        items = (*frame.items[:place], text._replace(lines=lines), *frame.items[place + 1 :])
        document = replace(insert.document, frames=(replace(frame, items=items),))
        assert Proof(replace(insert, document=document), made, storeroom).faults(), lines[:1]
