"""Who carries each command out: filled by whoever can, asked by the screen or application whose keys are pressed.

What a command is called, its keys and its help stand in `commands`; this knows only what happens.
"""

from __future__ import annotations

from inspect import isawaitable
from typing import TYPE_CHECKING, TypeAlias

from tui.base.commands import command

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Handler: TypeAlias = Callable[[], object]
    """Carries a command out; what it returns is waited for if it can be."""


class CommandRegistry:
    """The handlers of commands by their ids."""

    def __init__(self) -> None:
        self._handlers: dict[str, Handler] = {}
        self._conditions: dict[str, Callable[[], bool]] = {}
        self._watchers: list[Callable[[str], None]] = []

    def register(self, handlers: Mapping[str, Handler], *, available: Callable[[], bool] | None = None) -> None:
        """Have each of these commands carried out by its handler, while `available` says so if that is given.

        Raises KeyError for a command that is not declared, and ValueError for one that has a handler already.
        """
        for command_id, handler in handlers.items():
            declared = command(command_id)
            if declared.id in self._handlers:
                raise ValueError(f"{command_id} has a handler already")
            self._handlers[command_id] = handler
            if available is not None:
                self._conditions[command_id] = available

    @property
    def ids(self) -> frozenset[str]:
        """The commands that have a handler."""
        return frozenset(self._handlers)

    def available(self, command_id: str) -> bool:
        """Whether a command can be carried out now."""
        condition = self._conditions.get(command_id)
        return command_id in self._handlers and (condition is None or condition())

    def allows(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Whether a key may bring about an action of Textual: `run` only with a command that is available."""
        return action != "run" or self.available(str(*parameters))

    async def run(self, command_id: str) -> None:
        """Carry a command out, and wait until that is done. Raises KeyError if nobody can."""
        done = self._handlers[command_id]()
        if isawaitable(done):
            await done
        for told in [*self._watchers]:
            told(command_id)

    def watch(self, told: Callable[[str], None]) -> None:
        """Have somebody told the id of each command that has been carried out."""
        self._watchers.append(told)

    def unwatch(self, told: Callable[[str], None]) -> None:
        """Have them told no more."""
        if told in self._watchers:
            self._watchers.remove(told)
