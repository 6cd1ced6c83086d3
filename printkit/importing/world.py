"""The world's countries, and the regions that a bulletin would put them in."""

import re
from functools import cache

from babel import Locale

_COUNTRIES_OF = {
    "Africa": (
        "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG"
        " ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW"
    ),
    "Middle East": "AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE",
    "Europe": (
        "AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS"
        " IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK"
    ),
    "North America": "BM CA GL PM US",
    "Latin America": (
        "AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN KY"
        " LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI"
    ),
    "South Asia": "AF BD BT IN IO LK MV NP PK",
    "Southeast Asia": "BN ID KH LA MM MY PH SG TH TL VN",
    "East Asia": "CN HK JP KP KR MN MO TW",
    "Central Asia": "KG KZ TJ TM UZ",
    "Oceania": (
        "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS"
    ),
}
REGIONS = tuple(_COUNTRIES_OF)
_LANGUAGES = ("en", "de", "fr", "nl")
# Names that people write and CLDR's first choice is not.
_ALSO = {
    "Burma": "MM",
    "Cape Verde": "CV",
    "Congo": "CD",
    "Czech Republic": "CZ",
    "Democratic Republic of the Congo": "CD",
    "DRC": "CD",
    "East Timor": "TL",
    "Hong Kong": "HK",
    "Holland": "NL",
    "Ivory Coast": "CI",
    "Macau": "MO",
    "Palestine": "PS",
    "Republic of the Congo": "CG",
    "Swaziland": "SZ",
    "Turkey": "TR",
    "UAE": "AE",
    "UK": "GB",
    "U.K.": "GB",
    "USA": "US",
    "U.S.": "US",
    "Macedonia": "MK",
}
# First names in the very texts that are searched; the countries are found in other languages.
_FIRST_NAMES = frozenset({"Maurice", "Dominique"})
_SHORT_FORM = re.compile(r"(?P<name>[^(]+?) \((?P<other>[^)]+)\)")


def region_of(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Give the one region that all countries in the text share, and their names as written.

    None where no country is named, or where they lie in several regions.
    """
    names = countries_in(text)
    regions = {_regions()[_codes()[name]] for name in names}
    return (regions.pop(), names) if len(regions) == 1 else None


def countries_in(text: str) -> tuple[str, ...]:
    """Give the countries' names in the text, each once, in order; whole words in their own case."""
    return tuple(dict.fromkeys(found[0] for found in _pattern().finditer(text)))


@cache
def _regions() -> dict[str, str]:
    """Give each country's region by its code (ISO 3166-1 alpha-2)."""
    return {code: region for region, codes in _COUNTRIES_OF.items() for code in codes.split()}


@cache
def _codes() -> dict[str, str]:
    """Give the countries' codes by their names: CLDR's in four languages, and what else is used."""
    names = {
        form: code
        for language in reversed(_LANGUAGES)
        for code, name in Locale(language).territories.items()
        if code in _regions()
        for form in _forms(name)
    }
    names.update(_ALSO)
    return {name: code for name, code in names.items() if name not in _FIRST_NAMES}


def _forms(name: str) -> tuple[str, ...]:
    """Give the ways of writing a name that CLDR writes as `Myanmar (Burma)` or with `&`."""
    both = _SHORT_FORM.fullmatch(name)
    if both:
        return both["name"], both["other"]
    spoken = {name, name.replace(" & ", " and "), name.replace("\u2019", "'")}
    return tuple(sorted(spoken))


@cache
def _pattern() -> re.Pattern[str]:
    """Give the pattern of all names, longest first: Guinea-Bissau is not Guinea."""
    names = sorted(_codes(), key=lambda name: (-len(name), name))
    initials = "".join(sorted({name[0] for name in names}))
    return re.compile(rf"(?<!\w)(?=[{initials}])(?:{'|'.join(map(re.escape, names))})(?!\w)")
