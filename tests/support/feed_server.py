"""A server of feeds on the loopback that counts what it is asked, and misbehaves in every way that servers do."""

from __future__ import annotations

import gzip
import threading
from collections import Counter
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "The ferry to the islands was late again on Tuesday, and nobody on the quay was told why it was. " * 8


def item(number: int, *, text: str = TEXT, link: str = "") -> str:
    """An item of RSS."""
    address = f"<link>{link}</link>" if link else ""
    return (
        f"<item><title>Ferry {number}</title>{address}<guid isPermaLink='false'>g{number}</guid>"
        f"<pubDate>Sun, 01 Feb 2026 10:00:00 GMT</pubDate><description>{text}</description></item>"
    )


def rss(*items: str, title: str = "Ferry news") -> bytes:
    """A feed with these items."""
    channel = f"<title>{title}</title>{''.join(items)}"
    return f"<?xml version='1.0'?><rss version='2.0'><channel>{channel}</channel></rss>".encode()


class FeedServer(ThreadingHTTPServer):
    """Serves `feeds` by their paths, and what `answers` has for the others."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.feeds: dict[str, bytes] = {}
        self.asked: Counter[str] = Counter()
        self.headers: dict[str, dict[str, str]] = {}
        self.busy = self.most_busy = 0
        self.lock = threading.Lock()
        self.released = threading.Event()
        self.hold = threading.Event()
        self.hold.set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep the test output clean of clients that hang up."""


class _Handler(BaseHTTPRequestHandler):
    server: FeedServer

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        with self.server.lock:
            self.server.asked[path] += 1
            self.server.headers[path] = dict(self.headers.items())
            self.server.busy += 1
            self.server.most_busy = max(self.server.most_busy, self.server.busy)
        try:
            self.server.hold.wait(30)
            if path in self.server.feeds:
                self._feed(self.server.feeds[path])
            else:
                getattr(self, f"answer_{path.strip('/').replace('-', '_')}", self.answer_404)()
        finally:
            with self.server.lock:
                self.server.busy -= 1

    def _feed(self, data: bytes) -> None:
        etag = f'"{hash(data)}"'
        if self.headers["If-None-Match"] == etag:
            self.send(b"", 304)
        else:
            suffix = self.path.rpartition(".")[2]
            self.send(data, kind={"html": "text/html", "txt": "text/plain"}.get(suffix, "application/xml"), ETag=etag)

    def send(self, data: bytes, status: int = 200, kind: str = "application/rss+xml", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(data)

    def redirect(self, target: str, status: int = 302) -> None:
        self.send(b"", status, Location=target)

    def answer_404(self) -> None:
        self.send(b"not here", 404)

    def answer_gone(self) -> None:
        self.send(b"gone", 410)

    def answer_broken(self) -> None:
        self.send(b"oops", 500)

    def answer_wait_seconds(self) -> None:
        self.send(b"", 429, Retry_After="7200")

    def answer_wait_moment(self) -> None:
        self.send(b"", 503, Retry_After="Fri, 01 Jan 2100 00:00:00 GMT")

    def answer_wait_nonsense(self) -> None:
        self.send(b"", 429, Retry_After="soon")

    def answer_wait_minus(self) -> None:
        self.send(b"", 503, Retry_After="Sat, 01 Jan 2000 00:00:00 GMT")

    def answer_moved(self) -> None:
        self.redirect("/real.xml", 301)

    def answer_moved_308(self) -> None:
        self.redirect("/moved", 308)

    def answer_elsewhere(self) -> None:
        self.redirect("/real.xml", 302)

    def answer_moved_then_elsewhere(self) -> None:
        self.redirect("/elsewhere", 301)

    def answer_loop(self) -> None:
        self.redirect("/loop", 301)

    def answer_to_file(self) -> None:
        self.redirect("file:///etc/passwd", 301)

    def answer_to_ftp(self) -> None:
        self.redirect("ftp://127.0.0.1/feed", 302)

    def answer_to_nothing(self) -> None:
        self.send(b"", 302)

    def answer_packed(self) -> None:
        self.send(gzip.compress(rss(item(1))), Content_Encoding="gzip")

    def answer_bomb(self) -> None:
        self.send(gzip.compress(bytes(40_000_000)), Content_Encoding="gzip")

    def answer_laughs(self) -> None:
        levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
        self.send(f'<!DOCTYPE rss [<!ENTITY e0 "ha">{levels}]>'.encode() + rss(item(1, text="&e11;"))[21:])

    def answer_huge(self) -> None:
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):
            for _ in range(400):
                self.wfile.write(b"<item>" * 10_000)

    def answer_declared(self) -> None:
        self.send(b"", Content_Length="99999999999")

    def answer_cut(self) -> None:
        self.send(rss(item(1)), Content_Length="100000")
        self.close_connection = True

    def answer_short_length(self) -> None:
        self.send(rss(item(1)), Content_Length="100")

    def answer_page(self) -> None:
        self.send(b"<!doctype html><title>Log in</title><p>Log in.", kind="text/html")

    def answer_wrong_type(self) -> None:
        self.send(rss(item(1)), kind="image/png")

    def answer_empty(self) -> None:
        self.send(b"")

    def answer_picture(self) -> None:
        self.send(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), kind="image/png")

    def answer_hangs_up(self) -> None:
        self.close_connection = True

    def answer_other_protocol(self) -> None:
        self.wfile.write(b"220 ftp.example.org ready\r\n")
        self.close_connection = True

    def answer_silent(self) -> None:
        self.server.released.wait(30)

    def answer_trickle(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\n")
        with suppress(OSError):
            while not self.server.released.wait(0.005):
                self.wfile.write(b"X-More: x\r\n")

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Keep the test output clean."""


@contextmanager
def served() -> Iterator[FeedServer]:
    """A server that runs for the length of the block."""
    server = FeedServer()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.hold.set()
        server.released.set()
        server.shutdown()
        server.server_close()
