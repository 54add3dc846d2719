"""How soon a dossier of the most frequent name is there, part by part, and how its writing goes on.

    python benchmarks/dossiers.py [ARTICLES.jsonl …] [--library FOLDER] [--count 100000] [--rounds 9] [--short]

FOLDER has a library with an index as `benchmarks/made_up_news.py` makes it; without one, such a library is made. Each
figure is a median in milliseconds, by the clock and by the time of the processor; *work* is a fixed piece of work done
in turn with them, by which a busy machine is told. *Head* is what stands above the parts; each part is what is shown of
it at first (the newest 80 articles), *of 1,000* what is shown in the end; *comparing* is where it and the second name
meet, counted, and the first 40 meetings. *Writing* is the whole dossier as Markdown; *stopped* is from the wish to stop
it in the middle until it has.

The rows of the second table are from the key `d` in the panel of people, in a pseudo-terminal of 120 × 45: until
something of the dossier has been written, then until each of its parts is shown, one after the other, with what the
whole process has worked by then. The *floor* is pressed in turn with it: a minimal Textual app whose key brings up a
screen with a list, until its first frame.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from frames import terminal_environment
from library_screen import COLUMNS as WIDTH
from library_screen import ROWS as HEIGHT
from library_screen import made, reader
from pseudo_terminal import Terminal

from newsreader.dossier.comparing import Comparing
from newsreader.dossier.confirming import Confirmations
from newsreader.dossier.gather import StoppedError, Wanted, gather
from newsreader.dossier.gathering import Gathering, Part
from newsreader.dossier.model import Subject
from newsreader.dossier.windows import overview
from newsreader.entity import Category
from newsreader.exports import registry
from newsreader.index.index import Index
from newsreader.store.library import Library
from tui.dossier.picture import Drawn, picture
from tui.dossier.reading import FIRST, MOST
from tui.dossier.wording import entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from newsreader.index.appearing import Thing

ROWS, COLUMNS = 30, 119
FLOOR = """
from textual.app import App
from textual.screen import Screen
from textual.widgets import OptionList, Static
class Page(Screen):
    BINDINGS = [("q", "dismiss", "Back")]
    def compose(self):
        yield Static("head")
        yield OptionList(*(f"Paragraph {number} of the page\\n  a line below it" for number in range(30)))
        yield Static("status")
class Floor(App):
    BINDINGS = [("d", "go", "Go")]
    CSS = "OptionList { height: 1fr; }"
    def compose(self):
        yield OptionList(*(f"Article {number} of the list\\n  a line below it" for number in range(1000)))
    def action_go(self):
        self.push_screen(Page())
Floor().run()
"""
SHOWN = {
    "something of it": re.compile("Mentions –"),
    "mentions": re.compile(r"Mentions \d"),
    **{each.name.lower(): re.compile(rf"{each.name.title()} \d") for each in Part if each is not Part.MENTIONS},
}
"""How it is told from what was written that something is shown."""
AIMS = {"head": 50, **{each.name.lower(): 100 for each in Part}}
"""Milliseconds that each may take."""


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds."""

    clock: float
    processor: float


def took(work: Callable[[], object]) -> Took:
    """How long a piece of work takes."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Took(time.perf_counter() - clock, time.process_time() - processor)


def fixed() -> int:
    """The fixed piece of work."""
    return sum(number * number % 7 for number in range(300_000))


def most_frequent(index: Index) -> list[Thing]:
    """The two people in most articles."""
    found = (index.things.of(each.id) for each in index.search.names(None, 2, Category.PERSON))
    return [each for each in found if each is not None]


class Measured:
    """What is measured, by its name."""

    def __init__(self, library: Library, index: Index, things: Sequence[Thing]) -> None:
        self._library = library
        self._index = index
        self._things = things
        self._documents = index.standings.documents(things[0].id)

    @property
    def works(self) -> Mapping[str, Callable[[], object]]:
        """Each piece of work."""
        parts = {each.name.lower(): partial(self._part, each, FIRST) for each in Part}
        return {
            "work": fixed,
            "head": self._head,
            **parts,
            "company, picture": self._picture,
            "timeline of 1,000": partial(self._part, Part.TIMELINE, MOST),
            "company of 1,000": partial(self._part, Part.COMPANY, MOST),
            "confirmed": self._confirmed,
            "comparing": self._compare,
        }

    def _head(self) -> None:
        thing = self._things[0]
        overview(self._library, self._index, Subject(thing.category, thing.name, thing.id))

    def _part(self, part: Part, articles: int) -> Gathering:
        gathered = Gathering(self._library, self._index, self._things[0], {part})
        for start in range(0, articles, FIRST):
            piece = self._documents[start : min(articles, start + FIRST)]
            gathered.add(self._index.standings.appearances(self._things[0].id, piece))
        entries(part, gathered)
        return gathered

    def _picture(self) -> None:
        gathered = self._part(Part.COMPANY, FIRST)
        thing = self._things[0]
        picture(Drawn(thing.category, thing.name, gathered.company(), gathered.links()), ROWS, COLUMNS, None)

    def _confirmed(self) -> None:
        Confirmations(self._library, self._index).documents(self._things[0], self._documents)

    def _compare(self) -> None:
        comparing = Comparing(self._library, self._index, self._things)
        for document in comparing.together[:40]:
            comparing.meeting(document)


def shown(folder: Path, rounds: int) -> Iterator[tuple[str, Took]]:
    """From the key to each thing that is shown of the dossier of the first person of the panel, and to the floor."""
    program = reader(folder)
    floor = Terminal([sys.executable, "-c", FLOOR], terminal_environment(), columns=WIDTH, rows=HEIGHT)
    with program.start() as terminal, floor:
        floor.wait_for(b"Article 0")
        terminal.wait_for(program.mark)
        terminal.settle(3)
        terminal.press(b"1")
        terminal.settle(2)
        for _ in range(rounds):
            floor.settle(0.5)
            answer = floor.press(b"d")
            yield "floor", Took(answer.first, answer.processor)
            terminal.settle(0.5)
            for what, seconds, processor in terminal.written_after(b"d", SHOWN):
                yield what, Took(seconds, processor)
            for each in (terminal, floor):
                each.settle(0.5)
                each.press(b"q")


def written(library: Library, index: Index, thing: Thing) -> tuple[float, float]:
    """Seconds that the whole dossier takes, and that stopping it in the middle does."""
    whole = took(lambda: registry.DOSSIER["markdown"].write(gather(library, index, Wanted(thing)))).clock
    asked = 0.0

    def stop(done: int, of: int) -> None:
        nonlocal asked
        if 2 * done >= of:
            asked = time.perf_counter()
            raise StoppedError

    try:
        gather(library, index, Wanted(thing), stop)
    except StoppedError:
        return whole, time.perf_counter() - asked
    raise AssertionError("it was not stopped")


def measure(folder: Path, rounds: int) -> None:
    """Measure and print."""
    library_file = folder / "data" / "library.db"
    with Library.open(library_file, check=False) as library, Index.open(library_file, folder / "cache") as index:
        things = most_frequent(index)
        measured = Measured(library, index, things)
        found: dict[str, list[Took]] = defaultdict(list)
        for _ in range(rounds):
            for name, work in measured.works.items():
                found[name].append(took(work))
        print(f"{things[0].articles:,} articles with the name, {index.search.count(None):,} in all\n")
        print("| | clock, ms | processor, ms | aim |\n|---|---|---|---|")
        for name, times in found.items():
            clock, processor = middle(times)
            print(f"| {name} | {clock:.1f} | {processor:.1f} | {AIMS.get(name, '')} |")
        whole, stopped = written(library, index, things[0])
        print(f"| writing | {1000 * whole:,.0f} | | |\n| stopped | {1000 * stopped:.1f} | | |")
    frames: dict[str, list[Took]] = defaultdict(list)
    for what, took_it in shown(folder, rounds):
        frames[what].append(took_it)
    floor, _ = middle(frames["floor"])
    print("\n| from the key | clock, ms | times the floor | processor, ms |\n|---|---|---|---|")
    for name, times in frames.items():
        clock, processor = middle(times)
        print(f"| {name} | {clock:.0f} | {clock / floor:.1f} | {processor:.0f} |")


def middle(times: Sequence[Took]) -> tuple[float, float]:
    """The medians in milliseconds, by the clock and by the processor."""
    return 1000 * median(each.clock for each in times), 1000 * median(each.processor for each in times)


def main() -> None:
    """Read the options, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="*", help="what made-up articles are made of")
    parser.add_argument("--library", type=Path, help="a folder with a library")
    parser.add_argument("--count", type=int, default=100_000, help="articles to make (100,000)")
    parser.add_argument("--rounds", type=int, default=9, help="rounds (9)")
    parser.add_argument("--short", action="store_true", help="only show that it works")
    args = parser.parse_args()
    count, rounds = (200, 1) if args.short else (args.count, args.rounds)
    with tempfile.TemporaryDirectory() as name:
        measure(args.library or made(Path(name), args.articles, count), rounds)


if __name__ == "__main__":
    main()
