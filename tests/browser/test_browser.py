"""The reader in a real browser: it reads, clicks a name, walks, and writes a note that is in the terminal at once."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page, WebSocket

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright drives the browser")
pyte = pytest.importorskip("pyte")

CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")

PATIENCE = 60.0


class Screen:
    """What a page shows, read from what its server sends it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.on("websocket", self._opened)
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)

    def _opened(self, connection: WebSocket) -> None:
        size = parse_qs(urlsplit(connection.url).query)
        self._screen = pyte.Screen(int(size["width"][0]), int(size["height"][0]))
        self._stream = pyte.ByteStream(self._screen)
        connection.on("framereceived", self._received)

    def _received(self, payload: str | bytes) -> None:
        if isinstance(payload, bytes):
            self._stream.feed(payload)

    @property
    def text(self) -> str:
        return "\n".join(self._screen.display)

    def until(self, pattern: str) -> re.Match[str]:
        """Wait until the screen has it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := re.search(pattern, self.text):
                return found
            self.page.wait_for_timeout(50)
        pytest.fail(f"{pattern!r} never came:\n{self.text}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def click(self, pattern: str) -> None:
        """Click in the middle of what the screen has there."""
        found = self.until(pattern)
        line = self.text[: found.start()].count("\n")
        column = (found.start() + found.end()) // 2 - (self.text.rfind("\n", 0, found.start()) + 1)
        box = self.page.locator(".xterm-screen").bounding_box()
        assert box is not None
        self.page.mouse.click(
            box["x"] + (column + 0.5) * box["width"] / self._screen.columns,
            box["y"] + (line + 0.5) * box["height"] / self._screen.lines,
        )


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    folders = {f"NEWSREADER_{name}_DIR": str(tmp_path / name.lower()) for name in ("DATA", "CACHE", "CONFIG")}
    return os.environ | folders | {"HOME": str(tmp_path)}


@pytest.fixture
def address(environment: dict[str, str]) -> Iterator[str]:
    command = [sys.executable, "-m", "newsreader", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.send_signal(signal.SIGINT)
        assert server.wait(PATIENCE) == 0


@pytest.fixture
def page() -> Iterator[Page]:
    with playwright.sync_playwright() as driver:
        # As root, which the user of a container often is, Chromium has no sandbox of its own.
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 1300, "height": 760})
        browser.close()


def printed(environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "-m", "newsreader", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_an_article_is_read_walked_and_noted_in_the_browser(
    page: Page, address: str, environment: dict[str, str]
) -> None:
    elsewhere: list[str] = []
    page.on("request", lambda request: elsewhere.append(request.url) if "127.0.0.1" not in request.url else None)
    screen = Screen(page)
    page.goto(address)
    screen.until("Russia and North Korea")
    screen.click("Russia and North Korea")
    screen.press("Enter")
    screen.until(r"Vladimir Putin +\d+")
    screen.click(r"Vladimir Putin +\d+")
    screen.until(r"Vladimir Putin.*1/\d+")
    screen.press("n")
    screen.until(r"Vladimir Putin.*2/\d+")
    screen.press("A")
    screen.until("Note")
    page.keyboard.type("Written in the browser")
    screen.press("Control+s")
    screen.until("Written in the browser")
    end = time.monotonic() + PATIENCE
    while "Written in the browser" not in (said := printed(environment, "annotations", "list")):
        assert time.monotonic() < end, said
    assert elsewhere == []


def test_no_file_of_the_machine_is_opened_in_the_browser(page: Page, address: str) -> None:
    screen = Screen(page)
    page.goto(address)
    screen.until("Russia and North Korea")
    screen.press("a")
    page.keyboard.type("/etc/hosts")
    screen.until("/etc/hosts")
    screen.press("Enter")
    screen.until("cannot be opened: in the browser only the library")
    assert "localhost" not in screen.text


def test_a_page_without_the_token_shows_nothing(page: Page, address: str) -> None:
    answer = page.goto(address.partition("?")[0])
    assert answer is not None
    assert answer.status == 403
    assert "newsreader serve" in page.content()


def test_a_reader_that_ends_says_so_and_can_be_opened_again(page: Page, address: str) -> None:
    screen = Screen(page)
    page.goto(address)
    screen.until("Russia and North Korea")
    screen.press("q")
    page.wait_for_selector("body.-closed", state="attached", timeout=PATIENCE * 1000)
    page.get_by_text("Open it again").click()
    screen.until("Russia and North Korea")
