"""How much quicker several processes read articles for names than one, what memory they take, and that nothing differs.

    python benchmarks/jobs.py [FILE…] [--jobs 2] [--short]

`.jsonl` files have objects with “text”, other files are an article each; without any, the sample articles serve. One
article more is as long as one in a hundred of them together, so that lots of all sizes are there. Loading the model is
not counted: it happens once, however many articles there are.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from time import perf_counter
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


def timed(engine: Engine, articles: list[Article]) -> tuple[float, list[Analysis]]:
    """Seconds to read all articles, and what was found."""
    # As many lots as there are processes, so that each has its model.
    warm = [sources.from_text(each.text + " ") for each in articles[:SHORT]]
    for _ in engine.analyse_all(warm * 8):
        pass
    begun = perf_counter()
    found = [*engine.analyse_all(articles)]
    return perf_counter() - begun, found


def peak(process: int) -> float:
    """Megabytes that a process had at most; 0 where the system does not say."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.exists() else []
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
        alone, expected = timed(engine, articles)
    with Pool(None, options.jobs) as pool:
        together, found = timed(pool, articles)
        most = max(map(peak, pool.processes))
    print("| | one process | together | ratio |\n|---|---:|---:|---:|")
    rates = [len(articles) / seconds for seconds in (alone, together)]
    print(f"| articles a second, {options.jobs} processes | {rates[0]:.1f} | {rates[1]:.1f} | {alone / together:.2f} |")
    print(f"| memory of a process at most, MB | | {most:.0f} | |")
    print(f"| results | | {'the same' if found == expected else 'OTHERS'} | |")


if __name__ == "__main__":
    main()
