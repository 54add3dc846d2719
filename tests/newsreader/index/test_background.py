"""Names of what is in the library are read behind the reader, whatever happens to who reads them."""

from __future__ import annotations

import random
import sys
import threading
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from newsreader import config
from newsreader.analysis.events import Analysed, AnalysisFailed, AnalysisNotice
from newsreader.article import Origin, OriginKind
from newsreader.entity import Analysis
from newsreader.index.background import BackgroundIndexing, GivingWay, rules_of
from newsreader.index.found import Order
from newsreader.index.index import Index
from newsreader.sources import from_text
from newsreader.store.library import Library
from tests.support import fake_behind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsreader.analysis.events import Event, Listener
    from newsreader.article import Article

ARTICLES = 60
FAKE = (sys.executable, fake_behind.__file__)
PATIENCE = 60.0


class Kept:
    """A library of articles that nobody has read, and who reads them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = Library.open(folder / "library.db")
        self.index = Index.open(folder / "library.db", folder)
        self.changed = threading.Condition()
        self.behinds: list[BackgroundIndexing] = []

    def add(self, *texts: str) -> None:
        with self.library.writing() as unit:
            for text in texts:
                unit.articles.remember(from_text(text, origin=Origin(OriginKind.RECORD, text)))
        self.index.follow(self.library)

    def behind(self, *command: str) -> BackgroundIndexing:
        made = BackgroundIndexing(self.folder / "library.db", cache=self.folder, command=command or FAKE)
        made.listener = self._note
        self.behinds.append(made)
        return made

    def _note(self) -> None:
        with self.changed:
            self.changed.notify_all()

    def wait(self, holds: Callable[[], bool]) -> None:
        deadline = monotonic() + PATIENCE
        with self.changed:
            while not holds():
                assert monotonic() < deadline
                self.changed.wait(0.05)  # nobody is told anything after `close`

    @property
    def unread(self) -> int:
        return self.index.count_unnamed(rules_of(None))

    def names(self) -> dict[str, int]:
        return {each.name: each.articles for each in self.index.search.names(None, 100)}

    def close(self) -> None:
        for each in self.behinds:
            each.close()
        self.index.close()
        self.library.close()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    made = Kept(tmp_path)
    made.add(*(f"Article {number} is of {('Alice', 'Bob', 'Carol')[number % 3]} alone." for number in range(ARTICLES)))
    yield made
    made.close()


def pid_of(behind: BackgroundIndexing) -> int:
    process = behind._process
    assert process is not None
    return process.pid


def test_all_names_are_read_the_newest_articles_first(kept: Kept) -> None:
    behind = kept.behind()
    seen: list[int] = []
    behind.listener = lambda: (seen.append(behind.progress.waiting) if behind.progress else None, kept._note())
    behind.look(kept.index)
    kept.wait(lambda: 0 in seen and behind.progress is None)
    assert seen == [*range(ARTICLES, -1, -1)]
    assert kept.names() == dict.fromkeys(("Alice", "Bob", "Carol"), ARTICLES // 3)
    behind.look(kept.index)
    assert behind._process is None, "there is nothing to do"
    kept.add("Alice comes in later.")
    behind.look(kept.index)
    kept.wait(lambda: behind.progress is None and not kept.unread)
    assert kept.names()["Alice"] == ARTICLES // 3 + 1


def test_nothing_is_read_while_it_pauses(kept: Kept) -> None:
    behind = kept.behind()
    behind.pause()
    behind.look(kept.index)
    kept.wait(lambda: behind.progress is not None)
    assert kept.unread == ARTICLES
    behind.go_on()
    kept.wait(lambda: behind._process is None)
    assert kept.unread == 0


def read_until_killed(kept: Kept, left: int, *, closed: bool) -> None:
    """Have names read until only so many articles are left, and end that one way or the other."""
    behind = kept.behind()
    behind.look(kept.index)
    kept.wait(lambda: behind._process is None or (behind.progress is not None and behind.progress.waiting <= left))
    process = behind._process
    if closed:
        behind.close()
    elif process is not None:
        process.kill()
    kept.wait(lambda: behind._process is None)


def test_killed_at_any_moment_it_goes_on_where_it_was(kept: Kept) -> None:
    chance, rounds = random.Random(4), 0
    while kept.unread:
        read_until_killed(kept, chance.randint(0, kept.unread - 1), closed=chance.random() < 0.5)
        rounds += 1
    assert rounds > 1
    with Index.open(kept.folder / "library.db", kept.folder / "fresh") as fresh:
        fresh.follow(kept.library)
        client = BackgroundIndexing(kept.folder / "library.db", cache=kept.folder / "fresh", command=FAKE)
        client.listener = kept._note
        kept.behinds.append(client)
        client.look(fresh)
        kept.wait(lambda: client.progress is None and not fresh.count_unnamed(rules_of(None)))
        for ask in (_listed, _named):
            assert ask(kept.index) == ask(fresh)


def _listed(index: Index) -> object:
    return index.search.articles(None, Order.NEWEST, 1000)


def _named(index: Index) -> object:
    return [(each.name, each.articles, each.mentions, each.forms) for each in index.search.names(None, 1000)]


def test_of_two_readers_one_has_the_names_read_and_the_other_goes_on(kept: Kept) -> None:
    first, second = kept.behind(), kept.behind()
    first.pause()
    first.look(kept.index)
    kept.wait(lambda: first.progress is not None)
    second.look(kept.index)
    assert kept.unread == ARTICLES
    first.close()
    kept.wait(lambda: second.progress is not None)
    kept.wait(lambda: second.progress is None)
    assert kept.unread == 0


def test_it_ends_with_the_reader(kept: Kept) -> None:
    behind = kept.behind()
    behind.pause()
    behind.look(kept.index)
    kept.wait(lambda: behind.progress is not None)
    process = behind._process
    assert process is not None
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(PATIENCE) == 0


def test_one_that_cannot_be_started_is_done_without(kept: Kept) -> None:
    behind = kept.behind("/no/such/program")
    behind.look(kept.index)
    behind.go_on()
    assert behind.progress is None


class Client:
    """Notes what is asked of it."""

    def __init__(self) -> None:
        self.listener: Listener | None = None
        self.closed = False

    def open(self, article: Article, listener: Listener) -> None:
        self.listener = listener

    def look_at(self, start: int, end: int) -> None: ...

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize("last", [Analysed(Analysis("", "", (), 2, 2)), AnalysisFailed("No.")])
def test_what_is_open_goes_first(kept: Kept, last: Event) -> None:
    client, behind, heard = Client(), kept.behind(), list[object]()
    giving_way = GivingWay(client, behind)  # type: ignore[arg-type]
    giving_way.open(from_text("Alice."), heard.append)
    assert client.listener is not None
    for event in (AnalysisNotice("Well."), Analysed(Analysis("", "", (), 1, 2))):
        client.listener(event)
        assert behind._paused
    client.listener(last)
    assert not behind._paused
    assert heard[-1] == last
    giving_way.close()
    assert client.closed
    behind.look(kept.index)
    assert behind._process is None


def test_it_can_be_left_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for given, expected in (("false", False), ("true", True), ("", True)):
        monkeypatch.setenv("NEWSREADER_INDEX_BEHIND", given)
        assert config.load().index_behind is expected
    file = tmp_path / "config.toml"
    file.write_text('index_behind = "perhaps"\n')
    assert "must be true or false" in config.load(file).problems[0]
