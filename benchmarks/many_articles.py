"""How fast articles are taken in and found, against notmuch and recoll, as far as they are installed.

    python benchmarks/many_articles.py [ARTICLES.jsonl …] [--count N] [--alone] [--keep FOLDER] [--short]

The articles are those of `made_up_news`. `notmuch` gets them as a maildir, `recollindex` as files, newsreader as lines
of JSON, one program after the other; of the peers only what indexes is counted. Prints a table in Markdown, with the
ratios to the peers in the same run, by the clock and by the time of the processor. Figures of what is asked in the
process are medians over words of three kinds: those in most articles, in one of a hundred, and in few, by the time of
the processor, so that a busy machine does not count; panels are the names of each category and the days of what is
listed, ten of each. With `--alone`, the peers are left out, and a million articles need no ten million files. With
`--library` nothing is taken in: it is a folder with a library of so many articles that `made_up_news.py` made. How all
this grows with the number of articles, `growing_library.py` shows.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from itertools import chain, islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from typing import TYPE_CHECKING

from made_up_news import News, library_file, name_all

from newsreader.index.found import Order
from newsreader.index.index import Index
from newsreader.index.searching import NEWEST
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.query.snippets import snippet
from newsreader.query.wording import words
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.query.conditions import Condition

ROUNDS = 7
SHELL_ROUNDS = 9
HITS = 50
SHOWN = 10
"""Names of a category in a panel."""
LOOKED_AT = 20_000
"""Articles in which words of each kind are looked for."""


def write(news: News, folder: Path, *, alone: bool) -> None:
    """The same articles as lines of JSON, as a maildir and as files."""
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(each) + "\n" for each in news)
    if alone:
        return
    for name in ("mail/cur", "mail/new", "mail/tmp", "files"):
        (folder / name).mkdir(parents=True)
    for number, each in enumerate(news):
        message = EmailMessage()
        message["From"], message["Subject"] = "news@example.org", each["title"].replace("\n", " ")
        day = datetime.fromisoformat(each["published"]).replace(tzinfo=UTC)
        message["Date"], message["Message-ID"] = format_datetime(day), f"<{each['id']}@example.org>"
        message.set_content(each["text"])
        (folder / "mail" / "cur" / f"{number}:2,").write_bytes(bytes(message))
        (folder / "files" / f"{number}.txt").write_text(f"{each['title']}\n\n{each['text']}\n", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Taken:
    """How long something took, in seconds."""

    clock: float
    processor: float


@contextmanager
def timed(into: dict[str, Taken], name: str) -> Iterator[None]:
    """Keep how long something takes that other processes do."""
    start, before = time.perf_counter(), getrusage(RUSAGE_CHILDREN)
    yield
    after = getrusage(RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    into[name] = Taken(time.perf_counter() - start, used)


def environment(folder: Path) -> dict[str, str]:
    """Folders of our own for every program, and compiled modules as an installed program has them."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
        "NEWSREADER_DATA_DIR": str(folder / "data"),
        "NEWSREADER_CACHE_DIR": str(folder / "cache"),
        "NOTMUCH_CONFIG": str(folder / "notmuch-config"),
        "RECOLL_CONFDIR": str(folder / "recoll"),
    }


def run(folder: Path, *command: str) -> None:
    """Run a command to its end."""
    subprocess.run(command, env=environment(folder), check=True, capture_output=True)


def take_in(folder: Path, *, alone: bool) -> dict[str, Taken]:
    """How long it takes until each program has all articles in and can find them by their words."""
    seconds: dict[str, Taken] = {}
    with timed(seconds, "newsreader"):
        run(folder, sys.executable, "-m", "newsreader", "add", "--from", "jsonl", str(folder / "articles.jsonl"))
    if alone:
        return seconds
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


def some_words(news: News) -> dict[str, list[str]]:
    """Five words each that stand in most articles, in about one of a hundred, and in few."""
    looked_at = [each["text"] for each in islice(news, LOOKED_AT)]
    counts = Counter(word for text in looked_at for word in {*words(text)})
    usual = [word for word, _ in counts.most_common() if word.isalpha() and len(word) > 1]
    rank = {"common": 0, "middling": 0, "rare": len(usual) - 5}
    rank["middling"] = next((n for n, word in enumerate(usual) if counts[word] * 100 < len(looked_at)), 0)
    return {name: usual[at : at + 5] for name, at in rank.items()}


def in_process(folder: Path, kinds: dict[str, list[str]]) -> Iterator[tuple[str, str, float]]:
    """The median milliseconds of what the interface would ask, by what it is and the kind of word."""
    path = library_file(folder)
    with Library.open(path) as library, Index.open(path, folder / "cache") as index:
        for kind, each in kinds.items():
            yield f"first {HITS}, newest first", f"{kind} word", _median(lambda word: _listed(index, word), each)
            yield (
                f"best {HITS}, with snippets",
                f"{kind} word",
                _median(lambda word: _ranked(library, index, word), each),
            )
            yield "count", f"{kind} word", _median(lambda word: index.search.count(_asked(word)), each)
        lists = {
            "all articles": "",
            "nearly all": f"-{kinds['rare'][0]}",
            "unread": "is:unread",
            "a month": "on:2020-05",
        }
        lists |= {f"{kind} word": each[0] for kind, each in kinds.items()}
        for which, query in lists.items():
            yield "panels", which, _median(lambda query: _panels(index, query, NEWEST), [query])
            yield "panels, all counted", which, _median(lambda query: _panels(index, query, None), [query])


def _panels(index: Index, query: str, newest: int | None) -> None:
    index.search.panels(_asked(query), SHOWN, newest=newest)


def _asked(word: str) -> Condition | None:
    return parse(word, ARTICLES).condition


def _listed(index: Index, word: str) -> None:
    index.search.articles(parse(word, ARTICLES).condition, Order.NEWEST, HITS)


def _ranked(library: Library, index: Index, word: str) -> None:
    condition = parse(word, ARTICLES).condition
    for each in index.search.articles(condition, Order.RELEVANCE, HITS):
        record = library.latest(each.id)
        assert record is not None
        snippet(condition, library.text(record.text_sha256) or "")


def _median(ask: object, chosen: list[str]) -> float:
    return median(_milliseconds(ask, word) for word in chosen for _ in range(ROUNDS))


def _milliseconds(ask: object, word: str) -> float:
    start = time.process_time()
    ask(word)  # type: ignore[operator]
    return (time.process_time() - start) * 1000


def shell(folder: Path, word: str, *, alone: bool) -> dict[str, Taken]:
    """What a search takes as a process, in the median, the programs by turns; and what starting Python takes."""
    commands = {
        "newsreader": [sys.executable, "-m", "newsreader", "search", word, "--limit", str(HITS)],
        "Python": [sys.executable, "-c", "pass"],
    }
    if shutil.which("notmuch") and not alone:
        commands["notmuch"] = ["notmuch", "search", f"--limit={HITS}", word]
    taken: dict[str, list[Taken]] = {name: [] for name in commands}
    for _ in range(SHELL_ROUNDS):
        for name, command in commands.items():
            once: dict[str, Taken] = {}
            with timed(once, name):
                run(folder, *command)
            taken[name].append(once[name])
    return {
        name: Taken(median(one.clock for one in each), median(one.processor for one in each))
        for name, each in taken.items()
    }


def taken_in(news: News, folder: Path, *, alone: bool) -> Iterator[str]:
    """The lines of the table that say how fast articles are taken in, and what that takes on the disk."""
    taken = take_in(folder, alone=alone)
    ours = taken.pop("newsreader")
    rates = ", ".join(
        f"{other.clock / ours.clock:.2f} times {name} ({other.processor / ours.processor:.2f})"
        for name, other in taken.items()
    )
    yield f"| articles taken in, a second | {news.count / ours.clock:.0f} | {rates} |"
    bytes_ = sizes(folder)
    own = bytes_.pop("newsreader")
    shares = ", ".join(f"{own / other:.2f} of {name}" for name, other in bytes_.items())
    yield f"| index of text, MB | {own / 1e6:.0f} | {shares} |"
    name_all(news, folder)
    yield f"| index with names, MB | {sizes(folder)['newsreader'] / 1e6:.0f} | |"


def asked(news: News, folder: Path, *, alone: bool) -> Iterator[str]:
    """The lines of the table that say how long answers take."""
    kinds = some_words(news)
    for what, which, milliseconds in in_process(folder, kinds):
        yield f"| {what}, {which}, ms | {milliseconds:.1f} | |"
    times = shell(folder, kinds["middling"][0], alone=alone)
    ours = times.pop("newsreader")
    ratios = ", ".join(
        f"{ours.clock / other.clock:.1f} times {name} ({ours.processor / other.processor:.1f})"
        for name, other in times.items()
    )
    yield f"| a search from the shell, ms | {ours.clock * 1000:.0f} | {ratios} |"


def main() -> None:
    """Make the articles, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="*")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--alone", action="store_true", help="without the peers")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="make all there, and leave it there")
    parser.add_argument("--library", type=Path, metavar="FOLDER", help="ask the library that is there")
    parser.add_argument("--short", action="store_true", help="300 articles, to see that it works")
    args = parser.parse_args()
    news = News(args.articles, 300 if args.short else args.count)
    print("| | newsreader | ratio to the peer (to its processor time) |\n|---|--:|---|", flush=True)
    if args.library:
        for line in asked(news, args.library, alone=True):
            print(line, flush=True)
        return
    with nullcontext(args.keep) if args.keep else tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        folder.mkdir(exist_ok=True)
        write(news, folder, alone=args.alone)
        for line in chain(*(part(news, folder, alone=args.alone) for part in (taken_in, asked))):
            print(line, flush=True)


if __name__ == "__main__":
    main()
