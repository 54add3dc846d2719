"""The same article opened from elsewhere, from another path or address: finding it, and what taking it in comes to.

The journal of the article that is taken in is not touched, so that undoing leaves it as it was.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.alignment import same_article
from newsreader.annotations.corrections.model import Scope
from newsreader.annotations.events import Joined, new_id
from newsreader.annotations.fold import read
from newsreader.sanitise import printable
from newsreader.store.records import Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.annotations.fold import State
    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from newsreader.store.library import Library
    from newsreader.store.protocols import Unit
    from newsreader.store.records import ArticleRecord

ALIKE = 0.5
"""How much of the shorter text the longer one must have: two versions of an article usually do, two articles not."""
_PROBES = 24
"""How many pieces of a text are looked for in another before the two are compared in full."""
_WORDS = 3
"""How many words such a piece has."""
_FOUND = 3
"""How many of the pieces must be found."""


def known_elsewhere(library: Library, article: Article, record: ArticleRecord) -> ArticleRecord | None:
    """The annotated article that is most like `article`, which the library knows as `record`; None if none is.

    Raises LibraryError. It reads the texts of all annotated articles, so it belongs into a thread.
    """
    probes = _probes(article.text)
    best: tuple[float, ArticleRecord] | None = None
    for other in library.annotated():
        text = library.text(other.text_sha256) if other.id != record.id else None
        if text is None or sum(probe in text for probe in probes) < min(_FOUND, len(probes)):
            continue
        alike = 1.0 if other.text_sha256 == article.sha256 else same_article(text, article.text)
        if alike >= ALIKE and (best is None or alike > best[0]):
            best = alike, other
    return best[1] if best else None


def _probes(text: str) -> list[str]:
    """Pieces of single lines, spread over the text; nothing is made of the rest of it, which may be a million words."""
    places = (len(text) * (2 * number + 1) // (2 * _PROBES) for number in range(_PROBES))
    pieces = dict.fromkeys(_piece_at(text, place) for place in places)
    return [piece for piece in pieces if len(piece) > 2 * _WORDS]


def _piece_at(text: str, offset: int) -> str:
    """The words behind code point `offset` in its line, or where these are too few, the first ones of the line."""
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[start : end if end >= 0 else len(text)]
    behind = line[offset - start :].split(" ")[1 : _WORDS + 1]
    return " ".join(behind if len(behind) == _WORDS else line.split(" ")[:_WORDS])


def joining(unit: Unit, article: int, title: str, here: State) -> Joined:
    """The act that takes the article with that number, called `title`, into the one whose state is `here`.

    Its corrections that hold everywhere are left to it: they hold for the other one like for any.
    """
    theirs = read(unit, Stream.of(article))
    return Joined(
        article,
        printable(title),
        unit.journal.last(Stream.of(article)),
        tuple(_annotations(theirs, here)),
        tuple(
            each
            for name, each in theirs.corrections.items()
            if each.scope is not Scope.EVERYWHERE and name not in here.corrections
        ),
        tuple(sorted(theirs.declined)),
        theirs.published,
    )


def _annotations(theirs: State, here: State) -> Iterator[Annotation]:
    """All that are not here already; the same import, edited on one side, is there twice afterwards."""
    for name, each in theirs.annotations.items():
        known = here.annotations.get(name)
        if known is None or (known.text, known.colour) != (each.text, each.colour):
            yield each if known is None else replace(each, id=new_id())
