"""What the person wrote on an article, and said of it, as it is found: labels, and the words of notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.model import CORRECTION, Kind
from newsreader.query.wording import words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from newsreader.annotations.notebook import Notebook
    from newsreader.store.records import ArticleChange, ArticleState

KINDS = (*Kind, CORRECTION)
"""What `has:` knows."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What is on an article."""

    kinds: frozenset[str] = frozenset()
    """Those of `KINDS` that are."""
    notes: tuple[str, ...] = ()
    """The words of each note."""
    tags: frozenset[str] = frozenset()
    """The tags in the notes."""
    said: str = ""
    """What was said of the article’s names and its day: what is another whenever that is; empty without any."""
    count: int = 0
    """How many annotations there are."""


@dataclass(frozen=True, slots=True)
class Label:
    """A field of the query language of which few articles have a value, with the value."""

    field: str
    shown: str


NOTHING = Noted()

_NEW_LABEL = "INSERT OR IGNORE INTO label (field, value, article, by_notes, shown) VALUES (?, ?, ?, ?, ?)"


def noted_in(notebook: Notebook) -> Noted:
    """What is in a notebook, wherever in the text it belongs."""
    from newsreader.query.annotations import of_annotation

    found = [of_annotation(each, each.quote).values for each in (*notebook.annotations, *notebook.orphans)]
    kinds = {kind for each in found for kind in each["kind"] if kind in KINDS}
    kinds |= {CORRECTION for _ in notebook.corrections.own[:1]}
    notes = (" ".join(words(text)) for each in found for text in each["note"])
    tags = (tag for each in found for tag in each["tag"])
    return Noted(frozenset(kinds), tuple(filter(None, notes)), frozenset(tags), _said(notebook), len(found))


def _said(notebook: Notebook) -> str:
    corrections, published = notebook.corrections, notebook.overlay.published
    said = [str(published or ""), *(each.id for each in corrections.own), *sorted(corrections.declined)]
    return " ".join(said).strip()


def of_state(state: ArticleState, feeds: Iterable[str]) -> Iterator[Label]:
    """By which fields an article is found for what was said of it as a whole, and for where it came from."""
    yield from (Label("tag", tag) for tag in state.tags)
    yield from (Label("feed", name) for name in feeds)
    if state.starred:
        yield Label("is", "starred")
    if state.starred or state.tags:
        yield Label("is", "saved")


def of_noted(noted: Noted) -> Iterator[Label]:
    """By which fields an article is found for what was written on it."""
    yield from (Label("tag", tag) for tag in noted.tags)
    yield from (Label("has", kind) for kind in noted.kinds)
    yield from (Label("is", "saved") for _ in [*noted.kinds][:1])


def put_state(index: sqlite3.Connection, change: ArticleChange, *, is_new: bool) -> None:
    """Have an article found by what is said of it now, and by its feeds; one that is new has no labels yet."""
    _put_labels(index, change.record.id, of_state(change.state, change.feeds), by_notes=False, is_new=is_new)


def put_noted(index: sqlite3.Connection, article: int, noted: Noted, *, is_new: bool) -> None:
    """Have an article found by what is written on it now."""
    if is_new and noted is NOTHING:
        return
    _put_labels(index, article, of_noted(noted), by_notes=True, is_new=is_new)
    index.execute("DELETE FROM note WHERE article = ?", (article,))
    for note in noted.notes:
        made = index.execute("INSERT INTO note (article, words) VALUES (?, ?)", (article, note))
        index.execute("INSERT INTO note_word (rowid, words) VALUES (?, ?)", (made.lastrowid, note))


def forget(index: sqlite3.Connection, article: int) -> None:
    """Have an article found by nothing of it."""
    index.execute("DELETE FROM label WHERE article = ?", (article,))
    index.execute("DELETE FROM note WHERE article = ?", (article,))


def _put_labels(
    index: sqlite3.Connection, article: int, labels: Iterator[Label], *, by_notes: bool, is_new: bool
) -> None:
    if not is_new:
        index.execute("DELETE FROM label WHERE article = ? AND by_notes = ?", (article, by_notes))
    rows = ((each.field, " ".join(words(each.shown)), article, by_notes, each.shown) for each in labels)
    if known := [row for row in rows if row[1]]:
        index.executemany(_NEW_LABEL, known)
