"""When a name has risen: it stands in more articles than its usual level makes likely, small counts and all.

The usual level of a name is its part of the articles of the `USUAL` days before. How many of the recent articles should
have it follows from that; how many may, from a negative binomial distribution, since names come in waves also without
news: a Poisson distribution whose mean is itself uncertain (Gelman et al., Bayesian Data Analysis, 3rd ed., 2.6).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

USUAL = 56
"""Days before that say what is usual: eight weeks, so that weekdays even out."""
FEWEST = 3
"""Articles that a risen name is in at least: fewer may be one story told twice."""
FEWEST_USUAL = 30
"""Articles of the usual days without which nothing can be said to be usual."""
CHANCE = 2e-4
"""So likely, at most, is it for a name that has not risen to seem so, in one look.

Counts are whole, so most names stay far below it: fewer than one of 1,000 seems so in a week (`benchmarks/bursts.py`).
With half of it, one in six bursts was missed of six articles that have a name of usually one a day, with 50 in all.
"""
_STEADIEST = 12.0
"""The most that the shape of the distribution may be: even the steadiest names of news come in waves.

With 4, one in five bursts was missed of names that stand in about one article a day (`benchmarks/bursts.py`).
"""
_PRIOR = 0.5
"""Articles that a name is taken to have had besides those that were counted (Jeffreys’ prior)."""


@dataclass(frozen=True, slots=True)
class Rise:
    """How far something has risen."""

    articles: int
    """In how many of the recent articles it stands."""
    expected: float
    """In how many it would have stood as usual."""
    chance: float
    """How likely that many or more would be if nothing had changed."""


def rise(recent: int, articles: int, usual: int, usual_articles: int) -> Rise | None:
    """How far what is in `recent` of so many `articles` has risen, if it has.

    It was in `usual` of the `usual_articles` before.
    """
    if not has_risen(recent, articles, usual, usual_articles):
        return None
    counts = articles, usual, usual_articles
    return Rise(recent, expected(*counts), chance(recent, *counts))


def chance(recent: int, articles: int, usual: int, usual_articles: int) -> float:
    """How likely it is that a name is in `recent` of so many `articles` or more, if nothing has changed.

    It was in `usual` of the `usual_articles` before.
    """
    if recent <= 0:
        return 1.0
    shape = min(usual + _PRIOR, _STEADIEST)
    mean = (usual + _PRIOR) * articles / max(usual_articles, 1)
    below = math.fsum(math.exp(_log_probability(count, shape, mean)) for count in range(recent))
    return max(0.0, 1.0 - below)


def has_risen(recent: int, articles: int, usual: int, usual_articles: int) -> bool:
    """Whether a name is in so many recent articles that it has risen against what is usual."""
    if recent < FEWEST or usual_articles < FEWEST_USUAL:
        return False
    return chance(recent, articles, usual, usual_articles) < CHANCE


def expected(articles: int, usual: int, usual_articles: int) -> float:
    """In how many of the recent articles a name would stand as usual."""
    return usual * articles / max(usual_articles, 1)


def _log_probability(count: int, shape: float, mean: float) -> float:
    """The logarithm of the probability of a count under the negative binomial distribution."""
    chosen = math.lgamma(count + shape) - math.lgamma(shape) - math.lgamma(count + 1)
    return chosen + shape * math.log(shape / (shape + mean)) + count * math.log(mean / (shape + mean))
