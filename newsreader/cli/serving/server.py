"""The server: one page, the sockets that bring it its screen, and the files that the page is made of."""

from __future__ import annotations

import asyncio
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web
from textual_serve.server import Server

from newsreader import system
from newsreader.cli.serving.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_PAGES = 8
"""Pages that are open at the same time; each is a process with an interface of its own."""

_PAGE = Path(__file__).with_name("page.html")
_SCRIPT = Path(__file__).with_name("page.js")
_RUNNING: web.AppKey[set[asyncio.Task[object]]] = web.AppKey("running", set)


def listening(port: int) -> socket.socket:
    """A socket that only this machine reaches. Raises `OSError` if the port is taken."""
    return socket.create_server(("127.0.0.1", port), reuse_port=False)


def command(options: Sequence[str] = ()) -> str:
    """What runs behind each page: for the shell, in its place, so that the process knows when the server ends."""
    words = system.command_line([sys.executable, "-m", "newsreader.cli.serving.session", *options])
    return words if sys.platform == "win32" else f"exec {words}"


def application(gate: Gate, behind: str) -> web.Application:
    """The whole server behind a gate; `behind` each page runs that command of the shell."""
    service = Server(behind, host="127.0.0.1", port=gate.port, title="newsreader")

    @web.middleware
    async def guarded(request: web.Request, handler: Any) -> web.StreamResponse:
        return await gate.pass_through(request, handler)

    async def index(request: web.Request) -> web.Response:
        page = _PAGE.read_text("utf-8").replace("SOCKET", f"ws://{request.host}/ws")
        return web.Response(text=page, content_type="text/html")

    async def script(_: web.Request) -> web.Response:
        return web.Response(text=_SCRIPT.read_text("utf-8"), content_type="text/javascript")

    async def screen(request: web.Request) -> web.StreamResponse:
        running = request.app[_RUNNING]
        if len(running) >= MOST_PAGES:
            raise web.HTTPServiceUnavailable(text=f"No more than {MOST_PAGES} pages can be open.\n")
        task = asyncio.current_task()
        assert task is not None
        running.add(task)
        try:
            return await service.handle_websocket(request)
        finally:
            running.discard(task)

    async def close(app: web.Application) -> None:
        for task in app[_RUNNING]:
            task.cancel()

    app = web.Application(middlewares=[guarded])
    app[_RUNNING] = set()
    app.add_routes(
        [
            web.get("/", index),
            web.get("/page.js", script),
            web.get("/ws", screen),
            web.get("/download/{key}", service.handle_download),
            web.static("/static", service.statics_path),
        ]
    )
    app.on_shutdown.append(close)
    return app


def serve(port: int, options: Sequence[str], opened: Callable[[str], object]) -> None:
    """Serve until ctrl+c; `opened` is told the address. Raises `OSError` if the port is taken."""
    with listening(port) as sock:
        gate = Gate(sock.getsockname()[1])
        opened(gate.address)
        web.run_app(application(gate, command(options)), sock=sock, print=None, access_log=None, shutdown_timeout=5)
