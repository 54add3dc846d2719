"""A file of another program is taken in where anything is added."""

from __future__ import annotations

from library_screen import settle, titles, until
from others import OPML, WALLABAG, kept

from tui.library.listings import ALL


async def test_an_export_is_taken_in_by_its_path(start, library, tmp_path):
    export, feeds = kept(tmp_path, WALLABAG, "wallabag.json"), kept(tmp_path, OPML["Feedly"], "feeds.opml")
    async with start.run_test(size=(100, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("a", *str(export), "enter")
        await until(pilot, lambda: "1 article is new." in start.screen.context.status.notice)
        await pilot.press("a", *str(feeds), "enter")
        await until(pilot, lambda: "1 feed is new." in start.screen.context.status.notice)
        await until(pilot, lambda: start.screen.context.lists.rows.counts.get("starred") == 1)
    with library.reading() as unit:
        assert [each.called for each in unit.feeds.all()] == ["Courier"]


async def test_a_cut_export_says_so_and_gives_what_it_has(start, tmp_path):
    cut = kept(tmp_path, f"{WALLABAG[:-1]},{{", "wallabag.json")
    async with start.run_test(size=(200, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("a", *str(cut), "enter")
        await until(pilot, lambda: "is cut or damaged" in start.screen.context.status.notice)
        await settle(start, pilot)
        start.screen.context.show(ALL)
        await until(pilot, lambda: "Quay to close" in titles(start))
