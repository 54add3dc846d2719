"""Rules for what points at no date: the present, the past and the future as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.languages.english.dates.rule import Reader, Rule, rule, symbolic

if TYPE_CHECKING:
    import re

    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.context import Context


def _reference(value: str, reason: str) -> Reader:
    """A reader for what points at no date: the present, the past or the future as such."""

    def read(match: re.Match[str], context: Context) -> TimeValue | None:
        """What points at no date has a value of its own in TIMEX3."""
        return symbolic(value, "", reason=reason)

    return read


RULES: tuple[Rule, ...] = (
    rule(
        "now",
        "The company has now recovered.",
        r"(?:now(?![-–]\w)|currently|at present|presently|nowadays|these days|right now|the present(?: day)?)",
        _reference("PRESENT_REF", "the time of the article"),
    ),
    rule(
        "the moment",
        "It was full on Friday and is shut at the moment.",
        r"(?<=\bat\s)the moment(?! (?:of|when|that))|(?<=\bfor\s)the (?:time being|moment)",
        _reference("PRESENT_REF", "the time of the article"),
    ),
    rule(
        "recently",
        "It was recently renovated.",
        r"(?:(?:more|most|very) )?(?:recently|lately)|recent (?:years|months|weeks|days|decades|"
        r"times|(?:(?-i:[A-Z])[\w.]+ )?(?:history|memory))|(?:the )?recent past|"
        r"(?<=\bin\s)those days|"
        r"(?:a (?:long|short) time|some time|long|(?:minutes|hours|days|weeks|months|years|decades|centuries)) ago",
        _reference("PAST_REF", "some time before the article"),
        needs="recent lately past ago days",
    ),
    rule(
        "in the future",
        "It may close in the near future.",
        r"the (?:near |foreseeable |immediate |distant )?future(?! of)|(?:the )?coming (?:years|"
        r"months|weeks|days|decades)|the (?:near|short|long) term|"
        r"(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries) later(?! than\b)",
        _reference("FUTURE_REF", "some time after the article"),
        needs="future term coming later",
    ),
    rule(
        "in the past",
        "He spoke of the past.",
        r"(?:(?<=\bin\s)|(?<=\bof\s))the past(?! \w)",
        _reference("PAST_REF", "some time before the article"),
        needs="past",
    ),
)
