"""Feeds, and which articles came from them."""

from __future__ import annotations

import json
from dataclasses import astuple, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from newsreader.addresses import without_password
from newsreader.store.feeds import Feed, FeedItem, FeedSettings, FeedState, FullArticle, PageState
from newsreader.store.sql.states import GIVEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from newsreader.store.sql.connection import Connection, Engine

_SETTINGS = tuple(field.name for field in fields(FeedSettings))
_STATE = tuple(field.name for field in fields(FeedState))
_FEED = f"SELECT id, address, {', '.join((*_SETTINGS, *_STATE))} FROM feed"
BEGUN = """
SELECT id FROM article WHERE starred OR annotation_count > 0 UNION ALL SELECT article_id FROM place
"""
"""The articles with which anybody has done something, besides giving them tags."""
_PASSING = f"""
SELECT article.id, substr(added, 1, 10) FROM article
WHERE id IN (SELECT article_id FROM feed_item WHERE feed_id = ?)
AND id NOT IN (SELECT article_id FROM feed_item WHERE feed_id <> ?)
AND NOT taken_out AND id NOT IN (SELECT article_id FROM tag) AND id NOT IN ({BEGUN})
"""
"""The articles of one feed alone with which nobody has done anything."""
FEEDS_OF_ARTICLE = """
(SELECT json_group_array(json_array(coalesce(nullif(name, ''), nullif(feed.title, ''), address), folder, json(tags)))
 FROM feed_item JOIN feed ON feed.id = feed_id WHERE feed_item.article_id = article.id)
"""
THIS_MOMENT = "strftime('%Y-%m-%dT%H:%M:%f+00:00')"
"""By the clock of the database, which is one for all who share it."""
_AT_ONCE = 500
"""Keys that are looked up in one statement; SQLite takes 999 at least."""


@lru_cache(maxsize=256)
def named_in(feeds: str) -> tuple[str, ...]:
    """What the feeds of an article are called, their folders and tags, from `FEEDS_OF_ARTICLE`."""
    found = (name for called, folder, tags in json.loads(feeds) for name in (called, folder, *tags))
    return tuple(dict.fromkeys(name for name in found if name))


class SqlFeeds:
    """`protocols.Feeds`."""

    def __init__(self, connection: Connection, engine: Engine) -> None:
        self._connection = connection
        self._engine = engine

    def add(self, address: str, settings: FeedSettings) -> Feed:
        """See the protocol."""
        address = without_password(address)
        self._connection.execute(
            f"INSERT INTO feed (address, {', '.join(_SETTINGS)}) VALUES (?{', ?' * len(_SETTINGS)}) "
            "ON CONFLICT DO NOTHING",
            (address, *_row(settings)),
        )
        (found,) = self._select("address = ?", address)
        return found

    def all(self) -> list[Feed]:
        """See the protocol."""
        return sorted(self._select("TRUE"), key=lambda feed: (feed.settings.folder, feed.called.casefold(), feed.id))

    def find(self, feed: int) -> Feed | None:
        """See the protocol."""
        return next(self._select("id = ?", feed), None)

    def at(self, address: str) -> Feed | None:
        """See the protocol."""
        return next(self._select("address = ?", without_password(address)), None)

    def change(self, feed: int, settings: FeedSettings) -> None:
        """See the protocol."""
        before = self.find(feed)
        self._update(feed, _SETTINGS, _row(settings))
        self._called_otherwise(before)

    def note(self, feed: int, state: FeedState) -> None:
        """See the protocol."""
        before = self.find(feed)
        self._update(feed, _STATE, astuple(state))
        self._called_otherwise(before)

    def move(self, feed: int, address: str) -> bool:
        """See the protocol."""
        before, taken = self.find(feed), self.at(address)
        if before is None or taken is not None:
            return False
        self._update(feed, ("address", "moved_from"), (without_password(address), before.address))
        return True

    def remove(self, feed: int) -> None:
        """See the protocol."""
        self._engine.note_changes(self.articles(feed))
        self._connection.execute("DELETE FROM feed_item WHERE feed_id = ?", (feed,))
        self._connection.execute("DELETE FROM feed WHERE id = ?", (feed,))

    def claim(self, feed: int, holder: str, until: str, gone: Collection[str] = ()) -> bool:
        """See the protocol."""
        free = ("", holder, *gone)
        claimed = self._connection.execute(
            f"UPDATE feed SET holder = ?, held_until = ? WHERE id = ? AND (holder IN (?{', ?' * (len(free) - 1)}) "
            f"OR held_until < {THIS_MOMENT})",
            (holder, until, feed, *free),
        )
        return claimed.rowcount > 0

    def holders(self) -> set[str]:
        """See the protocol."""
        return {holder for (holder,) in self._connection.execute("SELECT holder FROM feed WHERE holder <> ''")}

    def let_go(self, feed: int, holder: str) -> None:
        """See the protocol."""
        self._connection.execute(
            "UPDATE feed SET holder = '', held_until = '' WHERE id = ? AND holder = ?", (feed, holder)
        )

    def known(self, feed: int, keys: Collection[bytes]) -> dict[bytes, FeedItem]:
        """See the protocol."""
        wanted, found = list(keys), {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            rows = self._connection.execute(
                "SELECT key, article_id, digest, page FROM feed_item "
                f"WHERE feed_id = ? AND key IN (?{', ?' * (len(some) - 1)})",
                (feed, *some),
            )
            found.update({key: _item(*values) for key, *values in rows})
        return found

    def took(self, feed: int, items: Mapping[bytes, FeedItem]) -> None:
        """See the protocol."""
        if self.find(feed) is None:
            return
        taken = [item.article for item in items.values()]
        rows = self._connection.execute(
            f"SELECT article_id FROM feed_item WHERE feed_id = ? AND article_id IN {GIVEN}",
            (feed, json.dumps(taken)),
        )
        before = {article for (article,) in rows}
        self._connection.executemany(
            """
            INSERT INTO feed_item (feed_id, key, article_id, digest, page) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (feed_id, key) DO UPDATE
            SET article_id = excluded.article_id, digest = excluded.digest, page = excluded.page
            """,
            [(feed, key, item.article, item.digest, int(item.page)) for key, item in items.items()],
        )
        self._engine.note_changes([each for each in dict.fromkeys(taken) if each not in before])

    def wanted(self, feed: int, limit: int) -> dict[bytes, FeedItem]:
        """See the protocol."""
        rows = self._connection.execute(
            "SELECT key, article_id, digest, page FROM feed_item WHERE feed_id = ? AND page = ? "
            "ORDER BY article_id DESC LIMIT ?",
            (feed, int(PageState.WANTED), limit),
        )
        return {key: _item(*values) for key, *values in rows}

    def beyond(self, feed: int, articles: int | None, before: str | None) -> list[int]:
        """See the protocol."""
        rows = self._connection.execute(
            f"{_PASSING} ORDER BY coalesce(published, substr(added, 1, 10)) DESC, article.id DESC", (feed, feed)
        ).fetchall()
        kept = len(rows) if articles is None else articles
        return [number for at, (number, day) in enumerate(rows) if at >= kept or (before is not None and day < before)]

    def articles(self, feed: int) -> list[int]:
        """See the protocol."""
        rows = self._connection.execute(
            "SELECT DISTINCT article_id FROM feed_item WHERE feed_id = ? ORDER BY article_id DESC", (feed,)
        )
        return [article for (article,) in rows]

    def of_article(self, article: int) -> list[int]:
        """See the protocol."""
        rows = self._connection.execute(
            "SELECT DISTINCT feed_id FROM feed_item WHERE article_id = ? ORDER BY feed_id", (article,)
        )
        return [feed for (feed,) in rows]

    def _select(self, where: str, *parameters: object) -> Iterator[Feed]:
        return map(_feed, self._connection.execute(f"{_FEED} WHERE {where}", parameters).fetchall())

    def _update(self, feed: int, columns: tuple[str, ...], values: tuple[object, ...]) -> None:
        assignments = ", ".join(f"{column} = ?" for column in columns)
        self._connection.execute(f"UPDATE feed SET {assignments} WHERE id = ?", (*values, feed))

    def _called_otherwise(self, before: Feed | None) -> None:
        """Have articles found by the name, folder and tags that their feed has now."""
        now = self.find(before.id) if before else None
        if before and now and _names(now) != _names(before):
            self._engine.note_changes(self.articles(now.id))


def _names(feed: Feed) -> tuple[str, ...]:
    return (feed.called, feed.settings.folder, *feed.settings.tags)


def _row(settings: FeedSettings) -> tuple[object, ...]:
    return tuple(
        json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value for value in astuple(settings)
    )


def _feed(row: tuple[Any, ...]) -> Feed:
    number, address, *values = row
    settings = dict(zip(_SETTINGS, values, strict=False))
    state = dict(zip(_STATE, values[len(_SETTINGS) :], strict=True))
    settings |= {
        "tags": _tags(settings["tags"]),
        "full_article": _full_article(settings["full_article"]),
        "muted": bool(settings["muted"]),
    }
    return Feed(number, address, FeedSettings(**settings), FeedState(**state | {"gone": bool(state["gone"])}))


def _tags(stored: str) -> tuple[str, ...]:
    """The tags of a feed; none where the library is damaged."""
    try:
        tags = json.loads(stored)
    except (ValueError, RecursionError):
        return ()
    return tuple(each for each in tags if isinstance(each, str)) if isinstance(tags, list) else ()


def _item(article: int, digest: bytes, page: int) -> FeedItem:
    return FeedItem(article, digest, PageState(page) if page in tuple(PageState) else PageState.UNWANTED)


def _full_article(stored: str) -> FullArticle:
    return FullArticle(stored) if stored in tuple(FullArticle) else FullArticle.AUTO
