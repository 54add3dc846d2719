"""Which names of different articles are one, whatever order the articles come in."""

from __future__ import annotations

import random
from datetime import date

import pytest
from named import named

from newsreader.identities.claims import claims_of
from newsreader.identities.stream import Stream


def identities(*written: str | tuple[str, int]) -> list[dict[str, str]]:
    """The identities in each of some articles, by the names of the entities; a number is the year of publication."""
    made = [named(each) if isinstance(each, str) else named(each[0], date(each[1], 1, 1)) for each in written]
    claims = [claims_of(article, analysis) for article, analysis in made]
    stream = Stream()
    for claimed in claims:
        stream.add(claimed)
    known = stream.identities()
    return [
        {claim.shown: known.of(claim, article.sha256) for claim in claimed}
        for (article, _), claimed in zip(made, claims, strict=True)
    ]


def are_one(one: str, other: str, *more: str) -> bool:
    """Whether the first entities of the first two articles are one."""
    first, second, *_ = identities(one, other, *more)
    return next(iter(first.values())) == next(iter(second.values()))


ONE = [
    ("{place: U.S.} votes.", "{place: United States} votes."),
    ("{place: Kiev} wakes.", "{place: Kyiv} wakes."),
    ("{organisation: Norrfors Motor Company} sells.", "{organisation: Norrfors Motors} sells."),
    ("{organisation: Quay Holdings Inc.} sells.", "{organisation: Quay Holdings} sells."),
    ("{person: Joe Ahlström} rows.", "{person: Joseph Ahlström} rows."),
    ("{person: Sergei Ahlström} rows.", "{person: Сергей Ахлстром} rows."),
    ("{organisation: Supreme Court} of {place: India}, says Delhi.", "The {organisation: Indian Supreme Court} sits."),
    ("{organisation: House of Commons of Canada} sits.", "In Canada the {organisation: House of Commons} sits."),
    ("The {organisation: Parliament of the United Kingdom} sits.", "The {organisation: UK Parliament} sits."),
    ("The {organisation: U.N.} met.", "The {organisation: United Nations} met."),
    ("The {organisation: US Agency for Fish and Quays}.", "The {organisation: Agency for Fish and Quays}."),
    ("In Norway {organisation: Labour} wins.", "{organisation: Norwegian Labour Party} wins."),
    ("The {organisation: U.S. Department of Labor} said.", "The {organisation: US Labor Department} said."),
]
"""Articles whose first names are surely of one thing."""


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_thing_has_one_identity(one: str, other: str) -> None:
    assert are_one(one, other)
    assert are_one(other, one)


APART = [
    ("In Canada the {organisation: House of Commons} sits.", "In Britain the {organisation: House of Commons} sits."),
    ("Actor {person: Rolf Knowles} of Sweden.", "The Irish minister {person: Rolf Knowles} resigned."),
    ("Mr {person: Chris Knowles} rows.", "Mrs {person: Chris Knowles} rows."),
    ("{place: Springfield}, Illinois, votes.", "{place: Springfield}, Ohio, votes."),
    ("Tbilisi, the capital of {place: Georgia}, and Armenia.", "In the United States, {place: Georgia} and Alabama."),
    ("Aunt {person: Elizabeth} came.", "Then {person: Elizabeth} left."),
    ("{place: Norrfors} is a town.", "{organisation: Norrfors} is a club."),
    ("{person: Karin Ahlström} rows.", "{person: Kerstin Ahlström} rows."),
]
"""Articles whose first names are those of two."""


@pytest.mark.parametrize(("one", "other"), APART)
def test_bearers_of_one_name_stay_apart(one: str, other: str) -> None:
    assert not are_one(one, other)
    assert not are_one(other, one)


SAME_PERSON = [
    ("Actor {person: Rolf Knowles} of Sweden.", "The Swedish minister {person: Rolf Knowles} resigned."),
    ("Actor {person: Rolf Knowles} of Sweden.", "{person: Rolf Knowles} resigned."),
    ("The Irish actor {person: Rolf Knowles}.", "The Swedish actor {person: Rolf Knowles}."),
    ("{place: Springfield}, Illinois, votes.", "{place: Springfield} votes."),
    ("{place: London}, England, votes.", "{place: London}, United Kingdom, votes."),
]
"""What one bearer may well have said of it."""


@pytest.mark.parametrize(("one", "other"), SAME_PERSON)
def test_a_bearer_may_change_one_thing(one: str, other: str) -> None:
    assert are_one(one, other)


def test_long_after_somebody_of_another_trade_has_the_name() -> None:
    written = "The actor {person: Rolf Knowles}.", "The minister {person: Rolf Knowles}."
    early, late = identities((written[0], 1921), (written[1], 2021))
    assert early != late
    early, late = identities((written[0], 1995), (written[1], 2021))
    assert early == late


def test_a_surname_means_who_is_called_so_elsewhere() -> None:
    full = "{person: Karin Ahlström} rows. {person: Ahlström = Karin Ahlström} wins."
    assert are_one("{person: Ahlström} rows.", full, full)
    assert not are_one("{person: Ahlström} rows.", full, full.replace("Karin", "Rolf"))


def test_initials_mean_who_has_them_elsewhere() -> None:
    full = "{person: Karin Ahlström} rows."
    assert are_one("{person: K. Ahlström} rows.", full, full)
    assert not are_one("{person: K. Ahlström} rows.", full, full, "{person: Kerstin Ahlström} wins.")


def test_an_acronym_means_what_an_article_introduces_by_it() -> None:
    introduced = "{organisation: Norrfors Quay Board} ({organisation: NQB = Norrfors Quay Board}) met."
    assert are_one("{organisation: NQB} met.", introduced)
    assert not are_one("{organisation: NQB} met.", introduced, introduced.replace("Quay", "Queen’s"))


def test_a_former_name_links_what_has_it() -> None:
    renamed = "{organisation: Norrfors Fish} (formerly {organisation: Quay Catch = Norrfors Fish}) met."
    assert are_one("{organisation: Quay Catch} met.", renamed)


def test_a_famous_thing_is_not_what_a_rare_one_is_called_once() -> None:
    alone = "{organisation: Norrfors} met."
    rare = "{organisation: Norrfors Taurus} met. {organisation: Norrfors = Norrfors Taurus} went."
    assert not are_one(alone, rare, *[alone] * 5)


def test_the_order_of_articles_changes_nothing() -> None:
    written = [text for pair in (*ONE, *APART, *SAME_PERSON) for text in pair]
    wanted = dict(zip(written, identities(*written), strict=True))
    for seed in range(20):
        shuffled = written.copy()
        random.Random(seed).shuffle(shuffled)
        assert dict(zip(shuffled, identities(*shuffled), strict=True)) == wanted
