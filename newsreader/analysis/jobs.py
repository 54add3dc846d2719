"""One article in the worker: recognises what is asked for and says what it makes of the article so far."""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from newsreader.analysis.cache import AnalysisCache
from newsreader.analysis.encoding import (
    EncodingError,
    analysis_to_lines,
    mentions_from_json,
    mentions_to_json,
)
from newsreader.analysis.paragraphs import readable
from newsreader.analysis.protocol import Alive, Ask, Found, Message, Notice, Snapshot
from newsreader.entities.understand import understand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.entities.model import Mention
    from newsreader.entities.recogniser import Recogniser

PAUSE = 4
"""A snapshot that nobody waits for is made when the last one's cost has passed this many times over."""

SHORTEST_PAUSE = 0.3
"""Seconds between snapshots that nobody waits for."""

HEARTBEAT = 5.0
"""Seconds between signs of life during long work."""

_log = logging.getLogger("newsreader.worker")


class Job:
    """The state of one article; `send` takes the answers."""

    def __init__(
        self,
        number: int,
        article: Article,
        recogniser: Recogniser,
        send: Callable[[Message], None],
        cache: Path | None,
    ) -> None:
        """Work on `article`. `cache` is the folder to keep the finished analysis in."""
        self.number = number
        self._article = article
        self._recogniser = recogniser
        self._send = send
        self._cache = AnalysisCache(cache) if cache else None
        self._wanted = frozenset(readable(self._article))
        self._found: dict[int, list[Mention]] = {}
        self._shown_at = self._cost = float("-inf")
        self._awaited = False

    def hear(self, message: Ask | Found) -> None:
        """Answer a question, or take over what an earlier worker found."""
        if isinstance(message, Ask):
            self._answer(message)
        else:
            self._found.update(self._known(message))

    def _answer(self, request: Ask) -> None:
        """Recognise the paragraphs asked for and send what was found, with a snapshot when one is due."""
        indices = [index for index in request.paragraphs if index in self._wanted]
        found = self._recognise(indices)
        self._found.update(found)
        self._send(Found(self.number, {index: mentions_to_json(mentions) for index, mentions in found.items()}))
        if self._due(request.show):
            self._show()

    def _recognise(self, indices: list[int]) -> dict[int, list[Mention]]:
        texts = [self._text(index) for index in indices]

        def failed(place: int, error: Exception) -> None:
            _log.error("paragraph %d failed", indices[place], exc_info=error)
            self._send(Notice(self.number, skipped(indices[place])))

        found = self._recogniser.recognise(texts, failed, lambda: self._send(Alive()))
        return dict(zip(indices, found, strict=True))

    def _due(self, wanted: bool) -> bool:
        """The first and the last snapshot are always due, one that is waited for soon, others now and then."""
        if len(self._found) >= len(self._wanted) or self._shown_at < 0:
            return True
        self._awaited = self._awaited or wanted
        if self._awaited and self._cost < SHORTEST_PAUSE:
            return True
        pause = self._cost if self._awaited else max(self._cost * PAUSE, SHORTEST_PAUSE)
        return monotonic() - self._shown_at >= pause

    def _show(self) -> None:
        """Send a snapshot. The last one is kept first, so that whoever has seen it finds it in the cache."""
        before = monotonic()
        with self._heartbeat():
            analysis = understand(self._article, self._found, model=self._recogniser.name)
        lines = list(analysis_to_lines(analysis))
        if analysis.complete and self._cache:
            self._cache.put_lines(self._article, self._recogniser.key, lines)
        for place, line in enumerate(lines, 1):
            self._send(Snapshot(self.number, line, place == len(lines)))
        self._awaited = False
        self._shown_at = monotonic()
        self._cost = self._shown_at - before

    @contextmanager
    def _heartbeat(self) -> Iterator[None]:
        """Say that all is well while our own rules go through a long article."""
        done = threading.Event()

        def beat() -> None:
            while not done.wait(HEARTBEAT):
                self._send(Alive())

        threading.Thread(target=beat, name="newsreader-heartbeat", daemon=True).start()
        try:
            yield
        finally:
            done.set()

    def _known(self, found: Found) -> Iterator[tuple[int, list[Mention]]]:
        """Yield what an earlier worker found and can be read."""
        for index, value in found.mentions.items():
            if index in self._wanted:
                try:
                    yield index, mentions_from_json(value, length=len(self._text(index)))
                except EncodingError as error:
                    _log.warning("paragraph %d: %s", index, error)

    def _text(self, index: int) -> str:
        paragraph = self._article.paragraphs[index]
        return self._article.text[paragraph.start : paragraph.end]


def skipped(index: int) -> str:
    """The sentence that tells the person that the paragraph with this index has no entities."""
    return f"Paragraph {index + 1} could not be analysed and shows no entities."
