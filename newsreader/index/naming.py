"""Takes the names and days of an article into the index, and out of it; the counts over all articles follow at once."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from heapq import nlargest
from typing import TYPE_CHECKING

from newsreader.entity import doubt_of
from newsreader.index import claims, packing, said, things
from newsreader.index.claims import Touched
from newsreader.index.content import days_in, span_of
from newsreader.index.numbering import numbers_in
from newsreader.index.transaction import writing
from newsreader.query.wording import words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from newsreader.article import Article
    from newsreader.entity import Analysis, Mention
    from newsreader.query.days import Days
    from newsreader.store.library import Library
    from newsreader.store.records import ArticleRecord

STRONGEST = 4
"""How many of its names are kept with an article, to be shown in a list."""


def name(index: sqlite3.Connection, record: ArticleRecord, article: Article, analysis: Analysis, rules: str) -> bool:
    """Take in the names and days of an article; False, and nothing is done, if the index has another text of it."""
    with writing(index):
        row = index.execute(
            "SELECT document FROM article WHERE id = ? AND version = ?", (record.id, record.version_id)
        ).fetchone()
        if row is None:
            return False
        (document,) = row
        touched = _forget(index, document)
        spans = [_add_span(index, document, each) for each in sorted(days_in(analysis), key=_span)]
        row = (document, array("I", spans).tobytes(), "\n".join(_times(analysis)))
        index.execute("INSERT INTO named VALUES (?, x'', x'', ?, ?)", row)
        touched |= claims.take_in(index, document, article, analysis)
        moved = things.resolve(index, touched)
        index.execute("UPDATE article SET (rules, outdated) = (?, 0) WHERE id = ?", (rules, record.id))
        for each in sorted({document, *moved}):
            _put_names(index, each)
        return True


def forget(index: sqlite3.Connection, document: int) -> None:
    """Take out the names and days of the article with a document, if they were taken in."""
    moved = things.resolve(index, _forget(index, document))
    for each in sorted(moved - {document}):
        _put_names(index, each)


def follow_said(index: sqlite3.Connection, library: Library) -> None:
    """Have all articles stand under what their names are by what the person said of them since."""
    with writing(index):
        names, articles = said.follow(index, library)
        if names:
            marked = claims.mark_again(index, names, articles)
            for each in sorted(marked | things.resolve(index, Touched(names, set()))):
                _put_names(index, each)


def _forget(index: sqlite3.Connection, document: int) -> Touched:
    """Take them out."""
    row = index.execute("SELECT names, days FROM named WHERE document = ?", (document,)).fetchone()
    if row is None:
        return Touched(set(), set())
    for number in numbers_in(row[0]):
        _take_appearance(index, number, document)
    for span in numbers_in(row[1]):
        index.execute("DELETE FROM dated WHERE span = ? AND document = ?", (span, document))
        index.execute("UPDATE span SET articles = articles - 1 WHERE id = ?", (span,))
    index.execute("DELETE FROM named WHERE document = ?", (document,))
    packing.outdate(index, document)
    index.execute("UPDATE article SET (rules, strongest) = (NULL, NULL) WHERE document = ?", (document,))
    return claims.take_out(index, document)


def _put_names(index: sqlite3.Connection, document: int) -> None:
    """Have an article stand under what its names are taken for now."""
    (before,) = index.execute("SELECT names FROM named WHERE document = ?", (document,)).fetchone()
    for number in numbers_in(before):
        _take_appearance(index, number, document)
    found = _appearing(index, document)
    for each in found:
        _add_appearance(index, document, each)
    again = [each.number for each in found for _ in range(1, each.mentions)]
    blobs = (array("I", numbers).tobytes() for numbers in ([each.number for each in found], again))
    index.execute("UPDATE named SET (names, again) = (?, ?) WHERE document = ?", (*blobs, document))
    packing.outdate(index, document)
    index.execute("UPDATE article SET strongest = ? WHERE document = ?", (_strongest(found), document))


@dataclass(frozen=True, slots=True)
class _Appearing:
    """What stands in an article, with all the forms it has there."""

    number: int
    category: str
    base: str
    """The form that is not kept with articles, as most have it."""
    name: str
    """What it is called here."""
    mentions: int
    forms: tuple[str, ...]


def _appearing(index: sqlite3.Connection, document: int) -> list[_Appearing]:
    """What stands in an article, in order of the first mention; several names of one thing are one."""
    known: dict[int, tuple[int, str, str]] = {
        bearer: (number, category, base)
        for bearer, number, category, base in index.execute(
            """
            SELECT bearer.id, name.id, name.category, name.base
            FROM claim JOIN bearer ON bearer.id = claim.bearer JOIN name ON name.id = bearer.name WHERE document = ?
            """,
            (document,),
        )
    }
    found: dict[int, _Appearing] = {}
    for each in sorted(claims.claimed(index, document), key=lambda each: each.places):
        if each.bearer not in known:
            continue  # the person said that it is no name
        number, category, base = known[each.bearer]
        here = found.get(number) or _Appearing(number, category, base, each.shown, 0, ())
        forms = tuple(dict.fromkeys((*here.forms, *each.forms)))
        found[number] = replace(here, mentions=here.mentions + len(each.places), forms=forms)
    return [*found.values()]


def _strongest(found: Sequence[_Appearing]) -> str:
    chosen = nlargest(STRONGEST, found, key=lambda each: each.mentions)
    return "\n".join(f"{each.category}\t{' '.join(each.name.split())}" for each in chosen)


def _add_appearance(index: sqlite3.Connection, document: int, each: _Appearing) -> None:
    others = [form for form in each.forms if form != each.base]
    index.execute(
        "INSERT INTO appearance VALUES (?, ?, ?, ?)", (each.number, document, each.mentions, "\n".join(others) or None)
    )
    index.execute(
        "UPDATE name SET (articles, mentions) = (articles + 1, mentions + ?) WHERE id = ?", (each.mentions, each.number)
    )
    index.executemany(
        "INSERT INTO other_form VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET articles = articles + 1",
        [(each.number, form) for form in others],
    )
    for form in dict.fromkeys(filter(None, (" ".join(words(form)) for form in each.forms))):
        _add_form(index, form, each.number)


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


def _times(analysis: Analysis) -> Iterator[str]:
    """A line for each mention of days on the calendar: start and end in the text, first and last day, and the doubt."""
    for mention in sorted((each for one in analysis.entities for each in one.mentions if each.time), key=_place):
        if mention.time and (days := span_of(mention.time)):
            doubt = " ".join(doubt_of(mention).split())
            yield f"{mention.start}\t{mention.end}\t{days.first}\t{days.last}\t{doubt}"


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


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
