"""Keeps finished analyses between runs, so that an article that was read before needs no worker.

A SQLite file in the cache folder. It may be deleted at any time; whatever is wrong with it, the caller only learns
that there is no analysis.
"""

from __future__ import annotations

import hashlib
import logging
import os
import zlib
from contextlib import closing, suppress
from dataclasses import astuple
from typing import TYPE_CHECKING

from newsreader import paths
from newsreader.analysis.encoding import EncodingError, analysis_from_lines, analysis_to_lines
from newsreader.analysis.rules import rules_version

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.entity import Analysis

FILE = "analyses.db"

LARGEST = 100_000_000
"""Bytes of all analyses together; beyond it those that were not used for longest go. About 10,000 articles or more."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS analysis (
    key TEXT PRIMARY KEY,
    used INTEGER NOT NULL,
    size INTEGER NOT NULL,
    payload BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS analysis_used ON analysis (used, size);
"""

_log = logging.getLogger(__name__)


class AnalysisCache:
    """The analyses in one folder. Safe for use from several threads and processes."""

    def __init__(self, folder: Path | None = None, *, largest: int = LARGEST) -> None:
        """Use `folder`, which is made when the first analysis is kept; None is the program's own cache folder.

        `largest` is in bytes.
        """
        self.folder = folder or paths.cache_dir()
        self._largest = largest

    def get(self, article: Article, model_key: str) -> Analysis | None:
        """Return the complete analysis of `article` by the pipeline `model_key` (`PipelineFiles.key`), if known."""
        if not self._file.exists():
            return None
        key = key_of(article, model_key)
        try:
            with closing(self._connect()) as database, database:
                return self._read(database, key, article)
        except Exception:
            self._recover("an analysis could not be read from the cache")
            return None

    def has(self, article: Article, model_key: str) -> bool:
        """Whether `get` would look at an analysis of `article`."""
        return self.size(article, model_key) is not None

    def size(self, article: Article, model_key: str) -> int | None:
        """Bytes of the analysis that `get` would look at; None if there is none."""
        if not self._file.exists():
            return None
        try:
            with closing(self._connect()) as database:
                query = "SELECT size FROM analysis WHERE key = ?"
                row = database.execute(query, (key_of(article, model_key),)).fetchone()
        except Exception:
            self._recover("an analysis could not be looked up in the cache")
            return None
        return int(row[0]) if row is not None else None

    def put(self, article: Article, model_key: str, analysis: Analysis) -> None:
        """Keep a complete `analysis` of `article`; one that is not complete is not kept."""
        if analysis.complete:
            self._put(article, model_key, lambda: packed(analysis))

    def put_lines(self, article: Article, model_key: str, lines: Iterable[str]) -> None:
        """Keep a complete analysis that has been encoded already."""
        self._put(article, model_key, lambda: _packed(lines))

    def _put(self, article: Article, model_key: str, pack: Callable[[], bytes]) -> None:
        try:
            payload = pack()
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with closing(self._connect()) as database, database:
                self._write(database, key_of(article, model_key), payload)
        except Exception:
            self._recover("an analysis could not be kept in the cache")

    @property
    def _file(self) -> Path:
        return self.folder / FILE

    def _connect(self) -> sqlite3.Connection:
        import sqlite3

        if self._file.is_symlink() or (self._file.exists() and not self._file.is_file()):
            raise OSError(f"{self._file} is no file")
        if not self._file.exists():
            # Created here, because SQLite would let everybody read what was read.
            with suppress(FileExistsError):
                os.close(os.open(self._file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        database = sqlite3.connect(self._file, timeout=1)
        try:
            _require_own(database)
            # A cache that a power cut damages is made again; it is not worth waiting for the disk.
            database.execute("PRAGMA synchronous = OFF")
            database.executescript(_SCHEMA)
        except BaseException:
            database.close()  # an open file cannot be removed everywhere
            raise
        return database

    @staticmethod
    def _read(database: sqlite3.Connection, key: str, article: Article) -> Analysis | None:
        row = database.execute("SELECT payload FROM analysis WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        try:
            analysis = unpacked(row[0], article)
        except (zlib.error, EncodingError) as error:
            _log.warning("dropped an analysis from the cache: %s", error)
            database.execute("DELETE FROM analysis WHERE key = ?", (key,))
            return None
        _touch(database, key)
        return analysis

    def _write(self, database: sqlite3.Connection, key: str, payload: bytes) -> None:
        """Insert and drop what was not used for longest until the rest fits. Uses are counted, not timed."""
        database.execute(
            "INSERT OR REPLACE INTO analysis SELECT ?, 1 + coalesce(max(used), 0), ?, ? FROM analysis",
            (key, len(payload), payload),
        )
        database.execute(
            "DELETE FROM analysis WHERE key IN (SELECT key FROM"
            " (SELECT key, sum(size) OVER (ORDER BY used DESC) AS together FROM analysis) WHERE together > ?)",
            (self._largest,),
        )

    def _recover(self, what: str) -> None:
        """Log the exception at hand, and start a new file if this one is no database any more."""
        import sqlite3
        import sys

        error = sys.exc_info()[1]
        _log.warning("%s: %s", what, error)
        broken = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
        if broken:
            for file in (self._file, self._file.with_name(f"{FILE}-journal")):
                with suppress(OSError):
                    file.unlink()


def _require_own(database: sqlite3.Connection) -> None:
    """Raise OSError if something of another program is in a database."""
    names = {name for (name,) in database.execute("SELECT name FROM sqlite_schema")}
    if names and "analysis" not in names:
        raise OSError("the database is that of another program")


def _touch(database: sqlite3.Connection, key: str) -> None:
    """Note that an analysis was used; when the cache is locked or read-only, that is not worth an error."""
    import sqlite3

    with suppress(sqlite3.OperationalError):
        database.execute("PRAGMA busy_timeout = 0")
        database.execute("UPDATE analysis SET used = 1 + (SELECT max(used) FROM analysis) WHERE key = ?", (key,))


def packed(analysis: Analysis) -> bytes:
    """An analysis as it is kept."""
    return _packed(analysis_to_lines(analysis))


def _packed(lines: Iterable[str]) -> bytes:
    return zlib.compress("\n".join(lines).encode(), 1)


def unpacked(payload: bytes, article: Article) -> Analysis:
    """The complete analysis of an article that is in `payload`. Raises zlib.error and EncodingError if none is."""
    lines = zlib.decompress(payload).split(b"\n")
    analysis = analysis_from_lines(lines, length=len(article.text))
    if not analysis.complete or analysis.text_sha256 != article.sha256:
        raise EncodingError("the analysis of another text")
    return analysis


def key_of(article: Article, model_key: str) -> str:
    """Digest of everything an analysis depends on: text, paragraphs, what is known of the article, pipeline, rules."""
    spans = [(paragraph.start, paragraph.end, paragraph.kind.value) for paragraph in article.paragraphs]
    parts = (article.sha256, spans, astuple(article.metadata), model_key, rules_version())
    return hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()
