"""The panel of notes and highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sidebar_app import PanelApp, annotation, lines

from tui.panels.list_rows import Target
from tui.panels.requests import (
    AnnotationChosen,
    AnnotationDeleteRequested,
    AnnotationEditRequested,
    AnnotationPreviewed,
)

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot

    from tui.panels.list_panel import ListPanel

Reading = Any

PACT = annotation("a", quote="a mutual\ndefence pact", start=10, colour="yellow", modified=3)
ASK = annotation("b", quote="Russia", start=40, text="Ask again\nand again", modified=5)
WHO = annotation("c", text="Who is he?", entity="person:vladimir-putin", modified=2)
WHOLE = annotation("d", text="A good piece.", modified=1)
LOST = annotation("e", quote="words that are gone", colour="green", modified=4)
ALL = (WHOLE, WHO, PACT, ASK, LOST)


async def notes(app: PanelApp, pilot: Pilot[None], annotations: tuple[Any, ...] = ALL) -> ListPanel:
    app.sidebar.set_annotations(annotations)
    app.sidebar.focus_panel("5")
    await pilot.pause()
    return app.query_one("#panel-notes")  # type: ignore[return-value]


async def test_it_lists_what_each_annotation_is_on_and_the_first_line_of_the_note(reading: Reading) -> None:
    async with reading(size=(32, 40)) as (app, pilot):
        panel = await notes(app, pilot)
        assert [line.rstrip() for line in lines(panel)[:11]] == [
            "5 ✎ Notes " + "─" * 11 + " place ─ 5",
            "✎ the article",
            "  A good piece.",
            "✎ Vladimir Putin",
            "  Who is he?",
            "▍ “a mutual defence pact”",
            "✎ “Russia”",
            "  Ask again",
            " orphaned: enter finds a place",
            "▍ “words that are gone”",
            "",
        ]


async def test_the_cursor_goes_from_annotation_to_annotation(reading: Reading) -> None:
    async with reading(size=(32, 40)) as (app, pilot):
        panel = await notes(app, pilot)
        seen = []
        for key in ("j", "j", "j", "j", "j", "k", "k", "k", "k", "k"):
            await pilot.press(key)
            assert panel.target is not None
            seen.append(panel.target.id)
        assert "".join(seen) == "cabee" + "bacdd"


async def test_both_rows_of_a_note_stand_out_under_the_cursor(reading: Reading) -> None:
    async with reading(size=(32, 40)) as (app, pilot):
        panel = await notes(app, pilot)
        backgrounds = [list(panel.render_line(y))[-2].style.bgcolor for y in (1, 2, 3)]  # type: ignore[union-attr]
        assert backgrounds[0] == backgrounds[1] != backgrounds[2]


async def test_enter_goes_there_space_shows_a_and_e_edit_and_d_deletes(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await notes(app, pilot)
        await pilot.press("j", "enter", "space", "a", "e", "D")
        assert [type(message) for message in app.heard] == [
            AnnotationChosen,
            AnnotationPreviewed,
            AnnotationEditRequested,
            AnnotationEditRequested,
            AnnotationDeleteRequested,
        ]
        assert {message.annotation_id for message in app.heard} == {"c"}


async def test_a_click_on_the_second_row_of_a_note_goes_there_too(reading: Reading) -> None:
    async with reading() as (app, pilot):
        panel = await notes(app, pilot, (PACT, ASK))
        await pilot.click(panel, offset=(4, 3))
        assert isinstance(app.heard[0], AnnotationChosen)
        assert app.heard[0].annotation_id == "b"


async def test_the_cursor_stays_on_its_annotation_when_another_is_added_or_it_goes(reading: Reading) -> None:
    async with reading() as (app, pilot):
        panel = await notes(app, pilot, (PACT, ASK))
        await pilot.press("j")
        app.sidebar.set_annotations((WHOLE, PACT, ASK))
        assert panel.target == Target("annotation", ASK.id)
        app.sidebar.set_annotations((WHOLE, PACT))
        assert panel.target == Target("annotation", PACT.id)
        app.sidebar.set_annotations(())
        assert panel.target is None


async def test_a_filter_looks_at_quotations_notes_and_colours(reading: Reading) -> None:
    async with reading() as (app, pilot):
        panel = await notes(app, pilot)
        for typed, found in (("defence", "a"), ("again", "b"), ("green", "e"), ("putin", "c")):
            await pilot.press("slash", *typed)
            assert (panel.target, panel.face.count) == (Target("annotation", found), "1/5")
            await pilot.press("escape")


async def test_s_sorts_by_place_by_last_change_and_by_colour(reading: Reading) -> None:
    async with reading() as (app, pilot):
        panel = await notes(app, pilot, (PACT, ASK))
        firsts = []
        for _ in range(3):
            await pilot.press("s", "g")
            firsts.append((panel.face.remarks[0], panel.target.id))  # type: ignore[union-attr]
        assert firsts == [("latest", "b"), ("colour", "a"), ("place", "a")]


async def test_the_colours_of_highlights_are_shown_and_in_words_without_colour(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading() as (app, pilot):
        panel = await notes(app, pilot, (ASK, PACT, LOST))
        yellow, green = (next(iter(panel.render_line(y))).style.bgcolor for y in (3, 5))  # type: ignore[union-attr]
        assert yellow != green
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading() as (app, pilot):
        panel = await notes(app, pilot, (PACT,))
        assert lines(panel)[1].endswith(" yellow")


async def test_commands_that_have_no_meaning_for_notes_are_not_offered(reading: Reading) -> None:
    async with reading() as (app, pilot):
        panel = await notes(app, pilot)
        assert panel.check_action("run", ("panel.expand",)) is False
        assert panel.check_action("run", ("panel.delete",)) is True
        assert app.sidebar.panels[0].check_action("run", ("panel.delete",)) is False


async def test_no_annotations_yet(reading: Reading) -> None:
    async with reading() as (app, pilot):
        panel = await notes(app, pilot, ())
        assert lines(panel)[1] == " none yet"
        await pilot.press("enter", "space", "D", "e", "j", "k")
        assert app.heard == []


async def test_hostile_notes_are_shown_as_they_are(reading: Reading) -> None:
    hostile = annotation("x", quote="[b]\x1b[31m习近平" * 9, start=0, text="\x1b]0;x\x07[red]note[/]")
    async with reading(size=(28, 40)) as (app, pilot):
        panel = await notes(app, pilot, (hostile,))
        shown = lines(panel)
        assert shown[2] == "  \N{REPLACEMENT CHARACTER}]0;x\N{REPLACEMENT CHARACTER}[red]note[/]"
        assert "\x1b" not in "".join(shown)
        assert shown[1].startswith("✎ “[b]")
