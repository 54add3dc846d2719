"""Lots of articles are analysed in order, each article once, whatever becomes of the workers that have them."""

from __future__ import annotations

import random
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.batch.chunks import CHARACTERS, MOST, Chunk, chunked
from newsreader.analysis.batch.dispatch import TRIES, BatchError, WorkerLostError, analyses
from newsreader.analysis.batch.engine import analysed
from newsreader.article import Article, Metadata, Origin, OriginKind
from newsreader.entity import Analysis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def article(number: int, length: int = 3_000) -> Article:
    return Article(f"{number} ".ljust(length, "x"), (), Metadata(), Origin(OriginKind.RECORD, str(number)))


def number_of(analysed: Analysis) -> int:
    return int(analysed.model)


def test_lots_are_about_as_long_as_each_other_and_no_article_is_in_two() -> None:
    chance = random.Random(1)
    articles = [article(n, chance.choice([10, 500, 4_000, 90_000])) for n in range(500)]
    lots = [*chunked(articles)]
    assert [each for lot in lots for each in lot.articles] == articles
    for lot in lots:
        assert len(lot.articles) <= MOST
        assert len(lot.articles) == 1 or sum(len(each.text) for each in lot.articles) <= CHARACTERS
    assert len(lots) < len(articles) / 2
    assert [*chunked([])] == []


def test_a_lot_is_given_out_as_soon_as_it_is_full() -> None:
    taken: list[int] = []

    def coming() -> Iterator[Article]:
        for number in range(100):
            taken.append(number)
            yield article(number, CHARACTERS // 2)

    next(chunked(coming()))
    assert len(taken) == 3


@dataclass
class Flaky:
    """Workers in threads that are lost by chance, or over certain articles."""

    count: int
    loss: float = 0.0
    deadly: frozenset[int] = frozenset()
    done: list[int] = field(default_factory=list)
    held: int = 0
    most_held: int = 0

    def __post_init__(self) -> None:
        self.threads = ThreadPoolExecutor(self.count)
        self.chance = random.Random(self.count)
        self.lock = Lock()

    def submit(self, chunk: Chunk) -> Future[Sequence[Analysis]]:
        with self.lock:
            self.held += 1
            self.most_held = max(self.held, self.most_held)
        return self.threads.submit(self._work, chunk)

    def _work(self, chunk: Chunk) -> Sequence[Analysis]:
        numbers = [int(each.origin.location) for each in chunk.articles]
        with self.lock:
            lost = self.chance.random() < self.loss or self.deadly.intersection(numbers)
            if lost:
                self.held -= 1
                raise WorkerLostError("killed")
            self.held -= 1
            self.done += numbers
        return [Analysis("", str(number), (), 0, 0) for number in numbers]


def run(workers: Flaky, count: int) -> list[int]:
    with workers.threads:
        return [number_of(each) for each in analyses(map(article, range(count)), workers)]


@pytest.mark.parametrize("loss", [0.0, 0.02, 0.1])
@pytest.mark.parametrize("count", [1, 2, 64])
def test_every_article_is_done_once_and_in_order_by_however_many_workers_that_are_lost(count: int, loss: float) -> None:
    workers = Flaky(count, loss)
    assert run(workers, 3_000) == [*range(3_000)]
    assert sorted(workers.done) == [*range(3_000)]


def test_no_more_lots_are_held_than_workers_can_soon_do() -> None:
    workers = Flaky(2)
    run(workers, 3_000)
    assert workers.most_held <= 4 * 2


def test_an_article_over_which_all_workers_are_lost_is_named_and_what_is_before_it_is_done() -> None:
    workers = Flaky(2, deadly=frozenset([77]))
    with workers.threads:
        found = analyses(map(article, range(200)), workers)
        assert [number_of(next(found)) for _ in range(77)] == [*range(77)]
        with pytest.raises(BatchError, match=f"“77” cannot be analysed: {TRIES} workers"):
            next(found)


def test_what_an_engine_is_asked_stays_beside_what_it_answers() -> None:
    class Engine:
        def analyse_all(self, articles: Iterable[Article]) -> Iterator[Analysis]:
            ahead = [*articles]
            return (Analysis("", each.origin.location, (), 0, 0) for each in ahead)

    items = [(n, article(n)) for n in range(5)]
    found = [*analysed(Engine(), items, lambda item: item[1])]
    assert [(item[0], number_of(each)) for item, each in found] == [(n, n) for n in range(5)]
