"""Rules do what they say with each article that comes in, once, and with none that was here before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader import sources
from newsreader.article import Origin, OriginKind
from newsreader.config import RuleSetting
from newsreader.dossier import watching
from newsreader.entity import Analysis, Category, Entity, Mention
from newsreader.index.index import Index
from newsreader.intake import rules
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.store.records import ArticleState

Made = tuple[Library, Index]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    path = tmp_path / "library.db"
    with Library.open(path) as library, Index.open(path, tmp_path) as index:
        yield library, index


def article(name: str, text: str) -> Article:
    return sources.from_text(text, title=name, origin=Origin(OriginKind.URL, f"https://x.example/{name}"))


def add(made: Made, name: str, text: str = "Nothing is said here.") -> int:
    library, index = made
    with library.writing() as unit:
        number = unit.articles.remember(article(name, text)).id
    index.follow(library)
    return number


def read(*settings: tuple[str, str]) -> list[rules.Rule]:
    found, problems = rules.read([RuleSetting(when, tuple(do.split())) for when, do in settings], {})
    assert problems == []
    return found


def apply(made: Made, wanted: list[rules.Rule]) -> dict[str, int]:
    library, index = made
    index.follow(library)
    return {act: count for act, count in rules.apply(library, index, wanted).items() if count}


def state(made: Made, number: int) -> ArticleState:
    with made[0].reading() as unit:
        return unit.states.of([number])[number]


def name(made: Made, number: int, person: str) -> None:
    """Have the index know that a person stands in an article."""
    library, index = made
    record = library.latest(number)
    assert record is not None
    opened = library.stored(record)
    start = opened.text.index(person)
    mention = Mention(start, start + len(person), "PERSON", Category.PERSON)
    entity = Entity(f"person:{person.lower()}", Category.PERSON, person, (), (mention,))
    assert index.name(record, opened, Analysis(opened.sha256, "none", (entity,), 1, 1), "rules")


def test_each_act_is_done(made: Made) -> None:
    rules.begin(made[0])
    quay, vote, spam = add(made, "quay", "The fish quay."), add(made, "vote"), add(made, "spam")
    wanted = read(("fish", "star tag:harbour"), ("title:vote", "read"), ("title:spam", "mute"))
    assert apply(made, wanted) == {"star": 1, "tag:harbour": 1, "read": 1, "mute": 1}
    assert (state(made, quay).starred, state(made, quay).tags) == (True, ("harbour",))
    assert state(made, vote).read is True
    assert state(made, spam).taken_out


def test_what_was_here_before_is_left_alone(made: Made) -> None:
    old = add(made, "quay")
    rules.begin(made[0])
    new = add(made, "quay again")
    apply(made, read(("quay", "star")))
    assert (state(made, old).starred, state(made, new).starred) == (False, True)


def test_each_article_is_looked_at_once(made: Made) -> None:
    rules.begin(made[0])
    number = add(made, "quay")
    wanted = read(("quay", "star"))
    apply(made, wanted)
    with made[0].writing() as unit:
        unit.states.star([number], False)
    assert apply(made, wanted) == {}
    assert not state(made, number).starred


def test_a_rule_that_is_written_later_is_for_what_comes_later(made: Made) -> None:
    rules.begin(made[0])
    before = add(made, "quay")
    apply(made, [])
    after = add(made, "quay, too")
    apply(made, read(("quay", "star")))
    assert (state(made, before).starred, state(made, after).starred) == (False, True)


def test_a_rule_about_names_waits_for_them(made: Made) -> None:
    rules.begin(made[0])
    number, other = add(made, "a", "Karin Ahlstrom spoke."), add(made, "b", "Rolf Knowles spoke.")
    wanted = read(("person:ahlstrom spoke", "star"), ("-person:ahlstrom", "read"))
    assert apply(made, wanted) == {}
    name(made, number, "Karin Ahlstrom")
    assert apply(made, wanted) == {"star": 1}
    with made[0].writing() as unit:
        unit.states.star([number], False)
    name(made, other, "Rolf Knowles")
    assert apply(made, wanted) == {"read": 1}
    assert not state(made, number).starred
    assert state(made, other).read is True


def test_a_rule_watches_the_names_for_which_it_asks_and_those_alone(made: Made) -> None:
    rules.begin(made[0])
    number, other = add(made, "a", "Karin Ahlstrom spoke."), add(made, "b", "Rolf Knowles spoke.")
    wanted = read(("person:ahlstrom -person:knowles", "watch star"))
    name(made, number, "Karin Ahlstrom")
    name(made, other, "Rolf Knowles")
    assert apply(made, wanted) == {"watch": 1, "star": 1}
    assert [each.shown for each in watching.watched(made[0])] == ["Karin Ahlstrom"]
    again = add(made, "c", "Karin Ahlstrom spoke again.")
    name(made, again, "Karin Ahlstrom")
    assert apply(made, wanted) == {"star": 1}


@pytest.mark.parametrize("when", ["quay", "-person:ahlstrom quay", "on:2024"])
def test_a_rule_that_names_nobody_to_watch_is_left_aside(when: str) -> None:
    found, problems = rules.read([RuleSetting(when, ("watch",), "config.toml, line 3")], {})
    assert found == []
    assert problems == [
        f"config.toml, line 3: the rule “{when}” is left aside: "
        "It names nobody to watch, as person:, place:, org: and name: do."
    ]


def test_many_articles_are_looked_at_in_batches(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "BATCH", 2)
    rules.begin(made[0])
    for number in range(5):
        add(made, f"quay {number}")
    assert apply(made, read(("quay", "star"))) == {"star": 5}


def test_what_another_program_did_meanwhile_is_not_done_again(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    rules.begin(made[0])
    number = add(made, "quay")
    wanted, found = read(("quay", "star")), made[1].arrivals.found

    def meanwhile(*args: object) -> list[int]:
        monkeypatch.undo()
        assert apply(made, wanted) == {"star": 1}
        with made[0].writing() as unit:
            unit.states.star([number], False)
        return found(*args)  # type: ignore[arg-type]

    patched: Callable[..., list[int]] = meanwhile
    monkeypatch.setattr(made[1].arrivals, "found", patched)
    assert apply(made, wanted) == {}
    assert not state(made, number).starred


def test_a_mistaken_rule_is_left_aside_and_the_others_hold() -> None:
    settings = [
        RuleSetting("titel:quay", ("star",), "config.toml, line 1"),
        RuleSetting("()", ("star",), "config.toml, line 4"),
        RuleSetting("quay", ("star",), "config.toml, line 7"),
    ]
    found, problems = rules.read(settings, {})
    assert [each.when for each in found] == ["quay"]
    assert problems[0].startswith("config.toml, line 1: the rule “titel:quay” is left aside: There is no “titel:”")
    assert problems[1].startswith("config.toml, line 4: the rule “()” is left aside")


@given(st.sets(st.integers(1, 300)))
def test_numbers_are_kept_in_few_words(wanted: set[int]) -> None:
    assert rules.numbers(rules.ranges(wanted)) == wanted


def test_what_is_no_number_is_passed_over() -> None:
    assert rules.numbers("3-4,x,-,7,5-,99999999999-9,²") == {3, 4, 5, 7}
