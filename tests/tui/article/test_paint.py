"""How the article is drawn: layers, themes, and without colour."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from newsreader.annotations.model import COLOURS, Annotation, Kind
from newsreader.article import ParagraphKind
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue
from tui.article.active_matches import Matches, MatchKind
from tui.article.jump_labels import label_x
from tui.article.mention_index import MentionIndex
from tui.article.placed_strip import PlacedStrip
from tui.base.widths import cell_len

if TYPE_CHECKING:
    from rich.style import Style

TEXT = "Kim of Asia told Reuters on Monday that [bold]he[/bold] would wait."
SIZE = (80, 10)
NOW = datetime(2024, 6, 19, tzinfo=UTC)
NAMES = {
    "Kim": Category.PERSON,
    "Asia": Category.PLACE,
    "Reuters": Category.ORGANISATION,
    "Monday": Category.DATE,
}
SHAPES = ("bold", "italic", "underline", "reverse", "dim")


@pytest.fixture
def analysis():
    entities = []
    for name, category in NAMES.items():
        start = TEXT.index(name)
        time = TimeValue("DATE", "2024-06-17", "2024-06-17", "2024-06-18") if category is Category.DATE else None
        mention = Mention(start, start + len(name), "X", category, time=time)
        entities.append(Entity(f"{category}:x", category, name, (), (mention,)))
    return Analysis("", "m", tuple(entities), 1, 1)


def styles_of(view, y: int = 0) -> dict[str, Style]:
    """What each piece of a row looks like after the filters of the app."""
    strip = view.render_lines(view.size.region)[y]
    return {segment.text.strip(): segment.style for segment in strip if segment.text.strip()}


async def without_caret(view, pilot) -> None:
    """Put the caret into the last paragraph, where nothing of interest stands, so that the first is in whole pieces."""
    view.viewport.go_to(len(view.viewport.layout.text))
    await pilot.pause()


def shape(style: Style) -> tuple[bool, ...]:
    return tuple(bool(getattr(style, attribute)) for attribute in SHAPES)


def highlight(start: int, end: int, colour: str) -> Annotation:
    return Annotation("h", Kind.HIGHLIGHT, None, colour, "", None, NOW, NOW, start=start, end=end)


@pytest.mark.parametrize("theme", ["dark", "light", "ansi"])
@pytest.mark.parametrize("no_color", [False, True])
async def test_categories_differ_by_shape_alone(
    article_app, article_of, analysis, monkeypatch, theme: str, no_color: bool
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    app = article_app(article_of(TEXT, "End."), theme)
    async with app.run_test(size=SIZE) as pilot:
        await without_caret(app.view, pilot)
        app.view.text_layers.set_entities(MentionIndex(analysis.entities))
        waiting = TEXT.index("wait")
        app.view.text_layers.set_matches(Matches("wait", [waiting], [waiting + 4], MatchKind.SEARCH), current=0)
        await pilot.pause()
        styles = styles_of(app.view)
        shapes = [shape(styles[name]) for name in NAMES] + [shape(styles["of"])]
        if no_color:
            shapes.append(shape(styles["wait"]))
        assert all(first != second for first, second in combinations(shapes, 2))


async def test_no_color_leaves_no_colour(article_app, article_of, analysis, monkeypatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = article_app(article_of(TEXT, "End."), "ansi")
    async with app.run_test(size=SIZE) as pilot:
        app.view.text_layers.set_entities(MentionIndex(analysis.entities))
        app.view.text_layers.set_annotations([highlight(0, 20, "pink")])
        app.view.selecting.start()
        await pilot.pause()
        for style in styles_of(app.view).values():
            assert style.color.is_default
            assert style.bgcolor.is_default


async def test_markup_in_the_text_is_shown_as_it_is(article_app, article_of) -> None:
    app = article_app(article_of(TEXT, "End."))
    async with app.run_test(size=SIZE) as pilot:
        await without_caret(app.view, pilot)
        assert TEXT in app.view.render_line(0).text
        assert not styles_of(app.view)[TEXT].bold


async def test_the_current_match_is_louder_than_the_others(article_app, article_of, analysis) -> None:
    app = article_app(article_of("Kim met Kim.", "End."))
    async with app.run_test(size=SIZE) as pilot:
        await without_caret(app.view, pilot)
        app.view.text_layers.set_matches(Matches("Kim", [0, 8], [3, 11], MatchKind.ENTITY, Category.PERSON), current=1)
        await pilot.pause()
        strip = [segment for segment in app.view.render_line(0) if segment.text == "Kim"]
        background = app.view.background_colors[1].rich_color
        assert strip[0].style.bold
        assert strip[0].style.underline
        assert strip[0].style.bgcolor != strip[1].style.bgcolor
        assert background not in (strip[0].style.bgcolor, strip[1].style.bgcolor)


async def test_layers_add_up(article_app, article_of, analysis) -> None:
    app = article_app(article_of(TEXT, "End."))
    async with app.run_test(size=SIZE) as pilot:
        await without_caret(app.view, pilot)
        view = app.view
        view.text_layers.set_entities(MentionIndex(analysis.entities))
        await pilot.pause()
        plain = styles_of(view)
        view.text_layers.set_annotations([highlight(0, 11, "green")])
        await pilot.pause()
        both = styles_of(view)
        assert both["Kim"].underline
        assert both["Kim"].color == plain["Kim"].color
        assert both["Kim"].bgcolor == both["of"].bgcolor != plain["Kim"].bgcolor
        view.selecting.between(0, 2)
        await pilot.pause()
        assert styles_of(view)["Ki"].bgcolor not in (both["Kim"].bgcolor, plain["Kim"].bgcolor)


async def test_highlights_have_six_colours_and_a_sign_beside_the_row(article_app, article_of) -> None:
    app = article_app(article_of("abcdef", "Nothing here.", "End."))
    async with app.run_test(size=SIZE) as pilot:
        await without_caret(app.view, pilot)
        app.view.text_layers.set_annotations([highlight(n, n + 1, colour) for n, colour in enumerate(COLOURS)])
        await pilot.pause()
        styles = styles_of(app.view)
        assert len({styles[letter].bgcolor for letter in "abcdef"}) == len(COLOURS)
        assert app.view.render_line(0).text.lstrip().startswith("▎ abcdef")
        assert app.view.render_line(2).text.lstrip().startswith("Nothing")


async def test_a_note_has_another_sign(article_app, article_of) -> None:
    app = article_app(article_of("abcdef", "End."))
    async with app.run_test(size=SIZE) as pilot:
        await without_caret(app.view, pilot)
        note = Annotation("n", Kind.NOTE, None, None, "Why?", None, NOW, NOW, start=1, end=3)
        unplaced = Annotation("u", Kind.NOTE, None, None, "All of it.", None, NOW, NOW)
        app.view.text_layers.set_annotations([highlight(0, 4, "blue"), note, unplaced])
        await pilot.pause()
        assert app.view.render_line(0).text.lstrip().startswith("◆ abcdef")
        assert app.view.text_layers.annotation_at(0) == "h"
        assert app.view.text_layers.annotation_at(1) == "n"


async def test_half_a_cluster_is_drawn_as_a_whole(article_app, article_of) -> None:
    app = article_app(article_of("a👩‍👩‍👧b❤️c"))
    async with app.run_test(size=SIZE) as pilot:
        app.view.text_layers.set_annotations([highlight(2, 3, "blue"), highlight(8, 9, "pink")])
        await pilot.pause()
        assert {"a", "👩‍👩‍👧", "b", "❤️", "c"} <= set(styles_of(app.view))
        assert app.view.render_line(0).cell_length == SIZE[0]


async def test_a_change_of_theme_reaches_the_text(article_app, article_of) -> None:
    app = article_app(article_of(TEXT, "End."))
    async with app.run_test(size=SIZE) as pilot:
        await without_caret(app.view, pilot)
        before = styles_of(app.view)[TEXT]
        app.theme = "light"
        await pilot.pause()
        assert styles_of(app.view)[TEXT].bgcolor != before.bgcolor


async def test_furniture_and_metadata_are_dimmed(article_app, article_of) -> None:
    app = article_app(
        article_of((ParagraphKind.META, "By A. Writer"), (ParagraphKind.FURNITURE, "Also read: that"), "Body.", "End.")
    )
    async with app.run_test(size=SIZE) as pilot:
        await without_caret(app.view, pilot)
        view = app.view
        assert styles_of(view, 0)["By A. Writer"].color == styles_of(view, 3)["Also read: that"].color
        assert styles_of(view, 0)["By A. Writer"].color != styles_of(view, 5)["Body."].color


NEWS = (
    "STOCKHOLM (Reuters) - Kim reached Xi, \u201cPutin\u201d, U.S.-Japan and Al\u00e9 told 5 of the 7: $9 at noon, "
    "\u6f22\u5b57\u65e5\u672c and \u0939\u093f\u0928\u094d\u0926\u0940 too."
)


@pytest.mark.parametrize("length", [1, 2])
@pytest.mark.parametrize("width", [10, 24, 44, 80])
async def test_no_label_hides_a_letter_of_another_word(article_app, article_of, length: int, width: int) -> None:
    """Whatever word it stands on, wherever that is in its row."""
    app = article_app(article_of(NEWS))
    async with app.run_test(size=(width, 20)):
        view = app.view
        viewport = view.viewport
        for word in re.finditer(r"\w[\w\u0900-\u0970]*", NEWS):
            if len(word[0]) < length:
                continue
            row = viewport.layout.row_of(word.start())
            before = view.render_line(row)
            view.painter.set_hints({word.start(): "xy"[:length]})
            after = view.render_line(row)
            view.painter.set_hints({})
            assert after.cell_length == before.cell_length
            x = label_x(viewport.layout, viewport.columns, word.start(), length)
            assert after.crop(x, x + length).text == "xy"[:length]
            begin = viewport.columns.left + viewport.layout.column_of(word.start())
            assert not any(map(str.isalnum, before.crop(x, begin).text))
            assert x + length <= begin + cell_len(word[0])
            assert after.crop(begin + cell_len(word[0])).text == before.crop(begin + cell_len(word[0])).text


async def test_hints_lie_before_the_words_and_leave_the_text_in_place(article_app, article_of) -> None:
    app = article_app(article_of("Kim met 漢字 and Xi.", "Kim went.", "End."))
    async with app.run_test(size=SIZE) as pilot:
        await without_caret(app.view, pilot)
        view = app.view
        before = [view.render_line(y).text for y in range(3)]
        view.painter.set_hints({0: "a", 8: "bc", 15: "d", 20: "e"})
        await pilot.pause()
        assert view.render_line(0).text.strip() == "aKim metbc 字 anddXi."
        assert view.render_line(2).text.strip() == "eKim went."
        assert view.render_line(0).cell_length == SIZE[0]
        view.painter.set_hints({})
        await pilot.pause()
        assert [view.render_line(y).text for y in range(3)] == before


@pytest.mark.parametrize("theme", ["dark", "light", "ansi"])
@pytest.mark.parametrize("no_color", [False, True])
@pytest.mark.parametrize("over", ["plain", "highlight", "match", "selection", "name"])
async def test_the_place_has_a_bar_and_a_caret_whatever_lies_there(
    article_app, article_of, analysis, monkeypatch, theme: str, no_color: bool, over: str
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    app = article_app(article_of(TEXT, "End."), theme)
    async with app.run_test(size=SIZE) as pilot:
        view = app.view
        start = TEXT.index("Reuters")
        view.viewport.go_to(start + 2)
        if over == "highlight":
            view.text_layers.set_annotations([highlight(start, start + 7, "yellow")])
        elif over == "match":
            view.text_layers.set_matches(Matches("Reuters", [start], [start + 7], MatchKind.ENTITY), current=0)
        elif over == "selection":
            view.selecting.between(start, start + 2)
        elif over == "name":
            view.text_layers.set_entities(MentionIndex(analysis.entities))
        await pilot.pause()
        rows = view.render_lines(view.size.region)
        assert ["▌" in row.text for row in rows] == [True, *[False] * (SIZE[1] - 1)]
        styles = styles_of(view)
        caret = styles["u"]
        beside = next(style for words, style in styles.items() if words.endswith("Re"))
        assert (caret.bgcolor, *shape(caret)) != (beside.bgcolor, *shape(beside))


async def test_a_match_that_the_place_is_on_needs_no_caret(article_app, article_of) -> None:
    app = article_app(article_of("Kim met Kim.", "End."))
    async with app.run_test(size=SIZE) as pilot:
        app.view.text_layers.set_matches(Matches("Kim", [0, 8], [3, 11], MatchKind.ENTITY), current=0)
        await pilot.pause()
        styles = styles_of(app.view)
        assert styles["K"] == styles["im"]
        app.view.moving.by("right")
        await pilot.pause()
        styles = styles_of(app.view)
        assert styles["K"] == styles["m"] != styles["i"]


async def test_in_a_margin_of_one_cell_the_bar_stands_in_place_of_a_sign(article_app, article_of) -> None:
    app = article_app(article_of("abcdef", "ghi"))
    async with app.run_test(size=(30, 10)) as pilot:
        app.view.text_layers.set_annotations([highlight(0, 3, "blue"), highlight(8, 9, "blue")])
        await pilot.pause()
        assert [app.view.render_line(y).text[:4] for y in (0, 2)] == ["▌abc", "▎ghi"]
        app.view.moving.lines(1)
        await pilot.pause()
        assert [app.view.render_line(y).text[:4] for y in (0, 2)] == ["▎abc", "▌ghi"]


async def test_a_note_on_a_highlight_leaves_it_readable_in_sixteen_colours(article_app, article_of) -> None:
    app = article_app(article_of("abcdef", "End."), "ansi")
    async with app.run_test(size=SIZE) as pilot:
        await without_caret(app.view, pilot)
        note = Annotation("n", Kind.NOTE, None, None, "Why?", None, NOW, NOW, start=0, end=3)
        app.view.text_layers.set_annotations([highlight(0, 6, "yellow"), note])
        await pilot.pause()
        styles = styles_of(app.view)
        assert styles["abc"].bgcolor == styles["def"].bgcolor
        assert styles["abc"].underline


async def test_only_rows_that_terminals_may_see_otherwise_are_put_in_place(article_app, article_of) -> None:
    app = article_app(article_of("Mayor opens “bridge” in 東京 — Zürich", "Mayor ❤️ opens हिन्दी bridge"))
    async with app.run_test(size=SIZE):
        strips = app.view.render_lines(app.view.size.region)
        assert not isinstance(strips[0], PlacedStrip)
        assert isinstance(strips[2], PlacedStrip)
        assert strips[2].text == app.view.render_line(2).text
        written = strips[2].render(app.console)
        row = strips[2].text[:-1]
        behind = cell_len(row.rstrip()) + 1
        columns = [int(column) for column in re.findall(r"\x1b\[(\d+)G", written)]
        assert columns[1:] == [behind, 1, SIZE[0], SIZE[0] + 1]
        assert 1 < columns[0] < behind
        # However wide the text turns out, no blank is written behind it that would cover what stands beside the row.
        text = re.sub(r"\x1b\[[\d;]*m", "", re.split(r"\x1b\[\d+G", written)[3])
        assert text == row.rstrip()
