"""Keys that are typed before the key in front of them has had its effect still go where they belong."""

from __future__ import annotations

import asyncio

from textual import events

from newsreader.annotations.notebook import Notebook

NAMES = {"/": "slash", " ": "space"}
"""What Textual calls the keys of characters that are neither letters nor digits."""


async def burst(app, pilot, *keys: str) -> None:
    """Send all keys at once, as a paste or a quick hand does, and wait until all is dealt with."""
    for key in keys:
        app.post_message(events.Key(NAMES.get(key, key), key if len(key) == 1 else None))
    arrived = asyncio.Event()
    app.call_later(arrived.set)
    await arrived.wait()
    while app.typing:
        await pilot.pause()
    await pilot.pause()


async def test_a_search_may_be_typed_in_one_go(app):
    async with app.run_test(size=(100, 24)) as pilot:
        await burst(app, pilot, *"/mayor", "enter")
        assert app.screen.context.reading.matches.title == "/mayor"
        assert app.screen.controllers.panes.panels_shown


async def test_a_panel_hears_the_key_behind_the_one_that_opens_it(app):
    async with app.run_test(size=(100, 24)) as pilot:
        await burst(app, pilot, "1", "enter")
        assert app.screen.context.reading.entity_id is not None


async def test_a_note_keeps_its_first_letters(app, library, article):
    async with app.run_test(size=(100, 24)) as pilot:
        await burst(app, pilot, "A", *"Dusk U", "f2")
        (note,) = Notebook(library, app.screen.context.notebook.record, article).annotations
        assert note.text == "Dusk U"
