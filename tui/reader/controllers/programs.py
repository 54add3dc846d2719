"""What leaves the reader: the clipboard, the web browser, and commands of the user's own."""

from __future__ import annotations

import asyncio
import os
import subprocess
import webbrowser
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from newsreader.counting import counted
from tui.base.captions import about, excerpt, headline
from tui.base.clipboard import TooLongError, copy, copy_locally, local_command
from tui.base.user_command import UserCommandError, arguments

if TYPE_CHECKING:
    from newsreader.article import Article
    from tui.reader.controllers.selection import SelectionController
    from tui.reader.reader_context import ReaderContext

_NOT_HERE = "This terminal cannot be handed to another command."
_RETURN = "\n[Enter] goes back to the article. "


class ProgramController:
    """Hands text or an address to another program."""

    def __init__(self, context: ReaderContext, selection: SelectionController) -> None:
        self._context = context
        self._selection = selection
        context.commands.register(
            {
                "article.copy": self.copy,
                "article.copy_quotation": self.copy_quotation,
                "article.look_up": self.look_up,
                "reader.open_source": self.open_source,
                "reader.pipe": self.pipe,
            }
        )

    # Clipboard

    def copy(self) -> None:
        """Copy the selection or sentence."""
        self._copy(self._selected)

    def copy_quotation(self) -> None:
        """Copy it as a quotation, with title, source and date."""
        if self._context.reading is not None:
            self._copy(quotation(self._selected, self._context.reading.dated))

    @property
    def _selected(self) -> str:
        return self._context.text[slice(*self._selection.or_sentence)]

    def _copy(self, text: str) -> None:
        if not text:
            self._context.say("There is nothing to copy here.")
            return
        command, trouble = local_command(os.environ), ""
        try:
            copy(self._context.app, text)
            self._context.say(_copied(text))
        except TooLongError as error:
            trouble = str(error)
            self._context.say(trouble)
        if command is not None:
            self._context.work(self._copy_locally(command, text, trouble), group="copy")
        if command is not None or not trouble:
            self._context.view.selecting.clear()

    async def _copy_locally(self, command: list[str], text: str, trouble: str) -> None:
        """Put it on the desktop's clipboard, too; what the terminal would not take is copied by this alone."""
        done = await asyncio.to_thread(copy_locally, command, text)
        if done and trouble:
            self._context.say(_copied(text))

    # Browser

    def open_source(self) -> None:
        """Open the article's page in the browser."""
        url = source_url(self._context.reading.article) if self._context.reading else None
        if url is None:
            self._context.say("No web address is known for this article.")
        else:
            self.open_address(url)

    def open_address(self, url: str) -> None:
        """Open a page of the web in the browser, which may be the one that shows this."""
        if self._context.app.is_web:
            self._context.app.open_url(url)
            return
        try:
            browser = webbrowser.get()
        except webbrowser.Error:
            self._context.say(f"No web browser was found; the address is {url}")
            return
        if isinstance(browser, webbrowser.GenericBrowser) and not isinstance(browser, webbrowser.BackgroundBrowser):
            self._open_here(browser, url)
        else:
            browser.open(url)
            self._context.say(f"Opened {url}")

    def _open_here(self, browser: webbrowser.BaseBrowser, url: str) -> None:
        """Hand the terminal to a browser that is made for one."""
        try:
            with self._context.app.suspend():
                browser.open(url)
        except SuspendNotSupported:
            self._context.say(_NOT_HERE)

    # Commands

    def look_up(self) -> None:
        """Hand the selection, the name or the word here to the look-up command."""
        command, word = self._context.session.config.lookup_command, " ".join(self._selection.or_word.split())
        if not command:
            self._context.say('No command to look words up: set lookup_command = "dict" in config.toml.')
        elif not word:
            self._context.say("There is no word here.")
        else:
            self._run(command, word)

    def pipe(self) -> None:
        """Hand the selection or the whole article to the pipe command."""
        command = self._context.session.config.pipe_command
        if not command:
            self._context.say('No command to pipe to: set pipe_command = "less" in config.toml.')
            return
        span = self._context.view.selecting.span
        self._run(command, given=self._context.text[slice(*span)] if span else self._context.text)

    def _run(self, command: str, word: str | None = None, *, given: str | None = None) -> None:
        """Run a command on the terminal, with a word among its arguments or text on its standard input."""
        try:
            words = arguments(command, word)
            with self._context.app.suspend():
                done = subprocess.run(words, check=False, input=None if given is None else given.encode("utf-8"))
                input(_RETURN)
        except (UserCommandError, OSError, ValueError) as error:
            self._context.say(_trouble(command, error))
        except SuspendNotSupported:
            self._context.say(_NOT_HERE)
        except (EOFError, KeyboardInterrupt):
            return
        else:
            if done.returncode:
                self._context.say(f"The command ended with exit code {done.returncode}.")


def _trouble(command: str, error: Exception) -> str:
    """Say why a command of the reader's own could not be run."""
    if isinstance(error, UserCommandError):
        return str(error)
    if isinstance(error, FileNotFoundError):
        return f"There is no program for the command “{command}”."
    return f"The command “{command}” cannot be run ({error})."


def _copied(text: str) -> str:
    return f"Copied {counted(len(text), 'character')}: {excerpt(text, 60)}"


def source_url(article: Article) -> str | None:
    """Give the web address of an article; None if it is not known or is no web address."""
    for url in (article.metadata.url, article.origin.location):
        if url and url.startswith(("https://", "http://")):
            return url
    return None


def quotation(text: str, article: Article) -> str:
    """Write a quotation with where it is from below."""
    origin = ", ".join(part for part in (headline(article), about(article), source_url(article)) if part)
    return f"“{' '.join(text.split())}”\n— {origin}"
