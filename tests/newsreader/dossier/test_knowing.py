"""What is known from elsewhere stands beside what articles say, where it is of the same thing."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from shelf import Shelf

from newsreader.dossier.gather import Wanted, gather
from newsreader.dossier.knowing import known
from newsreader.exports import registry
from newsreader.intake.known.reading import LINES
from newsreader.intake.known.taking import take

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.dossier.model import Dossier


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    yield made
    made.close()


def know(shelf: Shelf, *things: dict[str, object], name: str = "it.jsonl") -> None:
    data = "".join(f"{json.dumps({'category': 'person'} | each)}\n" for each in things)
    take(shelf.library, name, io.BytesIO(data.encode()), LINES)


def dossier_of(shelf: Shelf, name: str) -> Dossier:
    return gather(shelf.library, shelf.index, Wanted(shelf.index.things.called(name, 5)[0]))


def said(shelf: Shelf, name: str) -> list[tuple[str, str]]:
    """The ids of what is known, each with the doubt."""
    return [(each.thing.id, each.doubt) for each in dossier_of(shelf, name).known]


@pytest.mark.parametrize(
    ("written", "thing"),
    [
        ("{person: Karin Ahlström} won.", {"name": "Karin AHLSTROM"}),
        ("{person: Karin Ahlström} won.", {"name": "K. B.", "aliases": ["Karin Ahlstrom"]}),
        ("{person: Sergei Shoigu} won.", {"name": "Сергей Шойгу"}),
        ("{person: Joe Biden} won.", {"name": "Joseph Biden"}),
        ("{organisation: Quay Board} slept.", {"name": "The Quay Board", "category": "organisation"}),
        ("{place: Kyiv} slept.", {"name": "Kiev", "category": "place", "country": "ua"}),
        (
            "Norwegian papers: {organisation: Supreme Court} of Norway. Oslo, Norway.",
            {"name": "Supreme Court", "category": "organisation", "country": "no"},
        ),
    ],
)
def test_it_is_found_under_any_spelling(shelf: Shelf, written: str, thing: dict[str, object]) -> None:
    shelf.add(written, date(2024, 3, 5), "One")
    know(shelf, {"id": "a"} | thing, {"id": "b", "name": "Somebody Else"})
    ((found, _),) = shelf.index.things.in_article(1)
    assert [(each.thing.id, each.doubt) for each in known(shelf.library, shelf.index, found)] == [("a", "")]


def test_nothing_is_known_of_another_category(shelf: Shelf) -> None:
    shelf.add("{place: Quay Board} slept.", date(2024, 3, 5), "One")
    know(shelf, {"name": "Quay Board", "category": "organisation"})
    assert said(shelf, "Quay Board") == []


def test_nobody_is_in_the_news_before_they_are_born(shelf: Shelf) -> None:
    shelf.add("{person: Karin Ahlström} won.", date(2014, 3, 5), "One")
    know(shelf, {"id": "a", "name": "Karin Ahlström", "birth": "2015-01-01"}, {"id": "b", "name": "Karin Ahlström"})
    assert said(shelf, "Karin Ahlström") == [("b", "")]


def test_two_of_one_name_in_a_file_are_doubtful(shelf: Shelf) -> None:
    shelf.add("{person: Karin Ahlström} won.", date(2024, 3, 5), "One")
    know(shelf, {"id": "a", "name": "Karin Ahlström"}, {"id": "b", "name": "Karin Ahlstrom"})
    assert said(shelf, "Karin Ahlström") == [
        ("a", "Others have the name: Karin Ahlstrom (b)."),
        ("b", "Others have the name: Karin Ahlström (a)."),
    ]


@pytest.mark.parametrize("country", ["", "se"])
def test_a_name_goes_before_an_alias_in_one_country(shelf: Shelf, country: str) -> None:
    shelf.add("Swedish minister {person: Karin Ahlström} won.", date(2024, 3, 5), "One")
    young = {"id": "b", "name": "Karin Ahlström Berg", "aliases": "Karin Ahlström", "country": country}
    know(shelf, {"id": "a", "name": "Karin Ahlström", "country": country}, young)
    assert said(shelf, "Karin Ahlström") == [("a", ""), ("b", "Others have the name: Karin Ahlström (a).")]


def test_two_of_one_name_and_country_are_doubtful(shelf: Shelf) -> None:
    shelf.add("Swedish minister {person: Karin Ahlström} won.", date(2024, 3, 5), "One")
    karin = {"name": "Karin Ahlström", "country": "se"}
    know(shelf, {"id": "a"} | karin, {"id": "b"} | karin, {"id": "c", "name": "Karin Ahlström", "country": "no"})
    assert said(shelf, "Karin Ahlström") == [
        ("a", "Others have the name: Karin Ahlström (b)."),
        ("b", "Others have the name: Karin Ahlström (a)."),
        ("c", "Articles have it from another country."),
    ]


def test_the_country_tells_two_of_one_name_apart(shelf: Shelf) -> None:
    shelf.add("Swedish minister {person: Karin Ahlström} won.", date(2024, 3, 5), "One")
    know(
        shelf,
        {"id": "a", "name": "Karin Ahlström", "country": "se"},
        {"id": "b", "name": "Karin Ahlström", "country": "Norway"},
    )
    assert said(shelf, "Karin Ahlström") == [("a", ""), ("b", "Articles have it from another country.")]


def test_a_place_is_not_in_two_countries(shelf: Shelf) -> None:
    shelf.add("{place: Norrfors}, Sweden, slept.", date(2024, 3, 5), "One")
    know(
        shelf,
        {"id": "a", "name": "Norrfors", "category": "place", "country": "se"},
        {"id": "b", "name": "Norrfors", "category": "place", "country": "fi"},
    )
    assert said(shelf, "Norrfors") == [("a", "")]


def test_a_surname_alone_is_doubtful_and_a_first_name_says_nothing(shelf: Shelf) -> None:
    shelf.add("{person: Ahlström} and {person: Elizabeth} won.", date(2024, 3, 5), "One")
    know(
        shelf,
        {"id": "a", "name": "Karin Ahlström", "aliases": ["Ahlström"]},
        {"id": "b", "name": "Elizabeth Berg", "aliases": ["Elizabeth"]},
    )
    assert said(shelf, "Ahlström") == [("a", "Articles have only a part of its name.")]
    assert said(shelf, "Elizabeth") == []


def test_first_and_last_of_several_names_may_be_another_one(shelf: Shelf) -> None:
    shelf.add("{person: Karin Ahlström} met {person: E. Berg}.", date(2024, 3, 5), "One")
    know(shelf, {"id": "a", "name": "Karin Maria Ahlström"}, {"id": "b", "name": "Elsa Maria Berg"})
    assert said(shelf, "Karin Ahlström") == [("a", "Articles have only a part of its name.")]
    assert said(shelf, "E. Berg") == []


def test_whoever_is_apart_in_articles_is_told_apart_or_doubtful(shelf: Shelf) -> None:
    shelf.add("Swedish actor {person: Karin Ahlström} won.", date(2024, 3, 5), "One")
    shelf.add("Norwegian minister {person: Karin Ahlström} fell.", date(2024, 3, 6), "Two")
    know(shelf, {"id": "a", "name": "Karin Ahlström", "country": "se"})
    know(shelf, {"id": "b", "name": "Karin Ahlström"}, name="other.jsonl")
    things = shelf.index.things.called("Karin Ahlström", 5)
    found = [[(each.thing.id, each.doubt) for each in known(shelf.library, shelf.index, thing)] for thing in things]
    others = ("b", "Others have the name: Karin Ahlström of other articles.")
    assert sorted(found) == [
        [("a", ""), others],
        [("a", "Articles have it from another country."), others],
    ]


def test_all_formats_say_where_it_is_from(shelf: Shelf) -> None:
    shelf.add("{person: Karin Ahlström} won.", date(2024, 3, 5), "One")
    know(
        shelf,
        {
            "id": "a<b>",
            "name": "Karin Ahlström",
            "country": "se",
            "birth": "1962",
            "note": "minister of <i>ports</i>",
            "address": "https://example.org/k",
        },
        name="my <list>.jsonl",
    )
    dossier = dossier_of(shelf, "Karin Ahlström")
    said_of_it = "Karin Ahlström; se; born 1962; minister of <i>ports</i>; https://example.org/k (a<b>)"
    written = {each: registry.DOSSIER[each].write(dossier) for each in ("markdown", "html", "json", "ftm")}
    escaped = said_of_it.replace("<", "&lt;").replace(">", "&gt;")
    assert f"<dt>Known from my &lt;list&gt;.jsonl</dt><dd>{escaped}</dd>" in written["html"]
    assert f"- Known from my <list>.jsonl: {said_of_it}" in written["markdown"].replace("\\", "")
    assert "<" not in written["markdown"].replace("\\<", "")
    (record,) = json.loads(written["json"])["known"]
    assert (record["source"], record["thing"]["birth"], record["doubt"]) == ("my <list>.jsonl", "1962", "")
    assert record["thing"]["countries"] == ["se"]
    (note,) = [each for line in written["ftm"].splitlines() if (each := json.loads(line))["schema"] == "Note"]
    assert note["properties"]["name"] == ["Known from my <list>.jsonl"]
    assert note["properties"]["description"] == [said_of_it]


def test_nothing_else_in_a_dossier_follows_from_it(shelf: Shelf) -> None:
    shelf.add("{person: Karin Ahlström} won.", date(2024, 3, 5), "One")
    before = dossier_of(shelf, "Karin Ahlström")
    know(shelf, {"name": "Karin Ahlström", "aliases": ["Somebody Else"]})
    after = dossier_of(shelf, "Karin Ahlström")
    assert after.known
    assert replace(after, known=()) == before
