"""A name has risen if its counts are not those of the usual waves: planted bursts are found, and little else."""

from __future__ import annotations

import random

import pytest

from newsreader.dossier import rising

NAMES, DAYS, ARTICLES = 1000, 140, 400
"""As many names as a reader follows without knowing, for so many days of so many articles."""
WAVES = 6.0
"""How steady the counts of a name are: their variance is the mean and its square divided by this."""


def poisson(chance: random.Random, mean: float) -> int:
    left, count = chance.expovariate(1), 0
    while left < mean:
        left, count = left + chance.expovariate(1), count + 1
    return count


def counts(chance: random.Random, number: int) -> list[int]:
    """In how many articles a name is each day: by Zipf's law, few are in most, and all come in waves."""
    mean = 40 / (number + 1)
    return [poisson(chance, mean * chance.gammavariate(WAVES, 1 / WAVES)) for _ in range(DAYS)]


def risen(series: list[int], day: int) -> bool:
    usual = sum(series[day - rising.USUAL : day])
    return rising.has_risen(series[day], ARTICLES, usual, ARTICLES * rising.USUAL)


@pytest.fixture(scope="module")
def news() -> list[list[int]]:
    chance = random.Random(11)
    return [counts(chance, number) for number in range(NAMES)]


def test_of_a_thousand_names_less_than_one_a_week_seems_to_have_risen(news: list[list[int]]) -> None:
    days = range(rising.USUAL, DAYS)
    false = sum(risen(series, day) for series in news for day in days)
    assert false <= len(days) / 7


def test_planted_bursts_are_found_on_their_first_day(news: list[list[int]]) -> None:
    chance = random.Random(12)
    found = 0
    for _ in range(400):
        series, day = [*chance.choice(news)], chance.randrange(rising.USUAL, DAYS)
        usual = sum(series[day - rising.USUAL : day]) / rising.USUAL
        series[day] += max(6, round(7 * usual))
        found += risen(series, day)
    assert found >= 0.95 * 400


def test_small_counts_do_not_shout() -> None:
    assert not rising.has_risen(2, 100, 0, 5000)
    assert not rising.has_risen(50, 100, 0, rising.FEWEST_USUAL - 1)
    assert rising.has_risen(3, 20, 0, 5000)


def test_more_articles_are_no_rise() -> None:
    assert not rising.has_risen(40, 4000, 56, 5600)
    assert rising.has_risen(40, 400, 56, 5600)
    assert rising.expected(400, 56, 5600) == 4


def test_the_chance_of_anything_is_one() -> None:
    assert rising.chance(0, 10, 5, 100) == 1.0
    assert 0 <= rising.chance(500, 1000, 5, 100) < 1e-6
