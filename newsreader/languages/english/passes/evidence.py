"""The vote: all mentions of a name in a document decide together what it names.

Not every vote counts alike. What the recogniser said weighs one; what the text says around a name (a title, a verb of
saying, an apposition) or inside it (a head, a full name elsewhere that ends with it) weighs more. A mention whose own
context is strong enough keeps its own label, since Ford the man and Ford the company can be in one article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreader.entity import LABEL_OF, Category
from newsreader.languages.english.aliases.introductions import KNOWN_AS
from newsreader.languages.english.passes import sport
from newsreader.languages.english.passes.clues import context, inside, is_craft
from newsreader.languages.english.passes.things import introduced_acronyms, introduced_things
from newsreader.languages.english.passes.votes import THING, Votes
from newsreader.languages.english.shapes import bare, is_blend, is_capitals, is_short_form
from newsreader.languages.english.words.agencies import AGENCIES
from newsreader.languages.english.words.countries import COUNTRY_OF_NAME, PLACES
from newsreader.languages.english.words.organisations import CORPORATE, HEADS, VENUES
from newsreader.languages.english.words.regions import TOWNS
from newsreader.languages.english.words.titles import GENERATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsreader.languages.document import Document, Name

PERSON, PLACE, ORGANISATION = Category.PERSON, Category.PLACE, Category.ORGANISATION

_DAMPING = 0.7
"""A recogniser that errs about a name errs about it again: its repeated votes count less than once each."""

_FULL_NAME = 1.5
"""What the recogniser's label of a name of several words weighs against that of a single word."""

_OWN = 3.0
"""How much evidence of its own a mention needs to stand against the vote."""

_LISTED = 1.0
"""What a person next to a name in a list says about it."""

_INTRODUCED = 5.0
"""What `Hurricane Ian` says about `Ian`."""

_IN_BRACKETS = 4.0
"""What a name says about the short form of it that the article introduces."""

_EVIDENT = 2.5
_FAMILY = 4.0
"""What the surname of a person says about its plural."""

_COMMAS = frozenset({", ", " and ", ", and ", " or ", ", or "})
"""What stands between the names of a list."""

_SHARED = 0.6
"""What of its evidence a name shares with its neighbour in a list."""

_SHORTEST_LIST = 3
_LEVELLED = 1.5
"""What two thirds of a list say about a single word in it."""

_PLACES_OF = 2.0
"""Evidence of `towns of` before the first of a list, which tells of all."""

_FOUNDERS_COMPANY = 3
"""Words of a company that is named after a person and may be called by the surname (`Walt Disney Co.`)."""

_CIVIC = frozenset("police university council airport court gazette herald tribune times observer district".split())
"""Last words of organisations that mostly have the name of a place before them (`Hampshire Police`)."""

_TITLED = 4.0
"""Evidence of a form of address before a name."""

_KNIGHTED = 3.0
"""What that says about the full name of which it is a part."""

_NO_SURNAMES = HEADS | CORPORATE | VENUES | {"aircraft"}
_DOUBT = {PERSON: 0.3, PLACE: 0.25, ORGANISATION: 0.6}
"""How often a label of the recogniser that nothing else supports is wrong in news."""


def vote(document: Document) -> Document:
    """Set label and confidence of each name by all the evidence of the document.

    Names that the evidence shows to be no person, place or organisation are left out.
    """
    text = document.text
    names = [replace(name, evidence=context(document, name)) for name in document.names]
    totals = _totals(text, names)
    if sport.is_report(text):
        names = _as_played(document, names, totals)
    for key in introduced_things(text):
        totals[key][THING] += _INTRODUCED
    for key in introduced_acronyms(text):
        totals[key][THING] += _INTRODUCED + totals[key][ORGANISATION]
    contested = _lend(names, totals) | _not_introduced(names)
    usual = _usual(names)
    decided = (
        _decided(name, totals[name.key], usual.get(name.key, name.category), contested=name.key in contested)
        for name in names
    )
    return document.with_names(name for name in decided if name)


def _as_played(document: Document, names: Sequence[Name], totals: dict[str, Votes]) -> list[Name]:
    """Return the names with what a report on a match says of each, and add to the totals what it says of teams."""
    here, teams = sport.look(document)
    for key, weight in teams.items():
        totals[key][ORGANISATION] += weight
    return [_with_evidence(name, here[name.start]) if name.start in here else name for name in names]


def _with_evidence(name: Name, played: Category) -> Name:
    return replace(name, evidence={**name.evidence, played: name.evidence.get(played, 0.0) + sport.WEIGHT})


def _usual(mentions: Sequence[Name]) -> dict[str, Category]:
    """Return by key what most mentions of a long name were called; of equals, an organisation and last a person."""
    counts: dict[str, Counter[Category]] = defaultdict(Counter)
    for mention in mentions:
        if " " in mention.key:
            counts[mention.key][mention.category] += 1
    order = (ORGANISATION, PLACE, PERSON)
    return {key: max(order, key=lambda category: count[category]) for key, count in counts.items()}


def _totals(text: str, mentions: Sequence[Name]) -> dict[str, Votes]:
    """Return by key what the recogniser, the contexts and the names themselves say."""
    totals: dict[str, Votes] = defaultdict(lambda: {PERSON: 0.0, PLACE: 0.0, ORGANISATION: 0.0, THING: 0.0})
    for mention in mentions:
        for category, weight in mention.evidence.items():
            totals[mention.key][category] += weight
    _pair(text, mentions, totals)
    for run in _runs(text, mentions):
        _level(run, totals)
    for (key, label_category), count in Counter((m.key, m.category) for m in mentions).items():
        totals[key][label_category] += count**_DAMPING * (_FULL_NAME if " " in key else 1.0)
    for key, votes in _inside(mentions).items():
        for category, weight in votes.items():
            totals[key][category] += weight
    _knight(mentions, totals)
    _gather_families(mentions, totals)
    return totals


def _pair(text: str, mentions: Sequence[Name], totals: dict[str, Votes]) -> None:
    """Add what names say of the ones right beside them."""
    for earlier, later in pairwise(mentions):
        between = text[earlier.end : later.start]
        if (between == " (" and _is_abbreviation(earlier, later)) or (
            between.startswith((", ", " (")) and KNOWN_AS.fullmatch(between)
        ):
            totals[later.key][_evident(earlier)] += _IN_BRACKETS
        if between in _COMMAS:
            _share(earlier, later, totals)
        if _are_listed(text, earlier, later):
            _list(earlier, later, totals)


def _evident(name: Name) -> Category | None:
    """Return what a name shows by itself to be, or else what it was called."""
    return next((category for category, weight in inside(name).items() if weight >= _EVIDENT), name.category)


def _inside(mentions: Sequence[Name]) -> dict[str, Votes]:
    """Return by key what the names say about themselves, of all spellings the one that says most."""
    said: dict[str, Votes] = defaultdict(dict)
    for mention in {m.form: m for m in mentions}.values():
        votes = said[mention.key]
        for category, weight in inside(mention).items():
            votes[category] = max(weight, votes.get(category, 0.0))
    return said


def _gather_families(mentions: Sequence[Name], totals: dict[str, Votes]) -> None:
    """Let the surnames of people speak for their plurals (`the Turpins`)."""
    surnames = {_surname(m) for m in mentions if m.category is PERSON and " " in m.key}
    for key in {m.key for m in mentions if " " not in m.key}:
        if key.endswith("s") and key[:-1] in surnames:
            totals[key][PERSON] += _FAMILY


def _knight(mentions: Sequence[Name], totals: dict[str, Votes]) -> None:
    """Let a title before a first or last name alone (`Sir Keir`) speak for the full name as a person's."""
    titled = {m.key for m in mentions if " " not in m.key and m.evidence.get(PERSON, 0.0) >= _TITLED}
    for mention in {m.key: m for m in mentions if m.key.count(" ") == 1}.values():
        words = mention.words
        if not titled.isdisjoint(words) and bare(words[-1]) not in _NO_SURNAMES:
            totals[mention.key][PERSON] += _KNIGHTED


def _share(earlier: Name, later: Name, totals: dict[str, Votes]) -> None:
    """Let single words side by side in a list share what is said of either (`near Dunai and Jumla`)."""
    for one, other in ((earlier, later), (later, earlier)):
        if " " in one.form or " " in other.form:
            continue
        known = inside(one)
        acronym = is_capitals(one.form) and not is_capitals(other.form)
        for category in (PLACE,) if acronym else (PLACE, ORGANISATION):
            totals[other.key][category] += _SHARED * (one.evidence.get(category, 0.0) + known.get(category, 0.0))


def _are_listed(text: str, earlier: Name, later: Name) -> bool:
    """Whether two names of several words that may be people's stand side by side in a list."""
    joined = text[earlier.end : later.start] in (", ", " and ", ", and ")
    return joined and all(" " in name.key and bare(name.words[-1]) not in _NO_SURNAMES for name in (earlier, later))


def _list(earlier: Name, later: Name, totals: dict[str, Votes]) -> None:
    for person, other in ((earlier, later), (later, earlier)):
        if person.category is PERSON and other.category is ORGANISATION and other.key.count(" ") == 1:
            totals[other.key][PERSON] += _LISTED


def _runs(text: str, mentions: Sequence[Name]) -> Iterator[list[Name]]:
    """Yield the lists of names, each of three at least (`Beni, Butembo, Mangina and Katwa`)."""
    run: list[Name] = []
    for mention in mentions:
        if run and text[run[-1].end : mention.start] not in _COMMAS:
            if len(run) >= _SHORTEST_LIST:
                yield run
            run = []
        run.append(mention)
    if len(run) >= _SHORTEST_LIST:
        yield run


def _level(run: Sequence[Name], totals: dict[str, Votes]) -> None:
    """Let the names of a list that are of one kind speak for the single words among them that were called another."""
    (kind, count), *_ = Counter(mention.category for mention in run).most_common()
    if run[0].evidence.get(PLACE, 0.0) >= _PLACES_OF:
        kind, count = PLACE, len(run)
    if count * 3 >= len(run) * 2:
        for mention in run:
            if mention.category is not kind and " " not in mention.form and not is_capitals(mention.form):
                totals[mention.key][kind] += _LEVELLED


def _is_abbreviation(earlier: Name, later: Name) -> bool:
    if " " not in earlier.form or " " in later.form or later.form in AGENCIES:
        return False
    if is_capitals(later.form) or (earlier.category is ORGANISATION and is_blend(earlier.form, later.form)):
        return True
    return earlier.category is ORGANISATION and is_short_form(earlier.form, later.form)


def _lend(mentions: Sequence[Name], totals: dict[str, Votes]) -> set[str]:
    """Let longer names vote for the short ones that are a part of them.

    Returns the keys that both a person and a company lend to (`Ford`), which each mention decides for itself.
    """
    lent: dict[str, dict[str, Votes]] = defaultdict(dict)
    for mention in {m.key: m for m in mentions if " " in m.key}.values():
        votes = totals[mention.key]
        for part, loan in _loans(mention, max(votes, key=lambda category: votes[category])):
            lent[part].setdefault(mention.key, loan)
    counts = Counter(mention.key for mention in mentions)
    for mention in {m.key: m for m in mentions}.values():
        scale = 0.5 if mention.form in PLACES - TOWNS else counts[mention.key] ** _DAMPING
        for loan in lent.get(mention.key, {}).values():
            for category, weight in loan.items():
                totals[mention.key][category] += weight * scale
    return {key for key, loans in lent.items() if _is_contested(loans)}


def _loans(mention: Name, winner: Category | None) -> Iterator[tuple[str, Votes]]:
    """Yield the parts of a long name and what it lends to each."""
    words = mention.words
    if winner is THING and is_craft(mention.form.split()):
        yield words[-1], {THING: 2.5}
    elif winner is PLACE and bare(words[-1]) in VENUES and len(words) > 2:
        yield " ".join(words[:-1]), {PLACE: 2.0}
    elif winner is PERSON and len(words) <= 5:
        for part in (*words[1:], " ".join(words[1:]), " ".join(words[-2:])):
            yield part, {PERSON: 3.0}
        family_first = "-" in mention.form.split()[-1]
        yield words[0], {PERSON: 3.0 if family_first else 1.5}
    elif winner is ORGANISATION and bare(words[-1]) in _CIVIC:
        yield " ".join(words[:-1]), {PLACE: 1.0}
        yield words[0], {PLACE: 1.0}
    elif winner is ORGANISATION and not _begins_with_place(mention):
        yield words[0], {ORGANISATION: 2.0}
        yield " ".join(words[:-1]), {ORGANISATION: 2.0}
        if len(words) == _FOUNDERS_COMPANY and words[-1] in CORPORATE:
            yield words[1], {ORGANISATION: 2.0}


def _begins_with_place(mention: Name) -> bool:
    """Whether an organisation is named after its place, which keeps its own kind (`Paris Opera`)."""
    words = mention.form.split()
    return any(" ".join(words[:count]) in PLACES for count in (1, 2, 3))


def _is_contested(loans: dict[str, Votes]) -> bool:
    """Whether both a person and a company of one name are in the article (`Ford`)."""
    person = any(PERSON in loan for loan in loans.values())
    return person and any(ORGANISATION in loan and key.split()[-1] in CORPORATE for key, loan in loans.items())


def _decided(name: Name, votes: Votes, usual: Category, *, contested: bool) -> Name | None:
    """Return the name with label and confidence, None if it is none. `usual` decides where the votes are even."""
    winner = _own_choice(name) if contested else _winner(name, votes, usual)
    if winner is THING:
        return None
    total = sum(votes.values())
    share = max(votes[winner] / total if total else 0.0, _own_share(name, winner))
    if contested:
        share = max(share, _share_here(name, winner))
    confidence = share * (1 - _DOUBT[winner] / max(1.0, votes[winner]))
    label = name.label if winner is name.category else LABEL_OF[winner]
    return replace(name, label=label, confidence=confidence, evidence={})


def _own_share(mention: Name, winner: Category | None) -> float:
    """Return the share of what a mention says for itself, if that is enough to stand alone."""
    own = mention.evidence.get(winner, 0.0)
    return own / (sum(mention.evidence.values()) + 1) if own >= _OWN else 0.0


def _share_here(mention: Name, winner: Category | None) -> float:
    """Return the share of what a mention says for itself, its label among it: of two of one name, one is meant here."""
    label = 1.0 if mention.category is winner else 0.0
    return (mention.evidence.get(winner, 0.0) + label) / (sum(mention.evidence.values()) + 1.0)


def _winner(mention: Name, votes: Votes, usual: Category) -> Category | None:
    own: Mapping[Category | None, float] = {} if mention.form in COUNTRY_OF_NAME else mention.evidence
    strongest = max(own, key=lambda category: own[category], default=None)
    if own.get(strongest, 0.0) >= _OWN:
        return strongest
    return max(votes, key=lambda category: (votes[category], category is usual))


def _not_introduced(mentions: Sequence[Name]) -> set[str]:
    """Return the surnames that stand alone, with signs of a company, before anyone of that name is introduced.

    News introduces people by their full names, so that the `Ford` before `Henry Ford` is somebody else.
    """
    first: dict[str, int] = {}
    signs: dict[str, float] = defaultdict(float)
    introduced: dict[str, int] = {}
    for mention in mentions:
        first.setdefault(mention.key, mention.start)
        signs[mention.key] += mention.evidence.get(ORGANISATION, 0.0)
        if mention.category is PERSON and " " in mention.key:
            introduced.setdefault(_surname(mention), mention.start)
    return {key for key, start in introduced.items() if signs[key] >= _OWN and first.get(key, start) < start}


def _surname(mention: Name) -> str:
    return next((word for word in reversed(mention.words) if word not in GENERATIONS), mention.key)


def _own_choice(mention: Name) -> Category:
    """Return what a mention of a contested name says for itself: its context, or else what was recognised."""
    for category, enough in ((PERSON, 1.0), (ORGANISATION, 0.5)):
        if mention.evidence.get(category, 0.0) >= enough and category is _strongest(mention):
            return category
    return PERSON if mention.category is PERSON else ORGANISATION


def _strongest(mention: Name) -> Category | None:
    return max(mention.evidence, key=lambda category: mention.evidence[category], default=None)
