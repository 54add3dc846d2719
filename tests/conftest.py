"""What every test gets: folders of its own, so that no test sees or touches the files of whoever runs it."""

from __future__ import annotations

import gc
import logging
import os
import re
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from postgres_server import PostgresServer

# The same examples every time, however busy the machine is; `NEWSREADER_FUZZ=20000` tries others, and so many of them.
settings.register_profile(
    "same", deadline=None, derandomize="NEWSREADER_FUZZ" not in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same")

_numbers = count()


def pytest_collection_finish() -> None:
    """Keep the garbage collector from going through thousands of tests, which live to the end, again and again."""
    gc.collect()
    gc.freeze()
    # Apps under test make and drop so much that a fifth of the time went into looking for what is garbage.
    gc.set_threshold(50_000)


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh folder; pytest's own looks through those of all tests before, which takes longer from test to test."""
    name = re.sub(r"\W", "_", request.node.name)[:30]
    folder = tmp_path_factory.getbasetemp() / f"{name}{next(_numbers)}"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(autouse=True)
def own_process() -> Iterator[None]:
    """Leave the process as it was: commands begin a log, and the reader puts off the collection of garbage."""
    log, collects = logging.getLogger(), gc.isenabled()
    before = log.handlers[:]
    yield
    for handler in set(log.handlers).difference(before):
        log.removeHandler(handler)
        handler.close()
    if collects:
        gc.enable()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point the data, cache and config folders of the program at fresh empty folders."""
    for name in ("DATA", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"NEWSREADER_{name}_DIR", str(tmp_path / f"newsreader-{name.lower()}"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    # Set, so that what a command sets for the processes that it starts is gone after the test.
    for name in ("LIBRARY", "CONFIG_FILE"):
        monkeypatch.setenv(f"NEWSREADER_{name}", "")
    # A process behind each reader would load its pipeline beside the tests; those of it have one.
    monkeypatch.setenv("NEWSREADER_INDEX_BEHIND", "false")


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A server of PostgreSQL; where none can be had, the test is skipped."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    from postgres_server import NoServerError, PostgresServer

    try:
        server = PostgresServer()
    except NoServerError as error:
        pytest.skip(str(error))
    try:
        yield server
    finally:
        server.close()


@pytest.fixture
def postgres_database(postgres: PostgresServer) -> Iterator[str]:
    """The address of a new, empty database, which is gone after the test."""
    address = postgres.database()
    yield address
    postgres.drop(address)


@pytest.fixture(params=("sqlite", "postgres"))
def each_library(request: pytest.FixtureRequest) -> Iterator[Library]:
    """An empty library, once in SQLite and once on a server; the latter is skipped where there is no PostgreSQL."""
    if request.param == "sqlite":
        with Library.in_memory() as library:
            yield library
        return
    server = request.getfixturevalue("postgres")
    from newsreader.store.postgres.opening import open_server

    address = server.database(lambda template: open_server(template).close())
    with Library(open_server(address), lasting=True) as library:
        yield library
    server.drop(address)
