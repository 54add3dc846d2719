"""The card of an entity."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from sidebar_app import PUTIN, STORY, WEDNESDAY, PanelApp, annotation, article, entity, invented, lines

from newsreader.entity import Category, TimeValue
from tui.base.widths import cell_len
from tui.dialogs.card_list import Card, CardRows, sentence_of
from tui.dialogs.entity_card import EntityCard, GoToMention, WriteNote

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from newsreader.entity import Entity

OPEN = "still open"


@asynccontextmanager
async def card(
    of: Entity, *, text: str = STORY, size: tuple[int, int] = (60, 30), **options: Any
) -> AsyncIterator[tuple[PanelApp, Pilot[None], list[Any]]]:
    """Open the card; the list holds what it returned, or `OPEN`."""
    app, results = PanelApp(), [OPEN]

    def returned(result: object) -> None:
        results[:] = [result]

    async with app.run_test(size=size) as pilot:
        app.push_screen(EntityCard(article(text), of, **options), returned)
        await pilot.pause()
        yield app, pilot, results


def shown(app: PanelApp) -> list[str]:
    return lines(app.screen.query_one("#card-list"))


async def test_it_shows_names_category_count_reasons_notes_and_each_sentence() -> None:
    putin = replace(PUTIN, reasons=("“Putin” is the surname of Vladimir Putin.",))
    notes = (annotation("n", text="President\nsince 2000", entity=putin.id),)
    async with card(putin, notes=notes) as (app, _, _results):
        assert shown(app) == [
            " ● Vladimir Putin",
            " person · 3 mentions",
            " also “Putin”, “Mr Putin”",
            " “Putin” is the surname of Vladimir Putin.",
            " ✎ President since 2000",
            "",
            "· Vladimir Putin met Kim Jong Un in Pyongyang on",
            "  Wednesday.",
            "· Putin thanked Kim.",
            "· Mr Putin flew home; Russia cheered, Russia paid.",
        ]


async def test_a_date_says_what_it_stands_for_and_why() -> None:
    async with card(WEDNESDAY) as (app, _, _results):
        assert shown(app)[1:3] == [" date · 1 mention", " 2024-06-19 – the Wednesday before publication"]


async def test_whose_card_it_is_stays_in_sight_when_that_is_scrolled_away() -> None:
    async with card(replace(PUTIN, name="[b]Vladimir Putin"), mention=2, size=(40, 10)) as (app, pilot, _results):
        title = app.screen.query_one("#card")
        assert "[b]" not in shown(app)[0]
        assert title.border_title == r"● \[b]Vladimir Putin"  # As markup, which this is not.
        await pilot.press("g")
        await pilot.pause()
        assert shown(app)[0].startswith(" ● [b]Vladimir Putin")
        assert not title.border_title


async def test_enter_returns_the_mention_under_the_cursor() -> None:
    async with card(PUTIN) as (_, pilot, results):
        await pilot.press("j", "j", "k", "enter")
        assert results == [GoToMention(1)]


async def test_the_cursor_starts_on_the_mention_one_came_from() -> None:
    async with card(PUTIN, mention=2) as (_, pilot, results):
        await pilot.press("enter")
        assert results == [GoToMention(2)]


async def test_a_click_returns_the_mention_and_one_above_them_the_first() -> None:
    async with card(PUTIN) as (_, pilot, results):
        await pilot.click("#card-list", offset=(5, 6))
        assert results == [GoToMention(1)]


@pytest.mark.parametrize(("key", "result"), [("a", WriteNote()), ("escape", None), ("q", None)])
async def test_a_asks_for_a_note_and_escape_closes(key: str, result: object) -> None:
    async with card(PUTIN) as (_, pilot, results):
        await pilot.press(key)
        assert results == [result]


async def test_the_mention_is_emphasised_in_its_sentence() -> None:
    async with card(PUTIN) as (app, pilot, _results):
        await pilot.press("G")
        strip = app.screen.query_one("#card-list").render_line(4)
        strong = [segment.text for segment in strip if segment.style is not None and segment.style.underline]
        assert strong == ["Vladimir Putin"]


async def test_above_the_first_mention_the_facts_scroll_into_sight() -> None:
    async with card(replace(PUTIN, reasons=("why " * 60,)), size=(40, 12)) as (app, pilot, _results):
        await pilot.press("G")
        assert "●" not in shown(app)[0]
        await pilot.press(*["k"] * 20)
        assert shown(app)[0].startswith(" ● Vladimir Putin ")
        await pilot.press("j", "g")
        assert shown(app)[0].startswith(" ● Vladimir Putin ")


async def test_ninety_thousand_mentions_get_a_row_each() -> None:
    (one,) = invented(1, mentions=90_000)
    async with card(one) as (app, pilot, results):
        await pilot.press("G")
        assert shown(app)[-1].startswith("· Vladimir Putin met")
        await pilot.press("k", "enter")
        assert results == [GoToMention(89_998)]


async def test_it_fits_a_small_terminal() -> None:
    async with card(PUTIN, size=(40, 12)) as (app, _, _results):
        assert app.screen.region.contains_region(app.screen.query_one("#card").region)
        assert app.screen.query_one("#card .dialog--hint").region.height == 1


async def test_a_new_width_keeps_the_cursor_on_its_mention() -> None:
    async with card(PUTIN) as (_, pilot, results):
        await pilot.press("j", "j")
        await pilot.resize_terminal(30, 14)
        await pilot.pause()
        await pilot.press("enter")
        assert results == [GoToMention(2)]


async def test_hostile_text_is_shown_as_it_is() -> None:
    text = "He met [red]李克强[/] " + "and others " * 20 + "👨‍👩‍👧 there."
    hostile = replace(entity("[red]李克强[/]", text=text), aliases=("\x1b[31mx", "👨‍👩‍👧"))
    async with card(hostile, text=text) as (app, _, _results):
        assert shown(app)[0] == " ● [red]李克强[/]"
        assert "\x1b" not in "".join(shown(app))
        assert shown(app)[4].startswith("· He met [red]李克强[/] and")


def test_no_row_is_wider_than_the_card_however_its_sentence_is_wrapped() -> None:
    text = "It is said that somewhere in the town by the sea, on the day before, Anna was seen by her brother."
    for width in range(12, 90):
        rows = CardRows(Card(article(text), entity("Anna", text=text)), width)
        assert {sum(cell_len(part) for part, _ in rows.draw(row, width)) for row in range(len(rows))} == {width}


def test_a_sentence_is_looked_for_in_its_paragraph_alone() -> None:
    text = "One. Anna came. Two.\n\nThree."
    mention = entity("Anna", text=text).mentions[0]
    assert text[slice(*sentence_of(article(text), mention))] == "Anna came."


def test_a_sentence_without_an_end_is_cut_at_some_distance() -> None:
    text = "word " * 10_000 + "Anna " + "word " * 10_000
    mention = entity("Anna", Category.PERSON, text=text).mentions[0]
    start, end = sentence_of(article(text), mention)
    assert start <= mention.start < mention.end <= end
    assert end - start <= 1004


def dated(*mentions: tuple[TimeValue, str]) -> Entity:
    """A date with these values and doubts, a mention each."""
    one = WEDNESDAY.mentions[0]
    return replace(WEDNESDAY, mentions=tuple(replace(one, time=time, doubt=doubt) for time, doubt in mentions))


def on(day: str, end: str, reason: str) -> TimeValue:
    return TimeValue("DATE", day, day, end, "day", reason=reason)


async def test_the_card_of_a_date_says_each_value_and_each_reason_once_and_in_english() -> None:
    why = "counted from the article’s date, 2024-06-19"
    day_, other = on("2024-06-19", "2024-06-20", why), on("2024-06-19", "2024-06-20", "the text says so")
    years = TimeValue("DURATION", "P24Y")
    of = replace(dated((day_, ""), (day_, ""), (other, ""), (years, "")), reasons=(why, "the text says so"))
    async with card(of) as (app, _, _results):
        assert shown(app)[2:6] == [
            " 19 June 2024 – counted from the article’s date, 19 June",
            " 2024; the text says so",
            " 24 years",
            "",
        ]


async def test_a_guess_has_its_mark_and_its_reason_once() -> None:
    doubt = "the article’s date is a guess from “Wednesday (June 19)”"
    guessed = on("2024-06-19", "2024-06-20", "counted from the article’s date, 2024-06-19")
    unread = on("2020-03-04", "2020-03-05", "the order of day and month is not known")
    of = dated((guessed, doubt), (guessed, doubt), (unread, unread.reason))
    async with card(of, size=(100, 30)) as (app, _, _results):
        assert shown(app)[2:6] == [
            " 19 June 2024? – counted from the article’s date, 19 June 2024",
            " 4 March 2020?",
            f" ? {doubt}",
            " ? the order of day and month is not known",
        ]
        assert [line[:1] for line in shown(app)[7:]] == ["?", "?", "?"]


async def test_a_short_name_that_may_be_another_s_is_marked() -> None:
    doubt = "“Putin” may be Lyudmila Putina as well as Vladimir Putin"
    of = replace(PUTIN, mentions=(PUTIN.mentions[0], replace(PUTIN.mentions[1], doubt=doubt), PUTIN.mentions[2]))
    async with card(of) as (app, _, _results):
        assert f" ? {doubt}"[:50] in " ".join(shown(app))
        assert "? Putin thanked Kim." in shown(app)
