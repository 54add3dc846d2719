"""How much slower an article opens from a library with many annotations than from one with hardly any.

    python benchmarks/library_size.py [ARTICLES] [ANNOTATIONS PER ARTICLE] [--short]

Opening is what the reader does: open the file, remember the article, get its place and marks, and read its
annotations. Prints, in Markdown, the ratio of the medians, full library to small one (1.0 is as fast), and what an
article with very many annotations takes.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from statistics import median

from newsreader.annotations.anchor import anchor
from newsreader.annotations.events import this_moment
from newsreader.annotations.model import Annotation, Kind
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.store.library import Library

ROUNDS = 200
ACTS = 20
NOW = this_moment()


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


def one_article(path: Path, annotations: int) -> tuple[float, float, float]:
    """Seconds to open the notebook of one article with so many annotations, for one act more, and for undoing it."""
    opened = Article("x" * annotations * 2, (Paragraph(0, annotations * 2),), Metadata(), article(0).origin)
    with Library.open(path) as library:
        record = library.remember(opened)
        Notebook(library, record, opened).take_in("it", (imported(opened, number) for number in range(annotations)))
        start = time.perf_counter()
        notebook = Notebook(library, record, opened)
        ready = time.perf_counter()
        for _ in range(ACTS):
            notebook.highlight(annotations, annotations + 1, "green")
        done = time.perf_counter()
        for _ in range(ACTS):
            notebook.undo()
        undone = time.perf_counter()
    return ready - start, (done - ready) / ACTS, (undone - done) / ACTS


def imported(opened: Article, number: int) -> Annotation:
    """One of many annotations."""
    span = anchor(opened.text, opened.sha256, number, number + 1)
    return Annotation(f"{number:032x}", Kind.HIGHLIGHT, span, "yellow", "", None, NOW, NOW)


def main() -> None:
    """Fill both libraries and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=int, default=1000)
    parser.add_argument("annotations", nargs="?", type=int, default=10)
    parser.add_argument("--short", action="store_true", help="ten articles, to see that it works")
    options = parser.parse_args()
    articles, annotations = (10, 2) if options.short else (options.articles, options.annotations)
    with tempfile.TemporaryDirectory() as folder:
        small, full = Path(folder, "small.db"), Path(folder, "full.db")
        fill(small, 1, annotations)
        fill(full, articles, annotations)
        # In turns, so that what else the machine does meets both.
        pairs = [(seconds_to_open(full, number % articles), seconds_to_open(small, 0)) for number in range(ROUNDS)]
        many = 100 if options.short else 10_000
        times = [1000 * each for each in one_article(Path(folder, "one.db"), many)]
    ratio = median(full for full, _ in pairs) / median(small for _, small in pairs)
    size = f"{articles * annotations:,} annotations over {articles:,} articles"
    print(f"{size} open in {ratio:.2f} times the time of {annotations} in one.\n")
    print(f"| an article with {many:,} annotations | ms |\n|---|--:|")
    for what, milliseconds in zip(("open it", "one act more", "undo it"), times, strict=True):
        print(f"| {what} | {milliseconds:.1f} |")


if __name__ == "__main__":
    main()
