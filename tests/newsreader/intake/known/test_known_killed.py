"""A file of known things that is taken in, killed at any point of writing: it goes on, and nothing half is shown.

`NEWSREADER_KILL_ROUNDS` is the number of points, by chance; 0 is all of them.
"""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tracing import Traced, can_trace

from newsreader.entity import Category
from newsreader.identities.known import keys_of
from newsreader.intake.known import taking
from newsreader.intake.known.reading import LINES
from newsreader.store.known import KnownThing
from newsreader.store.library import Library

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = int(os.environ.get("NEWSREADER_KILL_ROUNDS", "6"))
THINGS, PIECE = 12, 3
NAME = "people.jsonl"

pytestmark = pytest.mark.skipif(not can_trace(), reason="no tracing of child processes on this system")


def file(note: str) -> io.BytesIO:
    """A file of so many things, which say that."""
    lines = (
        json.dumps({"id": f"Q{each}", "name": f"Karin Number{each}", "category": "person", "note": note})
        for each in range(THINGS)
    )
    return io.BytesIO("\n".join(lines).encode())


def shown(library: Library) -> list[str]:
    """What is said of each of the things, as a dossier would find it."""
    found = []
    for each in range(THINGS):
        keys = keys_of(KnownThing(f"Q{each}", Category.PERSON, f"Karin Number{each}"))
        with library.reading() as unit:
            found += [thing.note for _, thing in unit.known.with_keys(keys) if thing.id == f"Q{each}"]
    return found


def work(path: Path) -> None:
    """Take in the file as it has become."""
    with Library.open(path) as library:
        taking.take(library, NAME, file("new"), LINES)


def kill_at(path: Path, point: int) -> bool:
    """Have a child work, and kill it at that point of writing; whether it came so far."""
    child = Traced(lambda: work(path), path.parent)
    count = 0
    for _, done in child.watch():
        count += not done
        if count == point:
            child.kill()
            return True
    return False


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library that knows the file as it was before."""
    monkeypatch.setattr(taking, "AT_ONCE", PIECE)
    (tmp_path / "start").mkdir()
    with Library.open(tmp_path / "start" / "library.db") as library:
        taking.take(library, NAME, file("old"), LINES)
        assert shown(library) == ["old"] * THINGS
    return tmp_path / "start"


def points(start: Path) -> list[int]:
    """The points at which a child is killed."""
    counted = start.with_name("counted")
    shutil.copytree(start, counted)
    child = Traced(lambda: work(counted / "library.db"), counted)
    every = range(1, 1 + sum(not done for _, done in child.watch()))
    assert child.exit_code == 0
    return sorted(random.Random(3).sample(every, ROUNDS)) if ROUNDS else [*every]


def test_wherever_it_is_killed_the_old_file_is_shown_whole_until_the_new_one_is(start: Path) -> None:
    seen = set()
    for point in points(start):
        folder = start.with_name(f"round {point}")
        shutil.copytree(start, folder)
        assert kill_at(folder / "library.db", point)
        with Library.open(folder / "library.db") as library:
            found = shown(library)
            seen.add(tuple(found))
            assert found in (["old"] * THINGS, ["new"] * THINGS), point
            with library.reading() as unit:
                kept = max(each.records for each in unit.known.sources())
            read: list[int] = []
            taken = taking.take(library, NAME, file("new"), LINES, read.append)
            assert sum(read) == (0 if taken.source.whole else THINGS - taken.source.records), (point, kept)
            assert shown(library) == ["new"] * THINGS
        with closing(sqlite3.connect(folder / "library.db")) as connection:
            assert connection.execute("SELECT count(*) FROM known_thing").fetchone() == (THINGS,)
            assert connection.execute("SELECT count(*) FROM known_source").fetchone() == (1,)
    assert ("old",) * THINGS in seen
