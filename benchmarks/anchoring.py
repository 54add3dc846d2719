"""How many annotations find their place again after an article was edited, and how many are led astray.

    python benchmarks/anchoring.py [FILE…] [--seed 1] [--part 1/2] [--limit N] [--short]

Each FILE is a text or a JSON Lines file whose records have a `text`; without any, the sample articles are taken. Every
article is edited in twelve ways (`anchoring_edits`), so it is known where each span went. A span survives if at least
half of its characters do, and is deleted if none does; those in between count as neither. Of the survivors, *placed*
are those put on their text, *exactly* those with both ends right, *wrong* those put elsewhere; of the deleted ones,
*attached* are those that were put anywhere at all. *newsreader, imported* is what it does where the old text is not
known, by the quote and its context alone. The times are those of all spans of one edited article, in milliseconds. A
second table has the texts that could make it slow (`anchoring_extremes`). Prints Markdown; `--short` takes 2 articles.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from anchoring_edits import KINDS, Gold, Pool, Truth, join, take_apart
from anchoring_extremes import extremes, seconds_for
from anchoring_peers import offsets_only, quote_with_context

from newsreader.alignment import Orphan, Placement, QuoteFinder, place, realign
from newsreader.annotations.anchor import CONTEXT
from newsreader.resources import samples

if TYPE_CHECKING:
    from collections.abc import Iterator

SPANS = {"name": 4, "phrase": 3, "sentence": 3, "paragraph": 1}
UNKNOWN = "newsreader, imported"
PEERS = ("offsets only", "quote with context", UNKNOWN, "newsreader")

Span = tuple[int, int]


@dataclass
class Tally:
    """What became of the spans by one method."""

    survivors: int = 0
    placed: int = 0
    exactly: int = 0
    wrong: int = 0
    deleted: int = 0
    attached: int = 0
    unscored: int = 0
    seconds: list[float] = field(default_factory=list)

    def count(self, found: Span | None, gold: Gold) -> str:
        """Take in one span, and say what went wrong, if anything."""
        if gold.survives == 0:
            self.deleted += 1
            self.attached += found is not None
            return "attached" if found else ""
        if gold.survives < 0.5:
            self.unscored += 1
            return ""
        self.survivors += 1
        if found is None:
            return "lost"
        over = min(found[1], gold.end) > max(found[0], gold.start)
        self.placed += over
        self.wrong += not over
        self.exactly += found == (gold.start, gold.end)
        return "wrong" if not over else "" if found == (gold.start, gold.end) else "inexact"

    def row(self) -> str:
        """The figures as cells of a table."""
        good, gone = max(1, self.survivors), max(1, self.deleted)
        shares = (self.placed / good, self.exactly / good, self.wrong / good, self.attached / gone)
        times = (median(self.seconds), max(self.seconds))
        return " | ".join([*(f"{100 * each:.2f}" for each in shares), *(f"{1000 * each:.1f}" for each in times)])


def texts_of(files: list[Path]) -> list[str]:
    """The articles in the files."""
    texts = []
    for file in files:
        content = file.read_text(encoding="utf-8")
        jsonl = file.suffix in (".jsonl", ".ndjson")
        texts += [json.loads(line)["text"] for line in content.splitlines()] if jsonl else [content]
    return [text for text in texts if len(text) > 300]


def spans_of(text: str, chance: random.Random) -> dict[Span, str]:
    """Spans to annotate, as people mark them, and the kind of each."""
    found: dict[str, list[Span]] = {kind: [] for kind in SPANS}
    found["name"] = [m.span() for m in re.finditer(r"\b[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)*\b", text)]
    for paragraph in take_apart(text):
        whole = [piece for sentence in paragraph for piece in sentence]
        found["paragraph"].append(_trimmed(text, whole[0].start, whole[-1].end))
        found["sentence"] += [_trimmed(text, s[0].start, s[-1].end) for s in paragraph if len(s) > 6]
        words = [piece for piece in whole if piece.text[0].isalnum()]
        for at in range(0, len(words) - 6, 3):
            found["phrase"].append((words[at].start, words[at + chance.randint(1, 5)].end))
    return {span: kind for kind, n in SPANS.items() for span in chance.sample(found[kind], min(n, len(found[kind])))}


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def pool_of(text: str) -> Pool:
    """What the edits of other articles may take from this one."""
    sentences = ["".join(piece.text for piece in each).strip() for paragraph in take_apart(text) for each in paragraph]
    return Pool(
        re.findall(r"\b[a-z]{3,}\b", text),
        re.findall(r"(?<=[a-z] )[A-Z][a-z]{2,}\b", text),
        [sentence for sentence in sentences if 30 < len(sentence) < 500],
        [text],
    )


@dataclass(frozen=True)
class Case:
    """One article edited in one way."""

    kind: str
    old: str
    new: str
    truth: Truth


def cases(texts: list[str], wanted: list[int], seed: int) -> Iterator[Case]:
    """Every article in every kind of edit."""
    pools = [pool_of(text) for text in texts]
    for number in wanted:
        others = pools[:number] + pools[number + 1 :]
        for kind, edit in KINDS.items():
            chance = random.Random(f"{seed} {kind} {texts[number][:200]}")
            document = take_apart(texts[number])
            edit(document, chance, merged(chance.sample(others, min(20, len(others)))))
            new, pieces = join(document)
            yield Case(kind, texts[number], new, Truth(pieces))


def merged(pools: list[Pool]) -> Pool:
    """One pool of several."""
    return Pool(
        [word for pool in pools for word in pool.words],
        [name for pool in pools for name in pool.names] or ["Smith"],
        [sentence for pool in pools for sentence in pool.sentences],
        [text for pool in pools for text in pool.texts],
    )


def try_case(case: Case, seed: int, tallies: dict[str, Tally], peers: tuple[str, ...]) -> Iterator[str]:
    """Place the spans of one case by each method; yields what this program got wrong."""
    spans = spans_of(case.old, random.Random(f"{seed} {case.old[:200]}"))
    for method in peers:
        tally, began = tallies[method], perf_counter()
        found = _find(method, case, list(spans))
        tally.seconds.append(perf_counter() - began)
        for (span, kind), where in zip(spans.items(), found, strict=True):
            gold = case.truth.gold(case.old, *span)
            error = tally.count(where, gold)
            if error and method == "newsreader":
                right = case.new[gold.start : gold.end]
                got = case.new[slice(*where)] if where else None
                yield f"{error} | {case.kind} | {kind} | {case.old[slice(*span)]!r} | {right!r} | {got!r}"


def _find(method: str, case: Case, spans: list[Span]) -> list[Span | None]:
    if method == "offsets only":
        return [offsets_only(case.new, *span) for span in spans]
    if method == "quote with context":
        return [quote_with_context(case.old, case.new, *span) for span in spans]
    found: list[Placement | Orphan]
    if method == UNKNOWN:
        old, finder = case.old, QuoteFinder(case.new)
        found = [finder.find(old[s:e], old[max(0, s - CONTEXT) : s], old[e : e + CONTEXT]) for s, e in spans]
    else:
        alignment = realign(case.old, case.new)
        found = [place(alignment, *span) for span in spans]
    return [None if isinstance(each, Orphan) else (each.start, each.end) for each in found]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", default="1/1", help="1/2: the first half of the articles, 2/2: the second")
    parser.add_argument("--limit", type=int, default=10**9, help="at most so many articles")
    parser.add_argument("--only", help="one method")
    parser.add_argument("--errors", action="store_true", help="list what this program got wrong")
    parser.add_argument("--short", action="store_true", help="two articles, to see that it works")
    options = parser.parse_args()
    texts = texts_of(options.files or samples())
    part, parts = map(int, options.part.split("/"))
    wanted = list(range(part - 1, len(texts), parts))[: 2 if options.short else options.limit]
    methods = (options.only,) if options.only else PEERS
    tallies = {method: Tally() for method in methods}
    kinds = {kind: Counter[str]() for kind in KINDS}
    for case in cases(texts, wanted, options.seed):
        for error in try_case(case, options.seed, tallies, methods):
            kinds[case.kind][error.split(" ")[0]] += 1
            if options.errors:
                print(error)
    one = tallies[methods[-1]]
    print(f"{len(wanted)} articles, 12 edits each, seed {options.seed}: {one.survivors:,} spans survive, ", end="")
    print(f"{one.deleted:,} are deleted, {one.unscored:,} in between.\n")
    print("| | placed % | exactly % | wrong % | deleted but attached % | ms | ms worst |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for method, tally in tallies.items():
        print(f"| {method} | {tally.row()} |")
    if options.errors:
        for kind, errors in kinds.items():
            print(kind, dict(errors))
    if not options.only:
        print("\n| text and edit | spans | without a place | ms |\n|---|--:|--:|--:|")
        for extreme in extremes(texts, short=options.short):
            seconds, orphans = seconds_for(extreme)
            print(f"| {extreme[0]} | {extreme[3]} | {orphans} | {1000 * seconds:.0f} |")


if __name__ == "__main__":
    main()
