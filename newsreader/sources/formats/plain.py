"""Articles from plain text."""

from __future__ import annotations

from newsreader.article import Article, Metadata, Origin
from newsreader.sanitise import printable, sanitise
from newsreader.sources.formats.frontmatter import read_front_matter
from newsreader.sources.formats.kinds import with_kinds
from newsreader.sources.formats.paragraphs import paragraph_spans
from newsreader.sources.metadata.complete import complete


def plain_article(text: str, given: Metadata, origin: Origin) -> Article:
    """Return the article in `text`; what `given` says goes before front matter, and that before the text itself.

    Front matter is taken off; every other character stays where it is, and `Article.original` leads back to `text`.
    """
    sanitised = sanitise(text)
    front, start = read_front_matter(sanitised.text)
    body = sanitised.text[start:]
    known = over(given, front)
    paragraphs = with_kinds(body, paragraph_spans(body), known.title)
    original = sanitised.offsets.from_offset(start)
    before = None if text == body else text
    return Article(body, paragraphs, complete(known, body, paragraphs), origin, original, before)


def over(first: Metadata, second: Metadata) -> Metadata:
    """Return `first` with what it does not know taken from `second`, as safe single lines."""
    date_of = first if first.published else second
    return Metadata(
        title=_line(first.title or second.title),
        byline=_line(first.byline or second.byline),
        source=_line(first.source or second.source),
        agency=_line(first.agency or second.agency),
        place=_line(first.place or second.place),
        published=date_of.published,
        published_from=date_of.published_from,
        url=_line(first.url or second.url),
        language=_line(first.language or second.language),
    )


def _line(text: str | None) -> str | None:
    return printable(text) or None if text else None
