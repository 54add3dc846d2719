"""Adding and indexing, killed at any moment: what was said to be in is in, and the index is as if made anew."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

from newsreader.article import Origin, OriginKind
from newsreader.index.found import Order
from newsreader.index.index import Index
from newsreader.query.parser import parse
from newsreader.sources import from_text
from newsreader.store.library import Library

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

    from newsreader.store.protocols import ArticleStates

ARTICLES = 1500
ROUNDS = 4


def start(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    environ = os.environ | {"NEWSREADER_DATA_DIR": str(folder / "data"), "NEWSREADER_CACHE_DIR": str(folder / "cache")}
    return subprocess.Popen([sys.executable, "-m", "newsreader", *words], env=environ, stderr=subprocess.PIPE)


def found(library: Path, folder: Path, query_limit: int = 10_000) -> list[tuple[object, ...]]:
    with Library.open(library) as opened, Index.open(library, folder) as index:
        index.follow(opened)
        return [(each.id, each.title, each.added) for each in index.search.articles(None, Order.NEWEST, query_limit)]


def test_killed_while_adding(tmp_path: Path) -> None:
    lines = (
        json.dumps({"id": str(number), "title": f"Title {number}", "text": f"Text of {number}. " + "word " * 200})
        for number in range(ARTICLES)
    )
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(lines))
    chance = random.Random(5)
    library = tmp_path / "data" / "library.db"
    before = 0
    for _ in range(ROUNDS):
        running = start(tmp_path, "add", "--from", "jsonl", str(file))
        time.sleep(chance.uniform(0.2, 0.9))
        running.send_signal(signal.SIGKILL)
        running.communicate()
        if library.exists():
            now = found(library, tmp_path / "cache")
            assert len(now) >= before
            assert now == found(library, tmp_path / "fresh")
            before = len(now)
    done = start(tmp_path, "add", "--from", "jsonl", str(file))
    _, said = done.communicate()
    assert done.returncode == 0
    assert b"new in the library" in said
    assert len(found(library, tmp_path / "cache")) == ARTICLES


MARKED = 200


def act(states: ArticleStates, number: int) -> None:
    """The act of that number: always the same."""
    chance = random.Random(number)
    which = chance.sample(range(1, MARKED + 1), 50)
    match chance.randrange(7):
        case 0:
            states.star(which, True)
        case 1:
            states.star(which, False)
        case 2:
            states.mark(which, chance.choice((True, False, None)))
        case 3:
            states.tag(which, chance.choice(("quay", "to read")))
        case 4:
            states.untag(which, "quay")
        case 5:
            states.take_out(which)
        case _:
            states.bring_back(which)


def keep_marking(folder: Path, first: int, done: Connection) -> None:
    """Do one act after the other and tell of each, with the index always following."""
    with Library.open(folder / "library.db") as library, Index.open(folder / "library.db", folder) as index:
        for number in count(first):
            with library.writing(durable=True) as unit:
                act(unit.states, number)
                unit.settings.put("acts", str(number + 1))
            done.send(number + 1)
            index.follow(library)


def marked(folder: Path, cache: Path) -> dict[str, list[int]]:
    """What is found by each thing that was said of articles."""
    queries = ("", "is:starred", "is:read", "is:unread", "is:saved", "tag:quay", 'tag:"to read"')
    with Library.open(folder / "library.db") as library, Index.open(folder / "library.db", cache) as index:
        index.follow(library)
        return {each: sorted(index.search.ids(parse(each).condition, Order.NEWEST)) for each in queries}


def test_killed_while_marking(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library, library.writing() as unit:
        for number in range(MARKED):
            unit.articles.remember(from_text(f"A quay, {number}.", origin=Origin(OriginKind.RECORD, str(number))))
    chance, context = random.Random(6), multiprocessing.get_context("fork")
    acts = 0
    for _ in range(ROUNDS):
        told, tells = context.Pipe(duplex=False)
        running = context.Process(target=keep_marking, args=(tmp_path, acts, tells))
        running.start()
        assert told.recv() > acts
        time.sleep(chance.uniform(0, 0.3))
        running.kill()
        running.join()
        tells.close()
        acknowledged = 0
        with suppress(EOFError):
            while True:
                acknowledged = told.recv()
        with Library.open(tmp_path / "library.db") as library, Library.in_memory() as another:
            acts = int(library.setting("acts") or 0)
            assert acts in (acknowledged, acknowledged + 1) or not acknowledged
            with another.writing() as unit:
                for number in range(MARKED):
                    unit.articles.remember(from_text(f"{number}.", origin=Origin(OriginKind.RECORD, str(number))))
                for number in range(acts):
                    act(unit.states, number)
                wanted = unit.states.of(range(1, MARKED + 1))
            with library.reading() as unit:
                assert unit.states.of(range(1, MARKED + 1)) == wanted
        assert marked(tmp_path, tmp_path) == marked(tmp_path, tmp_path / "fresh")
