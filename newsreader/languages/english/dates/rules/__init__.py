"""The rules of the grammar in order: of matches that begin at one place and are as long, the first rule's counts."""

from newsreader.languages.english.dates.rule import Rule
from newsreader.languages.english.dates.rules import (
    clock,
    days,
    distances,
    durations,
    fiscal,
    holidays,
    months,
    quarters,
    ranges,
    recurrence,
    references,
    relative,
    seasons,
    weekdays,
    years,
)

RULES: tuple[Rule, ...] = (
    *days.RULES,
    *months.RULES,
    *years.RULES,
    *ranges.RULES,
    *weekdays.RULES,
    *relative.RULES,
    *seasons.RULES,
    *quarters.RULES,
    *distances.RULES,
    *references.RULES,
    *fiscal.RULES,
    *holidays.RULES,
    *clock.RULES,
    *durations.RULES,
    *recurrence.RULES,
)
