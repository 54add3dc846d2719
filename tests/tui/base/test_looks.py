"""The looks that are read from the style sheets without Textual."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem

from newsreader.resources import styles_dir
from tui.base.looks import Looks, depth
from tui.base.palettes import PALETTES

SHEET = """
Thing {
    & > .thing--name { color: $person; text-style: bold underline; }
    & > .thing--tint { background: $accent 15%; }
}

/* Nothing here holds in colour. */
Thing:nocolor {
    & > .thing--name { text-style: dim; }
}
"""
DARK, _, ANSI = PALETTES


def test_colours_come_from_the_palette_and_words_become_attributes() -> None:
    style = Looks([SHEET], DARK)[("thing--name",)]
    assert style.color == Color.parse(DARK.variables["person"])
    assert style.bgcolor == Color.parse(DARK.base["background"])
    assert style.bold
    assert style.underline


def test_what_no_sheet_names_has_the_colours_of_the_screen() -> None:
    style = Looks([SHEET], DARK)[("thing--unknown",)]
    assert style.color == Color.parse(DARK.base["foreground"])


def test_a_share_of_a_colour_is_laid_over_what_is_below() -> None:
    below, tint = (0x16, 0x18, 0x1D), Looks([SHEET], DARK)[("thing--tint",)].bgcolor
    assert tint is not None
    assert tint.triplet is not None
    above = Color.parse(DARK.base["accent"]).triplet
    assert above is not None
    assert tint.triplet == tuple(int(b + (a - b) * 0.15) for b, a in zip(below, above, strict=True))


def test_a_state_counts_only_while_it_holds() -> None:
    assert not Looks([SHEET], ANSI)[("thing--name",)].dim
    assert Looks([SHEET], ANSI, ("ansi", "nocolor"))[("thing--name",)].dim


def test_a_class_has_looks_of_its_own_kinds() -> None:
    sheet = """
.list {
    & > .list--name, & > .list--sign { text-style: bold; }
    &:focus > .list--name { text-style: reverse; }
}
.list.-person {
    & > .list--name, & > .list--sign { color: $person; }
}
"""
    looks = Looks([sheet], DARK)
    assert looks[("list--sign",)].bold
    assert not looks[("list--name",)].reverse
    assert looks[("list--name",)].color == Color.parse(DARK.base["foreground"])
    assert looks[("list--name", "list--name.-person")].color == Color.parse(DARK.variables["person"])


def test_without_colour_there_is_none() -> None:
    style = Looks([SHEET], ANSI, ("ansi", "nocolor"))[("thing--name", "thing--tint")]
    assert style.color == style.bgcolor == Color.default()


@pytest.mark.parametrize("name", ["article--meta", "header--title", "status--key", "article--person"])
def test_our_own_sheets_can_be_read(name: str) -> None:
    sheets = [sheet.read_text("utf-8") for sheet in sorted(styles_dir().glob("*.tcss"))]
    looks = Looks(sheets, DARK)
    assert looks[(name,)] != looks[("article--text",)]


@pytest.mark.parametrize(
    ("environ", "system"),
    [
        ({"COLORTERM": "truecolor", "TERM": "xterm"}, ColorSystem.TRUECOLOR),
        ({"TERM": "xterm-256color"}, ColorSystem.EIGHT_BIT),
        ({"TERM": "xterm-kitty"}, ColorSystem.EIGHT_BIT),
        ({"TERM": "vt220"}, ColorSystem.STANDARD),
        ({}, ColorSystem.STANDARD),
    ],
)
def test_as_many_colours_as_the_terminal_says(environ: dict[str, str], system: ColorSystem) -> None:
    assert depth(environ) is system
