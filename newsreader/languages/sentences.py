"""Where sentences end, by rules, not a model: they must answer within a key press wherever the reader is.

The rules are those of marks and of what abbreviations look like; which ones there are is the language's to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.languages.record import Stretch

_FAR = 5000
"""Code points before an offset in which a sentence is sure to begin."""

# Nothing here goes back over what it went over: a line of dots, or a word as long as a book, is a text, too.
# It begins with one set of marks, which is quicker to look for than one of two patterns at each character.
_STOP = re.compile(
    r"""[.!?…。！？](?:"""
    r"""(?<=[.!?…])(?<![.!?…]{2})[.!?…]*+(?P<close>["'”’»)\]]*+)(?=[ \n]++(?P<next>["'“‘«(\[]*\w?))"""
    r"""|(?<=[。！？])(?P<wide>[。！？]*[”’」』）]*))"""
)
_OPENING = re.compile(r"[(\[\"“‘]")
"""What no word goes on over."""
_LONGEST_TOKEN = 60
"""Code points before a full stop that are looked at: nothing longer is an abbreviation."""
_BLANKS = re.compile(r"\s*")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_FIRST_WORD = re.compile(r"[ \n]*[\"'“‘«(\[]*([^\W_]+)")
_LOOKS_CUT = re.compile(r"\d{1,2}|[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z]?[b-df-hj-np-tv-z]{1,4}")
"""An ordinal (`3. Mai`) or an abbreviation, which has no vowel left (`Dr.`, `vgl.`) and no more than one capital."""

_ITEM = re.compile(r"\s*(?:\d{1,3}|[^\W\d_])")
"""What numbers an item of a list at the start of a paragraph: `4.`, `b.`"""


@dataclass(frozen=True, slots=True)
class Sentences:
    """How a language ends its sentences, by the words that a full stop does not end one behind."""

    before_a_name: frozenset[str] = frozenset()
    """Abbreviations that a name follows (`Mr`)."""
    before_a_number: frozenset[str] = frozenset()
    """Abbreviations that end a sentence unless a number follows (`No`)."""
    either: frozenset[str] = frozenset()
    """Abbreviations that end a sentence if one of `starters` follows (`Inc`), as initials do."""
    starters: frozenset[str] = frozenset()
    """Words that begin a sentence when they have a capital."""
    guess: bool = False
    """Whether abbreviations and ordinals are told by their look, where no words are known."""

    def split(self, text: str, start: int, end: int) -> Iterator[Stretch]:
        """Split the paragraph `text[start:end]` into sentences, without the blanks between them."""
        begin = start
        for match in _STOP.finditer(text, start, end):
            if self._ends(text, match, start, end):
                yield begin, match.end()
                begin = _behind_blanks(text, match.end(), end)
        if begin < end:
            yield begin, end

    def at(self, text: str, offset: int, start: int, end: int) -> Stretch:
        """Find the sentence of the paragraph `text[start:end]` that holds `offset` or the blanks before it."""
        found = (start, end)
        for found in self.split(text, _near_start(text, offset, start), end):
            if offset < found[1]:
                return found
        return found

    def writes_stop_behind(self, token: str) -> bool:
        """Whether a full stop behind `token` is a part of the word, as in `Inc.`, `U.S.` or `W.`."""
        known = token in self.before_a_name or token in self.before_a_number or token in self.either
        initial = len(token) == 1 and token.isupper() and token != "I"
        return known or initial or _DOTTED.match(token) is not None

    def _ends(self, text: str, match: re.Match[str], start: int, end: int) -> bool:
        if match["wide"] is not None:
            return match.end() < end
        following = match["next"][-1:]
        if following.islower():
            return False
        stop = match.start()
        if text[stop] != "." or match.start("close") - stop > 1:
            return True
        if _ITEM.fullmatch(text, start, stop):
            return False
        token = _word_before(text, max(start, stop - _LONGEST_TOKEN), stop)
        if token in self.before_a_name or (self.guess and _LOOKS_CUT.fullmatch(token)):
            return False
        if token in self.before_a_number and following.isdigit():
            return False
        if len(token) == 1 and token.isupper() and token != "I":
            return self._starts(text, match.end(), end, but=("A", "I"))
        if token in self.either or ("." in token and _DOTTED.match(token)):
            return self._starts(text, match.end(), end)
        return True

    def _starts(self, text: str, position: int, end: int, but: tuple[str, ...] = ()) -> bool:
        """Whether the word that follows begins a sentence, by `starters` without some of them."""
        word = _first_word(text, position, end)
        return word in self.starters and word not in but


def _word_before(text: str, start: int, stop: int) -> str:
    """What stands before a full stop without a blank or an opening mark between; empty if that is none."""
    if stop == start or text[stop - 1].isspace():
        return ""
    token = text[start:stop].rsplit(None, 1)[-1]
    return token if token.isalnum() else _OPENING.split(token)[-1]


def _near_start(text: str, offset: int, start: int) -> int:
    """Where to begin to look for the sentence at `offset`, so that a paragraph as long as a book takes no time."""
    stop = text.rfind(". ", start, max(offset - _FAR, start))
    return start if stop < 0 else stop + 2


def _behind_blanks(text: str, position: int, end: int) -> int:
    match = _BLANKS.match(text, position, end)
    return match.end() if match else position


def _first_word(text: str, position: int, end: int) -> str:
    match = _FIRST_WORD.match(text, position, end)
    return match[1] if match else ""
