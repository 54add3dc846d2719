"""Articles in hand, the real pipeline loaded once, and a worker with a recogniser that misbehaves on demand."""

from __future__ import annotations

import queue
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.client import Analysed, AnalysisClient, AnalysisFailed, Event
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph, ParagraphKind

if TYPE_CHECKING:
    from newsreader.entity import Analysis

FAKE_WORKER = Path(__file__).parents[2] / "support" / "fake_worker.py"

ArticleOf = Callable[..., Article]


@pytest.fixture
def article_of() -> ArticleOf:
    """Make an article of the given paragraphs, a blank line between them; furniture starts with `Image`."""
    return _article_of


def _article_of(*texts: str, metadata: Metadata | None = None) -> Article:
    paragraphs, start = [], 0
    for text in texts:
        kind = ParagraphKind.FURNITURE if text.startswith("Image") else ParagraphKind.BODY
        paragraphs.append(Paragraph(start, start + len(text), kind))
        start += len(text) + 2
    return Article("\n\n".join(texts), tuple(paragraphs), metadata or Metadata(), Origin(OriginKind.RECORD, "test"))


class Events:
    """A listener that keeps what it is told until it is asked."""

    def __init__(self) -> None:
        self._told: queue.Queue[Event] = queue.Queue()

    def __call__(self, event: Event) -> None:
        self._told.put(event)

    def next(self) -> Event:
        """Return the next event; a minute without one is a failure."""
        return self._told.get(timeout=60)

    def until_over(self) -> list[Event]:
        """Return all events up to the complete analysis or the failure."""
        events = [self.next()]
        while not isinstance(events[-1], AnalysisFailed) and not _completes(events[-1]):
            events.append(self.next())
        return events

    def complete(self) -> Analysis:
        """Return the complete analysis; a failure fails."""
        last = self.until_over()[-1]
        assert isinstance(last, Analysed), last
        return last.analysis

    def none_left(self) -> bool:
        return self._told.empty()


def _completes(event: Event) -> bool:
    return isinstance(event, Analysed) and event.analysis.complete


@pytest.fixture
def events() -> Events:
    return Events()


@pytest.fixture
def client_of() -> Iterator[Callable[..., AnalysisClient]]:
    """Make clients of the worker that finds Alice, Bob and Carol, or does what a paragraph tells it to."""
    clients: list[AnalysisClient] = []

    def make(*options: str, **arguments: object) -> AnalysisClient:
        command = (sys.executable, str(FAKE_WORKER), *options)
        clients.append(AnalysisClient(command=command, **arguments))  # type: ignore[arg-type]
        return clients[-1]

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def fake_worker() -> Path:
    """The program of that worker."""
    return FAKE_WORKER
