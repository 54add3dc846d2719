"""Clues: what a name itself and the words around it say about what it names. Pure functions, no document needed.

The weights are in votes of the recogniser: a clue of 2 outweighs two mentions that were labelled otherwise. They were
set by hand and checked on one half of annotated news while the other half was left unseen.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.english.passes.clue_patterns import (
    AGE,
    AHEAD,
    APPOSITION,
    ATTRIBUTION,
    BEHIND,
    BODY,
    BODY_BEFORE,
    CALLED,
    ELECTED,
    ENDS,
    FACILITY,
    GENITIVE,
    GROUP_ENDS,
    IN_LINE,
    IN_OFFICE,
    JUST_IN,
    LAST_WORD,
    LINE,
    MODEL_OF,
    NEXT_WORD,
    OF_WORD,
    ONE_OF_TOWN,
    THE,
    TOWNSPERSON,
    WITHIN,
)
from newsreader.languages.english.passes.species import is_genus, is_species
from newsreader.languages.english.passes.votes import THING, Votes
from newsreader.languages.english.shapes import bare, is_capitals
from newsreader.languages.english.words.agencies import AGENCIES, MEDIA, PAPERS_IN_THE
from newsreader.languages.english.words.contexts import (
    APPOSITION_ORGANISATIONS,
    APPOSITION_PEOPLE,
    APPOSITION_PLACES,
    BELONGINGS_ORGANISATIONS,
    BELONGINGS_PEOPLE,
    LANDS_AFTER,
    ORGANISATION_NOUNS,
    PLACE_NOUNS,
    PLACE_OPENERS,
    PLACES_AFTER,
    SHIPS,
    THING_NOUNS,
    THINGS_AFTER,
)
from newsreader.languages.english.words.countries import COUNTRY_OF_NAME, PLACES, STATE_OF_NAME
from newsreader.languages.english.words.given_names import GIVEN_NAMES
from newsreader.languages.english.words.junk import GENERIC, INSTITUTIONS
from newsreader.languages.english.words.leaders import LEADERS
from newsreader.languages.english.words.organisations import (
    CITY_CLUBS,
    CORPORATE,
    EVENTS,
    FACILITIES,
    FOREIGN_HEADS,
    HEADS,
    MOVEMENT_OPENERS,
    STRONG_HEADS,
    VENUES,
    WELL_KNOWN,
)
from newsreader.languages.english.words.regions import TOWNS
from newsreader.languages.english.words.titles import HONORIFICS, PERSON_CUES_AFTER, RANKS, TRADES, WEAK_CUES_AFTER

if TYPE_CHECKING:
    from newsreader.languages.document import Document, Name

PERSON, PLACE, ORGANISATION = Category.PERSON, Category.PLACE, Category.ORGANISATION

_CLANS = ("al-", "el-")
"""What the surnames of Arab families begin with, inside a name."""

_FIRST_NAMES_OF_TIME = frozenset(
    "April May June August Autumn Summer January March Friday Sunday Monday Tuesday Wednesday Thursday Saturday".split()
)
"""Months, days and seasons that are first names too (`Autumn Teague`)."""

_CLAUSE = frozenset({"from", "with", "without", "against"})
"""Small words that are in the names of organisations and works and of no place (`Notes from Poland`)."""

_DIRECTIONS = frozenset("north south east west central".split())
"""How the names of electoral districts end (`Ilford North`)."""
_LONGEST_ACRONYM = 5
_NOBILIARY = frozenset({"bin", "bint", "von", "van"})
"""Small words of people's names that no organisation or place has."""


_BEFORE: tuple[tuple[frozenset[str], bool, Category | None, float], ...] = (
    (HONORIFICS, True, PERSON, 4.0),
    (RANKS, True, PERSON, 2.0),
    (THING_NOUNS, False, THING, 2.5),
    (ORGANISATION_NOUNS, False, ORGANISATION, 2.0),
    (TRADES, False, PERSON, 2.0),
)
"""Words right before a name, whether they have a capital there, and what they speak for."""

_AFTER: tuple[tuple[frozenset[str], Votes], ...] = (
    (PERSON_CUES_AFTER, {PERSON: 0.8}),
    (WEAK_CUES_AFTER, {PERSON: 0.3, ORGANISATION: 0.2}),
    (BELONGINGS_PEOPLE, {PERSON: 1.5}),
    (BELONGINGS_ORGANISATIONS, {ORGANISATION: 1.5}),
    (THINGS_AFTER, {THING: 1.2}),
    (PLACES_AFTER, {PLACE: 1.5}),
    (LANDS_AFTER, {PLACE: 3.0}),
    (frozenset({"himself", "herself"}), {PERSON: 3.0}),
)
"""Words right behind a name, past its possessive, and what they speak for."""

_APPOSITIONS: tuple[tuple[frozenset[str], Category], ...] = (
    (APPOSITION_PEOPLE | TRADES, PERSON),
    (APPOSITION_ORGANISATIONS, ORGANISATION),
    (APPOSITION_PLACES, PLACE),
)
"""What the noun behind the comma makes of a name (`Acme, a maker of anvils`)."""

_PRONOUNS: dict[str, Votes] = {
    "who": {PERSON: 1.5},
    "his": {PERSON: 0.5},
    "her": {PERSON: 0.5},
    "whose": {PERSON: 0.5},
    "where": {PLACE: 1.5},
}
"""What the pronoun behind the comma makes of a name (`Roe, who …`)."""


def context(document: Document, mention: Name) -> Votes:
    """Return what the words around a mention say."""
    votes: Votes = defaultdict(float)
    back, ahead = document.before(mention), document.after(mention)
    _look_back(back, votes)
    _look_ahead(ahead, votes)
    _look_at_special(mention, back, ahead, votes)
    if IN_LINE.search(back) and LINE.match(ahead):
        votes[THING] += 4.0
    if mention.category is PERSON and " " not in mention.form and BODY.match(ahead):
        votes[ORGANISATION] += 1.5
    if mention.category is not ORGANISATION and MODEL_OF.match(ahead):
        votes[THING] += 2.5
    if bare(mention.words[-1]) not in HEADS:
        _look_for_place(back, ahead, votes)
    if mention.words[-1] in _DIRECTIONS and " " in mention.form and ELECTED.search(back):
        votes[PLACE] += 3.0
    return votes


def _look_at_special(mention: Name, back: str, ahead: str, votes: Votes) -> None:
    """Add what only names of one kind have around them: papers, groups, bodies, houses, towns, species."""
    if mention.form.startswith("The ") and mention.form.removeprefix("The ") in PAPERS_IN_THE:
        votes[ORGANISATION] += 4.0
    if mention.form in PAPERS_IN_THE and mention.form in PLACES:
        votes[PLACE] += 4.0
    if _is_group(mention) and THE.search(back):
        surely = mention.form.split()[0] not in GIVEN_NAMES
        votes[ORGANISATION] += 2.0 if surely else 3.5 * bool(GROUP_ENDS.match(ahead))
    if is_capitals(mention.form) and BODY_BEFORE.search(back):
        votes[ORGANISATION] += 2.0
    if mention.label == "FAC" and GENITIVE.search(mention.form):
        votes[PLACE] += 5.0
    if " " not in mention.form and TOWNSPERSON.match(ahead) and ONE_OF_TOWN.search(back):
        votes[PLACE] += 2.0
    if (epithet := NEXT_WORD.match(ahead)) and is_species(mention.form.split()[-1], epithet[1]):
        votes[THING] += 4.0


def _is_group(mention: Name) -> bool:
    """Whether what was called a person ends like a plural and may be a group behind `the` (`Proud Boys`)."""
    return mention.category is PERSON and " " in mention.form and mention.form.endswith("s")


def _look_for_place(back: str, ahead: str, votes: Votes) -> None:
    """Add what both sides of a name together say of a town."""
    if JUST_IN.search(back) and ENDS.match(ahead):
        votes[PLACE] += 0.8
    within = WITHIN.match(ahead)
    if within and (within[1] in STATE_OF_NAME or within[1] in COUNTRY_OF_NAME):
        votes[PLACE] += 1.5


def _look_back(passage: str, votes: Votes) -> None:
    word = LAST_WORD.search(passage)
    if word:
        for words, capital, category, weight in _BEFORE:
            if bare(word[1]) in words and word[1][:1].isupper() is capital:
                votes[category] += weight
                break
    called = CALLED.search(passage)
    if called:
        _add(votes, _noun(called[1].lower()))
    of = OF_WORD.search(passage)
    if of and of[1].lower() in PLACE_NOUNS:
        votes[PLACE] += 2.0
    for pattern, category, weight in BEHIND:
        if pattern.search(passage):
            votes[category] += weight


def _noun(noun: str) -> Votes:
    """Return what a noun before `called` says of the name behind it (`a film called Argo`)."""
    for nouns, category in ((THING_NOUNS, THING), *_APPOSITIONS):
        if noun in nouns:
            return {category: 3.0}
    return {}


def _look_ahead(passage: str, votes: Votes) -> None:
    if AGE.match(passage):
        votes[PERSON] += 3.0
    if FACILITY.match(passage):
        votes[PLACE] += 2.5
    if IN_OFFICE.match(passage):
        votes[PERSON] += 3.0
    apposition = APPOSITION.match(passage)
    if apposition and not ATTRIBUTION.match(passage):
        _add(votes, _apposition(apposition[0].lower().strip(", ").split()))
    for pattern, category, weight in AHEAD:
        if pattern.match(passage):
            votes[category] += weight
    following = NEXT_WORD.match(passage)
    if following:
        word = following[1].lower()
        _add(votes, next((found for words, found in _AFTER if word in words), {}))


def _apposition(words: list[str]) -> Votes:
    """Return what the words behind the comma say of the name before it."""
    if words[0] in _PRONOUNS:
        return _PRONOUNS[words[0]]
    for nouns, category in _APPOSITIONS:
        if not nouns.isdisjoint(words[1:]):
            return {category: 1.5}
    return {}


def _add(votes: Votes, more: Votes) -> None:
    for category, weight in more.items():
        votes[category] += weight


def inside(mention: Name) -> Votes:
    """Return what a name says about itself: a known place, a head, a first name."""
    words = mention.form.split()
    return _known(mention.form) or (_long(words) if len(words) > 1 else _short(words[0]))


def _known(form: str) -> Votes:
    if form.isupper() and form.title() in PLACES:
        form = form.title()
    if form in COUNTRY_OF_NAME:
        return {PLACE: 6.0}
    if form in PLACES:
        return {PLACE: 1.5 if form in TOWNS and " " not in form else 2.0}
    if form in FACILITIES:
        return {PLACE: 6.0}
    if form in AGENCIES or form in MEDIA or form in WELL_KNOWN:
        return {ORGANISATION: 3.0}
    return {}


def _short(word: str) -> Votes:
    if word in LEADERS:
        return {PERSON: 2.5}
    if is_genus(word):
        return {THING: 4.0}
    if word in GIVEN_NAMES:
        return {PERSON: 1.0}
    if bare(word) in INSTITUTIONS or word.split("-")[0] in MOVEMENT_OPENERS:
        return {ORGANISATION: 3.0}
    if not is_capitals(word) or len(word) > _LONGEST_ACRONYM:
        return {}
    return {ORGANISATION: 1.0 if len(word) == len("US") else 1.2}


def _long(words: list[str]) -> Votes:
    last = bare(_head(words))
    if is_craft(words) or is_species(words[-2], words[-1]):
        return {THING: 5.0}
    if words[-2:] == ["School", "District"]:
        return {ORGANISATION: 4.0}
    if not FOREIGN_HEADS.isdisjoint(bare(part) for word in words for part in word.split("-")):
        return {ORGANISATION: 3.0}
    if not _CLAUSE.isdisjoint(words[1:-1]):
        return {ORGANISATION: 2.5}
    if words[:2] == ["Islamic", "State"]:
        return {ORGANISATION: 4.0}
    if last == "city":
        return {ORGANISATION: 2.0} if words[0] in CITY_CLUBS else {PLACE: 2.0}
    if len(words) == 2 and words[0] in PLACE_OPENERS and last not in HEADS:
        return {PLACE: 1.5}
    return _personal(words, last) or _by_head(last)


def is_craft(words: list[str]) -> bool:
    """Whether the words of a name begin as those of ships do (`USS Grayback`, `Space Shuttle Discovery`)."""
    return words[0].replace(".", "") in SHIPS or words[:2] == ["Space", "Shuttle"] or words[0] == "Shuttle"


def _personal(words: list[str], last: str) -> Votes:
    """Return what a first name or a particle between the words says."""
    if len(words) < 5 and words[0].split("-")[0] in GIVEN_NAMES and last not in HEADS | VENUES | CORPORATE:
        return {PERSON: 1.7}
    if len(words) == 2 and words[0] in _FIRST_NAMES_OF_TIME and last not in HEADS | VENUES | EVENTS | GENERIC:
        return {PERSON: 2.5}
    if words[0] in MOVEMENT_OPENERS:
        return {ORGANISATION: 2.5}
    if any(word.startswith(_CLANS) or word in _NOBILIARY for word in words[1:]):
        return {PERSON: 1.5}
    if words[0] in _NOBILIARY and words[-1][:1].isupper():
        return {PERSON: 2.5}
    return {}


def _by_head(last: str) -> Votes:
    if last in STRONG_HEADS or last in CORPORATE:
        return {ORGANISATION: 4.0}
    if last in VENUES:
        return {PLACE: 2.0}
    return {ORGANISATION: 1.5} if last in HEADS else {}


def _head(words: list[str]) -> str:
    """Return the word before the first `of`, `for` or `in`, or else the last."""
    for index in range(1, len(words)):
        if words[index] in ("of", "for", "in"):
            return words[index - 1]
    return words[-1]
