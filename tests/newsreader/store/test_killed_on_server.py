"""Two who write into a library on a server, killed in the middle: what they were told is there, and nothing half."""

from __future__ import annotations

import subprocess
import sys
from typing import IO, TYPE_CHECKING

from newsreader.store.library import Library
from newsreader.store.records import LIBRARY, JournalEntry
from newsreader.store.server_address import ServerAddress

if TYPE_CHECKING:
    from postgres_server import PostgresServer

WRITER = """
import sys
from itertools import count
from newsreader.store.library import Library
from newsreader.store.records import LIBRARY, JournalEntry
from newsreader.store.server_address import ServerAddress
library = Library.open(ServerAddress.of(sys.argv[1]))
for number in count():
    with library.writing(durable=True) as unit:
        for half in "ab":
            unit.journal.append(LIBRARY, JournalEntry(f"{sys.argv[2]}{number}{half}", "k", "{}", "now", "person", "1"))
    print(number, flush=True)
"""
ACKNOWLEDGED = 5


def test_what_was_acknowledged_is_there_and_nobody_has_to_wait(postgres: PostgresServer) -> None:
    from newsreader.store.postgres.opening import open_server

    address = postgres.database(lambda template: open_server(template).close())
    writers = {
        name: subprocess.Popen([sys.executable, "-c", WRITER, address, name], stdout=subprocess.PIPE, text=True)
        for name in ("one", "two")
    }
    told: dict[str, int] = {}
    for name, writer in writers.items():
        told[name] = max(_read(writer.stdout, ACKNOWLEDGED))
    for name, writer in writers.items():
        writer.kill()
        rest, _ = writer.communicate()
        told[name] = max([told[name], *map(int, (line for line in rest.splitlines(keepends=True) if line[-1] == "\n"))])
    with Library.open(ServerAddress.of(address)) as library:
        with library.writing() as unit:
            unit.journal.append(LIBRARY, JournalEntry("later", "k", "{}", "now", "person", "1"))
        with library.reading() as unit:
            there = {entry.id for _, entry in unit.journal.after(LIBRARY)}
    for name, last in told.items():
        assert {f"{name}{number}{half}" for number in range(last + 1) for half in "ab"} <= there
    assert {each[:-1] for each in there if each[-1] == "a"} == {each[:-1] for each in there if each[-1] == "b"}
    postgres.drop(address)


def _read(stream: IO[str] | None, lines: int) -> list[int]:
    assert stream is not None
    return [int(stream.readline()) for _ in range(lines)]
