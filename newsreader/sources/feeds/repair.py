"""What is done with a feed that is no well-formed XML: its common faults are mended, or its entries are cut apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.entities import html5

_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*>\s*")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*+(?:\[.*?\]\s*)?>", re.DOTALL)
_AMPERSAND = re.compile(
    r"<!\[CDATA\[(?:(?!\]\]>).)*+(?:\]\]>)?|&(?:(#x[0-9A-Fa-f]{1,6}|#\d{1,7})|(\w{1,31}));|&", re.DOTALL
)
"""A section in which ampersands are what they are, a reference, or a bare ampersand."""
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_START = re.compile(r"<((?:[\w.-]{1,40}:)?(?:item|entry))(?=[\s>])")
_NAMESPACE = re.compile(r"\bxmlns(?::[\w.-]{1,40})?\s*=\s*(?:\"[^\"<]{0,300}\"|'[^'<]{0,300}')")
_IN_HEAD = 20_000
"""Code points in which the names of a document are declared."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A document cut apart."""

    head: str
    """What stands before the first entry."""
    names: str
    """The declarations of namespaces in it, as attributes."""
    entries: list[str]
    count: int
    """How many entries it begins."""


def mended(text: str) -> str:
    """Return a document without what is never XML: bare ampersands, names of HTML's characters, control characters."""
    text = _NO_XML.sub("", _DECLARATION.sub("", text.lstrip("\ufeff")))
    return _AMPERSAND.sub(_reference, _DOCTYPE.sub("", text, count=1))


def pieces(text: str) -> Pieces:
    """Cut a document into its entries, each to its own end, or the beginning of the next.

    The last one is left out if it has no end: what it is known by may be cut, too, and it would come twice.
    """
    starts = list(_START.finditer(text))
    ends = [start.start() for start in starts[1:]] + [len(text)] * bool(starts)
    head = text[: starts[0].start()] if starts else text
    declared = dict.fromkeys(found[0] for found in _NAMESPACE.finditer(text[:_IN_HEAD]))
    names = {re.split(r"[\s=]", each)[0]: each for each in declared}
    entries = [_piece(text[start.start() : end], start[1]) for start, end in zip(starts, ends, strict=True)]
    if entries and f"</{starts[-1][1]}" not in entries[-1]:
        entries.pop()
    return Pieces(head, " ".join(names.values()), entries, len(starts))


def _piece(text: str, name: str) -> str:
    end = text.find(f"</{name}")
    return f"{text[:end]}</{name}>" if end >= 0 else text


def _reference(match: re.Match[str]) -> str:
    number, name = match[1], match[2]
    if number:
        return match[0] if _is_character(number) else ""
    if name is None:
        return "&amp;" if match[0] == "&" else match[0]
    if name in _XML_NAMES:
        return match[0]
    known = html5.get(f"{name};")
    return "".join(f"&#{ord(each)};" for each in known) if known else f"&amp;{name};"


def _is_character(number: str) -> bool:
    """Whether a number is that of a character that XML may have (XML 1.0, 2.2)."""
    point = int(number[2:], 16) if number[1] in "xX" else int(number[1:])
    return point in (9, 10, 13) or 0x20 <= point < 0xD800 or 0xE000 <= point < 0xFFFE or 0x10000 <= point < 0x110000
