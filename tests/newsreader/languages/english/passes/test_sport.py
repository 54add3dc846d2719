"""Teams in reports on sport: named by a town, by an emblem, in lists of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.entities.understand import understand
from newsreader.entity import LABELS, Mention
from newsreader.sources import from_text

if TYPE_CHECKING:
    from newsreader.entity import Category

REPORT = "The striker missed a penalty; the goalkeeper and the midfielder praised the referee."


def found(text: str, **labels: str) -> list[tuple[str, str]]:
    """The names of a text followed by `REPORT`, in order, when each word of `labels` is recognised by its label."""
    article = from_text(f"{text} {REPORT}\n")
    mentions = []
    for name, label in labels.items():
        start = article.text.find(name.replace("_", " "))
        while start >= 0:
            end = start + len(name)
            mentions.append(Mention(start, end, label, LABELS[label]))
            start = article.text.find(name.replace("_", " "), end)
    analysis = understand(article, {0: sorted(mentions, key=lambda mention: mention.start)}, model="test 1")
    spans: list[tuple[int, int, Category]] = sorted(
        (mention.start, mention.end, entity.category) for entity in analysis.entities for mention in entity.mentions
    )
    return [(article.text[start:end], category.value) for start, end, category in spans if category != "date"]


def test_a_town_that_plays_is_a_club_and_one_where_it_plays_is_a_place() -> None:
    assert found("Boston beat Orlando 101-99 in Boston.", Boston="GPE", Orlando="PERSON") == [
        ("Boston", "organisation"),
        ("Orlando", "organisation"),
        ("Boston", "place"),
    ]


@pytest.mark.parametrize(
    ("text", "team"),
    [
        ("Getafe coach Jose Bordalas was glad.", "Getafe"),
        ("They moved clear of Getafe.", "Getafe"),
        ("Getafe, who lost to them, were glad.", "Getafe"),
        ("Getafe went top.", "Getafe"),
        ("Then came a win over Getafe at night.", "Getafe"),
        ("All praised the Lakers.", "Lakers"),
    ],
)
def test_what_a_team_does_tells_that_it_is_one(text: str, team: str) -> None:
    assert found(text, **{team: "PERSON"})[0] == (team, "organisation")


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        ("Eibar drew 2-2 at Osasuna.", ["Eibar", "Osasuna"]),
        ("Real Sociedad beat Espanyol 2-1.", ["Real Sociedad", "Espanyol"]),
        ("Rodgers led the Packers on.", ["Packers"]),
    ],
)
def test_missed_teams_are_found(text: str, teams: list[str]) -> None:
    assert found(text) == [(team, "organisation") for team in teams]


def test_a_town_with_the_emblem_behind_it_is_a_team() -> None:
    assert found("Boston Braves beat Orlando 4-2.", Boston="GPE", Orlando="GPE")[0] == ("Boston Braves", "organisation")


def test_peoples_competitions_and_countries_are_no_teams() -> None:
    assert found("The Belgians won the Championships. Belgium beat Panama 3-0.", Belgium="GPE", Panama="GPE") == [
        ("Belgium", "place"),
        ("Panama", "place"),
    ]


def test_outside_of_sport_a_town_stays_a_place() -> None:
    article = from_text("Boston hosts Orlando today, and the Lakers came.\n")
    mentions = [Mention(0, 6, "GPE", LABELS["GPE"])]
    (boston, *rest) = understand(article, {0: mentions}, model="test 1").entities
    assert (boston.category, [entity.name for entity in rest if entity.category != "date"]) == ("place", [])
