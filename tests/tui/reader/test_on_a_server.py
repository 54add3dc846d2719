"""A library on a server that is slow or says nothing: no key waits, and nothing that was written is lost."""

from __future__ import annotations

import asyncio
import threading
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import pilot_rest
import pytest

from newsreader.annotations.model import COLOURS
from newsreader.store.errors import LibraryError
from newsreader.store.library import Library
from newsreader.store.sqlite import opening
from tui.app import unfinished
from tui.reader.drafts import keep_the_rest
from tui.reader.opened import remember

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.pilot import Pilot

    from newsreader.article import Article
    from newsreader.store.protocols import Store, Unit
    from tui.app import NewsreaderApp

SECONDS = 60.0


class Server:
    """A store that is asked in any thread but that of the interface, and answers when it is let."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.name = "the server"
        self.answers = threading.Event()
        self.answers.set()
        self.is_lost = False
        self.asked_in: list[threading.Thread] = []

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        self._ask()
        with self._store.reading() as unit:
            yield unit

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Unit]:
        self._ask()
        with self._store.writing(durable=durable) as unit:
            yield unit

    def check_writable(self) -> None:
        self._ask()

    def close(self) -> None:
        self._store.close()

    def _ask(self) -> None:
        self.asked_in.append(threading.current_thread())
        self.answers.wait(SECONDS)
        if self.is_lost:
            raise LibraryError("The server does not answer.")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(pilot_rest, "HELD", 0.05)
    made = Server(opening.open_in_memory())
    yield made
    made.answers.set()
    made.close()


@pytest.fixture
def library(server: Server) -> Library:
    return Library(server, lasting=True, is_shared=True)


@pytest.fixture
def app(app_with: Callable[..., NewsreaderApp], library: Library, article: Article) -> NewsreaderApp:
    return app_with(first=remember(library, article))


async def answered(pilot: Pilot[None], library: Library, server: Server) -> None:
    """Let the server answer, and wait until all that was asked of it is shown."""
    server.answers.set()
    async with asyncio.timeout(SECONDS):
        while library.queue.busy:
            await asyncio.sleep(pilot_rest.STEP)
    await pilot.pause()


def said(app: NewsreaderApp) -> str:
    context: Any = app.screen.context  # type: ignore[attr-defined]
    return str(context.status.notice)


def written(app: NewsreaderApp) -> list[str]:
    context: Any = app.screen.context  # type: ignore[attr-defined]
    return [each.text or each.kind for each in context.annotations]


async def test_keys_go_on_while_a_note_is_being_kept(app: NewsreaderApp, server: Server, library: Library) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("a", *"Why")
        server.answers.clear()
        await pilot.press("ctrl+s")
        assert "Keeping it on the server" in said(app)
        before = app.screen.context.here  # type: ignore[attr-defined]
        await pilot.press("}", "}")
        assert app.screen.context.here != before  # type: ignore[attr-defined]
        assert written(app) == []
        await answered(pilot, library, server)
        assert written(app) == ["Why"]
        assert "The note is kept" in said(app)


async def test_acts_are_kept_in_the_order_in_which_they_were_done(
    app: NewsreaderApp, server: Server, library: Library
) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}")
        server.answers.clear()
        await pilot.press("H", "H", "B", "U")
        await answered(pilot, library, server)
        (highlight,) = app.screen.context.annotations  # type: ignore[attr-defined]
        assert highlight.colour == COLOURS[1]


async def test_what_could_not_be_kept_is_said_and_the_note_is_there_as_a_draft(
    app: NewsreaderApp, server: Server, library: Library
) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("a", *"Why")
        server.is_lost = True
        await pilot.press("ctrl+s")
        await answered(pilot, library, server)
        assert written(app) == []
        assert "does not answer" in said(app)
        server.is_lost = False
        await pilot.press("a")
        await answered(pilot, library, server)
        await pilot.press("!", "ctrl+s")
        await answered(pilot, library, server)
        assert written(app) == ["Why!"]
    assert keep_the_rest(library) == []


async def test_it_is_said_on_the_next_screen_if_the_article_was_left(
    app: NewsreaderApp, server: Server, library: Library
) -> None:
    from tui.reader.screen import ReaderScreen

    async with app.run_test(size=(100, 24)) as pilot:
        app.push_screen(ReaderScreen(app.session))
        await pilot.pause()
        server.answers.clear()
        await pilot.press("}", "H", "q")
        server.is_lost = True
        await answered(pilot, library, server)
        assert any("does not answer" in each.message for each in app._notifications)


ACTS = (
    "} H H B U ctrl+r ) a w ctrl+s L x enter D m a ' a ' ' j 1 enter n escape v e r p escape escape r p"
    " A w ctrl+s R x escape I alt+p E q"
)


async def test_the_interface_never_asks_the_server_itself(app: NewsreaderApp, server: Server, library: Library) -> None:
    server.asked_in.clear()
    async with app.run_test(size=(100, 30)) as pilot:
        for key in ACTS.split():
            await pilot.press(key)
        await answered(pilot, library, server)
    assert server.asked_in
    assert threading.main_thread() not in server.asked_in


async def test_the_library_never_asks_it_either(
    app_with: Callable[..., NewsreaderApp], server: Server, library: Library
) -> None:
    app = app_with(locations=(), first=None)
    server.asked_in.clear()
    keys = "s u t x enter z A U c q escape r R E ] [ / f o enter = n enter D enter H q"
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*keys.split())
        await answered(pilot, library, server)
    assert server.asked_in
    assert threading.main_thread() not in server.asked_in


def test_at_the_end_what_is_not_kept_yet_is_waited_for(library: Library, server: Server) -> None:
    assert [*unfinished(library)] == []
    server.answers.clear()
    library.queue.do(partial(library.keep_setting, "it", "new"))
    sentences = unfinished(library)
    assert "still being told" in next(sentences)
    server.is_lost = True
    server.answers.set()
    assert [*sentences] == ["Something you did was not kept: The server does not answer."]
