"""newsboat's filter language, as far as our query language can say the same.

As newsboat has it (“Filter Language” of its manual): `and` and `or` bind alike, what stands behind them belongs
together. Its regular expressions find parts of words, our words are whole: a pattern is said as words that begin so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN = re.compile(r'\s*(?:(\()|(\))|"((?:[^"\\]|\\.)*)"|(==|!=|=~|!~|<=|>=|!#|[=<>#])|(-?\d+:-?\d+|-?\d+)|(\w+))')
_ESCAPED = re.compile(r"\\(.)")
_PLAIN = re.compile(r"[\w '’-]+")
_DEEPEST = 50

_FIELDS = {"title": "title", "content": "", "author": "author", "link": "url", "feedtitle": "source", "guid": "url"}
"""The field of our language for what newsboat calls an attribute; words anywhere in the text for `content`."""


class UnsayableError(ValueError):
    """The filter asks for something that our language has no words for; the message says for what."""


def query_of(expression: str) -> str:
    """The query that asks for the same. Raises `UnsayableError`."""
    return _Reader(expression).whole()


class _Reader:
    """Goes through an expression from left to right."""

    def __init__(self, expression: str) -> None:
        self._expression = expression.rstrip()
        self._at = 0
        self._depth = 0

    def whole(self) -> str:
        said, _ = self._expressions()
        if self._at < len(self._expression):
            self._wrong()
        return said

    def _expressions(self) -> tuple[str, bool]:
        """What is said, and whether it has an OR outside of parentheses."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnsayableError("too many conditions")
        left, is_either = self._one()
        operator = self._word()
        if operator is None:
            return left, is_either
        right, is_also = self._expressions()
        if operator == "or":
            return f"{left} OR {right}", True
        return f"{_grouped(left, is_either)} {_grouped(right, is_also)}", False

    def _one(self) -> tuple[str, bool]:
        if self._take(1) is not None:
            inner = self._expressions()
            if self._take(2) is None:
                self._wrong()
            return inner
        attribute, operator = self._take(6), self._take(4)
        if operator is None and attribute is not None:
            operator = self._take(6)  # `between`
        value = self._take(3)
        value = self._take(5) if value is None else _ESCAPED.sub(r"\1", value)
        if attribute is None or operator is None or value is None:
            self._wrong()
        return _condition(attribute, operator, value), False

    def _word(self) -> str | None:
        before = self._at
        word = self._take(6)
        if word in ("and", "or"):
            return word
        self._at = before
        return None

    def _take(self, group: int) -> str | None:
        """The next token if it is of this kind."""
        found = _TOKEN.match(self._expression, self._at)
        if found is None or found[group] is None:
            return None
        self._at = found.end()
        return found[group]

    def _wrong(self) -> NoReturn:
        raise UnsayableError("something that is no filter expression")


def _grouped(said: str, is_either: bool) -> str:
    return f"({said})" if is_either else said


def _condition(attribute: str, operator: str, value: str) -> str:
    if attribute in _FIELDS:
        return _words(attribute, operator, value)
    said = _SAID.get(attribute)
    if said is None:
        raise UnsayableError(f"“{attribute}”")
    return said(operator, value)


def _words(attribute: str, operator: str, value: str) -> str:
    field = _FIELDS[attribute]
    if operator in ("=~", "!~"):
        value = value.removeprefix("(").removesuffix(")") if value.startswith("(") else value
        alternatives = [each.strip() for each in value.split("|")]
        sought = [f'"{each}"*' for each in alternatives if _PLAIN.fullmatch(each)]
        if not sought or len(sought) < len(alternatives):
            raise UnsayableError("a regular expression")
    elif operator in ("=", "==", "!=") and field and '"' not in value and value.strip():
        sought = [f'="{value}"']
    else:
        raise UnsayableError(f"“{attribute} {operator}”")
    said = f"{field}:{','.join(sought)}" if field else " OR ".join(sought)
    said = f"({said})" if not field and len(sought) > 1 else said
    return f"-{said}" if operator.startswith("!") else said


def _unread(operator: str, value: str) -> str:
    wanted = {("=", "yes"): True, ("==", "yes"): True, ("!=", "no"): True}
    wanted |= {("=", "no"): False, ("==", "no"): False, ("!=", "yes"): False}
    if (operator, value) not in wanted:
        raise UnsayableError(f"“unread {operator}”")
    return "is:unread" if wanted[operator, value] else "-is:unread"


def _flags(operator: str, value: str) -> str:
    if (operator, value) == ("!=", ""):
        return "is:starred"
    if operator not in ("#", "!#", "=~", "!~") or not re.fullmatch(r"[A-Za-z]", value):
        raise UnsayableError(f"“flags {operator}”")
    return f"{'-' if operator.startswith('!') else ''}tag:{flag_tag(value)}"


def _age(operator: str, value: str) -> str:
    """Days since an article was published; ours count whole days from today."""
    if operator == "between" and (found := re.fullmatch(r"(\d{1,4}):(\d{1,4})", value)):
        youngest, oldest = sorted(map(int, found.groups()))
        return f"newer:{oldest}d" if youngest == 0 else f"newer:{oldest}d older:{youngest - 1}d"
    if not re.fullmatch(r"\d{1,4}", value):
        raise UnsayableError(f"“age {operator}”")
    days = int(value)
    if operator in ("<", "<="):
        return f"newer:{max(days - (operator == '<'), 0)}d"
    if operator in (">", ">="):
        return f"older:{max(days - (operator == '>='), 0)}d"
    raise UnsayableError(f"“age {operator}”")


def _tags(operator: str, value: str) -> str:
    """The tags of the feed, of which `#` finds one."""
    if operator not in ("#", "!#") or '"' in value or not value.strip():
        raise UnsayableError(f"“tags {operator}”")
    return f'{"-" if operator == "!#" else ""}feed:"{value}"'


_SAID: dict[str, Callable[[str, str], str]] = {"unread": _unread, "flags": _flags, "age": _age, "tags": _tags}


def flag_tag(letter: str) -> str:
    """The tag that stands for a flag of newsboat."""
    return f"flag-{letter.lower()}"
