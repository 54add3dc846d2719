"""What analyses many articles: this process, or several beside it."""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsreader.article import Article
    from newsreader.entity import Analysis

T = TypeVar("T")


class Engine(Protocol):
    """Analyses any number of articles; whichever it is, the results are the same."""

    def analyse_all(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """Yield the analysis of each article, in order. Raises `dispatch.BatchError`."""


@contextmanager
def opened(model: str | None, jobs: int) -> Iterator[Engine]:
    """An engine of so many processes, this one if it is one. Raises `ModelError`."""
    if jobs == 1:
        from newsreader.analysis.in_process import Analyser

        yield Analyser(model)
        return
    from newsreader.analysis.batch.pool import Pool

    with Pool(model, jobs) as pool:
        yield pool


def analysed(engine: Engine, items: Iterable[T], article_of: Callable[[T], Article]) -> Iterator[tuple[T, Analysis]]:
    """Each item with the analysis of its article, in order."""
    waiting: deque[T] = deque()

    def articles() -> Iterator[Article]:
        for item in items:
            waiting.append(item)
            yield article_of(item)

    for analysis in engine.analyse_all(articles()):
        yield waiting.popleft(), analysis
