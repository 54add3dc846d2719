"""How much quicker several processes read articles for names than one, what memory they take, and that nothing differs.

    python benchmarks/jobs.py [FILE…] [--jobs 2] [--short]

`.jsonl` files have objects with “text”, other files are an article each; without any, the sample articles serve. One
article more is as long as one in a hundred of them together, so that lots of all sizes are there. Loading the model is
not counted: it happens once, however many articles there are.

On a machine that has other things to do, the clock says little. So the time of the processor is given, too: what the
processes together take more than one alone, and what is left for this one to do, which is all that is done by one while
the others may wait. From both follows what they come to where they have the cores for themselves.
"""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from newsreader import resources, sources
from newsreader.analysis.batch.engine import Hands, opened
from newsreader.analysis.batch.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.analysis.batch.engine import Engine
    from newsreader.article import Article
    from newsreader.entity import Analysis

SHORT = 12


def read(files: Sequence[Path]) -> list[Article]:
    """The articles of the files."""
    found = []
    for file in files or resources.samples():
        if file.suffix == ".jsonl":
            lines = file.read_text(encoding="utf-8").splitlines()
            found += [sources.from_text(json.loads(line)["text"]) for line in lines]
        else:
            found.append(sources.load(str(file)))
    return found


@dataclass(frozen=True, slots=True)
class Taken:
    """What it took to read all articles, in seconds."""

    clock: float
    here: float
    """Of the processor, in this process."""
    workers: float
    """Of the processor, in the others."""
    found: list[Analysis]


def timed(engine: Engine, articles: list[Article], workers: Sequence[int] = ()) -> Taken:
    """What it takes with an engine that has these processes."""
    # As many lots as there are processes, so that each has its model.
    warm = [sources.from_text(each.text + " ") for each in articles[:SHORT]]
    for _ in engine.analyse_all(warm * 8):
        pass
    begun, here, there = perf_counter(), process_time(), sum(map(processor_time, workers))
    found = [*engine.analyse_all(articles)]
    there = sum(map(processor_time, workers)) - there
    return Taken(perf_counter() - begun, process_time() - here, there, found)


def processor_time(process: int) -> float:
    """Seconds of the processor that a process had so far; 0 where the system does not say."""
    status = Path(f"/proc/{process}/stat")
    if not status.exists():
        return 0.0
    user, system = status.read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def peak(process: int) -> float:
    """Megabytes that a process had at most; 0 where the system does not say."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def main() -> None:
    """Read them both ways and print the ratio."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--short", action="store_true", help=f"{SHORT} articles")
    options = parser.parse_args()
    articles = read(options.files)[: SHORT if options.short else None]
    long = sources.from_text("\n\n".join(each.text for each in articles[: len(articles) // 100 + 1]))
    articles.insert(len(articles) // 3, long)
    with opened(None, Hands()) as engine:
        alone = timed(engine, articles)
    with Pool(None, options.jobs) as pool:
        together = timed(pool, articles, pool.processes)
        most = max(map(peak, pool.processes))
    print("| | one process | together | ratio |\n|---|---:|---:|---:|")
    rates = [len(articles) / each.clock for each in (alone, together)]
    ratio = alone.clock / together.clock
    print(f"| articles a second, {options.jobs} processes | {rates[0]:.1f} | {rates[1]:.1f} | {ratio:.2f} |")
    whole = together.here + together.workers
    print(f"| seconds of the processor | {alone.here:.1f} | {whole:.1f} | {alone.here / whole:.2f} |")
    print(f"| of these in the process that gives out and takes in | | {together.here:.1f} | |")
    print(f"| with {options.jobs} cores for themselves | | | {alone.here * options.jobs / whole:.2f} |")
    print(f"| memory of a process at most, MB | | {most:.0f} | |")
    print(f"| results | | {'the same' if together.found == alone.found else 'OTHERS'} | |")


if __name__ == "__main__":
    main()
