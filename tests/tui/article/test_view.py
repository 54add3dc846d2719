"""The article view: scrolling, the cursor, matches and what arrives while one reads."""

from __future__ import annotations

import pytest
from textual.geometry import Region

from newsreader.article import Metadata, Origin, OriginKind, ParagraphKind
from newsreader.entity import Category, Entity, Mention
from newsreader.sources.formats.plain import plain_article
from tui.article.active_matches import Matches, MatchKind
from tui.article.mention_index import MentionIndex, PlacedMention
from tui.article.messages import PositionChanged
from tui.article.view import ArticleView

WORDS = "The minister met the envoy in the capital on a cold and windy day. "
SIZE = (60, 12)


@pytest.fixture
def long(article_of):
    """An article of a headline and forty numbered paragraphs."""
    body = [f"Paragraph {number}. {WORDS * 4}".strip() for number in range(40)]
    return article_of((ParagraphKind.TITLE, "A headline"), *body)


def matches_in(article, word: str) -> Matches:
    starts = [position for position in range(len(article.text)) if article.text.startswith(word, position)]
    return Matches(word, starts, [start + len(word) for start in starts], MatchKind.ENTITY, Category.PERSON)


def screen_of(view) -> list[str]:
    """The rows of the view without margins, the bar in them, and gutter."""
    return [view.render_line(y).text[:-1].strip(" ▌") for y in range(view.size.height)]


async def test_the_text_is_in_the_first_frame(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=SIZE):
        assert screen_of(app.view)[0] == "A headline"
        assert app.view.viewport.top_offset == 0
        assert app.view.viewport.progress == 0


async def test_the_headline_stands_apart(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=SIZE):
        assert screen_of(app.view)[:4] == ["A headline", "", "", screen_of(app.view)[3]]
        assert screen_of(app.view)[3].startswith("Paragraph 0.")
        assert next(part for part in app.view.render_line(0) if " headline" in part.text).style.bold


async def test_metadata_lines_stand_together(article_app, article_of) -> None:
    meta = ParagraphKind.META
    app = article_app(article_of((ParagraphKind.TITLE, "Title"), (meta, "By A"), (meta, "1 May 2024"), "Body."))
    async with app.run_test(size=SIZE):
        assert screen_of(app.view)[:7] == ["Title", "", "By A", "1 May 2024", "", "", "Body."]


async def test_the_text_column_is_centred_at_the_measure(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=(120, 20)) as pilot:
        assert app.view.viewport.layout.width == 72
        assert app.view.render_line(3).text.index("Paragraph") == (119 - 72) // 2
        app.view.measure = 60
        await pilot.pause()
        assert app.view.viewport.layout.width == 60


async def test_scrolling_is_immediate_and_stops_at_both_ends(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=SIZE):
        view = app.view
        view.viewport.scroll_lines(3)
        assert view.scroll_offset.y == 3
        view.viewport.scroll_lines(-10)
        assert view.scroll_offset.y == 0
        view.moving.pages(1)
        assert view.scroll_offset.y == SIZE[1] - 1
        view.moving.half_pages(-1)
        assert view.scroll_offset.y == SIZE[1] - 1 - SIZE[1] // 2
        view.moving.bottom()
        assert view.viewport.progress == 1
        assert screen_of(view)[-1].endswith("windy day.")
        view.viewport.scroll_lines(5)
        assert view.scroll_offset.y == view.viewport.layout.rows - SIZE[1]
        view.viewport.go_to(0, align="top")
        assert (view.viewport.top_offset, view.viewport.cursor) == (0, 0)


async def test_the_cursor_stays_put_until_it_would_leave_the_screen(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=SIZE):
        view = app.view
        start = long.paragraphs[1].start
        view.viewport.go_to(start)
        view.viewport.scroll_lines(2)
        assert view.viewport.cursor == start
        view.viewport.scroll_lines(2)
        assert view.viewport.cursor == view.viewport.layout.start(4)
        view.moving.pages(3)
        view.viewport.go_to(view.viewport.layout.start(view.scroll_offset.y + SIZE[1] - 1))
        view.viewport.scroll_lines(-1)
        assert view.viewport.layout.row_of(view.viewport.cursor) == view.scroll_offset.y + SIZE[1] - 1


async def test_going_somewhere_scrolls_only_if_needed(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=SIZE):
        view = app.view
        view.viewport.go_to(long.paragraphs[1].start)
        assert view.scroll_offset.y == 0
        far = long.paragraphs[20].start
        view.viewport.go_to(far)
        assert view.viewport.cursor == far
        assert view.viewport.layout.row_of(far) - view.scroll_offset.y == SIZE[1] // 3
        view.viewport.go_to(far, align="top")
        assert view.viewport.top_offset == far
        view.viewport.go_to(far, align="center")
        assert view.viewport.layout.row_of(far) - view.scroll_offset.y == SIZE[1] // 2


async def test_a_long_target_is_shown_to_its_end(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=SIZE):
        view = app.view
        target = long.paragraphs[20]
        view.viewport.go_to(target.start, end=target.start + 400)
        top, bottom = view.viewport.visible_range()
        assert top <= target.start
        assert target.start + 400 <= bottom


async def test_paragraph_by_paragraph(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=SIZE):
        view = app.view
        for number in (1, 2, 3):
            view.moving.paragraph(1)
            assert view.viewport.cursor == long.paragraphs[number].start
            top, bottom = view.viewport.visible_range()
            assert top <= long.paragraphs[number].start
            assert long.paragraphs[number].end <= bottom
        view.moving.lines(2)
        view.moving.paragraph(-1)
        assert view.viewport.cursor == long.paragraphs[3].start
        view.moving.paragraph(-1)
        assert view.viewport.cursor == long.paragraphs[2].start


async def test_going_to_a_paragraph_that_is_in_sight_moves_no_text(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=(60, 20)):
        app.view.moving.paragraph(1)
        app.view.moving.paragraph(1)
        assert (app.view.viewport.cursor, app.view.viewport.top) == (long.paragraphs[2].start, 0)


async def test_paragraphs_are_counted_from_the_place(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=SIZE):
        view = app.view
        starts = [paragraph.start for paragraph in long.paragraphs]
        view.viewport.go_to(starts[2] + 30)
        view.moving.paragraph(1)
        assert view.viewport.cursor == starts[3]
        view.viewport.point_at(starts[4] + 200)
        view.moving.paragraph(-1)
        assert view.viewport.cursor == starts[4]
        view.viewport.scroll_lines(30)
        view.viewport.scroll_lines(-4)
        below = next(start for start in starts if start > view.viewport.cursor)
        view.moving.paragraph(1)
        assert view.viewport.cursor == below
        for _ in starts:
            view.moving.paragraph(1)
        assert view.viewport.cursor == starts[-1]
        view.moving.paragraph(-1)
        assert view.viewport.cursor == starts[-2]


async def test_another_width_keeps_the_first_offset_in_place(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=SIZE) as pilot:
        view = app.view
        offset = long.text.index("envoy", long.paragraphs[15].start)
        view.viewport.go_to(offset, align="top")
        kept = view.viewport.top_offset
        for width, height in ((40, 12), (33, 30), (100, 8), SIZE):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert view.viewport.top_offset == kept
            assert view.viewport.visible_range()[0] <= kept <= view.viewport.layout.end(view.scroll_offset.y)
        view.measure = 41
        await pilot.pause()
        assert view.viewport.top_offset == kept


async def test_a_blank_row_at_the_top_stays_there_when_the_room_changes(article_app) -> None:
    text = "Bridge opens in Lyon\n\n\n" + "\n\n".join("The council spoke of the bridge." for _ in range(40))
    article = plain_article(text, Metadata(), Origin(OriginKind.STDIN, ""))
    app = article_app(article)
    async with app.run_test(size=SIZE) as pilot:
        view = app.view
        for row in range(1, 6):
            view.viewport.scroll_rows_to(row)
            for height in (SIZE[1] - 3, SIZE[1]):
                await pilot.resize_terminal(SIZE[0], height)
                await pilot.pause()
                assert view.viewport.top == view.scroll_offset.y == row


async def test_a_view_can_be_told_where_to_go_before_it_has_any_room(article_app, long) -> None:
    view = ArticleView(long)
    view.viewport.go_to(long.paragraphs[9].start)
    app = article_app(None)
    async with app.run_test(size=SIZE) as pilot:
        await app.view.remove()
        await app.mount(view)
        await pilot.pause()
        assert view.viewport.top_offset == long.paragraphs[9].start
        assert screen_of(view)[0].startswith("Paragraph 8.")


async def test_entities_arrive_without_moving_the_text(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=SIZE) as pilot:
        view = app.view
        view.viewport.go_to(long.paragraphs[9].start, align="top")
        before, cursor = screen_of(view), view.viewport.cursor
        start = long.text.index("envoy", view.viewport.top_offset)
        mention = Mention(start, start + 5, "PERSON", Category.PERSON)
        entity = Entity("person:envoy", Category.PERSON, "envoy", (), (mention,))
        view.text_layers.set_entities(MentionIndex((entity,)))
        await pilot.pause()
        assert (screen_of(view), view.viewport.cursor) == (before, cursor)
        assert view.text_layers.entity_at(start) == view.text_layers.entity_at(start + 4) == "person:envoy"
        assert view.text_layers.entity_at(start + 5) is None
        assert list(view.text_layers.mentions_between(*view.viewport.visible_range())) == [
            PlacedMention(start, start + 5, "person:envoy")
        ]


def go_to_match(view, index: int) -> None:
    """Make a match the current one and bring it into sight."""
    view.text_layers.set_current(index)
    start, end = view.text_layers.current_span
    view.viewport.go_to(start, end=end)


async def test_the_current_match_is_stepped_through(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=SIZE):
        view = app.view
        matches = matches_in(long, "envoy")
        view.text_layers.set_matches(matches)
        assert view.text_layers.current is None
        for index in (0, 1, 80, len(matches) - 1):
            go_to_match(view, index)
            assert view.text_layers.current == index
            assert view.viewport.cursor == matches.starts[index]
            assert view.viewport.visible_range()[0] <= matches.starts[index] < view.viewport.visible_range()[1]
        view.text_layers.set_matches(None)
        assert view.text_layers.current is None
        view.text_layers.set_current(3)
        assert view.text_layers.current is None


async def test_the_gutter_shows_where_matches_are(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=SIZE) as pilot:
        view = app.view
        view.text_layers.set_matches(matches_in(long, "Paragraph 39."), current=None)
        await pilot.pause()
        gutter = [view.render_line(y).text[-1] for y in range(SIZE[1])]
        assert gutter[0] == "┃"
        assert gutter[-1] == "╸"
        assert set(gutter[1:-1]) == {" "}
        go_to_match(view, 0)
        assert view.render_line(SIZE[1] - 1).text[-1] == "◀"


async def test_position_is_told_when_it_changes(article_app, long) -> None:
    app = article_app(long)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.heard.clear()
        for _ in range(5):
            app.view.viewport.scroll_lines(1)
        await pilot.pause()
        told = [message for message in app.heard if isinstance(message, PositionChanged)]
        assert (told[-1].top, told[-1].bottom) == app.view.viewport.visible_range()
        app.heard.clear()
        app.view.viewport.scroll_lines(0)
        await pilot.pause()
        assert app.heard == []


async def test_showing_another_article_forgets_the_first(article_app, long, article_of) -> None:
    app = article_app(long)
    async with app.run_test(size=SIZE) as pilot:
        view = app.view
        view.moving.bottom()
        view.text_layers.set_matches(matches_in(long, "envoy"), current=1)
        view.selecting.start()
        view.show(article_of("Short."))
        await pilot.pause()
        assert (view.text_layers.matches, view.text_layers.current, view.selecting.span) == (None, None, None)
        assert screen_of(view) == ["Short.", *[""] * (SIZE[1] - 1)]
        assert view.viewport.progress == 1
        assert view.viewport.visible_range() == (0, 6)


def test_matches_are_found_around_an_offset() -> None:
    matches = Matches("x", [5, 20, 30], [8, 25, 31], MatchKind.SEARCH)
    assert [matches.after(offset) for offset in (0, 5, 20, 30)] == [0, 1, 2, None]
    assert [matches.before(offset) for offset in (5, 6, 30, 99)] == [None, 0, 1, 2]
    assert [matches.at(offset) for offset in (4, 5, 7, 8, 30)] == [None, 0, 0, None, 2]


async def test_a_row_that_stays_on_the_screen_is_not_made_anew(article_app, long) -> None:
    """A strip keeps what Textual notes on it, so that only what has come into sight is filtered and written anew."""
    app = article_app(long)
    async with app.run_test(size=(60, 20)) as pilot:
        view = app.view
        before = view.render_lines(view.size.region)
        assert [strip.text for strip in before] == [view.render_line(y).text for y in range(20)]
        view.viewport.scroll_rows_to(view.viewport.top + 3)
        await pilot.pause()
        after = view.render_lines(view.size.region)
        # The gutter beside some of them shows something else now.
        assert sum(now is then for now, then in zip(after[:17], before[3:], strict=True)) > 10
        part = view.render_lines(Region(10, 2, 30, 5))
        assert [strip.text for strip in part] == [strip.crop(10, 40).text for strip in after[2:7]]
