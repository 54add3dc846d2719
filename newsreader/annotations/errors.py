"""What can go wrong with an annotation, in one sentence for the reader."""

from __future__ import annotations

from newsreader.store.errors import LibraryError


class AnnotationError(LibraryError):
    """An annotation that is not there any more was to be changed."""
