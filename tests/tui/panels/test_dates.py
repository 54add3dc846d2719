"""The dates panel as a timeline: the article among its dates, ranges, and below what has no place on a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sidebar_app import JULY, KIM, WEDNESDAY, PanelApp, analysis, article, entity, lines

from newsreader.entity import Category, TimeValue
from newsreader.languages.english.time_words import readable
from tui.panels.entity_order import ARTICLE, UNPLACED, timeline
from tui.panels.list_rows import Target
from tui.panels.requests import ArticleDateRequested, EntityChosen, EntityPreviewed

if TYPE_CHECKING:
    from tui.panels.list_panel import ListPanel

Reading = Any

TEXT = "two weeks, next year, Wednesday, June, July 2000"
WEEKS = entity("two weeks", Category.DATE, text=TEXT, time=TimeValue("DURATION", "P2W"))
YEAR = entity("next year", Category.DATE, text=TEXT, time=TimeValue("DATE", "2025", "2025-01-01", "2026-01-01", "year"))
JUNE = entity("June", Category.DATE, text=TEXT, time=TimeValue("DATE", "2024-06", "2024-06-01", "2024-07-01", "month"))
DATES = [WEEKS, YEAR, WEDNESDAY, JUNE, JULY]


def dates(app: PanelApp) -> ListPanel:
    return app.query_one("#panel-date")  # type: ignore[return-value]


def rows(app: PanelApp) -> list[str]:
    return [line for line in lines(dates(app))[1:] if line]


async def shown(app: PanelApp, pilot: Any, published: date | None, sign: str = "") -> None:
    """Go to the dates, with what is left out at first."""
    app.sidebar.set_published(published, sign)
    app.sidebar.focus_panel("4")
    await pilot.press(".", "g")


def test_the_article_stands_before_everything_else_of_its_day() -> None:
    sorted_by_time = [JULY, JUNE, WEDNESDAY, YEAR, WEEKS]
    assert timeline(sorted_by_time, date(2024, 6, 19)) == [JULY, JUNE, ARTICLE, WEDNESDAY, YEAR, UNPLACED, WEEKS]
    assert timeline(sorted_by_time, date(2026, 1, 1)) == [JULY, JUNE, WEDNESDAY, YEAR, ARTICLE, UNPLACED, WEEKS]
    assert timeline(sorted_by_time[:4], None) == [ARTICLE, JULY, JUNE, WEDNESDAY, YEAR]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-06-19", "2024-06-20", "2024-06-19"),
        ("2024-06-19", "2024-06-22", "2024-06-19–21"),
        ("2024-05-30", "2024-06-03", "2024-05-30–2024-06-02"),
    ],
)
def test_a_range_of_days_shows_both_its_ends(start: str, end: str, words: str) -> None:
    assert readable(TimeValue("DATE", start, start, end, "day")) == words


async def test_the_timeline_has_the_article_in_its_place_and_the_unplaced_below(reading: Reading) -> None:
    async with reading(size=(28, 40), story=article(TEXT), found=analysis([KIM, *DATES])) as (app, pilot):
        await shown(app, pilot, date(2024, 6, 19))
        assert rows(app) == [
            " July 2000          2000-07",
            " June               2024-06",
            " ◆ this article  2024-06-19",
            " Wednesday       2024-06-19",
            " next year             2025",
            " ─ not placed ────────────",
            " two weeks                1",
        ]
        assert dates(app).face.count == "5"
        await pilot.press(".")
        assert rows(app)[-1] == " next year             2025"
        assert dates(app).face.count == "4 +1"


async def test_the_persons_word_on_the_date_is_marked(reading: Reading) -> None:
    async with reading(size=(32, 40), story=article(TEXT), found=analysis(DATES)) as (app, pilot):
        await shown(app, pilot, date(2024, 6, 19), "✓")
        assert rows(app)[2] == " ◆ this article ✓    2024-06-19"


async def test_enter_on_the_article_asks_for_its_date_and_the_cursor_never_stands_on_the_heading(
    reading: Reading,
) -> None:
    async with reading(size=(28, 40), story=article(TEXT), found=analysis(DATES)) as (app, pilot):
        await shown(app, pilot, date(2024, 6, 19))
        await pilot.press("j", "j", "space", "enter")
        (asked,) = app.heard
        assert isinstance(asked, ArticleDateRequested)
        await pilot.press("j", "j", "j")
        assert dates(app).target == Target("entity", WEEKS.id)
        await pilot.press("k")
        assert dates(app).target == Target("entity", YEAR.id)
        await pilot.press("space", "enter")
        assert [type(each) for each in app.heard[1:]] == [EntityPreviewed, EntityChosen]


async def test_what_makes_sense_for_an_entity_alone_does_nothing_on_the_article(reading: Reading) -> None:
    async with reading(size=(28, 40), story=article(TEXT), found=analysis(DATES)) as (app, pilot):
        await shown(app, pilot, None)
        assert dates(app).target == Target("article date")
        before = rows(app)
        await pilot.press("l", "h", "a", "r", "x", "M")
        assert rows(app) == before
        assert app.heard == []


async def test_a_filter_leaves_dates_alone_and_other_orders_begin_with_the_article(reading: Reading) -> None:
    async with reading(size=(28, 40), story=article(TEXT), found=analysis(DATES)) as (app, pilot):
        await shown(app, pilot, date(2024, 6, 19))
        await pilot.press("/", *"we")
        assert [row.split()[0] for row in rows(app)[1:]] == ["Wednesday", "two"]
        await pilot.press("escape", "s")
        assert [row.split()[0] for row in rows(app)] == ["◆", "two", "next", "Wednesday", "June", "July"]


async def test_the_cursor_stays_on_its_date_when_the_article_moves(reading: Reading) -> None:
    async with reading(size=(28, 40), story=article(TEXT), found=analysis(DATES)) as (app, pilot):
        await shown(app, pilot, date(2024, 6, 19))
        await pilot.press("G")
        assert dates(app).target == Target("entity", WEEKS.id)
        app.sidebar.set_published(date(1990, 1, 1))
        await pilot.pause()
        assert dates(app).target == Target("entity", WEEKS.id)


async def test_a_guess_has_its_mark_behind_the_day(reading: Reading) -> None:
    guess = replace(WEDNESDAY, mentions=tuple(replace(each, doubt="a guess") for each in WEDNESDAY.mentions))
    async with reading(size=(28, 40), story=article(TEXT), found=analysis([KIM, guess, JULY])) as (app, pilot):
        app.sidebar.set_published(date(2024, 6, 19), guessed=True)
        app.sidebar.focus_panel("4")
        await pilot.press("g")
        assert rows(app) == [
            " July 2000          2000-07",
            " ◆ this article 2024-06-19?",
            " Wednesday      2024-06-19?",
        ]
