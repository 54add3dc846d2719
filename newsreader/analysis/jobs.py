"""One article in the worker: recognises what is asked for and says what it makes of the article so far."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.analysis.cache import AnalysisCache
from newsreader.analysis.encoding import (
    EncodingError,
    analysis_to_lines,
    mentions_from_json,
    mentions_to_json,
)
from newsreader.analysis.paragraphs import readable
from newsreader.analysis.pass_schedule import PassSchedule
from newsreader.analysis.protocol import Alive, Ask, Failed, Found, Message, Notice, Preview, Snapshot
from newsreader.entities.understand import understand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.entities.recogniser import Recogniser
    from newsreader.entity import Mention

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
        self._language = languages.code_of(article, recogniser.language)
        self._send = send
        self._cache = AnalysisCache(cache) if cache else None
        self._wanted = frozenset(readable(self._article))
        self._found: dict[int, list[Mention]] = {}
        self._passes = PassSchedule(lambda: self._send(Alive()))
        self._answers = 0
        self._ending = False

    def hear(self, message: Ask | Found) -> None:
        """Answer a question, or take over what an earlier worker found."""
        if isinstance(message, Ask):
            self._answer(message)
        else:
            self._found.update(self._known(message))

    def _answer(self, request: Ask) -> None:
        """Recognise the paragraphs asked for, send what was found, and have it understood if that is wanted or due."""
        asked = [index for index in request.paragraphs if index in self._wanted]
        self._found.update(self._recognise([index for index in asked if index not in self._found]))
        found = {index: self._found[index] for index in asked}
        self._answers += 1
        self._send(Found(self.number, {index: mentions_to_json(mentions) for index, mentions in found.items()}))
        count = len(self._found)
        short = self._passes.is_short(count)
        if request.show and not short:
            self._preview(found)
        last = count >= len(self._wanted) and not self._ending
        if last or (not self._ending and ((request.show and short) or self._passes.is_due(count))):
            self._ending = last
            self._passes.make(partial(self._show, dict(self._found), self._answers), count)

    def _recognise(self, indices: list[int]) -> dict[int, list[Mention]]:
        texts = [self._text(index) for index in indices]

        def failed(place: int, error: Exception) -> None:
            _log.error("paragraph %d failed", indices[place], exc_info=error)
            self._send(Notice(self.number, skipped(indices[place])))

        found = self._recogniser.recognise(texts, failed, lambda: self._send(Alive()), language=self._language)
        return dict(zip(indices, found, strict=True))

    def _preview(self, found: dict[int, list[Mention]]) -> None:
        """Send what can be said of the paragraphs on the screen alone."""
        analysis = understand(self._article, found, model=self._recogniser.name, otherwise=self._language)
        self._send(Preview(self.number, self._answers, tuple(analysis_to_lines(analysis))))

    def _show(self, found: dict[int, list[Mention]], answers: int) -> None:
        """Send a snapshot. The last one is kept first, so that whoever has seen it finds it in the cache."""
        try:
            analysis = understand(self._article, found, model=self._recogniser.name, otherwise=self._language)
        except Exception as error:
            _log.exception("the article could not be understood")
            self._send(Failed(f"The analysis failed ({type(error).__name__}); the log says more."))
            return
        lines = list(analysis_to_lines(analysis))
        if analysis.complete and self._cache:
            self._cache.put_lines(self._article, self._recogniser.key, lines)
        for place, line in enumerate(lines, 1):
            self._send(Snapshot(self.number, line, place == len(lines), answers))

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
