"""Selecting with motions."""

from __future__ import annotations

import pytest

from tui.article.messages import SelectionChanged

TEXT = "One two three. Four five.", "Six e\u0301 漢字 👩‍👩‍👧 end. Seven eight nine ten eleven twelve."
SIZE = (19, 10)


@pytest.fixture
def app(article_app, article_of):
    return article_app(article_of(*TEXT))


def selected(app) -> str:
    start, end = app.view.selecting.span
    return app.article.text[start:end]


async def test_a_selection_begins_with_the_character_at_the_cursor(app) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.view.viewport.go_to(4)
        app.view.selecting.start()
        assert selected(app) == "t"
        await pilot.pause()
        message = next(message for message in app.heard if isinstance(message, SelectionChanged))
        assert (message.start, message.end) == (4, 5)


@pytest.mark.parametrize(
    ("start", "motions", "expected"),
    [
        (4, "right right", "two"),
        (6, "left left", "two"),
        (0, "word", "One t"),
        (0, "word_end", "One"),
        (0, "word_end word_end", "One two"),
        (8, "back_word", "two t"),
        (0, "sentence", "One two three."),
        (0, "sentence sentence", "One two three. Four five."),
        (4, "paragraph", "two three. Four five."),
        (4, "line_end", "two three."),
        (6, "line_start", "One two"),
        (0, "down", "One two three. F"),
        (2, "down down", "e two three. Four five.\n\nSix"),
        (27, "right right right right", "Six e\u0301"),
        (27, "word word word_end", "Six e\u0301 漢字"),
        (0, "left up", "O"),
    ],
)
async def test_motions_move_the_end_of_the_selection(app, start: int, motions: str, expected: str) -> None:
    async with app.run_test(size=SIZE):
        app.view.viewport.go_to(start)
        app.view.selecting.start()
        for motion in motions.split():
            app.view.selecting.move(motion)
        assert selected(app) == expected


async def test_a_cluster_is_selected_as_a_whole(app) -> None:
    async with app.run_test(size=SIZE):
        family = app.article.text.index("👩")
        app.view.viewport.go_to(family - 1)
        app.view.selecting.start()
        app.view.selecting.move("right")
        assert selected(app) == " 👩‍👩‍👧"


async def test_going_down_keeps_the_column(app) -> None:
    async with app.run_test(size=SIZE):
        app.view.viewport.go_to(12)
        app.view.selecting.start()
        columns = []
        for _ in range(3):
            app.view.selecting.move("down")
            columns.append(app.view.viewport.layout.column_of(app.view.viewport.cursor))
        assert columns == [9, 11, 12]


async def test_sentences_are_selected_as_a_whole(app) -> None:
    async with app.run_test(size=SIZE):
        app.view.viewport.go_to(5)
        app.view.selecting.start("sentence")
        assert selected(app) == "One two three."
        app.view.selecting.move("down")
        assert selected(app) == TEXT[0]
        app.view.selecting.start("character")
        assert selected(app).startswith("wo three. F")


async def test_every_motion_ends_at_the_ends_of_the_text(app) -> None:
    motions = "left right up down word word_end back_word sentence line_start line_end paragraph".split()
    async with app.run_test(size=SIZE):
        for motion in motions:
            app.view.selecting.clear()
            app.view.viewport.go_to(0)
            for _ in range(40):
                app.view.selecting.move(motion)
            start, end = app.view.selecting.span
            assert 0 <= start < end <= len(app.article.text)


async def test_the_head_stays_in_view(app) -> None:
    async with app.run_test(size=(19, 3)):
        app.view.selecting.start()
        for _ in range(6):
            app.view.selecting.move("down")
        row = app.view.viewport.layout.row_of(app.view.viewport.cursor)
        assert 0 <= row - app.view.scroll_offset.y < 3


async def test_clearing_leaves_the_cursor_and_tells(app) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.view.selecting.start()
        app.view.selecting.move("word")
        app.view.selecting.clear()
        await pilot.pause()
        assert (app.view.selecting.span, app.view.viewport.cursor) == (None, 4)
        assert app.heard[-1].empty
