"""The rules of the grammar one by one: each has a name, a reason and an example that reads otherwise without it."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from newsreader.languages.english.dates import RULES, Rule, find_times, without

DCT = date(2024, 6, 19)


def read(text: str, rules: tuple[Rule, ...]) -> list[tuple[str, str, str | None]]:
    found = find_times(text, [(0, len(text))], DCT, rules)
    return [(text[each.start : each.end], each.value.value, each.value.end) for each in found]


def test_every_rule_has_a_name_of_its_own() -> None:
    assert [name for name, count in Counter(rule.name for rule in RULES).items() if count > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_a_reason_and_an_example_that_needs_it(rule: Rule) -> None:
    assert rule.read.__doc__
    assert read(rule.example, RULES) != read(rule.example, without(rule.name))


def test_leaving_out_a_rule_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="no such rule"):
        without("ago", "no such rule")
    assert len(without("ago", "noon")) == len(RULES) - 2
