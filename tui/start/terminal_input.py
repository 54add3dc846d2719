"""What a terminal sends as Textual's messages: only what is whole and understood; the rest never becomes a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.events import Key

from tui.start.sequences import ESCAPE, Sequences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.message import Message

_KEPT = ("last_x", "last_y", "mouse_pixels", "terminal_size", "terminal_pixel_size")
"""What Textual's parser has learnt of the terminal."""


class _Parser(XTermParser):
    """Textual's parser, given whole sequences one at a time."""

    def __init__(self, before: XTermParser | None = None) -> None:
        """Know what the one `before` knew."""
        super().__init__()
        if before is not None:
            self.__dict__.update({name: getattr(before, name) for name in _KEPT})

    @property
    def waits(self) -> bool:
        """Whether what it was given is no whole sequence that it knows."""
        return self._timeout_time is not None

    def settle(self) -> Iterator[Message]:
        """Take what it waits with for keys."""
        self._timeout_time = 0.0
        yield from self.tick()


def _as_pressed(message: Message) -> Message:
    """The message; of a key with alt without its character, which a text field would type in place of the command."""
    if isinstance(message, Key) and "alt" in message.key.split("+")[:-1]:
        return Key(message.key, None)
    return message


class TerminalInput:
    """Makes messages of text as it is read."""

    def __init__(self) -> None:
        """Have read nothing."""
        self._sequences = Sequences()
        self._parser = _Parser()

    @property
    def waiting(self) -> float | None:
        """Seconds after which to call `messages` without text; None if nothing waits for its rest."""
        return self._sequences.waiting

    def messages(self, text: str, now: float) -> Iterator[Message]:
        """Yield what `text`, read at the moment `now` (seconds), means; without text, what time has decided."""
        for piece in self._sequences.feed(text, now) if text else self._sequences.expire(now):
            yield from self._of(piece)

    def _of(self, piece: str) -> Iterator[Message]:
        try:
            found = [*self._parser.feed(piece)]
        except (ValueError, OverflowError):  # a key with a number that no character has
            found, self._parser = [], _Parser(self._parser)
        if self._parser.waits:
            if piece[0] == ESCAPE and len(piece) <= 2:
                found += self._parser.settle()
            else:
                self._parser = _Parser(self._parser)
        yield from map(_as_pressed, found)
