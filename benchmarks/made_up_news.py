"""Makes a library of very many articles, with names and days and an index, to try things with.

    python benchmarks/made_up_news.py FOLDER [ARTICLES.jsonl …] [--count N]

The articles are made of the paragraphs of the given ones, or of the samples, and of sentences with names. A few of
these stand in very many articles, and most in one or two, as in news. The same number makes the same articles.
NEWSREADER_DATA_DIR=FOLDER/data and NEWSREADER_CACHE_DIR=FOLDER/cache open the library.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from newsreader import resources, sources
from newsreader.article import Origin, OriginKind
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue
from newsreader.index.index import Index
from newsreader.store.library import FILE_NAME, Library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.article import Article

_Thing = TypeVar("_Thing")

SHORTEST = 80
"""Characters of a paragraph that is worth recombining."""
BATCH = 1000
EACH = 4
"""Sentences with names in an article."""
RULES = "made up"

_CONSONANTS, _VOWELS = "bdfghjklmnprstvz", "aeiou"
_ENDS = {Category.PERSON: "", Category.PLACE: "ham", Category.ORGANISATION: " Council"}
_SHARES = {Category.PERSON: 5, Category.PLACE: 10, Category.ORGANISATION: 10}
"""Articles for each name of a category."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence tells: a name of each category by its rank, and a day."""

    ranks: dict[Category, int]
    day: date

    @property
    def sentence(self) -> str:
        """In words."""
        person, place, body = (name(self.ranks[each], each) for each in _ENDS)
        return f"{person} of the {body} spoke in {place} on {self.when}. {person.split()[1]} said no more."

    @property
    def when(self) -> str:
        """The day as the sentence has it."""
        return f"{self.day.day} {self.day:%B %Y}"


@lru_cache(100_000)
def name(rank: int, category: Category) -> str:
    """The name of that rank: different ones for different ranks."""
    if category is Category.PERSON:
        return f"{_word(rank * 7 % 211 + 16)} {_word(rank + 5000)}"
    return f"{_word(rank + 400)}{_ENDS[category]}"


def _word(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number, len(_CONSONANTS) * len(_VOWELS))
        letters += _CONSONANTS[rest % len(_CONSONANTS)] + _VOWELS[rest // len(_CONSONANTS)]
    return letters.capitalize()


class News:
    """So many made-up articles."""

    def __init__(self, files: Sequence[Path], count: int) -> None:
        articles = [each for file in files or resources.samples() for each in _articles(file)]
        self._titles = [title for title, _ in articles]
        self._paragraphs = [each for _, text in articles for each in text.split("\n\n") if len(each) > SHORTEST]
        self.count = count

    def __iter__(self) -> Iterator[dict[str, str]]:
        """The records of `newsreader add --from jsonl`."""
        return map(self.record, range(self.count))

    def record(self, number: int) -> dict[str, str]:
        """One of them."""
        day, told, chance = self.told(number)
        paragraphs = chance.choices(self._paragraphs, k=chance.randint(3, 9))
        for place, each in enumerate(told):
            paragraphs[place % len(paragraphs)] += f" {each.sentence}"
        title = f"{chance.choice(self._titles)} ({number})"
        return {"id": f"a{number}", "title": title, "published": day.isoformat(), "text": "\n\n".join(paragraphs)}

    def analysis(self, number: int, article: Article) -> Analysis:
        """What would be found in it."""
        told = self.told(number)[1]
        entities = [_entity(article.text, each.ranks[category], category) for each in told for category in each.ranks]
        return Analysis(article.sha256, RULES, (*entities, *(_dated(article.text, each) for each in told)), 1, 1)

    def told(self, number: int) -> tuple[date, list[Told], random.Random]:
        """Of an article, its day, what it tells, and what makes up the rest of it."""
        chance = random.Random(number)
        day = date(2015, 1, 1) + timedelta(days=chance.randrange(4000))
        told = [
            Told(
                # The probability of a rank is the inverse of it.
                {each: int(max(2, self.count / share) ** chance.random()) for each, share in _SHARES.items()},
                day - timedelta(days=chance.randrange(40)),
            )
            for _ in range(EACH)
        ]
        return day, told, chance


def _articles(file: Path) -> Iterator[tuple[str, str]]:
    """The titles and texts in a file."""
    if file.suffix != ".jsonl":
        article = sources.load(str(file))
        yield article.metadata.title or "Untitled", article.text
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield record.get("title") or "Untitled", record["text"]


def _entity(text: str, rank: int, category: Category) -> Entity:
    full = name(rank, category)
    at = max(0, text.find(full))
    places = [(at, at + len(full))]
    if category is Category.PERSON:
        short = full.split()[1]
        at = text.find(f"{short} said", at)
        places += [(at, at + len(short))] if at > 0 else []
    mentions = tuple(Mention(start, end, category.value, category) for start, end in places)
    return Entity(f"{category.value}:{rank}", category, full, (), mentions)


def _dated(text: str, told: Told) -> Entity:
    day = told.day
    start = max(0, text.find(told.when))
    time = TimeValue("DATE", f"{day}", f"{day}", f"{day + timedelta(days=1)}")
    mention = Mention(start, start + len(told.when), "DATE", Category.DATE, time=time)
    return Entity(f"date:{day}", Category.DATE, f"{day}", (), (mention,))


def take_in(news: News, folder: Path) -> None:
    """Have a library of the articles, and its index, without names."""
    with Library.open(folder / "data" / FILE_NAME) as library:
        for some in batches(news):
            with library.writing() as unit:
                for each in some:
                    origin = Origin(OriginKind.RECORD, each["id"])
                    day = date.fromisoformat(each["published"])
                    unit.articles.remember(
                        sources.from_text(each["text"], title=each["title"], published=day, origin=origin)
                    )
        with Index.open(library_file(folder), folder / "cache") as index:
            index.follow(library)


def name_all(news: News, folder: Path) -> None:
    """Take the names and days of all articles into the index; the numbers of the articles are those of the library."""
    with Library.open(library_file(folder)) as library, Index.open(library_file(folder), folder / "cache") as index:
        for some in batches(range(news.count)):
            with index.writing():
                for number in some:
                    record = library.latest(number + 1)
                    assert record is not None
                    article = library.stored(record)
                    index.name(record, article, news.analysis(number, article), RULES)
        index.packing.do()


def batches(things: Iterable[_Thing], size: int = BATCH) -> Iterator[list[_Thing]]:
    """Things, so many at a time."""
    rest = iter(things)
    while some := [*islice(rest, size)]:
        yield some


def library_file(folder: Path) -> Path:
    """Where the library is."""
    return folder / "data" / FILE_NAME


def main() -> None:
    """Make it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("articles", type=Path, nargs="*")
    parser.add_argument("--count", type=int, default=100_000)
    args = parser.parse_args()
    news = News(args.articles, args.count)
    take_in(news, args.folder)
    name_all(news, args.folder)


if __name__ == "__main__":
    main()
