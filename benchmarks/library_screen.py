"""How soon the library shows its list, what it takes to hold, and how long a key takes, with very many articles.

Run `python benchmarks/library_screen.py [--library FOLDER] [--count 100000] [--rounds 7] [--short]`. FOLDER has a
library with an index as `benchmarks/made_up_news.py` makes it; without one, such a library is made. Every program runs
in a pseudo-terminal of 120 × 45, in turn. *Start* is from the start of a program until its list has been written; the
*floor* is a minimal Textual app that paints a screenful of text. newsboat, where it is installed, has as many entries
in its feeds. *Memory* is what is resident once all has come to rest, against a library of one article. A *key* is timed
until the first frame that it brings about, and until the last; the processor time beside it is that of the program
alone, whatever else the machine does. The keys of the library and of a minimal list of Textual, which has its rows at
hand, are pressed by turns.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import defaultdict
from contextlib import ExitStack
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

    from pseudo_terminal import Answer

COLUMNS, ROWS = 120, 45
KEYS = {"line": b"j", "page": b" ", "line up": b"k", "last": b"G", "first": b"g", "next unread": b"n"}
KEYS_OF_LIST = {"line": b"\x1b[B", "page": b"\x1b[6~", "line up": b"\x1b[A", "last": b"\x1b[F", "first": b"\x1b[H"}
LIST = """
from textual.app import App
from textual.widgets import OptionList
class Listed(App):
    def compose(self):
        yield OptionList(*(f"Article {number} of the list\\n  a line below it" for number in range(1000)))
Listed().run()
"""
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


def keys(programs: Mapping[str, tuple[Program, Mapping[str, bytes]]], presses: int) -> dict[str, list[Answer]]:
    """What followed on each key of each program, the programs by turns."""
    found: dict[str, list[Answer]] = defaultdict(list)
    with ExitStack() as stack:
        terminals = {name: stack.enter_context(program.start()) for name, (program, _) in programs.items()}
        for name, terminal in terminals.items():
            terminal.wait_for(programs[name][0].mark)
            terminal.settle(3)
        for _ in range(presses):
            for name, (_, pressed) in programs.items():
                for what, key in pressed.items():
                    found[f"{name}: {what}"].append(terminals[name].press(key))
    return found


def row(answers: list[Answer]) -> str:
    """Medians and 95th percentiles of the milliseconds of a key, as cells."""
    columns = ([1e3 * getattr(each, name) for each in answers] for name in ("first", "last", "processor"))
    return " | ".join(f"{median(each):.1f} | {percentile_95(each):.1f}" for each in columns)


def made(folder: Path, articles: list[Path], count: int) -> Path:
    """Make a library of so many articles."""
    news = News(articles, count)
    take_in(news, folder)
    name_all(news, folder)
    return folder


def print_keys(library: Program, presses: int) -> None:
    """The table of keys."""
    print(
        "| key | first frame, ms | 95 % | last frame, ms | 95 % | processor, ms | 95 % |\n|---|--:|--:|--:|--:|--:|--:|"
    )
    least = Program([sys.executable, "-c", LIST], terminal_environment(), b"Article 1 of")
    for each, answers in keys({"list": (least, KEYS_OF_LIST), "library": (library, KEYS)}, presses).items():
        print(f"| {each} | {row(answers)} |", flush=True)


def main() -> None:
    """Read the options, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="*", help="what made-up articles are made of")
    parser.add_argument("--library", type=Path, help="a folder with a library")
    parser.add_argument("--count", type=int, default=100_000, help="articles to make (100,000)")
    parser.add_argument("--rounds", type=int, default=7, help="starts of each program (7)")
    parser.add_argument("--keys", action="store_true", help="measure the keys alone")
    parser.add_argument("--short", action="store_true", help="only show that it works")
    args = parser.parse_args()
    count, rounds, presses = (200, 1, 2) if args.short else (args.count, args.rounds, PRESSES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large = reader(args.library or made(folder / "large", args.articles, count))
        if args.keys:
            print_keys(large, presses)
            return
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
        print_keys(large, presses)


if __name__ == "__main__":
    main()
