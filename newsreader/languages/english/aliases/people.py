"""Which names of people are one person: surname, first name, initials, nickname, spelling."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.languages.candidates import Candidates
from newsreader.languages.english.aliases.courtesy import address, address_of
from newsreader.languages.english.aliases.kinship import is_beside, is_relative
from newsreader.languages.english.aliases.posts import post, posts_of
from newsreader.languages.english.words.given_names import GIVEN_NAMES
from newsreader.languages.english.words.titles import GENERATIONS, PARTICLES
from newsreader.languages.english.words.variants import NICKNAMES
from newsreader.languages.groups import Group, give, parted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.entity import Mention
    from newsreader.languages.groups import Fits

_SONS = frozenset({"bin", "ibn", "bint"})
"""Before the father's name, which is no family name: Mohammed bin Salman is not called Salman."""

_SHORT_FIRST_NAMES = {name: names - {name} for names in NICKNAMES for name in names}
"""What else somebody of a first name may be called."""

_LONG_ENOUGH = 6
"""Letters from which one that differs is taken for a slip."""


def merge_people(text: str, groups: Sequence[Group]) -> list[Group]:
    """Return the groups with the shorter names of people given to the longer ones they stand for.

    A surname that two people bear goes, mention by mention, to the one the article is about or who was named last;
    `Mrs` before it in `text` rules out the men, `Mr` the women.
    """
    people, others = parted(groups, Category.PERSON)
    remaining = Candidates()
    for group in sorted(people, key=lambda g: (-len(g.words), g.start)):
        owners, reason = _owners(group, remaining.find(_wanted(group.words)))
        if owners:
            give(group, owners, reason, _may_be_addressed(text, owners))
        else:
            remaining.add(group, _offered(group.words))
    return [*others, *remaining.groups]


def _offered(words: list[str]) -> Iterator[str]:
    """Yield the clues by which a long name is found: its words, its initials, and the look of its last word."""
    yield from words
    yield from _SHORT_FIRST_NAMES.get(words[0], ())
    yield "".join(word[0] for word in words)
    yield _look(words[-1], len(words[-1]))


def _wanted(words: list[str]) -> Iterator[str]:
    """Yield the clues to the names that `words` may be short for, or a slip of the pen for."""
    yield from words
    last = words[-1]
    if len(last) >= _LONG_ENOUGH:
        yield from (_look(last, length) for length in (len(last) - 1, len(last), len(last) + 1))


def _look(word: str, length: int) -> str:
    return f"{word[0]} {length}"


def _may_be_addressed(text: str, owners: Sequence[Group]) -> Fits:
    """Return what says whether a mention may mean one of the owners; it looks at each owner once.

    A surname alone does not mean who was introduced as the relative of another one of that name, and a surname behind
    an office means who holds it, if any of the owners does.
    """
    usual = cache(partial(address_of, text=text))
    posts = {id(owner): posts_of(owner, text) for owner in owners}
    relatives: dict[int, bool] = {}

    def fits(owner: Group, mention: Mention) -> bool:
        office = post(text, mention.start)
        if office and any(office in held for held in posts.values()):
            return office in posts[id(owner)]
        here = address(text, mention.start)
        if here is not None:
            return usual(owner) in (None, here)
        relative = relatives.setdefault(id(owner), is_relative(text, owner))
        return not relative and not is_beside(text, owner, mention)

    return fits


def _owners(group: Group, others: Sequence[Group]) -> tuple[list[Group], str]:
    """Return the groups that `group` may stand for by the strongest rule that fits, and the reason."""
    best, reason, found = 0, "", []
    words = group.words
    for other in others:
        strength, why = _relation(words, other.words)
        if strength > best:
            best, reason, found = strength, why, [other]
        elif strength and strength == best:
            found.append(other)
    return found, reason.replace("{0}", f"“{group.form}”").replace("{1}", "{}")


def _relation(short: list[str], long: list[str]) -> tuple[int, str]:
    """Return how strongly `short` may stand for `long` (0 for not at all) and a sentence of the names {0} and {1}."""
    for strength, fits, why in _RULES:
        if fits(short, long):
            return strength, why
    return 0, ""


def _core(words: list[str]) -> list[str]:
    return [word for word in words if word not in GENERATIONS] or words


def _is_surname(short: list[str], long: list[str]) -> bool:
    core = _core(long)
    if len(short) >= len(core) or core[-len(short) :] != short:
        return False
    return not _is_fathers_name(short, core)


def _is_fathers_name(short: list[str], long: list[str]) -> bool:
    return long[-len(short) :] == short and long[-len(short) - 1] in _SONS


def _is_first_name(short: list[str], long: list[str]) -> bool:
    return len(short) < len(long) and long[: len(short)] == short and short[0] not in PARTICLES


def _is_inner_name(short: list[str], long: list[str]) -> bool:
    """Whether the words of `short` are all in `long`, in order, with no initial that differs."""
    if len(short) >= len(long) or short == long[:1] or _is_fathers_name(short, long):
        return False
    rest = iter(long)
    if not all(word in rest for word in short):
        return False
    mine, theirs = [w for w in short if len(w) == 1], [w for w in long if len(w) == 1]
    return not mine or mine == theirs


def _is_initialled(short: list[str], long: list[str]) -> bool:
    """Whether `short` is `long` with initials for first names (`J. Roe`, `JFK` for three words)."""
    if len(short) == 1:
        return len(long) > 2 and short[0] == "".join(word[0] for word in long) and len(short[0]) > 2
    if short[-1] != long[-1] or len(short) > len(long):
        return False
    pairs = list(zip(short[:-1], long[:-1], strict=False))
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs)


def _is_nickname(short: list[str], long: list[str]) -> bool:
    if len(short) < 2 or len(long) < 2 or _core(short)[-1] != _core(long)[-1]:
        return False
    return any(short[0] in names and long[0] in names for names in NICKNAMES)


def _is_nickname_alone(short: list[str], long: list[str]) -> bool:
    """Whether `short` is a short form of the first name of `long`, and no first name besides (`Tom`, `Thomas Roe`)."""
    return len(short) == 1 < len(long) and any(short[0] in names and long[0] in names for names in NICKNAMES)


def _is_slip(short: list[str], long: list[str]) -> bool:
    """Whether the last words differ by one letter and nothing else speaks against it."""
    if len(short) == len(long) > 1:
        pairs = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
        return len(pairs) < len(short) and all(min(len(a), len(b)) > 4 and one_edit(a, b) for a, b in pairs)
    a, b = short[-1], long[-1]
    if a.title() in GIVEN_NAMES or a == b + "s":
        return False
    if min(len(a), len(b)) < _LONG_ENOUGH or a[0] != b[0] or not one_edit(a, b):
        return False
    return len(short) == 1 or short[0] == long[0]


def one_edit(a: str, b: str) -> bool:
    """Whether two words differ by one letter put in, left out, changed, or by two neighbours swapped."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    a, b = a[start:], b[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b or a == b[1:]


_RULES = (
    (5, _is_surname, "{0} is the family name of {1}."),
    (4, _is_inner_name, "{0} is a shorter form of {1}."),
    (4, _is_initialled, "{0} is {1} with initials."),
    (4, _is_nickname, "{0} has a short form of the first name of {1}."),
    (3, _is_first_name, "{0} is the first part of {1}."),
    (2, _is_nickname_alone, "{0} is a short form of the first name of {1}."),
    (1, _is_slip, "{0} is a spelling of {1}."),
)
