"""Whether the sentence around a time expression looks ahead or back, without a tagger."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.languages.english.dates.context import Context

_TOKEN = re.compile(r"[’']ll|[A-Za-z]+(?:[’'](?!ll)[a-z]+)?|[;:—–]")
_AHEAD = frozenset("will 'll ’ll shall won't won’t would can could may might must should upcoming".split())
_EXPECTING = frozenset(
    (
        "expected expects expect scheduled schedule due set slated planned plans plan planning hopes "
        "hope wants want postponed delayed rescheduled intends intend likely about ready going supposed "
        "poised aims aim vowed pledged promised agreed"
    ).split()
)
_BY = frozenset(["by", "until", "till", "through"])
_PUT_OFF = frozenset(
    "postponed delayed rescheduled adjourned extended scheduled slated due expected set planned".split()
)
_ONTO = frozenset("for until to on till in at".split())
_HELD = _PUT_OFF | frozenset(
    "closed suspended banned shut halted barred grounded remain stay remains stays bail custody".split()
)
_PUTTING_OFF = frozenset("delaying postponing rescheduling adjourning extending suspending closing banning".split())
_AIMS = frozenset("bid bids call calls plan plans planned push proposal proposals request preparations".split())
"""What is for a date is for one to come: `a bid for October elections`."""
_PAST = frozenset(
    (
        "said says told was were had did became began came fell found gave got held hit killed left lost "
        "made met put ran rose saw sent shot spoke struck took went won wrote has have been brought "
        "built bought caught chose cut drew drove felt flew fought grew heard kept knew led paid read "
        "rode sang sank sat sold stood swore taught thought threw woke beat broke shook hurt let"
    ).split()
)
_NOT_PAST = frozenset("need speed feed seed shed sled bred indeed exceed proceed hundred united".split())
_BREAK = frozenset(";:—–")


def looks_ahead(context: Context) -> bool:
    """Whether the expression is most likely in the future of the article.

    The nearest verb cue to the left decides (`will meet on Friday`, `said on Friday that it will`); where the
    expression opens its sentence, the first one to the right does.
    """
    left = [token.lower() for token in _TOKEN.findall(context.before(120))][-14:]
    limit = bool(left) and left[-1] in _BY
    if limit and (_HELD & set(left[-2:-1]) or _PUTTING_OFF & set(left[-6:])):
        return True
    if left[-1:] == ["for"] and _AIMS & set(left[-4:]):
        return True
    verdict = _scan_left(left)
    if verdict is None:
        right = [token.lower() for token in _TOKEN.findall(context.after(100))][:10]
        verdict = _scan_right(right)
    return limit if verdict is None else verdict


def _is_past(token: str) -> bool:
    return token in _PAST or (token.endswith("ed") and len(token) > 3 and token not in _NOT_PAST)


def _scan_left(tokens: list[str]) -> bool | None:
    for index in range(len(tokens) - 1, -1, -1):
        token, previous = tokens[index], tokens[index - 1] if index else ""
        if token in _BREAK:
            return None
        if token in _AHEAD:
            return True
        if token == "to" and (previous in ("is", "are") or _EXPECTING & set(tokens[max(0, index - 3) : index])):
            return True
        if token in _PUT_OFF and index >= len(tokens) - 4 and tokens[-1] in _ONTO:
            return True
        if _is_past(token) and previous != "be":
            return False
    return None


def _scan_right(tokens: list[str]) -> bool | None:
    for index, token in enumerate(tokens):
        if token in _AHEAD:
            return True
        if token == "to" and _EXPECTING & set(tokens[max(0, index - 3) : index]):
            return True
        if _is_past(token) and not (token in _EXPECTING and "to" in tokens[index : index + 2]):
            return False
    return None
