"""How pieces of an article are written in one line of the interface."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newsreader.article import ParagraphKind, is_guess
from newsreader.entity import MARK
from newsreader.languages.english.words.calendar import MONTH_NAMES
from newsreader.query.fields import READ

if TYPE_CHECKING:
    from datetime import date

    from newsreader.article import Article, Metadata
    from newsreader.store.records import RecentArticle


def excerpt(text: str, length: int = 40) -> str:
    """Shorten `text` to at most `length` code points of one line, at a blank if there is one."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    head, blank, _ = cut.rpartition(" ")
    return f"{head if blank else cut}…"


def day(on: date) -> str:
    """Write a date as `19 June 2024`."""
    return f"{on.day} {MONTH_NAMES[on.month - 1].capitalize()} {on.year}"


def month(on: date) -> str:
    """Write the month of a date as `June 2024`."""
    return f"{MONTH_NAMES[on.month - 1].capitalize()} {on.year}"


def published(known: Metadata | RecentArticle) -> str:
    """Write the day of publication, with the mark of a guess if it is one; empty if it is not known."""
    return f"{day(known.published)}{MARK if is_guess(known.published_from) else ''}" if known.published else ""


BEFORE_TITLE = 20
"""Paragraphs among which a title stands; it is asked for at every step in a text of any length."""
BAR = 12
"""How many cells the bar of what has been read has."""


def progress(share: float | None) -> str:
    """Write how much of an article has been read, 0 to 1; empty for None, which is nothing known."""
    if share is None:
        return ""
    if share >= READ:
        return "read"
    if not share:
        return "not begun"
    done = round(share * BAR)
    return f"{'━' * done}{'─' * (BAR - done)} {round(share * 100)} %"


def headline(article: Article) -> str:
    """Name an article: its title, else where it is from."""
    from newsreader.sanitise import printable

    return printable(article.called)


def title_stands_in(article: Article, start: int, end: int) -> bool:
    """Whether the title stands whole in a stretch of the text (code points, end exclusive), as `headline` has it."""
    first = islice(article.paragraphs, BEFORE_TITLE)
    title = next((each for each in first if each.kind is ParagraphKind.TITLE), None)
    if title is None or not start <= title.start or not title.end <= end:
        return False
    return " ".join(article.text[title.start : title.end].split()) == " ".join(headline(article).split())


def about(article: Article) -> str:
    """Say where an article is from and of which day, as `Reuters · Seoul · 19 June 2024`."""
    from newsreader.sanitise import printable

    data = article.metadata
    source = data.source or data.agency
    parts = [source, data.place, published(data)]
    return printable(" · ".join(part for part in parts if part))
