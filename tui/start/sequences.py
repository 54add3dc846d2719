"""Cuts what a terminal sends into whole keys, sequences and pastes, so that no part of one is taken for a key.

Terminals answer questions and report the mouse in the same stream in which keys come, and over a slow line an answer
may come in pieces. The grammar is ECMA-48's, with what xterm adds. Nothing here knows Textual.
"""

from __future__ import annotations

import re

ESCAPE = "\x1b"
ESCAPE_DELAY = 0.1
"""Seconds after which an ESC without more is the escape key; a sequence that is cut right behind it comes as a key."""

PATIENCE = 5.0
"""Seconds that the rest of a sequence may take; what has come of it by then is dropped."""

PASTE_START, PASTE_END = "\x1b[200~", "\x1b[201~"
LONGEST_SEQUENCE = 32
"""Characters of a control sequence; longer ones are dropped. No key or report has more."""

LONGEST_STRING = 1 << 20
"""Characters of an answer or a paste; what goes on longer has lost its end."""

_STRING = re.compile(r"(?:\x1b[\]P_^X]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f\x9c]*(?P<end>\x07|\x9c|\x1b\\)?")
"""OSC, DCS, APC, PM and SOS: answers about colours, versions, the clipboard, pictures."""

_CONTROL = re.compile(
    r"(?:\x1b\[|\x9b)"
    r"(?:\[(?P<console>[ -~])?|M(?:(?P<mouse>[^\x1b]{3})|[^\x1b]{0,2})|[0-?]*[ -/]*(?P<final>[@-~])?)",
    re.DOTALL,
)
"""CSI: keys, mouse reports and answers; also the function keys of the Linux console and the oldest mouse reports."""

_SHIFT = re.compile(r"\x1bO(?:[\d;]*(?P<final>[ -:<-~]))?")
"""SS3: keys of the keypad and function keys."""

_BODY_STARTS = {"]": "0123456789lLI", "P": "0123456789$>!+=|", "_": "G", "^": "", "X": ""}
"""How answers begin behind their introducer; where that came alone, anything else is a key that was typed after it."""

_REST = re.compile(
    r"\](?:\d{1,4};|[lL])|\[(?:[?<>=\d;][\d;:?<>=]*.|M...|[A-IOZ]\Z)|P[\d$>!+=|].|_G.|O[A-DFHP-S]\Z", re.DOTALL
)
"""What a sequence looks like of which the ESC came alone."""


class Sequences:
    """Takes text as it is read and gives what is whole: characters, keys as sequences, reports, pastes.

    What is given is one character, ESC (the key), ESC and a character (a key with alt), a control sequence, or a whole
    paste between its markers. Answers in strings are dropped, and so is whatever was cut and never completed.
    """

    def __init__(self) -> None:
        """Have read nothing."""
        self._pending = ""
        self._last = 0.0
        self._lone_escape = float("-inf")

    def feed(self, text: str, now: float) -> list[str]:
        """Take what was read at the moment `now` (seconds), and give what is whole with it."""
        whole = self.expire(now)
        text = self._without_rest(text, now)
        introducer = self._pending[1:] if len(self._pending) == 2 else ""
        if text and introducer in _BODY_STARTS and text[0] not in _BODY_STARTS[introducer] + ESCAPE:
            self._pending = ""
        self._pending += text
        self._last = now
        while self._pending and (length := self._length(self._pending)):
            piece, self._pending = self._pending[:length], self._pending[length:]
            whole += _shown(piece)
        return whole

    def expire(self, now: float) -> list[str]:
        """Give or drop what has waited for its rest too long."""
        if self._pending == ESCAPE and now - self._last >= ESCAPE_DELAY:
            self._pending, self._lone_escape = "", now
            return [ESCAPE]
        if not self._pending or now - self._last < PATIENCE:
            return []
        pending, self._pending = self._pending, ""
        return _shown(pending + PASTE_END) if pending.startswith(PASTE_START) else []

    @property
    def waiting(self) -> float | None:
        """Seconds after the last reading at which `expire` is to be called; None if nothing waits."""
        if not self._pending:
            return None
        return ESCAPE_DELAY if self._pending == ESCAPE else PATIENCE

    def _without_rest(self, text: str, now: float) -> str:
        """Leave out the rest of a sequence whose ESC has been given as the escape key already."""
        recent = now - self._lone_escape < PATIENCE
        self._lone_escape = float("-inf")
        if not recent or self._pending or not _REST.match(text):
            return text
        # A string may go on in what is read next; a control sequence ends here.
        length = self._length(ESCAPE + text)
        if length:
            return text[length - 1 :]
        self._pending = ESCAPE
        return text

    def _length(self, text: str) -> int:
        """How many characters from the start are whole; 0 if more must come."""
        if text.startswith(PASTE_START):
            end = text.find(PASTE_END, len(PASTE_START))
            return end + len(PASTE_END) if end >= 0 else len(text) * (len(text) > LONGEST_STRING)
        if string := _STRING.match(text):
            return _length_of_string(text, string)
        if control := _CONTROL.match(text):
            is_over = _is_whole(control) or control.end() < len(text) or control.end() > LONGEST_STRING
            return control.end() if is_over else 0
        if shift := _SHIFT.match(text):
            return shift.end() if shift["final"] or shift.end() < len(text) else 0
        if text[0] != ESCAPE:
            return 1
        if len(text) == 1:
            return 0
        return 1 if text[1] == ESCAPE else 2


def _length_of_string(text: str, string: re.Match[str]) -> int:
    if string["end"] or string.end() > LONGEST_STRING:
        return string.end()
    rest = text[string.end() :]
    # An ESC at the end may be the first half of the mark that ends a string.
    return 0 if rest in ("", ESCAPE) else string.end()


def _is_whole(control: re.Match[str]) -> bool:
    return any(control.group("console", "mouse", "final"))


def _shown(piece: str) -> list[str]:
    """Give a piece, unless it is an answer, was cut, or is too long; a paste without what it could command with."""
    if piece.startswith(PASTE_START):
        inside = piece[len(PASTE_START) :].removesuffix(PASTE_END)
        return [PASTE_START + inside.replace(ESCAPE, "") + PASTE_END]
    if _STRING.match(piece):
        return []
    if control := _CONTROL.match(piece):
        is_whole = _is_whole(control) and len(piece) <= LONGEST_SEQUENCE
        return ["\x1b[" + piece[1:] if piece[0] == "\x9b" else piece] if is_whole else []
    if shift := _SHIFT.match(piece):
        return [piece] if shift["final"] else []
    return [] if "\x80" <= piece[0] <= "\x9f" else [piece]
