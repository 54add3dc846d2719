"""The styles of components: declared once, the same for the interface and for the first frame, and none left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.color import Color
from textual.app import App
from textual.theme import BUILTIN_THEMES

from newsreader.resources import styles_dir
from tui.base.component_styles import NO_COLOUR, SIXTEEN_COLOURS, STYLES, ComponentStyle
from tui.base.palettes import PALETTES, Palette
from tui.base.style_book import StyleBook, paint
from tui.base.themes import THEMES, variables_for

if TYPE_CHECKING:
    from collections.abc import Mapping

DARK, _, ANSI = PALETTES
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
COMPONENT = re.compile(r"\.((?:article|header|status|tabs|panel)--[\w-]+)")


def test_colours_come_from_the_theme_and_words_become_attributes() -> None:
    style = StyleBook(DARK.colours)[("article--person",)]
    assert style.color == Color.parse(DARK.variables["person"])
    assert style.bgcolor == Color.parse(DARK.base["background"])
    assert style.underline


def test_under_all_components_there_are_the_colours_of_the_screen() -> None:
    style = StyleBook(DARK.colours)[()]
    assert style.color == Color.parse(DARK.base["foreground"])
    assert style.bgcolor == Color.parse(DARK.base["background"])


def test_a_component_that_is_not_declared_is_an_error() -> None:
    with pytest.raises(KeyError, match="article--unknown"):
        StyleBook(DARK.colours)[("article--unknown",)]


def test_a_share_of_a_colour_is_laid_over_what_is_below() -> None:
    below, tint = (0x16, 0x18, 0x1D), StyleBook(DARK.colours)[("article--note",)].bgcolor
    assert tint is not None
    assert tint.triplet is not None
    above = Color.parse(DARK.base["accent"]).triplet
    assert above is not None
    assert tint.triplet == tuple(int(b + (a - b) * 0.15) for b, a in zip(below, above, strict=True))


def test_what_lies_above_replaces_colours_and_adds_attributes() -> None:
    book = StyleBook(DARK.colours)
    active, cursor = book[("panel--active", "panel--person")], book[("panel--active", "panel--person", "panel--cursor")]
    assert active.bold
    assert active.color == Color.parse(DARK.variables["person"])
    assert cursor.color == Color.parse(DARK.variables["block-cursor-foreground"])
    mention = book[("panel--mention", "panel--cursor")]
    assert mention.underline
    assert mention.bgcolor == cursor.bgcolor


def test_a_state_counts_only_while_it_holds() -> None:
    assert not StyleBook(ANSI.colours, sixteen=True)[("article--meta",)].dim
    assert StyleBook(ANSI.colours, sixteen=True, without_colour=True)[("article--meta",)].dim
    assert not StyleBook(ANSI.colours, sixteen=True)[("article--cursor",)].reverse


def test_without_colour_there_is_none() -> None:
    style = StyleBook(ANSI.colours, sixteen=True, without_colour=True)[("article--person", "article--note")]
    assert style.color == style.bgcolor == Color.default()


def test_pieces_become_segments() -> None:
    book = StyleBook(DARK.colours)
    (plain, name) = paint([("On ", ()), ("Kim", ("article--person",))], book)
    assert (plain.text, plain.style) == ("On ", book[()])
    assert (name.text, name.style) == ("Kim", book[("article--person",)])


def themed(name: str) -> Mapping[str, str]:
    """The colours of a theme as the application has them."""

    class Themed(App[None]):
        def get_theme_variable_defaults(self) -> dict[str, str]:
            return variables_for(dark=self.current_theme.dark)

    app = Themed()
    for known in THEMES:
        app.register_theme(known)
    app.theme = name
    return app.get_css_variables()


@pytest.mark.parametrize("name", [*BUILTIN_THEMES, *(theme.name for theme in THEMES)])
def test_every_component_has_a_style_in_every_theme(name: str) -> None:
    colours = themed(name)
    for states in ({}, {"sixteen": True}, {"sixteen": True, "without_colour": True}):
        book = StyleBook(colours, **states)
        for component in STYLES:
            assert book[(component,)].color is not None


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_the_first_frame_has_the_colours_of_the_interface(palette: Palette) -> None:
    before, then = (StyleBook(each, sixteen=palette.ansi) for each in (palette.colours, themed(palette.name)))
    for component in STYLES:
        assert before[(component,)] == then[(component,)], component


def test_what_holds_in_some_themes_alone_is_of_a_component_that_there_is() -> None:
    assert {*SIXTEEN_COLOURS, *NO_COLOUR} <= STYLES.keys()


@pytest.mark.parametrize("declared", [*STYLES.values(), *SIXTEEN_COLOURS.values(), *NO_COLOUR.values()])
def test_our_palettes_have_every_colour_that_is_named(declared: ComponentStyle) -> None:
    for palette in PALETTES:
        for name in filter(None, (declared.colour, declared.background)):
            assert name.startswith("ansi_") or name in palette.colours


@pytest.mark.parametrize("sheet", sorted(styles_dir().glob("*.tcss")), ids=lambda sheet: sheet.name)
def test_no_style_sheet_says_anything_about_a_component(sheet) -> None:
    """It would hold for neither the interface nor the first frame."""
    assert COMPONENT.findall(COMMENT.sub("", sheet.read_text("utf-8"))) == []
