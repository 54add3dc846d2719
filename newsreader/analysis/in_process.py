"""The engine in this process, for the command line and for scripts: an analyser that keeps its pipeline."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.analysis.paragraphs import readable
from newsreader.entities.recogniser import Recogniser
from newsreader.entities.understand import understand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsreader.article import Article
    from newsreader.entity import Analysis

_log = logging.getLogger(__name__)


class Analyser:
    """A loaded pipeline for any number of articles."""

    def __init__(self, model: str | None = None) -> None:
        """Load `model` (a package, a folder, or None for the default). Raises `ModelError`."""
        self._recogniser = Recogniser(model)

    @property
    def model(self) -> str:
        """Name and version of the pipeline."""
        return self._recogniser.name

    def analyse(self, article: Article) -> Analysis:
        """Return the complete analysis of `article`. A paragraph that fails lacks entities, and the log says so."""
        indices = readable(article)
        spans = [article.paragraphs[index] for index in indices]
        texts = [article.text[span.start : span.end] for span in spans]
        language = languages.code_of(article, self._recogniser.language)
        found = self._recogniser.recognise(texts, partial(_log_failure, article, indices), language=language)
        return understand(article, dict(zip(indices, found, strict=True)), model=self.model, otherwise=language)

    def analyse_all(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """Yield the analysis of each article, in order, each as soon as it is made."""
        return map(self.analyse, articles)


def _log_failure(article: Article, indices: list[int], index: int, error: Exception) -> None:
    place = article.origin.name or "the article"
    _log.warning("paragraph %d of %s could not be analysed: %s", indices[index] + 1, place, error)
