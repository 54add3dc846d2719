"""Where one thing stands: in which articles, by which names, and why all of them are taken for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.events import NameKnown
from newsreader.entity import Category
from newsreader.identities.marks import are_apart, why_apart
from newsreader.index.asking import Asked, Asker
from newsreader.index.claims import paragraphs_in, places_in
from newsreader.index.counting import listed
from newsreader.index.numbering import article_of
from newsreader.index.words_sought import match_of
from newsreader.query.conditions import Term
from newsreader.query.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set
    from datetime import date

    from newsreader.index.rows import Rows
    from newsreader.query.conditions import Condition

_APPEARANCES = """
SELECT article.id, day, claim.shown, claim.forms, claim.places FROM bearer
JOIN claim ON claim.bearer = bearer.id JOIN article ON article.document = claim.document
"""
_THINGS = """
SELECT name.id, category, name.name, articles, mentions FROM name
WHERE articles > 0 AND {which} ORDER BY articles DESC, mentions DESC, name.key LIMIT ?
"""
_FORMED = "id IN (SELECT name FROM form WHERE id IN (SELECT rowid FROM form_word WHERE form_word MATCH ?))"
_EXACTLY = "id IN (SELECT name FROM form WHERE words = ?)"


Places = tuple[tuple[int, int, int], ...]
"""Start, end and paragraph of each mention, in order."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, place or organisation over all articles."""

    id: int
    """The number of it in this index; another index has others."""
    category: Category
    name: str
    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Appearance:
    """A thing in one article."""

    article: int
    day: str
    """The day that the article is listed under, ISO 8601."""
    name: str
    """What the article calls it in full."""
    forms: tuple[str, ...]
    places: Places


@dataclass(frozen=True, slots=True)
class TimeIn:
    """Days of which an article speaks at one place."""

    start: int
    end: int
    first: str
    """ISO 8601, as is the last."""
    last: str
    doubt: str
    """Why it is a guess; empty for one that is certain enough."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two names are taken for names of one thing."""

    text: str
    """A sentence."""
    sure: bool


class Things:
    """Asks the index about single things. Everything may raise `IndexFileError`, or `Interrupted`."""

    def __init__(self, rows: Rows, today: date) -> None:
        """Take the index; ages in queries count from `today`."""
        self._rows = rows
        self._today = today

    def called(self, name: str, limit: int) -> list[Thing]:
        """What has exactly that name somewhere, or else a name with these words; that of most articles first."""
        if not words(name):
            return []
        exact = self._things(_EXACTLY, " ".join(words(name)), limit)
        return exact or self._things(_FORMED, match_of(Term(name)), limit)

    def of(self, number: int) -> Thing | None:
        """The thing of that number."""
        return next(iter(self._things("id = ?", number, 1)), None)

    def several(self, numbers: Iterable[int]) -> dict[int, Thing]:
        """The things of these numbers, by them."""
        rows = self._rows.all(
            f"SELECT id, category, name, articles, mentions FROM name WHERE id IN ({listed(numbers)})"
        )
        return {each.id: each for each in _made(rows)}

    def named(self, name: NameKnown) -> Thing | None:
        """What a name that was known is a name of now."""
        rows = self._rows.all(
            """
            SELECT name.id, name.category, name.name, name.articles, name.mentions
            FROM bearer JOIN name ON name.id = bearer.name
            WHERE bearer.category = ? AND bearer.key = ? ORDER BY mark = ? DESC, bearer.articles DESC LIMIT 1
            """,
            (name.category.value, name.key, name.mark),
        )
        return next(iter(_made(rows)), None)

    def appearances(self, thing: int, condition: Condition | None = None) -> list[Appearance]:
        """Where a thing stands in the articles that a condition finds, the newest first."""
        where = Asker(self._today).asked(condition) if condition else Asked("1")
        rows = self._rows.all(
            f"{_APPEARANCES} WHERE bearer.name = ? AND ({where.sql}) "
            "ORDER BY article.day DESC, article.id DESC, claim.shown",
            (thing, *where.parameters),
        )
        return [
            Appearance(article, day, shown, tuple(forms.split("\n")), places_in(places))
            for article, day, shown, forms, places in rows
        ]

    def in_article(self, article: int) -> list[tuple[Thing, Appearance]]:
        """What stands in an article, in order of the first mention."""
        rows = self._rows.all(
            """
            SELECT name.id, name.category, name.name, name.articles, name.mentions,
                day, claim.shown, claim.forms, claim.places
            FROM article JOIN claim ON claim.document = article.document
            JOIN bearer ON bearer.id = claim.bearer JOIN name ON name.id = bearer.name WHERE article.id = ?
            """,
            (article,),
        )
        found = [
            (
                Thing(number, Category(category), name, articles, mentions),
                Appearance(article, day, shown, tuple(forms.split("\n")), places_in(places)),
            )
            for number, category, name, articles, mentions, day, shown, forms, places in rows
        ]
        return sorted(found, key=lambda each: each[1].places)

    def beside(self, within: Mapping[int, Set[int]]) -> dict[int, list[tuple[int, Places]]]:
        """What stands in some paragraphs of articles, given by the articles' numbers.

        For each article the numbers of the things, each with its places there.
        """
        rows = self._rows.all(
            f"""
            SELECT bearer.name, claim.document, claim.places FROM claim JOIN bearer ON bearer.id = claim.bearer
            WHERE claim.document IN (SELECT document FROM article WHERE id IN ({listed(within)}))
            AND bearer.name IS NOT NULL
            """
        )
        found: dict[int, list[tuple[int, Places]]] = {}
        for number, document, places in rows:
            article = article_of(document)
            if not within[article].isdisjoint(paragraphs_in(places)):
                here = tuple(each for each in places_in(places) if each[2] in within[article])
                found.setdefault(article, []).append((number, here))
        return found

    def times(self, articles: Iterable[int]) -> dict[int, list[TimeIn]]:
        """The days on the calendar of which some articles speak, in order of their place, by the articles' numbers."""
        rows = self._rows.all(
            f"""
            SELECT article.id, times FROM named JOIN article ON article.document = named.document
            WHERE article.id IN ({listed(articles)})
            """
        )
        return {article: [*_times_in(times)] for article, times in rows}

    def reasons(self, thing: int) -> list[Reason]:
        """Why the names of a thing are taken for one, those that are sure first."""
        rows = self._rows.all(
            """
            SELECT DISTINCT reason, sure FROM bearer JOIN link
            ON link.category = bearer.category AND link.one = bearer.key
            WHERE bearer.name = ? AND bearer.apart = '' AND reason <> '' ORDER BY sure DESC, reason
            """,
            (thing,),
        )
        return [*self._said(thing), *(Reason(text, bool(sure)) for text, sure in rows)]

    def _said(self, thing: int) -> list[Reason]:
        """Which of its names the person said to be one."""
        rows = self._rows.all(
            """
            SELECT DISTINCT min(own.shown, other.shown), max(own.shown, other.shown) FROM said
            JOIN bearer AS own ON (own.category, own.key, own.mark) = (said.category, said.key, said.mark)
            JOIN bearer AS other ON (other.category, other.key, other.mark) = (said.category, said.other, other_mark)
            WHERE word = 'one' AND own.name = ? AND other.name = own.name ORDER BY 1, 2
            """,
            (thing,),
        )
        return [Reason(f"It was said that {_both(*shown)} are one.", sure=True) for shown in rows]

    def names(self, thing: int) -> list[NameKnown]:
        """The names of a thing, that of most articles first: what the person can say something of."""
        rows = self._rows.all(
            "SELECT category, key, mark, shown FROM bearer WHERE name = ? ORDER BY articles DESC, key, mark", (thing,)
        )
        return [NameKnown(Category(category), key, mark, shown) for category, key, mark, shown in rows]

    def apart(self, thing: int) -> list[Thing]:
        """Others of the same name, that of most articles first."""
        rows = self._rows.all(
            """
            SELECT DISTINCT name.id, name.category, name.name, name.articles, name.mentions FROM bearer AS own
            JOIN bearer AS other ON other.category = own.category AND other.key = own.key
            JOIN name ON name.id = other.name
            WHERE own.name = ? AND other.name <> own.name AND name.articles > 0 ORDER BY name.articles DESC, name.id
            """,
            (thing,),
        )
        return _made(rows)

    def why_apart(self, thing: int, other: int) -> str:
        """What articles say of two of a name that cannot be said of one, in words; empty if it is not by that."""
        rows = self._rows.all(
            """
            SELECT own.mark, other.mark FROM bearer AS own
            JOIN bearer AS other ON other.category = own.category AND other.key = own.key
            WHERE own.name = ? AND other.name = ? ORDER BY own.articles + other.articles DESC LIMIT 20
            """,
            (thing, other),
        )
        return next((why_apart(*marks) for marks in rows if are_apart(*marks)), "")

    def _things(self, which: str, sought: object, limit: int) -> list[Thing]:
        return _made(self._rows.all(_THINGS.format(which=which), (sought, limit)))


def _both(one: str, other: str) -> str:
    return f"“{one}” and “{other}”" if one != other else f"those who are called “{one}”"


def _times_in(kept: str) -> Iterator[TimeIn]:
    for line in kept.splitlines():
        start, end, first, last, doubt = line.split("\t")
        yield TimeIn(int(start), int(end), first, last, doubt)


def _made(rows: Iterable[tuple[int, str, str, int, int]]) -> list[Thing]:
    return [Thing(number, Category(kind), name, *counts) for number, kind, name, *counts in rows]
