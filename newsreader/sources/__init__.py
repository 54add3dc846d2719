"""From files, pipes, pages and records to articles.

`load` opens what a person names, `load_all` all articles of a location that has several, `load_readable` those of one
that is damaged in parts, `load_since` what was delivered to a maildir, `from_bytes` what was fetched by other means,
`from_text` what is in hand. Whatever cannot be had raises a `SourceError`, one sentence that may be printed as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from newsreader.sources.opening import from_bytes, from_text, load, load_all, load_readable, load_since

__all__ = ["SourceError", "from_bytes", "from_text", "load", "load_all", "load_readable", "load_since"]


def __getattr__(name: str) -> object:
    """Load all formats when something is opened: whoever only asks whether feeds have news need not wait for them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from newsreader.sources import opening

    return getattr(opening, name)
