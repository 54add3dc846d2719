"""`newsreader index`, ended at any moment, or twice at once: in the end the index is as if made in one go."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from newsreader.index.background import rules_of
from newsreader.index.found import Order
from newsreader.index.index import Index
from newsreader.store.library import Library

ARTICLES = 200
PATIENCE = 90.0
ROOT = Path(__file__).parent.parent.parent.parent


def start(folder: Path, *words: str, cache: str = "cache") -> subprocess.Popen[bytes]:
    environ = os.environ | {"NEWSREADER_DATA_DIR": str(folder / "data"), "NEWSREADER_CACHE_DIR": str(folder / cache)}
    command = [sys.executable, "-m", "tests.support.fake_index", *words]
    return subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, cwd=ROOT)


def library_file(folder: Path) -> Path:
    return folder / "data" / "library.db"


def done(process: subprocess.Popen[bytes]) -> str:
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, said
    return said.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = ("Alice", "Bob", "Carol", "Alice and Bob")
    lines = (
        json.dumps({"id": str(each), "title": f"Title {each}", "text": f"Article {each} is of {names[each % 4]}."})
        for each in range(ARTICLES)
    )
    (tmp_path / "articles.jsonl").write_text("\n".join(lines))
    done(start(tmp_path, "add", "--from", "jsonl", str(tmp_path / "articles.jsonl")))
    return tmp_path


def unread(folder: Path) -> int:
    with Index.open(library_file(folder), folder / "cache") as index:
        return index.count_unnamed(rules_of(None))


def contents(folder: Path, cache: str) -> list[object]:
    """All that can be asked, but for what rows are called."""
    with Index.open(library_file(folder), folder / cache) as index:
        names = index.search.names(None, 100)
        return [
            index.search.articles(None, Order.NEWEST, 1000),
            [(each.name, each.category, each.forms, each.articles, each.mentions, each.first) for each in names],
            index.search.days(None, 1000),
            index.search.totals(),
        ]


def wait_until(process: subprocess.Popen[bytes], folder: Path, left: int) -> None:
    """Return when no more articles are left, or when the process ended."""
    deadline = monotonic() + PATIENCE
    while process.poll() is None and unread(folder) > left:
        assert monotonic() < deadline
        sleep(0.01)


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT])
def test_ended_at_any_moment_it_goes_on_where_it_was(folder: Path, ending: signal.Signals) -> None:
    chance, left, rounds = random.Random(6), ARTICLES, 0
    while left > ARTICLES // 4:
        process = start(folder, "index")
        wait_until(process, folder, chance.randint(left // 2, left - 1))
        process.send_signal(ending)
        _, said = process.communicate(timeout=PATIENCE)
        now = unread(folder)
        assert now < left
        if ending is signal.SIGINT and process.returncode != 0:
            assert b"the same command goes on with them" in said
        left, rounds = now, rounds + 1
    assert rounds
    done(start(folder, "index"))
    done(start(folder, "index", cache="fresh"))
    assert contents(folder, "cache") == contents(folder, "fresh")


def test_two_at_once_make_the_same_index(folder: Path) -> None:
    both = [start(folder, "index") for _ in range(2)]
    for each in both:
        done(each)
    done(start(folder, "index", cache="fresh"))
    assert unread(folder) == 0
    assert contents(folder, "cache") == contents(folder, "fresh")


def test_what_comes_in_beside_two_readers_is_found_by_both(folder: Path) -> None:
    (folder / "more.jsonl").write_text(json.dumps({"id": "more", "title": "More", "text": "Carol comes late."}))
    path = library_file(folder)
    with (
        Library.open(path) as library,
        Index.open(path, folder / "cache") as one,
        Index.open(path, folder / "cache") as two,
    ):
        for index in (one, two):
            index.follow(library)
            assert not index.has_changed()
        done(start(folder, "add", "--from", "jsonl", str(folder / "more.jsonl")))
        for index in (one, two):
            assert index.has_changed()
            index.follow(library)
            assert index.search.count(None) == ARTICLES + 1
            assert not index.search.names(None, 10)
        done(start(folder, "index"))
        for index in (one, two):
            assert {each.name for each in index.search.names(None, 10)} == {"Alice", "Bob", "Carol"}
