"""How long feeds take: to be refreshed for the first time, and when nothing is new, beside newsboat and sfeed.

    python benchmarks/feeds.py [FEEDS] [ENTRIES] [--words N] [--rounds N] [--short]

Made-up feeds come from a server on the loopback, a process of its own, in three ways: without any validator; with an
`ETag`, so that it answers 304; and with another date of building each time, so that the bytes are others and nothing is
new. Each program keeps what it gets as it does by itself: newsreader in its library and full-text index, newsboat in
its cache, which it does not search by words. They take turns; the table has the medians by the clock and, which says
more on a busy machine, of the processor, and what they are of newsboat’s. Parsing alone is compared with sfeed, which
writes lines to a pipe. Programs that are not installed are left out.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import Process
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from newsreader.sources.feeds.parse import parse
from newsreader.store.feeds import FeedSettings, FullArticle
from newsreader.store.library import FILE_NAME, Library

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WORDS = (
    "the minister said on Tuesday that talks in Geneva would go on until a deal on grain exports is signed by both "
    "governments while police in Lyon opened an inquiry into the fire at the harbour and Karin Ahlstrom of Nordbank "
    "resigned after shares fell nine per cent"
).split()
ATOM = "http://www.w3.org/2005/Atom"
WAYS = ("plain", "304", "rebuilt")


def made_feed(number: int, entries: int, words: int) -> bytes:
    """A feed of that number: three of four are RSS, one is Atom."""
    chance = random.Random(number)

    def text(count: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(count))

    parts = []
    for each in range(entries):
        title, body = text(8).title(), escape("".join(f"<p>{text(50)}.</p>" for _ in range(max(1, words // 50))))
        link, day = f"http://127.0.0.1/{number}/{each}.html", each % 28 + 1
        if number % 4:
            parts.append(
                f"<item><title>{title}</title><link>{link}</link><guid isPermaLink='false'>{number}-{each}</guid>"
                f"<pubDate>{day:02} Feb 2026 10:00:00 GMT</pubDate><description>{body}</description></item>"
            )
        else:
            parts.append(
                f"<entry><title>{title}</title><link href='{link}'/><id>urn:{number}-{each}</id>"
                f"<updated>2026-02-{day:02}T10:00:00Z</updated><content type='html'>{body}</content></entry>"
            )
    inside = f"<title>Feed {number}</title>{{built}}" + "\n".join(parts)
    if number % 4:
        return f"<?xml version='1.0'?><rss version='2.0'><channel>{inside}</channel></rss>".encode()
    return f"<?xml version='1.0'?><feed xmlns='{ATOM}'><id>urn:{number}</id>{inside}</feed>".encode()


def serve(feeds: list[bytes], port_file: Path) -> None:
    """Serve the feeds, each in all ways, until the process is ended."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            _, way, number = self.path.split("/")
            etag = f'"{number}"' if way == "304" else ""
            built = f"<updated>{time.time_ns()}</updated>" if way == "rebuilt" else ""
            is_known = bool(etag) and self.headers["If-None-Match"] == etag
            data = b"" if is_known else feeds[int(number)].replace(b"{built}", built.encode(), 1)
            self.send_response(304 if is_known else 200)
            if etag:
                self.send_header("ETag", etag)
            self.send_header("Content-Type", "application/xml")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    port_file.with_suffix(".part").write_text(str(server.server_port), encoding="utf-8")
    port_file.with_suffix(".part").rename(port_file)
    server.serve_forever()


@dataclass(slots=True)
class Peer:
    """A program that is measured: its command, and the seconds of its runs."""

    command: list[str]
    first: list[Seconds] = field(default_factory=list)
    again: list[Seconds] = field(default_factory=list)


class Seconds(NamedTuple):
    """How long something took."""

    clock: float
    processor: float


def seconds(command: list[str], environment: dict[str, str]) -> Seconds:
    """Run a command to its end."""
    start, before = time.perf_counter(), _of_processes()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return Seconds(time.perf_counter() - start, _of_processes() - before)


def _of_processes() -> float:
    """Seconds of the processor of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measured(folder: Path, addresses: list[str], rounds: int) -> dict[str, Peer]:
    """Refresh the feeds at these addresses for the first time and again, so many times, with each program in turn."""
    peers = {"newsreader": Peer([sys.executable, "-m", "newsreader", "refresh", "--since-hours", "0", "--quiet"])}
    if shutil.which("newsboat"):
        peers["newsboat"] = Peer(["newsboat", "-x", "reload"])
    for number in range(rounds):
        for name, peer in peers.items():
            home = folder / f"{name}-{number}"
            environment, command = prepared(home, name, peer.command, addresses)
            peer.first.append(seconds(command, environment))
            peer.again.append(seconds(command, environment))
            shutil.rmtree(home)
    return peers


def prepared(home: Path, name: str, command: list[str], addresses: list[str]) -> tuple[dict[str, str], list[str]]:
    """Subscribe to the feeds in a new home, and return the environment and the command of a refresh there."""
    home.mkdir()
    environment = {**os.environ, "HOME": str(home), "NEWSREADER_CACHE_DIR": str(home), "NEWSREADER_DATA_DIR": str(home)}
    if name == "newsboat":
        (home / "urls").write_text("\n".join(addresses), encoding="utf-8")
        return environment, [*command, "-u", str(home / "urls"), "-c", str(home / "cache.db"), "-C", os.devnull]
    with Library.open(home / FILE_NAME) as library, library.writing() as unit:
        for each in addresses:
            unit.feeds.add(each, FeedSettings(full_article=FullArticle.NEVER))
    return environment, command


def parsing(folder: Path, feeds: list[bytes], rounds: int) -> dict[str, list[float]]:
    """Seconds of the processor to parse all feeds."""
    peers: dict[str, Callable[[], object]] = {
        "newsreader": lambda: [parse(each, name="feed", url="http://127.0.0.1/") for each in feeds]
    }
    if shutil.which("sfeed"):
        files = [folder / f"{number}.xml" for number in range(len(feeds))]
        for file, data in zip(files, feeds, strict=True):
            file.write_bytes(data)
        peers["sfeed"] = lambda: [_piped(file) for file in files]
    times: dict[str, list[float]] = {name: [] for name in peers}
    for _ in range(rounds):
        for name, run in peers.items():
            before = time.process_time() + _of_processes()
            run()
            times[name].append(time.process_time() + _of_processes() - before)
    return times


def _piped(file: Path) -> None:
    with file.open("rb") as stream:
        subprocess.run(["sfeed"], stdin=stream, stdout=subprocess.PIPE, check=True)


def row(what: str, mine: list[float], other: list[float] | None) -> str:
    """A row of the table."""
    return f"| {what} | {_beside(mine, other)} |"


def row_of_both(what: str, mine: list[Seconds], other: list[Seconds] | None) -> str:
    """A row of the table, by the clock and of the processor."""
    pairs = zip(zip(*mine, strict=True), zip(*other, strict=True) if other else (None, None), strict=True)
    return f"| {what} | {' | '.join(_beside(ours, others) for ours, others in pairs)} |"


def _beside(mine: Sequence[float], other: Sequence[float] | None) -> str:
    ours = median(mine)
    return f"{ours:.2f} | {median(other):.2f} | {ours / median(other):.2f}" if other else f"{ours:.2f} | |"


def main() -> None:
    """Serve feeds, refresh them, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("feeds", nargs="?", type=int, default=20)
    parser.add_argument("entries", nargs="?", type=int, default=950)
    parser.add_argument("--words", type=int, default=150, help="of an entry")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--short", action="store_true", help="two feeds, to see that it works")
    options = parser.parse_args()
    count, entries, rounds = (2, 10, 1) if options.short else (options.feeds, options.entries, options.rounds)
    feeds = [made_feed(number, entries, options.words) for number in range(count)]
    os.environ["no_proxy"] = "*"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = Process(target=serve, args=(feeds, folder / "port"), daemon=True)
        server.start()
        while not (folder / "port").exists():
            time.sleep(0.01)
        host = f"http://127.0.0.1:{(folder / 'port').read_text(encoding='utf-8')}"
        size = sum(map(len, feeds)) / 1024**2
        print(f"{count} feeds with {count * entries:,} entries of {options.words} words, {size:.1f} MB.\n")
        print("| seconds | newsreader | newsboat | ratio | of the processor | newsboat | ratio |")
        print("|---|--:|--:|--:|--:|--:|--:|")
        for way in WAYS:
            peers = measured(folder, [f"{host}/{way}/{number}" for number in range(count)], rounds)
            newsboat = peers.get("newsboat")
            if way == "plain":
                print(row_of_both("the first time", peers["newsreader"].first, newsboat and newsboat.first))
            what = {"plain": "the same bytes", "304": "304", "rebuilt": "other bytes"}[way]
            print(row_of_both(f"nothing new, {what}", peers["newsreader"].again, newsboat and newsboat.again))
        times = parsing(folder, feeds, rounds)
        print("\n| of the processor | newsreader | sfeed | ratio |\n|---|--:|--:|--:|")
        print(row("parsing", times["newsreader"], times.get("sfeed")))
        server.terminate()


if __name__ == "__main__":
    main()
