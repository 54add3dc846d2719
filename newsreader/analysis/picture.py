"""What is known of one article while it is analysed: the last whole analysis, and previews of what came in sight since.

As long as understanding the whole article takes too long, what is on the screen is understood by itself.
"""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from newsreader.analysis.encoding import EncodingError, analysis_from_lines
from newsreader.analysis.protocol import Preview, ProtocolError, Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsreader.article import Article
    from newsreader.entity import Analysis, Entity


class Picture:
    """Puts together what a worker says of an article, whose answers are numbered from 1."""

    def __init__(self, article: Article) -> None:
        """Know nothing of `article` yet."""
        self._article = article
        self._answers = 0
        self._lines: list[str] = []
        self._whole: Analysis | None = None
        self._previews: list[tuple[int, Analysis]] = []
        """With the number of the answer that each was made after."""
        self._unseen: dict[int, int] = {}
        """By the index of each paragraph that was recognised and is not shown, the number of the answer."""

    def begin_anew(self) -> None:
        """Keep what is known, while a new worker counts its answers from the start."""
        self._answers = 0
        self._lines.clear()
        self._previews = [(0, preview) for _, preview in self._previews]
        self._unseen = dict.fromkeys(self._unseen, 0)

    def answered(self, indices: Iterable[int], *, shown: bool) -> None:
        """Note that the worker has recognised these paragraphs, and whether what it found in them is on its way."""
        self._answers += 1
        if not shown:
            self._unseen.update(dict.fromkeys(indices, self._answers))

    def unseen(self, indices: Iterable[int], most: int) -> list[int]:
        """Take at most so many of the paragraphs of which it is not shown what was found in them, to ask for them."""
        found = [index for index in indices if index in self._unseen][:most]
        for index in found:
            del self._unseen[index]
        return found

    def add(self, message: Snapshot | Preview) -> Analysis | None:
        """Take a part of an analysis and return what is known with it; None until it is whole.

        Raises `ProtocolError` if it makes no sense.
        """
        if isinstance(message, Preview):
            self._previews.append((message.answer, self._read(message.lines)))
            return self._merged()
        self._lines.append(message.line)
        if not message.last:
            return None
        lines, self._lines = self._lines, []
        self._whole = self._read(lines)
        self._previews = [each for each in self._previews if each[0] > message.answers]
        self._unseen = {index: answer for index, answer in self._unseen.items() if answer > message.answers}
        return self._merged()

    def _merged(self) -> Analysis:
        whole = [self._whole] if self._whole is not None else []
        return reduce(merged, [*whole, *(preview for _, preview in self._previews)])

    def _read(self, lines: Sequence[str]) -> Analysis:
        try:
            return analysis_from_lines(lines, length=len(self._article.text))
        except EncodingError as error:
            raise ProtocolError(str(error)) from error


def merged(known: Analysis, preview: Analysis) -> Analysis:
    """Return what is known with what a preview of other paragraphs of the same article adds.

    Equal identifiers mean one entity. That is good enough for the moments until the article is understood anew; it is
    never complete.
    """
    entities = {entity.id: entity for entity in known.entities}
    for entity in preview.entities:
        before = entities.get(entity.id)
        entities[entity.id] = _joined(before, entity) if before else entity
    return replace(
        known,
        entities=tuple(sorted(entities.values(), key=lambda entity: entity.mentions[0].start)),
        paragraphs_done=min(known.paragraphs_done + preview.paragraphs_done, known.paragraphs_total - 1),
    )


def _joined(before: Entity, more: Entity) -> Entity:
    names = dict.fromkeys((*before.aliases, more.name, *more.aliases))
    names.pop(before.name, None)
    mentions = sorted((*before.mentions, *more.mentions), key=lambda mention: mention.start)
    return replace(before, aliases=tuple(names), mentions=tuple(mentions))
