"""Places: countries, states, capitals and regions are known by name, and city and state belong side by side."""

from __future__ import annotations

from newsreader.languages.english.refine.tokens import PLACE_LABELS, SHOWN, Name, add, component, free
from newsreader.languages.english.shapes import bare, is_capital
from newsreader.languages.english.words.contexts import PLACES_AFTER
from newsreader.languages.english.words.countries import COUNTRY_OF_NAME, DEMONYMS, PLACES, STATE_OF_NAME
from newsreader.languages.english.words.junk import COMMON_WORDS, GENERIC
from newsreader.languages.english.words.organisations import CLUB_OPENERS, CORPORATE, EVENTS, HEADS, VENUES
from newsreader.languages.english.words.regions import TOWNS

_AMBIGUOUS = frozenset(
    """Jordan Georgia Ga. Chad Victoria Washington Virginia Carolina Male Sucre CAR GB SPA Perth Phoenix Denver Dallas
    Houston Mo. Miss. Ill. Mass. Wash. Ore. Ark. Ind. Del. Md. La. Pa. Ala. Me. Conn. Minn. Tenn. Mich. Wis.
    Colo. Ariz. Fla. Neb. Nev. Okla. Kan. Ky. Vt. Va. Wyo. Ont. Que. Alta. Calif. Lyon Cologne Sofia Santiago
    Lima Dakota Florence Sydney Pacific Atlantic Arctic Lome Praia Aden Bern Suva Lagos Georgetown Nassau
    Colombo Bonn Guinea DC Emirates ROK RSA DRC Solomons Gitega Independence Tarawa
    Mars Jupiter Saturn Venus Neptune Uranus Pluto Moon""".split()
)
"""Places that are names of people or ordinary words too: labels are kept, nothing is added for these."""

_SURE = PLACES - _AMBIGUOUS
_LOWER = {
    place.lower(): place
    for place in (*COUNTRY_OF_NAME, *STATE_OF_NAME)
    if place in _SURE and len(place) > 4 and "." not in place
} | {"new york": "New York"}
for _word in ("china", "turkey", "chile", "panama", "america", "hawaii", "emirates", "vatican", "holland", "wales"):
    _LOWER.pop(_word, None)
_UPPER = {place.upper(): place for place in _SURE if len(place) > 3}
"""Known places in capitals (`POLAND`)."""

_IN_TOWNS = frozenset("street road avenue lane close drive crescent terrace church stadium school hospital".split())
"""What stands before the town in which it is."""

_LONGEST_SINGULAR = 4
_STATE_BODIES = frozenset({"State", "Highway", "National"})
"""What follows the name of a state in that of a body of it (`Maryland State Police`)."""

_LONGEST = max(len(place.split()) for place in PLACES)
_FIRST_WORDS = frozenset(place.split()[0] for place in _SURE) | frozenset(
    place.split()[0] for place in (*_UPPER, *_LOWER)
)


@component
def places(words: list[str], names: list[Name]) -> list[Name]:
    """Relabel known places, add the missed ones, join `Washington, D.C.`."""
    relabelled = [_relabel(words, name) for name in names]
    relabelled = _with_known(words, relabelled)
    relabelled = add(relabelled, _with_waters(words, relabelled))
    relabelled = _join_bodies(words, _with_beside(words, relabelled))
    relabelled = add(relabelled, _towns(words, relabelled))
    return _join_capital(words, _with_emblems(words, relabelled))


def _towns(words: list[str], names: list[Name]) -> list[Name]:
    """Return the missed towns behind a street or a building in them (`of Pine Close, Roe, admitted it`)."""
    outside = free(names, len(words))
    return [
        (end + 1, end + 2, "GPE")
        for _, end, label in names
        if end + 2 < len(words)
        and label in ("FAC", "LOC", "GPE", "ORG")
        and bare(words[end - 1]) in _IN_TOWNS
        and words[end] == ","
        and words[end + 2] in (",", ".", ";")
        and outside[end + 1]
        and _is_new_name(words[end + 1])
    ]


def _with_waters(words: list[str], names: list[Name]) -> list[Name]:
    """Return the missed names before a lower-case noun of the land (`over the Tumen river`)."""
    outside = free(names, len(words))
    return [
        (index, index + 1, "LOC")
        for index in range(1, len(words) - 1)
        if words[index + 1] in PLACES_AFTER and outside[index] and _is_name_of_land(words, index)
    ]


def _with_beside(words: list[str], names: list[Name]) -> list[Name]:
    """Add the places beside known ones, in the stead of peoples (`NORP`) that they were taken for."""
    found = _beside_places(words, names)
    starts = {start for start, _, _ in found}
    return add([name for name in names if name[0] not in starts or name[2] in SHOWN], found)


def _join_bodies(words: list[str], names: list[Name]) -> list[Name]:
    """Join a state of a country and the body of it that follows (`Maryland | State Police`)."""
    joined: list[Name] = []
    for start, end, label in names:
        last = joined[-1] if joined else None
        if (
            last
            and last[1] == start
            and label == "ORG"
            and words[start] in _STATE_BODIES
            and " ".join(words[last[0] : start]) in STATE_OF_NAME
        ):
            joined[-1] = (last[0], end, label)
        else:
            joined.append((start, end, label))
    return joined


def _beside_places(words: list[str], names: list[Name]) -> list[Name]:
    """Return the missed names that share a preposition with a place (`in Uvalde and Kerrville`, `in Uvalde, Texas`)."""
    outside = free((name for name in names if name[2] in SHOWN), len(words))
    places_at = {start for start, _, label in names if label in PLACE_LABELS}
    return [
        (index, index + 1, "GPE")
        for index in range(1, len(words) - 2)
        if words[index - 1].lower() in ("in", "near", "between", "across", "at", "from")
        and words[index + 1] in ("and", "or", ",")
        and index + 2 in places_at
        and outside[index]
        and _is_new_name(words[index])
    ]


def _is_new_name(word: str) -> bool:
    """Whether a word may be the name of a place that no list has (`Uvalde`)."""
    common = word in DEMONYMS or bare(word) in GENERIC or bare(word) in COMMON_WORDS
    return is_capital(word) and word.isalpha() and not word.isupper() and not common


def _is_name_of_land(words: list[str], index: int) -> bool:
    """Whether a name stands before a noun of the land inside a sentence (`the Tumen river`)."""
    return _is_new_name(words[index]) and words[index - 1].islower()


def is_known(text: str) -> bool:
    """Whether `text`, in this spelling or in capitals, is one of the places that is nothing else."""
    return text in _SURE or text in _UPPER or text in _LOWER


def _relabel(words: list[str], name: Name) -> Name:
    start, end, label = name
    own = " ".join(words[start:end])
    if label in PLACE_LABELS or not is_known(own) or (own in TOWNS and label == "PERSON" and end - start == 1):
        return name
    return (start, end, "GPE") if label in SHOWN or label in ("NORP", "EVENT", "PRODUCT") else name


def _with_known(words: list[str], names: list[Name]) -> list[Name]:
    outside = free((name for name in names if name[2] != "NORP"), len(words))
    found: list[Name] = []
    index = 0
    while index < len(words):
        end = _known_end(words, index, outside) if outside[index] and words[index] in _FIRST_WORDS else 0
        if end:
            found.append(_with_head(words, index, end, outside))
            end = found[-1][1]
        index = end or index + 1
    covered = {position for start, end, _ in found for position in range(start, end)}
    return sorted([*(n for n in names if covered.isdisjoint(range(n[0], n[1]))), *found]) if found else names


def _with_head(words: list[str], start: int, end: int, outside: list[bool]) -> Name:
    """Return the place, or the club, body or venue that begins or ends with it (`Manchester United`, `Real Madrid`)."""
    if start and outside[start - 1] and words[start - 1] in CLUB_OPENERS:
        return (start - 1, end, "ORG")
    if end < len(words) and outside[end] and words[end][:1].isupper():
        head = bare(words[end])
        if head in HEADS:
            return (start, end + 1, "ORG")
        if head in VENUES:
            return (start, end + 1, "FAC")
    return (start, end, "GPE")


def _known_end(words: list[str], index: int, outside: list[bool]) -> int:
    for end in range(min(index + _LONGEST, len(words)), index, -1):
        if all(outside[index:end]) and is_known(" ".join(words[index:end])):
            return 0 if _is_part_of_more(words, index, end) else end
    return 0


def _is_part_of_more(words: list[str], start: int, end: int) -> bool:
    """Whether the place is only the beginning or the end of a longer name that nobody recognised."""
    before = start > 0 and is_capital(words[start - 1]) and words[start - 1].isalpha()
    after = end < len(words) and is_capital(words[end]) and words[end].isalpha()
    return before and after


def _with_emblems(words: list[str], names: list[Name]) -> list[Name]:
    """Make one team of a town behind `the` and its emblem (`the Chicago | Bulls`)."""
    outside = free(names, len(words))
    return [
        (start, end + 1, "ORG") if label == "GPE" and _is_emblem(words, start, end, outside) else (start, end, label)
        for start, end, label in names
    ]


def _is_emblem(words: list[str], start: int, end: int, outside: list[bool]) -> bool:
    """Whether a capitalised plural right behind `the` and a town is what its team is called."""
    word = words[end] if end < len(words) and outside[end] else ""
    town = start > 0 and words[start - 1].lower() == "the" and " ".join(words[start:end]) not in COUNTRY_OF_NAME
    plural = len(word) > _LONGEST_SINGULAR and word.istitle() and word.endswith("s") and word not in DEMONYMS
    return town and plural and bare(word) not in EVENTS | VENUES | GENERIC | CORPORATE


def _join_capital(words: list[str], names: list[Name]) -> list[Name]:
    """Make one place of `Washington` and `D.C.`."""
    joined: list[Name] = []
    for start, end, label in names:
        if (
            joined
            and " ".join(words[start:end]) in ("D.C.", "DC", "D.C")
            and words[joined[-1][0] : start] in (["Washington", ","], ["Washington"])
        ):
            joined[-1] = (joined[-1][0], end, "GPE")
        else:
            joined.append((start, end, label))
    return joined
