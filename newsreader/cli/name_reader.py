"""Reads the articles of the library for names and days, for the command that does so, and takes them into the index."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Self

from newsreader.cli import indexed
from newsreader.cli.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.analysis.batch.engine import Engine, Hands
    from newsreader.article import Article
    from newsreader.entity import Analysis
    from newsreader.index.index import Index
    from newsreader.store.library import Library
    from newsreader.store.records import ArticleRecord

    Known = tuple[ArticleRecord, Article]

ROUND = 20
"""Articles whose numbers are asked for at once; others may have been taken in meanwhile, and the newest go first."""
POOL_ROUND = 100
"""The same for each of several processes, which wait for each other at the end of a round."""


class NameReader:
    """Reads by one pipeline, in one process or several, or takes what the reader found already."""

    def __init__(self, model: str | None, hands: Hands) -> None:
        """Load nothing yet. Raises `ModelError` if there is no such pipeline."""
        from newsreader.analysis.cache import AnalysisCache
        from newsreader.entities import pipeline
        from newsreader.index.background import rules_of

        self._model = model
        self._hands = hands
        self._pipeline = pipeline.find(model).key
        self._cache = AnalysisCache()
        self._engine: Engine | None = None
        self._opened = ExitStack()
        self.rules = rules_of(model)
        """What names depend on besides the text."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def meet_others(self) -> None:
        """Go to the cluster or make the processes that are to read, if any are. Raises `BatchError`."""
        if self._hands.are_several:
            self._analyser()

    def read_all(self, library: Library, index: Index, total: int) -> int:
        """Read all that is unread, and return how many articles that were. Raises `BatchError`."""
        size = POOL_ROUND * max(self._hands.jobs, 2) if self._hands.are_several else ROUND
        done = 0
        with Progress("articles read", total) as progress:
            while numbers := index.unnamed(self.rules, size):
                done += self._read(library, index, numbers, progress)
        return done

    def _read(self, library: Library, index: Index, numbers: Sequence[int], progress: Progress) -> int:
        """Read some articles, and return how many; one that came in anew meanwhile has another text, and is left."""
        from newsreader.analysis.batch.engine import analysed
        from newsreader.analysis.shared import known, share

        done, unread = 0, []
        for number in numbers:
            record = indexed.known(library, number)
            article = library.stored(record)
            found = known(library, self._cache, article, self._pipeline)
            if found is None:
                unread.append((record, article))
            else:
                done += self._take(library, index, (record, article), found, progress)
        if unread:
            for read, found in analysed(self._analyser(), unread, lambda each: each[1]):
                share(library, read[1], self._pipeline, found)
                done += self._take(library, index, read, found, progress)
        if done < len(numbers):
            index.follow(library)
        return done

    def _take(self, library: Library, index: Index, known: Known, found: Analysis, progress: Progress) -> bool:
        from newsreader.annotations.notebook import overlay_of

        record, article = known
        said = overlay_of(library, article).over(found, article).analysis
        if not index.name(record, article, said, self.rules):
            return False
        progress.advance()
        return True

    def _analyser(self) -> Engine:
        """What analyses, which takes its time to load and is loaded when there is something to do."""
        from newsreader.analysis.batch.engine import opened

        if self._engine is None:
            self._engine = self._opened.enter_context(opened(self._model, self._hands))
        return self._engine
