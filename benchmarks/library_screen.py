"""How soon the library shows its list, what it takes to hold, and how long a key takes, with very many articles.

Run `python benchmarks/library_screen.py [--library FOLDER] [--count 100000] [--rounds 7] [--short]`. FOLDER has a
library with an index as `benchmarks/made_up_news.py` makes it; without one, such a library is made. Every program runs
in a pseudo-terminal of 120 × 45, in turn. *Start* is from the start of a program until its list has been written; the
*floor* is a minimal Textual app that paints a screenful of text. newsboat, where it is installed, has as many entries
in its feeds. *Memory* is what is resident once all has come to rest, against a library of one article. A *key* is timed
until the first frame that it brings about, and until the last.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from statistics import median
from subprocess import run
from typing import TYPE_CHECKING

from frames import FLOOR, percentile_95, terminal_environment
from made_up_news import News, name_all, take_in
from pseudo_terminal import Terminal

from newsreader.index.found import Order
from newsreader.index.index import Index

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COLUMNS, ROWS = 120, 45
KEYS = {"line": b"j", "page": b" ", "line up": b"k", "last": b"G", "first": b"g", "next unread": b"n"}
FEEDS = 50
PRESSES = 20


@dataclass(frozen=True, slots=True)
class Program:
    """What is started, and what it has written once its list is there."""

    command: list[str]
    environ: Mapping[str, str]
    mark: bytes

    def start(self) -> Terminal:
        """Start it."""
        return Terminal(self.command, self.environ, columns=COLUMNS, rows=ROWS)

    def seconds(self) -> float:
        """How long it takes until the list is there."""
        with self.start() as terminal:
            return terminal.wait_for(self.mark)

    def memory(self) -> float:
        """Megabytes that it holds when all has come to rest."""
        with self.start() as terminal:
            terminal.wait_for(self.mark)
            terminal.settle(3)
            return terminal.resident


def reader(folder: Path) -> Program:
    """The library in a folder."""
    with Index.open(folder / "data" / "library.db", folder / "cache") as index:
        first = index.search.articles(None, Order.NEWEST, 1)[0].title or ""
    places = {f"NEWSREADER_{each}_DIR": str(folder / each.lower()) for each in ("DATA", "CACHE", "CONFIG")}
    return Program([sys.executable, "-m", "newsreader"], terminal_environment() | places, first[:20].encode())


def newsboat(folder: Path, entries: int) -> Program | None:
    """Newsboat with feeds that have so many entries together, all in its cache; None if it is not installed."""
    if shutil.which("newsboat") is None:
        return None
    for number in range(FEEDS):
        (folder / f"{number}.xml").write_text("".join(_feed(number, entries // FEEDS)), encoding="utf-8")
    (folder / "urls").write_text("\n".join(f"file://{folder}/{number}.xml" for number in range(FEEDS)), "utf-8")
    command = ["newsboat", "-u", str(folder / "urls"), "-c", str(folder / "cache.db")]
    environ = terminal_environment() | {"HOME": str(folder)}
    run([*command, "-x", "reload"], env=environ, check=True, capture_output=True)
    return Program([*command, "-q"], environ, b"Made up 0")


def _feed(number: int, entries: int) -> Iterator[str]:
    yield f"<?xml version='1.0'?><rss version='2.0'><channel><title>Made up {number}</title>"
    for entry in range(entries):
        day = format_datetime(datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=entry))
        link = f"http://example.org/{number}/{entry}"
        text = f"Entry {entry} of {number} tells what came to pass. " * 20
        yield f"<item><title>Entry {entry}</title><link>{link}</link><guid>{link}</guid><pubDate>{day}</pubDate>"
        yield f"<description>{text}</description></item>"
    yield "</channel></rss>"


def starts(programs: Mapping[str, Program], rounds: int) -> dict[str, list[float]]:
    """Seconds to the list, of all programs in turn."""
    found: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name, program in programs.items():
            found[name].append(program.seconds())
    return found


def keys(program: Program, pressed: Mapping[str, bytes], presses: int) -> dict[str, list[tuple[float, float]]]:
    """Seconds from each key to the end of its first and of its last frame."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    with program.start() as terminal:
        terminal.wait_for(program.mark)
        terminal.settle(3)
        for name, key in pressed.items():
            for _ in range(presses):
                answer = terminal.press(key)
                found[name].append((answer.first, answer.last))
    return found


def made(folder: Path, articles: list[Path], count: int) -> Path:
    """Make a library of so many articles."""
    news = News(articles, count)
    take_in(news, folder)
    name_all(news, folder)
    return folder


def main() -> None:
    """Read the options, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="*", help="what made-up articles are made of")
    parser.add_argument("--library", type=Path, help="a folder with a library")
    parser.add_argument("--count", type=int, default=100_000, help="articles to make (100,000)")
    parser.add_argument("--rounds", type=int, default=7, help="starts of each program (7)")
    parser.add_argument("--short", action="store_true", help="only show that it works")
    args = parser.parse_args()
    count, rounds, presses = (200, 1, 2) if args.short else (args.count, args.rounds, PRESSES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large = reader(args.library or made(folder / "large", args.articles, count))
        small = reader(made(folder / "small", args.articles, 1))
        (folder / "newsboat").mkdir()
        floor = Program([sys.executable, "-c", FLOOR], terminal_environment(), b"floor")
        peers = {"newsboat": newsboat(folder / "newsboat", count)}
        programs = {"floor": floor, "library": large, "library of one": small}
        times = starts(programs | {name: each for name, each in peers.items() if each is not None}, rounds)
        print("| start to the list | seconds | times the floor |\n|---|---|---|")
        least = median(times["floor"])
        for each, found in times.items():
            print(f"| {each} | {median(found):.2f} | {median(found) / least:.2f} |")
        used, little = large.memory(), small.memory()
        print(f"\nMemory {used:.0f} MB, {used / little:.2f} times that of a library of one article.\n")
        print("| key | first frame, ms | 95 %, ms | last frame, ms | 95 %, ms |\n|---|---|---|---|---|")
        for each, answers in {**keys(floor, {"floor": b"x"}, presses), **keys(large, KEYS, presses)}.items():
            columns = [[1e3 * answer[at] for answer in answers] for at in (0, 1)]
            print(f"| {each} | {' | '.join(f'{median(x):.1f} | {percentile_95(x):.1f}' for x in columns)} |")


if __name__ == "__main__":
    main()
