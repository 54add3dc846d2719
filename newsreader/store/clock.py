"""How moments are written in the library: ISO 8601 in UTC, to the millisecond."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """This moment; for people to read, never to order by, since clocks go backwards."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
