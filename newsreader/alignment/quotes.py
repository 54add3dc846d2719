"""Finds a quote by its words and its context, for annotations whose text version nobody kept, such as imported ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.alignment.fill import Filler
from newsreader.alignment.model import Candidate, Orphan, Placement, SpanChange
from newsreader.alignment.tokens import Tokens, tokenise
from newsreader.alignment.weights import weigh

if TYPE_CHECKING:
    from collections.abc import Iterable

LONG = 32
"""From this many code points a quote is known by itself."""
SHORT_NEEDS = 0.6
"""The share of its context, by weight, that a short quote needs, the mean of both sides."""
SIDE_NEEDS = 0.4
"""What a short quote needs on each side: “He said this. He said that.” differ on one only."""
BARE = 3
"""So many words a short quote has that is placed by itself, where nothing is known of its context."""
LONG_NEEDS = 0.15
"""The share of its context that a long quote needs."""
KEEPS = 0.7
"""The share of its words, by weight, that a long quote must keep; a short one must be whole but for a slip."""
AHEAD = 0.1
"""How much better the best place must be than the next."""

_CONTEXT = 12
_RARE = 20
_WINDOWS = 6
_OFFERED = 5


class _Weights(dict[str, float]):
    """Weights that know what to say of a word that the text does not have."""

    def __missing__(self, key: str) -> float:
        return float(min(len(key), 8)) if key[0].isalnum() else 0.1


@dataclass(frozen=True, slots=True)
class _Sought:
    """A quote with its context as one sequence of keys; the quote is `quote` of it."""

    keys: list[str]
    quote: range
    long: bool

    @property
    def words(self) -> int:
        """How many words the quote has, marks aside."""
        return sum(self.keys[index][0].isalnum() for index in self.quote)

    @property
    def sides(self) -> list[range]:
        """The context before and after, as far as there is any."""
        return [side for side in (range(self.quote.start), range(self.quote.stop, len(self.keys))) if side]


@dataclass(frozen=True, slots=True)
class _Found:
    """A place in the text, as tokens, end exclusive; the shares of the quote and of each side that are there."""

    first: int
    last: int
    quote: float
    sides: tuple[float, ...]

    @property
    def context(self) -> float:
        return sum(self.sides) / len(self.sides) if self.sides else 0.0

    @property
    def score(self) -> float:
        return 0.5 * self.quote + 0.5 * self.context


class QuoteFinder:
    """Finds quotes in one text; made once for many of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokenise(text)
        self._weights = _Weights(weigh(self._tokens.keys, ()))
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, key in enumerate(self._tokens.keys):
            self._places[key].append(place)

    def find(self, quote: str, prefix: str = "", suffix: str = "") -> Placement | Orphan:
        """The one place where the quote stands in its context; an orphan, if there is none or more than one.

        `prefix` and `suffix` are the text before and after, whose outermost words may be cut.
        """
        sought = _sought(quote, prefix, suffix)
        if not sought.quote:
            return Orphan()
        found = sorted(self._found(sought), key=lambda one: (-one.score, one.first))
        if found and self._certain(sought, found):
            return self._placement(sought, found[0])
        return Orphan(tuple(self._candidate(one) for one in found[:_OFFERED]))

    def _found(self, sought: _Sought) -> list[_Found]:
        """Looks where the exact quote is, and where most rare words of quote and context are in their order."""
        shifts = [*self._shifts_of_quote(sought), *self._shifts_by_vote(sought)]
        found = {(one.first, one.last): one for shift in dict.fromkeys(shifts) if (one := self._at(sought, shift))}
        return list(found.values())

    def _shifts_of_quote(self, sought: _Sought) -> Iterable[int]:
        keys = sought.keys[sought.quote.start : sought.quote.stop]
        exact = [at for at in self._places.get(keys[0], ()) if self._tokens.keys[at : at + len(keys)] == keys]
        around = set(sought.keys)
        best = sorted(exact, key=lambda at: -len(around & set(self._around(at, len(keys)))))
        return [at - sought.quote.start for at in best[:_WINDOWS]]

    def _around(self, at: int, length: int) -> list[str]:
        return self._tokens.keys[max(0, at - _CONTEXT) : at + length + _CONTEXT]

    def _shifts_by_vote(self, sought: _Sought) -> Iterable[int]:
        votes: Counter[int] = Counter()
        for index, key in enumerate(sought.keys):
            places = self._places.get(key, ())
            if len(places) <= _RARE:
                votes.update(place - index for place in places)
        return [shift for shift, _ in votes.most_common(3)]

    def _at(self, sought: _Sought, shift: int) -> _Found | None:
        """What of the quote and its context is where its first token would be `shift` tokens into the text."""
        slack = 2 + len(sought.keys) // 8
        window = range(max(0, shift - slack), min(len(self._tokens), shift + len(sought.keys) + slack))
        filler = Filler(Tokens([], [], sought.keys, []), self._tokens, self._weights)
        pairs = dict(filler.pairs(range(len(sought.keys)), window))
        inside = [pairs[index] for index in sought.quote if index in pairs]
        if not inside:
            return None
        sides = tuple(self._share(sought, pairs, side) for side in sought.sides)
        return _Found(min(inside), max(inside) + 1, self._share(sought, pairs, sought.quote), sides)

    def _share(self, sought: _Sought, pairs: dict[int, int], of: Iterable[int]) -> float:
        weights = {index: self._weights[sought.keys[index]] for index in of}
        whole = sum(weights.values())
        return sum(weight for index, weight in weights.items() if index in pairs) / whole if whole else 0.0

    def _certain(self, sought: _Sought, found: list[_Found]) -> bool:
        best = found[0]
        rivals = [one for one in found[1:] if one.last <= best.first or one.first >= best.last]
        if rivals and best.score - rivals[0].score < AHEAD:
            return False
        if sought.long:
            return best.quote >= KEEPS and (not best.sides or best.context >= LONG_NEEDS)
        if not best.sides:
            return self._is_whole(sought, best) and sought.words >= BARE
        return best.quote > 0.99 and best.context >= SHORT_NEEDS and min(best.sides) >= SIDE_NEEDS

    def _placement(self, sought: _Sought, found: _Found) -> Placement:
        candidate = self._candidate(found)
        change = SpanChange.UNCHANGED if self._is_whole(sought, found) else SpanChange.EDITED
        return Placement(candidate.start, candidate.end, change, candidate.score)

    def _is_whole(self, sought: _Sought, found: _Found) -> bool:
        return self._tokens.keys[found.first : found.last] == sought.keys[sought.quote.start : sought.quote.stop]

    def _candidate(self, found: _Found) -> Candidate:
        start, end = self._tokens.starts[found.first], self._tokens.ends[found.last - 1]
        return Candidate(start, end, round(found.score, 3))


def find_quote(text: str, quote: str, prefix: str = "", suffix: str = "") -> Placement | Orphan:
    """Find one quote; see `QuoteFinder.find`."""
    return QuoteFinder(text).find(quote, prefix, suffix)


def _sought(quote: str, prefix: str, suffix: str) -> _Sought:
    """The outermost word of a context may be half a word."""
    before, after = tokenise(prefix).keys[1:][-_CONTEXT:], tokenise(suffix).keys[:-1][:_CONTEXT]
    middle = tokenise(quote).keys
    keys = [*before, *middle, *after]
    return _Sought(keys, range(len(before), len(before) + len(middle)), len(quote) >= LONG)
