"""The corrections that a library has for an article, for whoever has no notebook open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.correcting import read_gazetteer
from newsreader.annotations.notebook import Notebook

if TYPE_CHECKING:
    from newsreader.annotations.corrections.model import Correction
    from newsreader.article import Article
    from newsreader.store.library import Library


def corrections_for(library: Library, article: Article) -> tuple[Correction, ...]:
    """What was said of `article` if the library knows it, and what the gazetteer suggests; notes nothing."""
    record = library.find(article)
    if record is not None:
        return Notebook(library, record, article).corrections
    with library.database.read() as connection:
        return tuple(each for _, each in read_gazetteer(connection))
