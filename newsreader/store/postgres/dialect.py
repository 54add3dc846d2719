"""What the statements and the values of the store are in the words of PostgreSQL."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import Any

from newsreader.store.sql.articles import NEXT_CHANGES
from newsreader.store.sql.feeds import BEGUN, FEEDS_OF_ARTICLE, THIS_MOMENT
from newsreader.store.sql.states import GIVEN, TAGS_OF_ARTICLE

_PHRASES = {
    NEXT_CHANGES: "WHERE article.id IN (SELECT article_id FROM changed_after(?, ?)) ORDER BY change",
    GIVEN: "(SELECT each.value::bigint FROM json_array_elements_text(?::json) AS each (value))",
    TAGS_OF_ARTICLE: "(SELECT coalesce(json_agg(tag ORDER BY tag), '[]')::text FROM tag WHERE article_id = article.id)",
    FEEDS_OF_ARTICLE: """
    (SELECT coalesce(json_agg(json_build_array(
        coalesce(nullif(name, ''), nullif(feed.title, ''), address), folder, tags::json
     ) ORDER BY feed_id), '[]')::text
     FROM feed_item JOIN feed ON feed.id = feed_id WHERE feed_item.article_id = article.id)
    """,
    BEGUN: "SELECT id FROM shared_article WHERE begun",
    THIS_MOMENT: """to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+00:00"')""",
    "IS NOT ?": "IS DISTINCT FROM ?",
    "IS ?": "IS NOT DISTINCT FROM ?",
}
"""What SQLite alone understands, and how PostgreSQL says it."""
_AS_BYTES = re.compile(r"CAST\(([\w.]+) AS BLOB\)")
"""How damaged text is read in SQLite; PostgreSQL takes none that is damaged."""

_MARK = "\x1a"
"""Begins what PostgreSQL's text cannot hold. What comes in from outside has no such sign."""
_BYTES = f"{_MARK}="
"""Stands before bytes, written in hexadecimal."""
_UNHELD = re.compile(f"[\0{_MARK}\ud800-\udfff]")
_HELD = re.compile(f"{_MARK}([0-9a-f]{{4}})")


@lru_cache(maxsize=512)
def translated(statement: str) -> bytes:
    """A statement with `?` for its parameters as psycopg takes it."""
    for theirs, ours in _PHRASES.items():
        statement = statement.replace(theirs, ours)
    return _AS_BYTES.sub(r"\1", statement).replace("%", "%%").replace("?", "%s").encode()


def sent(value: Any) -> Any:
    """A value as PostgreSQL holds it: zero bytes, halves of surrogates and bytes are written out in its text."""
    if isinstance(value, str):
        return _UNHELD.sub(lambda sign: f"{_MARK}{ord(sign[0]):04x}", value) if _is_unheld(value) else str(value)
    return f"{_BYTES}{value.hex()}" if isinstance(value, bytes) else value


def got(value: Any) -> Any:
    """The value that became this one by `sent`; what another program wrote into the database may be none."""
    if not isinstance(value, str) or _MARK not in value:
        return value
    if value.startswith(_BYTES):
        with suppress(ValueError):
            return bytes.fromhex(value.removeprefix(_BYTES))
    return _HELD.sub(lambda written: chr(int(written[1], 16)), value)


def _is_unheld(text: str) -> bool:
    if "\0" in text or _MARK in text:
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
