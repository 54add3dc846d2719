"""The mouse over the article."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from newsreader.annotations.model import Annotation, Kind
from newsreader.entity import Analysis, Category, Entity, Mention
from tui.article.mention_index import MentionIndex
from tui.article.messages import AnnotationClicked, Clicked, EntityClicked, GutterClicked, SelectionChanged

SIZE = (60, 12)
NOW = datetime(2024, 6, 19, tzinfo=UTC)


@pytest.fixture
def article(article_of):
    body = [f"Number {number}: Mr. Smith met Jones. They talked at length about many things." for number in range(60)]
    return article_of(*body)


@pytest.fixture
def analysis(article):
    starts = [position for position in range(len(article.text)) if article.text.startswith("Smith", position)]
    mentions = tuple(Mention(start, start + 5, "PERSON", Category.PERSON) for start in starts)
    return Analysis(article.sha256, "m", (Entity("person:smith", Category.PERSON, "Smith", (), mentions),), 1, 1)


def place_of(view, offset: int) -> tuple[int, int]:
    """The cell in which `offset` is drawn."""
    layout = view.viewport.layout
    row = layout.row_of(offset)
    left = view.render_line(row - view.scroll_offset.y).text.index(layout.line(row))
    return left + layout.column_of(offset), row - view.scroll_offset.y


def heard(app, kind):
    return [message for message in app.heard if isinstance(message, kind)]


async def test_clicking_a_name_tells_whose_it_is(article_app, article, analysis) -> None:
    app = article_app(article)
    async with app.run_test(size=SIZE) as pilot:
        app.view.text_layers.set_entities(MentionIndex(analysis.entities))
        offset = article.text.index("Smith") + 2
        await pilot.click(offset=place_of(app.view, offset))
        (message,) = heard(app, EntityClicked)
        assert (message.entity_id, message.offset) == ("person:smith", offset)
        assert app.view.viewport.cursor == offset


async def test_clicking_elsewhere_tells_where(article_app, article, analysis) -> None:
    app = article_app(article)
    async with app.run_test(size=SIZE) as pilot:
        app.view.text_layers.set_entities(MentionIndex(analysis.entities))
        offset = article.text.index("talked")
        await pilot.click(offset=place_of(app.view, offset))
        assert [message.offset for message in heard(app, Clicked)] == [offset]
        assert heard(app, EntityClicked) == []


async def test_clicking_an_annotation_tells_which(article_app, article) -> None:
    app = article_app(article)
    async with app.run_test(size=SIZE) as pilot:
        start = article.text.index("They")
        note = Annotation("n1", Kind.NOTE, None, None, "so?", None, NOW, NOW, start=start, end=start + 11)
        app.view.text_layers.set_annotations([note])
        await pilot.click(offset=place_of(app.view, start + 3))
        assert [message.id for message in heard(app, AnnotationClicked)] == ["n1"]


async def drag(pilot, start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(offset=start)
    await pilot.hover(offset=end)


async def test_dragging_selects_and_is_no_click(article_app, article) -> None:
    app = article_app(article)
    async with app.run_test(size=SIZE) as pilot:
        first, last = article.text.index("Smith"), article.text.index("talked") + 5
        await drag(pilot, place_of(app.view, first), place_of(app.view, last))
        assert app.view.selecting.span == (first, last + 1)
        await pilot.mouse_up(offset=place_of(app.view, last))
        assert app.view.selecting.span == (first, last + 1)
        assert heard(app, Clicked) == []
        message = heard(app, SelectionChanged)[-1]
        assert (message.start, message.end, message.empty) == (first, last + 1, False)


async def test_dragging_backwards_selects_the_same(article_app, article) -> None:
    app = article_app(article)
    async with app.run_test(size=SIZE) as pilot:
        first, last = article.text.index("Smith"), article.text.index("talked") + 5
        await drag(pilot, place_of(app.view, last), place_of(app.view, first))
        assert app.view.selecting.span == (first, last + 1)


async def test_a_selection_that_ends_in_a_margin_ends_with_the_row(article_app, article) -> None:
    app = article_app(article)
    async with app.run_test(size=SIZE) as pilot:
        first = article.text.index("Smith")
        row = app.view.viewport.layout.row_of(first)
        await drag(pilot, place_of(app.view, first), (SIZE[0] - 2, row))
        assert app.view.selecting.span == (first, app.view.viewport.layout.end(row))


async def test_a_selection_that_ends_in_a_blank_row_ends_with_the_paragraph(article_app, article) -> None:
    app = article_app(article)
    async with app.run_test(size=SIZE) as pilot:
        blank = app.view.viewport.layout.row_of(article.paragraphs[0].end)
        await drag(pilot, place_of(app.view, 0), (20, blank))
        assert app.view.selecting.span == (0, article.paragraphs[0].end)


class HandTimer:
    """A timer that ticks when the test says so."""

    def __init__(self) -> None:
        self.callback = None
        self.stopped = False

    def start(self, _interval: float, callback) -> HandTimer:
        self.callback = callback
        return self

    def stop(self) -> None:
        self.stopped = True


async def test_holding_the_mouse_below_the_text_scrolls_on(article_app, article_of, monkeypatch) -> None:
    app = article_app(article_of(*(f"Line {number}" for number in range(200))))
    timer = HandTimer()
    async with app.run_test(size=(60, 20)) as pilot:
        view = app.view
        view.styles.height = 6
        await pilot.pause()
        monkeypatch.setattr(view, "set_interval", timer.start)
        await drag(pilot, (2, 1), (5, 15))
        for ticks in (1, 2, 3):
            timer.callback()
            assert view.scroll_offset.y == ticks
        assert view.selecting.span[1] >= view.viewport.layout.start(3 + 5)
        assert not timer.stopped
        await pilot.mouse_up(offset=(5, 15))
        assert timer.stopped


async def test_two_clicks_take_the_word_and_three_the_sentence(article_app, article) -> None:
    app = article_app(article)
    async with app.run_test(size=SIZE) as pilot:
        offset = article.text.index("talked")
        await pilot.click(offset=place_of(app.view, offset + 1), times=2)
        assert app.view.selecting.span == (offset, offset + 6)
        await pilot.click(offset=place_of(app.view, offset + 1), times=3)
        start, end = app.view.selecting.span
        assert article.text[start:end] == "They talked at length about many things."


async def test_a_click_drops_the_selection(article_app, article) -> None:
    app = article_app(article)
    async with app.run_test(size=SIZE) as pilot:
        app.view.selecting.between(3, 9)
        await pilot.click(offset=place_of(app.view, 20))
        assert app.view.selecting.span is None
        assert heard(app, SelectionChanged)[-1].empty


async def test_the_wheel_scrolls_three_rows(article_app, article) -> None:
    app = article_app(article)
    async with app.run_test(size=SIZE) as pilot:
        for event, row in ((MouseScrollDown, 3), (MouseScrollDown, 6), (MouseScrollUp, 3)):
            app.view.post_message(event(app.view, 5, 5, 0, 0, 0, shift=False, meta=False, ctrl=False))
            await pilot.pause()
            assert app.view.scroll_offset.y == row


async def test_a_click_in_the_gutter_goes_there(article_app, article) -> None:
    app = article_app(article)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click(offset=(SIZE[0] - 1, SIZE[1] - 1))
        assert app.view.viewport.progress == 1
        (message,) = heard(app, GutterClicked)
        assert message.origin == 0
        assert message.offset == app.view.viewport.cursor
        assert heard(app, Clicked) == []
        await pilot.click(offset=(SIZE[0] - 1, 0))
        assert app.view.viewport.progress == 0


@pytest.mark.parametrize("where", ["margin", "blank row", "below the text"])
async def test_a_click_where_nothing_stands_goes_to_the_nearest_letter(article_app, article_of, where) -> None:
    app = article_app(article_of("One two.", "Three four."))
    async with app.run_test(size=SIZE) as pilot:
        cells = {"margin": (30, 0), "blank row": (5, 1), "below the text": (5, 8)}
        await pilot.click(offset=cells[where])
        ends = {"margin": "One two.", "blank row": "One two.", "below the text": "One two.\n\nThree four."}
        assert app.view.viewport.cursor == len(ends[where]) - 1
        assert heard(app, Clicked) != []
