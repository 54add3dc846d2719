"""Every command that is declared has somebody who carries it out."""

from __future__ import annotations

from tui.base.commands import commands_in
from tui.dialogs.card_list import CardList
from tui.library.screen import LibraryScreen
from tui.panels.entity_panel import EntityPanel
from tui.panels.notes_panel import NotesPanel


def ids(*contexts):
    return {each.id for context in contexts for each in commands_in(context)}


async def test_the_commands_of_the_reader_and_of_the_application(app):
    async with app.run_test():
        assert app.screen.context.commands.ids == ids("article", "selection", "reader")
        assert app.commands.ids == ids("app")


async def test_the_commands_of_the_start_screen(app_with):
    app = app_with(locations=())
    async with app.run_test():
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.commands.ids == ids("library")


def test_the_commands_of_panels():
    methods = {name for panel in (EntityPanel, NotesPanel, CardList) for name in dir(panel)}
    assert {f"action_{each.action}" for each in commands_in("panel")} == {
        name for name in methods if name.startswith("action_panel_")
    }
