"""Pages of manuals (`man`), which are set line by line: every line stays where it is."""

from __future__ import annotations

import re

from newsreader.article import Paragraph, ParagraphKind

_FIRST = re.compile(
    r"\s*(?P<name>[A-Za-z][\w.+:-]*\(\d\w{0,3}\))[ ]{2,}(?:\S[^\n]*?[ ]{2,})?(?P=name)[ ]*(?:\n|\Z)", re.IGNORECASE
)
_LINE = re.compile(r"[^\n]*\S")
_NAMED = re.compile(r"^ +(\S[^\n]{0,60}? [-–—] [^\n]{1,100})$", re.MULTILINE)


def is_manual(text: str) -> bool:
    """Whether a text begins with the line that all pages of manuals begin with: `NAME(1)  Manual  NAME(1)`."""
    return _FIRST.match(text) is not None


def manual_title(text: str) -> str | None:
    """Return what a page of a manual is about: the first line with a dash, which is that below “NAME”."""
    found = _NAMED.search(text)
    return " ".join(found[1].split()) if found else None


def manual_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return each line as a paragraph, set in as it is; the first and last lines, with the name, are furniture."""
    found: list[Paragraph] = []
    last = 0
    for match in _LINE.finditer(text):
        line = match[0]
        indent = len(line) - len(line.lstrip())
        start = match.start() + indent
        tight = bool(found) and text.count("\n", last, match.start()) < 2
        found.append(Paragraph(start, match.end(), _kind(line, indent), indent, tight))
        last = match.end()
    return tuple(found)


def _kind(line: str, indent: int) -> ParagraphKind:
    if indent:
        return ParagraphKind.BODY
    if "  " in line and re.search(r"\(\d\w{0,3}\)", line):
        return ParagraphKind.FURNITURE
    return ParagraphKind.HEADING
