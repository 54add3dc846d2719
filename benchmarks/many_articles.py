"""Taking in, searching and listing names over many articles, against notmuch and recoll where they are installed.

    python benchmarks/many_articles.py [FILE…] [--count N] [--short]

The articles are made by recombining the paragraphs of those in the files, always the same ones: `.jsonl` files have
objects with “title” and “text”, others are an article each; without any, the sample articles serve. notmuch gets them
as messages of a maildir, recoll as files. All take the same articles in one run, one after the other; the table has
ratios, ours to the peer's. In-process figures are medians over the words of three kinds: those in most articles, in one
of a hundred, and in few.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from newsreader import resources, sources
from newsreader.index.found import Order
from newsreader.index.index import Index
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.query.places import places
from newsreader.query.wording import words
from newsreader.store.library import FILE_NAME, Library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHORTEST = 80
"""Characters of a paragraph that is worth recombining."""
ROUNDS = 7
SHELL_ROUNDS = 9
HITS = 50


def made_up(files: Sequence[Path], count: int) -> Iterator[dict[str, str]]:
    """So many articles, as the records of `newsreader add --from jsonl`."""
    chance = random.Random(1)
    articles = [each for file in files or resources.samples() for each in _articles(file)]
    paragraphs = [each for _, text in articles for each in text.split("\n\n") if len(each) > SHORTEST]
    for number in range(count):
        day = date(2015, 1, 1) + timedelta(days=chance.randrange(4000))
        text = "\n\n".join(chance.choices(paragraphs, k=chance.randint(3, 9)))
        title = f"{chance.choice(articles)[0]} ({number})"
        yield {"id": f"a{number}", "title": title, "published": day.isoformat(), "text": text}


def _articles(file: Path) -> Iterator[tuple[str, str]]:
    """The titles and texts in a file."""
    if file.suffix != ".jsonl":
        article = sources.load(str(file))
        yield article.metadata.title or "Untitled", article.text
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield record.get("title") or "Untitled", record["text"]


def write(records: list[dict[str, str]], folder: Path) -> None:
    """The same articles as lines of JSON, as a maildir and as files."""
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as lines:
        for each in records:
            lines.write(json.dumps(each) + "\n")
    for name in ("mail/cur", "mail/new", "mail/tmp", "files"):
        (folder / name).mkdir(parents=True)
    for number, each in enumerate(records):
        message = EmailMessage()
        message["From"], message["Subject"] = "news@example.org", each["title"].replace("\n", " ")
        day = datetime.fromisoformat(each["published"]).replace(tzinfo=UTC)
        message["Date"], message["Message-ID"] = format_datetime(day), f"<{each['id']}@example.org>"
        message.set_content(each["text"])
        (folder / "mail" / "cur" / f"{number}:2,").write_bytes(bytes(message))
        (folder / "files" / f"{number}.txt").write_text(f"{each['title']}\n\n{each['text']}\n", encoding="utf-8")


@contextmanager
def timed(into: dict[str, float], name: str) -> Iterator[None]:
    """Keep the seconds that something takes."""
    start = time.perf_counter()
    yield
    into[name] = time.perf_counter() - start


def environment(folder: Path) -> dict[str, str]:
    """Folders of our own for every program."""
    return os.environ | {
        "NEWSREADER_DATA_DIR": str(folder / "data"),
        "NEWSREADER_CACHE_DIR": str(folder / "cache"),
        "NOTMUCH_CONFIG": str(folder / "notmuch-config"),
        "RECOLL_CONFDIR": str(folder / "recoll"),
    }


def run(folder: Path, *command: str) -> None:
    """Run a command to its end."""
    subprocess.run(command, env=environment(folder), check=True, capture_output=True)


def take_in(folder: Path) -> dict[str, float]:
    """Seconds until each program has all articles in and can find them by their words."""
    seconds: dict[str, float] = {}
    with timed(seconds, "newsreader"):
        run(folder, sys.executable, "-m", "newsreader", "add", "--from", "jsonl", str(folder / "articles.jsonl"))
    if shutil.which("notmuch"):
        (folder / "notmuch-config").write_text(
            f"[database]\npath={folder / 'mail'}\n[user]\nname=x\nprimary_email=x@example.org\n[new]\ntags=\n"
        )
        with timed(seconds, "notmuch"):
            run(folder, "notmuch", "new", "--quiet")
    if shutil.which("recollindex"):
        (folder / "recoll").mkdir()
        (folder / "recoll" / "recoll.conf").write_text(f"topdirs = {folder / 'files'}\nindexStoreDocText = 0\n")
        with timed(seconds, "recoll"):
            run(folder, "recollindex", "-z")
    return seconds


def size(path: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    return sum(each.stat().st_size for each in ([path] if path.is_file() else path.rglob("*")) if each.is_file())


def sizes(folder: Path) -> dict[str, int]:
    """Bytes of each index."""
    found = {
        "newsreader": size(folder / "cache" / "index.db"),
        "notmuch": size(folder / "mail" / ".notmuch"),
        "recoll": size(folder / "recoll" / "xapiandb"),
    }
    return {name: bytes_ for name, bytes_ in found.items() if bytes_}


def some_words(records: list[dict[str, str]]) -> dict[str, list[str]]:
    """Five words each that stand in most articles, in about one of a hundred, and in few."""
    counts = Counter(word for each in records for word in {*words(each["text"])})
    usual = [word for word, _ in counts.most_common() if word.isalpha() and len(word) > 1]
    rank = {"common": 0, "middling": 0, "rare": len(usual) - 5}
    rank["middling"] = next((n for n, word in enumerate(usual) if counts[word] * 100 < len(records)), 0)
    return {name: usual[at : at + 5] for name, at in rank.items()}


def in_process(folder: Path, kinds: dict[str, list[str]]) -> Iterator[tuple[str, str, float]]:
    """The median milliseconds of what the interface would ask, by what it is and the kind of word."""
    path = folder / "data" / FILE_NAME
    with Library.open(path) as library, Index.open(path, folder / "cache") as index:
        for kind, each in kinds.items():
            yield f"first {HITS}, newest first", kind, _median(lambda word: _listed(index, word), each)
            yield f"best {HITS}, with snippets", kind, _median(lambda word: _ranked(library, index, word), each)
            yield "count", kind, _median(lambda word: index.search.count(_asked(word)), each)


def _asked(word: str) -> object:
    return parse(word, ARTICLES).condition


def _listed(index: Index, word: str) -> None:
    index.search.articles(parse(word, ARTICLES).condition, Order.NEWEST, HITS)


def _ranked(library: Library, index: Index, word: str) -> None:
    condition = parse(word, ARTICLES).condition
    for each in index.search.articles(condition, Order.RELEVANCE, HITS):
        record = library.latest(each.id)
        assert record is not None
        next(places(condition, library.text(record.text_sha256) or ""), None)


def _median(ask: object, chosen: list[str]) -> float:
    return median(_milliseconds(ask, word) for word in chosen for _ in range(ROUNDS))


def _milliseconds(ask: object, word: str) -> float:
    start = time.perf_counter()
    ask(word)  # type: ignore[operator]
    return (time.perf_counter() - start) * 1000


def shell(folder: Path, word: str) -> dict[str, float]:
    """The median milliseconds of a search as a process, the programs by turns."""
    commands = {"newsreader": [sys.executable, "-m", "newsreader", "search", word, "--limit", str(HITS)]}
    if shutil.which("notmuch"):
        commands["notmuch"] = ["notmuch", "search", f"--limit={HITS}", word]
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(SHELL_ROUNDS):
        for name, command in commands.items():
            start = time.perf_counter()
            run(folder, *command)
            taken[name].append((time.perf_counter() - start) * 1000)
    return {name: median(each) for name, each in taken.items()}


def report(folder: Path, records: list[dict[str, str]]) -> Iterator[str]:
    """The table, line by line as soon as a figure is there."""
    yield "| | newsreader | ratio to the peer |\n|---|--:|---|"
    seconds = take_in(folder)
    ours = seconds.pop("newsreader")
    rates = ", ".join(f"{other / ours:.2f} times {name}" for name, other in seconds.items())
    yield f"| articles taken in, a second | {len(records) / ours:.0f} | {rates} |"
    bytes_ = sizes(folder)
    own = bytes_.pop("newsreader")
    shares = ", ".join(f"{own / other:.2f} of {name}" for name, other in bytes_.items())
    yield f"| index, MB | {own / 1e6:.0f} | {shares} |"
    kinds = some_words(records)
    for what, kind, taken in in_process(folder, kinds):
        yield f"| {what}, {kind} word, ms | {taken:.1f} | |"
    taken = shell(folder, kinds["middling"][0])
    times = f"{taken['newsreader'] / taken['notmuch']:.1f} times notmuch" if "notmuch" in taken else ""
    yield f"| a search from the shell, ms | {taken['newsreader']:.0f} | {times} |"


def main() -> None:
    """Make the articles, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=Path, nargs="*")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--short", action="store_true", help="300 articles, to see that it works")
    args = parser.parse_args()
    records = [*made_up(args.articles, 300 if args.short else args.count)]
    with tempfile.TemporaryDirectory() as folder:
        write(records, Path(folder))
        for line in report(Path(folder), records):
            print(line, flush=True)


if __name__ == "__main__":
    main()
