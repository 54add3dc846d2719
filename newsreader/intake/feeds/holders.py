"""Who has a feed in hand: one process of one machine, once; what it held is free as soon as it has ended."""

from __future__ import annotations

import os
import socket
import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def new_holder() -> str:
    """A name that no other refresh has."""
    return f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"


def ended(holders: Iterable[str]) -> set[str]:
    """Those of the holders that are processes of this machine and have ended."""
    return {each for each in holders if _has_ended(each)}


def _has_ended(holder: str) -> bool:
    host, _, rest = holder.partition(":")
    process = rest.partition(":")[0]
    if host != socket.gethostname() or not process.isdigit() or os.name != "posix":
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False
