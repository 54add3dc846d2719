"""How the time of every pattern of the rules grows with the length of a text, whatever shape the text has.

Run `python benchmarks/growth.py [--only WORD] [--rules] [--lengths N…]`. Every regular expression in rooms that read
articles is taken over texts of 10, 20, 40 and 80 thousand characters in a hundred shapes (runs of marks, of digits, of
capitals, of half a date and the like). Printed are those that take more than n log n: more than 2.3 times as long for
twice the length, and long enough to be felt. `--rules` does the same with the rules as a whole: the document passes,
dates and aliases over what a recogniser that takes every capital for a name has found; with `--lengths 625000 5000000`
over five megabytes of each shape. Exit code 1 if anything is printed.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import sys
from math import log2
from time import process_time
from typing import TYPE_CHECKING

import newsreader.languages
import newsreader.sources
from newsreader.analysis.paragraphs import readable
from newsreader.entities.understand import understand
from newsreader.entity import Category, Mention
from newsreader.sources import from_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import ModuleType

LENGTHS = (10_000, 20_000, 40_000, 80_000)
MOST = 2.3
"""How many times as long twice the length may take; n log n takes 2.15 times as long from 40,000 to 80,000."""

FELT = 0.2
"""Seconds of the longest text below which growth is noise."""

GIVEN_UP = 2.0 / 80_000
"""Seconds for each character, or for 80,000 together, after which no longer text is tried."""

MARKS = "\"',.()[_*—–-…<>&=/\\|#@!? \n\taA10é東\u200d’“”$%"
WORDS = """
a|A|1|a,|A,|1,|A.|a.|A’s|1st|the|of the|and|in|on|to|by|at|from|until|more than|about a|Jan|Jan. 1|January|May|1 May
1 May 2020|2020|2020-01-01|1/2/2020|19|Monday|Mon,|last|next week|two|two weeks|year|years ago|the day before|5 p.m.
12:30|quarter|spring|1990s|hundred and|first|Q1|FY19|UTC|Kim|Kim Jong Un|Mr.|Mr. Kim|Sir|Jr.,|U.S.|Acme Inc.|Bank of
University of|SEOUL|SEOUL (AP)|(AP)|(NATO)|By Kim|Reporting by|Read more:|>|-|#|```|1)|| a
"""
JOINED = ("A.", "1.", "1-", "1/", "1:", "1,", "A-", "a-", "a_", "twenty-", "🇫🇷", "<p>", "&amp;", "&#1", "[a](b)", "**a")
UNITS = (*MARKS, *JOINED, *(f"{word} " for line in WORDS.split("\n") for word in line.split("|") if word))
"""What the shapes repeat."""


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern over text in the rooms that read articles, by where it stands."""
    found: dict[str, re.Pattern[str]] = {}
    known: set[tuple[str, int]] = set()
    for module in modules():
        for name, value in vars(module).items():
            for place, pattern in enumerate(within(value)):
                if isinstance(pattern.pattern, str) and (pattern.pattern, pattern.flags) not in known:
                    known.add((pattern.pattern, pattern.flags))
                    found[f"{module.__name__.removeprefix('newsreader.')}.{name}" + (f"[{place}]" if place else "")] = (
                        pattern
                    )
    return found


def modules() -> Iterator[ModuleType]:
    """The modules whose patterns see the text of articles."""
    for package in (newsreader.languages, newsreader.sources):
        for each in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            yield importlib.import_module(each.name)


def within(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns in a value: itself, or what a tuple, list or dictionary holds, or the attributes of a rule."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from within(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from within(each)
    elif hasattr(value, "pattern"):
        yield from within(value.pattern)


def seconds(work: Callable[[], object]) -> float:
    """How much of the processor it takes, whatever else the machine does."""
    began = process_time()
    work()
    return process_time() - began


def grows(work: Callable[[str], object], unit: str, lengths: Sequence[int]) -> list[float] | None:
    """The seconds at each length, if they grow by more than n log n; the better of two tries counts."""
    times: list[float] = []
    for length in lengths:
        text = unit * (length // len(unit))
        times.append(min(seconds(lambda text=text: work(text)) for _ in range(2)))
        if times[-1] > max(GIVEN_UP * length, GIVEN_UP * LENGTHS[-1]):
            break
    if len(times) < 2 or times[-1] < FELT:
        return None
    twice = log2(lengths[len(times) - 1] / lengths[len(times) - 2])
    return times if times[-1] > MOST**twice * times[-2] else None


def over_all(pattern: re.Pattern[str], text: str) -> None:
    """Find all that a pattern matches in a text."""
    for _ in pattern.finditer(text):
        pass


def by_rules(text: str) -> None:
    """Understand a text in which every word with a capital has been taken for a name."""
    article = from_text(text)
    names = {}
    for index in readable(article):
        paragraph = article.paragraphs[index]
        capitals = re.finditer(r"[A-Z]\w+", article.text[paragraph.start : paragraph.end])
        names[index] = [Mention(each.start(), each.end(), "PERSON", Category.PERSON) for each in capitals]
    understand(article, names, model="growth")


def main() -> int:
    """Print what grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="patterns whose name has this word")
    parser.add_argument("--rules", action="store_true", help="try the rules as a whole, not pattern by pattern")
    parser.add_argument("--lengths", type=int, nargs="+", default=LENGTHS, metavar="N", help="of the texts")
    options = parser.parse_args()
    works: dict[str, Callable[[str], object]] = {"rules": by_rules}
    if not options.rules:
        works = {
            name: (lambda text, pattern=pattern: over_all(pattern, text))
            for name, pattern in patterns().items()
            if options.only in name
        }
    found = 0
    for name, work in works.items():
        for unit in UNITS:
            if times := grows(work, unit, options.lengths):
                found += 1
                print(f"{name} · {unit!r}: {', '.join(f'{each:.2f}' for each in times)} s", flush=True)
    tried = f"{len(works)} over {len(UNITS)} shapes of {options.lengths[0]:,} to {options.lengths[-1]:,} characters"
    print(f"{tried}: {found} grow too fast")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
