"""How much memory the analysis of a long text takes: in the reader's worker and in process, against a short text.

Run `python benchmarks/memory.py [FILE…] [--words 250000 500000 1000000]`. Every figure is the most memory that a fresh
process has held (10⁶ bytes resident, as Linux counts them) until the text was analysed, and how many times that of a
text of 1,000 words it is, which is what the model needs. The text is made of the files, or of the sample articles (see
`long_news`).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from long_news import news

SHORT = 1_000


def peak(process: int | str) -> float:
    """Most megabytes that a process has held, by its number or `self`."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6


def in_worker(text: str) -> float:
    """Megabytes of the worker when it has analysed `text` for a reader that shows the end of it."""
    from newsreader.analysis.client import Analysed, AnalysisClient, AnalysisFailed
    from newsreader.sources import from_text

    over = threading.Event()

    def listen(event: object) -> None:
        if isinstance(event, AnalysisFailed) or (isinstance(event, Analysed) and event.analysis.complete):
            over.set()

    client = AnalysisClient()
    client.open(from_text(text), listen)
    client.look_at(len(text) - 1000, len(text))
    over.wait()
    used = peak(client.worker_pid or "self")
    client.close()
    return used


def in_process(text: str) -> float:
    """Megabytes of this process when it has analysed `text`."""
    from newsreader.analysis import analyse
    from newsreader.sources import from_text

    analyse(from_text(text))
    return peak("self")


WAYS = {"worker": in_worker, "in process": in_process}


def measured(way: str, file: Path) -> float:
    """Megabytes of one way with the text in `file`, in a fresh process."""
    output = subprocess.run([sys.executable, __file__, "--way", way, file], capture_output=True, text=True, check=True)
    return float(output.stdout.splitlines()[-1])


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="plain text to make the long texts of")
    parser.add_argument("--words", type=int, nargs="+", default=[250_000, 500_000, 1_000_000])
    parser.add_argument("--short", action="store_true", help="only show that it works")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        print(WAYS[options.way](options.files[0].read_text(encoding="utf-8")))
        return
    print("| words | worker, MB | times 1,000 words | in process, MB | times 1,000 words |\n|---|---|---|---|---|")
    floor: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for words in (SHORT, *([2 * SHORT] if options.short else options.words)):
            file = Path(folder) / f"{words}.txt"
            file.write_text(news(words, options.files), encoding="utf-8")
            used = [measured(way, file) for way in WAYS]
            floor = floor or used
            cells = [f"{mine:.0f} | {mine / least:.2f}" for mine, least in zip(used, floor, strict=True)]
            print(f"| {words:,} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
