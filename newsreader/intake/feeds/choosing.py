"""Which feeds a person means, and what they decide about them, as words of the shell and of a dialog."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.store.feeds import FullArticle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from newsreader.store.feeds import Feed, FeedSettings

SHORTEST, LONGEST = 5, 60 * 24 * 30
"""Minutes between two fetches that may be asked for."""
_KEEP = re.compile(r"(\d{1,6})(d?)")
_ALL = "all"


class ChoiceError(ValueError):
    """What cannot be decided about a feed; the message is a sentence."""


def chosen(feeds: Sequence[Feed], word: str) -> Feed:
    """The feed that a word names: its number, its address, its name, or how only its name begins.

    Raises `ChoiceError`.
    """
    exact = [each for each in feeds if word in (str(each.id), each.address, each.called)]
    begins = [each for each in feeds if each.called.casefold().startswith(word.casefold())]
    found = exact or begins
    if not found:
        raise ChoiceError(f"There is no feed “{word}”: “newsreader feeds list” has all.")
    if len(found) > 1:
        raise ChoiceError(f"“{word}” may be several feeds: name it by its number, which “newsreader feeds list” has.")
    return found[0]


def decided(settings: FeedSettings, given: Mapping[str, str]) -> FeedSettings:
    """The settings with what is `given` of them, in words: name, folder, tags, full_article, interval, keep, muted.

    Tags are parted by commas; `keep` is `all`, a number of articles, or one of days (`30d`). Raises `ChoiceError`.
    """
    for name, words in given.items():
        settings = _DECIDES[name](settings, words.strip())
    return settings


def kept(settings: FeedSettings) -> str:
    """What is kept of a feed, as `decided` takes it."""
    if settings.keep_days is not None:
        return f"{settings.keep_days}d"
    return _ALL if settings.keep_articles is None else str(settings.keep_articles)


def _tags(settings: FeedSettings, words: str) -> FeedSettings:
    from newsreader.store.records import clean_tag

    tags = filter(None, map(clean_tag, words.split(",")))
    return replace(settings, tags=tuple(dict.fromkeys(tags)))


def _full_article(settings: FeedSettings, words: str) -> FeedSettings:
    if words not in tuple(FullArticle):
        raise ChoiceError(f"The full article is fetched {', '.join(FullArticle)}: “{words}” is none of these.")
    return replace(settings, full_article=FullArticle(words))


def _interval(settings: FeedSettings, words: str) -> FeedSettings:
    if not words:
        return replace(settings, interval=None)
    if not (words.isascii() and words.isdigit() and SHORTEST <= int(words) <= LONGEST):
        raise ChoiceError(f"A feed is asked for every {SHORTEST} to {LONGEST} minutes: “{words}” is none of these.")
    return replace(settings, interval=int(words))


def _keep(settings: FeedSettings, words: str) -> FeedSettings:
    if words in ("", _ALL):
        return replace(settings, keep_articles=None, keep_days=None)
    found = _KEEP.fullmatch(words)
    if found is None or not int(found[1]):
        raise ChoiceError(f"What is kept is “all”, a number of articles, or one of days such as 30d, not “{words}”.")
    number = int(found[1])
    return replace(settings, keep_articles=None if found[2] else number, keep_days=number if found[2] else None)


_DECIDES: Mapping[str, Callable[[FeedSettings, str], FeedSettings]] = {
    "name": lambda settings, words: replace(settings, name=words),
    "folder": lambda settings, words: replace(settings, folder=words.strip("/")),
    "tags": _tags,
    "full_article": _full_article,
    "interval": _interval,
    "keep": _keep,
    "muted": lambda settings, words: replace(settings, muted=words == "yes"),
}
