"""Keeps the index in step with the library: what changed since it last looked is taken in, in batches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.index import noted, outdated
from newsreader.index.content import texts_of
from newsreader.index.noted import NOTHING, Noted, noted_in
from newsreader.index.numbering import first_document, last_document
from newsreader.index.schema import TABLES, VIRTUAL
from newsreader.index.transaction import writing
from newsreader.query.fields import state_of
from newsreader.store.records import LAST_VISIT, LIBRARY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from newsreader.article import Article
    from newsreader.store.library import Library
    from newsreader.store.protocols import Unit
    from newsreader.store.records import ArticleChange

    Found = tuple[Article, Noted]

BATCH = 2000
"""Articles that are taken in at once; as much is done again after the program was killed."""
MOST_TEXT = 8_000_000
"""Characters of them together, of which more are left to the next batch."""

_COLUMNS = (
    "id, version, document, title, byline, source, language, location, published, added, day, notes, last_event, "
    "progress, state, starred, tags, metadata, said"
)

_NEW_ARTICLE = f"INSERT INTO article ({_COLUMNS}) VALUES ({', '.join('?' * (_COLUMNS.count(',') + 1))})"

_NEW_WORDS = "INSERT INTO word (rowid, title, text, source, author, url) VALUES (?, ?, ?, ?, ?, ?)"


def follow(index: sqlite3.Connection, library: Library, progress: Callable[[int], object] = lambda _: None) -> int:
    """Take in what changed in the library, and return how many articles that were.

    `progress` is told after each batch how many it was. Being killed at any time costs one batch.
    """
    _note_visit(index, library)
    outdated.note_gazetteer(index, library)
    taken = 0
    while count := _take_batch(index, library):
        taken += count
        progress(count)
    outdated.lay_over(index, library)
    _follow_said(index, library)
    return taken


def count_behind(index: sqlite3.Connection, library: Library) -> int:
    """How many changes of articles `follow` would go through at most."""
    (seen,) = index.execute("SELECT change FROM state").fetchone()
    with library.reading() as unit:
        return max(0, unit.articles.last_change() - int(seen))


def _follow_said(index: sqlite3.Connection, library: Library) -> None:
    """Have names be what the person says that they are, if that is something else than before."""
    with library.reading() as unit:
        if index.execute("SELECT said FROM state").fetchone() == (unit.journal.last(LIBRARY),):
            return
    from newsreader.index import naming

    naming.follow_said(index, library)


def _note_visit(index: sqlite3.Connection, library: Library) -> None:
    """Take in when the person was here last, which is what `is:new` counts from."""
    visited = library.setting(LAST_VISIT) or ""
    if index.execute("SELECT visited FROM state").fetchone() != (visited,):
        index.execute("UPDATE state SET visited = ?", (visited,))


def _take_batch(index: sqlite3.Connection, library: Library) -> int:
    """Take in the next changes; 0 if there are no more, for which nobody has to be waited for."""
    with library.reading() as unit:
        if index.execute("SELECT change FROM state").fetchone() == (unit.articles.last_change(),):
            return 0
    with writing(index):
        (seen,) = index.execute("SELECT change FROM state").fetchone()
        batch = _changes(index, library, seen)
        if batch is None:
            _forget_all(index)
            batch = _changes(index, library, 0) or []
        # The full-text index has to write to the disk whenever a number is smaller than the one before.
        last = _last(index)
        rows = (row for each in batch for row in _take_change(index, *each, unknown=each[0].record.id > last))
        index.executemany(_NEW_WORDS, sorted(rows))
        if batch:
            index.execute("UPDATE state SET change = ?", (batch[-1][0].change,))
        return len(batch)


def _changes(index: sqlite3.Connection, library: Library, seen: int) -> list[tuple[ArticleChange, Found | None]] | None:
    """The next changes, each with its article and what is on it, unless it is hidden or that is the same as before.

    None if the library has not come so far: an older copy took its place.
    """
    with library.reading() as unit:
        if unit.articles.last_change() < seen:
            return None
        batch: list[tuple[ArticleChange, Found | None]] = []
        length, last = 0, _last(index)
        for each in unit.articles.changes_after(seen, BATCH):
            is_known = each.is_hidden or (each.record.id <= last and _is_same(index, each))
            found = None if is_known else _found(library, unit, each)
            batch.append((each, found))
            length += len(found[0].text) if found else 0
            if length > MOST_TEXT:
                break
        return batch


def _last(index: sqlite3.Connection) -> int:
    """The number of the last article that the index has."""
    (last,) = index.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()
    return int(last)


def _is_same(index: sqlite3.Connection, change: ArticleChange) -> bool:
    """Whether nothing is another but what was said of the article as a whole, and how far it was read."""
    row: tuple[int] | None = index.execute(
        "SELECT (version, metadata, last_event) IS (?, ?, ?) FROM article WHERE id = ?",
        (change.record.version_id, change.metadata, change.last_event, change.record.id),
    ).fetchone()
    return row is not None and row[0] == 1


def _found(library: Library, unit: Unit, change: ArticleChange) -> Found:
    """The article with the day that the person gave it, if there is one, and what is on it."""
    article = unit.articles.stored(change.record)
    if not change.last_event:
        return article, NOTHING
    # Few articles have a journal, and a search that finds nothing new need not load what reads it.
    from newsreader.annotations.notebook import Notebook

    notebook = Notebook(library, change.record, article)
    return notebook.overlay.dated(article), noted_in(notebook)


def _take_change(
    index: sqlite3.Connection, change: ArticleChange, found: Found | None, *, unknown: bool
) -> list[tuple[object, ...]]:
    """Take in a change, and return the row of words that it makes, if any; of an article that is `unknown`, all."""
    article = change.record.id
    if change.is_hidden:
        _forget(index, article)
        return []
    if unknown and found is not None:
        rows = [_take_new(index, change, *found)]
        noted.put_noted(index, article, found[1], is_new=True)
        noted.put_state(index, change, is_new=True)
        return rows
    rows = [] if found is None else _take(index, change, *found)
    is_new = bool(rows)
    if found is not None:
        noted.put_noted(index, article, found[1], is_new=is_new)
    if not is_new:
        sql = "UPDATE article SET (progress, state, starred, tags) = (?, ?, ?, ?) WHERE id = ?"
        index.execute(sql, (*_said_as_a_whole(change), article))
    noted.put_state(index, change, is_new=is_new)
    _set_apart(index, change)
    return rows


def _said_as_a_whole(change: ArticleChange) -> tuple[float, str, bool, str]:
    """How far an article was read, what `is:` calls that, whether it has a star, and its tags."""
    state = change.state
    return change.progress, state_of(change.progress, state.read), state.starred, "\n".join(state.tags)


def _set_apart(index: sqlite3.Connection, change: ArticleChange) -> None:
    """Take in whether the person took an article out of its story."""
    kept = index.execute("SELECT apart FROM sketch WHERE article = ?", (change.record.id,)).fetchone()
    if kept not in (None, (change.state.apart,)):
        from newsreader.index import stories

        stories.set_apart(index, change.record.id, change.state.apart)


def _known_of(article: Article) -> tuple[str | None, ...]:
    """What is kept of an article besides its words and its state."""
    data = article.metadata
    # The name of a file need not be in the encoding of the file system.
    location = article.origin.name.encode("utf-8", "replace").decode("utf-8")
    return data.title, data.byline, data.source or data.agency, data.language, location


def _dated(change: ArticleChange, article: Article, noted_on: Noted) -> tuple[str | None, str, str, int, int]:
    """When an article is from, when it came, under which day it is listed, and what was written on it."""
    day = article.metadata.published
    published = day.isoformat() if day else None
    return published, change.added, published or change.added[:10], noted_on.count, change.last_event


def _take(
    index: sqlite3.Connection, change: ArticleChange, article: Article, noted_on: Noted
) -> list[tuple[object, ...]]:
    """Take in an article that the index may have, and return the row of words that is new."""
    record, said, state = change.record, _known_of(article), _dated(change, article, noted_on)
    published, _, day, *_ = state
    other = (change.metadata, noted_on.said)
    same = index.execute(
        """
        SELECT version = ? AND (day, title, byline, source, language, location) IS (?, ?, ?, ?, ?, ?)
        FROM article WHERE id = ?
        """,
        (record.version_id, day, *said, record.id),
    ).fetchone()
    if same == (1,):
        index.execute(
            f"""
            UPDATE article SET (published, added, day, notes, last_event, metadata, said) = (?, ?, ?, ?, ?, ?, ?),
                outdated = CASE WHEN said = ? OR rules IS NULL THEN outdated ELSE {outdated.NEW} END,
                folded = CASE WHEN published IS ? THEN folded ELSE 0 END
            WHERE id = ?
            """,
            (*state, *other, noted_on.said, published, record.id),
        )
        return []
    _forget(index, record.id)
    return [_take_new(index, change, article, noted_on)]


def _take_new(
    index: sqlite3.Connection, change: ArticleChange, article: Article, noted_on: Noted
) -> tuple[object, ...]:
    """Take in an article that the index does not have, and return its row of words."""
    record, texts, state = change.record, texts_of(article), _dated(change, article, noted_on)
    document = _new_document(index, state[2], record.id)
    as_a_whole, other = _said_as_a_whole(change), (change.metadata, noted_on.said)
    index.execute(
        _NEW_ARTICLE, (record.id, record.version_id, document, *_known_of(article), *state, *as_a_whole, *other)
    )
    return document, texts.title, texts.text, texts.source, texts.author, texts.url


def _new_document(index: sqlite3.Connection, day: str, article: int) -> int:
    """A number that no text had; at the very last one that is found by words that it had before, too."""
    first, last = first_document(day, article), last_document(day, article)
    (used,) = index.execute("SELECT max(id) FROM word_docsize WHERE id BETWEEN ? AND ?", (first, last)).fetchone()
    document = first if used is None else min(used + 1, last)
    index.execute("DELETE FROM gone WHERE document = ?", (document,))
    return document


def _forget_all(index: sqlite3.Connection) -> None:
    index.execute("UPDATE state SET said = 0")
    for table in TABLES:
        if table != "state":
            index.execute(f"DELETE FROM {table}")
    for words_of in VIRTUAL:
        index.execute(f"INSERT INTO {words_of} ({words_of}) VALUES ('delete-all')")


def _forget(index: sqlite3.Connection, article: int) -> None:
    row = index.execute("SELECT document FROM article WHERE id = ?", (article,)).fetchone()
    if row is not None:
        from newsreader.index import naming, stories

        naming.forget(index, row[0])
        stories.forget(index, article)
        index.execute("DELETE FROM article WHERE id = ?", (article,))
        index.execute("INSERT OR IGNORE INTO gone VALUES (?)", row)
        noted.forget(index, article)
