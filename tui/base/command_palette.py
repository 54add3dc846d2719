"""The commands as the command palette finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.actions import parse
from textual.command import DiscoveryHit, Hit, Provider
from textual.content import Content

from tui.base.commands import OTHER_WORDS, command
from tui.base.key_names import key_cap, key_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.command import Hits
    from textual.dom import DOMNode

    from tui.base.commands import Command


class CommandProvider(Provider):
    """Offers every command whose key would do something where the reader was when opening the palette."""

    async def discover(self) -> Hits:
        """List all commands that apply."""
        for each, label, run in self._available():
            yield DiscoveryHit(label, run, text=each.title, help=each.help)

    async def search(self, query: str) -> Hits:
        """Find commands by title, by the name in `config.toml`, by other words for it, or by what they do."""
        matcher = self.matcher(query)
        for each, label, run in self._available():
            name = each.id.partition(".")[2].replace("_", " ")
            also = max(map(matcher.match, OTHER_WORDS.get(each.id, "").split()), default=0)
            score = max(matcher.match(each.title), 0.9 * max(matcher.match(name), also), 0.5 * matcher.match(each.help))
            if score > 0:
                yield Hit(score, label, run, text=each.title, help=each.help)

    def _available(self) -> Iterator[tuple[Command, Content, Callable[[], object]]]:
        """Go through the commands that have a key and apply here, once each, nearest to the focus first."""
        seen: set[str] = {"app.palette"}
        for active in self.screen.active_bindings.values():
            command_id = active.binding.id
            if command_id is None or command_id in seen:
                continue
            seen.add(command_id)
            each = command(command_id)
            # Actions of the screen were checked on the palette, which is the screen now.
            target, action, parameters = parse(active.binding.action)
            if target != "screen" or self.screen.check_action(action, parameters):
                label = Content.assemble(each.title, (f"  {self._label(active.binding.key)}", "dim"))
                yield each, label, self._runner(active.binding.action, active.node)

    def _label(self, key: str) -> str:
        return key_cap(key_name(key) or key)

    def _runner(self, action: str, node: DOMNode) -> Callable[[], object]:
        async def run() -> None:
            await self.app.run_action(action, node)

        return run
