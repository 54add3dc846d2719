"""The keys in force: those of `commands`, with the reader's own from `[keys]` of `config.toml` laid over them."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from tui.base.command import CONTEXTS, Command, Context
from tui.base.commands import COMMANDS, command
from tui.base.key_names import key_label, key_name, textual_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_AROUND: dict[Context, tuple[Context, ...]] = {
    "selection": ("article", "reader", "app"),
    "article": ("reader", "app"),
    "panel": ("reader", "app"),
    "reader": ("app",),
    "library": ("app",),
    "remarks": ("app",),
    "news": ("app",),
    "dossier": ("app",),
    "picture": ("dossier", "app"),
    "comparison": ("app",),
    "app": (),
}
"""The contexts that are asked for a key after each one, nearest first."""

_NEVER = "unbound"
"""A key name that no terminal sends, for a command that the reader wants to have no key."""


@dataclass(frozen=True, slots=True)
class KeyMap:
    """The keys of every command, and what was wrong with those the reader set."""

    own: Mapping[str, tuple[str, ...]]
    """The reader's keys by command id, without unknown ids and keys, and none for two commands of one context."""
    problems: tuple[str, ...]
    """Printable sentences about unknown commands and about keys that now do something else."""

    def keys(self, command: Command) -> tuple[str, ...]:
        """List the keys of a command, the usual one first; a key that the reader gave to another one is gone."""
        if command.id in self.own:
            return self.own[command.id]
        return tuple(key for key in command.keys if not self._taken(key, command.context))

    def working(self, command: Command, place: Context) -> tuple[str, ...]:
        """List those of its keys that run it in `place`, and no command that is nearer there."""
        chain = (place, *_AROUND[place])
        nearer = chain[: chain.index(command.context)] if command.context in chain else ()
        taken = {key for other in COMMANDS if other.context in nearer for key in self.keys(other)}
        return tuple(key for key in self.keys(command) if key not in taken)

    def label(self, command: Command) -> str:
        """Write the keys of a command as help shows them, such as `j, ↓`."""
        return ", ".join(key_label(key) for key in self.keys(command))

    def for_textual(self) -> dict[str, str]:
        """Write the reader's keys in the form that `App.set_keymap` takes."""
        return {id_: ",".join(map(textual_name, keys)) or _NEVER for id_, keys in self.own.items()}

    def _taken(self, key: str, context: Context) -> bool:
        return any(key in keys and command(id_).context == context for id_, keys in self.own.items())


def with_keys(sentence: str, keymap: KeyMap) -> str:
    """A sentence with `<reader.undo>` and other ids of commands replaced by their usual keys, by titles without one."""
    return _ID.sub(lambda found: _usual(found[1], keymap) if found[1] in _IDS else found[0], sentence)


_ID = re.compile(r"<([a-z_]+\.[a-z_]+)>")
_IDS = frozenset(each.id for each in COMMANDS)


def _usual(command_id: str, keymap: KeyMap) -> str:
    wanted = command(command_id)
    return next((key_label(key) for key in keymap.keys(wanted)), f"“{wanted.title}”")


def resolve(own: Mapping[str, tuple[str, ...]]) -> KeyMap:
    """Check the reader's keys; whatever is wrong becomes a sentence and never keeps the rest from working."""
    known = {command.id: command for command in COMMANDS}
    unknown = [_unknown(id_, known) for id_ in own if id_ not in known]
    named = {id_: tuple(map(key_name, keys)) for id_, keys in own.items() if id_ in known}
    nameless = [_nameless(id_) for id_, keys in named.items() if None in keys]
    accepted, refused = _apart({id_: [key for key in keys if key] for id_, keys in named.items()})
    # A command all of whose keys are refused keeps those it has; one that is to have none has none.
    keymap = KeyMap({id_: keys for id_, keys in accepted.items() if keys or not own[id_]}, ())
    clashes = [sentence for id_ in keymap.own for sentence in _clashes(known[id_], keymap)]
    return KeyMap(keymap.own, (*unknown, *nameless, *refused, *clashes))


def _apart(named: Mapping[str, list[str]]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Give each key of a context to one command, the first that is declared; say which others wanted it."""
    accepted: dict[str, tuple[str, ...]] = {}
    refused: list[str] = []
    owners: dict[tuple[Context, str], str] = {}
    for each in COMMANDS:
        for key in named.get(each.id, ()):
            owner = owners.setdefault((each.context, key), each.id)
            if owner != each.id:
                refused.append(f"[keys]: {key_label(key)} runs “{owner}” already; “{each.id}” needs another key.")
        if each.id in named:
            keys = [key for key in named[each.id] if owners[each.context, key] == each.id]
            accepted[each.id] = tuple(dict.fromkeys(keys))
    return accepted, refused


def _nameless(command_id: str) -> str:
    return f"[keys]: a key of “{command_id}” is no name of a key, such as “space”, “escape” or “ctrl+b”."


def _unknown(command_id: str, known: Mapping[str, Command]) -> str:
    near = difflib.get_close_matches(command_id, known, n=1, cutoff=0.5)
    hint = f"did you mean “{near[0]}”?" if near else "`newsreader keys` lists them all."
    return f"[keys]: there is no command “{printable(command_id)}”; {hint}"


def _clashes(command: Command, keymap: KeyMap) -> Iterator[str]:
    """Say for each key of `command` what it can no longer be used for, or where it does not work."""
    for key in keymap.keys(command):
        for other in COMMANDS:
            if other is command or key not in (*keymap.own.get(other.id, other.keys),):
                continue
            sentence = _clash(key_label(key), command, other)
            if sentence:
                yield sentence


def _clash(key: str, command: Command, other: Command) -> str | None:
    if command.context == other.context:
        return f"[keys]: {key} now runs “{command.id}”; “{other.id}” needs another key."
    if other.context in _AROUND[command.context]:
        return f"[keys]: {CONTEXTS[command.context].lower()}, {key} runs “{command.id}” and no longer “{other.id}”."
    if command.context in _AROUND[other.context]:
        return f"[keys]: {CONTEXTS[other.context].lower()}, {key} runs “{other.id}” and not “{command.id}”."
    return None
