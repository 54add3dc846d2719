"""Mends what programs on the way have done to a text: stray zeros, overstrikes, characters read in a wrong encoding.

Each repair is made only where the text shows by itself that it is needed, and asks first for signs that are cheap.
"""

from __future__ import annotations

import re

_OVERSTRUCK = re.compile(r"_\x08(?=[^\x08\n])|[^\n\x08](?=\x08)\x08(?=[^\n\x08_])|\x08_")
"""A character under another one: printers and terminals of old wrote letters twice for bold, over a dash for a line."""

_SHOWN_SOFT_HYPHEN = re.compile("\u00ad(?=[ ]*\r?\n)")
"""A soft hyphen at the end of a line, where it is one for the eye; elsewhere it is nothing."""

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
"""Letters that were set as one, which text from PDF still has; no word is written with them."""

_LEADS = "ÂÃÎÏÐÑØÙâð"
_MISREAD = re.compile(rf"[{_LEADS}][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
"""What two bytes of UTF-8 look like in Windows-1252."""

_ODD = re.compile(
    r"(?<=[a-z])[À-ÖØ-ÞŠŒŽŸ\ufffd](?![À-ÖØ-Þ])|(?<![^\W\d_])[À-ÖØ-Þ](?=[A-Z][a-z])"
    r"|(?<=[a-z])[^\w\s\x00-\x7f‘’“”‐–—…·](?=[a-z])"
)
"""A letter beyond ASCII where no language has it: a capital behind a small letter or before another capital, and a sign
between letters."""

_REFERENCE = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d?);", re.IGNORECASE)
_IN_A_WORD = re.compile(rf"\w{_REFERENCE.pattern}\w", re.IGNORECASE)
_BARE = re.compile(r"&(?=\s|$)|<(?=\s|$)", re.MULTILINE)
_FEWEST = 2


def repaired(text: str) -> str:
    """Return what was decoded without zeros, overstrikes and ligatures, and misread characters as they were written."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    if "\x08" in text:
        text = _OVERSTRUCK.sub("", text)
    if "\u00ad" in text:
        text = _SHOWN_SOFT_HYPHEN.sub("\u2010", text)
    for ligature, letters in _LIGATURES.items():
        if ligature in text:
            text = text.replace(ligature, letters)
    return _reread(text) if _is_misread(text) else text


def without_references(text: str) -> str:
    """Return a plain text of which a program has written quotes, accents and `&` as HTML does, as it was before.

    That shows in words with references in them; a text on how to write HTML has signs that stand for themselves, too.
    """
    if "&" not in text or not _IN_A_WORD.search(text) or _BARE.search(text):
        return text
    if not _has_several(text):
        return text
    import html

    return _REFERENCE.sub(lambda found: html.unescape(found[0]), text)


def looks_like_mac_roman(data: bytes) -> bool:
    """Whether bytes that are no UTF-8 make words in Mac OS Roman and none in Windows-1252."""
    windows, mac = (len(_ODD.findall(data.decode(encoding, "replace"))) for encoding in ("cp1252", "mac_roman"))
    return windows >= _FEWEST and windows > 3 * mac


def _has_several(text: str) -> bool:
    return sum(1 for _, _ in zip(_REFERENCE.finditer(text), range(_FEWEST), strict=False)) == _FEWEST


def _is_misread(text: str) -> bool:
    """Whether most of what is beyond ASCII is UTF-8 that was read as Windows-1252."""
    if not any(lead in text for lead in _LEADS):
        return False
    found = sum(map(len, _MISREAD.findall(text)))
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return found >= 2 * _FEWEST and found * 2 > beyond


def _reread(text: str) -> str:
    from ftfy import fix_encoding

    return "\n".join(fix_encoding(line) if _MISREAD.search(line) else line for line in text.split("\n"))
