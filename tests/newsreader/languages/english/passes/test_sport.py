"""Teams in reports on sport: named by a town, by an emblem, in lists of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.entities.understand import understand
from newsreader.entity import LABELS, Mention
from newsreader.languages.english.passes.sport import is_report
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Denver tops Utah in overtime.", "Denver"),
        ("Denver tops Utah in overtime.", "Utah"),
        ("He was praised by Toulon lock Ann Lee.", "Toulon"),
        ("They fell to Ulster in March.", "Ulster"),
        ("Bath are still unbeaten.", "Bath"),
        ("She signed with Kansas.", "Kansas"),
        ("To Noosa's credit, Noosa played well.", "Noosa"),
    ],
)
def test_a_place_that_does_what_teams_do_is_a_team(text: str, name: str) -> None:
    assert (name, "organisation") in found(text, **{name: "GPE"})


@pytest.mark.parametrize(
    ("text", "team"),
    [
        ("University have maintained their lead.", "University"),
        ("That was a surprise for University coach Ann Lee.", "University"),
        ("Duke edges Elon 98-96.", "Duke"),
        ("Yorkshire 250-4 at noon.", "Yorkshire"),
        ("Next are Kent v Lancashire.", "Lancashire"),
    ],
)
def test_a_team_that_was_missed_is_found_by_what_it_does(text: str, team: str) -> None:
    assert (team, "organisation") in found(text)


def test_points_are_no_part_of_a_team() -> None:
    names = found("Boston 101, Miami 99", Boston_101="ORG", Miami="GPE")
    assert names[:2] == [("Boston", "organisation"), ("Miami", "organisation")]


def test_lines_of_results_are_a_report() -> None:
    assert is_report("Scores\n\nBurnley 1 Southampton 2\nWatford 0 Everton 0\nLeicester City 4 Leeds 1\n")
    assert is_report("Exeter flanker Ann Lee is out. They won 42-14 and lost 27-6. The fly-half kicked 15 points.")
    assert is_report("1. Leeds 20 19 1 0 58\n2. Leicester City 21 14 3 4 45\n3. Everton 21 14 2 5 44")
    assert not is_report("Flour 200\nEggs 4\nMilk 300")


@pytest.mark.parametrize("text", ["Zed Quorn scored 28 points.", "Toulon lock Zed Quorn was sent off."])
def test_who_does_what_players_do_is_a_person(text: str) -> None:
    assert ("Zed Quorn", "person") in found(text, Zed_Quorn="GPE")


def test_where_people_meet_each_other_nobody_is_a_team() -> None:
    assert found("Halep faces Barty in the tennis tournament.", Halep="PERSON", Barty="PERSON") == [
        ("Halep", "person"),
        ("Barty", "person"),
    ]


def test_a_team_is_who_has_not_won_and_the_ground_of_a_match_is_a_place() -> None:
    text = "They had a win at Zorp Park. Getafe, who had not won, beat Leeds, who play Quirl."
    labels = {"Zorp_Park": "GPE", "Getafe": "ORG", "Quirl": "PERSON"}
    assert found(text, **labels)[:2] == [("Zorp Park", "place"), ("Getafe", "organisation")]
    assert ("Quirl", "organisation") in found(text, **labels)
