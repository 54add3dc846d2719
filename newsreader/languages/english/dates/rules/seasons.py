"""Rules for the seasons of a year: last summer, in early autumn, winter 2010."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.languages.english.dates import lexicon, values
from newsreader.languages.english.dates.rule import MOD, STATED, Rule, explained, from_article, modified, rule, symbolic
from newsreader.languages.english.dates.rules.weekdays import LAST, NEXT
from newsreader.languages.english.dates.tense import looks_ahead

if TYPE_CHECKING:
    from newsreader.entity import TimeValue
    from newsreader.languages.english.dates.context import Context


_PURPOSE = re.compile(r"(?<!\bis )(?<!\bare )(?<!\bwas )\bto [a-z]+ (?:it|them|us|people|the \w+) in $")
"""Before a season what is done in any: `a pool to cool them in summer`."""


_NAME_AFTER = re.compile(r"\s+[A-Z]")
"""Behind a season with a capital what makes a name of it: `the Summer Olympics`."""


def _season_of(match: re.Match[str], context: Context) -> TimeValue | None:
    """`last summer`, `this spring`, `the summer of 2018`, `winter 2010`."""
    code = lexicon.SEASONS[match["season"].lower()]
    if match["season"][0].isupper() and not match["year"] and _NAME_AFTER.match(context.text, context.end):
        return None
    if match["year"]:
        value = values.season(int(match["year"]), code)
        return modified(explained(value, "absolute", STATED), match["mod"])
    if context.dct is None:
        return symbolic(f"XXXX-{code}", "season")
    which = (match["which"] or "").lower().removeprefix("the")
    if which.endswith(("same", "that")) or match.groupdict().get("told"):
        named = context.last_of("year") or context.dct
        reason = "in the year that was named before"
        return modified(explained(values.season(named.year, code), "mention", reason, 0.7), match["mod"])
    if not which and _PURPOSE.search(context.before(60)):
        return symbolic(f"XXXX-{code}", "season", reason="of any year")
    running = values.SEASON_MONTHS[code] <= context.dct.month
    year = context.dct.year
    if which.startswith(LAST):
        year -= 1 if not running or context.dct.month < values.SEASON_MONTHS[code] + 3 else 0
    elif which.startswith(NEXT):
        year += 1 if running else 0
    elif not which and not running and not looks_ahead(context):
        year -= 1
    return modified(from_article(values.season(year, code), context, 0.8), match["mod"])


RULES: tuple[Rule, ...] = (
    rule(
        "season",
        "It opened last summer.",
        rf"{MOD}(?:(?:(?P<which>last|this|next|this past|this coming|the|that|the same) "
        rf")(?P<season>{lexicon.SEASON})"
        rf"(?: of (?:(?P<year>{lexicon.YEAR})(?:[-–/]\d\d(?:\d\d)?(?!\d))?|(?P<told>(?:that|the same) year)))?)",
        _season_of,
        needs="spring summer autumn fall winter",
    ),
    rule(
        "season alone",
        "In early autumn they left.",
        rf"(?P<which>)(?P<year>)(?:(?P<mod>early|mid|late)[-\s]|(?<=\bin\s)|(?<=\bby\s)|(?<=\bsince\s))"
        rf"(?P<season>{lexicon.SEASON})(?! (?:of|into|in|to|for|from|on|down|short|apart|back)\b)",
        _season_of,
        needs="spring summer autumn fall winter",
    ),
    rule(
        "season of meetings",
        "The bank closed its autumn meetings.",
        rf"(?P<which>)(?P<year>)(?P<mod>)(?P<season>{lexicon.SEASON})"
        r"(?= (?:meetings?|session|term|semester|harvest)\b)",
        _season_of,
        needs="spring summer autumn fall winter",
    ),
    rule(
        "season year",
        "It opened in winter 2010.",
        rf"(?P<which>){MOD}(?P<season>{lexicon.SEASON})(?: of)? (?P<year>{lexicon.YEAR})",
        _season_of,
        needs="spring summer autumn fall winter",
    ),
)
