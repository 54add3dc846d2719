"""Kills programs at moments by chance, round by round, and says what was lost of what they had acknowledged.

    python tests/support/kill_rounds.py [file|server|crash|pool|dask|pages]… [--rounds 20] [--seed 1]

* `file` and `server`: two processes that write into one library, in a file or on a server of PostgreSQL, are killed
  (SIGKILL). What they said to be kept must be there, nothing may be there by half, and nobody may have to wait.
* `crash`: the same, but it is the server that is ended as in a crash, and started again.
* `pool` and `dask`: a process that reads articles for names is killed, on Dask now and then the scheduler with all of
  its workers. What comes must be what one process gives.
* `pages`: a page of `newsreader serve` highlights sentences; the server or the process behind the page is killed. What
  the page had said to be highlighted must be in the journal, the library sound, and no process left.

`write_points.py` kills a program that writes into a file at each single call.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing, contextmanager
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import TYPE_CHECKING
from uuid import uuid4

import served_page
from dask_cluster import running
from postgres_server import PostgresServer

from newsreader import resources, sources
from newsreader.analysis.batch.engine import Hands, opened
from newsreader.analysis.batch.pool import Pool
from newsreader.analysis.in_process import Analyser
from newsreader.store.library import FILE_NAME, Library
from newsreader.store.records import LIBRARY, JournalEntry
from newsreader.store.server_address import ServerAddress
from newsreader.store.sqlite import safety

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.analysis.batch.engine import Engine

WRITER = """
import sys
from itertools import count
from pathlib import Path
from newsreader.store.library import Library
from newsreader.store.records import LIBRARY, JournalEntry
from newsreader.store.server_address import ServerAddress
place = ServerAddress.of(sys.argv[1]) if "://" in sys.argv[1] else Path(sys.argv[1])
library = Library.open(place)
for number in count():
    with library.writing(durable=True) as unit:
        for half in "ab":
            unit.journal.append(LIBRARY, JournalEntry(f"{sys.argv[2]}-{number}{half}", "k", "{}", "now", "person", "1"))
    print(number, flush=True)
"""
"""Writes two events in each unit of work, and says of which it was told that it is kept."""

KEPT = "kept"
"""What the ids of these events begin with."""
MOST_ACTS = 40
"""Units of work that a writer may have been told of when it is killed."""
ARTICLES, LENGTH, SHORTEST = 20, 12, 200
"""How many articles are read in a round, of how many paragraphs, of at least how many code points."""
ALL_OF_IT = 0.25
"""How often a scheduler of Dask is killed with all of its workers."""


Round = Callable[[], tuple[int, int]]
"""Does one round; how much was acknowledged in it, and how much of that was lost or is there by half."""


def written(
    place: str, name: str, chance: random.Random, strike: Callable[[], object] | None = None
) -> tuple[int, int]:
    """Let two write into the library there, have `strike` done, if anything, and kill them."""
    names = [f"{KEPT}-{name}-{each}" for each in ("one", "two")]
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, place, each], stdout=PIPE, stderr=DEVNULL, text=True)
        for each in names
    ]
    told = [_heard(each, chance.randrange(1, MOST_ACTS)) for each in writers]
    if strike is not None:
        strike()
    for at, writer in enumerate(writers):
        writer.kill()
        rest, _ = writer.communicate()
        told[at] += sum(line.endswith("\n") for line in rest.splitlines(keepends=True))
    there = _there(place)
    expected = {f"{each}-{number}" for each, count in zip(names, told, strict=True) for number in range(count)}
    halves = [{each[:-1] for each in there if each[-1] == half} for half in "ab"]
    return len(expected), len(expected - halves[0]) + len(halves[0] ^ halves[1])


def _heard(writer: subprocess.Popen[str], lines: int) -> int:
    assert writer.stdout is not None
    return sum(bool(writer.stdout.readline()) for _ in range(lines))


def _there(place: str) -> set[str]:
    """The ids of all events of a library, which takes another one."""
    with Library.open(ServerAddress.of(place) if "://" in place else Path(place)) as library:
        with library.writing() as unit:
            unit.journal.append(LIBRARY, JournalEntry(f"{uuid4()}", "k", "{}", "now", "person", "1"))
        with library.reading() as unit:
            return {entry.id for _, entry in unit.journal.after(LIBRARY) if entry.id.startswith(KEPT)}


@contextmanager
def _in_file(folder: Path, chance: random.Random) -> Iterator[Round]:
    place = folder / FILE_NAME
    yield lambda: _sound(place, written(str(place), f"{chance.random()}", chance))


@contextmanager
def _on_server(folder: Path, chance: random.Random) -> Iterator[Round]:
    with closing(PostgresServer()) as server:
        address = server.database(lambda template: Library.open(ServerAddress.of(template)).close())
        yield lambda: written(address, f"{chance.random()}", chance)


@contextmanager
def _with_server(folder: Path, chance: random.Random) -> Iterator[Round]:
    with closing(PostgresServer()) as server:
        address = server.database(lambda template: Library.open(ServerAddress.of(template)).close())

        def crash() -> None:
            server.stop("immediate")
            server.start()

        yield lambda: written(address, f"{chance.random()}", chance, crash)


def _sound(library: Path, outcome: tuple[int, int]) -> tuple[int, int]:
    """What came of a round, with what is wrong in the library."""
    acknowledged, lost = outcome
    return acknowledged, lost + len(safety.check(library))


class Reading:
    """Articles, and what one process finds in them."""

    def __init__(self) -> None:
        text = "\n\n".join(sources.load(str(path)).text for path in resources.samples())
        paragraphs = [each for each in text.split("\n\n") if len(each) > SHORTEST]
        self._articles = [
            sources.from_text("\n\n".join(paragraphs[at % len(paragraphs) :][:LENGTH])) for at in range(ARTICLES)
        ]
        self._expected = [*Analyser().analyse_all(self._articles)]

    def read(self, engine: Engine, chance: random.Random, strike: Callable[[], object]) -> tuple[int, int]:
        """Have them read, with `strike` in between, and compare."""
        at = chance.randrange(ARTICLES // 2)
        wrong = 0
        for number, found in enumerate(engine.analyse_all(self._articles)):
            if number == at:
                strike()
            wrong += found != self._expected[number]
        return ARTICLES, wrong


@contextmanager
def _in_pool(folder: Path, chance: random.Random) -> Iterator[Round]:
    reading = Reading()
    with Pool(None, 2) as pool:

        def strike() -> None:
            os.kill(chance.choice([each for each in pool.processes if served_page.is_there(each)]), signal.SIGKILL)

        yield lambda: reading.read(pool, chance, strike)


@contextmanager
def _on_dask(folder: Path, chance: random.Random) -> Iterator[Round]:
    reading = Reading()
    with running(folder) as cluster, opened(None, Hands(scheduler=cluster.address)) as engine:

        def strike() -> None:
            if chance.random() < ALL_OF_IT:
                cluster.kill(cluster.alive)
                cluster.start()
            else:
                cluster.kill([chance.choice(cluster.alive[1:])])
                cluster.start_worker()

        yield lambda: reading.read(engine, chance, strike)


@contextmanager
def _on_pages(folder: Path, chance: random.Random) -> Iterator[Round]:
    (folder / "quay.txt").write_text("Quay to close\n\n" + "The fish quay closes. " * 20 + "\n", encoding="utf-8")
    os.environ.update({f"NEWSREADER_{each}_DIR": str(folder / each.lower()) for each in ("DATA", "CACHE", "CONFIG")})
    subprocess.run([sys.executable, "-m", "newsreader", "add", folder / "quay.txt"], check=True, stderr=DEVNULL)
    library = folder / "data" / FILE_NAME

    def acts() -> int:
        with Library.open(library) as there, there.writing() as unit:
            unit.states.mark([unit.articles.last()], False)  # so that it is listed
            return sum(len(unit.journal.after(each)) for each in unit.journal.streams())

    def one() -> tuple[int, int]:
        before = acts()
        acknowledged, left = served_page.killed(chance)
        return _sound(library, (acknowledged, max(before + acknowledged - acts(), 0) + left))

    yield one


KINDS = {
    "file": _in_file,
    "server": _on_server,
    "crash": _with_server,
    "pool": _in_pool,
    "dask": _on_dask,
    "pages": _on_pages,
}


def main() -> int:
    """Do the rounds and print a table; 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("kinds", nargs="*", choices=[[], *KINDS], metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print("| | rounds | acknowledged | losses |\n|---|--:|--:|--:|")
    lost = 0
    for kind in options.kinds or KINDS:
        chance = random.Random(f"{options.seed} {kind}")
        with tempfile.TemporaryDirectory() as folder, KINDS[kind](Path(folder), chance) as one:
            outcomes = [one() for _ in range(options.rounds)]
        acknowledged, losses = (sum(each) for each in zip(*outcomes, strict=True))
        print(f"| `{kind}` | {options.rounds} | {acknowledged:,} | {losses} |", flush=True)
        lost += losses
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
