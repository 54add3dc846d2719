"""Which articles are taken for one story: recall over made copies, and what of different events is put together.

    python benchmarks/stories.py [FILE…] [--count N] [--short]

`.jsonl` files have objects with “id”, “text” and “published”, other files are an article each; without any, the sample
articles serve. Each article is copied as agencies' customers do: cut, with another lead, rewritten lightly and
heavily, brought up to date with paragraphs of other articles and other numbers. Different events are all pairs of the
articles as they are, and, which is harder, copies in which all names and numbers are exchanged for those of another
article, as in reports of one kind. The copies are always the same ones. What it costs is measured with so many articles
made by recombining paragraphs, for the last thousand of them.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import combinations, islice
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

from made_up_news import News

from newsreader import resources, sources
from newsreader.index.index import Index
from newsreader.store.library import FILE_NAME, Library
from newsreader.stories.likeness import DAYS, likeness
from newsreader.stories.sketch import sketch_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsreader.article import Article
    from newsreader.stories.sketch import Sketch

FEWEST_WORDS = 120
"""Shorter articles are not copied: a part of them is no article."""
SHORT = 40
LAST = 1000
"""Articles that come in at once."""

_SENTENCE = re.compile(r'(?<=[.!?])["”]?\s+(?=[A-Z“"])')
_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+(?: [A-Z]\w+)*|\b\d+\b")
_FILLING = """
said told while after before about also which would could their these those more other into over under between because
since until during against report officials people according later early new
""".split()


class Told(NamedTuple):
    """An article."""

    id: str
    paragraphs: list[str]
    day: date | None

    def sketch(self) -> Sketch:
        """What is compared of it."""
        return sketch_of(self.paragraphs, self.day)


def read(files: Sequence[Path]) -> list[Told]:
    """The articles of the files."""
    found = []
    for file in files or resources.samples():
        if file.suffix != ".jsonl":
            article = sources.load(str(file))
            found.append(Told(file.name, article.text.split("\n\n"), article.metadata.published))
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            found.append(Told(record["id"], record["text"].split("\n\n"), _day(record)))
    return list({each.id: each for each in found}.values())


def _day(record: dict[str, str]) -> date | None:
    day = re.search(r"\b\d{4}-\d\d-\d\d\b", record.get("published") or record["id"])
    return date.fromisoformat(day[0]) if day else None


Chance = random.Random
Copying = "Callable[[list[str], Chance], list[str]]"


def cut(paragraphs: list[str], chance: Chance) -> list[str]:
    """Its beginning, a third to two thirds of it."""
    return paragraphs[: max(2, round(len(paragraphs) * chance.uniform(0.3, 0.7)))]


def new_lead(paragraphs: list[str], chance: Chance) -> list[str]:
    """Another first paragraph of half of its words."""
    sentences = _SENTENCE.split(paragraphs[0])
    kept = sentences[: max(1, len(sentences) - 1)]
    return [" ".join(_put_otherwise(each, chance, 0.5) for each in kept), *paragraphs[1:]]


def rewritten(paragraphs: list[str], chance: Chance, share: float = 0.25, left_out: float = 0.2) -> list[str]:
    """A share of its words replaced, clauses turned round, and sentences left out."""
    found = []
    for each in paragraphs:
        kept = [_put_otherwise(s, chance, share) for s in _SENTENCE.split(each) if chance.random() > left_out]
        found += [" ".join(kept)] if kept else []
    return found


def cut_and_rewritten(paragraphs: list[str], chance: Chance) -> list[str]:
    """A part of what was rewritten."""
    return cut(rewritten(paragraphs, chance), chance)


def updated(paragraphs: list[str], chance: Chance, others: list[Told]) -> list[str]:
    """With a new beginning and end from elsewhere, and three of ten small numbers raised."""
    other = chance.choice(others).paragraphs
    more = other[1 : max(1, len(paragraphs) // 3)]
    text = "\n\n".join([*other[:1], *(paragraphs[:-1] if len(paragraphs) > 3 else paragraphs), *more])
    raised = re.sub(r"\b\d{1,3}\b", lambda m: str(int(m[0]) + (chance.random() < 0.3)), text)
    return raised.split("\n\n")


def of_one_kind(paragraphs: list[str], chance: Chance, others: list[Told]) -> list[str]:
    """The same report with other names and numbers: another event."""
    pool = _NAME.findall("\n".join(chance.choice(others).paragraphs)) or ["Nowhere"]
    given: dict[str, str] = {}
    return [_NAME.sub(lambda m: given.setdefault(m[0], chance.choice(pool)), each) for each in paragraphs]


def _put_otherwise(sentence: str, chance: Chance, share: float) -> str:
    parts = sentence.split(", ")
    turned = [*parts[1:], parts[0]] if len(parts) > 1 and chance.random() < 0.5 else parts
    words = ", ".join(turned).split(" ")
    return " ".join(chance.choice(_FILLING) if w.islower() and chance.random() < share else w for w in words)


def main() -> None:
    """Copy, compare and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--short", action="store_true", help=f"{SHORT} articles")
    options = parser.parse_args()
    articles = read(options.files)[: SHORT if options.short else None]
    sketches = [each.sketch() for each in articles]
    copied = [each for each in articles if sum(len(p.split()) for p in each.paragraphs) >= FEWEST_WORDS]
    kinds: dict[str, Callable[[list[str], Chance], list[str]]] = {
        "cut to a third or two": cut,
        "another lead": new_lead,
        "lightly rewritten": rewritten,
        "lightly rewritten and cut": cut_and_rewritten,
        "heavily rewritten": partial(rewritten, share=0.45, left_out=0.3),
        "brought up to date": partial(updated, others=articles),
    }
    print("| copies | one story | of |\n|---|---:|---:|")
    everything = 0
    for name, copying in kinds.items():
        folded = _folded(copied, copying)
        everything += folded
        print(f"| {name} | {folded / len(copied):.1%} | {len(copied)} |")
    print(f"| all | {everything / len(copied) / len(kinds):.1%} | {len(copied) * len(kinds)} |")

    near = [(a, b) for a, b in combinations(sketches, 2) if a.day and b.day and abs((a.day - b.day).days) <= DAYS]
    wrong = sum(likeness(a, b) is not None for a, b in combinations(sketches, 2))
    print("\n| different events | one story | of |\n|---|---:|---:|")
    print(f"| any two of the articles | {wrong} | {len(sketches) * (len(sketches) - 1) // 2} |")
    print(f"| any two within {DAYS} days | {sum(likeness(a, b) is not None for a, b in near)} | {len(near)} |")
    other = _folded(copied, partial(of_one_kind, others=articles))
    print(f"| the same with other names and numbers | {other} | {len(copied)} |")
    count = LAST + SHORT if options.short else options.count
    print(f"\n| with {count} articles | |\n|---|---:|\n| milliseconds an article | {_cost(options.files, count):.2f} |")


def _cost(files: Sequence[Path], count: int) -> float:
    """Milliseconds of processor time to compare each of the last articles with all others."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE_NAME
        with Library.open(path) as library, Index.open(path, Path(folder)) as index:
            for batch in batched(iter(News(files, count)), LAST):
                with library.writing() as unit:
                    for record in batch:
                        unit.articles.remember(_article(record))
                index.follow(library)
                begun = process_time()
                index.fold(library)
            return 1000 * (process_time() - begun) / len(batch)


def batched(records: Iterator[dict[str, str]], size: int) -> Iterator[list[dict[str, str]]]:
    """The records in lists of so many."""
    while batch := [*islice(records, size)]:
        yield batch


def _article(record: dict[str, str]) -> Article:
    article = sources.from_text(record["text"])
    data = replace(article.metadata, title=record["title"], published=date.fromisoformat(record["published"]))
    return replace(article, metadata=data)


def _folded(articles: list[Told], copying: Callable[[list[str], Chance], list[str]]) -> int:
    """How many are one story with their copy of a day later."""
    chance = Chance(5)
    found = 0
    for each in articles:
        day = each.day + timedelta(days=1) if each.day else None
        found += likeness(each.sketch(), sketch_of(copying(each.paragraphs, chance), day)) is not None
    return found


if __name__ == "__main__":
    main()
