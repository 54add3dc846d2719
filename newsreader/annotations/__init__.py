"""What a reader adds to an article: notes and highlights, kept as a journal of acts that can all be undone.

`notebook` is the way in. The text and what the machine found in it are never changed.
"""

from __future__ import annotations

from newsreader.annotations.errors import AnnotationError

__all__ = ["AnnotationError"]
