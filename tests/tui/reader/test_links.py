"""The links of an article: numbered in the text, listed, and opened in the browser."""

from __future__ import annotations

import pytest

from newsreader.sources import from_bytes
from tui.dialogs.link_list import LinkList

LATE = "The ferry to the islands was late again on Tuesday, the ninth time this month, and all sighed."
LINKED = "".join(
    f"<p>{LATE} See the <a href='/story/{number}'>story number {number}</a>.</p>" for number in range(1, 31)
)
PAGE = f"<html><head><title>Late</title></head><body><article><h1>Late</h1>{LINKED}</article></body></html>"


@pytest.fixture
def opened(monkeypatch):
    """The addresses that were opened in the browser."""
    found = []
    monkeypatch.setattr("webbrowser.get", lambda: type("Browser", (), {"open": staticmethod(found.append)}))
    return found


@pytest.fixture
def linked_app(app_with):
    article = from_bytes(PAGE.encode(), name="page.html", url="https://gazette.example/")
    return app_with(load=lambda _: article)


async def test_a_link_is_chosen_by_its_number_and_opened(linked_app, opened):
    async with linked_app.run_test(size=(100, 24)) as pilot:
        await pilot.press("O")
        assert isinstance(pilot.app.screen, LinkList)
        hints = pilot.app.screen_stack[0].context.view.painter.hints
        assert "1" in hints.values()
        await pilot.press("2", "7", "enter")
        assert opened == ["https://gazette.example/story/27"]
        assert pilot.app.screen_stack[0].context.view.painter.hints == {}


async def test_a_digit_that_leads_nowhere_begins_another_number_and_escape_goes_back(linked_app, opened):
    async with linked_app.run_test(size=(100, 24)) as pilot:
        view = pilot.app.screen.context.view
        top = view.viewport.top_offset
        await pilot.press("O", "3", "4", "enter")
        assert opened == ["https://gazette.example/story/4"]
        await pilot.press("O", "2", "9", "escape")
        assert len(opened) == 1
        assert view.viewport.top_offset == top


async def test_the_list_starts_at_the_first_link_in_sight(linked_app, opened):
    async with linked_app.run_test(size=(100, 24)) as pilot:
        await pilot.press("G", "O", "enter")
        assert int(opened[0].rpartition("/")[2]) > 20


async def test_an_article_without_links_says_so(app):
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("O")
        assert pilot.app.screen.context.status.notice == "This article has no links."


async def test_links_are_drawn_as_such(linked_app):
    async with linked_app.run_test(size=(100, 24)) as pilot:
        view = pilot.app.screen.context.view
        assert next(layer.names for layer in view.text_layers.all()) == ("article--link",)
