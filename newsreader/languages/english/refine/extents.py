"""Extents: names that were cut short are completed, and names that were run together are taken apart."""

from __future__ import annotations

from newsreader.languages.english.refine.tokens import PLACE_LABELS, SHOWN, Name, component, free
from newsreader.languages.english.shapes import (
    POSSESSIVES,
    bare,
    is_capital,
    is_capitals,
    is_particle,
    opens_sentence,
)
from newsreader.languages.english.words.agencies import AGENCIES, MEDIA
from newsreader.languages.english.words.countries import DEMONYMS, PLACES
from newsreader.languages.english.words.given_names import GIVEN_NAMES
from newsreader.languages.english.words.junk import COMMON_WORDS, GENERIC
from newsreader.languages.english.words.organisations import (
    CLUB_OPENERS,
    CORPORATE,
    EVENTS,
    HEADS,
    OF_HEADS,
    VENUES,
    WELL_KNOWN,
)
from newsreader.languages.english.words.titles import GENERATIONS, PARTICLES, TITLES, TRADES

_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})
"""What a nickname stands in (`Joseph “Joe” Roe`)."""

_SEPARATORS = frozenset({"and", "&", ",", "/", "|", ";", "–", "—", ":"})
"""What stands between two people run together (`Jane Roe and John Doe`)."""

_NICKNAME_WORDS = 3
_FULL_NAME = 2
_FOUNDED = frozenset("foundation trust fund institute center centre school library".split())
"""Last words of what couples give their names to (`Bill and Melinda Gates Foundation`)."""

_BODIES_OF_STATE = frozenset({"department", "ministry", "office", "embassy", "police", "army"})
"""Heads that no place follows but as the beginning of something else (`State Department Iraq hands`)."""

_OWNED_BY_MANY = frozenset("Court Association Union Federation Society Party Club Council Hall".split())
"""What belongs to people of one kind and bears their name (`Teachers' Union`)."""

_JOINTS = frozenset("do da dos das del".split())
"""Small words that join two halves of a name in Portuguese and Spanish (`Rio Grande do Norte`)."""

_BODIES = HEADS - {"city"}
"""Heads that make a place before them an organisation; a city is a place itself (`Kansas City`)."""


_MOST_WORDS = 60
"""Words and marks of a name; the recogniser takes lists and text without sense for longer ones."""


@component
def extents(words: list[str], names: list[Name]) -> list[Name]:
    """Split what was run together, then complete what was cut short."""
    parts = [part for name in _joined(words, names) for part in _split(words, name)]
    return _with_nicknames(words, _bridged(words, _complete(words, parts)))


def _bridged(words: list[str], names: list[Name]) -> list[Name]:
    """Make one name of `St. | Louis Blues`, `Bill | and | Melinda Gates Foundation`, `… of California | , | Davis`."""
    bridged: list[Name] = []
    for name in names:
        label = _bridge(words, bridged[-1], name) if bridged else None
        if label:
            bridged[-1] = (bridged[-1][0], name[1], label)
        else:
            bridged.append(name)
    return bridged


def _bridge(words: list[str], first: Name, second: Name) -> str | None:
    """Return the label of the one name that two side by side are, None for two names."""
    between, own = words[first[1] : second[0]], words[first[0] : first[1]]
    if len(between) == 1 and between[0] in _JOINTS and first[2] in SHOWN and second[2] in SHOWN:
        return first[2]
    if between == ["."] and own == ["ST"] and is_capitals(words[second[0]]):
        return "GPE"
    if not between and own == ["St."] and second[2] in SHOWN:
        return second[2] if second[1] - second[0] == 1 or second[2] != "PERSON" else "ORG"
    if between == [","] and own[-3:] == ["University", "of", "California"] and second[2] in PLACE_LABELS:
        return "ORG"
    if not between and first[2] == "ORG" and _is_branch(words, first, second):
        return "ORG"
    couple = len(own) == 1 and own[0] in GIVEN_NAMES and bare(words[second[1] - 1]) in _FOUNDED
    if couple and between in (["and"], ["&"]) and second[2] == "ORG" and second[1] - second[0] > _FULL_NAME:
        return "ORG"
    return None


def _is_branch(words: list[str], first: Name, second: Name) -> bool:
    """Whether the place right behind an organisation belongs to its name (`CNN | Philippines`)."""
    place, last = " ".join(words[slice(*second[:2])]), words[first[1] - 1]
    return second[2] in PLACE_LABELS and place in PLACES and is_capital(last) and bare(last) not in _BODIES_OF_STATE


def _with_nicknames(words: list[str], names: list[Name]) -> list[Name]:
    """Make one person of a first name, a nickname in quotes and a family name, if one of the parts is a person."""
    for opening in range(1, len(words) - 3):
        if words[opening] not in _QUOTES or not is_capital(words[opening - 1]):
            continue
        closing = next((i for i in range(opening + 2, min(opening + 5, len(words) - 1)) if words[i] in _QUOTES), 0)
        around = (words[opening - 1], words[closing + 1]) if closing else ()
        if closing and all(is_capital(w) for w in (*words[opening + 1 : closing], *around)) and _are_names(around):
            names = _joined_over(names, opening, closing)
    return names


def _are_names(words: tuple[str, ...]) -> bool:
    """Whether the words around a nickname may be a person's."""
    return all(word.isalpha() and bare(word) not in TITLES | COMMON_WORDS | GENERIC for word in words)


def _joined_over(names: list[Name], opening: int, closing: int) -> list[Name]:
    """Return the names with what a nickname in quotes divides made one."""
    touched = [n for n in names if n[0] <= closing + 1 and n[1] >= opening]
    if not all(n[2] in SHOWN for n in touched) or not any(n[2] == "PERSON" for n in touched):
        return names
    start, end = min(opening - 1, *(n[0] for n in touched)), max(closing + 2, *(n[1] for n in touched))
    return sorted([*(n for n in names if n not in touched), (start, end, "PERSON")])


def _joined(words: list[str], names: list[Name]) -> list[Name]:
    """Join `Andrés Manuel | López Obrador`, and give a lone month back to the person (`Theresa | May`)."""
    joined: list[Name] = []
    for name in names:
        if (
            name[2] == "PERSON"
            and joined
            and joined[-1][1:] == (name[0], "PERSON")
            and _is_one_person(words, joined[-1], name)
        ):
            joined[-1] = (joined[-1][0], name[1], "PERSON")
            continue
        if joined and joined[-1][2] == "PERSON" and _is_generation(words, joined[-1][1], name):
            joined[-1] = (joined[-1][0], name[1], "PERSON")
            continue
        month = name[2] == "DATE" and words[name[0] : name[1]] == ["May"]
        if month and joined and joined[-1][2] == "PERSON" and joined[-1][1] == name[0]:
            joined[-1] = (joined[-1][0], name[1], "PERSON")
        else:
            joined.append(name)
    return joined


def _is_generation(words: list[str], end: int, name: Name) -> bool:
    """Whether `name` is the `Jr.` of the person that ends at `end`, taken for a name of its own."""
    return name[1] - name[0] == 1 and bare(words[name[0]]) in ("jr", "sr") and words[end : name[0]] in ([], [","])


def _is_one_person(words: list[str], first: Name, second: Name) -> bool:
    """Whether two names side by side are the given and the family names of one person, four words at most."""
    if words[second[0]] in GIVEN_NAMES:
        return False
    return second[1] - first[0] == 4 or (first[1] - first[0] == 1 and words[first[0]] in GIVEN_NAMES)


def _split(words: list[str], name: Name) -> list[Name]:
    start, end, label = name
    if end - start > _MOST_WORDS:
        return []
    if label == "PERSON":
        return _split_person(words, start, end)
    if label == "ORG" and end - start == 3 and words[start + 1] in ("/", "|"):
        return [(start, start + 1, label), (start + 2, end, label)]
    if label == "ORG":
        return _split_coordinated(words, start, end)
    if label in SHOWN:
        return _split_possessive(words, start, end, label)
    return [name]


def _split_person(words: list[str], start: int, end: int) -> list[Name]:
    """Take apart `David and Louise Turpin`, `John Thys/Pool`, `NPR Hamza bin Laden`."""
    if end - start > 1 and words[start] in (AGENCIES | MEDIA) and is_capitals(words[start]):
        return [(start, start + 1, "ORG"), *_split_person(words, start + 1, end)]
    for index in range(start + 1, end):
        if any(c.isdigit() for c in words[index]):
            return [(start, index, "PERSON")]
        if words[index] == "of" and 1 < index - start < end - 1:
            return [(start, index, "PERSON"), (index + 1, end, _label_of_house(words[index + 1 : end]))]
        if words[index] == "The":
            return [(start, index, "PERSON")] if index - start > 1 else []
        if index - start > 1 and bare(words[index - 1]) in ("jr", "sr"):
            return [(start, index, "PERSON"), *_split_person(words, index, end)]
        if index < end - 1 and _separates(words, index):
            return [(start, index, "PERSON"), *_label_after(words, index, end)]
        if (
            start + 1 < index < end - 1
            and words[index] in GIVEN_NAMES
            and words[start] in GIVEN_NAMES
            and end - start == 4
        ):
            return [(start, index, "PERSON"), (index, end, "PERSON")]
    return [(start, end, "PERSON")]


def _label_of_house(own: list[str]) -> str:
    return "GPE" if " ".join(own) in PLACES else "ORG"


def _separates(words: list[str], index: int) -> bool:
    follower = bare(words[index + 1])
    if words[index] == "-":
        return follower in TITLES or follower in TRADES
    return words[index] in _SEPARATORS and follower not in GENERATIONS


def _label_after(words: list[str], index: int, end: int) -> list[Name]:
    rest = " ".join(words[index + 1 : end])
    if rest in AGENCIES or rest in MEDIA:
        return [(index + 1, end, "ORG")]
    if (words[index] == "/" and end - index == 2) or bare(words[index + 1]) in TITLES | TRADES:
        return []
    return _split_person(words, index + 1, end)


def _split_coordinated(words: list[str], start: int, end: int) -> list[Name]:
    """Take apart `Center for Biological Diversity and Center for Food Safety`."""
    for index in range(start + 2, end - 2):
        if words[index] == "and" and words[index + 2] in ("of", "for") and bare(words[index + 1]) in OF_HEADS:
            return [(start, index, "ORG"), (index + 1, end, "ORG")]
    for index in range(start + 1, end - 1):
        if _lists(words, start, index, end):
            return [(start, index, "ORG"), *_split_coordinated(words, index + 1, end)]
        opens = words[index] == "the" and words[index - 1] not in ("Against", "For", "Of")
        if opens and is_capital(words[index - 1]) and is_capital(words[index + 1]):
            return [(start, index, "ORG"), *_split_coordinated(words, index + 1, end)]
    return _split_possessive(words, start, end, "ORG")


def _lists(words: list[str], start: int, comma: int, end: int) -> bool:
    """Whether the comma stands between two names (`Qatar Holding, Binance`) and not inside of one."""
    if words[comma] != "," or not is_capital(words[comma + 1]) or bare(words[comma + 1]) in CORPORATE:
        return False
    return {"and", "&", "of", "for"}.isdisjoint(words[start:end])


def _split_possessive(words: list[str], start: int, end: int, label: str) -> list[Name]:
    """Take `Germany’s Federal Aviation Office` for two names, but not `Lloyd’s of London`."""
    for index in range(start + 1, end - 1):
        owner = " ".join(words[start:index])
        if words[index] in POSSESSIVES and is_capital(words[index + 1]) and (owner in PLACES or owner in WELL_KNOWN):
            return [(start, index, "GPE" if owner in PLACES else "ORG"), (index + 1, end, label)]
        if words[index] in POSSESSIVES and _is_owner(words, start, index, end):
            return [(start, index, "PERSON"), (index + 1, end, label)]
    return [(start, end, label)]


def _is_owner(words: list[str], start: int, index: int, end: int) -> bool:
    """Whether a person of two names stands before the possessive, and behind it what is not named after him."""
    named_after = bare(words[end - 1]) in HEADS | VENUES
    return (
        index - start == _FULL_NAME and words[start] in GIVEN_NAMES and is_capital(words[index + 1]) and not named_after
    )


def _complete(words: list[str], names: list[Name]) -> list[Name]:
    outside = free((name for name in names if name[2] in SHOWN), len(words))
    completed: list[Name] = []
    for start, end, label in names:
        if label == "PERSON":
            start, end = _person_start(words, start, outside), _person_end(words, start, end, outside)
        elif label in SHOWN:
            start = _organisation_start(words, start, end, outside)
            end = _organisation_end(words, start, end, label, outside)
        if words[start : start + 2] == ["Islamic", "State"]:
            label, end = "ORG", _after_and(words, end)
        label = "ORG" if _is_club(words, start, end, label) else label
        label = "ORG" if label == "GPE" and bare(words[end - 1]) in _BODIES and end - start > 1 else label
        outside[start:end] = [False] * (end - start)
        completed.append((start, end, label))
    return _without_covered(completed)


def _is_club(words: list[str], start: int, end: int, label: str) -> bool:
    """Whether what was called a place or a person opens like a club (`Atletico Madrid`)."""
    return words[start] in CLUB_OPENERS and (label == "GPE" or (label == "PERSON" and end - start > 1))


def _without_covered(names: list[Name]) -> list[Name]:
    """Leave out each name that one completed to its left or right has swallowed."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n[0], -n[1])):
        if not kept or name[0] >= kept[-1][1]:
            kept.append(name)
    return kept


def _joins(words: list[str], index: int, outside: list[bool]) -> bool:
    return 0 <= index < len(words) and outside[index] and is_capital(words[index]) and words[index].isalpha()


def _person_start(words: list[str], start: int, outside: list[bool]) -> int:
    """Take in first names before a particle (`Ursula | von der Leyen`)."""
    if words[start].lower() not in PARTICLES or not words[start].islower():
        return start
    while _joins(words, start - 1, outside) and bare(words[start - 1]) not in TITLES:
        start -= 1
    return start


def _person_end(words: list[str], start: int, end: int, outside: list[bool]) -> int:
    """Take in what follows a particle, a nickname with the family name after it, and `Jr.`."""
    end = _nickname_end(words, end, outside)
    index = end
    while index < len(words) and outside[index] and words[index].islower() and is_particle(words[index]):
        index += 1
    if (index > end or is_particle(words[end - 1])) and _joins(words, index, outside):
        end = index + 1
    elif end - start > 1 and _joins(words, end, outside) and _is_last_name(words, end):
        end += 1
    comma = end + 1 if end < len(words) and words[end] == "," else end
    if comma < len(words) and bare(words[comma]) in ("jr", "sr") and outside[comma]:
        return comma + 1
    return end


def _is_last_name(words: list[str], index: int) -> bool:
    """Whether the word right behind a person has a possessive and is the rest of the name (`Aung San Suu | Kyi's`)."""
    word = words[index]
    possessive = index + 1 < len(words) and words[index + 1] in POSSESSIVES
    return possessive and word.istitle() and word not in DEMONYMS and bare(word) not in GENERIC | COMMON_WORDS | _BODIES


def _nickname_end(words: list[str], end: int, outside: list[bool]) -> int:
    if end >= len(words) or words[end] not in _QUOTES:
        return end
    for closing in range(end + 2, min(end + 2 + _NICKNAME_WORDS, len(words) - 1)):
        if words[closing] in _QUOTES and all(is_capital(w) for w in words[end + 1 : closing]):
            return closing + 2 if is_capital(words[closing + 1]) else end
    return end


def _organisation_start(words: list[str], start: int, end: int, outside: list[bool]) -> int:
    """Take in what opens a name: before a legal form (`BioNTech | SE`), of a club (`Real | Madrid`), a city's rank."""
    if all(bare(word) in CORPORATE for word in words[start:end]):
        while _joins(words, start - 1, outside) and not opens_sentence(words, start - 1):
            start -= 1
    elif (
        start
        and outside[start - 1]
        and (words[start - 1] in CLUB_OPENERS or (words[start - 1], words[end - 1]) == ("General", "City"))
    ):
        return start - 1
    return start


def _organisation_end(words: list[str], start: int, end: int, label: str, outside: list[bool]) -> int:
    """Take in the head that follows (`Marine JarHeads | MC`) and, for some heads, `of …`."""
    while _joins(words, end, outside) and _is_head(words[end], label):
        end += 1
    if (
        end < len(words)
        and words[end] == ","
        and end + 1 < len(words)
        and bare(words[end + 1]) in ("inc", "ltd", "llc")
    ):
        end += 2
    if _is_owned_by_many(words, end):
        end += 2
    if label == "ORG" and end + 1 < len(words) and words[end] == "of" and bare(words[end - 1]) in OF_HEADS:
        return _after_of(words, end)
    return end


def _is_owned_by_many(words: list[str], end: int) -> bool:
    """Whether a name goes on behind the possessive of a plural (`Leeds Magistrates | ' Court`)."""
    many = end + 1 < len(words) and words[end] in ("'", "’") and words[end - 1].endswith("s")
    return many and words[end + 1] in _OWNED_BY_MANY


def _is_head(word: str, label: str) -> bool:
    name = bare(word)
    return name in HEADS or name in CORPORATE or (name in VENUES and label in ("FAC", "LOC"))


def _after_of(words: list[str], end: int) -> int:
    index = end + 1
    while index < len(words) and words[index] in ("the",):
        index += 1
    first = index
    while index < len(words) and is_capital(words[index]) and bare(words[index]) not in EVENTS:
        index += 1
    if index == first:
        return end
    return _after_and(words, index) if " ".join(words[first:index]) in PLACES else index


def _after_and(words: list[str], end: int) -> int:
    """Take in the second country of `of Iraq and the Levant`, `of England and Wales`."""
    if words[end : end + 2] == ["and", "the"] and is_capital(words[min(end + 2, len(words) - 1)]):
        return end + 3
    if words[end : end + 1] == ["and"] and " ".join(words[end + 1 : end + 2]) in PLACES:
        return end + 2
    return end
