"""Results: in the tables and score lines of sport the names stand without a sentence, which recognisers need."""

from __future__ import annotations

import re

from newsreader.languages.english.refine.tokens import Name, component
from newsreader.languages.english.shapes import bare, is_capital
from newsreader.languages.english.words.countries import COUNTRY_OF_NAME, PLACES
from newsreader.languages.english.words.given_names import GIVEN_NAMES
from newsreader.languages.english.words.junk import COMMON_WORDS

_LONGEST_LINE = 60
_LONGEST_TEAM = 5
_FIGURES_IN_TABLE = 4
_FIGURE = re.compile(r"\.?\d{1,3}|\d/\d|[-–]")
"""What stands between teams in a table: goals, points, `.500`, a dash."""

_BEATS = frozenset({"beat", "bt", "beats"})
"""What stands between two players (`Pete Sampras (U.S.) beat Jim Courier (U.S.)`)."""


@component
def results(words: list[str], names: list[Name]) -> list[Name]:
    """Add the teams of `Arsenal 2 Chelsea 0` and of table rows, and players before their country in brackets."""
    found = _teams(words) + _players(words, names)
    if not found:
        return names
    covered = {index for start, end, _ in found for index in range(start, end)}
    return sorted([*(n for n in names if covered.isdisjoint(range(n[0], n[1]))), *found])


def _teams(words: list[str]) -> list[Name]:
    """Return the teams if the whole paragraph is a row of a table or consists of scores, two teams each."""
    if len(words) > _LONGEST_LINE or not words or not is_capital(words[0]):
        return []
    teams, in_rows, index = [], [], 0
    while index < len(words):
        end = _team_end(words, index)
        figures = _figures_end(words, end) - end
        if not figures or end == index or end - index > _LONGEST_TEAM:
            return []
        teams.append((index, end, "GPE" if " ".join(words[index:end]) in COUNTRY_OF_NAME else "ORG"))
        in_rows.append(figures >= _FIGURES_IN_TABLE)
        index = end + figures
    return teams if all(in_rows) or len(teams) % 2 == 0 else []


def _team_end(words: list[str], index: int) -> int:
    start = index
    while index < len(words) and (_is_word_of_team(words[index]) or (words[index] == "&" and index > start)):
        if bare(words[index]) in COMMON_WORDS and " ".join(words[index : index + 2]).title() not in PLACES:
            return index
        index += 1
    return index


def _is_word_of_team(word: str) -> bool:
    """Whether a word may be a part of a team's or player's name."""
    return word.isalpha() and is_capital(word)


def _figures_end(words: list[str], index: int) -> int:
    while index < len(words) and _FIGURE.fullmatch(words[index]):
        index += 1
    return index


def _players(words: list[str], names: list[Name]) -> list[Name]:
    """Return the names of people before a country in brackets (`Pete Sampras (U.S.) beat …`).

    Where somebody beats somebody, all are people; else only what opens with a first name and has no label.
    """
    beaten = not _BEATS.isdisjoint(words)
    taken = set() if beaten else {index for start, end, _ in names for index in range(start, end)}
    players = []
    for bracket in range(2, len(words) - 2):
        if words[bracket] != "(" or not _closes_country(words, bracket):
            continue
        start = bracket
        while start > 0 and start - 1 not in taken and _is_word_of_team(words[start - 1]):
            start -= 1
        if 2 <= bracket - start <= _LONGEST_TEAM and (beaten or words[start] in GIVEN_NAMES):
            players.append((start, bracket, "PERSON"))
    return players


def _closes_country(words: list[str], bracket: int) -> bool:
    """Whether a bracket holds a country and nothing else."""
    for end in range(bracket + 2, min(bracket + 5, len(words))):
        if words[end] == ")":
            return " ".join(words[bracket + 1 : end]) in COUNTRY_OF_NAME
    return False
