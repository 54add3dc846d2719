"""The categories whose names do not stand out in the text, as the reader chose; a setting of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.entity import Category
from newsreader.store.errors import LibraryError

if TYPE_CHECKING:
    from newsreader.store.library import Library

SETTING = "plain categories"
"""The setting, whose value has their names with blanks between them."""


def kept(library: Library | None) -> frozenset[Category]:
    """Those that were chosen; none where that cannot be read."""
    try:
        value = library.setting(SETTING) if library is not None else None
    except LibraryError:
        return frozenset()
    chosen = (value or "").split()
    return frozenset(category for category in Category if category.value in chosen)


def keep(library: Library | None, plain: frozenset[Category]) -> None:
    """Keep the choice for the next start. Raises LibraryError where it cannot be."""
    if library is not None:
        library.keep_setting(SETTING, " ".join(sorted(plain)))
