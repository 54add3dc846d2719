"""Asks about what is listed: the index of the library, or that of the samples while these are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.index.index import Index
    from tui.base.library_queries import LibraryQueries

_Answer = TypeVar("_Answer")


class ListQueries:
    """The queries of both, of which one is asked."""

    def __init__(self, library: LibraryQueries, samples: LibraryQueries) -> None:
        self.library = library
        self.samples = samples
        self.asks_samples = False
        """Whether samples are listed."""

    def ask(
        self, topic: str, question: Callable[[Index], _Answer], answer: Callable[[_Answer], object], *, urgency: int
    ) -> None:
        """Have a question answered in place of all earlier ones about the topic, whoever was asked these."""
        asked, other = (self.samples, self.library) if self.asks_samples else (self.library, self.samples)
        other.forget(topic)
        asked.ask(topic, question, answer, urgency=urgency)

    def forget(self, topic: str) -> None:
        """Want no answer about a topic any more, whoever was asked."""
        self.library.forget(topic)
        self.samples.forget(topic)

    def awaits(self, topic: str) -> bool:
        """Whether an answer about a topic is still to be given."""
        return self.library.awaits(topic) or self.samples.awaits(topic)

    @property
    def busy(self) -> bool:
        """Whether there is a question whose answer has not been given."""
        return self.library.busy or self.samples.busy

    def close(self) -> None:
        """Ask nothing any more."""
        self.library.close()
        self.samples.close()
