"""Articles from Markdown: front matter, headings, paragraphs, lists, quotations and tables become plain text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.article import Article, Metadata, Origin, ParagraphKind
from newsreader.sanitise import sanitise
from newsreader.sources.decode import beginning, decode
from newsreader.sources.formats.format import Format
from newsreader.sources.metadata.front_matter import read_front_matter
from newsreader.sources.metadata.precedence import over
from newsreader.sources.paragraphs.blocks import Block, block_article
from newsreader.sources.paragraphs.line_text import LineText
from newsreader.sources.paragraphs.tables import table_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from newsreader.sources.formats.format import Given
    from newsreader.sources.paragraphs.blocks import BlockLink

_HEADING = re.compile(r"(?:^|\n)\r?\n#{1,4} \S[^\n]*\n\r?\n")
"""A heading between blank lines: what tells Markdown where no suffix does."""

_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)

_DEEPEST = 60
"""Levels of lists (two each) and quotations that are followed; parsers leave out what is nested deeper than they go."""

_QUOTED, _IN_LIST = 4, 2
"""Cells that quotations and code, and what stands in lists, are set in."""

_LEADING_MARKS = re.compile(r"^(?:[ \t>]|[*+-][ \t]|\d{1,9}[.)][ \t])*+", re.MULTILINE)


def markdown_article(text: str, given: Metadata, origin: Origin) -> Article:
    """Return the article in Markdown `text`; without a title in its front matter the first heading is the headline."""
    from markdown_it import MarkdownIt

    safe = sanitise(text).text
    front, start = read_front_matter(safe)
    known = over(given, front)
    tokens = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").parse(safe[start:])
    deep = any(token.level >= _DEEPEST - 4 for token in tokens)
    blocks = _line_blocks(safe[start:]) if deep else list(_blocks(tokens))
    title = next((block for block in blocks if block.kind is ParagraphKind.TITLE), None)
    if title is not None and not known.title:
        known = replace(known, title=title.text)
        blocks.remove(title)
    headings = (replace(b, kind=ParagraphKind.HEADING) if b.kind is ParagraphKind.TITLE else b for b in blocks)
    return block_article(headings, known, origin)


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """Return a block for every paragraph, heading, list item, table row and line of code, in order."""
    marks = _Marks()
    for index, token in enumerate(tokens):
        marks.see(token)
        if token.type == "inline":
            yield from marks.inline(token, tokens[index - 1])
        elif token.type in {"fence", "code_block"}:
            yield from marks.code(token.content)
        elif token.type == "html_block":
            yield Block(_TAG.sub(" ", token.content))
        elif token.type == "table_close":
            yield from marks.rows()


def _line_blocks(text: str) -> list[Block]:
    """Return all lines without the marks of lists and quotations, whatever they are nested in."""
    return [Block(_TAG.sub(" ", line)) for line in _LEADING_MARKS.sub("", text).split("\n")]


class _Marks:
    """Where in lists, quotations and tables the tokens are, and with that how a paragraph is set."""

    def __init__(self) -> None:
        self._cells: list[list[Block]] = []
        self._lists: list[int | None] = []
        self._quotations = 0
        self._mark = ""
        self._tight = False

    def see(self, token: Token) -> None:
        """Take note of the beginnings and ends of lists, items, quotations and tables."""
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            first = int(token.attrs.get("start", 1)) if token.type.startswith("ordered") else None
            self._tight = bool(self._lists)
            self._lists.append(first)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self._lists.pop()
            self._tight = bool(self._lists)
        elif token.type == "list_item_open":
            self._mark = self._next_mark()
        elif token.tag == "blockquote":
            self._quotations += token.nesting
        elif token.type == "table_open":
            self._cells = []
        elif token.type == "tr_open":
            self._cells.append([])

    def inline(self, token: Token, before: Token) -> Iterator[Block]:
        """Yield a heading or a paragraph, by the token before it; a cell waits for the end of its table."""
        if before.type == "heading_open":
            text, links = _line(token)
            yield Block(text, ParagraphKind.TITLE if before.tag == "h1" else ParagraphKind.HEADING, links=links)
        elif before.type in {"th_open", "td_open"}:
            text, links = _line(token)
            self._cells[-1].append(Block(text, links=links))
        else:
            yield self._paragraph(token)

    def _paragraph(self, token: Token) -> Block:
        """Return the paragraph with the mark of its list item, if it is the first in one."""
        mark, self._mark = self._mark, ""
        tight = bool(mark) and self._tight
        self._tight = bool(self._lists)
        text, links = _line(token, mark)
        return Block(text, tight=tight, indent=self._indent - (_IN_LIST if mark else 0), links=links)

    @property
    def _indent(self) -> int:
        return _QUOTED * self._quotations + _IN_LIST * len(self._lists)

    def code(self, content: str) -> Iterator[Block]:
        """Yield the lines of code with their blanks."""
        before = ""
        for line in content.expandtabs(4).splitlines():
            indent = self._indent + _QUOTED + len(line) - len(line.lstrip())
            yield Block(line.strip(), tight=bool(before.strip()), indent=indent, exact=True)
            before = line

    def rows(self) -> Iterator[Block]:
        """Yield the rows of the table that has ended."""
        for number, row in enumerate(table_rows(self._cells)):
            yield Block(row.text, tight=number > 0, links=row.links, exact=True)

    def _next_mark(self) -> str:
        number = self._lists[-1]
        if number is None:
            return "• "
        self._lists[-1] = number + 1
        return f"{number}. "


def _line(token: Token, mark: str = "") -> tuple[str, tuple[BlockLink, ...]]:
    """Return the text of a paragraph with a mark before it, and its links; pictures are their description."""
    line = LineText()
    _write(line, token)
    return line.take(mark)


def _write(line: LineText, token: Token) -> None:
    for child in token.children or ():
        if child.type in {"text", "code_inline", "text_special"}:
            line.write(child.content)
        elif child.type == "image":
            _write(line, child)
        elif child.type in {"softbreak", "hardbreak"}:
            line.write(" ")
        elif child.type == "link_open":
            line.open(str(child.attrs.get("href", "")))
        elif child.type == "link_close":
            line.close()


def _looks(head: bytes, suffix: str) -> bool:
    """With a suffix, even an unknown one, it is more likely a script with comments."""
    return not suffix and _HEADING.search(beginning(head)) is not None


def _read(data: bytes, given: Given) -> list[Article]:
    text = decode(data, name=given.called, declared=given.charset)
    return [markdown_article(text, Metadata(url=given.url), given.origin)]


def _marks(data: bytes) -> int:
    """Return a quarter of the marks that may mean something: prose has some of them, and each is soon looked at."""
    marks = len(data) - len(data.translate(None, b"!*_[]()<>|`~&#\\"))
    return marks // 4


FORMAT = Format(
    "Markdown",
    _read,
    marks=_marks,
    suffixes=frozenset({".md", ".markdown", ".mdown"}),
    types=frozenset({"text/markdown", "text/plain"}),
    looks=_looks,
)
