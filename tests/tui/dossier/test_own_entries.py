"""Entries of one's own in the timeline of a dossier, and what one confirmed."""

from __future__ import annotations

from dossier_screen import head, in_dossier, read, rows
from library_screen import until

from newsreader.annotations import identifying
from tui.dialogs.entry_dialog import EntryDialog
from tui.dossier.entering import NOT_YOURS
from tui.dossier.screen import DossierScreen


async def test_an_entry_is_written_changed_and_removed_and_that_is_undone(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("a")
        assert isinstance(start.screen, EntryDialog)
        await pilot.press(*"1 march 2024", "enter", *"She came.", "enter")
        await read(start, pilot)
        assert [each.partition(" you, ")[0] for each in rows(start)[:2]] == [
            "✎ 1 March 2024",
            "· She came.",
        ]
        assert rows(start)[2] == "3 March 2024 2024-03-05"
        await pilot.press("g", "enter")
        await pilot.press("end", "space", "question_mark", "enter")
        await read(start, pilot)
        assert rows(start)[0].startswith("✎ 1 March 2024?")
        assert rows(start)[1] == "· She came. (? you are not sure)"
        await pilot.press("D")
        await read(start, pilot)
        assert rows(start)[0] == "3 March 2024 2024-03-05"
        await pilot.press("U")
        await read(start, pilot)
        assert rows(start)[1] == "· She came. (? you are not sure)"


async def test_the_cursor_stands_on_what_was_written(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("a", *"5 march 2024", "enter", *"She went.", "enter")
        await until(pilot, lambda: start.screen.context.list.here.own is not None)
        assert start.screen.context.list.here.text == "She went."
        await pilot.press("g", "a", *"6 march 2024", "enter", *"She slept.", "enter")
        await until(pilot, lambda: start.screen.context.list.here.text == "She slept.")


async def test_of_a_name_that_somebody_took_out_meanwhile_nothing_is_said(start, library, open_index):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        overview = start.screen.context.pages.overview
        identifying.reject(library, overview.names)
        with open_index() as index:
            index.follow(library)
        before = identifying.acts(library)
        for key in "xWy":
            start.screen.context.pages.overview = overview
            await pilot.press(key)
            await read(start, pilot)
            assert start.screen.context.below.status.notice == f"No article has {overview.thing.name} any more."
        assert identifying.acts(library) == before
        start.screen.context.pages.overview = None


async def test_only_what_is_an_entry_can_be_removed_and_what_is_no_day_is_said(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("D")
        assert start.screen.context.below.status.notice == NOT_YOURS
        await pilot.press("a", *"soon", "enter")
        assert isinstance(start.screen, EntryDialog)
        await pilot.press("escape")
        assert isinstance(start.screen, DossierScreen)


async def test_what_is_confirmed_is_all_that_is_shown_and_exported_if_that_is_wanted(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("Y")
        await read(start, pilot)
        assert rows(start) == []
        assert "only what you confirmed" in head(start)[0]
        await pilot.press("Y")
        await read(start, pilot)
        await pilot.press("y")
        await read(start, pilot)
        await pilot.press("Y")
        await read(start, pilot)
        assert rows(start) == ["A race 2024-03-20", "· Karin Ahlström and Rolf Knowles won."]
        await pilot.press("3")
        assert rows(start) == []
        await pilot.press("Y")
        await read(start, pilot)
        await pilot.press("y")
        await read(start, pilot)
        await pilot.press("Y")
        await read(start, pilot)
        assert rows(start)[0] == "● Rolf Knowles 1 paragraph in 1 article"
