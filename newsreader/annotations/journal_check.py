"""Whether the journal of every article can be read and comes to what the library says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.correcting import holding_everywhere
from newsreader.annotations.events import Unknown, decode
from newsreader.annotations.fold import fold
from newsreader.store import gazetteer, joining, journal

if TYPE_CHECKING:
    from newsreader.store.library import Library


def check_journals(library: Library) -> list[str]:
    """What is wrong, a sentence each; nothing if all is well."""
    found = []
    with library.database.read() as connection:
        kept = {row.correction for row in gazetteer.rows(connection)}
        folded: set[str] = set()
        joined: dict[int, int] = {}
        for article_id, count in connection.execute("SELECT id, annotation_count FROM article").fetchall():
            events = [decode(entry) for _, entry in journal.after(connection, article_id, 0)]
            unknown = sum(isinstance(event.change, Unknown) for event in events)
            if unknown:
                found.append(f"Article {article_id} has {unknown} events that this version cannot read.")
            state = fold(events)
            folded |= {*holding_everywhere(state)}
            joined |= dict.fromkeys(state.joined, article_id)
            if count != len(state.annotations):
                found.append(f"Article {article_id} has {len(state.annotations)} annotations and says {count}.")
        parts = joining.parts(connection)
    if parts != joined:
        found.append(f"{len(parts)} articles are part of others, and by the journals {len(joined)}.")
    if kept != folded:
        found.append(f"The gazetteer has {len(kept)} entries and the journals {len(folded)}.")
    return found
