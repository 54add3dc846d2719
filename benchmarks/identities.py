"""What a new article costs the index, of so many names, when it is worked out which of them are one thing.

    python benchmarks/identities.py [--names N …] [--articles N] [--short]

Names are made up, people of two words and some of three, places and organisations, and how often they stand in news
follows Zipf's law, as it does in print; one in four is called by a short form, too. First the index is filled, until it
knows so many names; then articles are taken in one by one, each in a transaction of its own, as the reader does it.
With several numbers of names the same index is filled on from one to the next, to see how the cost of an article grows.
Printed is the time of the processor, which a busy machine changes little, and that on the clock beside it.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from newsreader.article import Origin, OriginKind
from newsreader.entity import LABEL_OF, Analysis, Category, Entity, Mention
from newsreader.index.index import Index
from newsreader.sources import from_text
from newsreader.store.library import FILE_NAME, Library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article import Article

NAMED_ANEW = 20
"""Names of an article that none had before, while the index is filled: most names stand in one article only."""
KNOWN = 15
"""Names of an article that others have as well."""
BATCH = 500
SYLLABLES = ("ka", "lo", "ri", "mun", "den", "sa", "vo", "tel", "nar", "bi", "gor", "hel", "um", "fa", "zen", "pol")
KINDS = (Category.PERSON, Category.PERSON, Category.ORGANISATION, Category.PLACE)
SHORT = 2000


def made_name(number: int) -> tuple[Category, str]:
    """The name of that number."""
    chance = random.Random(number)
    category = KINDS[number % len(KINDS)]
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))).title() for _ in range(3)]
    if category is Category.PLACE:
        return category, words[0] + words[1].lower()
    return category, " ".join(words if number % 9 == 0 else words[:2])


def made_article(numbers: list[int], part: int) -> tuple[Article, Analysis]:
    """An article with these names, one in four called by its last word later on."""
    pieces: list[str] = []
    found: dict[tuple[Category, str], list[Mention]] = {}
    at = 0
    for number in numbers:
        category, name = made_name(number)
        forms = (name, name.split()[-1]) if number % 4 == 0 else (name,)
        for form in forms:
            found.setdefault((category, name), []).append(Mention(at, at + len(form), LABEL_OF[category], category))
            pieces.append(f"{form} said so in the town. ")
            at += len(pieces[-1])
    text = "".join(pieces).strip()
    published = date(2015, 1, 1) + timedelta(days=part % 4000)
    article = from_text(text, title=f"News {part}", published=published, origin=Origin(OriginKind.RECORD, f"n{part}"))
    entities = []
    for (category, name), mentions in found.items():
        forms = {text[each.start : each.end] for each in mentions}
        entities.append(Entity(f"{category}:{name}", category, name, tuple(forms - {name}), tuple(mentions)))
    return article, Analysis(article.sha256, "made up", tuple(entities), 1, 1)


def zipf(chance: random.Random, count: int) -> int:
    """The number of a name of so many, small ones far more often."""
    return min(count - 1, int(count ** chance.random()))


def articles() -> Iterator[tuple[Article, Analysis]]:
    """Any number of articles, each with some names that none had before."""
    chance = random.Random(5)
    for part in itertools.count():
        fresh = range(part * NAMED_ANEW, (part + 1) * NAMED_ANEW)
        known = {zipf(chance, max(1, part * NAMED_ANEW)) for _ in range(KNOWN)}
        yield made_article([*fresh, *sorted(known - {*fresh})], part)


def main() -> int:
    """Fill an index, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--articles", type=int, default=300, help="how many are measured each time")
    parser.add_argument("--short", action="store_true", help=f"{SHORT} names, to see that it works")
    args = parser.parse_args()
    stages = [SHORT] if args.short else sorted(args.names)
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / FILE_NAME) as library,
        Index.open(Path(folder) / FILE_NAME, Path(folder)) as index,
    ):
        made = articles()
        known = 0
        for names in stages:
            fill(index, library, made, -(-(names - known) // NAMED_ANEW))
            known = names
            report(names, [measured(index, library, each) for each in itertools.islice(made, args.articles)])
            size = (Path(folder) / "index.db").stat().st_size
            print(f"  index of {size / 1e6:.0f} MB", flush=True)
    return 0


def fill(index: Index, library: Library, made: Iterator[tuple[Article, Analysis]], count: int) -> None:
    """Take in so many articles, and print what each cost."""
    began = time.process_time()
    for start in range(0, count, BATCH):
        take_in(index, library, itertools.islice(made, min(BATCH, count - start)))
    print(f"{count} articles taken in, {(time.process_time() - began) / count * 1000:.1f} ms each")


def report(names: int, costs: list[tuple[float, float]]) -> None:
    """Print what one more article costs."""
    print(f"{names} names; one more article:")
    for what, found in zip(("processor", "clock"), zip(*costs, strict=True), strict=True):
        most = quantiles(found, n=20)[-1]
        print(f"  {what}: median {median(found):.1f} ms, 95 of 100 within {most:.1f} ms, all {max(found):.1f}")


def take_in(index: Index, library: Library, made: Iterator[tuple[Article, Analysis]]) -> None:
    """Take in many articles at once."""
    found = [*made]
    with library.writing() as unit:
        records = [unit.articles.remember(article) for article, _ in found]
    index.follow(library)
    with index.writing():
        for record, (article, analysis) in zip(records, found, strict=True):
            index.name(record, article, analysis, "rules")


def measured(index: Index, library: Library, made: tuple[Article, Analysis]) -> tuple[float, float]:
    """Milliseconds in which the names of an article are taken in: of the processor, and on the clock."""
    with library.writing() as unit:
        record = unit.articles.remember(made[0])
    index.follow(library)
    began = time.process_time(), time.perf_counter()
    index.name(record, *made, "rules")
    return (time.process_time() - began[0]) * 1000, (time.perf_counter() - began[1]) * 1000


if __name__ == "__main__":
    sys.exit(main())
