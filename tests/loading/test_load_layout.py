"""A layout's file becomes a layout, built on the one that it extends."""

import re
from pathlib import Path

import pytest

from printkit.errors import Refused
from printkit.loading import layout_names, load_layout
from printkit.model.layout import PAGE_STYLES, Face, Hyphenation, Range, Spacing

FAMILIES = ("Source Sans 3", "Source Serif 4", "Arimo")
GOOD = Path(__file__).parent / "good" / "layouts"
SHIPPED = Path(__file__).parents[2] / "layouts"


def _write(folder, name, text):
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", layout_names([SHIPPED]))
def test_the_shipped_layouts_load(name):
    """What is shipped is right, whatever families it names."""
    text = "".join(file.read_text(encoding="utf-8") for file in SHIPPED.glob("*.yaml"))
    named = {family.strip() for family in re.findall(r"(?:family|metrics): ([^,}\n#]+)", text)}
    layout = load_layout(name, [SHIPPED], {*FAMILIES, *named})
    assert set(layout.page.styles) == set(PAGE_STYLES)


def test_a_layout_is_read_whole():
    """Lengths are in points, names are kept, what is left out is usual."""
    layout = load_layout("classic", [GOOD], FAMILIES)
    assert layout.fallbacks == FAMILIES
    assert layout.colours["accent"] == "0B4F5C"
    assert layout.page.body == Range(9.0, 16.0)
    assert layout.page.shapes[1].margins.sides == pytest.approx(0.6 * 72)
    assert [shape.columns for shape in layout.page.shapes] == [(1,), (2, 1)]
    assert layout.page.spacing == Spacing(0.6, 0.9, 0.25)
    assert layout.page.ladder == ("spacing", "banner", "leading", "size", "columns")
    assert layout.page.spare == "lines"
    assert layout.page.hyphenation == Hyphenation(allowed=True, in_a_row=2, exceptions={})
    assert layout.page.styles["date"].face == Face("Source Sans 3", 600)
    assert layout.page.styles["quotation"].face == Face("Source Serif 4", 400, italic=True)
    assert layout.slides.screen == "16:9"
    assert layout.slides.cover_title == Range(36.0, 66.0)


@pytest.mark.parametrize(
    ("written", "side"),
    [("", None), ("  code: {size: 20mm}\n", 20.0), ("  code: {size: 1in}\n", 25.4)],
)
def test_a_code_is_shown_where_the_layout_says_how_large(written, side, tmp_path):
    """Its side is read in points; without the key there is none."""
    _write(tmp_path, "coded", f"extends: classic\npage:\n  mark: ''\n{written}")
    code = load_layout("coded", [tmp_path, GOOD], FAMILIES).page.code
    assert code == (side and pytest.approx(side * 72 / 25.4))


@pytest.mark.parametrize("written", ["", "two-sided", "side-by-side"])
def test_the_second_language_stands_where_the_layout_says(written, tmp_path):
    """On the other side where it says nothing."""
    key = f"  bilingual: {written}\n" if written else ""
    _write(tmp_path, "other", f"extends: classic\npage:\n  mark: ''\n{key}")
    page = load_layout("other", [tmp_path, GOOD], FAMILIES).page
    assert page.bilingual == (written or "two-sided")


def test_the_shipped_layout_shows_no_code():
    """A page has one only where a layout asks for it."""
    assert load_layout("classic", [SHIPPED], FAMILIES).page.code is None


def test_extending_changes_only_what_is_given(tmp_path):
    """Keys merge at every depth; lists and texts replace."""
    shape = "{from: 0in, columns: 1, gutter: 0in, margins: {top: 1in, bottom: 1in, sides: 1in}}"
    _write(
        tmp_path,
        "large",
        "extends: classic\ncolours: {accent: '102030'}\nfallbacks: [Arimo]\n"
        f"page:\n  styles: {{title: {{size: 2.5}}}}\n  shapes: [{shape}]\n  mark: ''\n",
    )
    classic = load_layout("classic", [GOOD], FAMILIES)
    large = load_layout("large", [tmp_path, GOOD], FAMILIES)
    assert large.name == "large"
    assert large.colours == classic.colours | {"accent": "102030"}
    assert large.fallbacks == ("Arimo",)
    assert large.page.styles["title"].size == 2.5
    assert large.page.styles["title"].face == classic.page.styles["title"].face
    assert (len(large.page.shapes), large.page.mark) == (1, "")
    assert large.page.shapes[0].columns == (1,)
    assert large.slides == classic.slides


def test_exceptions_merge_by_language(tmp_path):
    """A layout's list replaces the one that it extends; an empty list takes it back."""
    _write(
        tmp_path,
        "one",
        "extends: two\npage: {hyphenation: {in-a-row: 1, exceptions: "
        "{en-GB: [or-gan], en: [Ebenezer], de: []}}}\n",
    )
    _write(
        tmp_path,
        "two",
        "extends: classic\npage: {hyphenation: {exceptions: "
        "{en: [min-is-tries], de: [Ur-instinkt], fr: [aujour-d'hui]}}}\n",
    )
    layout = load_layout("one", [tmp_path, GOOD], FAMILIES)
    exceptions = {"en": ("Ebenezer",), "de": (), "fr": ("aujour-d'hui",), "en-GB": ("or-gan",)}
    assert layout.page.hyphenation == Hyphenation(allowed=True, in_a_row=1, exceptions=exceptions)


def test_a_ladder_holds_the_steps_that_it_names(tmp_path):
    """In its own order, `size` alone at the least."""
    _write(tmp_path, "one", "extends: classic\npage: {ladder: [columns, size], spare: space}\n")
    _write(tmp_path, "two", "extends: classic\npage:\n  ladder:\n    - size\n")
    pages = [load_layout(name, [tmp_path, GOOD], FAMILIES).page for name in ("one", "two")]
    assert [page.ladder for page in pages] == [("columns", "size"), ("size",)]
    assert [page.spare for page in pages] == ["space", "lines"]


def test_layouts_extend_over_several_files(tmp_path):
    """The nearest file wins."""
    _write(tmp_path, "one", "extends: two\nslides: {spread: 1pt}\n")
    _write(tmp_path, "two", "extends: classic\nslides: {spread: 2pt, small: 18pt}\n")
    slides = load_layout("one", [tmp_path, GOOD], FAMILIES).slides
    assert (slides.spread, slides.small) == (1.0, 18.0)


def test_a_project_may_change_a_shipped_layout_under_its_own_name(tmp_path):
    """Extending its own name means the one in a later folder."""
    _write(tmp_path, "classic", "extends: classic\nslides: {screen: '4:3'}\n")
    assert load_layout("classic", [tmp_path, GOOD], FAMILIES).slides.screen == "4:3"
    assert load_layout("classic", [GOOD], FAMILIES).slides.screen == "16:9"


def test_the_first_folder_comes_first(tmp_path):
    """A project's layout hides the shipped one of that name."""
    _write(tmp_path, "classic", "extends: other\n")
    _write(tmp_path, "other", "colours: {}\n")
    with pytest.raises(Refused):
        load_layout("classic", [tmp_path, GOOD], FAMILIES)


def test_the_names_of_layouts(tmp_path):
    """Every file is a layout but the offices'; folders need not exist."""
    _write(tmp_path, "large", "")
    _write(tmp_path, "offices", "")
    assert layout_names([tmp_path, tmp_path / "none", GOOD]) == ("classic", "large")


@pytest.mark.parametrize("name", ["clasic", "../layouts/classic", "offices", ""])
def test_a_layout_that_does_not_exist(name):
    """A name outside the folders is no layout."""
    with pytest.raises(Refused, match="there is no layout"):
        load_layout(name, [GOOD], FAMILIES)


def test_problems_name_the_file_that_they_are_in(tmp_path):
    """A mistake in what a layout extends is told there, beside the layout's own."""
    _write(tmp_path, "one", "extends: two\nslides: {spread: much}\n")
    _write(tmp_path, "two", "extends: classic\nslides: {small: 18}\n")
    with pytest.raises(Refused) as refusal:
        load_layout("one", [tmp_path, GOOD], FAMILIES, shown=lambda path: path.name)
    assert [str(problem.place) for problem in refusal.value.problems] == [
        "one.yaml:2:18",
        "two.yaml:2:17",
    ]
