"""Articles from plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.article import Article, Metadata, Origin
from newsreader.sanitise import sanitise
from newsreader.sources.decode import decode
from newsreader.sources.formats.format import Format
from newsreader.sources.metadata.front_matter import read_front_matter
from newsreader.sources.metadata.precedence import complete, over
from newsreader.sources.paragraphs.broken_words import broken_words, without
from newsreader.sources.paragraphs.kinds import with_kinds
from newsreader.sources.paragraphs.manual import is_manual, manual_paragraphs, manual_title
from newsreader.sources.paragraphs.printed import printed
from newsreader.sources.paragraphs.spans import paragraph_spans
from newsreader.sources.paragraphs.tables import with_columns
from newsreader.sources.paragraphs.wire import wire
from newsreader.sources.repair import without_references

if TYPE_CHECKING:
    from newsreader.article import Paragraph
    from newsreader.languages import Press
    from newsreader.sources.formats.format import Given
    from newsreader.sources.paragraphs.printed import Printed


def plain_article(text: str, given: Metadata, origin: Origin) -> Article:
    """Return the article in `text`; what `given` says goes before front matter, and that before the text itself.

    Front matter is taken off, and so are hyphens and line ends inside words; every other character stays where it is,
    and `Article.original` leads back to `text`.
    """
    sanitised = sanitise(text)
    front, start = read_front_matter(sanitised.text)
    body = sanitised.text[start:]
    known = over(given, front)
    press = languages.press_of(known.language)
    cuts: list[tuple[int, int]] = []
    head = None
    if is_manual(body):
        known = over(known, Metadata(title=manual_title(body)))
        paragraphs = manual_paragraphs(body)
    else:
        found = wire(body, press) or printed(body, press, paged="\f" in text)
        known, head = over(known, found.known), found.head
        body, paragraphs, cuts = _paragraphs(body, found, known, press)
    original = sanitised.offsets.from_offset(start).without(cuts)
    before = None if text == body else text
    completed = over(complete(known, body, paragraphs, press), Metadata(title=head))
    return Article(body, paragraphs, completed, origin, original, before)


def _paragraphs(
    text: str, found: Printed, known: Metadata, press: Press
) -> tuple[str, tuple[Paragraph, ...], list[tuple[int, int]]]:
    """Return the text without marks of printing and broken words, its paragraphs, and what was cut out of it."""
    kinds = {line.start: line.kind for line in found.lines}
    spans = sorted(
        [*paragraph_spans(found.without_lines(text), press), *((each.start, each.end) for each in found.lines)]
    )
    cuts = sorted([*found.cuts, *broken_words(text, spans, press)])
    fixed = [kinds.get(start) for start, _ in spans]
    text, spans = without(text, spans, cuts)
    return text, with_columns(text, with_kinds(text, spans, press, known.title, fixed)), cuts


def _read(data: bytes, given: Given) -> list[Article]:
    text = without_references(decode(data, name=given.called, declared=given.charset))
    return [plain_article(text, Metadata(url=given.url), given.origin)]


FORMAT = Format("plain text", _read, suffixes=frozenset({".txt", ".text"}), types=frozenset({"text/plain"}))
