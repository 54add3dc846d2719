"""The day that a feed says an article is of, as it was where it was written."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_WRITTEN = re.compile(r"(?:[^\W\d]+\.?,? +)?(\d{1,2})[ -]+([^\W\d]{3})[^\W\d]*\.?,?[ -]+(\d{4}|\d\d)\b")
"""As mails have it (RFC 822, 5.1): `Tue, 03 Feb 2026 10:00 GMT`."""
_AMERICAN = re.compile(
    r"(?:[^\W\d]+\.?,? +)?([^\W\d]{3})[^\W\d]*\.? +(\d{1,2}),? +(?:\d\d:\d\d\S* +(?:[A-Z]+ +)?)?(\d{4})\b"
)
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_CENTURY = 1900
_TURN = 70
"""Years of two digits below it are of this century."""


@lru_cache(maxsize=512)
def day_of(written: str) -> date | None:
    """Return the day in a date as feeds write them; None if it is none."""
    text = written.strip()[:60]
    if found := _ISO.match(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _WRITTEN.match(text):
        return _day(_year(found[3]), _MONTHS.get(found[2].lower(), 0), int(found[1]))
    if found := _AMERICAN.match(text):
        return _day(int(found[3]), _MONTHS.get(found[1].lower(), 0), int(found[2]))
    return None


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + _CENTURY + (100 if year < _TURN else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
