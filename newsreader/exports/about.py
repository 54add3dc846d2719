"""What is known about an article, as files say it: as fields for programs, as words for people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.entity import MARK
from newsreader.languages.english.time_words import day_spelled

if TYPE_CHECKING:
    from newsreader.article import Article, Metadata

_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def fields(known: Metadata) -> dict[str, str | None]:
    """The fields that JSON has of an article; `published_doubt` is there only for a day that is a guess."""
    published = known.published.isoformat() if known.published else None
    return {
        "title": known.title,
        "byline": known.byline,
        "source": known.source,
        "agency": known.agency,
        "place": known.place,
        "published": published,
        "published_from": known.published_from if published else None,
        **({"published_doubt": known.published_doubt} if published and known.published_doubt else {}),
    }


def origin(known: Metadata) -> list[str]:
    """Who wrote it, for whom, and where: byline, source, agency and place, each once."""
    return list(dict.fromkeys(part for part in (known.byline, known.source, known.agency, known.place) if part))


def day(known: Metadata) -> str:
    """The day of publication as `19 June 2024`, with the mark of a guess; empty if it is not known."""
    return f"{day_spelled(known.published)}{MARK if known.published_doubt else ''}" if known.published else ""


def address(article: Article) -> str:
    """Where the article can be read, else where it was read; empty for what only this machine has."""
    return article.metadata.url or (article.origin.name if "://" in article.origin.location else "")


def is_web(location: str) -> bool:
    """Whether that is an address of the web, which may be a link."""
    return _WEB.fullmatch(location) is not None
