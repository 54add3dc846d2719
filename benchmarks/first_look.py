"""How soon the names in sight are known in a long article, wherever the reader is.

Run `python benchmarks/first_look.py [FILE…] [--words 1000000] [--runs 5] [--jumps 20]`. Each run starts a worker with
the real model:

* *first names*: from opening a long article in its middle to the first names in sight, against opening an article that
  is nothing but what is in sight; the difference is what the length costs after the model is loaded;
* *after a jump*: while the long article is analysed, the reader jumps to a part that has not been; from the jump to the
  first names in sight.

The text is made of the files, or of the sample articles (see `long_news`).
"""

from __future__ import annotations

import argparse
import queue
import random
import time
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from long_news import news

from newsreader.analysis.client import Analysed, AnalysisClient, AnalysisFailed
from newsreader.sources import from_text

if TYPE_CHECKING:
    from newsreader.analysis.client import Event
    from newsreader.article import Article

SIGHT = 3_000
"""Code points on a screen, about."""
BETWEEN = 2.0
"""Seconds between two jumps, about."""


class Reader:
    """An article that is being analysed, and where one looks."""

    def __init__(self, article: Article, start: int) -> None:
        """Open `article` with the code point `start` in the first row."""
        self.article = article
        self._latest: Event | None = None
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._client = AnalysisClient()
        self._client.open(article, self._events.put)
        self.look_at(start)

    def look_at(self, start: int) -> None:
        """Put the code point `start` into the first row."""
        self._sight = (start, min(start + SIGHT, len(self.article.text)))
        self._client.look_at(*self._sight)

    def seconds_to_names(self) -> float:
        """Wait for names in sight; no time at all if there are some already."""
        began = perf_counter()
        while not self.shows_names:
            self._latest = self._events.get()
        return perf_counter() - began

    @property
    def shows_names(self) -> bool:
        """Whether names in sight are known."""
        while not self._events.empty():
            self._latest = self._events.get()
        if isinstance(self._latest, AnalysisFailed):
            raise SystemExit(self._latest.sentence)
        start, end = self._sight
        return isinstance(self._latest, Analysed) and any(
            start <= mention.start < end for entity in self._latest.analysis.entities for mention in entity.mentions
        )

    def close(self) -> None:
        """End the worker."""
        self._client.close()


def jumps(reader: Reader, count: int, chance: random.Random) -> list[float]:
    """Jump to places that nobody has been near, one after the other; seconds to the names in sight."""
    length = len(reader.article.text)
    places = [length * (2 * number + 1) // (2 * count) for number in range(count)]
    chance.shuffle(places)
    waited = []
    for place in places:
        time.sleep(BETWEEN * chance.random())
        reader.look_at(place)
        if not reader.shows_names:
            waited.append(reader.seconds_to_names())
    return waited


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="plain text to make the long text of")
    parser.add_argument("--words", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--jumps", type=int, default=20)
    parser.add_argument("--short", action="store_true", help="only show that it works")
    options = parser.parse_args()
    words, runs, count = (20_000, 1, 2) if options.short else (options.words, options.runs, options.jumps)
    long = from_text(news(words, options.files))
    middle = len(long.text) // 2
    near = from_text(long.text[middle : middle + SIGHT])
    times: dict[str, list[float]] = {"long": [], "near": [], "jumps": []}
    chance = random.Random(0)
    for number in range(runs + 1):
        for name, article, start in (("near", near, 0), ("long", long, middle)):
            reader = Reader(article, start)
            waited = reader.seconds_to_names()
            if number:  # The first round warms the disk.
                times[name].append(waited)
            if name == "long" and number == runs:
                times["jumps"] = jumps(reader, count, chance)
            reader.close()
    first, alone = median(times["long"]), median(times["near"])
    print(f"| {words:,} words | |\n|---|---|")
    print(f"| first names in the middle / of the same screen alone | {first / alone:.2f} |")
    print(f"| later by, in ms | {1000 * (first - alone):.0f} |")
    print(f"| names after a jump, median of {len(times['jumps'])}, in ms | {1000 * median(times['jumps']):.0f} |")
    print(f"| the longest of these, in ms | {1000 * max(times['jumps']):.0f} |")


if __name__ == "__main__":
    main()
