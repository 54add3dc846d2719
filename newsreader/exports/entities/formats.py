"""The forms in which `newsreader entities` writes: a writer takes results one by one and writes each at once."""

from __future__ import annotations

import csv
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, Protocol

from newsreader.cli.styles import CATEGORIES
from newsreader.entity import Category
from newsreader.exports.entities import output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.cli.analysed import Result
    from newsreader.entity import Entity


class Writer(Protocol):
    """Writes results to standard output."""

    def write(self, result: Result) -> None:
        """Write one."""

    def close(self) -> None:
        """Write what belongs behind the last."""


def write_utf8() -> None:
    """Have standard output take any text, as UTF-8 whatever the locale says."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


class JsonLines:
    """An object a line, each written when it is known."""

    def write(self, result: Result) -> None:
        """Write one line."""
        print(output.dumps(result.record()), flush=True)

    def close(self) -> None:
        """Nothing stands behind the last line."""


class Json:
    """One indented object; or, where there may be several, an array of them."""

    def __init__(self, *, several: bool) -> None:
        """Say whether an array is wanted."""
        self._several = several
        self._before = "[\n"

    def write(self, result: Result) -> None:
        """Write one object."""
        text = output.dumps(result.record(), indent=2)
        if self._several:
            print(self._before + text, end="", flush=True)
            self._before = ",\n"
        else:
            print(text)

    def close(self) -> None:
        """Close the array."""
        if self._several:
            print("[]" if self._before == "[\n" else "\n]")


class Csv:
    """A row for each mention, under a head."""

    HEAD = ("article", "entity", "category", "name", "start", "end", "text", "label")
    TIME = ("type", "value", "start", "end", "anchor")

    def __init__(self) -> None:
        """Write the head."""
        self._rows = csv.writer(sys.stdout, lineterminator="\n")
        self._rows.writerow([*self.HEAD, *(f"time_{name}" for name in self.TIME)])

    def write(self, result: Result) -> None:
        """Write the rows of one article."""
        record = result.record()
        for entity in record["entities"]:
            about = (_cell(record["id"]), entity["id"], entity["category"], entity["name"])
            for mention in entity["mentions"]:
                time = mention.get("time", {})
                place = (mention["start"], mention["end"], _cell(mention["text"]), mention["label"])
                self._rows.writerow([*about, *place, *(time.get(name) for name in self.TIME)])

    def close(self) -> None:
        """Nothing stands behind the last row."""


class Pairs:
    """A row for each two entities that share a paragraph, under a head."""

    HEAD = ("article", "one", "category", "other", "other_category", "paragraphs")

    def __init__(self) -> None:
        """Write the head."""
        self._rows = csv.writer(sys.stdout, lineterminator="\n")
        self._rows.writerow(self.HEAD)

    def write(self, result: Result) -> None:
        """Write the pairs of one article, the most frequent first."""
        from newsreader.entities.cooccurrence import pairs, presence

        entities = {entity.id: entity for entity in result.analysis.entities}
        for pair in pairs(presence(entities.values(), result.item.article.paragraphs)):
            both = (entities[pair.one], entities[pair.other])
            about = (value for each in both for value in (_cell(each.name), each.category))
            self._rows.writerow([_cell(result.item.id), *about, len(pair.paragraphs)])

    def close(self) -> None:
        """Nothing stands behind the last row."""


class Table:
    """A table for people: with rules and colours in a terminal, else aligned plain lines."""

    HEAD = ("Category", "Name", "Count", "Also, or when")

    def __init__(self) -> None:
        """Find out what standard output is."""
        from rich.console import Console

        self._console = Console()
        self._between = ""

    def write(self, result: Result) -> None:
        """Write the title of one article and its table."""
        from newsreader.sanitise import printable

        title = printable(result.item.article.metadata.title or str(result.item.id or ""))
        rows = [_row(entity) for entity in sorted(result.analysis.entities, key=_panel)]
        if self._console.is_terminal:
            self._draw(title, rows)
        else:
            print(self._between + "\n".join([title, *aligned([self.HEAD, *rows])]))
        self._between = "\n"

    def close(self) -> None:
        """Nothing stands behind the last table."""

    def _draw(self, title: str, rows: list[tuple[str, ...]]) -> None:
        """The table of a terminal; nothing in it is read as markup."""
        from rich.box import SIMPLE_HEAD
        from rich.table import Table as RichTable
        from rich.text import Text

        table = RichTable(*self.HEAD, box=SIMPLE_HEAD, title=Text(title), title_justify="left")
        table.columns[2].justify = "right"
        for row in rows:
            table.add_row(row[0], Text(row[1], CATEGORIES[Category(row[0])]), *map(Text, row[2:]))
        self._console.print(table)


def _cell(value: object) -> object:
    """A value that is one safe line if it is a text."""
    from newsreader.sanitise import printable

    return printable(value) if isinstance(value, str) else value


def _panel(entity: Entity) -> int:
    """The place of the entity's category among the panels."""
    return list(CATEGORIES).index(entity.category)


def _row(entity: Entity) -> tuple[str, ...]:
    """Category, name, count, and the other names or the resolved value of a date."""
    from newsreader.sanitise import printable

    values = [mention.time.value for mention in entity.mentions if mention.time]
    more = values[0] if values else ", ".join(entity.aliases)
    return entity.category.value, printable(entity.name), str(len(entity.mentions)), printable(more)


def aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Rows as lines whose columns stand below each other, counted in terminal cells."""
    from rich.cells import cell_len

    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
