"""How many there are of something in words, the same wherever it is said."""

from __future__ import annotations


def counted(count: int, one: str, several: str = "") -> str:
    """So many of something: `1 article`, `1,234 articles`; `several` says it where that is not `one` with an s."""
    return f"1 {one}" if count == 1 else f"{count:,} {several or f'{one}s'}"
