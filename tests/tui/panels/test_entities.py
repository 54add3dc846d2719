"""One panel of entities: its rows, its keys, its messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sidebar_app import (
    EVERYBODY,
    JULY,
    KIM,
    PUTIN,
    RUSSIA,
    PanelApp,
    analysis,
    article,
    day,
    entity,
    invented,
    lines,
)

from newsreader.entity import Category, TimeValue
from tui.panels.list_rows import Target
from tui.panels.requests import (
    EntityChosen,
    EntityPreviewed,
    MentionChosen,
    MentionPreviewed,
    NoteRequested,
    PanelLeft,
)

if TYPE_CHECKING:
    from tui.panels.list_panel import ListPanel

Reading = Any


def people(app: PanelApp) -> ListPanel:
    return app.query_one("#panel-person")  # type: ignore[return-value]


def names(panel: ListPanel) -> list[str]:
    return [each.name for each in panel.rows.entities]


async def test_a_panel_shows_its_title_how_many_and_the_names_with_their_counts(reading: Reading) -> None:
    async with reading() as (app, _):
        assert lines(people(app))[:3] == [
            "1 ● People ────── count ─ 2",
            " Vladimir Putin           3",
            " Kim Jong Un              2",
        ]


async def test_dates_are_a_timeline_with_what_they_stand_for(reading: Reading) -> None:
    async with reading() as (app, _):
        assert lines(app.query_one("#panel-date"))[:4] == [
            "4 ◆ Dates ──────── time ─ 2",
            " ◆ set the article’s date",
            " July 2000          2000-07",
            " Wednesday       2024-06-19",
        ]


async def test_a_date_without_a_place_on_the_calendar_shows_its_count(reading: Reading) -> None:
    text = "two weeks, two weeks"
    weeks = entity("two weeks", Category.DATE, text=text, time=TimeValue("DURATION", "P2W"))
    async with reading(story=article(text), found=analysis([weeks])) as (app, pilot):
        app.sidebar.focus_panel("4")
        await pilot.press(".")
        assert lines(app.query_one("#panel-date"))[3] == " two weeks                2"


async def test_the_time_of_day_shows_where_there_is_room(reading: Reading) -> None:
    noon = entity("noon", Category.DATE, text="noon", time=day("2024-06-19T12:00"))
    for width, value in ((28, "2024-06-19"), (40, "2024-06-19 12:00")):
        async with reading(size=(width, 30), story=article("noon"), found=analysis([noon])) as (app, _):
            assert lines(app.query_one("#panel-date"))[2].split(" ", 2)[2].strip() == value


async def test_enter_chooses_and_space_previews_an_entity(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.press("space", "j", "enter")
        previewed, chosen = app.heard
        assert isinstance(previewed, EntityPreviewed)
        assert previewed.entity_id == PUTIN.id
        assert isinstance(chosen, EntityChosen)
        assert chosen.entity_id == KIM.id


async def test_expanding_shows_each_mention_with_the_words_around_it(reading: Reading) -> None:
    async with reading(size=(60, 40)) as (app, pilot):
        await pilot.press("j", "l")
        assert lines(people(app))[1:5] == [
            " Vladimir Putin" + " " * 43 + "3",
            " Kim Jong Un" + " " * 46 + "2",
            "   …Putin met Kim Jong Un in Pyongyang on Wednesday.",
            "   Putin thanked Kim. North Korea and Russia signed, Reute…",
        ]


async def test_a_mention_can_be_chosen_and_previewed(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.press("l", "j", "j", "space", "enter")
        previewed, chosen = app.heard
        assert isinstance(previewed, MentionPreviewed)
        assert isinstance(chosen, MentionChosen)
        assert (chosen.entity_id, chosen.index) == (PUTIN.id, 1)


async def test_the_mention_stands_out_in_its_context(reading: Reading) -> None:
    async with reading(size=(60, 40)) as (app, pilot):
        await pilot.press("l", "k")
        strong = [
            segment.text
            for segment in people(app).render_line(2)
            if segment.style is not None and segment.style.underline and segment.style.bold
        ]
        assert strong == ["Vladimir Putin"]


async def test_collapsing_from_a_mention_goes_to_its_entity(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.press("l", "j", "j", "h")
        panel = people(app)
        assert panel.target == Target("entity", PUTIN.id)
        assert len(panel.rows) == 2


async def test_expanding_twice_goes_to_the_first_mention(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.press("right", "right")
        assert people(app).target == Target("entity", PUTIN.id, 0)


async def test_s_goes_through_the_orders_and_the_heading_says_which(reading: Reading) -> None:
    found = analysis([KIM, entity("Anna", text="Anna"), PUTIN])
    async with reading(found=found) as (app, pilot):
        seen = []
        for _ in range(4):
            seen.append((people(app).face.remarks[0], names(people(app))))
            await pilot.press("s")
        assert seen == [
            ("count", ["Vladimir Putin", "Kim Jong Un", "Anna"]),
            ("first", ["Kim Jong Un", "Anna", "Vladimir Putin"]),
            ("a–z", ["Anna", "Kim Jong Un", "Vladimir Putin"]),
            ("count", ["Vladimir Putin", "Kim Jong Un", "Anna"]),
        ]


async def test_sorting_keeps_the_cursor_on_its_entity(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.press("j", "s", "s")
        assert people(app).target == Target("entity", KIM.id)


async def test_a_filter_shortens_the_list_at_each_key_and_enter_takes_the_first(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.press("slash", "k", "i", "m")
        assert names(people(app)) == ["Kim Jong Un"]
        assert people(app).face.count == "1/2"
        assert lines(people(app))[1] == "/kim▏"
        await pilot.press("enter")
        assert [message.entity_id for message in app.heard if isinstance(message, EntityChosen)] == [KIM.id]


async def test_letters_are_typed_while_filtering_and_commands_otherwise(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.press("slash", "j", "s", "space", "1")
        assert people(app).choices.wanted == "js 1"
        await pilot.press("backspace", "backspace")
        assert people(app).choices.wanted == "js"
        await pilot.press("ctrl+u")
        assert people(app).choices.wanted == ""
        assert names(people(app)) == ["Vladimir Putin", "Kim Jong Un"]
        assert app.heard == []


async def test_arrows_move_while_filtering(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.press("slash", "i", "down", "enter")
        assert [message.entity_id for message in app.heard if isinstance(message, EntityChosen)] == [KIM.id]


async def test_escape_clears_the_filter_first_and_leaves_then(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.press("slash", "k", "escape")
        assert (people(app).choices.wanted, people(app).filtering, app.heard) == ("", False, [])
        await pilot.press("escape")
        assert isinstance(app.heard[0], PanelLeft)


async def test_a_filter_that_finds_nothing_says_so_and_enter_does_nothing(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.press("slash", "x", "x", "enter", "space")
        assert lines(people(app))[2] == " nothing matches"
        assert app.heard == []


async def test_what_was_pasted_filters_too(reading: Reading) -> None:
    from textual.events import Paste

    async with reading() as (app, pilot):
        await pilot.press("slash")
        people(app).post_message(Paste("Jong\nUn"))
        await pilot.pause()
        assert names(people(app)) == ["Kim Jong Un"]


async def test_a_asks_for_a_note_on_the_entity(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.press("j", "a")
        assert isinstance(app.heard[0], NoteRequested)
        assert app.heard[0].entity_id == KIM.id


async def test_a_click_chooses_and_one_on_the_heading_does_not(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.click(people(app), offset=(3, 0))
        await pilot.click("#panel-date", offset=(3, 5))
        assert app.heard == []
        await pilot.click(people(app), offset=(3, 2))
        assert isinstance(app.heard[0], EntityChosen)
        assert app.heard[0].entity_id == KIM.id


async def test_the_active_entity_is_marked_and_the_cursor_goes_to_it(reading: Reading) -> None:
    async with reading() as (app, pilot):
        app.sidebar.focus_panel("2")
        await pilot.pause()
        app.sidebar.set_active(KIM.id)
        assert lines(people(app))[2] == "▌Kim Jong Un              2"
        assert people(app).cursor == 1
        app.sidebar.set_active(None)
        assert "▌" not in "".join(lines(people(app)))


async def test_the_cursor_of_the_panel_with_the_focus_is_the_readers_own(reading: Reading) -> None:
    async with reading() as (app, _):
        app.sidebar.set_active(KIM.id)
        assert people(app).cursor == 0


async def test_results_that_arrive_keep_the_cursor_on_its_entity_and_in_its_place(reading: Reading) -> None:
    early = invented(30)
    async with reading(found=analysis(early, done=1)) as (app, pilot):
        await pilot.press(*["j"] * 12)
        panel = people(app)
        line = panel.cursor - panel.scroll_offset.y
        selected = panel.target
        frequent = invented(6, mentions=9)
        others = [entity(f"New {number}", text=f"New {number}") for number in range(5)]
        more = [*frequent, *early[6:], *others]
        app.sidebar.set_analysis(analysis(more, done=2))
        await pilot.pause()
        assert panel.target == selected is not None
        assert panel.cursor - panel.scroll_offset.y == line


async def test_what_the_wheel_brought_into_sight_stays_there(reading: Reading) -> None:
    early = invented(30)
    async with reading(found=analysis(early, done=1)) as (app, pilot):
        panel = people(app)
        panel.scroll_list(10)
        app.sidebar.set_analysis(analysis([entity("Anna", text="Anna " * 3), *early], done=2))
        await pilot.pause()
        assert lines(panel)[1].split() == ["Name", "10", "1"]


async def test_until_the_reader_comes_the_cursor_stays_on_the_first_row(reading: Reading) -> None:
    async with reading(found=analysis([RUSSIA], done=1)) as (app, pilot):
        places: ListPanel = app.query_one("#panel-place")  # type: ignore[assignment]
        app.sidebar.set_analysis(analysis([RUSSIA, *invented(1, Category.PLACE, mentions=9)]))
        await pilot.pause()
        assert names(places) == ["Name 0", "Russia"]
        assert places.cursor == 0


async def test_doubtful_entities_are_hidden_until_asked_for(reading: Reading) -> None:
    doubtful = entity("Reuters said", confidence=0.3)
    async with reading(found=analysis([*EVERYBODY, doubtful])) as (app, pilot):
        panel = people(app)
        assert names(panel) == ["Vladimir Putin", "Kim Jong Un"]
        assert panel.face.count == "2 +1?"
        await pilot.press("full_stop")
        assert lines(panel)[3] == " Reuters said?            1"
        await pilot.press("full_stop")
        assert len(names(panel)) == 2


async def test_hostile_and_long_names_are_shown_as_they_are_and_cut(reading: Reading) -> None:
    hostile = ["[red]Xi[/red]", "\x1b[31mEvil\x1b[0m", "李克强" * 12, "👨‍👩‍👧" * 20, "x" * 5000]
    found = [entity(name, text=name) for name in hostile]
    async with reading(found=analysis(found)) as (app, _):
        shown = lines(people(app))[1:6]
        assert shown[0].startswith(" [red]Xi[/red]  ")
        assert all("\x1b" not in line for line in shown)
        assert shown[2].startswith(" 李克强李克强")
        assert shown[2].endswith("…  1")
        assert shown[3].split()[0].endswith("👨‍👩‍👧…")
        assert shown[4].endswith("xxx… 1")
        assert all(strip.cell_length == 28 for strip in map(people(app).render_line, range(6)))


@pytest.mark.parametrize("width", [1, 2, 3, 5, 8, 20])
async def test_every_row_is_as_wide_as_the_panel_however_narrow(reading: Reading, width: int) -> None:
    async with reading(size=(width, 30)) as (app, pilot):
        await pilot.press("l", "slash", "p")
        for panel in app.sidebar.panels:
            for y in range(panel.size.height):
                strip = panel.render_line(y)
                assert sum(segment.cell_length for segment in strip) == strip.cell_length == width


async def test_page_keys_and_the_ends(reading: Reading) -> None:
    async with reading(found=analysis(invented(500))) as (app, pilot):
        panel = people(app)
        await pilot.press("G")
        assert panel.cursor == 499
        assert panel.scroll_offset.y == 500 - panel.page
        await pilot.press("pageup")
        assert panel.cursor == 499 - panel.page
        await pilot.press("g")
        assert (panel.cursor, panel.scroll_offset.y) == (0, 0)
        await pilot.press("up", "pagedown", "down", "k")
        assert panel.cursor == panel.page
        await pilot.press("end", "down", "home")
        assert panel.cursor == 0


async def test_a_long_list_has_a_thumb_and_a_short_one_none(reading: Reading) -> None:
    async with reading(found=analysis([*invented(500), RUSSIA])) as (app, pilot):
        assert lines(people(app))[1].endswith("▐")
        await pilot.press("G")
        assert lines(people(app))[-1].endswith("▐")
        assert not any("▐" in line for line in lines(app.query_one("#panel-place")))


async def test_an_entity_with_ninety_thousand_mentions_can_be_expanded_and_walked(reading: Reading) -> None:
    async with reading(found=analysis(invented(2, mentions=90_000))) as (app, pilot):
        await pilot.press("l", "G", "enter")
        (chosen,) = app.heard
        assert isinstance(chosen, EntityChosen)
        assert len(people(app).rows) == 90_002
        await pilot.press("k", "enter")
        assert isinstance(app.heard[1], MentionChosen)
        assert app.heard[1].index == 89_999


async def test_another_article_starts_afresh(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.press("l", "slash", "p")
        app.sidebar.set_article(article("Anna came."))
        app.sidebar.set_analysis(analysis([entity("Anna", text="Anna came.")]))
        await pilot.pause()
        assert (people(app).choices.wanted, people(app).filtering, len(people(app).rows)) == ("", False, 1)


async def test_without_colour_the_cursor_and_the_active_entity_can_be_told(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading() as (app, _):
        app.sidebar.set_active(KIM.id)
        cursor = next(iter(people(app).render_line(1))).style
        assert cursor is not None
        assert cursor.reverse
        assert lines(people(app))[2].startswith("▌")


@pytest.mark.parametrize("theme", ["dark", "light", "ansi"])
async def test_it_is_drawn_in_every_theme(reading: Reading, theme: str) -> None:
    async with reading(theme=theme) as (app, _):
        assert app.theme == theme
        assert lines(app.query_one("#panel-date"))[2].endswith(JULY.mentions[0].time.value)  # type: ignore[union-attr]


async def test_choosing_clears_the_filter_and_the_cursor_stays_on_what_was_chosen(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.press("slash", "k", "i", "m", "enter")
        panel = people(app)
        assert (panel.choices.wanted, panel.filtering) == ("", False)
        assert names(panel) == ["Vladimir Putin", "Kim Jong Un"]
        assert panel.target == Target("entity", KIM.id)


async def test_the_cursor_starts_at_the_top_when_nothing_is_chosen_any_more(reading: Reading) -> None:
    async with reading() as (app, pilot):
        app.sidebar.focus_panel("2")
        await pilot.pause()
        app.sidebar.set_active(KIM.id)
        assert people(app).target == Target("entity", KIM.id)
        app.sidebar.set_active(None)
        assert people(app).cursor == 0


async def test_counts_say_that_they_are_partial_and_how_far_the_reading_is_in_words(reading: Reading) -> None:
    async with reading(found=analysis([PUTIN, KIM], done=4, total=40), size=(60, 30)) as (app, pilot):
        assert "reading… 4 of 40 paragraphs" in lines(people(app))[0]
        assert lines(people(app))[0].split()[-1] == "2+"
        await pilot.press("slash", "k")
        assert people(app).face.count == "1/2+"
    async with reading(found=analysis([PUTIN, KIM], done=4, total=40)) as (app, pilot):
        assert "10 % read" in lines(people(app))[0]
    async with reading(found=analysis([PUTIN, KIM], done=4, total=40), size=(80, 6)) as (app, pilot):
        assert "1 People 2+" in "".join(segment.text for segment in app.query_one("#tabs").render_line(0))
