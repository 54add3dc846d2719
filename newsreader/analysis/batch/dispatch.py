"""Gives lots of articles to workers and has their analyses in order, whatever becomes of the workers.

A lot whose worker was lost is done again by another. One with which workers are lost time and again is done article by
article, so that the one to blame is found and named.
"""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from newsreader.analysis.batch.chunks import Chunk, chunked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.article import Article
    from newsreader.entity import Analysis

TRIES = 3
"""How often a lot is given to a worker before it is taken apart, or its only article given up."""

_log = logging.getLogger(__name__)


class WorkerLostError(Exception):
    """The worker that had a lot is gone, and what it had done of it with it."""


class BatchError(Exception):
    """An article cannot be analysed, since every worker is lost over it; the message is a sentence for the reader."""


class Pending(Protocol):
    """A lot that a worker has."""

    def result(self) -> Sequence[Analysis]:
        """The analyses of its articles, once they are there. Raises `WorkerLostError`."""


class Workers(Protocol):
    """Who analyses lots; how, and where, is their own business."""

    @property
    def count(self) -> int:
        """How many lots are analysed at the same time."""

    def submit(self, chunk: Chunk) -> Pending:
        """Have a lot analysed."""


@dataclass(slots=True)
class _Given:
    chunk: Chunk
    pending: Pending
    tries: int = 1


def analyses(articles: Iterable[Article], workers: Workers, ahead: int = 4) -> Iterator[Analysis]:
    """The analysis of each article, in order; at most `ahead` lots for each worker are held. Raises `BatchError`."""
    given: deque[_Given] = deque()
    for chunk in chunked(articles):
        given.append(_Given(chunk, workers.submit(chunk)))
        if len(given) >= ahead * workers.count:
            yield from _first(given, workers)
    while given:
        yield from _first(given, workers)


def _first(given: deque[_Given], workers: Workers) -> Iterator[Analysis]:
    """What became of the first lot, done again as often as need be."""
    first = given.popleft()
    while True:
        try:
            yield from first.pending.result()
            return
        except WorkerLostError as error:
            _log.warning("a worker was lost over %d articles: %s", len(first.chunk.articles), error)
        if first.tries < TRIES:
            first.pending = workers.submit(first.chunk)
            first.tries += 1
        elif len(first.chunk.articles) == 1:
            name = first.chunk.articles[0].origin.name or "an article"
            raise BatchError(f"“{name}” cannot be analysed: {TRIES} workers ended over it.")
        else:
            singles = [Chunk((article,)) for article in first.chunk.articles]
            given.extendleft(_Given(each, workers.submit(each)) for each in reversed(singles))
            return
