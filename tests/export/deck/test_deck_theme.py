"""The theme's slots hold the layout's colours and family."""

import re
from dataclasses import replace

from export.deck.deck_documents import COLOURS, LAYOUT, LIGHT_LAYOUT

from printkit.export.deck.theme import colour_map, paper_colour_map, slots, theme


def value_of(layout, slot):
    """Give what the theme holds in a slot."""
    return re.search(f'<a:{slot}><a:srgbClr val="(.{{6}})"', theme(layout))[1]


def mapped(layout, slot):
    """Give the colour that a slide's scheme colour shows, through the master's map."""
    target = re.search(f'{slot}="(\\w+)"', colour_map(layout))
    return value_of(layout, target[1])


def test_every_colour_of_the_layout_shows_its_value():
    """Each colour name of the layout leads through its slot to its own value."""
    for layout in (LAYOUT, LIGHT_LAYOUT):
        named = slots(layout)
        assert {name: mapped(layout, slot) for name, slot in named.items()} == COLOURS


def test_a_dark_ground_is_the_theme_s_dark_colour():
    """Dark stays dark in the theme; the map turns dark and light over for the screen."""
    assert 'bg1="dk1" tx1="lt1"' in colour_map(LAYOUT)
    assert 'bg1="lt1" tx1="dk1"' in colour_map(LIGHT_LAYOUT)
    assert value_of(LAYOUT, "dk1") == COLOURS["ground"]
    assert value_of(LIGHT_LAYOUT, "lt1") == COLOURS["light"]


def test_notes_are_dark_on_light():
    """The notes master's map prints dark on light whatever the slides' ground."""
    assert 'bg1="lt1" tx1="dk1"' in paper_colour_map()


def test_the_muted_colour_stands_on_the_ground():
    """The muted colour is the second text colour, the ground both backgrounds."""
    assert mapped(LAYOUT, "tx2") == COLOURS["soft"]
    assert mapped(LAYOUT, "bg2") == COLOURS["ground"]


def test_a_layout_with_few_colours_fills_every_slot():
    """A theme has all twelve colours, even where the layout has two."""
    slides = replace(LAYOUT.slides, ink="light", accent="light", muted="light")
    layout = replace(LAYOUT, colours={"ground": "000000", "light": "ffffff"}, slides=slides)
    assert slots(layout) == {"ground": "bg1", "light": "tx1"}
    assert value_of(layout, "accent6") == value_of(layout, "folHlink") == "FFFFFF"


def test_names_are_escaped():
    """A layout's name and family are text in the theme too."""
    assert '"light &amp; plain"' in theme(LIGHT_LAYOUT)
    assert theme(LAYOUT).count('<a:latin typeface="Arial"/>') == 2
