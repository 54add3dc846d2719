"""The feeds of newsboat from its file `urls`: an address a line, with tags, `~titles`, `!`, and query feeds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.intake.elsewhere.items import NO_ADDRESS, LeftOut, Search, Subscription, labels, line, web_address
from newsreader.intake.elsewhere.newsboat_filter import UnsayableError, query_of
from newsreader.intake.elsewhere.program import Program
from newsreader.sources.decode import beginning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.intake.elsewhere.bundle import Bundle
    from newsreader.intake.elsewhere.items import Item

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"?|(\S+)')
_ESCAPED = re.compile(r"\\(.)")
_LINE = re.compile(r'"?(?:https?://|query:|exec:|filter:|file://)', re.IGNORECASE)

_LOCAL = {
    "exec:": ("script that makes a feed", "scripts that make feeds"),
    "filter:": ("feed that goes through a script", "feeds that go through scripts"),
    "file://": ("feed that is a file of this machine", "feeds that are files of this machine"),
}
_SETTINGS = frozenset("macro bind-key unbind-key color browser ignore-article highlight auto-reload".split())
"""What lines of its file `config` begin with, which is often given by mistake."""
_SETTING = "line of settings or a macro of newsboat", "lines of settings or macros of newsboat"
_HIDDEN = "hidden feed, which is shown here", "hidden feeds, which are shown here"


def _read(bundle: Bundle) -> Iterator[Item]:
    for text in bundle.text().splitlines():
        tokens = _tokens(text)
        if not tokens or tokens[0].startswith("#"):
            continue
        yield from _items(tokens[0], tokens[1:])


def _tokens(text: str) -> list[str]:
    return [
        _ESCAPED.sub(r"\1", found[1]) if found[1] is not None else found[2] for found in _TOKEN.finditer(text.strip())
    ]


def _items(address: str, others: list[str]) -> Iterator[Item]:
    if address.startswith("query:"):
        yield _search(address)
        return
    local = next((said for scheme, said in _LOCAL.items() if address.startswith(scheme)), None)
    if local is not None:
        yield LeftOut(*local)
    elif address in _SETTINGS:
        yield LeftOut(*_SETTING)
    elif (found := web_address(address)) is None:
        yield LeftOut(*NO_ADDRESS)
    else:
        yield from _feed(found, others)


def _feed(address: str, others: list[str]) -> Iterator[Item]:
    titles = [each[1:] for each in others if each.startswith("~")]
    tags = [each for each in others if not each.startswith(("~", "!"))]
    hidden = [each for each in others if each.startswith("!")]
    yield Subscription(
        address, line(titles[0]) if titles else None, tags=labels([*tags, *(each[1:] for each in hidden)])
    )
    if hidden:
        yield LeftOut(*_HIDDEN)


def _search(query: str) -> Item:
    """A query feed, `query:NAME:EXPRESSION`."""
    _, name, expression = f"{query}::".split(":", 2)
    expression = expression.removesuffix("::")
    name = line(name) or "Query"
    try:
        return Search(name, query_of(expression))
    except UnsayableError as error:
        said = f"query feed “{name}”, which asks for {error}"
        return LeftOut(said, said)


def _is_urls(bundle: Bundle) -> bool:
    """Whether the first line that says anything begins as one of `urls` does."""
    if not bundle.is_single:
        return False
    lines = (each.strip() for each in beginning(bundle.head).splitlines())
    return any(_LINE.match(each) for each in [each for each in lines if each and not each.startswith("#")][:1])


PROGRAM = Program("newsboat-urls", "a list of feeds of newsboat", _is_urls, _read)
