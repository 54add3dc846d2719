"""Every command that is declared has somebody who carries it out, and every message somebody who takes it."""

from __future__ import annotations

import pytest
from textual.message import Message

from tui.article import messages as article_messages
from tui.base.commands import commands_in
from tui.library.news_screen import NewsScreen
from tui.library.remarks_screen import RemarksScreen
from tui.library.screen import LibraryScreen
from tui.panels import requests as panel_messages


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
        assert app.screen.context.commands.ids == ids("library")


async def test_the_commands_of_the_list_of_notes(app_with):
    app = app_with(locations=())
    async with app.run_test() as pilot:
        await pilot.press("5")
        await pilot.pause()
        assert isinstance(app.screen, RemarksScreen)
        assert app.screen.commands.ids == ids("remarks")


async def test_the_commands_of_the_list_of_what_is_new(app_with):
    app = app_with(locations=())
    async with app.run_test() as pilot:
        await pilot.press("w")
        await pilot.pause()
        assert isinstance(app.screen, NewsScreen)
        assert app.screen.commands.ids == ids("news")


async def test_the_commands_of_panels(app, app_with):
    async with app.run_test():
        panels = [*app.screen.context.sidebar.panels]
    library = app_with(locations=())
    async with library.run_test():
        panels += library.screen.context.panels.panels
        assert {each for panel in panels for each in panel.commands.ids} == ids("panel")


async def test_whatever_is_asked_for_in_a_panel_or_by_a_click_has_somebody_who_does_it(app, app_with):
    asked = {each for room in (article_messages, panel_messages) for each in vars(room).values() if is_message(each)}
    nobodys = {article_messages.Clicked, panel_messages.PanelChanged}
    library = app_with(locations=())
    async with library.run_test():
        of_library = {panel_messages.WideningRequested}
        assert of_library <= set(library.screen.context.listeners)
    async with app.run_test():
        assert asked - nobodys - of_library <= set(app.screen.context.listeners)


def is_message(each):
    return isinstance(each, type) and issubclass(each, Message) and each is not Message


async def test_a_message_is_taken_by_one_alone(app):
    async with app.run_test():
        with pytest.raises(ValueError, match="PanelLeft"):
            app.screen.context.listen({panel_messages.PanelLeft: list})
