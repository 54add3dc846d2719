"""Sentences of news text, by rules, not a model: they must answer within a key press wherever the reader is.

They are for English; other languages still get sentences at their full stops and question marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.languages.english.words.calendar import SHORT_MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.languages.record import Stretch

_FAR = 5000
"""Code points before an offset in which a sentence is sure to begin."""

_STOP = re.compile(
    r"""(?P<mark>[.!?…]+)(?P<close>["'”’»)\]]*)(?=[ \n]+(?P<next>["'“‘«(\[]*\w?))"""
    r"""|(?P<wide>[。！？]+[”’」』）]*)"""
)
_TOKEN_BEFORE = re.compile(r"[^\s(\[\"“‘]*\Z")

_BEFORE_A_NAME = frozenset(
    """
    Mr Mrs Ms Mx Dr Prof Rev Fr Sr St Ste Hon Messrs Gov Sen Rep Pres Amb Sec Min Gen Lt Col Maj Capt Cmdr Adm Sgt
    Cpl Pvt Supt Det Insp Sheikh Mme Mlle M vs v
    """.split()
)
_BEFORE_A_NUMBER = frozenset(
    """
    No no Nos Art Fig fig Vol vol p pp ca c approx est Rs Sec
    """.split()
).union(month.capitalize() for month in SHORT_MONTHS)
_EITHER = frozenset(
    """
    Inc Corp Co Ltd Cos Bros Jr Sr Plc LLC Dept Univ Assn etc al Ave Blvd Rd Mt Ft Calif Mass
    """.split()
)
_STARTERS = frozenset(
    """
    A An The This That These Those He She It They We You I His Her Its Their Our In On At By For From With After
    Before As But And Or So Yet If When While Since Although Though However Meanwhile There Here What Who Why How
    Some Many Most More One Two Both Such No Not
    """.split()
)
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_FIRST_WORD = re.compile(r"[ \n]*[\"'“‘«(\[]*([^\W_]+)")


def sentences(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Split the paragraph `text[start:end]` into sentences, without the blanks between them."""
    begin = start
    for match in _STOP.finditer(text, start, end):
        if _ends_sentence(text, match, start, end):
            yield begin, match.end()
            begin = match.end() + _blanks(text, match.end(), end)
    if begin < end:
        yield begin, end


def sentence_at(text: str, offset: int, start: int, end: int) -> Stretch:
    """Find the sentence of the paragraph `text[start:end]` that holds `offset` or the blanks before it."""
    found = (start, end)
    for found in sentences(text, _near_start(text, offset, start), end):
        if offset < found[1]:
            return found
    return found


def _near_start(text: str, offset: int, start: int) -> int:
    """Where to begin to look for the sentence at `offset`, so that a paragraph as long as a book takes no time."""
    stop = text.rfind(". ", start, max(offset - _FAR, start))
    return start if stop < 0 else stop + 2


def _blanks(text: str, position: int, end: int) -> int:
    rest = text[position:end]
    return len(rest) - len(rest.lstrip())


def _ends_sentence(text: str, match: re.Match[str], start: int, end: int) -> bool:
    if match["wide"]:
        return match.end() < end
    following = match["next"][-1:]
    if following.islower():
        return False
    if match["mark"] != ".":
        return True
    before = _TOKEN_BEFORE.search(text, start, match.start())
    return _full_stop_ends(before[0] if before else "", following, _first_word(text, match.end(), end))


def _full_stop_ends(token: str, following: str, word: str) -> bool:
    """Whether a full stop behind `token` ends a sentence, with `word` and its first character behind it."""
    if token in _BEFORE_A_NAME:
        return False
    if token in _BEFORE_A_NUMBER and following.isdigit():
        return False
    if len(token) == 1 and token.isupper() and token != "I":
        return word in _STARTERS and word not in {"A", "I"}
    if token in _EITHER or _DOTTED.match(token):
        return word in _STARTERS
    return True


def _first_word(text: str, position: int, end: int) -> str:
    match = _FIRST_WORD.match(text, position, end)
    return match[1] if match else ""
