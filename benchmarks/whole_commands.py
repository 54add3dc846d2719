"""How much sooner whole commands that read articles are done with several processes, and that nothing differs.

    python benchmarks/whole_commands.py [FILE…] [--jobs 2] [--rounds 2] [--most N] [--short]

`.jsonl` files have objects with “text”, other files are an article each; without any, the sample articles serve.
`newsreader index` reads a library of them for names into an empty index, and `newsreader entities --from jsonl` prints
what is in lines of JSON; each runs with one process and with several in turn, round by round, from the shell's point of
view: starting, loading the model, reading and writing. Printed are the least of each over the rounds, by the clock and
by the processor, and the load of the machine meanwhile, for on one that has other things to do the clock says little.
What comes of both must be the same, byte for byte: what is printed, and every row of the index.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from jobs import read

from newsreader.index.file import FILE
from newsreader.store.library import FILE_NAME, Library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.article import Article

COMMANDS = ("index", "entities --from jsonl")
SHORT = 2


@dataclass(frozen=True, slots=True)
class Run:
    """A command that is done: seconds by the clock and of the processor, megabytes, and a digest of what came of it."""

    clock: float
    processor: float
    memory: float
    """Of the process of it that had most."""
    found: str


class Folders:
    """A library of the articles, and the same in lines of JSON, in a folder of their own."""

    def __init__(self, folder: Path, articles: Sequence[Article]) -> None:
        self._cache = folder / "cache"
        self._printed = folder / "printed"
        self.lines = folder / "articles.jsonl"
        self._environment = os.environ | {
            "NEWSREADER_DATA_DIR": str(folder / "data"),
            "NEWSREADER_CACHE_DIR": str(self._cache),
            "NEWSREADER_CONFIG_DIR": str(folder / "config"),
        }
        with self.lines.open("w", encoding="utf-8") as file:
            for number, article in enumerate(articles):
                file.write(json.dumps({"id": str(number), "text": article.text}) + "\n")
        (folder / "data").mkdir()
        with Library.open(folder / "data" / FILE_NAME) as library:
            for article in articles:
                library.remember(article)

    def run(self, command: str, jobs: int) -> Run:
        """Run a command with an empty cache. Raises `CalledProcessError`."""
        shutil.rmtree(self._cache, ignore_errors=True)
        words = [sys.executable, "-m", "newsreader", *command.split(), "--jobs", str(jobs)]
        if command != "index":
            words.append(str(self.lines))
        with self._printed.open("wb") as output:
            begun = perf_counter()
            with subprocess.Popen(words, stdout=output, stderr=subprocess.DEVNULL, env=self._environment) as process:
                _, status, used = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
            taken = perf_counter() - begun
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, words)
        found = hashlib.sha256(rows_of(self._cache / FILE) if command == "index" else self._printed.read_bytes())
        return Run(taken, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, found.hexdigest())


def rows_of(database: Path) -> bytes:
    """All rows of all tables, those of the full-text index, too."""
    with closing(sqlite3.connect(database)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
        ).fetchall()
        return "\n".join(
            f"{table} {row}" for (table,) in tables for row in connection.execute(f'SELECT * FROM "{table}"')
        ).encode("utf-8", "surrogatepass")


def shown(name: str, one: Sequence[Run], several: Sequence[Run]) -> str:
    """The lines of the table on a command."""
    same = len({each.found for each in (*one, *several)}) == 1
    return "\n".join(
        (
            _line(f"{name}, seconds", *(min(each.clock for each in runs) for runs in (one, several))),
            _line(
                f"{name}, seconds of the processor", *(min(each.processor for each in runs) for runs in (one, several))
            ),
            f"| {name}, memory of a process at most, MB | {_most(one)} | {_most(several)} | |",
            f"| {name}, what came of it | | {'the same' if same else 'OTHERS'} | |",
        )
    )


def _line(what: str, one: float, several: float) -> str:
    return f"| {what} | {one:.1f} | {several:.1f} | {one / several:.2f} |"


def _most(runs: Sequence[Run]) -> str:
    return f"{max(each.memory for each in runs):.0f}"


def main() -> None:
    """Run them in turn and print the ratios."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--most", type=int, metavar="N", help="no more articles than these")
    parser.add_argument("--only", choices=COMMANDS, action="append", help="not both commands")
    parser.add_argument("--short", action="store_true", help=f"{SHORT} articles, a round of one command")
    options = parser.parse_args()
    articles = read(options.files)[: SHORT if options.short else options.most]
    print(f"| {len(articles)} articles | one process | {options.jobs} processes | ratio |\n|---|---:|---:|---:|")
    loads = []
    with tempfile.TemporaryDirectory() as folder:
        folders = Folders(Path(folder), articles)
        for command in options.only or COMMANDS[: 1 if options.short else None]:
            runs: dict[int, list[Run]] = {1: [], options.jobs: []}
            for _ in range(1 if options.short else options.rounds):
                for jobs, done in runs.items():
                    done.append(folders.run(command, jobs))
                    loads.append(os.getloadavg()[0])
            print(shown(f"`{command}`", *runs.values()), flush=True)
    print(f"\nLoad of the machine, these included: {min(loads):.1f} to {max(loads):.1f}.")


if __name__ == "__main__":
    main()
