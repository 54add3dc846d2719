"""Takes the names and days of an article into the index, and out of it; the counts over all articles follow at once."""

from __future__ import annotations

from array import array
from heapq import nlargest
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.index.content import NameIn, days_in, names_in
from newsreader.index.transaction import writing
from newsreader.query.wording import words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from newsreader.article import Article
    from newsreader.entity import Analysis
    from newsreader.query.days import Days
    from newsreader.store.records import ArticleRecord

STRONGEST = 4
"""How many of its names are kept with an article, to be shown in a list."""

CODES: dict[Category, int] = {Category.PERSON: 0, Category.PLACE: 1, Category.ORGANISATION: 2}
"""The category of a name is in its number, which leaves one of these when it is divided by how many there are."""

_NEXT_NAME = f"""
INSERT INTO name SELECT (coalesce(max(id), 0) / {len(CODES)} + 1) * {len(CODES)} + ?, ?, ?, ?, 0, 0 FROM name
"""


def name(index: sqlite3.Connection, record: ArticleRecord, article: Article, analysis: Analysis, rules: str) -> bool:
    """Take in the names and days of an article; False, and nothing is done, if the index has another text of it."""
    with writing(index):
        row = index.execute(
            "SELECT document FROM article WHERE id = ? AND version = ?", (record.id, record.version_id)
        ).fetchone()
        if row is None:
            return False
        (document,) = row
        forget(index, document)
        names = _merged(names_in(analysis, article.text))
        numbers = [_name_number(index, each) for each in names]
        for number, each in zip(numbers, names, strict=True):
            _add_appearance(index, number, document, each)
        spans = [_add_span(index, document, each) for each in sorted(days_in(analysis), key=_span)]
        again = [number for number, each in zip(numbers, names, strict=True) for _ in range(1, each.mentions)]
        blobs = (array("I", each).tobytes() for each in (numbers, again, spans))
        index.execute("INSERT INTO named VALUES (?, ?, ?, ?)", (document, *blobs))
        index.execute(
            "UPDATE article SET (rules, strongest) = (?, ?) WHERE id = ?", (rules, _strongest(names), record.id)
        )
        return True


def forget(index: sqlite3.Connection, document: int) -> None:
    """Take out the names and days of the article with a document, if they were taken in."""
    row = index.execute("SELECT names, days FROM named WHERE document = ?", (document,)).fetchone()
    if row is None:
        return
    for number in numbers_in(row[0]):
        _take_appearance(index, number, document)
    for span in numbers_in(row[1]):
        index.execute("DELETE FROM dated WHERE span = ? AND document = ?", (span, document))
        index.execute("UPDATE span SET articles = articles - 1 WHERE id = ?", (span,))
    index.execute("DELETE FROM named WHERE document = ?", (document,))
    index.execute("UPDATE article SET (rules, strongest) = (NULL, NULL) WHERE document = ?", (document,))


def numbers_in(blob: bytes) -> array[int]:
    """The numbers that were kept in a row."""
    return array("I", blob)


def strongest_in(kept: str | None) -> tuple[tuple[Category, str], ...]:
    """The names that were kept with an article."""
    pairs = (line.split("\t", 1) for line in (kept or "").splitlines())
    return tuple((Category(category), name) for category, name in pairs)


def _strongest(names: Sequence[NameIn]) -> str:
    chosen = nlargest(STRONGEST, names, key=lambda each: each.mentions)
    return "\n".join(f"{each.category.value}\t{' '.join(each.name.split())}" for each in chosen)


def _merged(names: Iterable[NameIn]) -> list[NameIn]:
    """Each name once, with all of its forms."""
    merged: dict[tuple[Category, str], NameIn] = {}
    for each in names:
        same = merged.get((each.category, each.key))
        if same is not None:
            forms = tuple(dict.fromkeys((*same.forms, *each.forms)))
            each = NameIn(same.category, same.name, same.mentions + each.mentions, forms)
        merged[each.category, each.key] = each
    return [*merged.values()]


def _name_number(index: sqlite3.Connection, each: NameIn) -> int:
    sought = (each.category.value, each.key)
    row = index.execute("SELECT id FROM name WHERE category = ? AND key = ?", sought).fetchone()
    if row is not None:
        return int(row[0])
    made = index.execute(_NEXT_NAME, (CODES[each.category], *sought, each.name))
    assert made.lastrowid is not None
    return made.lastrowid


def _add_appearance(index: sqlite3.Connection, number: int, document: int, each: NameIn) -> None:
    (shown,) = index.execute("SELECT name FROM name WHERE id = ?", (number,)).fetchone()
    others = [form for form in (" ".join(form.split()) for form in each.forms) if form != shown]
    index.execute(
        "INSERT INTO appearance VALUES (?, ?, ?, ?)", (number, document, each.mentions, "\n".join(others) or None)
    )
    index.execute(
        "UPDATE name SET (articles, mentions) = (articles + 1, mentions + ?) WHERE id = ?", (each.mentions, number)
    )
    index.executemany(
        "INSERT INTO other_form VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET articles = articles + 1",
        [(number, form) for form in others],
    )
    for form in dict.fromkeys(filter(None, (" ".join(words(form)) for form in each.forms))):
        _add_form(index, form, number)


def _take_appearance(index: sqlite3.Connection, number: int, document: int) -> None:
    here = (number, document)
    mentions, forms = index.execute(
        "SELECT mentions, forms FROM appearance WHERE name = ? AND document = ?", here
    ).fetchone()
    index.execute("DELETE FROM appearance WHERE name = ? AND document = ?", here)
    index.execute(
        "UPDATE name SET (articles, mentions) = (articles - 1, mentions - ?) WHERE id = ?", (mentions, number)
    )
    for form in (forms or "").split("\n"):
        index.execute("UPDATE other_form SET articles = articles - 1 WHERE name = ? AND form = ?", (number, form))
        index.execute("DELETE FROM other_form WHERE name = ? AND form = ? AND articles = 0", (number, form))


def _add_form(index: sqlite3.Connection, form: str, name: int) -> None:
    new = index.execute("INSERT OR IGNORE INTO form (words, name) VALUES (?, ?)", (form, name))
    if new.rowcount > 0:
        index.execute("INSERT INTO form_word (rowid, words) VALUES (?, ?)", (new.lastrowid, form))


def _span(days: Days) -> tuple[str, str]:
    return str(days.first), str(days.last)


def _add_span(index: sqlite3.Connection, document: int, days: Days) -> int:
    row = index.execute(
        "INSERT INTO span (first, last, articles) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET articles = articles + 1"
        " RETURNING id",
        _span(days),
    ).fetchone()
    index.execute("INSERT INTO dated VALUES (?, ?)", (row[0], document))
    return int(row[0])
