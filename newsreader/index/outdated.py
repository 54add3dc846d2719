"""Names that are not as the person has them any more: laid over anew where what was found in the text is still known.

What was found by the pipeline is in the cache of analyses for what was read lately, thus also for what was corrected
in the reader. All other articles are left to whoever reads articles for names (`Index.unnamed`).
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from newsreader.index.current import version_of
from newsreader.index.transaction import writing
from newsreader.paths import NoHomeError
from newsreader.query.wording import words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from newsreader.analysis.cache import AnalysisCache
    from newsreader.annotations.corrections.model import Correction
    from newsreader.store.library import Library

NEW, LEFT = 1, 2
"""What `article.outdated` is of names that were not looked at since, and of those that have to be found anew."""

LONGEST = 0.2
"""Seconds after which the rest waits for the next time, so that nobody waits for a gazetteer of frequent names."""

_OUTDATE = f"""
UPDATE article SET outdated = {NEW} WHERE rules IS NOT NULL AND document IN (SELECT rowid FROM word WHERE word MATCH ?)
"""
# That it is outdated at all is said as well, for SQLite to use the index of those that are.
_NEXT = f"SELECT id, rules FROM article WHERE outdated AND outdated = {NEW} ORDER BY document DESC LIMIT 1"


def note_gazetteer(index: sqlite3.Connection, library: Library) -> None:
    """Have the names be outdated of all articles with words of what came into the gazetteer or went."""
    with library.reading() as unit:
        version = version_of(unit.gazetteer.version())
        if index.execute("SELECT gazetteer_version FROM state").fetchone() == (version,):
            return
        from newsreader.annotations.gazetteer import corrections_everywhere

        held = {each.id: [*_forms(each)] for _, each in corrections_everywhere(unit)}
    with writing(index):
        (kept,) = index.execute("SELECT gazetteer FROM state").fetchone()
        before: dict[str, list[str]] = json.loads(kept)
        changed = {form for each in before.keys() ^ held.keys() for form in (before | held)[each]}
        index.executemany(_OUTDATE, [(f'"{form}"',) for form in changed])
        index.execute("UPDATE state SET (gazetteer, gazetteer_version) = (?, ?)", (json.dumps(held), version))


def lay_over(index: sqlite3.Connection, library: Library) -> None:
    """Lay what the person says over the names of outdated articles, the newest first, as far as time allows."""
    if index.execute(_NEXT).fetchone() is None:
        return
    from newsreader.analysis.cache import AnalysisCache

    try:
        cache, until = AnalysisCache(), time.monotonic() + LONGEST
    except NoHomeError:
        return
    while time.monotonic() < until and (row := index.execute(_NEXT).fetchone()):
        if not _is_laid_over(index, library, cache, *row):
            index.execute(f"UPDATE article SET outdated = {LEFT} WHERE id = ?", (row[0],))


def _is_laid_over(index: sqlite3.Connection, library: Library, cache: AnalysisCache, number: int, rules: str) -> bool:
    from newsreader.analysis.rules import rules_version
    from newsreader.annotations.notebook import overlay_of

    pipeline, _, version = rules.rpartition(" ")
    record = library.latest(number)
    if record is None or version != rules_version():
        return False
    article = library.stored(record)
    found = cache.get(article, pipeline)
    if found is None:
        return False
    from newsreader.index import naming

    return naming.name(index, record, article, overlay_of(library, article).over(found, article).analysis, rules)


def _forms(correction: Correction) -> Iterator[str]:
    """The words by which an article that a correction may hold for is found."""
    others = (correction.other.name, *correction.other.forms) if correction.other else ()
    subject = correction.subject
    yield from _in_words((subject.name, *subject.forms, correction.quote, correction.new_quote, *others))


def _in_words(forms: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(filter(None, (" ".join(words(form)) for form in forms)))
