"""Where a name stands in a text: whole words, just as written, also across a line wrap."""

from __future__ import annotations

import re
from functools import lru_cache

# Scripts that write no blank between words, or join particles to names: Thai to Lao, Kana, Han, Hangul.
_UNSPACED = re.compile("[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff]|[\U00020000-\U0003ffff]")


@lru_cache(maxsize=256)
def occurrences(text: str, form: str) -> tuple[tuple[int, int], ...]:
    """The spans of `form` in `text`, in order; any white space in the form stands for any in the text."""
    words = form.split()
    if not words:
        return ()
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = []
    # Finding the first word is many times quicker than letting the pattern look for it.
    start = text.find(words[0])
    while start >= 0:
        match = pattern.match(text, start)
        if match and not _joined(text, start) and not _joined(text, match.end()):
            found.append(match.span())
        start = text.find(words[0], match.end() if match else start + 1)
    return tuple(found)


def _joined(text: str, offset: int) -> bool:
    """Whether a word goes on across the offset."""
    before, after = text[offset - 1 : offset] if offset else "", text[offset : offset + 1]
    if not (before.isalnum() and after.isalnum()):
        return False
    return not (_UNSPACED.match(before) or _UNSPACED.match(after))
