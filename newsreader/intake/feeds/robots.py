"""What sites let programs fetch that nobody sits at (robots.txt, RFC 9309)."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsreader.sources.errors import SourceError, shown
from newsreader.sources.fetch.exchange import AGENT

if TYPE_CHECKING:
    from collections.abc import Callable
    from urllib.robotparser import RobotFileParser

    from newsreader.sources.fetch.web import Page

_NAME = AGENT.partition(" ")[0]
_MOST = 500 * 1024
"""Bytes of the rules that are read (RFC 9309, 2.5)."""
_REFUSED = " answered 4"
"""How the sentence of a server goes on that has no rules, which allows everything (RFC 9309, 2.3.1.3)."""


class Robots:
    """The rules of sites, each asked for once. Any thread may use it."""

    def __init__(self, fetch: Callable[[str], Page]) -> None:
        self._fetch = fetch
        self._rules: dict[str, RobotFileParser | SourceError] = {}
        self._lock = Lock()

    def allow(self, url: str) -> bool:
        """Whether the rules of its site let a page be fetched; not where they cannot be had."""
        return not self.refusal(url)

    def refusal(self, url: str) -> str:
        """Why a page is not fetched, in a sentence: its site lets no program, or does not answer; empty if it is."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            if site not in self._rules:
                self._rules[site] = self._asked(f"{site}/robots.txt")
            rules = self._rules[site]
        if isinstance(rules, SourceError):
            return str(rules)
        if rules.can_fetch(_NAME, url):
            return ""
        return f"{shown(url)} is not for programs to fetch: “newsreader add” takes in this one."

    def _asked(self, url: str) -> RobotFileParser | SourceError:
        from urllib.robotparser import RobotFileParser

        rules = RobotFileParser()
        try:
            data = self._fetch(url).data
        except SourceError as error:
            if _REFUSED not in str(error):
                return error
            data = b""
        rules.parse(data[:_MOST].decode("utf-8", "replace").splitlines())
        return rules
