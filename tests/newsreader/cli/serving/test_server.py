"""Who gets in, who does not, and what becomes of the processes behind the pages."""

from __future__ import annotations

import asyncio
import os
import shlex
import socket
import sys
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import aiohttp
import pytest
from aiohttp import web

from newsreader.cli.serving import server
from newsreader.cli.serving.gate import Gate

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

READER = """
import os, sys
from pathlib import Path
from textual.app import App
from textual.widgets import Input
class Reader(App):
    def compose(self):
        yield Input()
    def on_mount(self):
        Path(sys.argv[1], str(os.getpid())).touch()
    def on_input_changed(self, event):
        Path(sys.argv[1], f"{os.getpid()}.typed").write_text(event.value)
Reader().run()
"""
"""Stands in for the reader: it leaves its number in a folder, and beside it what is typed into it."""


class Served:
    """A server that runs, and a browser's view of it."""

    def __init__(self, gate: Gate, client: aiohttp.ClientSession, folder: Path) -> None:
        self.gate = gate
        self.client = client
        self.folder = folder
        self.root = f"http://127.0.0.1:{gate.port}"
        self.cookie = {"Cookie": f"{gate.cookie}={gate.token}"}
        self.own = self.cookie | {"Origin": self.root}

    async def status(self, path: str, headers: dict[str, str], method: str = "GET") -> int:
        async with self.client.request(method, self.root + path, headers=headers, allow_redirects=False) as answer:
            return answer.status

    def socket(self, headers: dict[str, str] | None = None) -> aiohttp.client._WSRequestContextManager:
        return self.client.ws_connect(f"{self.root}/ws?width=80&height=24", headers=headers or self.own)

    @property
    def readers(self) -> list[int]:
        return sorted(int(each.name) for each in self.folder.iterdir() if each.suffix == "")


@asynccontextmanager
async def serving(folder: Path) -> AsyncIterator[Served]:
    with server.listening(0) as sock:
        gate = Gate(sock.getsockname()[1])
        behind = shlex.join([sys.executable, "-c", READER, str(folder)])
        runner = web.AppRunner(server.application(gate, behind), access_log=None, shutdown_timeout=5)
        await runner.setup()
        await web.SockSite(runner, sock).start()
        try:
            async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as client:
                yield Served(gate, client, folder)
        finally:
            await runner.cleanup()


async def until(holds: object, what: str) -> None:
    for _ in range(600):
        if holds():  # type: ignore[operator]
            return
        await asyncio.sleep(0.05)
    pytest.fail(f"never came: {what}")


def is_there(process: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False


async def test_the_address_gives_a_cookie_and_is_not_needed_again(tmp_path: Path) -> None:
    async with serving(tmp_path) as served:
        async with served.client.get(served.gate.address, allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (302, "/")
            cookie = answer.headers["Set-Cookie"]
            assert "HttpOnly" in cookie
            assert "SameSite=Strict" in cookie
        async with served.client.get(served.root, headers=served.cookie) as page:
            assert page.status == 200
            assert f"ws://127.0.0.1:{served.gate.port}/ws" in await page.text()
            assert "default-src 'none'" in page.headers["Content-Security-Policy"]
            assert served.gate.token not in await page.text()


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {}),
        ("/?token=", {}),
        ("/?token=wrong", {}),
        ("/?token=ÄÖÜ", {}),
        ("/ws", {}),
        ("/static/js/textual.js", {}),
        ("/download/1", {}),
        ("/nowhere", {}),
        ("/", {"Cookie": "newsreader-PORT=wrong"}),
        ("/", {"Cookie": "newsreader-PORT="}),
        ("/", {"Cookie": "newsreader-1=TOKEN"}),
        ("/", {"Cookie": "newsreader-PORT=TOKEN", "Host": "news.example"}),
        ("/?token=TOKEN", {"Host": "news.example:PORT"}),
        ("/?token=TOKEN", {"Host": "127.0.0.1"}),
        ("/", {"Cookie": "newsreader-PORT=TOKEN", "Origin": "http://news.example"}),
        ("/", {"Cookie": "newsreader-PORT=TOKEN", "Origin": "null"}),
        ("/", {"Cookie": "newsreader-PORT=TOKEN", "Origin": "http://127.0.0.1"}),
        ("/", {"Cookie": "newsreader-PORT=TOKEN", "Origin": "https://127.0.0.1:PORT"}),
        ("/ws?token=TOKEN", {"Origin": "http://127.0.0.1:PORT"}),
    ],
)
async def test_whoever_lacks_token_origin_or_name_is_forbidden(
    tmp_path: Path, path: str, headers: dict[str, str]
) -> None:
    async with serving(tmp_path) as served:
        gate = served.gate

        def filled(text: str) -> str:
            return text.replace("PORT", str(gate.port)).replace("TOKEN", gate.token)

        assert await served.status(filled(path), {name: filled(value) for name, value in headers.items()}) == 403


@pytest.mark.parametrize("origin", [None, "http://news.example", "null", "http://localhost:1", "http://127.0.0.1:1"])
async def test_no_other_origin_gets_a_screen(tmp_path: Path, origin: str | None) -> None:
    async with serving(tmp_path) as served:
        headers = served.cookie if origin is None else served.cookie | {"Origin": origin}
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await served.socket(headers)
    assert served.readers == []


async def test_nothing_but_the_files_of_the_page_is_served(tmp_path: Path) -> None:
    async with serving(tmp_path) as served:
        assert await served.status("/static/js/textual.js", served.cookie) == 200
        for path in (
            "/static/../server.py",
            "/static/%2e%2e/server.py",
            "/static/..%2fserver.py",
            "/static//etc/passwd",
        ):
            assert await served.status(path, served.cookie) in (403, 404)
        for path in ("/static/", "/static/js", "/download/../ws", "/download/x", "/etc/passwd"):
            assert await served.status(path, served.cookie) in (400, 403, 404)
        for method in ("POST", "PUT", "DELETE"):
            assert await served.status("/", served.cookie, method) == 405


async def test_each_page_has_a_reader_of_its_own_which_ends_with_it(tmp_path: Path) -> None:
    async with serving(tmp_path) as served:
        async with served.socket() as one, served.socket() as other:
            await until(lambda: len(served.readers) == 2, "two readers")
            await one.send_json(["stdin", "secret"])
            await until(lambda: [*tmp_path.glob("*.typed")], "what was typed")
            (typed,) = tmp_path.glob("*.typed")
            assert "secret".startswith(typed.read_text())
            await other.send_json(["ping", "1"])
            assert served.readers == sorted(
                int(each) for each in {each.name.split(".")[0] for each in tmp_path.iterdir()}
            )
        await until(lambda: not any(map(is_there, served.readers)), "the end of both readers")


async def test_no_more_pages_than_are_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "MOST_PAGES", 1)
    async with serving(tmp_path) as served, served.socket():
        with pytest.raises(aiohttp.WSServerHandshakeError, match="503"):
            await served.socket()


async def test_the_readers_end_with_the_server(tmp_path: Path) -> None:
    async with serving(tmp_path) as served:
        await served.socket()
        await until(lambda: served.readers, "a reader")
    await until(lambda: not any(map(is_there, served.readers)), "the end of the reader")


def test_the_server_is_reached_from_this_machine_alone() -> None:
    with server.listening(0) as sock:
        assert sock.family is socket.AF_INET
        assert sock.getsockname()[0] == "127.0.0.1"
        with pytest.raises(OSError, match="in use"):
            server.listening(sock.getsockname()[1])
