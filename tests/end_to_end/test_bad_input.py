"""What cannot be opened: one sentence and exit code 1, and a reader that reads on, and can be left, all the same."""

from __future__ import annotations

import os
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from endings import assert_given_back
from pseudo_terminal import PATIENCE, python

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Start

WESTERN = "Café closes – the council of Lyon met."


def write(content: bytes) -> Callable[[Path], str]:
    def made(folder: Path) -> str:
        path = folder / "article.txt"
        path.write_bytes(content)
        return str(path)

    return made


def show(location: str, folder: Path, piped: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Print the article, with a network that has no proxies."""
    command = [python(), "-m", "newsreader", "show", location]
    environ = os.environ | {"no_proxy": "*"}
    return subprocess.run(command, cwd=folder, input=piped, env=environ, capture_output=True, check=False)


def assert_one_sentence(done: subprocess.CompletedProcess[bytes], words: str) -> None:
    said = done.stderr.decode()
    assert (done.returncode, done.stdout) == (1, b"")
    assert said.startswith("newsreader: ")
    assert said.endswith(".\n")
    assert words in said
    assert said[:-1].isprintable()
    assert len(said) < 400


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (write(b""), "is empty"),
        (write(b" \n\t\r\n"), "has no text but blanks"),
        (write(bytes(range(256)) * 100), "is binary data"),
        (write(b"%PDF-1.7\n"), "is a PDF"),
        (write(b"\x1f\x8b\x08\x00" + bytes(50)), "is a gzip archive"),
        (lambda folder: str(folder), "is a folder"),
        (lambda folder: str(folder / "none.txt"), "There is no file"),
        (lambda folder: str(folder / ("long" * 60 + ".txt")), "There is no file"),
        (lambda folder: "long" * 3000, "could not be read (file name too long)"),
        (lambda folder: str(folder / "a\x1b]0;owned\x07.txt"), "There is no file"),
        (lambda folder: "/dev/zero", "is binary data"),
        (lambda folder: "/dev/null", "is empty"),
        (lambda folder: "", "is a folder"),
        (lambda folder: "-", "Standard input is empty"),
        (lambda folder: "http://127.0.0.1:1/page", "could not be reached"),
        (lambda folder: "http://" + "a" * 300 + "/", "a…a"),
        (lambda folder: "https://[", "is no address"),
        (lambda folder: "gopher://example.org/", "not gopher"),
    ],
)
def test_a_bad_article_is_one_sentence(made: Callable[[Path], str], words: str, tmp_path: Path) -> None:
    assert_one_sentence(show(made(tmp_path), tmp_path), words)


class Failing(BaseHTTPRequestHandler):
    """Sends some failures that reach down to the connection."""

    asked, released = threading.Event(), threading.Event()

    def do_GET(self) -> None:
        if self.path == "/silent":
            self.asked.set()
            self.released.wait(PATIENCE)
        if self.path == "/404":
            self.send_error(404)
            return
        self.send_response(302 if self.path == "/file" else 200)
        self.send_header("Location", "file:///etc/passwd")
        self.send_header("Content-Type", "image/png" if self.path == "/picture" else "text/html")
        self.send_header("Content-Length", "1000" if self.path == "/torn" else "0")
        self.end_headers()
        self.close_connection = True

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Keep the test output clean."""


@pytest.fixture
def failing() -> Iterator[str]:
    """The address of a server that fails."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Failing)
    httpd.daemon_threads = True
    threading.Thread(target=httpd.serve_forever, args=(0.01,), daemon=True).start()
    Failing.asked.clear()
    Failing.released.clear()
    yield f"http://127.0.0.1:{httpd.server_port}"
    Failing.released.set()
    httpd.shutdown()
    httpd.server_close()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("404", "answered 404 Not Found"),
        ("file", "redirects to a file address"),
        ("picture", "is a picture"),
        ("torn", "The connection to 127.0.0.1 failed"),
        ("empty", "is empty"),
    ],
)
def test_a_bad_page_is_one_sentence(path: str, words: str, failing: str, tmp_path: Path) -> None:
    assert_one_sentence(show(f"{failing}/{path}", tmp_path), words)


def test_ctrl_c_while_the_first_page_does_not_come(failing: str, start: Start) -> None:
    terminal = start(f"{failing}/silent", no_proxy="*")
    before = terminal.mode()
    terminal.until(Failing.asked.is_set)
    terminal.press("ctrl+c")
    assert terminal.wait() == 130
    assert "Interrupted." in terminal.text()
    assert_given_back(terminal, before)


def test_leaving_while_the_next_page_does_not_come(failing: str, start: Start, tmp_path: Path) -> None:
    first = tmp_path / "first.txt"
    first.write_text("The council met. THE END\n")
    terminal = start(str(first), f"{failing}/silent", no_proxy="*")
    terminal.wait_for("People")
    terminal.press("J")
    terminal.until(Failing.asked.is_set)
    terminal.press("Q")
    assert terminal.wait() == 0
    assert not Failing.released.is_set()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_of_a_short_text(encoding: str, tmp_path: Path) -> None:
    done = show(write(WESTERN.encode(encoding))(tmp_path), tmp_path)
    assert WESTERN in " ".join(done.stdout.decode().split())


def test_a_text_of_five_megabytes(tmp_path: Path) -> None:
    done = show(write(b"The council of Lyon met again.\n\n" * 160_000 + b"THE END\n")(tmp_path), tmp_path)
    assert done.returncode == 0
    assert done.stdout.rstrip().endswith(b"THE END")


def test_a_pipe_with_a_name(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=("The council of Lyon met.",))
    writer.start()
    assert b"The council of Lyon met." in show(str(path), tmp_path).stdout
    writer.join()


def test_an_article_that_does_not_come_keeps_nobody(start: Start, tmp_path: Path) -> None:
    """A pipe into which nobody writes: one can read on, and leave."""
    first, pipe = tmp_path / "first.txt", tmp_path / "pipe"
    first.write_text("The council met. THE END\n")
    os.mkfifo(pipe)
    terminal = start(str(first), str(pipe))
    terminal.wait_for("THE END")
    terminal.press("J")
    terminal.wait_for("Opening")
    terminal.press("A")
    terminal.wait_for("ctrl+s")
    terminal.press("escape")
    terminal.wait_until_gone("ctrl+s")
    terminal.press("Q")
    assert terminal.wait() == 0


def test_articles_that_change_or_vanish_while_others_are_read(start: Start, tmp_path: Path) -> None:
    first, second, third = (tmp_path / f"{name}.txt" for name in ("first", "second", "third"))
    for path in (first, second, third):
        path.write_text(f"The {path.stem} council met. END OF {path.stem}\n")
    terminal = start(str(first), str(second), str(third))
    terminal.wait_for("END OF first")
    second.unlink()
    third.write_bytes(b"%PDF-1.7")
    first.write_text("Another text altogether.\n")
    terminal.press("J")
    terminal.wait_for("There is no file")
    second.write_text("The second council is there again. END OF second\n")
    terminal.press("J")
    terminal.wait_for("END OF second")
    terminal.press("J")
    terminal.wait_for("is a PDF")
    second.unlink()
    terminal.press("K")
    terminal.wait_for("END OF first")
    terminal.press("J")
    terminal.wait_for("END OF second")
    terminal.press("H")
    terminal.press("Q")
    assert terminal.wait() == 0
