"""A library that cannot be reached any more while one reads: it is said, and reading goes on."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from newsreader.annotations.notebook import Notebook
from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article import Article
    from newsreader.store.library import Library
    from tui.app import NewsreaderApp


@contextmanager
def lost(**_: object) -> Iterator[None]:
    """What a unit of work is without its server."""
    raise LibraryError("The library cannot be reached.")
    yield


async def test_what_others_wrote_is_looked_for_where_no_key_waits(
    app: NewsreaderApp, library: Library, article: Article
) -> None:
    library.is_shared = True
    async with app.run_test() as pilot:
        await pilot.pause()
        context, annotations = app.screen.context, app.screen.controllers.annotations
        annotations.look_for_news()
        await app.workers.wait_for_complete()
        assert context.annotations == ()
        Notebook(library, context.notebook.record, article).note("Why?", start=0, end=5)
        annotations.look_for_news()
        await app.workers.wait_for_complete()
        assert [each.text for each in context.annotations] == ["Why?"]


@pytest.mark.parametrize("keys", ["H", "a", "B", "r", "enter", "u", "m a", "' a", "ctrl+r", "d", "l", "?", "j", "q"])
async def test_reading_goes_on_without_the_library(
    keys: str, app: NewsreaderApp, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("n")
        monkeypatch.setattr(library, "reading", lost)
        monkeypatch.setattr(library, "writing", lost)
        await pilot.press(*keys.split())
        await pilot.pause(0.3)
    assert app.return_code in (None, 0)
