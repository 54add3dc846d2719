"""What a reader adds to an article: notes, highlights and corrections, kept as a journal of acts that can be undone.

`notebook` is the way in. The text and what the machine found in it are never changed.
"""

from __future__ import annotations

from newsreader.annotations.model import AnnotationError

__all__ = ["AnnotationError"]
