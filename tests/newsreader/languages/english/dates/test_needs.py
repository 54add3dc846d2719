"""What a rule of the grammar says it needs is in everything it matches, so that looking for it first loses nothing."""

from __future__ import annotations

from newsreader import resources
from newsreader.languages.english.dates import RULES
from newsreader.sources import load

MORE = """The 3rd century BC, AD 79, 9/11, on New Year's Day, July Fourth, two Sundays ago, on the last Friday of May.
In FY24, in its second fiscal quarter, in Q3 2023, in the same period last year, in the year-ago quarter, per day.
Winter meetings, each summer, every May, last June, March of this year, the '80s, the nineties, a two-year, years-long.
Tonight, last night, this morning, Tuesday week, a week from today, at 8 in the morning, three o'clock, noon, daily.
A race time of 2:14:04, half a year, the past decade, 2019/02/25, 25.02.2019, 7/6/24, overnight, in the near future.
The 2023-24 fiscal year, fiscal 2023's last half, the first week of May, Friday of next week, weekdays, at weekends."""


def test_no_match_lacks_what_its_rule_needs() -> None:
    texts = [MORE, *(load(str(path)).text for path in resources.samples())]
    matches = [(rule, match[0]) for text in texts for rule in RULES for match in rule.pattern.finditer(text)]
    lacking = [
        (rule.name, words)
        for rule, words in matches
        if rule.needs and not any(piece in words.lower() for piece in rule.needs)
    ]
    assert lacking == []
    assert sum(bool(rule.needs) for rule, _ in matches) > 50
