"""The command palette, and the commands as it finds them."""

from __future__ import annotations

from contextlib import suppress
from inspect import unwrap
from typing import TYPE_CHECKING, Any, Protocol, cast, runtime_checkable

from textual import work
from textual.command import CommandPalette, DiscoveryHit, Hit, Provider
from textual.content import Content
from textual.css.query import NoMatches

from tui.base.cell_text import fold
from tui.base.commands import COMMANDS
from tui.base.key_names import key_cap
from tui.base.keymap import resolve
from tui.base.other_words import OTHER_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.command import Hits

    from tui.base.command import Command
    from tui.base.command_registry import CommandRegistry


@runtime_checkable
class Offers(Protocol):
    """A screen that says who carries its commands out."""

    def registries(self) -> Sequence[tuple[CommandRegistry, Callable[[], object]]]:
        """Who does, the nearest to the focus first, each with what is to be done before a command of it is run."""


class _Application(Protocol):
    """What is asked of the application."""

    commands: CommandRegistry
    session: Any


class Palette(CommandPalette):
    """Textual's palette; keys that are typed faster than it closes have it search once more, which is then over."""

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        with suppress(NoMatches):  # its list is gone
            await unwrap(CommandPalette._gather_commands)(self, search_value)


class CommandProvider(Provider):
    """Offers every command that can be carried out, whatever its keys, and whether or not it has any."""

    async def discover(self) -> Hits:
        """List all commands that apply."""
        for each, label, run in self._available():
            yield DiscoveryHit(label, run, text=each.title, help=each.help)

    async def search(self, query: str) -> Hits:
        """Find commands by title, by the name in `config.toml`, by other words for it, or by what they do."""
        matcher = self.matcher(query)
        for each, label, run in self._available():
            fuzzy = max(matcher.match(each.title), 0.9 * matcher.match(_name(each)))
            score = max(fuzzy, _by_words(query, each), 0.5 * matcher.match(each.help))
            if score > 0:
                yield Hit(score, label, run, text=each.title, help=each.help)

    def _available(self) -> Iterator[tuple[Command, Content, Callable[[], object]]]:
        """Go through the commands that apply, those of one title once, nearest to the focus first."""
        keymap = resolve(cast("_Application", self.app).session.config.keys)
        seen = {"app.palette", "Command palette"}
        for registry, before in self._registries():
            for each in COMMANDS:
                if each.title not in seen and registry.available(each.id):
                    seen.add(each.title)
                    keys = ", ".join(map(key_cap, keymap.keys(each)))
                    yield each, Content.assemble(each.title, (f"  {keys}", "dim")), _runner(registry, each, before)

    def _registries(self) -> Iterator[tuple[CommandRegistry, Callable[[], object]]]:
        if isinstance(self.screen, Offers):
            yield from self.screen.registries()
        yield cast("_Application", self.app).commands, lambda: None


def _runner(registry: CommandRegistry, each: Command, before: Callable[[], object]) -> Callable[[], object]:
    async def run() -> None:
        before()
        await registry.run(each.id)

    return run


def _name(each: Command) -> str:
    return each.id.partition(".")[2].replace("_", " ")


def _by_words(query: str, each: Command) -> float:
    """How well a command answers to the words of a query: they begin words of its title, its name or other words.

    That outweighs letters that merely occur in this order, which count a few points each. Some words may be others, as
    in “dark mode”, if those that are known are half of the letters.
    """
    wanted = fold(query.replace("_", " ")).split()
    title = fold(each.title).split()
    known = [*title, *fold(f"{_name(each)} {OTHER_WORDS.get(each.id, '')}").split()]
    met = sum(len(one) for one in wanted if any(word.startswith(one) for word in known))
    if not met or met * 2 < sum(map(len, wanted)):
        return 0.0
    whole = [sum(one in words for one in wanted) for words in (title, known)]
    return 1000.0 * met / sum(map(len, wanted)) + 20 * whole[0] + 10 * whole[1]
