"""The rules of the press one by one: each has a name of its own and an example that no other rule of its list knows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from newsreader.languages.english.press import datelines, furniture

if TYPE_CHECKING:
    from newsreader.languages.english.press.rule import LineRule

LISTS: list[tuple[LineRule[Any], ...]] = [datelines.RULES, furniture.RULES]


@pytest.mark.parametrize("rules", LISTS, ids=["datelines", "furniture"])
def test_every_rule_of_a_list_has_a_name_of_its_own(rules: tuple[LineRule[Any], ...]) -> None:
    assert [name for name, count in Counter(rule.name for rule in rules).items() if count > 1] == []


@pytest.mark.parametrize(("rules", "rule"), [(rules, rule) for rules in LISTS for rule in rules])
def test_the_example_of_a_rule_is_known_by_it_alone(rules: tuple[LineRule[Any], ...], rule: LineRule[Any]) -> None:
    assert [each.name for each in rules if each.read(rule.example)] == [rule.name]
