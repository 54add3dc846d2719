"""The samples of the first start: their names, found by the analysis of the reader while nobody reads."""

from __future__ import annotations

import pytest
from library_screen import settle, titles, until

from newsreader import resources
from newsreader.entity import Category
from tui.reader.screen import ReaderScreen

FERRY = "---\ntitle: The ferry\ndate: 2024-03-05\n---\n\nIngrid Solheim spoke in Kalvøy on Tuesday."
BRIDGE = "---\ntitle: The bridge\ndate: 2024-03-02\n---\n\nPer Dahl spoke in Kalvøy on Wednesday."


class Behind:
    """Stands in for what has the names in the library read."""

    progress = None
    listener = staticmethod(lambda: None)

    def look(self, index: object) -> None:
        pass


@pytest.fixture(autouse=True)
def two_samples(tmp_path, monkeypatch):
    paths = [tmp_path / "bridge.md", tmp_path / "ferry.md"]
    for path, text in zip(paths, (BRIDGE, FERRY), strict=True):
        path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(resources, "samples", lambda: paths)


def named(app, category):
    return {each.label: each.articles for each in app.screen.context.panels.contents.listed.items.get(category, ())}


async def begun(app, pilot):
    await settle(app, pilot)
    await until(pilot, lambda: titles(app) == ["The ferry", "The bridge"])


async def test_they_are_read_for_names_which_narrow_their_list(app_with, library):
    app = app_with(locations=(), behind=Behind())
    async with app.run_test(size=(120, 40)) as pilot:
        await begun(app, pilot)
        await until(pilot, lambda: named(app, Category.PLACE) == {"Kalvøy": 2})
        assert named(app, Category.PERSON) == {"Ingrid Solheim": 1, "Per Dahl": 1}
        await pilot.press("slash", *"person:dahl", "enter")
        await until(pilot, lambda: titles(app) == ["The bridge"])
        assert named(app, Category.PERSON) == {"Per Dahl": 1}
        await pilot.press("1", "d")
        assert "open a sample, and it is in" in app.screen.context.status.notice
    with library.reading() as unit:
        assert unit.articles.last_change() == 0


async def test_what_was_found_before_is_there_at_once(app_with, analyse, analyst):
    app = app_with(locations=(), known=analyse)
    async with app.run_test(size=(120, 40)) as pilot:
        await begun(app, pilot)
        await until(pilot, lambda: named(app, Category.PLACE) == {"Kalvøy": 2})
    assert analyst.opened == []


async def test_an_article_that_is_opened_goes_before_and_they_go_on_afterwards(app_with, make_analyst, picture):
    analyst = make_analyst(waits=True)
    app = app_with(locations=(), behind=Behind(), client=analyst)
    async with app.run_test(size=(120, 40)) as pilot:
        await begun(app, pilot)
        await until(pilot, lambda: [each.metadata.title for each in analyst.opened] == ["The ferry"])
        assert "names are still being found" in picture(app)
        await pilot.press("j", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and len(analyst.opened) == 2)
        await pilot.press("q")
        await until(pilot, lambda: len(analyst.opened) == 3)
        assert [each.metadata.title for each in analyst.opened] == ["The ferry", "The bridge", "The ferry"]
        await until(pilot, lambda: titles(app) == ["The ferry"])  # the other one is in the library now


async def test_nothing_is_read_where_nothing_is_to_be_read_behind(app_with, analyst, picture):
    app = app_with(locations=())
    async with app.run_test(size=(120, 40)) as pilot:
        await begun(app, pilot)
        assert analyst.opened == []
        assert "names were not looked for" in picture(app)
