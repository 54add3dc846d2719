"""Makes a library of a million articles in an hour, to see how what is asked of it grows.

    python benchmarks/very_many.py FOLDER [ARTICLES.jsonl …] [--count N]

The articles are those of `made_up_news`. Names and days are put right into the tables that lists, queries and panels
ask, in place of being made out article by article, as `made_up_news` has it done: there is nothing here of who is one
with whom, and no dossier. `many_articles.py --library FOLDER` measures it.
"""

from __future__ import annotations

import argparse
import sqlite3
from array import array
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from made_up_news import RULES, News, batches, library_file, name

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entity import Category
from newsreader.index.file import FILE
from newsreader.index.index import Index
from newsreader.index.numbering import CODES, article_of
from newsreader.query.wording import words
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator


def article(record: dict[str, str]) -> Article:
    """The article of a record, whose paragraphs are known."""
    text, at, paragraphs = record["text"], 0, []
    for each in text.split("\n\n"):
        paragraphs.append(Paragraph(at, at + len(each)))
        at += len(each) + 2
    metadata = Metadata(title=record["title"], published=date.fromisoformat(record["published"]))
    return Article(text, tuple(paragraphs), metadata, Origin(OriginKind.RECORD, record["id"]))


def take_in(news: News, folder: Path) -> None:
    """Have a library of the articles, and its index, without names."""
    with Library.open(library_file(folder)) as library:
        for some in batches(news):
            with library.writing() as unit:
                for each in some:
                    unit.articles.remember(article(each))
        with Index.open(library_file(folder), folder / "cache") as index:
            index.follow(library)


class Names:
    """Puts names and days into an index, and counts them."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._index = index
        self._articles = Counter[int]()
        self._mentions = Counter[int]()
        self._spans: dict[date, int] = {}
        self._dated = Counter[date]()

    def put(self, news: News, documents: list[int]) -> None:
        """Those of articles, by their documents."""
        appearances: list[tuple[int, int, int, str | None]] = []
        named, dated, marked = [], [], []
        for document in documents:
            _, told, _ = news.told(article_of(document) - 1)
            found = Counter(_number(each.ranks[kind], kind) for each in told for kind in CODES)
            # Each sentence names its person twice.
            found.update(_number(each.ranks[Category.PERSON], Category.PERSON) for each in told)
            days = sorted({each.day for each in told})
            spans = [self._spans.setdefault(day, len(self._spans) + 1) for day in days]
            self._dated.update(days)
            self._articles.update(found.keys())
            self._mentions.update(found)
            appearances += ((number, document, count, None) for number, count in found.items())
            again = (found - Counter([*found])).elements()
            blobs = (array("I", each).tobytes() for each in (found, again, spans))
            named.append((document, *blobs, ""))
            dated += ((span, document) for span in spans)
            marked.append((RULES, "\n".join(_strongest(found)), document))
        self._index.executemany("INSERT INTO appearance VALUES (?, ?, ?, ?)", sorted(appearances))
        self._index.executemany("INSERT INTO named VALUES (?, ?, ?, ?, ?)", named)
        self._index.executemany("INSERT INTO dated VALUES (?, ?)", sorted(dated))
        self._index.executemany("UPDATE article SET rules = ?, strongest = ? WHERE document = ?", marked)

    def count(self) -> None:
        """Put down what was counted."""
        self._index.executemany(
            "INSERT INTO name VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((number, *_named(number), count, self._mentions[number]) for number, count in self._articles.items()),
        )
        self._index.executemany(
            "INSERT INTO span VALUES (?, ?, ?, ?)",
            ((number, f"{day}", f"{day}", self._dated[day]) for day, number in self._spans.items()),
        )
        forms = [(number, " ".join(words(_named(number)[2])), number) for number in self._articles]
        self._index.executemany("INSERT INTO form VALUES (?, ?, ?)", forms)
        self._index.executemany(
            "INSERT INTO form_word (rowid, words) VALUES (?, ?)", (each[:2] for each in sorted(forms))
        )


def _number(rank: int, category: Category) -> int:
    return rank * len(CODES) + CODES[category]


def _named(number: int) -> tuple[str, str, str, str]:
    """Category, key, name and base of a name."""
    category = next(each for each, code in CODES.items() if code == number % len(CODES))
    called = name(number // len(CODES), category)
    return category.value, called.casefold(), called, called


def _strongest(found: Counter[int]) -> Iterator[str]:
    for number, _ in found.most_common(4):
        category, _, called, _ = _named(number)
        yield f"{category}\t{called}"


def name_all(news: News, folder: Path) -> None:
    """Take the names and days of all articles into the index; the numbers of the articles are those of the library."""
    with closing(sqlite3.connect(folder / "cache" / FILE, isolation_level=None)) as index:
        names = Names(index)
        documents = [row for (row,) in index.execute("SELECT document FROM article ORDER BY document")]
        for some in batches(documents, 20_000):
            index.execute("BEGIN IMMEDIATE")
            names.put(news, some)
            index.execute("COMMIT")
        index.execute("BEGIN IMMEDIATE")
        names.count()
        index.execute("COMMIT")


def main() -> None:
    """Make it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("articles", type=Path, nargs="*")
    parser.add_argument("--count", type=int, default=1_000_000)
    args = parser.parse_args()
    news = News(args.articles, args.count)
    take_in(news, args.folder)
    name_all(news, args.folder)


if __name__ == "__main__":
    main()
