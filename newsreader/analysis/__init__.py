"""Runs the engine: a worker process for the reader, the cache of what it found, and the same in process for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.article import Article
    from newsreader.entity import Analysis


def analyse(article: Article, model: str | None = None) -> Analysis:
    """Return the complete analysis of `article`, made in this process.

    `model` is a spaCy pipeline's package or folder; None is the one that comes with the program. Raises `ModelError`.
    Loading the pipeline takes most of the time: for several articles keep an `in_process.Analyser`.
    """
    from newsreader.analysis.in_process import Analyser

    return Analyser(model).analyse(article)
