"""How long the reader takes from a key to the end of the frame, in a short and in a very long text.

Run `python benchmarks/frames.py [--words 1000000] [--keys 20] [--rounds 5]`. The whole reader runs in a pseudo-terminal
of 120 × 45, with made-up text and a made-up analysis that it finds in its cache; the keys are interleaved. A figure is
the time until the last frame that a key brings about is written, once as a ratio of medians to the floor and once in
milliseconds; the processor time beside it is that of the key alone, whatever else the machine does. The *floor* is a
minimal Textual app that paints a screenful of other text at each key.

*Line* moves the place alone, *line at the edge* the text as well. *Select an entity* goes to the next mention of
another entity and marks all of that entity's; *jump* and *search step* go to the next match. *Resize* is another width
of the terminal, which wraps the article anew. *Search* is from the second of two letters that stand everywhere to the
count of their hits, to a letter typed right behind, and from the first of them, or a word that stands at the end alone,
to the frame in which a hit is marked.
Memory is what is resident of the reader's own process, without a model, after going through the text.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

import made_up
from pseudo_terminal import Answer, Terminal

from newsreader.analysis.cache import AnalysisCache
from newsreader.entities import pipeline
from newsreader.sources import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COLUMNS, ROWS = 120, 45
SHORT = 10_000
HEADING, LAST = "Commencement", "Culmination"
HIT = b"48;2;242;208;107"
"""How the current hit of a search is marked in the dark theme."""
FLOOR = """
from textual.app import App
from textual.strip import Strip
from textual.widget import Widget
from rich.segment import Segment
class Page(Widget, can_focus=True):
    turn = 0
    def render_line(self, y):
        return Strip([Segment(("floor " * 20)[self.turn % 6:].ljust(self.size.width)[:self.size.width])])
    def on_key(self):
        self.turn += 1
        self.refresh()
class Floor(App):
    def compose(self):
        yield Page()
Floor().run()
"""
KEYS = {"line": b"j", "page": b" ", "line at the edge": b"k", "select an entity": b"]", "jump": b"n"}


@dataclass(frozen=True, slots=True)
class Case:
    """One text with its mentions."""

    words: int
    mentions: int

    @property
    def title(self) -> str:
        """What the table calls it."""
        return f"{self.words:,} words, {self.mentions:,} mentions"


class Desk:
    """A folder with articles, analyses of them and a pipeline that is none, so that nothing is ever analysed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._model = folder / "model"
        self._model.mkdir()
        (self._model / "config.cfg").touch()
        (self._model / "meta.json").write_text(json.dumps({"lang": "xx", "name": "none", "version": "1"}))

    def reader(self, case: Case) -> Terminal:
        """Start the reader with the mentions of `case`, or without a model if there are to be none."""
        file = self._folder / f"{case.words}.txt"
        if not file.exists():
            file.write_text(f"The {HEADING}\n\n{made_up.text(case.words)}\n\nThe {LAST}\n", encoding="utf-8")
        place = self._folder / f"{case.words} {case.mentions}"
        environ = terminal_environment()
        environ |= {f"NEWSREADER_{name}_DIR": str(place / name.lower()) for name in ("DATA", "CACHE", "CONFIG")}
        if case.mentions:
            article = load(str(file))
            key = pipeline.find(str(self._model)).key
            AnalysisCache(place / "cache").put(article, key, made_up.analysis(article, case.mentions))
        model = str(self._model) if case.mentions else "none"
        command = [sys.executable, "-m", "newsreader", "read", "--model", model, str(file)]
        return Terminal(command, environ, columns=COLUMNS, rows=ROWS)


def terminal_environment() -> dict[str, str]:
    """The environment of a program in a terminal with all colours."""
    environ = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return environ


@dataclass(frozen=True, slots=True)
class Sample:
    """What one key took: seconds until the frame is there, and seconds of processor time where that can be told."""

    seconds: float
    processor: float | None = None

    @classmethod
    def of(cls, answer: Answer) -> Sample:
        """All that a key brought about."""
        return cls(answer.last, answer.processor)


Samples = dict[str, list[Sample]]


def press_keys(terminal: Terminal, keys: int) -> Iterator[tuple[str, Sample]]:
    """Time each key, from the top on, so that there is somewhere to go."""
    terminal.send(b"g")
    terminal.settle(0.2)
    for name, key in KEYS.items():
        for _ in range(keys):
            yield name, Sample.of(terminal.press(key))


def search(terminal: Terminal, keys: int) -> Iterator[tuple[str, Sample]]:
    """Time searches and steps through their hits."""
    first, second = (letter.encode() for letter in made_up.COMMON)
    for _ in range(max(1, keys // 10)):
        terminal.press(b"/")
        terminal.press_until(first, b"found")
        yield "search, count", Sample(terminal.press_until(second, b" found"))
        terminal.press(b"\x1b")
        terminal.press(b"/")
        terminal.press_until(first, b"found")
        terminal.send(second)
        yield "search, key behind", Sample(terminal.press_until(b"x", f"{made_up.COMMON}x".encode()))
        terminal.settle(0.3)
        terminal.press(b"\x1b")
        terminal.press(b"/")
        terminal.press_until(first, b"found")
        terminal.press_until(second, b" found")
        terminal.press(b"\r")
        for _ in range(10):
            yield "search step", Sample.of(terminal.press(b"n"))
        terminal.press(b"\x1b")


def first_hits(terminal: Terminal, keys: int) -> Iterator[tuple[str, Sample]]:
    """Time searches from what is typed to the frame with the first hit: of letters that are everywhere, of the end."""
    pasted = f"\x1b[200~{LAST}\x1b[201~".encode()
    for _ in range(max(1, keys // 10)):
        for name, typed in (("search, first hit", made_up.COMMON[:1].encode()), ("search, hit at the end", pasted)):
            terminal.press(b"/")
            terminal.settle(0.2)
            yield name, Sample(terminal.press_until(typed, HIT))
            terminal.settle(0.3)
            terminal.press(b"\x1b")
            terminal.settle(0.2)


def resize(terminal: Terminal, keys: int) -> Iterator[tuple[str, Sample]]:
    """Time resizes, to the first frame and to the last, which has the panels and the status line as well."""
    for _, columns in zip(range(max(1, keys // 10) * 4), cycle((100, 118, 110, COLUMNS)), strict=False):
        answer = terminal.time(lambda wide=columns: terminal.resize(wide, ROWS))
        yield "resize, first frame", Sample(answer.first)
        yield "resize", Sample.of(answer)


def measure(cases: Sequence[Case], desk: Desk, keys: int, rounds: int) -> dict[str, Samples]:
    """Measure all cases and the floor in turn."""
    samples: dict[str, Samples] = defaultdict(lambda: defaultdict(list))
    with ExitStack() as open_terminals:
        floor = Terminal([sys.executable, "-c", FLOOR], terminal_environment(), columns=COLUMNS, rows=ROWS)
        open_terminals.enter_context(floor).wait_for(b"floor")
        readers = [(case, open_terminals.enter_context(desk.reader(case))) for case in cases]
        for _, terminal in readers:
            terminal.wait_for(b"Name ")
            terminal.settle()
        for _ in range(rounds):
            samples["floor"]["key"] += [Sample.of(floor.press(b"x")) for _ in range(keys)]
            for name, sample in resize(floor, keys):
                samples["floor"][name].append(sample)
            for case, terminal in readers:
                for part in (press_keys, search, first_hits, resize):
                    for name, sample in part(terminal, keys):
                        samples[case.title][name].append(sample)
    return samples


def memory(desk: Desk, words: int) -> float:
    """Megabytes of the reader when it has shown a text without a model."""
    with desk.reader(Case(words, 0)) as terminal:
        terminal.wait_for(HEADING.encode())
        for key in (b"G", b"g", b" ", b" "):
            terminal.press(key)
        terminal.settle()
        return terminal.resident


def percentile_95(values: Sequence[float]) -> float:
    """The 95th percentile; of one value itself."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def middle(samples: Sequence[Sample]) -> float:
    """The median in seconds."""
    return median(each.seconds for each in samples)


def row(name: str, samples: Sequence[Sample], floor: float) -> str:
    """Write one line of the table."""
    processor = [each.processor for each in samples if each.processor is not None]
    used = f"{median(processor) * 1e3:.1f}" if processor else ""
    times = [each.seconds for each in samples]
    figures = f"{median(times) / floor:.1f} | {median(times) * 1e3:.1f} | {percentile_95(times) * 1e3:.1f}"
    return f"| {name} | {figures} | {used} |"


def report(samples: dict[str, Samples]) -> str:
    """Write ratios to the floor and milliseconds as a Markdown table, and what length costs."""
    floor = middle(samples["floor"]["key"])
    title = f"key to end of frame, {COLUMNS} × {ROWS}"
    rows = [f"| {title} | times the floor | median, ms | 95 %, ms | processor, ms |", "|---|---|---|---|---|"]
    rows += [row(f"{case}: {name}", each, floor) for case, found in samples.items() for name, each in found.items()]
    small, large = (found for case, found in list(samples.items())[1:3])
    ratios = ", ".join(f"{name} {middle(large[name]) / middle(small[name]):.2f}" for name in (*KEYS, "search step"))
    return "\n".join([*rows, "", f"The second of these texts against the first: {ratios}."])


def main() -> None:
    """Read the options, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=1_000_000, help="length of the long text (1,000,000)")
    parser.add_argument("--keys", type=int, default=20, help="how often each key is pressed in a round (20)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds over all of them, interleaved (5)")
    parser.add_argument("--short", action="store_true", help="only show that it works")
    options = parser.parse_args()
    words, keys, rounds = (20_000, 2, 1) if options.short else (options.words, options.keys, options.rounds)
    cases = [Case(SHORT, SHORT // 100), Case(words, words // 100), Case(words, words * 9 // 100)]
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        print(report(measure(cases, desk, keys, rounds)))
        used, little = memory(desk, words), memory(desk, SHORT)
    print(f"\nMemory without a model: {used:.0f} MB, {used / little:.2f} times that at {SHORT:,} words.")


if __name__ == "__main__":
    main()
