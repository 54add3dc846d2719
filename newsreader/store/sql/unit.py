"""All that is stored, over one connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.store.sql.analyses import SqlSharedAnalyses
from newsreader.store.sql.articles import SqlArticles
from newsreader.store.sql.feeds import SqlFeeds
from newsreader.store.sql.joined import SqlJoinedArticles
from newsreader.store.sql.journal import SqlGazetteer, SqlJournal
from newsreader.store.sql.known import SqlKnownThings
from newsreader.store.sql.reading import SqlNoteDrafts, SqlReadingState
from newsreader.store.sql.searches import SqlSavedSearches
from newsreader.store.sql.settings import SqlSettings
from newsreader.store.sql.states import SqlArticleStates

if TYPE_CHECKING:
    from newsreader.store import protocols
    from newsreader.store.analyses import SharedAnalyses
    from newsreader.store.known import KnownThings
    from newsreader.store.sql.connection import Connection, Engine


class SqlUnit:
    """`protocols.Unit`."""

    def __init__(self, connection: Connection, engine: Engine) -> None:
        joined = SqlJoinedArticles(connection, engine)
        articles = SqlArticles(connection, engine, joined)
        self.articles: protocols.Articles = articles
        self.states: protocols.ArticleStates = SqlArticleStates(connection, engine)
        self.searches: protocols.SavedSearches = SqlSavedSearches(connection)
        self.joined: protocols.JoinedArticles = joined
        self.journal: protocols.Journal = SqlJournal(connection, engine)
        self.gazetteer: protocols.Gazetteer = SqlGazetteer(connection, engine)
        self.reading: protocols.ReadingState = SqlReadingState(connection, engine, articles)
        self.drafts: protocols.NoteDrafts = SqlNoteDrafts(connection)
        self.settings: protocols.Settings = SqlSettings(connection)
        self.feeds: protocols.Feeds = SqlFeeds(connection, engine)
        self.analyses: SharedAnalyses = SqlSharedAnalyses(connection, engine)
        self.known: KnownThings = SqlKnownThings(connection, engine)
