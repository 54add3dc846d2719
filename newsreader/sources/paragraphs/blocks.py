"""Articles from formats that say themselves what is a paragraph: blocks of text with their kinds, set as plain text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from newsreader import languages
from newsreader.addresses import without_password
from newsreader.article import Article, Link, Metadata, Origin, Paragraph, ParagraphKind
from newsreader.sanitise import printable, sanitise
from newsreader.sources.metadata.precedence import complete, over
from newsreader.sources.paragraphs.kinds import line_kind, same_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.languages import Press

_HEAD = 6
"""Blocks from the top in which the headline may stand once more, and lines may carry byline and date."""


class BlockLink(NamedTuple):
    """A link in a block: code points of its text, end exclusive, and where it leads."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; `tight` if it follows the one before without a blank line, as the items of a list do."""

    text: str
    kind: ParagraphKind = ParagraphKind.BODY
    tight: bool = False
    indent: int = 0
    """Cells that it is set in."""
    links: tuple[BlockLink, ...] = ()
    """Of a text that is a safe line already."""
    exact: bool = False
    """Whether blanks in it are kept and nothing is looked for in it, as in code and tables."""


def block_article(blocks: Iterable[Block], known: Metadata, origin: Origin) -> Article:
    """Return the article of `blocks`: the title of `known` first, then the blocks as safe single lines.

    A block that only repeats the title is left out. What `known` lacks is looked for in the text.
    """
    known = over(known, Metadata())
    press = languages.press_of(known.language)
    lines = _without_title(_clean(blocks, press), known.title)
    if known.title:
        lines.insert(0, Block(known.title, ParagraphKind.TITLE))
    text, paragraphs, links = _set(lines)
    return Article(text, paragraphs, complete(known, text, paragraphs, press), origin, links=links)


def _clean(blocks: Iterable[Block], press: Press) -> list[Block]:
    """Return the blocks as safe single lines, without the empty ones, furniture and bylines recognised."""
    clean: list[Block] = []
    for block in blocks:
        line = sanitise(block.text).text.strip() if block.exact else printable(block.text)
        if line:
            kind = block.kind if block.exact else _kind(line, block.kind, len(clean), press)
            same = kind is block.kind and line == block.text
            clean.append(block if same else replace(block, text=line, kind=kind))
    return clean


def _kind(line: str, kind: ParagraphKind, index: int, press: Press) -> ParagraphKind:
    if kind is not ParagraphKind.BODY:
        return kind
    found = line_kind(line, press)
    return kind if found is ParagraphKind.META and index > _HEAD else found


def _without_title(blocks: list[Block], title: str | None) -> list[Block]:
    if not title:
        return blocks
    return [block for index, block in enumerate(blocks) if index >= _HEAD or not same_words(block.text, title)]


def _set(blocks: list[Block]) -> tuple[str, tuple[Paragraph, ...], tuple[Link, ...]]:
    """Return the text of the blocks, a blank line or a newline between them, with their spans and links."""
    parts: list[str] = []
    paragraphs, links = [], []
    offset = 0
    for block in blocks:
        tight = block.tight and bool(parts)
        gap = ("" if not parts else "\n" if tight else "\n\n") + " " * block.indent
        start = offset + len(gap)
        offset = start + len(block.text)
        parts += gap, block.text
        paragraphs.append(Paragraph(start, offset, block.kind, block.indent, tight))
        links += [Link(start + one.start, start + one.end, without_password(one.address)) for one in block.links]
    return "".join(parts), tuple(paragraphs), tuple(links)
