"""Which articles of the library tell the same story, found among those that came out about the same time.

Articles that tell the same are linked, each link with its reason, and what hangs together by links is a story. Of a
story the fullest article stands for all; the columns `story` and `place` of `article` say so, null and 0 for one that
is told once. But for articles with more than `MOST_COMPARED` that tell the same, nothing depends on the order in which
they came.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind
from newsreader.index.transaction import writing
from newsreader.stories.likeness import REPRINT_DAYS, Likeness, likeness
from newsreader.stories.sketch import Sketch, sketch_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from newsreader.article import Article
    from newsreader.store.library import Library

BATCH = 200
"""Articles that are looked at in one go."""
POSTED = 32
"""By so many of its phrases an article is looked for; more are compared once it is found."""
MOST_OF_A_PHRASE = 60
"""Of the articles that have a phrase, no more are looked at: so common a phrase is what everybody writes."""
MOST_COMPARED = 40
"""An article is compared with so many that have most of its phrases; whoever is left out is linked by another."""


@dataclass(frozen=True, slots=True)
class Told:
    """One of the articles of a story."""

    article: int
    why: Likeness | None
    """What it has in common with the article that was asked about; None if only others lie between them."""


def fold(
    index: sqlite3.Connection,
    library: Library,
    progress: Callable[[int], object] = lambda _: None,
    *,
    most: int | None = None,
) -> int:
    """Find out of all articles that came in which tell the same, the newest first, and return how many that were.

    With `most` it stops once so many were looked at. `progress` is told after each batch how many it was. Being killed
    at any time costs one batch.
    """
    folded = 0
    while (most is None or folded < most) and (count := _fold_batch(index, library)):
        folded += count
        progress(count)
    return folded


def count_unfolded(index: sqlite3.Connection) -> int:
    """How many articles `fold` would look at."""
    return int(index.execute("SELECT count(*) FROM article WHERE NOT folded").fetchone()[0])


def _fold_batch(index: sqlite3.Connection, library: Library) -> int:
    with writing(index):
        rows = index.execute(
            "SELECT id, version, day, published IS NOT NULL FROM article WHERE NOT folded "
            "ORDER BY day DESC, id DESC LIMIT ?",
            (BATCH,),
        ).fetchall()
        with library.reading() as unit:
            states = unit.states.of(number for number, *_ in rows)
        # The library is let go between articles: a key may wait for it.
        for number, version, day, dated in rows:
            record = library.latest(number)
            # Another version is taken in by `follow`, which asks for this again.
            if record is not None and record.version_id == version:
                _take(index, number, library.stored(record), day, dated=dated, apart=states[number].apart)
        index.executemany("UPDATE article SET folded = 1 WHERE id = ?", [(number,) for number, *_ in rows])
        return len(rows)


def _take(index: sqlite3.Connection, number: int, article: Article, day: str, *, dated: bool, apart: bool) -> None:
    """Find out with which others an article tells the same; one that is `apart` is none of them.

    One that is not `dated` came in on the day, and nobody knows when it was published.
    """
    forget(index, number)
    body = [each for each in article.paragraphs if each.kind is not ParagraphKind.FURNITURE]
    sketch = sketch_of(
        (article.text[each.start : each.end] for each in body), date.fromisoformat(day) if dated else None
    )
    length = sum(each.end - each.start for each in body)
    phrases, ceiling, facts = sketch.packed()
    index.execute(
        "INSERT INTO sketch VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (number, day, dated, apart, length, phrases, ceiling, facts),
    )
    if not apart:
        _link(index, number, sketch, date.fromisoformat(day))


def set_apart(index: sqlite3.Connection, number: int, apart: bool) -> None:
    """List an article by itself, or with those that tell the same; nothing is done if it is so, or was never taken."""
    row = index.execute(
        "SELECT phrases, ceiling, facts, day, dated FROM sketch WHERE article = ? AND apart <> ?", (number, apart)
    ).fetchone()
    if row is None:
        return
    index.execute("UPDATE sketch SET apart = ? WHERE article = ?", (apart, number))
    if apart:
        _unlink(index, number)
    else:
        _link(index, number, _unpacked(*row), date.fromisoformat(row[3]))


def forget(index: sqlite3.Connection, number: int) -> None:
    """Take an article out of its story, and forget what was known of it."""
    if index.execute("SELECT 1 FROM sketch WHERE article = ?", (number,)).fetchone() is not None:
        _unlink(index, number)
        index.execute("DELETE FROM sketch WHERE article = ?", (number,))


def told_with(index: sqlite3.Connection, number: int) -> list[Told]:
    """The other articles of the story of an article, the fullest first."""
    rows = index.execute(
        """
        SELECT other.id, phrases, facts, days FROM article JOIN article AS other ON other.story = article.story
        LEFT JOIN likeness ON one = article.id AND likeness.other = other.id
        WHERE article.id = ? AND other.id <> article.id ORDER BY other.place
        """,
        (number,),
    )
    return [Told(other, None if shares[0] is None else Likeness(*shares)) for other, *shares in rows]


def _link(index: sqlite3.Connection, number: int, sketch: Sketch, day: date) -> None:
    """Link an article with all that tell the same, and make one story of what then hangs together."""
    posted = sketch.phrases[:POSTED]
    for other in _candidates(index, posted, day):
        found = likeness(sketch, _sketch(index, other))
        if found is not None:
            rows = [(number, other), (other, number)]
            index.executemany(
                "INSERT INTO likeness VALUES (?, ?, ?, ?, ?)",
                [(*each, found.phrases, found.facts, found.days) for each in rows],
            )
    index.executemany("INSERT INTO phrase VALUES (?, ?, ?)", [(each, str(day), number) for each in posted])
    _tell(index, _hanging_together(index, number))


def _unlink(index: sqlite3.Connection, number: int) -> None:
    """Take an article's links away; what held together by it alone is several stories."""
    row = index.execute(
        "SELECT phrases, ceiling, facts, day, dated FROM sketch WHERE article = ?", (number,)
    ).fetchone()
    posted = _unpacked(*row).phrases[:POSTED]
    index.executemany(
        "DELETE FROM phrase WHERE hash = ? AND day = ? AND article = ?", [(each, row[3], number) for each in posted]
    )
    others = {other for (other,) in index.execute("SELECT other FROM likeness WHERE one = ?", (number,))}
    index.execute("DELETE FROM likeness WHERE one = ?", (number,))
    index.executemany("DELETE FROM likeness WHERE one = ? AND other = ?", [(each, number) for each in others])
    _tell(index, {number})
    while others:
        story = _hanging_together(index, others.pop())
        _tell(index, story)
        others -= story


def _candidates(index: sqlite3.Connection, posted: Iterable[int], day: date) -> list[int]:
    """The articles of the same weeks that have most of the phrases."""
    first = str(date.fromordinal(max(day.toordinal() - REPRINT_DAYS, 1)))
    last = str(date.fromordinal(min(day.toordinal() + REPRINT_DAYS, date.max.toordinal())))
    found: Counter[int] = Counter()
    for phrase in posted:
        rows = index.execute(
            "SELECT article FROM phrase WHERE hash = ? AND day BETWEEN ? AND ? LIMIT ?",
            (phrase, first, last, MOST_OF_A_PHRASE),
        )
        found.update(article for (article,) in rows)
    return sorted(found, key=lambda article: (-found[article], article))[:MOST_COMPARED]


def _hanging_together(index: sqlite3.Connection, number: int) -> set[int]:
    """An article and all that can be reached from it by links."""
    found, new = {number}, [number]
    while new:
        linked = {other for (other,) in index.execute("SELECT other FROM likeness WHERE one = ?", (new.pop(),))} - found
        found |= linked
        new += linked
    return found


def _tell(index: sqlite3.Connection, story: set[int]) -> None:
    """Write down that these articles, and no others, are one story."""
    if len(story) == 1:
        index.execute("UPDATE article SET story = NULL, place = 0 WHERE id IN (?)", (*story,))
        return
    marks = ", ".join("?" * len(story))
    rows = index.execute(
        f"SELECT article FROM sketch WHERE article IN ({marks}) ORDER BY length DESC, article", [*story]
    )
    index.executemany(
        "UPDATE article SET story = ?, place = ? WHERE id = ?",
        [(min(story), place, article) for place, (article,) in enumerate(rows.fetchall())],
    )


def _sketch(index: sqlite3.Connection, number: int) -> Sketch:
    row = index.execute(
        "SELECT phrases, ceiling, facts, day, dated FROM sketch WHERE article = ?", (number,)
    ).fetchone()
    return _unpacked(*row)


def _unpacked(phrases: bytes, ceiling: int, facts: bytes, day: str, dated: int) -> Sketch:
    return Sketch.unpacked(phrases, ceiling, facts, date.fromisoformat(day) if dated else None)
