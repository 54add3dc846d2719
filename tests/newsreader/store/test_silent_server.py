"""A server that says nothing any more, while the network takes all that is sent to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from postgres_server import OWNER, name_in
from silent_proxy import SilentProxy

from newsreader.store.errors import LibraryError
from newsreader.store.library import Library

pytest.importorskip("psycopg", reason="psycopg is not installed")

from newsreader.store.postgres import connection, opening, patience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postgres_server import PostgresServer


@pytest.fixture
def proxy(postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[SilentProxy]:
    monkeypatch.setattr(patience, "SILENCE", 0.05)
    monkeypatch.setattr(patience, "_TO_ANSWER", 0.5)
    monkeypatch.setattr(connection, "REST", 0.0)
    with SilentProxy(f"{postgres.folder}/.s.PGSQL.5432") as made:
        yield made


@pytest.fixture
def library(postgres: PostgresServer, postgres_database: str, proxy: SilentProxy) -> Iterator[Library]:
    address = f"postgresql://{OWNER}@127.0.0.1:{proxy.port}/{name_in(postgres_database)}"
    with Library(opening.open_server(address), lasting=True, is_shared=True) as opened:
        opened.keep_setting("it", "old")
        yield opened
        proxy.be_silent()


def test_a_silent_server_is_said_and_used_again_when_it_speaks(library: Library, proxy: SilentProxy) -> None:
    proxy.be_silent()
    with pytest.raises(LibraryError, match="Nothing was changed, for the connection"):
        library.keep_setting("it", "new")
    proxy.speak()
    assert library.setting("it") == "old"
    library.keep_setting("it", "new")
    assert library.setting("it") == "new"


def test_one_that_falls_silent_in_the_middle_has_changed_nothing(library: Library, proxy: SilentProxy) -> None:
    def write() -> None:
        with library.writing() as unit:
            unit.settings.put("it", "half")
            assert unit.settings.find("it") == "half"
            proxy.be_silent()
            unit.settings.put("it", "new")

    with pytest.raises(LibraryError, match="othing was changed"):
        write()
    proxy.speak()
    assert library.setting("it") == "old"


def test_where_the_answer_to_a_commit_does_not_come_nobody_says_that_it_is_kept(
    library: Library, proxy: SilentProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    store: Any = library._store
    commit = store._connection.commit

    def lost(number: str) -> None:
        proxy.be_silent()
        commit(number)

    monkeypatch.setattr(store._connection, "commit", lost)
    with pytest.raises(LibraryError, match="look whether it is there"):
        library.keep_setting("it", "new")


def test_one_that_works_for_long_is_waited_for(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    answers = patience.answers

    def noted(host: str, port: int) -> bool:
        asked.append(port)
        return answers(host, port)

    monkeypatch.setattr(patience, "answers", noted)
    store: Any = library._store
    with library.reading():
        assert store._connection.ask("SELECT pg_sleep(0.4), 'done'")[1] == "done"
    assert asked
