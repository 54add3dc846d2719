"""How long a key waits while the article is being analysed, against the same article without any analysis.

Run `python benchmarks/lag.py [FILE…] [--words 100000] [--runs 3]`. The reader is started in a pseudo-terminal of 120 ×
45 and told to go to the end and back to the top again and again, at moments it cannot foresee; timed is from the key to
the last line of the frame it asks for. Runs without a model and with one are interleaved, each of the latter from the
first frame to the complete analysis. The text is made of the files, or of the sample articles (see `long_news`).
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles

from long_news import news
from pseudo_terminal import Terminal

from newsreader.analysis.cache import FILE

HEAD, TAIL = "Commencement", "Termination"
"""Words that stand only in the first and in the last line of the text, and not where the caret divides them."""
COLUMNS, ROWS = 120, 45


def run(article: Path, folder: Path, *, model: str | None, keys: int) -> list[float]:
    """Seconds each key waited: of `keys` keys, or with a model, until the analysis is complete."""
    environ = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    environ |= {f"NEWSREADER_{name}_DIR": str(folder / name.lower()) for name in ("DATA", "CACHE", "CONFIG")}
    command = [sys.executable, "-m", "newsreader", "read", str(article)]
    if model is not None:
        command += ["--model", model]
    chance = random.Random(0)
    waited = []
    with Terminal(command, environ, columns=COLUMNS, rows=ROWS) as terminal:
        terminal.wait_for(HEAD.encode())
        for key, mark in cycle(((b"G", TAIL), (b"g", HEAD))):
            time.sleep(chance.uniform(0.01, 0.05))
            waited.append(terminal.press_until(key, mark.encode()))
            if len(waited) >= keys and (model is not None or (folder / "cache" / FILE).exists()):
                return waited
    return waited


def figures(waited: list[float]) -> list[float]:
    """Median, 95th and 99th percentile and the longest wait, in milliseconds."""
    cuts = quantiles(waited, n=100, method="inclusive")
    return [1000 * seconds for seconds in (median(waited), cuts[94], cuts[98], max(waited))]


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="plain text to make the long text of")
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--short", action="store_true", help="only show that it works")
    options = parser.parse_args()
    words, runs = (2_000, 1) if options.short else (options.words, options.runs)
    alone: list[float] = []
    busy: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "long.txt"
        article.write_text(f"The {HEAD}.\n\n{news(words, options.files)}\n\nThe {TAIL}.\n", encoding="utf-8")
        for number in range(runs):
            place = Path(folder) / str(number)
            analysed = run(article, place / "analysed", model=None, keys=10)
            busy += analysed
            alone += run(article, place / "alone", model="none", keys=len(analysed))
    print(f"| {words:,} words, key to frame in ms | keys | median | 95 % | 99 % | longest |\n|---|---|---|---|---|---|")
    for title, waited in (("while they are analysed", busy), ("without analysis", alone)):
        print(f"| {title} | {len(waited)} | {' | '.join(f'{value:.1f}' for value in figures(waited))} |")
    print(f"\n99th percentile: {figures(busy)[2] - figures(alone)[2]:+.1f} ms by the analysis.")


if __name__ == "__main__":
    main()
