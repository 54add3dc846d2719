"""What articles claim of the names in them, kept in the index, and how they call what, counted over all articles.

A bearer is a name with the mark that an article gives it; who is in fact one thing is worked out in `things`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.identities.claims import claims_of
from newsreader.identities.linking import MOST, Owners, Use
from newsreader.index import said
from newsreader.index.content import names_in
from newsreader.index.schema import CALLED_KEY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.article import Article
    from newsreader.entity import Analysis
    from newsreader.identities.claims import Claim, Name
    from newsreader.index.content import NameIn


_CALL = """
INSERT INTO called VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
SET (articles, short) = (articles + excluded.articles, max(short, excluded.short))
"""
_WRITE = """
INSERT INTO written VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET articles = articles + excluded.articles
"""
_UNWRITTEN = "DELETE FROM written WHERE bearer = ? AND shown = ? AND articles = 0"
# Of what is as frequent the longer is shown: it is the fuller one.
_COUNT = """
UPDATE bearer SET articles = articles + ?2, shown = coalesce(
    (SELECT shown FROM written WHERE bearer = ?1 ORDER BY articles DESC, length(shown) DESC, shown LIMIT 1), shown
) WHERE id = ?1
"""
_SETTLED = 3
"""With so many articles, one more changes nothing for those that are called by a form of the name."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A row of `bearer`."""

    key: Name
    number: int
    mark: str
    shown: str
    vague: int
    articles: int
    apart: str | None
    name: int | None
    """The row of what it is taken for, if it is known yet."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What was claimed anew, or not any more."""

    names: set[Name]
    called: set[Name]
    """What other names there may be of it."""

    def __or__(self, other: Touched) -> Touched:
        """Both."""
        return Touched(self.names | other.names, self.called | other.called)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim of one article as it is kept."""

    bearer: int
    shown: str
    forms: tuple[str, ...]
    places: tuple[tuple[int, int, int], ...]
    """Start, end and paragraph of each mention, in order."""


def take_in(index: sqlite3.Connection, number: int, article: Article, analysis: Analysis) -> Touched:
    """Keep what an article with the document of that number claims."""
    names = {each.entity: each for each in names_in(analysis, article.text)}
    claims = [claim for claim in claims_of(article, analysis) if claim.entity in names]
    starts = [paragraph.start for paragraph in article.paragraphs]
    kept: dict[int, _Kept] = {}
    for claim in claims:
        bearer = _bearer(index, claim, said.mark_in(index, claim.name, number, claim.mark))
        kept.setdefault(bearer, _Kept(claim)).add(claim, names[claim.entity], starts)
    for bearer, each in kept.items():
        index.execute("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?)", (bearer, number, *each.row()))
        _count(index, bearer, each.claim.shown, 1)
        category, key = each.claim.name
        index.executemany(_CALL, [(category.value, form, key, 1, 0) for form in sorted(each.called)])
    called = {(each.claim.name[0], form) for each in kept.values() for form in each.called}
    return Touched({claim.name for claim in claims}, called)


def take_out(index: sqlite3.Connection, number: int) -> Touched:
    """Forget what the article with that document claimed."""
    rows = index.execute(
        "SELECT bearer, category, key, claim.shown, called FROM claim JOIN bearer ON bearer.id = bearer "
        "WHERE document = ?",
        (number,),
    ).fetchall()
    index.execute("DELETE FROM claim WHERE document = ?", (number,))
    touched = Touched(set(), set())
    known = Known(index)
    for bearer, category, key, shown, called in rows:
        name, forms = (Category(category), key), [*filter(None, called.split("\n"))]
        _count(index, bearer, shown, -1)
        index.executemany(_CALL, [(category, form, key, -1, 0) for form in forms])
        touched.names.update(known.alike(name))
        touched.called.update((name[0], form) for form in _forms_of(index, name))
    for category, name_key in sorted(touched.names):
        _clear(index, category.value, name_key)
    return touched


def _count(index: sqlite3.Connection, bearer: int, shown: str, articles: int) -> None:
    """Count one article more or less that calls a bearer so, which is shown by what most articles call it."""
    index.execute(_WRITE, (bearer, shown, articles))
    if articles < 0:
        index.execute(_UNWRITTEN, (bearer, shown))
    index.execute(_COUNT, (bearer, articles))


def is_written(index: sqlite3.Connection, bearers: Iterable[int], shown: str) -> bool:
    """Whether some article calls one of these bearers so."""
    sql = "SELECT 1 FROM written WHERE bearer = ? AND shown = ?"
    return any(index.execute(sql, (bearer, shown)).fetchone() for bearer in bearers)


def _clear(index: sqlite3.Connection, category: str, key: str) -> None:
    """Take out how a name was called where it is not any more, all of it if no article has the name."""
    here = (category, key)
    index.execute(
        f"DELETE FROM called {CALLED_KEY} WHERE category = ? AND key = ? AND articles = 0 AND NOT short", here
    )
    if index.execute("SELECT sum(articles) FROM bearer WHERE category = ? AND key = ?", here).fetchone() == (0,):
        index.execute("DELETE FROM called WHERE category = ? AND key = ?", here)
        index.execute("DELETE FROM spelling WHERE category = ? AND key = ?", here)


def claimed(index: sqlite3.Connection, number: int) -> list[Claimed]:
    """What an article claims."""
    rows = index.execute("SELECT bearer, shown, forms, places FROM claim WHERE document = ?", (number,))
    return [Claimed(bearer, shown, tuple(forms.split("\n")), places_in(blob)) for bearer, shown, forms, blob in rows]


def places_in(blob: bytes) -> tuple[tuple[int, int, int], ...]:
    """The places of mentions as they were kept: start, end, paragraph."""
    numbers = iter(array("I", blob))
    return tuple(zip(numbers, numbers, numbers, strict=True))


def paragraphs_in(blob: bytes) -> array[int]:
    """Only the paragraphs of these places."""
    return array("I", blob)[2::3]


@dataclass(slots=True)
class _Kept:
    """What is kept of the entities of an article that are one bearer."""

    claim: Claim
    forms: dict[str, None] = field(default_factory=dict)
    places: list[tuple[int, int, int]] = field(default_factory=list)
    called: set[str] = field(default_factory=set)

    def add(self, claim: Claim, name: NameIn, starts: Sequence[int]) -> None:
        """Add an entity; `starts` are those of the paragraphs."""
        self.forms.update(dict.fromkeys(" ".join(form.split()) for form in name.forms))
        self.places += [(start, end, max(0, bisect_right(starts, start) - 1)) for start, end in name.places]
        self.called.update(claim.called)

    def row(self) -> tuple[str, str, bytes, str, str]:
        """The columns of `claim` behind the keys."""
        numbers = array("I", [number for place in sorted(self.places) for number in place])
        return (
            self.claim.shown,
            "\n".join(self.forms),
            numbers.tobytes(),
            "\n".join(sorted(self.called)),
            self.claim.mark,
        )


def _bearer(index: sqlite3.Connection, claim: Claim, mark: str) -> int:
    """The number of the bearer that is claimed."""
    category, key = claim.name[0].value, claim.name[1]
    rows = index.execute("SELECT mark, id, articles FROM bearer WHERE category = ? AND key = ?", (category, key))
    known = {mark: (number, articles) for mark, number, articles in rows}
    if not any(articles for _, articles in known.values()):
        index.executemany(_CALL, [(category, form, key, 0, 1) for form in claim.short])
        spellings = [(category, spelling, key) for spelling in claim.same]
        index.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?, ?)", spellings)
    if mark in known:
        return int(known[mark][0])
    return _new_bearer(index, claim.name, mark, claim.shown, vague=claim.vague)


def _new_bearer(index: sqlite3.Connection, name: Name, mark: str, shown: str, *, vague: bool) -> int:
    made = index.execute(
        "INSERT INTO bearer (category, key, mark, shown, vague, articles) VALUES (?, ?, ?, ?, ?, 0)",
        (name[0].value, name[1], mark, shown, vague),
    )
    assert made.lastrowid is not None
    return made.lastrowid


def mark_again(index: sqlite3.Connection, names: Iterable[Name], articles: Iterable[int]) -> set[int]:
    """Give names in some articles the marks that they should have now, and return the documents where one changed."""
    numbers = ",".join(str(int(each)) for each in articles)
    documents = {each for (each,) in index.execute(f"SELECT document FROM article WHERE id IN ({numbers})")}
    changed: set[int] = set()
    for name in names:
        for document in sorted(documents):
            rows = index.execute(
                """
                SELECT bearer.id, bearer.mark, bearer.shown, vague, claim.mark FROM claim
                JOIN bearer ON bearer.id = claim.bearer WHERE document = ? AND category = ? AND key = ?
                """,
                (document, name[0].value, name[1]),
            ).fetchall()
            for bearer, mark, shown, vague, own in rows:
                wanted = said.mark_in(index, name, document, own)
                if wanted != mark:
                    changed.add(document)
                    _move_claim(index, bearer, document, _bearer_called(index, name, wanted, shown, vague=vague))
    return changed


def _bearer_called(index: sqlite3.Connection, name: Name, mark: str, shown: str, *, vague: bool) -> int:
    sql = "SELECT id FROM bearer WHERE (category, key, mark) = (?, ?, ?)"
    row = index.execute(sql, (name[0].value, name[1], mark)).fetchone()
    return int(row[0]) if row else _new_bearer(index, name, mark, shown, vague=vague)


def _move_claim(index: sqlite3.Connection, bearer: int, document: int, to: int) -> None:
    """Have an article claim another bearer; where it claims that one already, the places come together."""
    here = (bearer, document)
    sql = "SELECT places, shown FROM claim WHERE bearer = ? AND document = ?"
    own, there = (index.execute(sql, (each, document)).fetchone() for each in (bearer, to))
    if there is None:
        index.execute("UPDATE claim SET bearer = ? WHERE bearer = ? AND document = ?", (to, *here))
        _count(index, to, own[1], 1)
    else:
        both = sorted((*places_in(there[0]), *places_in(own[0])))
        blob = array("I", [number for place in both for number in place]).tobytes()
        index.execute("UPDATE claim SET places = ? WHERE bearer = ? AND document = ?", (blob, to, document))
        index.execute("DELETE FROM claim WHERE bearer = ? AND document = ?", here)
    _count(index, bearer, own[1], -1)


def affected(index: sqlite3.Connection, known: Known, touched: Touched) -> set[Name]:
    """The names whose links may change when how some are called has."""
    found = touched.names | touched.called
    for name in touched.names:
        if known.articles(name) <= _SETTLED:
            alike = {*known.alike(name)}
            found |= alike
            found.update((name[0], form) for each in alike for form in _forms_of(index, each))
    return {name for name in found if known.bearers(name)}


def _forms_of(index: sqlite3.Connection, name: Name) -> Iterator[str]:
    rows = index.execute("SELECT form FROM called WHERE category = ? AND key = ?", (name[0].value, name[1]))
    return (form for (form,) in rows)


class Known:
    """What the index knows of names over all articles, as long as nothing is taken in or out; `linking.Archive`."""

    def __init__(self, index: sqlite3.Connection) -> None:
        self._index = index
        self._bearers: dict[Name, list[Bearer]] = {}
        self._alike: dict[Name, set[Name]] = {}

    def bearers(self, name: Name) -> list[Bearer]:
        """The bearers of a name, also those that no article claims any more."""
        if (found := self._bearers.get(name)) is None:
            rows = self._index.execute(
                "SELECT id, mark, shown, vague, articles, apart, name FROM bearer WHERE category = ? AND key = ?",
                (name[0].value, name[1]),
            )
            found = self._bearers[name] = [Bearer(name, *row) for row in rows]
        return found

    def articles(self, name: Name) -> int:
        """See `linking.Archive`."""
        return sum(each.articles for each in self.bearers(name))

    def owners(self, name: Name) -> Owners:
        """See `linking.Archive`."""
        here = (name[0].value, name[1], name[1])
        rows = self._index.execute(
            f"""
            SELECT key, articles FROM called WHERE category = ? AND form = ? AND key <> ?
            ORDER BY articles DESC, key LIMIT {MOST}
            """,
            here,
        ).fetchall()
        articles, count = sum(articles for _, articles in rows), len(rows)
        if count == MOST:
            articles, count = self._index.execute(
                "SELECT sum(articles), count(*) FROM called WHERE category = ? AND form = ? AND key <> ?", here
            ).fetchone()
        uses = {(name[0], key): Use(articles, self.articles((name[0], key))) for key, articles in rows}
        return Owners(uses, articles, count)

    def alike(self, name: Name) -> set[Name]:
        """See `linking.Archive`."""
        if (found := self._alike.get(name)) is None:
            category = name[0].value
            sql = "SELECT spelling FROM spelling WHERE category = ? AND key = ?"
            spellings = self._index.execute(sql, (category, name[1])).fetchall()
            found = {name}
            for (spelling,) in spellings:
                sql = "SELECT key FROM spelling WHERE category = ? AND spelling = ?"
                found.update((name[0], key) for (key,) in self._index.execute(sql, (category, spelling)))
            self._alike[name] = found
        return found

    def is_vague(self, name: Name) -> bool:
        """See `linking.Archive`."""
        return any(each.vague for each in self.bearers(name))

    def shown(self, name: Name) -> str:
        """See `linking.Archive`."""
        most = min(self.bearers(name), key=lambda each: (-each.articles, each.mark), default=None)
        return most.shown if most else name[1]
