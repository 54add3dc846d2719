"""Loading and running our pipeline against plain spaCy with the same model.

Run `python benchmarks/analysis.py [TEXT FILE …] [--words 20000] [--runs 5]`. Every figure is a ratio of medians of one
interleaved run, each sample in a fresh process with compiled bytecode:

* *load*: import and load until one paragraph is analysed, against `spacy.load` of the whole pipeline and of its named
  entity recogniser alone;
* *throughput*: words per second with our refinements, paragraph batches of 16, against spaCy's recogniser alone with
  `nlp.pipe` and against the whole pipeline with one call per paragraph;
* *worker*: from starting the process to the first entities, against loading in process, and an article until all of it
  is understood, which the recogniser alone does not do, against our recogniser.

Without a text file, the sample articles are read again and again.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import threading
import time
import warnings
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from newsreader import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PARAGRAPH = "President Vladimir Putin met Kim Jong Un in Pyongyang on Wednesday."


def load_ours() -> Callable[[list[str]], object]:
    """Our recogniser."""
    from newsreader.entities.recogniser import BATCH, Recogniser

    recogniser = Recogniser()
    return lambda texts: [recogniser.recognise(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)]


def load_recogniser() -> Callable[[list[str]], object]:
    """Plain spaCy with named entities alone, in batches."""
    nlp = spacy_load(exclude=("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"))
    return lambda texts: [doc.ents for doc in nlp.pipe(texts)]


def load_whole() -> Callable[[list[str]], object]:
    """Plain spaCy as it comes, one call per paragraph."""
    nlp = spacy_load()
    return lambda texts: [nlp(text).ents for text in texts]


def spacy_load(**options: object) -> Callable:  # type: ignore[type-arg]
    """Load the default model with spaCy's own function."""
    import spacy

    from newsreader.entities import pipeline

    warnings.simplefilter("ignore")
    return spacy.load(pipeline.find().path, **options)


def load_worker() -> Callable[[list[str]], object]:
    """Our worker process; returns what analyses paragraphs as one article."""
    from newsreader.analysis.client import Analysed, AnalysisClient, AnalysisFailed
    from newsreader.sources import from_text

    client = AnalysisClient()
    client.start()

    def analyse(texts: list[str]) -> None:
        done = threading.Event()

        def listen(event: object) -> None:
            if isinstance(event, AnalysisFailed):
                raise SystemExit(event.sentence)
            if isinstance(event, Analysed) and event.analysis.complete:
                done.set()

        client.open(from_text("\n\n".join(texts)), listen)
        done.wait()

    return analyse


CONTESTANTS = {"ours": load_ours, "recogniser": load_recogniser, "whole": load_whole, "worker": load_worker}


def contest(name: str, texts: list[str]) -> None:
    """Run one contestant in this process and print the seconds of loading and of analysing `texts`."""
    start = time.perf_counter()
    analyse = CONTESTANTS[name]()
    analyse([PARAGRAPH])
    loaded = time.perf_counter()
    analyse(texts)
    print(json.dumps([loaded - start, time.perf_counter() - loaded]))


def paragraphs(files: list[Path], words: int) -> Iterator[str]:
    """Yield paragraphs of the files, again and again, until there are that many words."""
    texts = [file.read_text(encoding="utf-8").split("\n\n") for file in files]
    for paragraph in cycle(" ".join(part.split()) for text in texts for part in text if part.strip()):
        if words <= 0:
            return
        words -= len(paragraph.split())
        yield paragraph


def sample(name: str, texts: list[str]) -> tuple[float, float]:
    """Run one contestant in a fresh process."""
    command = [sys.executable, __file__, "--contestant", name]
    output = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True).stdout
    load, run = json.loads(output.splitlines()[-1])
    return load, run


def report(samples: dict[str, list[tuple[float, float]]], words: int) -> None:
    """Print the ratios of the medians as a Markdown table."""
    load = {name: median(load for load, _ in runs) for name, runs in samples.items()}
    run = {name: median(run for _, run in runs) for name, runs in samples.items()}
    rows = (
        ("time to load / that of the whole pipeline with `spacy.load`", load["ours"] / load["whole"]),
        ("time to load / that of its recogniser alone with `spacy.load`", load["ours"] / load["recogniser"]),
        ("first names from the worker / the same in process", load["worker"] / load["ours"]),
        ("words per second / those of spaCy’s recogniser alone with `nlp.pipe`", run["recogniser"] / run["ours"]),
        ("words per second / those of the whole pipeline, one call per paragraph", run["whole"] / run["ours"]),
        ("the article analysed and understood by the worker / read by the recogniser", run["worker"] / run["ours"]),
    )
    print(f"| {words:,} words, medians of {len(samples['ours'])} | ratio |\n|---|---|")
    for title, ratio in rows:
        print(f"| {title} | {ratio:.2f} |")


def main() -> None:
    """Read the command line and run all contestants in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="plain text to analyse instead of the sample articles")
    parser.add_argument("--words", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--short", action="store_true", help="only show that it works")
    parser.add_argument("--contestant", choices=CONTESTANTS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.contestant:
        contest(options.contestant, json.load(sys.stdin))
        return
    words, rounds = (500, 1) if options.short else (options.words, options.runs)
    texts = list(paragraphs(options.files or resources.samples(), words))
    samples: dict[str, list[tuple[float, float]]] = {name: [] for name in CONTESTANTS}
    for number in range(rounds + 1):
        for name, runs in samples.items():
            runs.append(sample(name, texts))
            if number == 0 and rounds > 1:
                runs.clear()  # The first round compiles bytecode and warms the disk.
    report(samples, words)


if __name__ == "__main__":
    main()
