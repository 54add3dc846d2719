"""What commands print: UTF-8 for programs whatever the locale says, tables and colours for people."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

from newsreader.category import Category
from newsreader.cli.problems import CommandError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from rich.console import Console

    from newsreader.entity import Entity, Mention
    from newsreader.exports.entities.record import Results

CATEGORIES: dict[Category, str] = {
    Category.PERSON: "bold cyan",
    Category.PLACE: "underline green",
    Category.ORGANISATION: "bold underline magenta",
    Category.DATE: "italic yellow",
}
"""Rich styles in the order of the reader's panels; they can be told apart without their colours, too."""

HEAD = ("Category", "Name", "Count", "Also, or when")


def stream(pieces: Iterable[str]) -> None:
    """Print each piece as soon as it is there."""
    for piece in pieces:
        print(piece, end="", flush=True)


def write(data: bytes) -> None:
    """Write to standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def save(files: Mapping[str, bytes]) -> None:
    """Write new files, all of them or none; the first is the one to speak of. Raises `CommandError`."""
    from pathlib import Path

    from newsreader.exports.saving import write_whole
    from newsreader.sanitise import printable

    try:
        write_whole({Path(name): data for name, data in files.items()})
    except FileExistsError as error:
        raise CommandError(f"{printable(error.filename)} cannot be written: it exists already.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CommandError(f"{printable(next(iter(files)))} cannot be written: {reason}.") from error


def write_utf8() -> None:
    """Have standard output take any text, as UTF-8 whatever the locale says."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def entity_tables(results: Results) -> Iterator[str]:
    """A table for each article: with rules and colours, which are printed, in a terminal, else aligned plain lines."""
    from rich.console import Console

    from newsreader.cli import inputs
    from newsreader.sanitise import printable

    console, between = Console(), ""
    for each in results.each:
        title = printable(each.article.metadata.title or "") or inputs.name(str(each.name or ""))
        rows = [_row(entity) for entity in sorted(each.analysis.entities, key=_panel)]
        if console.is_terminal:
            _draw(console, title, rows)
        else:
            yield between + "\n".join([title, *aligned([HEAD, *rows])]) + "\n"
        between = "\n"


def aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Rows as lines whose columns stand below each other, counted in terminal cells."""
    cell_len = _counted_in(rows)
    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _counted_in(rows: Iterable[tuple[str, ...]]) -> Callable[[str], int]:
    """What counts the cells of these rows; the tables of what is wide are loaded only if they are needed."""
    if all(cell.isascii() for row in rows for cell in row):
        return len
    from tui.base.widths import cell_len

    return cell_len


def _draw(console: Console, title: str, rows: list[tuple[str, ...]]) -> None:
    """The table of a terminal; nothing in it is read as markup."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(*HEAD, box=SIMPLE_HEAD, title=Text(title), title_justify="left")
    table.columns[2].justify = "right"
    for row in rows:
        table.add_row(row[0], Text(row[1], CATEGORIES[Category(row[0])]), *map(Text, row[2:]))
    console.print(table)


def _panel(entity: Entity) -> int:
    """The place of the entity's category among the panels."""
    return list(CATEGORIES).index(entity.category)


def _row(entity: Entity) -> tuple[str, ...]:
    """Category, name, count, and the other names or the resolved value of a date."""
    from newsreader.languages.english.time_words import readable
    from newsreader.sanitise import printable

    values = [f"{readable(each.time)}{_mark([each])}" for each in entity.mentions if each.time]
    more = values[0] if values else ", ".join(entity.aliases)
    count = f"{len(entity.mentions)}{'' if values else _mark(entity.mentions)}"
    return entity.category.value, printable(entity.name), count, printable(more)


def _mark(mentions: Iterable[Mention]) -> str:
    from newsreader.entity import MARK

    return MARK if any(mention.doubt for mention in mentions) else ""
