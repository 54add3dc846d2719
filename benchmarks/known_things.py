"""What a file of many known things takes: the time, the bytes in the library, and the milliseconds to find a name.

    python benchmarks/known_things.py [--things N] [--looked-up N]

The things are made up as those of `identities.py` are, each with two aliases, a country, a year and a short note.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from identities import made_name

from newsreader.identities.known import keys_of, keys_of_names
from newsreader.intake.known.reading import LINES
from newsreader.intake.known.records import thing_of
from newsreader.intake.known.taking import take
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNTRIES = ("se", "no", "us", "Germany", "jp")


def made_record(number: int) -> dict[str, object]:
    """The record of that number."""
    category, name = made_name(number)
    words = name.split()
    return {
        "id": f"Q{number}",
        "name": name,
        "aliases": [f"{words[0][0]}. {words[-1]}", f"{words[-1]} {words[0]} {number % 97}"],
        "category": category.value,
        "country": COUNTRIES[number % len(COUNTRIES)],
        "birth": str(1930 + number % 80),
        "note": f"member of council {number % 1000}",
    }


def written(path: Path, count: int) -> Path:
    """A file of so many records."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(made_record(number))}\n" for number in range(count))
    return path


def looked_up(library: Library, count: int, things: int) -> Iterator[float]:
    """Milliseconds that it takes to find what is known of a name."""
    chance = random.Random(0)
    for _ in range(count):
        category, name = made_name(chance.randrange(things))
        thing = thing_of({"name": name, "category": category.value}, 1)
        start = time.perf_counter()
        key = next(iter(keys_of(thing)), "").partition(":")[2]
        with library.reading() as unit:
            unit.known.with_keys(keys_of_names([(category, key)]))
        yield 1000 * (time.perf_counter() - start)


def main() -> int:
    """Take a file in, and look names up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--things", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--looked-up", type=int, default=2000, metavar="N")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        file = written(Path(folder) / "made.jsonl", args.things)
        with Library.open(path) as library:
            start = time.perf_counter()
            with file.open("rb") as opened:
                take(library, "made.jsonl", opened, LINES)
            seconds = time.perf_counter() - start
            times = [*looked_up(library, args.looked_up, args.things)]
        print(f"{args.things:,} things: {path.stat().st_size / 1e6:.0f} MB, taken in {seconds:.0f} s")
        print(f"a name: {median(times):.2f} ms, 95 of 100 under {quantiles(times, n=20)[-1]:.2f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
