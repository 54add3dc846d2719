"""Moments as other programs write them: seconds or milliseconds since 1970, and ISO 8601 in its many spellings."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_NUMBER = re.compile(r"\d{1,15}(?:\.\d+)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ZONE = re.compile(r"\s*([+-]\d\d):?(\d\d)$")

_MILLISECONDS = 100_000_000_000
"""A number from here on counts milliseconds: as seconds it would be the year 5138."""
_LATEST = 4_102_444_800
"""The year 2100: what is later is no moment, but another number."""


def moment(given: object) -> datetime | None:
    """The moment in UTC; None for what is none, for zero, which says that there is none, and before 1970.

    What has no time zone is taken to be in UTC.
    """
    if isinstance(given, bool) or not isinstance(given, int | float | str):
        return None
    text = str(given).strip()
    try:
        return _since_1970(float(text)) if _NUMBER.fullmatch(text) else _iso(text)
    except (ValueError, OverflowError):
        return None


def day(given: object) -> date | None:
    """The day of a moment as it is written, in whatever time zone that is; None for what is no moment."""
    found = moment(given)
    if found is None or not isinstance(given, str) or not _DAY.match(given.strip()):
        return found and found.date()
    return date.fromisoformat(given.strip()[:10])


def stamp(given: object) -> str | None:
    """The moment as ISO 8601, if it is one."""
    found = moment(given)
    return None if found is None else found.isoformat()


def _since_1970(seconds: float) -> datetime | None:
    if seconds >= _MILLISECONDS:
        seconds /= 1000
    return datetime.fromtimestamp(seconds, UTC) if 0 < seconds < _LATEST else None


def _iso(text: str) -> datetime | None:
    if not _DAY.match(text):
        return None
    found = datetime.fromisoformat(_ZONE.sub(r"\1:\2", text.removesuffix(" UTC")))
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
