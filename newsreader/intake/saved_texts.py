"""From an article that another program kept to one of ours: with its text, or with a word that this is not here yet."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsreader.article import Metadata, Origin, OriginKind, ParagraphKind
from newsreader.sources.paragraphs.blocks import Block, block_article

if TYPE_CHECKING:
    from newsreader.article import Article
    from newsreader.intake.elsewhere.items import SavedArticle

AWAITED = "The text of this article is not here yet."
"""How the line begins that an article without its text has instead; it is furniture, so that nobody searches it."""

DATED_BY = "where it was kept"
"""How `Metadata.published_from` names the other program."""

MOST_TITLE = 300
"""Characters of a title; some programs have the beginning of a text as one."""


def article_of(saved: SavedArticle) -> Article:
    """The article with the text that it was kept with; if that is none, one that is awaited."""
    if saved.html:
        from newsreader.sources.formats.html import fragment_blocks

        article = block_article(fragment_blocks(saved.html, saved.address or None), _known(saved), _origin(saved))
        if any(each.kind is ParagraphKind.BODY for each in article.paragraphs):
            return article
    how = f" “newsreader add {saved.address}” takes it in." if saved.address else ""
    return block_article([Block(f"{AWAITED}{how}", ParagraphKind.FURNITURE)], _known(saved), _origin(saved))


def is_awaited(article: Article) -> bool:
    """Whether the text of an article is not here yet."""
    return article.paragraphs[-1:] != () and article.text.startswith(AWAITED, article.paragraphs[-1].start)


def _known(saved: SavedArticle) -> Metadata:
    return Metadata(
        title=saved.title[:MOST_TITLE] or None,
        byline=saved.byline,
        source=saved.source or _site(saved.address),
        published=saved.published,
        published_from=DATED_BY if saved.published else None,
        url=saved.address or None,
    )


def _site(address: str) -> str | None:
    """The name of the host, as people say it."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _origin(saved: SavedArticle) -> Origin:
    """Its address; what has none is known by its title alone, which is all of its text."""
    return Origin(OriginKind.URL, saved.address) if saved.address else Origin(OriginKind.RECORD)
