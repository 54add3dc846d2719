"""The rules of `[[rules]]` in `config.toml`: what is done with an article when it comes in, each article once.

A rule asks the index, so that it finds what a search for its query finds. One that asks for names waits until the
article has been read for names. How far the rules have come is kept in the library, together with what they did.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.query.conditions import And, Field, Near, Or, Saved, fields_of
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from newsreader.config import RuleSetting
    from newsreader.index.arrivals import Arrivals
    from newsreader.index.index import Index
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library
    from newsreader.store.protocols import ArticleStates

OF_NAMES = frozenset(("person", "place", "org", "name", "on"))
"""Fields by which an article is found only once it has been read for names."""
WATCH = "watch"
"""The act of a rule that has the names watched for which its query asks."""

SEEN = "rules came to"
"""The setting of the library with the number of the last article that was looked at."""
WAITING = "rules wait for names of"
"""The setting with the articles that rules about names have not looked at yet, as `ranges` writes them."""

_IS_NUMBER = re.compile("[0-9]{1,8}")

BATCH = 500
"""Articles that are looked at together."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is done with the articles that a query finds."""

    when: str
    """The query as it is written."""
    condition: Condition | None
    do: tuple[str, ...]
    """Each of `config.ACTS`, or `tag:` and a tag."""

    @property
    def is_about_names(self) -> bool:
        """Whether it can be told only of an article that was read for names."""
        return bool(fields_of(self.condition) & OF_NAMES)

    @property
    def names(self) -> tuple[Field, ...]:
        """The names for which the query asks, not those that it leaves out."""
        return tuple(_named(self.condition))


def read(settings: Iterable[RuleSetting], searches: Mapping[str, str]) -> tuple[list[Rule], list[str]]:
    """The rules of a configuration, and a sentence for each that is left aside since its query is mistaken.

    `searches` are the saved searches that a query may name.
    """
    rules, problems = [], []
    for each in settings:
        query = parse(each.when, ARTICLES, searches=searches)
        if query.mistakes or query.condition is None:
            why = query.mistakes[0].sentence if query.mistakes else "It asks for nothing."
            problems.append(f"{each.place}: the rule “{each.when}” is left aside: {why}")
            continue
        rule = Rule(each.when, query.condition, each.do)
        if WATCH in rule.do and not rule.names:
            nobody = "It names nobody to watch, as person:, place:, org: and name: do."
            problems.append(f"{each.place}: the rule “{each.when}” is left aside: {nobody}")
        else:
            rules.append(rule)
    return rules, problems


def _named(condition: Condition | None) -> Iterator[Field]:
    match condition:
        case Field(name, _) if name in OF_NAMES - {"on"}:
            yield condition
        case And(parts) | Or(parts):
            for part in parts:
                yield from _named(part)
        case Near(part) | Saved(_, part):
            yield from _named(part)


def begin(library: Library) -> None:
    """Have rules look at what comes in from now on, if they never did anything: before something is taken in."""
    with library.reading() as unit:
        if unit.settings.find(SEEN) is not None:
            return
    with library.writing() as unit:
        unit.settings.put(SEEN, str(unit.articles.last()))


def hold(library: Library, index: Index, settings: Sequence[RuleSetting]) -> tuple[Counter[str], list[str]]:
    """Do what the rules of a configuration say, as `apply`, and return the sentences of `read`, too."""
    with library.reading() as unit:
        searches = {each.name: each.query for each in unit.searches.all()} if settings else {}
    rules, problems = read(settings, searches)
    return apply(library, index, rules), problems


def apply(library: Library, index: Index, rules: Sequence[Rule]) -> Counter[str]:
    """Do what the rules say with all articles that came in since, and return how often each thing was done.

    The index must know what is in the library, and does so afterwards. Killed at any moment, nothing is done twice.
    """
    done: Counter[str] = Counter()
    begin(library)
    if not rules:
        _pass_over_all(library)
        return done
    while _apply_batch(library, index.arrivals, rules, done):
        pass
    _apply_to_named(library, index, [each for each in rules if each.is_about_names], done)
    if done.total():
        index.follow(library)
    return done


def _pass_over_all(library: Library) -> None:
    """Where there are no rules, what came in is past, and never looked at by rules that are written later."""
    with library.reading() as unit:
        wanted = {SEEN: str(unit.articles.last()), WAITING: ""}
        if all((unit.settings.find(name) or "") == value for name, value in wanted.items()):
            return
    with library.writing() as unit:
        for name, value in wanted.items():
            unit.settings.put(name, value)


def _apply_batch(library: Library, arrivals: Arrivals, rules: Sequence[Rule], done: Counter[str]) -> bool:
    with library.reading() as unit:
        seen = unit.settings.find(SEEN)
    articles = arrivals.after(_number(seen), BATCH)
    if not articles:
        return False
    found = {rule: arrivals.found(rule.condition, articles) for rule in rules if not rule.is_about_names}
    with library.writing() as unit:
        if unit.settings.find(SEEN) != seen:
            return True  # somebody else was there meanwhile
        unit.settings.put(SEEN, str(articles[-1]))
        if any(rule.is_about_names for rule in rules):
            waiting = numbers(unit.settings.find(WAITING) or "")
            unit.settings.put(WAITING, ranges({*waiting, *articles}))
        _do(unit.states, found, done)
    return True


def _apply_to_named(library: Library, index: Index, rules: Sequence[Rule], done: Counter[str]) -> None:
    with library.reading() as unit:
        waited = unit.settings.find(WAITING) or ""
    named = index.arrivals.named(numbers(waited)) if waited else []
    if not named:
        return
    found = {rule: index.arrivals.found(rule.condition, named) for rule in rules}
    for rule, articles in found.items():
        if WATCH in rule.do:  # before the rest is noted: once more does nothing
            done[WATCH] += sum(_watch(library, index, rule, article) for article in articles)
    with library.writing() as unit:
        if (unit.settings.find(WAITING) or "") == waited:
            unit.settings.put(WAITING, ranges(numbers(waited) - {*named}))
            _do(unit.states, found, done)


def _watch(library: Library, index: Index, rule: Rule, article: int) -> int:
    """Watch the names of an article for which a rule asks, and return how many were not watched before."""
    from newsreader.dossier import watching

    called = {name for field in rule.names for name in index.search.called(field, article)}
    things = [thing for thing, appearance in index.things.in_article(article) if appearance.name in called]
    return sum(watching.watch(library, names[0]) for each in things if (names := index.things.names(each.id)))


def _do(states: ArticleStates, found: Mapping[Rule, Collection[int]], done: Counter[str]) -> None:
    for rule, articles in found.items():
        for act in filter(lambda each: each != WATCH, rule.do):
            done[act] += len(_act(states, act, articles))


def _act(states: ArticleStates, act: str, articles: Collection[int]) -> list[int]:
    match act:
        case "star":
            return states.star(articles, True)
        case "read" | "unread":
            return states.mark(articles, act == "read")
        case "mute":
            return states.take_out(articles)
    return states.tag(articles, act.removeprefix("tag:"))


def _number(setting: str | None) -> int:
    return int(setting) if setting and setting.isascii() and setting.isdigit() else 0


def ranges(articles: Collection[int]) -> str:
    """Numbers in few words, for they come in rows: `3-17,19`."""
    found: list[list[int]] = []
    for number in sorted(articles):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in found)


def numbers(written: str) -> set[int]:
    """The numbers that `ranges` wrote; what cannot be read is passed over."""
    found: set[int] = set()
    for each in written.split(","):
        first, _, last = each.partition("-")
        if _IS_NUMBER.fullmatch(first) and _IS_NUMBER.fullmatch(last or first):
            found.update(range(int(first), int(last or first) + 1))
    return found
