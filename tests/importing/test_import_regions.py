"""A region that has lost its heading gets a proposal, and no two regions share a name."""

import pytest
from babel import Locale

from printkit.importing.naming import Neighbours
from printkit.importing.world import REGIONS, countries_in, region_of

LOST = """Prayer Requests

  • {request}

South Asia

  • Pray for schools.
"""
FOLDER = Neighbours(("West Africa", "Latin America"), "2019-01-07.yaml")


def warning_about(result, words: str):
    return next(problem for problem in result.warnings if words in problem.message)


def test_the_newest_bulletin_names_the_region(imported, bulletin, outline):
    """The name at the same place in the folder's newest bulletin is proposed first."""
    text = LOST.format(request="Pray for Peru.")
    assert outline(bulletin(text, neighbours=FOLDER))[0][0] == "West Africa"
    result = imported(text, neighbours=FOLDER)
    problem = warning_about(result, "`West Africa` is proposed")
    line = result.yaml.splitlines()[problem.place.line - 1]
    assert line.startswith("  - name: West Africa  # proposed")
    assert "2019-01-07.yaml" in line
    assert str(problem.place).startswith("bulletins/weekly.yaml:")


def test_a_name_that_is_taken_is_not_proposed(bulletin, outline):
    """A neighbour's name that the import has itself gives way to the countries."""
    folder = Neighbours(("South Asia",), "2019-01-07.yaml")
    found = outline(bulletin(LOST.format(request="Pray for Peru."), neighbours=folder))
    assert [name for name, _, _ in found] == ["Latin America", "South Asia"]


def test_countries_of_one_region_name_it(bulletin, outline):
    """Where all countries lie in one region, that region is proposed."""
    found = bulletin(LOST.format(request="Pray for Ghana, Kenya and Guinea-Bissau."))
    assert outline(found)[0][0] == "Africa"


@pytest.mark.parametrize(
    "request_text",
    ["Pray for rain.", "Pray for Ghana and Peru.", "Pray for ghana.", "Pray for India."],
    ids=["no country", "two regions", "lower case", "a region that is taken"],
)
def test_what_cannot_be_told_is_the_first_region(request_text: str, bulletin, outline):
    """Without a country, with several regions, or with a name taken, nothing is guessed."""
    assert outline(bulletin(LOST.format(request=request_text)))[0][0] == "First region"


def test_regions_of_one_name_are_numbered(imported, read, outline):
    """The second and third of one name are told apart, with a warning each."""
    text = "Title\n" + "".join(
        f"\n{name}\n• Pray.\n" for name in ("Asia", "ASIA", "Asia (2)", "asia")
    )
    result = imported(text)
    names = [name for name, _, _ in outline(read(result))]
    assert names == ["Asia", "ASIA (2)", "Asia (2) (2)", "asia (3)"]
    assert len([p for p in result.warnings if "there are two regions" in p.message]) == 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("in Guinea-Bissau and Guinea", ("Guinea-Bissau", "Guinea")),
        ("from Papua New Guinea", ("Papua New Guinea",)),
        ("Nigeria, not Niger", ("Nigeria", "Niger")),
        ("South Sudan's judges", ("South Sudan",)),
        ("a chad, a turkey and somalia", ()),
        ("Jordanian, Georgian, Malian, Chadian", ()),
        ("Chad, Turkey, Mali, Georgia and Jordan", ("Chad", "Turkey", "Mali", "Georgia", "Jordan")),
        ("Côte d'Ivoire and Bosnia and Herzegovina", ("Côte d'Ivoire", "Bosnia and Herzegovina")),
        ("in Kenia und Äthiopien", ("Kenia", "Äthiopien")),
        ("Kenya and again Kenya", ("Kenya",)),
        ("Maurice and Dominique", ()),
    ],
)
def test_countries_are_found_as_whole_names(text: str, names: tuple[str, ...]):
    """Names count as whole words in their own case, the longest first."""
    assert countries_in(text) == names


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Ghana", "Africa"),
        ("Jordanië", "Middle East"),
        ("Deutschland", "Europe"),
        ("Canada", "North America"),
        ("Guatemala and Brésil", "Latin America"),
        ("India and Nepal", "South Asia"),
        ("Myanmar and Burma and Filippijnen", "Southeast Asia"),
        ("Mongolei", "East Asia"),
        ("Kazakhstan", "Central Asia"),
        ("Fiji", "Oceania"),
    ],
)
def test_every_region_is_known_by_its_countries(text: str, region: str):
    """Countries in English, German, French and Dutch lead to their region."""
    found = region_of(text)
    assert found is not None
    assert found[0] == region
    assert region in REGIONS


def test_every_country_has_a_region():
    """No country of ISO 3166 is without a region; CLDR's own codes for other areas are left out."""
    others = {"AC", "AQ", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "GS", "HM", "IC", "QO", "TA"}
    others |= {"TF", "UN", "XA", "XB", "ZZ"}
    territories = Locale("en").territories
    for code, name in territories.items():
        if len(code) == 2 and code.isalpha() and code not in others:
            assert region_of(name), f"{code} {name}"
