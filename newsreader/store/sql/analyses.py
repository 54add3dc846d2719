"""Analyses that several people share."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.store.sql.connection import Connection, Engine


class SqlSharedAnalyses:
    """`analyses.SharedAnalyses`."""

    def __init__(self, connection: Connection, engine: Engine) -> None:
        self._connection = connection
        self._engine = engine

    def find(self, text_sha256: str, key: str) -> bytes | None:
        """See the protocol."""
        if not self._engine.is_shared:
            return None
        row = self._connection.execute(
            "SELECT encode(payload, 'base64') FROM analysis WHERE sha256 = ? AND key = ?", (text_sha256, key)
        ).fetchone()
        return None if row is None else b64decode(row[0])

    def keep(self, text_sha256: str, key: str, payload: bytes) -> None:
        """See the protocol."""
        if not self._engine.is_shared or self._engine.only_reads:
            return
        self._connection.execute(
            """
            INSERT INTO analysis (sha256, key, payload) VALUES (?, ?, decode(?, 'base64'))
            ON CONFLICT (sha256) DO UPDATE SET (key, payload) = (excluded.key, excluded.payload)
            """,
            (text_sha256, key, b64encode(payload).decode()),
        )
