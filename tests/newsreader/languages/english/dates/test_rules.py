"""The rules of the grammar one by one: each has a name, a reason and an example that reads otherwise without it."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from newsreader import resources
from newsreader.languages.english.dates import RULES, Rule, find_times, without
from newsreader.languages.english.dates.grammar import searchable
from newsreader.sources import load

DCT = date(2024, 6, 19)

MORE = """The 3rd century BC, AD 79, 9/11, on New Year's Day, July Fourth, two Sundays ago, on the last Friday of May.
In FY24, in its second fiscal quarter, in Q3 2023, in the same period last year, in the year-ago quarter, per day.
Winter meetings, each summer, every May, last June, March of this year, the '80s, the nineties, a two-year, years-long.
Tonight, last night, this morning, Tuesday week, a week from today, at 8 in the morning, three o'clock, noon, daily.
A race time of 2:14:04, half a year, the past decade, 2019/02/25, 25.02.2019, 7/6/24, overnight, in the near future.
The 2023-24 fiscal year, fiscal 2023's last half, the first week of May, Friday of next week, weekdays, at weekends."""


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


def test_no_match_lacks_what_its_rule_needs() -> None:
    texts = [MORE, *(load(str(path)).text for path in resources.samples())]
    matches = [(rule, match[0]) for text in texts for rule in RULES for match in rule.pattern.finditer(text)]
    lacking = [
        (rule.name, words)
        for rule, words in matches
        if rule.needs and not any(piece in searchable(words) for piece in rule.needs)
    ]
    assert lacking == []
    assert sum(bool(rule.needs) for rule, _ in matches) > 50
