"""How well what has risen is told from what comes and goes: planted bursts found within a day, and false alarms.

    python benchmarks/bursts.py [COUNTS.jsonl] [--names N] [--bursts N] [--short]
    python benchmarks/bursts.py --write COUNTS.jsonl

COUNTS.jsonl has a line for each article: `{"day": "2019-01-04", "names": ["person:12", …]}`. With `--write` it is
made of a library that was read for names (NEWSREADER_DATA_DIR and NEWSREADER_CACHE_DIR say which). Without a file the
counts are made up: names by Zipf's law, whose numbers of articles a day come in waves.

Real counts of a few hundred articles are too few to be looked at day by day. So real articles are drawn anew until
there are enough of them a day: each with all its names, so that what stands together stays together, and at random, so
that nothing changes from day to day and whatever seems to have risen does so by mistake. With whole days drawn in their
place, what rose in the news of a real day rises again, and counts as a mistake, too. Then bursts are planted: on a day,
a name stands in seven times as many articles more as usual, and in six at least.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.dossier import rising

if TYPE_CHECKING:
    from collections.abc import Sequence

Day = tuple[int, Counter[str]]
"""How many articles, and in how many of them each name stands."""

DAYS = 140
DRAWS = 5
"""So many times all is drawn anew: which names are about as frequent as a small burst differs from draw to draw."""
PER_DAY = 400
"""Articles of a day, about as many as forty feeds bring."""
WAVES = 6.0
"""How steady made-up names are: the variance of their counts is the mean and its square divided by this."""
TIMES, LEAST = 7, 6
"""How large a planted burst is: so many times as many articles as usual, and at least so many."""


def made_up(chance: random.Random, names: int) -> list[Day]:
    """Days of names by Zipf's law."""
    means = [PER_DAY / 10 / (number + 1) for number in range(names)]
    days: list[Day] = []
    for _ in range(DAYS):
        counts = {
            f"n{at}": poisson(chance, each * chance.gammavariate(WAVES, 1 / WAVES)) for at, each in enumerate(means)
        }
        days.append((PER_DAY, Counter({name: count for name, count in counts.items() if count})))
    return days


def poisson(chance: random.Random, mean: float) -> int:
    """How often something happens that happens `mean` times on average."""
    left, count = chance.expovariate(1), 0
    while left < mean:
        left, count = left + chance.expovariate(1), count + 1
    return count


def real(file: Path) -> tuple[list[Day], list[Day]]:
    """The articles of a file, each as if it were a day, and their days."""
    found: defaultdict[str, list[set[str]]] = defaultdict(list)
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        found[record["day"]].append(set(record["names"]))
    articles = [(1, Counter(names)) for _, each in sorted(found.items()) for names in each]
    days = [(len(each), Counter(name for names in each for name in names)) for _, each in sorted(found.items())]
    return articles, days


def drawn(chance: random.Random, news: Sequence[Day], per_day: int) -> list[Day]:
    """Days, each put together of what is drawn at random until it has as many articles."""
    made: list[Day] = []
    for _ in range(DAYS):
        articles, names = 0, Counter[str]()
        while articles < per_day:
            count, some = chance.choice(news)
            articles += count
            names.update(some)
        made.append((articles, names))
    return made


@dataclass(frozen=True, slots=True)
class Looked:
    """A day on which it is looked what has risen."""

    today: Day
    usual: Day
    """The days before that say what is usual, summed up."""


def looked(days: Sequence[Day]) -> list[Looked]:
    """All days that have enough days before."""
    found = []
    for at in range(rising.USUAL, len(days)):
        names: Counter[str] = Counter()
        for _, some in days[at - rising.USUAL : at]:
            names.update(some)
        articles = sum(count for count, _ in days[at - rising.USUAL : at])
        found.append(Looked(days[at], (articles, names)))
    return found


def false_alarms(days: Sequence[Looked], names: set[str]) -> int:
    """How many of the names seem to have risen on some day, though nothing was planted."""
    found = 0
    for each in days:
        (articles, today), (all_before, before) = each.today, each.usual
        found += sum(rising.has_risen(today[name], articles, before[name], all_before) for name in names & today.keys())
    return found


def found_bursts(chance: random.Random, days: Sequence[Looked], names: Sequence[str], bursts: int) -> int:
    """How many of so many planted bursts are found on their day."""
    found = 0
    for _ in range(bursts):
        name, day = chance.choice(names), chance.choice(days)
        (articles, today), (all_before, before) = day.today, day.usual
        planted = max(LEAST, round(TIMES * before[name] * articles / all_before))
        found += rising.has_risen(today[name] + planted, articles + planted, before[name], all_before)
    return found


def spread(days: Sequence[Day], names: Sequence[str]) -> float:
    """How unsteady names are: the variance of their counts by day, divided by their mean; 1 is pure chance."""
    ratios = []
    for name in names:
        counts = [today[name] for _, today in days]
        mean = sum(counts) / len(counts)
        if mean >= 1:
            ratios.append(sum((count - mean) ** 2 for count in counts) / len(counts) / mean)
    return sum(ratios) / len(ratios) if ratios else float("nan")


def report(title: str, draws: Sequence[Sequence[Day]], most: int, bursts: int, chance: random.Random) -> None:
    """Print a row of the table: what is found, and what by mistake, over several draws of days."""
    false, found, weeks, per_day, spreads = 0.0, 0, 0.0, 0.0, 0.0
    for days in draws:
        asked, names = looked(days), known(days, most)
        false += false_alarms(asked, {*names}) * 1000 / len(names)
        weeks += len(asked) / 7
        found += found_bursts(chance, asked, names, bursts)
        per_day += sum(count for count, _ in days) / len(days) / len(draws)
        spreads += spread(days, names) / len(draws)
    print(
        f"{title}, {len(draws)} draws of {most} names, {per_day:.0f} articles a day, spread {spreads:.1f}: "
        f"{100 * found / bursts / len(draws):.1f} % of {bursts * len(draws)} bursts found on their day, "
        f"{false / weeks:.2f} false a week and 1,000 names",
        flush=True,
    )


def write(file: Path) -> None:
    """Write the names of each article of the library that was read for names, with its day."""
    from newsreader.index.found import Order
    from newsreader.index.index import Index
    from newsreader.store.library import Library, library_file

    with Library.open(), Index.open(library_file()) as index, file.open("w", encoding="utf-8") as lines:
        for each in index.search.articles(None, Order.OLDEST, -1):
            names = [f"{thing.category.value}:{thing.id}" for thing, _ in index.things.in_article(each.id)]
            if each.published:
                lines.write(json.dumps({"day": each.published, "names": names}) + "\n")


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", type=Path, nargs="?", help="JSON lines; without them, counts are made up")
    parser.add_argument("--write", action="store_true", help="write the file from the library, and measure nothing")
    parser.add_argument("--names", type=int, default=1000)
    parser.add_argument("--bursts", type=int, default=1000)
    parser.add_argument("--short", action="store_true", help="few names and bursts, to see that it works")
    args = parser.parse_args()
    if args.write:
        write(args.counts)
        return 0
    names, bursts, draws = (50, 20, 1) if args.short else (args.names, args.bursts, DRAWS)
    chance = random.Random(11)
    if args.counts is None:
        report("made up", [made_up(chance, names) for _ in range(draws)], names, bursts, chance)
        return 0
    for what, news in zip(("articles", "days"), real(args.counts), strict=True):
        for per_day in (50, PER_DAY):
            days = [drawn(chance, news, per_day) for _ in range(draws)]
            report(f"{what} of {args.counts.name}", days, names, bursts, chance)
    return 0


def known(days: Sequence[Day], names: int) -> list[str]:
    """So many names, those in most articles first."""
    total: Counter[str] = Counter()
    for _, some in days:
        total.update(some)
    return [name for name, _ in total.most_common(names)]


if __name__ == "__main__":
    sys.exit(main())
