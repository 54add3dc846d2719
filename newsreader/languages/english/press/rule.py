"""What a rule of the press is: one kind of line that stands around or at the head of an article, and how it is known.

Rules of one list are asked in order, and the first that knows the line answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class LineRule(Generic[Answer]):
    """One kind of line."""

    name: str
    example: str
    """A line that this rule knows and no other of its list."""
    read: Callable[[str], Answer | None]
    """What a line says, or nothing that counts as true if it is of another kind."""


def first_answer(rules: Iterable[LineRule[Answer]], line: str) -> Answer | None:
    """Return what the first rule that knows `line` says, None if none does."""
    for rule in rules:
        if answer := rule.read(line):
            return answer
    return None
