"""The sidebar: which panels are in sight and how much room each has, and what it says about the analysis."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from sidebar_app import EVERYBODY, KIM, PUTIN, RUSSIA, analysis, annotation, article, invented, lines

from newsreader.entity import Category
from tui.panels.all_panels import faces
from tui.panels.face import Contents
from tui.panels.requests import EntityChosen
from tui.panels.tab_row import labels

if TYPE_CHECKING:
    from tui.panels.sidebar import Sidebar

Reading = Any


def heights(sidebar: Sidebar) -> list[int]:
    return [panel.size.height if panel.display else 0 for panel in sidebar.panels]


async def test_four_panels_share_the_room_and_notes_come_with_the_first_annotation(reading: Reading) -> None:
    async with reading() as (app, pilot):
        assert [panel.display for panel in app.sidebar.panels] == [True, True, True, True, False]
        app.sidebar.set_annotations((annotation("a", quote="Russia", start=0, colour="blue"),))
        await pilot.pause()
        assert app.sidebar.panels[-1].size.height >= 2
        assert sum(heights(app.sidebar)) == 30


async def test_while_results_stream_in_no_panel_changes_its_height(reading: Reading) -> None:
    async with reading(found=None) as (app, pilot):
        app.set_focus(None)
        await pilot.pause()
        before = heights(app.sidebar)
        for done in (1, 2):
            app.sidebar.set_analysis(analysis(invented(40 * done), done=done))
            await pilot.pause()
            assert heights(app.sidebar) == before
        app.sidebar.set_analysis(analysis(invented(120)))
        await pilot.pause()
        assert heights(app.sidebar)[0] > before[0]
        assert min(heights(app.sidebar)[1:4]) >= 2


async def test_the_room_is_not_shared_anew_while_the_reader_is_in_a_panel(reading: Reading) -> None:
    async with reading(found=analysis(invented(40), done=1)) as (app, pilot):
        before = heights(app.sidebar)
        app.sidebar.set_analysis(analysis(invented(120)))
        await pilot.pause()
        assert heights(app.sidebar) == before
        app.set_focus(None)
        await pilot.pause()
        assert heights(app.sidebar)[0] > before[0]


async def test_a_filter_does_not_change_the_heights(reading: Reading) -> None:
    async with reading(found=analysis([*invented(40), RUSSIA])) as (app, pilot):
        app.set_focus(None)
        await pilot.pause()
        app.sidebar.focus_panel("1")
        await pilot.pause()
        before = heights(app.sidebar)
        await pilot.press("slash", "3", "9")
        assert heights(app.sidebar) == before


async def test_with_few_rows_there_are_tabs(reading: Reading) -> None:
    async with reading(size=(60, 8)) as (app, _):
        assert app.query_one("#tabs").display
        assert lines(app.query_one("#tabs"))[0].split("│")[0] == " 1 People 2 "
        assert [panel.display for panel in app.sidebar.panels] == [True, False, False, False, False]
        assert lines(app.sidebar.panels[0])[0] == " Vladimir Putin" + " " * 43 + "3"


async def test_every_tab_has_its_key_and_the_chosen_one_follows_the_focus(reading: Reading) -> None:
    async with reading(size=(100, 8)) as (app, pilot):
        app.sidebar.focus_panel("4")
        await pilot.pause()
        assert lines(app.query_one("#tabs"))[0].startswith(
            " 1 People 2 │ 2 Places 3 │ 3 Organisations 1 │ 4 Dates 2 │ 5 Notes 0 "
        )
        assert lines(app.query_one("#tabs"))[0].endswith(" time")
        assert app.sidebar.front is app.focused is app.sidebar.panels[3]
        assert app.sidebar.panels[3].display
        assert not app.sidebar.panels[0].display


async def test_a_click_on_a_tab_goes_to_its_panel(reading: Reading) -> None:
    async with reading(size=(100, 8)) as (app, pilot):
        await pilot.click("#tabs", offset=(15, 0))
        assert app.focused is app.sidebar.panels[1]
        await pilot.click("#tabs", offset=(12, 0))
        assert app.focused is app.sidebar.panels[1]


async def test_it_works_in_five_rows_of_twenty_columns(reading: Reading) -> None:
    async with reading(size=(20, 5)) as (app, pilot):
        assert lines(app.query_one("#tabs")) == [" 1●2 │2▲│3■│4◆│5✎"]
        await pilot.press("slash", "k", "i", "m")
        assert lines(app.sidebar.panels[0])[:2] == ["/kim▏", " Kim Jong Un      2"]
        await pilot.press("enter")
        assert isinstance(app.heard[0], EntityChosen)
        assert app.heard[0].entity_id == KIM.id


async def test_a_new_size_chooses_the_form_anew(reading: Reading) -> None:
    async with reading() as (app, pilot):
        await pilot.resize_terminal(28, 9)
        await pilot.pause()
        assert app.query_one("#tabs").display
        await pilot.resize_terminal(28, 40)
        await pilot.pause()
        assert not app.query_one("#tabs").display
        assert sum(heights(app.sidebar)) == 40


async def test_before_anything_is_known_nothing_is_said_to_be_missing(reading: Reading) -> None:
    async with reading(found=None) as (app, _):
        app.sidebar.set_status("reading…")
        shown = [line for panel in app.sidebar.panels[:4] for line in lines(panel)]
        assert not any("none" in line for line in shown)
        assert shown[0].endswith(" –")
        assert [line for line in shown if "reading" in line] == [" reading…"]


async def test_what_failed_is_said_in_full_in_the_panels_own_room(reading: Reading) -> None:
    sentence = "No model [en_x] is installed: install one with the package that has it."
    async with reading(found=None) as (app, _):
        app.sidebar.set_status(sentence)
        assert " ".join(" ".join(lines(app.sidebar.panels[0])[1:]).split()) == sentence
        assert lines(app.sidebar.panels[1])[1] == ""


async def test_how_far_the_reading_is_stands_in_the_first_heading(reading: Reading) -> None:
    async with reading(found=analysis([PUTIN], done=1, total=40)) as (app, _):
        assert " 2 % read ─ 1+" in lines(app.sidebar.panels[0])[0]
        assert "read" not in "".join(lines(app.sidebar.panels[1]))
    async with reading(size=(34, 30), found=analysis([PUTIN], done=1, total=40)) as (app, _):
        assert " reading… 2 % " in lines(app.sidebar.panels[0])[0]


async def test_panels_that_stay_empty_say_so(reading: Reading) -> None:
    async with reading(found=analysis([])) as (app, _):
        assert [lines(panel)[1] for panel in app.sidebar.panels[:4]] == [" none found"] * 4


async def test_when_the_reading_breaks_off_what_was_found_stays_and_the_reason_stands_above(reading: Reading) -> None:
    async with reading(found=analysis(EVERYBODY, done=2)) as (app, pilot):
        app.sidebar.set_status("The analysis broke off; press R to try again.")
        await pilot.pause()
        status = app.query_one("#panel-status")
        assert status.display
        assert status.size.height == 2
        assert "reading" not in lines(app.sidebar.panels[0])[0]
        assert len(app.sidebar.panels[0].rows) == 2
        app.sidebar.set_status("")
        await pilot.pause()
        assert not status.display


async def test_another_article_empties_all_panels(reading: Reading) -> None:
    async with reading() as (app, pilot):
        app.sidebar.set_annotations((annotation("a", quote="Russia", start=0, colour="blue"),))
        app.sidebar.set_article(article("Anna came."))
        await pilot.pause()
        assert [len(panel.rows) for panel in app.sidebar.panels] == [0, 0, 0, 0, 0]


async def test_there_is_no_sixth_panel(reading: Reading) -> None:
    async with reading() as (app, _):
        with pytest.raises(KeyError):
            app.sidebar.focus_panel("6")


async def test_the_wheel_scrolls_the_list_under_the_pointer(reading: Reading) -> None:
    from textual.events import MouseScrollDown

    async with reading(found=analysis(invented(200, Category.PLACE))) as (app, pilot):
        panel = app.sidebar.panels[1]
        x, y = panel.region.x + 2, panel.region.y + 2
        app.screen.post_message(MouseScrollDown(None, x, y, 0, 1, 0, False, False, False, x, y))
        await pilot.pause()
        assert panel.scroll_offset.y > 0


def test_the_panels_load_no_dialog_no_editor_and_no_model() -> None:
    code = "import sys, tui.panels.sidebar; print('\\n'.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {
        "spacy",
        "textual.widgets._text_area",
        "textual.widgets._input",
        "tui.dialogs",
        "tui.reader",
        "tui.library",
    }
    assert "tui.panels.sidebar" in loaded
    assert not heavy & set(loaded)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (50, [" 1 People 4 ", " 2 Places 9 ", " 3 Organisations 1 "]),
        (40, [" 1 People 4 ", " 2▲9 ", " 3■1 "]),
        (30, [" 1 People 4 ", " 2▲9 ", " 3■1 "]),
        (16, [" 1●4 ", "2▲", "3■"]),
        (5, ["…", "…", "…"]),
    ],
)
def test_tabs_say_less_where_there_is_less_room(width: int, expected: list[str]) -> None:
    found = analysis([*invented(4), *invented(9, Category.PLACE), *invented(1, Category.ORGANISATION)])
    assert labels(faces(Contents(analysis=found))[:3], 0, width) == expected
