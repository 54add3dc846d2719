"""What keys are called: by us, by Textual, by those who write `config.toml`, and on the keys themselves.

We call a printable character by itself and every other key as Textual does (`ctrl+o`, `pagedown`). Imports no Textual.
"""

from __future__ import annotations

import unicodedata

_SHOWN = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "backspace": "Backspace",
    "tab": "Tab",
}
"""How the footer and help write what Textual calls otherwise."""

_NAMED = frozenset({*_SHOWN, "space", "enter", "insert", "delete", *(f"f{number}" for number in range(1, 25))})
"""Keys that are no character."""

_ALIASES = {
    **{shown.casefold(): name for name, shown in _SHOWN.items()},
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "page_down": "pagedown",
    "page_up": "pageup",
}
"""What people write for them, small."""

_CHARACTERS = {
    "slash": "/",
    "backslash": "\\",
    "at": "@",
    "minus": "-",
    "hyphen": "-",
    "plus": "+",
    "underscore": "_",
    "dot": ".",
    "period": ".",
    "question": "?",
    "less_than_sign": "<",
    "greater_than_sign": ">",
}
"""Names of characters that are not quite those of Unicode."""

_MODIFIERS = ("alt", "ctrl", "shift", "super", "hyper", "meta")
"""In the order in which Textual names them."""

_TEXTUAL = {"/": "slash", "\\": "backslash", "@": "at", "-": "minus", "+": "plus", "_": "underscore"}


def key_name(written: str) -> str | None:
    """The key that somebody means by `Ctrl+O`, `PgDn`, `slash` or `?`; None if that is no key."""
    before, last = _parts(written)
    modifiers = {each.casefold().replace("control", "ctrl") for each in before}
    key = _plain(last)
    if key is None or not modifiers.issubset(_MODIFIERS):
        return None
    if len(key) == 1 and modifiers == {"shift"}:
        return key.upper()
    key = key.lower() if "ctrl" in modifiers else key
    return "+".join([*(each for each in _MODIFIERS if each in modifiers), key])


def textual_name(key: str) -> str:
    """What Textual calls a key of ours: `?` is `question_mark`."""
    before, last = _parts(key)
    if len(last) == 1 and not last.isalnum():
        last = _TEXTUAL.get(last) or unicodedata.name(last, last).lower().replace("-", "_").replace(" ", "_")
    return "+".join([*before, last])


def key_label(key: str) -> str:
    """Write a key as help and footer show it: `ctrl+o`, `alt+←`, `PgDn`, `F2`, `*`."""
    modifiers, name = _parts(key)
    shown = name.upper() if name in _NAMED and name[1:].isdigit() else _SHOWN.get(name, name)
    return "+".join([*modifiers, shown])


def key_cap(key: str) -> str:
    """Write a key as it is printed on keys: `Ctrl+O`, `Alt+←`, `Esc`, `PgDn`, `*`.

    A capital beside other keys has shift named: `Alt+Shift+R` is not `Alt+R`.
    """
    modifiers, name = _parts(key)
    if modifiers and len(name) == 1:
        modifiers += ["shift"] * (name.isupper() and "shift" not in modifiers)
        name = name.upper()
    shown = key_label(name)
    capital = shown if len(shown) == 1 else shown[:1].upper() + shown[1:]
    return "+".join([*(each.capitalize() for each in modifiers), capital])


def _parts(key: str) -> tuple[list[str], str]:
    """The modifiers of a key, and the key without them, which may be a `+`."""
    head, _, tail = key.rpartition("+") if key[-2:] != "++" else (key[:-2], "", "+")
    return (head.split("+"), tail) if head else ([], key)


def _plain(name: str) -> str | None:
    """A key without modifiers: a name of ours, or a character, by itself or by its name."""
    folded = name.casefold()
    key = _ALIASES.get(folded, folded)
    if key in _NAMED:
        return key
    try:
        character = name if len(name) == 1 else _CHARACTERS.get(key) or unicodedata.lookup(key.replace("_", " "))
    except (KeyError, UnicodeEncodeError):
        return None
    return character if character.isprintable() and not character.isspace() else None
