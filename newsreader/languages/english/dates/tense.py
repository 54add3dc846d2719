"""Whether the clause around a time expression looks ahead or back, without a tagger.

The verb that governs the expression decides. A present tense looks ahead where it is that of a programme (`meets`, `is
released`, `faces court`), and tells nothing elsewhere (`shows`, `says`).
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from newsreader.languages.english.words import verbs

if TYPE_CHECKING:
    from newsreader.languages.english.dates.context import Context

_TOKEN = re.compile(r"[’']ll|(?<!\d)[A-Za-z]+(?:[’'](?!ll)[a-z]+)?|[;—–]|[,:](?!\d)")
_BREAK = frozenset(["though", "although", "while", "whereas", "because", *";:—–"])
"""Where another clause begins, or ends."""
_AT = frozenset("on in by from at".split())
_BY = frozenset(["by", "until", "till", "through"])
_ONTO = frozenset("for until to on till in at".split())


class Direction(Enum):
    """Where an expression lies, seen from the article: what is `NEAR` may lie on either side, as near as may be.

    What was `REPORTED` to lie ahead does so still, but for what the article's eve has overtaken.
    """

    AHEAD = "ahead"
    REPORTED = "ahead of what is told"
    BEHIND = "behind"
    NEAR = "near"


def looks_ahead(context: Context) -> bool:
    """Whether the expression is most likely in the future of the article."""
    return direction(context) in (Direction.AHEAD, Direction.REPORTED)


def direction(context: Context) -> Direction | None:
    """Where the expression lies; None where nothing says so.

    The nearest verb to the left decides (`will meet on Friday`, `said on Friday that it will`); where the expression
    opens its clause, the first one to the right does. A headline or a list without a verb means the nearest.
    """
    left, right = _tokens(context.before(160))[-20:], _tokens(context.after(140))[:14]
    verdict = _by_head(left, right) or _of_arrangement(left, right) or _scan_left(left, headline=context.is_heading)
    verdict = verdict or _of_beginning(left, right)
    if _follows_comma(left):
        until = right[: right.index(",")] if "," in right else right
        verdict = _scan_right(until, opens=True) or verdict
    verdict = verdict or _scan_right(right, opens=len(left) < _OPENING and {*left[-1:]} <= _AT)
    if verdict is None and _limit(left):
        return Direction.AHEAD
    return Direction.NEAR if verdict is None and context.is_heading else verdict


def _tokens(text: str) -> list[str]:
    """The words and stops in lower case; a word with a capital inside the sentence is marked, as it is no verb."""
    found = _TOKEN.findall(text)
    return [f"^{token.lower()}" if index and token[0].isupper() else token.lower() for index, token in enumerate(found)]


_OPENING = 3
"""So few words before an expression make it the beginning of its clause: `On Friday`."""


def _by_head(left: list[str], right: list[str]) -> Direction | None:
    """What the words say that the expression hangs on: `until`, `since`, `ahead of`, a deadline."""
    if left[-1:] == ["since"] or (right[:1] == ["s"] and {"closing", "close"} & set(right[1:2])):
        return Direction.BEHIND
    limit = _limit(left)
    if limit and (verbs.HELD & set(left[-limit - 1 : -limit]) or verbs.PUTTING_OFF & set(left[-limit - 5 :])):
        return Direction.AHEAD
    if left[-2:-1] in (["follows"], ["follow"]):
        return Direction.AHEAD
    if left[-1:] == ["for"] and verbs.AIMS & set(left[-4:]):
        return Direction.AHEAD
    if verbs.AWAITING & {*left[-1:]} or (left[-1:] == ["for"] and verbs.PREPARING & set(left[-3:])):
        return Direction.AHEAD
    if left[-3:] in _MOVED or (left[-1:] == ["before"] and verbs.MAYBE & set(left[-3:])):
        return Direction.AHEAD
    if left[-2:] == ["ahead", "of"] or left[-3:-1] == ["ahead", "of"]:
        return Direction.AHEAD
    opens = not left or left[-1] in (",", "but", "and")
    return (
        Direction.AHEAD
        if {"deadline", "delivery"} & set(right[:2]) or (opens and right[:1] in (["is"], ["are"]))
        else None
    )


_MOVED = (["put", "back", "to"], ["pushed", "back", "to"], ["brought", "forward", "to"], ["moved", "back", "to"])
"""What stands before the day to which something was moved."""


def _follows_comma(left: list[str]) -> bool:
    return left[-1:] == [","] or (left[-2:-1] == [","] and left[-1] in _AT)


def _of_arrangement(left: list[str], right: list[str]) -> Direction | None:
    """`is scheduled for Friday` looks ahead; what was scheduled for a day may be over: `one set for May was held`."""
    at = next(
        (
            at
            for at in range(max(0, len(left) - 8), len(left) - 1)
            if left[at] in verbs.PUT_OFF and left[at + 1] != "to"
        ),
        None,
    )
    if at is None or left[-1] not in _ONTO:
        return None
    if not _auxiliary(left, at) and at < len(left) - 2 and left[-1] in ("on", "in", "at"):
        return None
    told = _auxiliary(left, at) or _scan_right(right, opens=False) is not Direction.BEHIND
    if not told:
        return Direction.NEAR
    return Direction.REPORTED if _auxiliary(left, at) in verbs.BE_THEN else Direction.AHEAD


def _of_beginning(left: list[str], right: list[str]) -> Direction | None:
    """What is said in the present and holds from a day is to come: `the library lends rods from Monday`."""
    begins = left[-1:] == ["from"] and len(left) > _OPENING and right[:1] not in (["s"], ["to"])
    return Direction.AHEAD if begins and not any(map(_is_past, right[:1])) else None


def _limit(left: list[str]) -> int:
    """How many words back `by` or `until` stands, a time of day perhaps between (`until noon on`); 0 if it does not."""
    for back, token in enumerate(reversed(left[-5:]), 1):
        if token in _BY:
            return back
        if token not in _OF_A_DAY:
            return 0
    return 0


_OF_A_DAY = frozenset("midnight noon on at least a p m am pm the end of close business".split())


def _is_name(token: str) -> bool:
    return token.startswith("^")


def _is_past(token: str) -> bool:
    return token in verbs.IRREGULAR_PAST or (
        token.endswith("ed") and len(token) > len("bed") and token not in verbs.NOT_PAST and not _is_name(token)
    )


def _scan_left(tokens: list[str], *, headline: bool) -> Direction | None:
    """The verdict of the nearest verb before the expression; in a headline `to meet` is `will meet`."""
    weak = aimed = False
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token in _BREAK or (weak and token == ","):
            break
        if token == "to":
            found = _of_infinitive(tokens, index)
            aimed = True
        elif token == "be":
            continue
        elif token in verbs.NOUNS and _is_scheduled(tokens, index):
            weak, found = _of_present(tokens[index + 1 :]) is Direction.AHEAD, None
        else:
            found = _of_verb(tokens, index)
        if found is not None:
            return found
    return Direction.AHEAD if weak or (aimed and headline) or _bids(tokens) else None


def _bids(tokens: list[str]) -> bool:
    """Whether a sentence begins with what somebody is to do: `Join us on Sunday`, `Don't miss the fair`."""
    return tokens[:1] in _LET_US or (tokens[:2] in _DO_NOT) or bool(verbs.IMPERATIVES & set(tokens[:1]))


_LET_US = (["let's"], ["let’s"])
_DO_NOT = (["don't", "miss"], ["don’t", "miss"], ["don't", "forget"], ["don’t", "forget"], ["see", "you"])


def _of_infinitive(tokens: list[str], index: int) -> Direction | None:
    """The verdict of the word before `to` and an infinitive."""
    before = tokens[max(0, index - 3) : index]
    if tokens[index + 1 : index + 2] and tokens[index + 1] in verbs.BEFORE_NOUNS:
        return None
    if before[-1:] and before[-1] in ("is", "are"):
        return Direction.AHEAD
    if before[-1:] and before[-1] in ("was", "were"):
        return Direction.NEAR
    if verbs.EXPECTING & set(before):
        return (
            Direction.REPORTED if {"was", "were", "had"} & set(tokens[max(0, index - 4) : index]) else Direction.AHEAD
        )
    return Direction.NEAR if verbs.BIDDING & set(before) else None


def _of_verb(tokens: list[str], index: int) -> Direction | None:
    """The verdict of a word that is no infinitive: None if it is no verb, or one that says nothing."""
    token = tokens[index]
    if token in verbs.MODALS:
        return _of_modal(tokens, index)
    if token in verbs.BE_NOW:
        return _of_present(tokens[index + 1 :])
    if token in ("was", "were", "had", "been", "didn't", "didn’t"):
        return Direction.BEHIND
    if token in verbs.FORESEEING:
        return Direction.AHEAD
    if token.endswith("ing") and not _is_name(token):
        return _of_participle(tokens, index)
    if _is_past(token) and not _is_infinitive(tokens, index):
        return _of_participle(tokens, index) if _auxiliary(tokens, index) else Direction.BEHIND
    return _of_present(tokens[index + 1 :]) if _is_scheduled(tokens, index) else None


def _is_infinitive(tokens: list[str], index: int) -> bool:
    """Whether a word that may be a past is none here: `to hit`, `will put`."""
    before = tokens[index - 1] if index else ""
    return tokens[index] in verbs.INFINITIVES and (before == "to" or before in verbs.MODALS)


def _of_modal(tokens: list[str], index: int) -> Direction:
    """`will meet`, `would meet`, `may have met`."""
    if tokens[index + 1 : index + 2] == ["have"]:
        return Direction.BEHIND
    return Direction.REPORTED if tokens[index] in verbs.REPORTED else Direction.AHEAD


def _of_present(behind: list[str]) -> Direction | None:
    """`is on Friday`, but `is in hospital after the attack on Friday`, and `who is from Leeds, on Friday`."""
    if "," in behind:
        return None
    return Direction.BEHIND if verbs.BEHIND & set(behind) else Direction.AHEAD


_STATES = verbs.STATES | verbs.DWELLING
_AUXILIARIES = verbs.BE_NOW | verbs.BE_THEN | verbs.BE


def _auxiliary(tokens: list[str], index: int) -> str:
    """The first of the auxiliaries before a participle, an adverb between them or not; empty if there is none."""
    found = ""
    for at in range(index - 1, max(-1, index - 5), -1):
        if tokens[at] in _AUXILIARIES:
            found = tokens[at]
        elif not tokens[at].endswith("ly") and tokens[at] not in ("not", "also", "now", "again", "still", "just"):
            break
    return found


def _of_participle(tokens: list[str], index: int) -> Direction | None:
    """`is released`, `is being moved`, `are playing` look ahead; `was released`, `has been moved` back."""
    auxiliary = _auxiliary(tokens, index)
    if auxiliary in verbs.BE_NOW:
        return Direction.BEHIND if tokens[index] in _STATES else Direction.AHEAD
    if auxiliary in verbs.BE_THEN:
        return Direction.BEHIND
    return None


def _is_scheduled(tokens: list[str], index: int) -> bool:
    """Whether a word is a verb of a programme in the present, and not a noun that looks like one."""
    token, before = tokens[index], tokens[index - 1] if index else "the"
    if token in verbs.SCHEDULED_ONE:
        return token not in verbs.NOUNS or before not in verbs.BEFORE_NOUNS
    several = before in verbs.PLURALS or _is_plural(before) or _of_plural(tokens, index) or _of_team(tokens, index)
    return token in verbs.SCHEDULED and several


def _of_team(tokens: list[str], index: int) -> bool:
    """Whether a verb is said of a team, which is several: `England need a point`, but not `the England play`."""
    if index != 1 and not _is_name(tokens[index - 1]):
        return False
    following = tokens[index + 1 : index + 2]
    return tokens[index - 2 : index - 1] != ["the"] and (following in _OBJECTS or any(map(_is_name, following)))


_OBJECTS = (["a"], ["an"], ["the"], ["their"], ["to"])
"""What begins that of which a verb is said."""


def _of_plural(tokens: list[str], index: int) -> bool:
    """Whether what is said of a plural stands behind it and a place or the like: `talks in Geneva end`."""
    for at in range(index - 2, max(0, index - 5), -1):
        if tokens[at] in _BESIDE_NOUNS:
            return _is_plural(tokens[at - 1])
    return False


_BESIDE_NOUNS = frozenset("in of at from for on with between".split())


def _is_plural(token: str) -> bool:
    ends = token.endswith("s") and not token.endswith(("ss", "us", "is", "’s", "'s"))
    return ends and len(token) > len("is") and token not in verbs.BEFORE_NOUNS


def _scan_right(tokens: list[str], *, opens: bool) -> Direction | None:
    """The verdict of the first verb behind the expression; of `is` only where the expression opens its clause."""
    for index, token in enumerate(tokens):
        if token in _BREAK:
            return None
        if token in verbs.MODALS:
            return _of_modal(tokens, index)
        if token == "to" and verbs.EXPECTING & set(tokens[max(0, index - 3) : index]):
            return Direction.AHEAD
        if _is_past(token) or token in ("was", "were", "had", "has", "have"):
            if not (token in verbs.EXPECTING and "to" in tokens[index : index + 2]):
                return _of_participle(tokens, index) or Direction.BEHIND
        elif token.endswith("ing") and opens and _auxiliary(tokens, index) in verbs.BE_NOW:
            return None if token in verbs.DWELLING else Direction.AHEAD
        elif _is_scheduled(tokens, index) and not (token in verbs.NOUNS and tokens[index - 1] == ","):
            return Direction.AHEAD
    return None
