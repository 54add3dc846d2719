"""Adding and indexing, killed at any moment: what was said to be in is in, and the index is as if made anew."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from newsreader.index.found import Order
from newsreader.index.index import Index
from newsreader.store.library import Library

if TYPE_CHECKING:
    from pathlib import Path

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
