"""A library in a file and the same on a server of PostgreSQL, in one run.

    python benchmarks/server.py [--articles N] [--rounds N] [--server ADDRESS] [--short]

The articles are made up. Each step is done to both libraries in turn, round by round and now one first, now the other,
so that whatever else the machine does falls on both; printed are the medians of the rounds, and what the server takes
against the file: by the clock, and of the processor in this process, in which the server's own work is not. On a
machine that has other things to do, each word to the server and back is waited for. What is asked of the library by
keys is asked of the index, which is a file in either case.

Without `--server`, the address of an empty database, a server is started for the run and is gone afterwards, with a
socket and without waiting for the disk; where there is no PostgreSQL, that is said and nothing is measured.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from newsreader.article import Origin, OriginKind
from newsreader.index.found import Order
from newsreader.index.index import Index
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.sources import from_text
from newsreader.store.library import FILE_NAME, Library
from newsreader.store.records import ReadingPlace
from newsreader.store.server_address import ServerAddress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsreader.article import Article

QUERIES = ("quay", "council mayor", "sort:newest", "title:harbour")
WORDS = "quay harbour council mayor vote winter ferry fish board plan port city union strike market bridge".split()
ROUNDS, SHORT_ROUNDS = 30, 3
BATCH = 100


def made_article(number: int) -> Article:
    """The article of that number, of some 300 words."""
    chance = random.Random(number)
    text = " ".join(
        chance.choice(WORDS) + (str(chance.randrange(5000)) if chance.random() < 0.3 else "") for _ in range(300)
    )
    day = date(2024, 1, 1) + timedelta(days=number % 300)
    origin = Origin(OriginKind.URL, f"https://news.example/{number}")
    return from_text(text, title=f"{chance.choice(WORDS)} {number}", published=day, origin=origin)


class Side:
    """One of the two libraries, with an index of its own."""

    def __init__(self, name: str, place: Path | ServerAddress, folder: Path) -> None:
        self.name, self.place = name, place
        self.library = Library.open(place)
        self.index = Index.open(place, folder)

    def add(self, numbers: range) -> None:
        """Take in articles, a batch in each unit of work."""
        for start in range(numbers.start, numbers.stop, BATCH):
            with self.library.writing() as unit:
                for number in range(start, min(start + BATCH, numbers.stop)):
                    unit.articles.remember(made_article(number))

    def close(self) -> None:
        """Close both."""
        self.index.close()
        self.library.close()


def steps(short: bool) -> dict[str, Callable[[Side, int], object]]:
    """What is measured, by what it is called; each gets a side and the number of the round."""
    batch = 20 if short else BATCH

    def opened(side: Side, _: int) -> None:
        Library.open(side.place, check=False).close()

    def taken_in(side: Side, turn: int) -> None:
        side.add(range(10**6 + turn * batch, 10**6 + (turn + 1) * batch))
        side.index.follow(side.library)

    def asked(side: Side, turn: int) -> None:
        query = parse(QUERIES[turn % len(QUERIES)], ARTICLES)
        side.index.search.articles(query.condition, Order(query.order or Order.NEWEST), 50)

    return {
        "open": opened,
        "remember a new article": lambda side, turn: side.library.remember(made_article(10**7 + turn)),
        "open a known article": lambda side, turn: side.library.remember(made_article(turn)),
        "keep the place": lambda side, turn: side.library.save_place(
            side.library.find(made_article(turn)) or side.library.remember(made_article(turn)), ReadingPlace(turn, turn)
        ),
        f"take in {batch} articles, into the index, too": taken_in,
        "the first 50 hits": asked,
    }


@contextmanager
def server(address: str | None) -> Iterator[str | None]:
    """The address of an empty database; None, and why, where there is no PostgreSQL."""
    if address is not None:
        yield address
        return
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))
    try:
        import psycopg  # noqa: F401
        from postgres_server import NoServerError, PostgresServer
    except ModuleNotFoundError as error:
        print(f"Skipped: {error}.")
        yield None
        return
    try:
        started = PostgresServer()
    except NoServerError as error:
        print(f"Skipped: {error}.")
        yield None
        return
    try:
        yield started.database()
    finally:
        started.close()


def measured(sides: tuple[Side, Side], step: Callable[[Side, int], object], rounds: int) -> list[tuple[float, float]]:
    """The medians of the seconds that a step takes on each side, by the clock and of the processor."""
    seconds: list[list[tuple[float, float]]] = [[], []]
    for turn in range(rounds):
        both = [*zip(sides, seconds, strict=True)]
        for side, taken in both if turn % 2 else reversed(both):
            clock, processor = time.perf_counter(), time.process_time()
            step(side, turn)
            taken.append((time.perf_counter() - clock, time.process_time() - processor))
    return [(median(clock for clock, _ in taken), median(processor for _, processor in taken)) for taken in seconds]


def main() -> None:
    """Fill both, and measure."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--server", metavar="ADDRESS")
    parser.add_argument("--short", action="store_true")
    args = parser.parse_args()
    articles, rounds = (200, SHORT_ROUNDS) if args.short else (args.articles, args.rounds)
    with server(args.server) as address, tempfile.TemporaryDirectory() as folder:
        if address is None:
            return
        file = Side("file", Path(folder) / FILE_NAME, Path(folder) / "one")
        other = Side("server", ServerAddress.of(address), Path(folder) / "other")
        for side in (file, other):
            side.add(range(articles))
            side.index.follow(side.library)
        print(f"| {articles:,} articles | file, ms | server, ms | ratio | processor: file, ms | server, ms | ratio |")
        print("|---|--:|--:|--:|--:|--:|--:|")
        for name, step in steps(args.short).items():
            pairs = zip(*measured((file, other), step, rounds), strict=True)
            print(f"| {name} |", *(f"{a * 1000:.2f} | {b * 1000:.2f} | {b / a:.1f} |" for a, b in pairs), flush=True)
        file.close()
        other.close()


if __name__ == "__main__":
    main()
