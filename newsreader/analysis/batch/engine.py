"""What analyses many articles: this process, several beside it, or those of other machines."""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsreader.analysis.batch.cluster import Cluster
    from newsreader.article import Article
    from newsreader.entity import Analysis

T = TypeVar("T")


class Engine(Protocol):
    """Analyses any number of articles; whichever it is, the results are the same."""

    def analyse_all(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """Yield the analysis of each article, in order. Raises `dispatch.BatchError`."""


@dataclass(frozen=True, slots=True)
class Hands:
    """Who is to do the work."""

    jobs: int = 1
    """Processes of this machine; one is this process."""
    scheduler: str | None = None
    """The address of a Dask scheduler, whose workers do it instead."""

    @property
    def are_several(self) -> bool:
        """Whether more than this process may be at work."""
        return self.jobs > 1 or self.scheduler is not None


@contextmanager
def opened(model: str | None, hands: Hands = Hands()) -> Iterator[Engine]:
    """The engine that does the work. Raises `ModelError`, and `BatchError` where a cluster cannot be had."""
    if hands.scheduler is not None:
        with _cluster(hands.scheduler, model) as cluster:
            yield cluster
        return
    if hands.jobs == 1:
        from newsreader.analysis.in_process import Analyser

        yield Analyser(model)
        return
    from newsreader.analysis.batch.pool import Pool

    with Pool(model, hands.jobs) as pool:
        yield pool


def _cluster(scheduler: str, model: str | None) -> Cluster:
    from newsreader.analysis.batch.dispatch import BatchError

    try:
        from newsreader.analysis.batch.cluster import Cluster
    except ModuleNotFoundError as error:
        from newsreader.sources.extras import needs

        raise BatchError(f"A cluster {needs('distributed', 'cluster')}") from error
    return Cluster(scheduler, model)


def analysed(engine: Engine, items: Iterable[T], article_of: Callable[[T], Article]) -> Iterator[tuple[T, Analysis]]:
    """Each item with the analysis of its article, in order."""
    waiting: deque[T] = deque()

    def articles() -> Iterator[Article]:
        for item in items:
            waiting.append(item)
            yield article_of(item)

    for analysis in engine.analyse_all(articles()):
        yield waiting.popleft(), analysis
