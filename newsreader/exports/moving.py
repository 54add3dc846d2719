"""The library from a file to a server, from there to a file, or from one server to another, the same as before."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsreader.annotations.events import Word
from newsreader.annotations.model import OWN
from newsreader.sanitise import printable
from newsreader.store.dump import dumped, fingerprint
from newsreader.store.errors import LibraryError
from newsreader.store.server_address import ServerAddress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsreader.store.dump import Dump, Row

_ON_NOTES = frozenset(
    ("created", "edited", "recoloured", "attached", "deleted", "imported", "joined", "entered", "entry-removed")
)
"""The kinds of acts on notes and one's entries in timelines, which are private unless they are to be shared."""
_ON_ACTS = frozenset(("undone", "redone"))
_DIFFERS = "What came to {target} is not what is in {source}, so that it was not moved: try again, or report it."


def move(
    source: Path | ServerAddress,
    target: Path | ServerAddress,
    *,
    shares_notes: bool = False,
    progress: Callable[[int], object] = lambda _: None,
) -> int:
    """Bring the library to another place, and return how many articles it has; the one that was there stays.

    The new one is there as a whole, and the same, or not at all, whenever this is interrupted. On a server, one's own
    notes are private unless one `shares_notes`, and what was private on another one stays so. `progress` is told how
    many articles came. Raises LibraryError.
    """
    with dumped(source) as dump:
        wanted = fingerprint(dump)
        if isinstance(target, ServerAddress):
            privacy = _Privacy(shares_notes, dump.private_acts())
            _fill(target, dump, wanted, _differs(source, target), _rows(dump, progress, privacy))
        else:
            _build(target, dump, wanted, _differs(source, target), _rows(dump, progress))
    return wanted["article"][0]


def _fill(target: ServerAddress, dump: Dump, wanted: object, differs: str, rows: Iterator[tuple[str, Row]]) -> None:
    from newsreader.store.postgres.rows import ServerDump, filling

    if dump.form != ServerDump.form:
        raise LibraryError("The library is of an older form: open it once, and move it then.")
    with filling(target) as made:
        made.fill(rows)
        if fingerprint(made.dump) != wanted:
            raise LibraryError(differs)


def _build(target: Path, dump: Dump, wanted: object, differs: str, rows: Iterator[tuple[str, Row]]) -> None:
    from newsreader.store.sqlite import archive
    from newsreader.store.sqlite.copies import part_of, publish

    name = printable(str(target))
    if target.exists():
        raise LibraryError(f"{name} exists already: name a new file.")
    try:
        with part_of(target) as part:
            archive.build(part, dump.form, frozenset(dump.tables), rows)
            with dumped(part) as made:
                if fingerprint(made) != wanted:
                    raise LibraryError(differs)
            publish(part, target)
    except FileExistsError as error:
        raise LibraryError(f"{name} exists already: name a new file.") from error
    except OSError as error:
        raise LibraryError(f"{name} cannot be written: {error.strerror or error}.") from error


def _differs(source: object, target: object) -> str:
    return _DIFFERS.format(source=printable(str(source)), target=printable(str(target)))


def _rows(dump: Dump, progress: Callable[[int], object], privacy: _Privacy | None = None) -> Iterator[tuple[str, Row]]:
    for table in dump.tables:
        for row in dump.rows(table):
            if table == "event" and privacy is not None:
                row["private"] = privacy.is_private(row)
            if table == "article":
                progress(1)
            yield table, row


class _Privacy:
    """Says of the acts of a journal, one after the other, whether others may not see them."""

    def __init__(self, shares_notes: bool, private: frozenset[str]) -> None:
        self._shares_notes = shares_notes
        self._private = {*private}

    def is_private(self, event: Row) -> bool:
        """Whether it is; what was done to an act is as that act. What others did was seen by several before."""
        if event["kind"] in _ON_ACTS:
            private = _said(event["body"], "act") in self._private
        else:
            is_own = event["author"] in OWN
            is_note = event["kind"] in _ON_NOTES and (event["kind"] == "joined" or not self._shares_notes)
            is_private = is_note or _said(event["body"], "word") == Word.CONFIRMED
            private = event["id"] in self._private or (is_own and is_private)
        if private:
            self._private.add(event["id"])
        return private


def _said(body: str, what: str) -> str:
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    return str(read.get(what, "")) if isinstance(read, dict) else ""
