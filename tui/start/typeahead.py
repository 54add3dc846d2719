"""Keys in the order they were typed, however quickly: none is handed on before the one before has had its effect.

A key may move the focus or open a dialog, which Textual does some turns of the event loop later. What is typed in
between would go to whatever had the focus before: the `p` of `/putin` would hide the panels.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from textual import events
from textual.app import App

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.message_pump import MessagePump

PATIENCE = 10.0
"""Seconds to wait for the effect of a key, which a busy machine may need; then the next is handed on all the same."""


class KeysInOrder(App[None], inherit_bindings=False):
    """An application that holds typed keys and pasted text back until the key before has been dealt with."""

    def __init__(self, *, driver_class: type[Driver] | None = None, ansi_color: bool | None = None) -> None:
        """Take what `App` takes."""
        super().__init__(driver_class=driver_class, ansi_color=ansi_color)
        self._held: deque[events.Event] = deque()
        self._settling: asyncio.Task[None] | None = None

    @property
    def typing(self) -> bool:
        """Whether a key is being dealt with or held back."""
        return self._settling is not None or bool(self._held)

    def before_key(self) -> None:
        """Do what is to be done before a key has its effect."""

    async def on_event(self, event: events.Event) -> None:
        """Hand an event on, or hold it back."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._settling is None:
            await self._hand_on(event)
        else:
            self._held.append(event)

    async def _hand_on(self, event: events.Event) -> None:
        listener = self.focused or self.screen
        if isinstance(event, events.Key):
            self.before_key()
        await super().on_event(event)
        if isinstance(event, events.Key):
            self._settling = asyncio.create_task(self._settle(listener))

    async def _settle(self, listener: MessagePump) -> None:
        """Wait until the key is dealt with and a focus it asked for is set, and hand on what was typed meanwhile."""
        await _turn_of(listener)
        await _turn_of(self)
        # Only now is it known which screen is on top; one that was just opened finds its focus in its first turn.
        await _turn_of(self.screen)
        self._settling = None
        while self._held and self._settling is None:
            await self._hand_on(self._held.popleft())


async def _turn_of(pump: MessagePump) -> None:
    """Wait until a widget, screen or application has dealt with all that it has been sent so far."""
    reached = asyncio.Event()
    # What `call_later` does, but for a signature that is worked out anew each time.
    if pump.post_message(events.Callback(callback=reached.set)):
        try:
            await asyncio.wait_for(reached.wait(), PATIENCE)
        except TimeoutError:
            return
        # What that made ready, such as a focus that is to be set, has its turn; before Python 3.12 it had had it.
        await asyncio.sleep(0)
