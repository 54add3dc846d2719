"""How much slower an article opens from a library with many annotations than from one with hardly any.

    python benchmarks/library_size.py [ARTICLES] [ANNOTATIONS PER ARTICLE]

Opening is what the reader does: open the file, remember the article, get its place and marks, and read its
annotations. Prints the ratio of the medians, full library to small one; 1.0 is as fast.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.store.library import Library

ROUNDS = 200


def article(number: int) -> Article:
    """A text of some 4,000 characters, another one for each number."""
    text = f"Article {number}. " + " ".join(f"word-{number}-{index}" for index in range(300))
    origin = Origin(OriginKind.FILE, f"/articles/{number}.txt")
    return Article(text, (Paragraph(0, len(text)),), Metadata(title=f"Article {number}"), origin)


def fill(path: Path, articles: int, annotations: int) -> None:
    """Make a library of so many articles with so many annotations each."""
    with Library.open(path) as library:
        for number in range(articles):
            opened = article(number)
            notebook = Notebook(library, library.remember(opened), opened)
            for index in range(annotations):
                notebook.highlight(index * 10, index * 10 + 8, "yellow")


def seconds_to_open(path: Path, number: int) -> float:
    """Open one article of the library."""
    opened = article(number)
    start = time.perf_counter()
    with Library.open(path) as library:
        record = library.remember(opened)
        library.place(record)
        library.marks(record)
        Notebook(library, record, opened)
    return time.perf_counter() - start


def main() -> None:
    """Fill both libraries and compare."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    annotations = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    with tempfile.TemporaryDirectory() as folder:
        small, full = Path(folder, "small.db"), Path(folder, "full.db")
        fill(small, 1, annotations)
        fill(full, articles, annotations)
        # In turns, so that what else the machine does meets both.
        pairs = [(seconds_to_open(full, number % articles), seconds_to_open(small, 0)) for number in range(ROUNDS)]
    ratio = median(full for full, _ in pairs) / median(small for _, small in pairs)
    total = articles * annotations
    print(
        f"{total:,} annotations over {articles:,} articles open in {ratio:.2f} times the time of {annotations} on one"
    )


if __name__ == "__main__":
    main()
