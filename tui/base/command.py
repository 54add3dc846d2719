"""What a command of the interface is, and where it applies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Context = Literal[
    "app", "reader", "article", "selection", "panel", "library", "remarks", "news", "dossier", "picture", "comparison"
]

CONTEXTS: dict[Context, str] = {
    "article": "In the article",
    "selection": "While selecting",
    "picture": "In the picture of its company",
    "panel": "In a panel",
    "reader": "Anywhere in the reader",
    "library": "In the library",
    "remarks": "In the notes of all articles",
    "news": "In the list of what is new",
    "dossier": "In a dossier",
    "comparison": "Where names meet",
    "app": "Everywhere",
}
"""The places where a command applies, in the order in which help lists them, and what help calls them.

A key is looked up from the inside outward: selection, article or panel, then what is around it, then app.
"""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can be told to do."""

    id: str
    """Names the command in `config.toml` and in the registry of those who carry commands out."""
    title: str
    """What the palette and the help call it."""
    keys: tuple[str, ...]
    """Default keys, the usual one first, by Textual's names; a printable character is its own name."""
    context: Context
    group: str
    """The heading under which help lists it."""
    help: str
    """What it does, as one sentence for the reader."""
    footer: str = ""
    """The one or two words that the footer shows; empty keeps it out of the footer."""

    @property
    def show_in_footer(self) -> bool:
        """Whether the footer offers it."""
        return bool(self.footer)

    @property
    def action(self) -> str:
        """Textual's action for it.

        It runs on the node that has the bindings, but for those of the article and its selection, which the screen
        carries out; what is to be done is found in a registry there.
        """
        target = "screen." if self.context in ("article", "selection") else ""
        return f"{target}run('{self.id}')"


def commands_of(
    context: Context, group: str, *rows: tuple[str, str, str, str] | tuple[str, str, str, str, str]
) -> list[Command]:
    """Commands of one context and group, from rows of name, keys, title, help and footer."""
    return [Command(f"{context}.{row[0]}", row[2], tuple(row[1].split()), context, group, *row[3:]) for row in rows]
