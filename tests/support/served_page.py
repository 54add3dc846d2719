"""A page of `newsreader serve`, which highlights sentences until somebody is killed."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp

if TYPE_CHECKING:
    import random

MOST_ACTS = 5
PATIENCE = 60.0
"""Seconds within which something has to come, or to be gone."""
_CONTROL = re.compile(r"\x1b\[[0-9;?<>=]*[A-Za-z]")
_SAID = re.compile(r"Highlighted “|highlight is \w+ now")


class Page:
    """A socket as a browser has it, and what came over it."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._shown = ""

    async def press(self, key: str) -> None:
        await self._socket.send_json(["stdin", key])

    async def until(self, expected: re.Pattern[str]) -> None:
        """Wait until something is drawn that was not there when this was called last. Raises `AssertionError`."""
        try:
            async with asyncio.timeout(PATIENCE):
                while (found := expected.search(self._shown)) is None:
                    message = await self._socket.receive()
                    data = message.data if isinstance(message.data, str) else bytes(message.data or b"").decode()
                    self._shown = _CONTROL.sub("", self._shown + data)
        except TimeoutError as error:
            raise AssertionError(f"Never drawn: {expected.pattern!r}, but {self._shown!r}") from error
        self._shown = self._shown[found.end() :]


def killed(chance: random.Random) -> tuple[int, int]:
    """Serve a library of one article, and kill the server or what is behind its page while that highlights a sentence.

    Returns how many acts the page had said to be done, and how many processes are still there. Needs /proc.
    """
    return asyncio.run(_killed(chance))


async def _killed(chance: random.Random) -> tuple[int, int]:
    command = (sys.executable, "-m", "newsreader", "serve", "--port", "0")
    quiet = asyncio.subprocess.DEVNULL
    server = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, stderr=quiet)
    assert server.stdout is not None
    address = (await server.stdout.readline()).decode().strip()
    root = address.partition("/?")[0]
    acts = chance.randrange(1, MOST_ACTS)
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
        await (await client.get(address)).read()
        async with client.ws_connect(f"{root}/ws?width=80&height=24", headers={"Origin": root}) as socket:
            page = Page(socket)
            await page.until(re.compile("Quay to close"))
            await page.press("\r")
            await page.until(re.compile("The fish quay closes"))
            for _ in range(acts):
                await page.press("H")
                await page.until(_SAID)
            below = descendants(server.pid)
            # One more is under way.
            await page.press("H")
            await asyncio.sleep(chance.random() / 10)
            struck = chance.choice((server.pid, below[0]))
            os.kill(struck, signal.SIGKILL)
    if struck != server.pid:
        server.terminate()
    await server.wait()
    return acts, await _left(below)


async def _left(processes: list[int]) -> int:
    """How many of the processes have not ended in time."""
    late = time.monotonic() + PATIENCE
    while (left := sum(map(is_there, processes))) and time.monotonic() < late:
        await asyncio.sleep(0.05)
    return left


def descendants(process: int) -> list[int]:
    """The processes below one, each before those below it."""
    with suppress(FileNotFoundError):
        children = [
            int(each)
            for task in Path(f"/proc/{process}/task").iterdir()
            for each in (task / "children").read_text(encoding="ascii").split()
        ]
        return [found for child in children for found in (child, *descendants(child))]
    return []


def is_there(process: int) -> bool:
    """Whether a process is there that has not ended."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(") ")[2][0] != "Z"
    return False
