"""The vote: all mentions of a name in a document decide together what it names.

Not every vote counts alike. What the recogniser said weighs one; what the text says around a name (a title, a verb of
saying, an apposition) or inside it (a head, a full name elsewhere that ends with it) weighs more. A mention whose own
context is strong enough keeps its own label, since Ford the man and Ford the company can be in one article.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreader.entities import sport
from newsreader.entities.mentions import Named, after, before
from newsreader.entities.model import Category
from newsreader.entities.shapes import bare, is_capitals
from newsreader.entities.words.agencies import AGENCIES, MEDIA
from newsreader.entities.words.contexts import (
    APPOSITION_ORGANISATIONS,
    APPOSITION_PEOPLE,
    APPOSITION_PLACES,
    ORGANISATION_NOUNS,
    PLACE_NOUNS,
    THING_NOUNS,
    THINGS_AFTER,
)
from newsreader.entities.words.countries import COUNTRY_OF_NAME, PLACES
from newsreader.entities.words.given_names import GIVEN_NAMES
from newsreader.entities.words.organisations import (
    CITY_CLUBS,
    CORPORATE,
    FACILITIES,
    HEADS,
    STRONG_HEADS,
    VENUES,
    WELL_KNOWN,
)
from newsreader.entities.words.titles import HONORIFICS, PERSON_CUES_AFTER, RANKS, TRADES, WEAK_CUES_AFTER

if TYPE_CHECKING:
    from collections.abc import Sequence

PERSON, PLACE, ORGANISATION = Category.PERSON, Category.PLACE, Category.ORGANISATION
THING = None
"""A ship, a product, a work: something that is not shown."""
Votes = dict[Category | None, float]

_LAST_WORD = re.compile(r"([\w’'-]+)\.?\s+$")
_TWO_WORDS_BACK = re.compile(r"([\w’'-]+)\s+of\s+(?:the\s+)?$")
_NEXT_WORD = re.compile(r"^(?:['’]s)?\s+([\w’'-]+)")
_AGE = re.compile(r"^,\s(?:aged\s)?\d{1,2}(?:,|\s?years? old|\)|\s(?:and|of)\b)|^\s\(\d{2}\)")
_APPOSITION = re.compile(r"^,\s(?:an?|the|its|his|her|former|then|who|whose|which|where)\b(?:\s[\w’'-]+){0,4}")
_SAID_BEFORE = re.compile(r"\b(?:said|says|added|according to|told|quoted|wrote)\s+$")
_IN = re.compile(
    r"\b(?:in|In|near|Near|across|throughout|outside|around|Around|inside)\s+(?:(?:north|south|east|west|central|downtown)\w*\s+)?$"
)
_DAMPING = 0.7
"""A recogniser that errs about a name errs about it again: its repeated votes count less than once each."""
_STORMS = frozenset("hurricane typhoon cyclone storm".split())
_PLACE_OPENERS = frozenset(
    "Ciudad Fort Port Mount Lake Los Las Puerto Rio Villa Playa New North South East West Upper Lower".split()
)
_SHIPS = frozenset({"HMS", "USS", "MV", "SS", "MS", "RMS", "HMAS", "HMCS", "INS", "MT"})
_OWN = 3.0
"""How much evidence of its own a mention needs to stand against the vote."""

_CATEGORY_LABELS = {PERSON: "PERSON", PLACE: "GPE", ORGANISATION: "ORG"}


def vote(text: str, mentions: Sequence[Named]) -> list[Named]:
    """Return the mentions with label and confidence set by all the evidence of the document, in place.

    Those that the evidence shows to be no person, place or organisation are left out.
    """
    for mention in mentions:
        mention.evidence = context(text, mention)
    totals = _totals(text, mentions)
    if sport.is_report(text):
        for key, weight in sport.cues(text, mentions).items():
            totals[key][ORGANISATION] += weight
    _lend(mentions, totals)
    return [mention for mention in mentions if _decide(mention, totals[mention.key])]


def _totals(text: str, mentions: Sequence[Named]) -> dict[str, Votes]:
    totals: dict[str, Votes] = defaultdict(lambda: {PERSON: 0.0, PLACE: 0.0, ORGANISATION: 0.0, THING: 0.0})
    for mention in mentions:
        votes = totals[mention.key]
        for category, weight in mention.evidence.items():
            votes[category] += weight
    for earlier, later in pairwise(mentions):
        if text[earlier.end : later.start] == " (" and len(later.form) < len(earlier.form):
            totals[later.key][earlier.category] += 2.0
    for (key, category), count in Counter((m.key, m.category) for m in mentions).items():
        totals[key][category] += count**_DAMPING if " " not in key else 1.5 * count**_DAMPING
    for mention in {m.key: m for m in mentions}.values():
        for category, weight in _inside(mention).items():
            totals[mention.key][category] += weight
    return totals


def _inside(mention: Named) -> Votes:
    """Return what the name itself says about what it names."""
    if mention.form in COUNTRY_OF_NAME:
        return {PLACE: 6.0}
    if mention.form in PLACES:
        return {PLACE: 2.0}
    if mention.form in AGENCIES or mention.form in MEDIA or mention.form in WELL_KNOWN:
        return {ORGANISATION: 3.0}
    if mention.form in FACILITIES:
        return {PLACE: 4.0}
    words = mention.form.split()
    last = bare(_head(words))
    if words[0] in _SHIPS:
        return {THING: 5.0}
    if last == "city":
        return {ORGANISATION: 2.0} if words[0] in CITY_CLUBS else {PLACE: 2.0}
    if len(words) == 2 and words[0] in _PLACE_OPENERS and last not in HEADS:
        return {PLACE: 1.5}
    if 1 < len(words) < 5 and words[0] in GIVEN_NAMES and last not in HEADS | VENUES | CORPORATE:
        return {PERSON: 1.5}
    if any(word.startswith(("al-", "el-")) or word in ("bin", "bint", "von", "van") for word in words[1:]):
        return {PERSON: 1.5}
    if len(words) > 1 and (last in STRONG_HEADS or last in CORPORATE):
        return {ORGANISATION: 4.0}
    if len(words) > 1 and last in VENUES:
        return {PLACE: 2.0}
    if len(words) > 1 and last in HEADS:
        return {ORGANISATION: 1.5}
    if len(words) == 1 and words[0] in GIVEN_NAMES:
        return {PERSON: 1.0}
    if len(words) == 1 and is_capitals(words[0]) and len(words[0]) < 6:
        return {ORGANISATION: 1.0}
    return {}


def _head(words: list[str]) -> str:
    """Return the word before the first `of` or `for`, or else the last."""
    for index in range(1, len(words)):
        if words[index] in ("of", "for", "in"):
            return words[index - 1]
    return words[-1]


def context(text: str, mention: Named) -> Votes:
    """Return what the words around a mention say about what it names."""
    votes: Votes = defaultdict(float)
    _look_back(before(text, mention.start), votes)
    _look_ahead(after(text, mention.end), votes, single=" " not in mention.form)
    return votes


def _look_back(ahead: str, votes: Votes) -> None:
    match = _LAST_WORD.search(ahead)
    if match:
        _judge_word_before(match[1], votes)
    of = _TWO_WORDS_BACK.search(ahead)
    if of and of[1].lower() in PLACE_NOUNS:
        votes[PLACE] += 2.0
    if _IN.search(ahead):
        votes[PLACE] += 0.7
    if _SAID_BEFORE.search(ahead):
        votes[PERSON] += 0.5


def _judge_word_before(word: str, votes: Votes) -> None:
    name = bare(word)
    if name in HONORIFICS and word[:1].isupper():
        votes[PERSON] += 4.0
    elif name in RANKS and word[:1].isupper():
        votes[PERSON] += 2.0
    elif name in _STORMS:
        votes[THING] += 6.0
    elif word.islower() and name in THING_NOUNS:
        votes[THING] += 2.5
    elif word.islower() and name in ORGANISATION_NOUNS:
        votes[ORGANISATION] += 2.0
    elif word.islower() and name in TRADES:
        votes[PERSON] += 2.0


def _look_ahead(rest: str, votes: Votes, *, single: bool) -> None:
    if _AGE.match(rest):
        votes[PERSON] += 3.0
    apposition = _APPOSITION.match(rest)
    if apposition:
        _judge_apposition(apposition[0].lower().replace(",", "").split(), votes)
    following = _NEXT_WORD.match(rest)
    if not following:
        return
    word = following[1].lower()
    if word in PERSON_CUES_AFTER:
        votes[PERSON] += 0.8
    elif word in WEAK_CUES_AFTER:
        votes[PERSON] += 0.3
        votes[ORGANISATION] += 0.2
    elif word in ("wife", "husband", "son", "daughter", "mother", "father", "brother", "sister", "lawyer", "death"):
        votes[PERSON] += 1.5
    elif word in (
        "shares",
        "subsidiary",
        "employees",
        "customers",
        "stock",
        "headquarters",
        "spokesman",
        "spokeswoman",
    ):
        votes[ORGANISATION] += 1.5
    elif word in THINGS_AFTER:
        votes[THING] += 1.2
    elif word in ("himself", "herself"):
        votes[PERSON] += 3.0


def _judge_apposition(words: list[str], votes: Votes) -> None:
    if words[0] in ("who", "his", "her", "whose"):
        votes[PERSON] += 1.5 if words[0] == "who" else 0.5
    elif words[0] == "where":
        votes[PLACE] += 1.5
    elif any(word in APPOSITION_PEOPLE for word in words[1:]):
        votes[PERSON] += 1.5
    elif any(word in APPOSITION_ORGANISATIONS for word in words[1:]):
        votes[ORGANISATION] += 1.5
    elif any(word in APPOSITION_PLACES for word in words[1:]):
        votes[PLACE] += 1.5


def _lend(mentions: Sequence[Named], totals: dict[str, Votes]) -> None:
    """Let longer names vote for the short ones that are a part of them."""
    lent: dict[str, dict[str, Votes]] = defaultdict(dict)
    for mention in {m.key: m for m in mentions if " " in m.key}.values():
        votes = totals[mention.key]
        winner = max(votes, key=lambda category: votes[category])
        words = mention.words
        if winner is PLACE and bare(words[-1]) in VENUES and len(words) > 2:
            lent[" ".join(words[:-1])].setdefault(mention.key, {PLACE: 2.0})
        if winner is PERSON and len(words) <= 5:
            for part in (*words[1:], " ".join(words[1:]), " ".join(words[-2:])):
                lent[part][mention.key] = {PERSON: 3.0}
            lent[words[0]].setdefault(mention.key, {PERSON: 1.5})
        elif winner is ORGANISATION and not _begins_with_place(mention):
            lent[words[0]].setdefault(mention.key, {ORGANISATION: 2.0})
            lent[" ".join(words[:-1])].setdefault(mention.key, {ORGANISATION: 2.0})
    counts = Counter(mention.key for mention in mentions)
    for mention in {m.key: m for m in mentions}.values():
        scale = 0.5 if mention.form in PLACES else counts[mention.key] ** _DAMPING
        for votes in lent.get(mention.key, {}).values():
            for category, weight in votes.items():
                totals[mention.key][category] += weight * scale


def _begins_with_place(mention: Named) -> bool:
    words = mention.form.split()
    return any(" ".join(words[:count]) in PLACES for count in (1, 2, 3))


def _decide(mention: Named, votes: Votes) -> bool:
    """Set label and confidence; return whether it is a name that is shown."""
    own: Votes = {} if mention.form in COUNTRY_OF_NAME else mention.evidence
    strongest = max(own, key=lambda category: own[category], default=None)
    if strongest is not None and own[strongest] >= _OWN and votes[strongest] < max(votes.values()):
        winner = strongest
    else:
        winner = max(votes, key=lambda category: (votes[category], category is mention.category))
    total = sum(votes.values())
    share = votes[winner] / total if total else 0.0
    mention.confidence = min(1.0, share * (1 - 0.5 / (1 + votes[winner])))
    if winner is THING:
        return False
    if winner is not mention.category:
        mention.label = _CATEGORY_LABELS[winner]
    return True
