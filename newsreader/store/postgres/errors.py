"""The errors of PostgreSQL, each as one sentence that says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError
from newsreader.store.server_address import ServerAddress

if TYPE_CHECKING:
    import psycopg

LOST = "Nothing was changed, for the connection to {inside} was lost: try again when its server can be reached."
_BUSY = "Somebody else is writing to {inside}: try again in a moment."
_READ_ONLY = "{name} cannot be written, for its server only lets it be read: ask whoever looks after it."
_FORBIDDEN = "Only a writer may do that: ask whoever looks after it for that role ({inside}: {reason})."
_FULL = "The disk of the server is full, so nothing was changed in {inside}: ask whoever looks after it."
_OTHER = "{name} could not be used: {reason}."

_SENTENCES = {
    "25006": _READ_ONLY,
    "42501": _FORBIDDEN,
    "53100": _FULL,
    "55P03": _BUSY,
    "57014": "{name} took too long to answer: try again.",
}
_LOST_CLASSES = ("08", "57P")
"""How the codes of errors begin with which a server ends connections."""


def called(address: str) -> str:
    """What to call the library at an address in a sentence, without a password. Raises LibraryError if it is none."""
    return f"The library {printable(str(ServerAddress.of(address)))}"


def unreachable(error: psycopg.Error, name: str) -> LibraryError:
    """The sentence for a server that gives no connection."""
    return LibraryError(f"{name} cannot be reached ({_reason(error)}): check its address, and whether its server runs.")


def explained(error: psycopg.Error, name: str, *, lost: bool = False) -> LibraryError:
    """The sentence for an error; `lost` says that there is no connection any more. `name` is from `called`."""
    code = error.sqlstate or ""
    is_lost = lost or code.startswith(_LOST_CLASSES)
    sentence = _SENTENCES.get(code, LOST if is_lost else _OTHER)
    inside = name[:1].lower() + name[1:]
    return LibraryError(sentence.format(name=name, inside=inside, reason=_reason(error)))


def _reason(error: psycopg.Error) -> str:
    """What the server or the system said, in one line."""
    said = (error.diag.message_primary or str(error)).strip().splitlines() or [type(error).__name__]
    return printable(said[0].rpartition("failed: ")[2] or said[0]).rstrip(".")
