"""What leaves the reader goes where it should, and only when asked."""

from __future__ import annotations

import base64
import os
import sys
from contextlib import nullcontext
from types import SimpleNamespace
from webbrowser import GenericBrowser

import pytest

from newsreader.config import Config
from tui.base.clipboard import LONGEST, copy_locally, for_tmux, local_command
from tui.reader.controllers.programs import quotation, source_url


async def test_the_sentence_is_copied(app):
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}", "y")
        assert app.clipboard.startswith("OSLO: Mayor Ingrid Solheim")
        assert app.clipboard.endswith("ten more years.")
        assert "Copied" in app.screen.context.status.notice


async def test_the_selection_is_copied_as_a_quotation_with_its_source(app):
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}", "v", "e", "Y")
        assert app.clipboard == (
            "“OSLO”\n— Harbour town votes to keep its ferry, Harbour News · Oslo · 17 September 2024, https://example.org/f"
        )
        assert not app.screen.context.selecting


async def test_what_is_too_long_for_terminals_is_not_copied(app_with, make_article):
    app = app_with(load=lambda _: make_article("Title", "word " * (LONGEST // 5 + 1) + "end."))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}", "y")
        assert "too long" in app.screen.context.status.notice
        assert app.clipboard == ""


def test_tmux_is_asked_to_pass_the_clipboard_on():
    sequence = for_tmux("Kalvøy".encode())
    assert sequence.startswith("\x1bPtmux;\x1b\x1b]52;c;")
    assert sequence.endswith("\a\x1b\\")
    assert base64.b64decode(sequence.partition("c;")[2].partition("\a")[0]).decode() == "Kalvøy"


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch):
    """Leave the clipboard of whoever runs the tests alone."""
    monkeypatch.setenv("SSH_CONNECTION", "somewhere")


@pytest.fixture
def desktop(tmp_path, monkeypatch):
    """A desktop whose clipboard is a file."""
    tool = tmp_path / "xclip"
    tool.write_text(f"#!/bin/sh\ncat > {tmp_path}/clipboard\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    for name in ("WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "clipboard"


@pytest.mark.skipif(sys.platform != "linux", reason="the desktop is made up for Linux")
async def test_the_desktop_s_clipboard_gets_it_too_and_what_is_too_long_gets_there_alone(
    app_with, make_article, desktop
):
    long = "word " * (LONGEST // 5 + 1) + "end."
    app = app_with(load=lambda _: make_article("Title", "Short.", long))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}", "y")
        await app.workers.wait_for_complete()
        assert desktop.read_text() == app.clipboard == "Short."
        assert app.screen.context.status.notice == "Copied 6 characters: Short."
        await pilot.press("}", "y")
        await app.workers.wait_for_complete()
        assert desktop.read_text() == long
        assert app.clipboard == "Short."
        assert app.screen.context.status.notice.startswith(f"Copied {len(long):,} characters: word")


@pytest.mark.parametrize(
    ("platform", "command", "encoding"), [("win32", "clip.exe", "utf-16-le"), ("darwin", "pbcopy", "utf-8")]
)
def test_each_desktop_gets_the_text_as_it_reads_it(monkeypatch, platform, command, encoding):
    given = []

    def run(words, **options):
        given.append((words, options["input"], (options["env"] or {}).get("LC_CTYPE")))
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr("tui.base.clipboard.shutil.which", lambda name: name)
    monkeypatch.setattr("tui.base.clipboard.subprocess.run", run)
    assert copy_locally(local_command({}), "Ærø")
    assert given == [([command], "Ærø".encode(encoding), "UTF-8" if command == "pbcopy" else None)]


def test_over_ssh_there_is_no_clipboard_but_the_terminal_s(desktop):
    assert local_command({"DISPLAY": ":0", "SSH_CONNECTION": "x"}) is None
    assert local_command({}) is None


async def test_the_source_is_opened_in_the_browser(app, monkeypatch):
    opened = []

    class Browser:
        def open(self, url: str) -> None:
            opened.append(url)

    monkeypatch.setattr("webbrowser.get", Browser)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("o")
        assert opened == ["https://example.org/f"]


async def test_a_browser_for_terminals_is_not_opened_on_one_that_cannot_be_handed_over(app, monkeypatch):
    monkeypatch.setattr("webbrowser.get", lambda: GenericBrowser("lynx"))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("o")
        assert app.screen.context.status.notice == "This terminal cannot be handed to another command."


async def test_an_article_that_is_not_on_the_web_has_no_source(app_with, make_article):
    app = app_with(load=lambda _: make_article("Title", "Text."))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("o")
        assert "No web address is known" in app.screen.context.status.notice


def test_only_web_addresses_are_opened(make_article):
    assert source_url(make_article("T", "x", location="https://example.org/a")) == "https://example.org/a"
    assert source_url(make_article("T", "x", url="file:///etc/passwd")) is None


def test_a_quotation_is_one_line_of_text_and_one_of_source(make_article):
    assert quotation("two\nlines", make_article("Title", "x")) == "“two lines”\n— Title"


async def test_without_a_command_it_is_said_how_to_set_one(app):
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("w")
        assert "lookup_command" in app.screen.context.status.notice
        await pilot.press("|")
        assert "pipe_command" in app.screen.context.status.notice


async def test_a_terminal_that_cannot_be_lent_is_said(app_with):
    app = app_with(config=Config(lookup_command="true", pipe_command="true"))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}", "w")
        assert "cannot be handed" in app.screen.context.status.notice


async def test_a_program_that_is_not_there_is_said(app_with, monkeypatch):
    monkeypatch.setattr("textual.app.App.suspend", lambda _: nullcontext())
    app = app_with(config=Config(lookup_command="no-such-program-here {}"))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}", "w")
        assert app.screen.context.status.notice == "There is no program for the command “no-such-program-here {}”."


async def test_a_command_that_needs_a_shell_says_how_to_write_it(app_with):
    app = app_with(config=Config(lookup_command="dict {} | less"))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}", "w")
        assert app.screen.context.status.notice.startswith("“|” needs a shell")


async def test_a_selection_is_looked_up_with_the_key_that_is_not_a_motion(app_with, tmp_path, monkeypatch):
    asked = tmp_path / "asked"
    monkeypatch.setattr("textual.app.App.suspend", lambda _: nullcontext())
    monkeypatch.setattr("builtins.input", lambda _: "")
    app = app_with(config=Config(lookup_command=f"sh -c 'printf %s \"$1\" > {asked}'"))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("}", "v", "w", "w", "W")
        assert len(asked.read_text().split()) >= 2
