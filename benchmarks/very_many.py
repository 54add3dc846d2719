"""Makes a library of a million articles of one of a hundred thousand, to see how what is asked of it grows.

    python benchmarks/very_many.py FOLDER INTO [--times 10]

FOLDER has a library with an index as `made_up_news.py` makes it; INTO gets so many of each article, with the same day,
names and words under other numbers, whose rows are written down as they are: that takes a small part of the time of
taking them in. Only the first words of a text can be found, and there are no dossiers, so it is good for seeing how
what is asked grows with the number of articles alone: `growing_library.py` compares `--times 10` with `--times 1`.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from made_up_news import batches, library_file

from newsreader.index.file import FILE
from newsreader.index.index import Index
from newsreader.index.numbering import TURNS
from newsreader.query.wording import searchable

BATCH = 1000
"""Articles whose copies are put into the full-text index at once."""
FIRST = 200
"""Code points of a text that are put there."""

COPIED = {"article": "id", "version": "id", "identity": "key", "newcomer": "article_id"}
"""Of the library, the tables that have a row for each article."""
SHIFTED = {"id", "article_id", "version_id", "version"}
"""Columns with a number of an article or a version."""
COUNTED = {"name": ("articles", "mentions"), "other_form": ("articles",), "span": ("articles",)}
"""Counts of the index, which grow by as much."""
BY_DOCUMENT = ("appearance", "dated", "named")

Columns = list[tuple[str, str]]


def connected(file: Path) -> closing[sqlite3.Connection]:
    """A database, written to as fast as may be: what is half made is made anew."""
    database = sqlite3.connect(file, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA temp_store = MEMORY")
    database.execute("PRAGMA cache_size = -1000000")
    return closing(database)


def columns(database: sqlite3.Connection, table: str, step: int) -> Columns:
    """Name and expression of each column of a table for the rows of copy number `?1`; `step` lies between copies."""
    found = []
    for _, name, *_ in database.execute(f"PRAGMA table_info({table})"):
        expression = name
        if name in SHIFTED:
            expression = f"{name} + ?1 * {step}"
        elif name == "document":
            expression = f"{name} + ?1 * {step * TURNS}"
        elif name == "change":
            expression = f"{name} + ?1 * (SELECT last FROM temp.before)"
        elif name == "key" and table == "identity":
            expression = "key || ' ' || ?1"
        found.append((name, expression))
    return found


def copy(database: sqlite3.Connection, table: str, step: int, of: range) -> None:
    """Make so many copies of the rows of a table."""
    each = columns(database, table, step)
    database.execute(f"CREATE TABLE temp.given AS SELECT * FROM {table}")
    for number in of:
        names, values = (", ".join(part) for part in zip(*each, strict=True))
        database.execute(f"INSERT INTO main.{table} ({names}) SELECT {values} FROM temp.given", (number,))
    database.execute("DROP TABLE temp.given")


def make_library(file: Path, times: int) -> tuple[int, int]:
    """Have the library have so many of each; the number of articles before, and of the last change now."""
    with connected(file) as library:
        (step,) = library.execute("SELECT max(id) FROM article").fetchone()
        library.execute("CREATE TABLE temp.before AS SELECT max(change) AS last FROM article")
        library.execute("BEGIN IMMEDIATE")
        for table in COPIED:
            copy(library, table, step, range(1, times))
        library.execute("COMMIT")
        return int(step), int(library.execute("SELECT max(change) FROM article").fetchone()[0])


def put_rows(index: sqlite3.Connection, step: int, times: int) -> None:
    """Have the index know all of them but for their words."""
    index.execute("BEGIN IMMEDIATE")
    for table in ("article", *BY_DOCUMENT):
        copy(index, table, step, range(1, times))
    for table, counts in COUNTED.items():
        assigned = ", ".join(f"{each} = {each} * {times}" for each in counts)
        index.execute(f"UPDATE {table} SET {assigned}")
    index.execute("COMMIT")


def put_words(index: sqlite3.Connection, library: Path, step: int, times: int) -> None:
    """Have their titles and the first words of their texts be found, in the order of documents."""
    index.execute("ATTACH ? AS library", (str(library),))
    kept = index.execute(
        """
        SELECT document, article.title, substr(content, 1, ?) FROM main.article
        JOIN library.version ON version.id = article.version JOIN library.text USING (sha256)
        WHERE article.id <= ? ORDER BY document
        """,
        (FIRST, step),
    )
    index.execute("BEGIN IMMEDIATE")
    for some in batches(kept, BATCH):
        rows = [
            (document + number * step * TURNS, searchable(title), searchable(text))
            for document, title, text in some
            for number in range(times)
        ]
        index.executemany("INSERT INTO word (rowid, title, text) VALUES (?, ?, ?)", sorted(rows))
    index.execute("COMMIT")


def main() -> None:
    """Make it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("into", type=Path)
    parser.add_argument("--times", type=int, default=10)
    args = parser.parse_args()
    for each in (library_file(args.into), args.into / "cache" / FILE):
        each.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(args.folder / each.relative_to(args.into), each)
    step, last = make_library(library_file(args.into), args.times)
    with connected(args.into / "cache" / FILE) as index:
        index.execute("INSERT INTO word (word) VALUES ('delete-all')")
        index.execute("DELETE FROM claim")
        index.execute("DELETE FROM written")
        index.execute("DELETE FROM packed")
        index.execute("DELETE FROM gone")
        put_rows(index, step, args.times)
        index.execute("UPDATE state SET (library, change) = (?, ?)", (str(library_file(args.into)), last))
        put_words(index, library_file(args.into), step, args.times)
    with Index.open(library_file(args.into), args.into / "cache") as known:
        known.packing.do()


if __name__ == "__main__":
    main()
