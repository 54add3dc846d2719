"""Has the index know the article from which a dossier is asked for, in the thread that asks the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.index.errors import IndexFileError

if TYPE_CHECKING:
    from newsreader.index.index import Index
    from newsreader.store.library import Library
    from tui.reader.session import Session

MOST = 50
"""Changes of the library that are taken in on the way: about as many milliseconds. With more, it is as it is."""


def take_in(session: Session, library: Library, number: int, index: Index) -> None:
    """Take in the article of that number, if it came in just now and its names are known already.

    May raise `Interrupted` and `LibraryError`; what the index cannot take in, it has not.
    """
    try:
        if not index.things.in_article(number):
            index.follow(library, most=MOST)
            _name(session, library, number, index)
    except IndexFileError:
        return


def _name(session: Session, library: Library, number: int, index: Index) -> None:
    """Take in the names of an article, if they are known. What that needs is imported only now."""
    from newsreader.annotations.notebook import overlay_of
    from newsreader.entities.pipeline import ModelError
    from newsreader.index.background import rules_of

    record = library.latest(number)
    article = library.stored(record) if record is not None else None
    found = session.known(article) if article is not None else None
    if record is None or article is None or found is None:
        return
    try:
        rules = rules_of(session.config.model)
    except ModelError:
        return
    index.name(record, article, overlay_of(library, article).over(found, article).analysis, rules)
