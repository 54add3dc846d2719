"""Keys by the names that we, Textual and people have for them."""

from __future__ import annotations

import string

import pytest
from textual.keys import _character_to_key

from tui.base.key_names import key_cap, key_label, key_name, textual_name


@pytest.mark.parametrize("character", [*string.printable.strip(), *"üß…“"])
def test_a_character_is_called_as_textual_calls_it_and_found_by_that(character):
    name = textual_name(character)
    assert name == _character_to_key(character)
    assert key_name(name) == character


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("PgDn", "pagedown"),
        ("↓", "down"),
        ("Esc", "escape"),
        ("Return", "enter"),
        ("Alt+←", "alt+left"),
        ("Control+O", "ctrl+o"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("Shift+a", "A"),
        ("ctrl++", "ctrl++"),
        ("F12", "f12"),
        ("?", "?"),
        (" ", None),
        ("", None),
        ("hello", None),
        ("strg+a", None),
        ("NL", None),
        ("no-break space", None),
    ],
)
def test_what_people_write_is_understood(written, key):
    assert key_name(written) == key


@pytest.mark.parametrize(
    ("key", "label", "cap"),
    [
        ("ctrl+o", "ctrl+o", "Ctrl+O"),
        ("alt+left", "alt+←", "Alt+←"),
        ("shift+tab", "shift+Tab", "Shift+Tab"),
        ("alt+R", "alt+R", "Alt+Shift+R"),
        ("escape", "esc", "Esc"),
        ("enter", "enter", "Enter"),
        ("f2", "F2", "F2"),
        ("r", "r", "r"),
        ("R", "R", "R"),
        ("+", "+", "+"),
    ],
)
def test_keys_are_shown_short_in_the_footer_and_as_printed_in_the_palette(key, label, cap):
    assert (key_label(key), key_cap(key)) == (label, cap)
