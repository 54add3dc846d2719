"""Analyses in a library that several people share: what one of them had found, the others need not find again.

Whatever is wrong with one, or with the library, the caller only learns that there is none.
"""

from __future__ import annotations

import logging
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

from newsreader.analysis.cache import key_of, packed, unpacked
from newsreader.analysis.encoding import EncodingError
from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from newsreader.analysis.cache import AnalysisCache
    from newsreader.article import Article
    from newsreader.entity import Analysis
    from newsreader.store.library import Library

_log = logging.getLogger(__name__)


def known(library: Library, cache: AnalysisCache, article: Article, model_key: str) -> Analysis | None:
    """The complete analysis of an article by the pipeline `model_key` (`PipelineFiles.key`), wherever there is one."""
    if (own := cache.get(article, model_key)) is not None:
        share(library, article, model_key, own)
        return own
    return _shared(library, article, model_key)


def share(library: Library, article: Article, model_key: str, analysis: Analysis) -> None:
    """Keep a complete analysis of an article for all who share the library, if there is anybody and none is there."""
    if not library.is_shared or not analysis.complete or _shared(library, article, model_key) is not None:
        return
    with suppress(LibraryError), library.writing() as unit:
        unit.analyses.keep(article.sha256, key_of(article, model_key), packed(analysis))


def _shared(library: Library, article: Article, model_key: str) -> Analysis | None:
    if not library.is_shared:
        return None
    try:
        with library.reading() as unit:
            payload = unit.analyses.find(article.sha256, key_of(article, model_key))
        return None if payload is None else unpacked(payload, article)
    except (LibraryError, zlib.error, EncodingError) as error:
        _log.warning("an analysis of the library could not be read: %s", error)
        return None
