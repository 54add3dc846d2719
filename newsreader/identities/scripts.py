"""How a name sounds in Latin letters, by which names in different scripts, and their transcriptions, are compared."""

from __future__ import annotations

import re
from functools import lru_cache

_SHORTEST = 7
"""Letters that a sound has at least: short ones are those of many names."""

_DOUBLED = re.compile(r"(.)\1+")
_FOLDS = (
    (re.compile(r"['’ʹʺ`-]"), ""),
    (re.compile(r"sch|sh|ch|zh|tch|tsch|cz|sz"), "S"),
    (re.compile(r"kh|gh"), "h"),
    (re.compile(r"ph|v|w"), "f"),
    (re.compile(r"ts|tz|c(?=[eiy])"), "z"),
    (re.compile(r"ck|c|q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"[jyi]+"), "i"),
    (re.compile(r"ou|oo|u"), "u"),
    (re.compile(r"ie|io(?=$| )"), "e"),
)
"""What different transcriptions write differently, and what is put for each of them."""


@lru_cache(maxsize=4096)
def sound(key: str) -> str:
    """Return how a key sounds, begun with `~`; empty where that says too little.

    A Latin name has one only if it is of two words; one in another script always has, as far as it is long enough.
    Latin letters are given by the tables of anyascii (ISC licence).
    """
    latin = key
    if not key.isascii():
        from anyascii import anyascii

        latin = anyascii(key).casefold()
    elif " " not in key:
        return ""
    for pattern, put in _FOLDS:
        latin = pattern.sub(put, latin)
    heard = _DOUBLED.sub(r"\1", latin.replace(" ", ""))
    return f"~{heard}" if len(heard) >= _SHORTEST else ""
