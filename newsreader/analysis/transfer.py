"""An article on its way to the worker, in parts so small that writing one never holds up the reader's other threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.analysis.protocol import Message, Open, Part, ProtocolError
from newsreader.article import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article import Paragraph

PART = 20_000
"""Code points of text per part."""

PARAGRAPHS = 200
"""Paragraphs per part."""


def parts(job: int, article: Article) -> Iterator[Message]:
    """Yield the messages that make `article` known to the worker under the number `job`."""
    for start in range(0, len(article.text), PART):
        yield Part(job, article.text[start : start + PART], ())
    for start in range(0, len(article.paragraphs), PARAGRAPHS):
        yield Part(job, "", article.paragraphs[start : start + PARAGRAPHS])
    yield Open(job, article.metadata, article.origin)


class Draft:
    """The article that is arriving at the worker."""

    def __init__(self) -> None:
        """Nothing has arrived."""
        self._job = -1
        self._texts: list[str] = []
        self._paragraphs: list[Paragraph] = []

    def add(self, part: Part) -> None:
        """Take a part; the first of another job begins another article."""
        if part.job != self._job:
            self._restart(part.job)
        self._texts.append(part.text)
        self._paragraphs.extend(part.paragraphs)

    def finish(self, last: Open) -> Article:
        """Return the article, whose last message is `last`. Raises `ProtocolError` if its paragraphs make no sense."""
        if last.job != self._job:
            self._restart(last.job)
        article = Article("".join(self._texts), tuple(self._paragraphs), last.metadata, last.origin)
        self._restart(-1)
        _check(article)
        return article

    def _restart(self, job: int) -> None:
        self._job, self._texts, self._paragraphs = job, [], []


def _check(article: Article) -> None:
    """Paragraphs are inside the text, in order, and do not overlap."""
    place = 0
    for paragraph in article.paragraphs:
        if not place <= paragraph.start <= paragraph.end <= len(article.text):
            raise ProtocolError("paragraphs out of order")
        place = paragraph.end
