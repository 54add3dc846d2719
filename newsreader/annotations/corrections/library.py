"""What a library has been told about an article, for whoever has no notebook open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.correcting import read_gazetteer
from newsreader.annotations.corrections.said import Said
from newsreader.annotations.notebook import Notebook

if TYPE_CHECKING:
    from newsreader.article import Article
    from newsreader.store.library import Library


def said_of(library: Library, article: Article) -> Said:
    """What was said of `article` if the library knows it, and what the gazetteer suggests; notes nothing."""
    record = library.find(article)
    if record is not None:
        notebook = Notebook(library, record, article)
        return Said(notebook.corrections, notebook.published)
    with library.database.read() as connection:
        return Said(tuple(each for _, each in read_gazetteer(connection)))
