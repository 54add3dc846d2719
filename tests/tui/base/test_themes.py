"""The themes can be read: enough contrast, all variables, and no need of colour."""

from __future__ import annotations

from itertools import product

import pytest
from textual.color import Color

from newsreader.annotations.model import COLOURS
from newsreader.entity import Category
from tui.base.themes import NAMES, THEMES, following, suited_to, variables_for

DARK, LIGHT = (theme for theme in THEMES if not theme.ansi)


def luminance(colour: Color) -> float:
    parts = [each / 255 for each in (colour.r, colour.g, colour.b)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    darker, lighter = sorted(luminance(Color.parse(each)) for each in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_text_and_categories_stand_out_from_the_background(theme):
    for name in (*Category, "dimmed"):
        assert contrast(theme.variables[name], theme.background) >= 4.5, name
    assert contrast(theme.foreground, theme.background) >= 7


@pytest.mark.parametrize(("theme", "colour"), [*product([DARK, LIGHT], COLOURS)])
def test_text_and_entities_can_be_read_on_every_highlight(theme, colour):
    background = theme.variables[f"highlight-{colour}"]
    assert contrast(theme.variables["highlight-text"], background) >= 7
    for category in Category:
        assert contrast(theme.variables[category], background) >= 4.5, category


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_matches_can_be_read(theme):
    for name in ("match", "current", "search"):
        assert contrast(theme.variables[name], theme.variables[f"{name}-text"]) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_the_place_can_be_seen_and_read_wherever_it_is(theme):
    assert contrast(theme.variables["here"], theme.background) >= 3
    assert contrast(theme.variables["caret"], theme.variables["caret-text"]) >= 4.5
    for below in ("match", "search", *(f"highlight-{colour}" for colour in COLOURS)):
        assert contrast(theme.variables["caret"], theme.variables[below]) >= 1.8, below


def test_every_theme_gives_every_variable_of_the_style_sheets():
    wanted = {*variables_for(dark=True)} - {"block-cursor-text-style"}
    assert all(wanted <= set(theme.variables) for theme in THEMES)


def test_the_ansi_theme_uses_the_terminal_s_own_colours_alone():
    ansi = next(theme for theme in THEMES if theme.ansi)
    assert all(value.startswith("ansi_") for value in ansi.variables.values())


def test_cycling_comes_round():
    assert [following(name) for name in NAMES] == [*NAMES[1:], NAMES[0]]
    assert following("nord") == NAMES[0]


def test_a_theme_is_chosen_for_the_terminal():
    assert suited_to({"TERM": "linux"}) == "ansi"
    assert suited_to({"TERM": "xterm-256color", "COLORFGBG": "0;15"}) == "light"
    assert suited_to({"TERM": "xterm-256color"}) == "dark"


def test_themes_of_others_get_our_variables():
    assert set(variables_for(dark=True)) == set(variables_for(dark=False))
