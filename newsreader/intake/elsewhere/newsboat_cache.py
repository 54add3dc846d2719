"""What newsboat keeps of articles in its `cache.db`: their texts, what was read, and flags. The file is only read."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from newsreader.intake.elsewhere.items import NO_ADDRESS, LeftOut, SavedArticle, labels, line, web_address
from newsreader.intake.elsewhere.moments import day
from newsreader.intake.elsewhere.newsboat_filter import flag_tag
from newsreader.intake.elsewhere.program import Program
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from newsreader.intake.elsewhere.bundle import Bundle
    from newsreader.intake.elsewhere.items import Item

LONGEST = 2_000_000
"""Characters of a text that are taken; newsboat itself has none that is longer than some hundred thousand."""

MOST_ARTICLES = 1_000_000

_SIGNATURE = b"SQLite format 3\x00"
_ADDRESSED = re.compile(r"\S+@\S+ \((.+)\)")
"""An author as RSS has it: an address of mail, and behind it a name."""

_DELETED = "article that was deleted in newsboat", "articles that were deleted in newsboat"

_ITEMS = """
SELECT guid, rss_item.title, author, rss_item.url, feedurl, rss_feed.title, pubDate, substr(content, 1, ?),
       unread, flags, deleted
FROM rss_item LEFT JOIN rss_feed ON rssurl = feedurl ORDER BY id LIMIT ?
"""


def _read(bundle: Bundle) -> Iterator[Item]:
    try:
        with _opened(bundle.path) as database:
            for row in database.execute(_ITEMS, (LONGEST, MOST_ARTICLES)):
                yield _item([*map(_plain, row)])
    except (sqlite3.Error, UnicodeError) as error:  # what is damaged may be in the message, too
        raise SourceError(f"{bundle.called} is no cache of newsboat, or damaged: {error}.") from error


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The database as it is on the disk: nothing is written to it or beside it, and newsboat may be running."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        database.execute("PRAGMA trusted_schema = OFF")
        database.text_factory = lambda data: data.decode("utf-8", "replace")
        (made,) = database.execute("SELECT max(sql) FROM sqlite_schema WHERE name = 'rss_item'").fetchone()
        if not str(made).upper().startswith("CREATE TABLE"):  # but a view, which may be without end
            raise sqlite3.DatabaseError("it has no articles")
        yield database


def _plain(value: object) -> str:
    return "" if value is None or isinstance(value, bytes) else str(value)


def _item(row: Sequence[str]) -> Item:
    guid, title, author, url, feed, source, published, content, unread, flags, deleted = row
    if deleted == "1":
        return LeftOut(*_DELETED)
    address = web_address(url) or web_address(guid)
    if address is None:
        return LeftOut(*NO_ADDRESS)
    letters = "".join(dict.fromkeys(each for each in flags if each.isascii() and each.isalpha()))
    return SavedArticle(
        address=address,
        title=line(title) or "",
        byline=line(_ADDRESSED.sub(r"\1", author)),
        source=line(source),
        html=content,
        feed=web_address(feed),
        guid=line(guid),
        published=day(published),
        read=unread == "0",
        starred=bool(letters),
        tags=labels(map(flag_tag, letters)),
    )


def _is_cache(bundle: Bundle) -> bool:
    return bundle.head.startswith(_SIGNATURE) and b"rss_item" in bundle.head


PROGRAM = Program("newsboat-cache", "what newsboat keeps of articles", _is_cache, _read)
