"""Takes what was written on one article over into another, which is the same one opened from elsewhere.

The journal of the article that is taken in is not touched, so that undoing leaves it as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.corrections.model import Scope
from newsreader.annotations.events import Corrects, Created, Joined, decode, new_id
from newsreader.annotations.fold import fold
from newsreader.sanitise import printable
from newsreader.store import journal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from newsreader.annotations.fold import Kept, State


def joined(connection: sqlite3.Connection, article_id: int, title: str, here: State) -> Joined:
    """The act that takes an article, called `title`, into the one whose state is `here`.

    Its corrections that hold everywhere are left to it: they hold for the other one like for any.
    """
    theirs = fold(decode(entry) for _, entry in journal.after(connection, article_id, 0))
    return Joined(
        article_id,
        printable(title),
        journal.last(connection, article_id),
        tuple(_annotations(theirs, here)),
        tuple(
            event.change
            for name, event in theirs.corrections.items()
            if isinstance(event.change, Corrects)
            and event.change.scope is not Scope.EVERYWHERE
            and name not in here.corrections
        ),
        tuple(sorted(theirs.declined)),
        theirs.published.isoformat() if theirs.published else None,
    )


def _annotations(theirs: State, here: State) -> Iterator[Created]:
    """All that are not here already; the same import, edited on one side, is there twice afterwards."""
    for name, kept in theirs.annotations.items():
        known = here.annotations.get(name)
        if known is None or (known.text, known.colour) != (kept.text, kept.colour):
            yield _created(name if known is None else new_id(), kept)


def _created(name: str, kept: Kept) -> Created:
    return Created(
        name,
        kept.kind,
        kept.anchor,
        kept.colour,
        kept.text,
        kept.entity,
        kept.created.isoformat(),
        kept.modified.isoformat(),
        kept.author,
    )
