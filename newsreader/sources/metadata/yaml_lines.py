"""Reads the lines of YAML that people write above an article, also those that a strict reader would refuse.

Known are text, plain, quoted, folded or kept, with remarks behind it; lists, on lines of their own or in brackets; and
objects, of which the names of authors are written. Nothing is made of what looks like a number or a day but text.
"""

from __future__ import annotations

import json
import re
from itertools import takewhile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w -]*?|\"[^\"\n]+\")\s*:(?:\s+(?P<value>.*))?")
_ITEM = re.compile(r"\s*-(?:\s+(?P<value>.*))?")
_SCALAR = re.compile(r"[|>][+-]?\d?[+-]?")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_REMARK = re.compile(r"(?:^|\s)#.*$")
_PART = re.compile(r"(?:\"(?:[^\"\\]|\\.)*\"|'[^']*'|\{[^{}]*\}|\[[^\[\]]*\]|[^,])+")
"""What stands between commas; those in quotes and brackets part nothing."""


def yaml_entries(text: str) -> Iterator[tuple[str, Any]]:
    """Yield the keys of the outermost object and their values: text, lists of it, and objects."""
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if entry := _ENTRY.fullmatch(line.rstrip()):
            following = [*takewhile(lambda each: not each.strip() or each[0] in " \t-", lines[index + 1 :])]
            yield entry["key"].strip('"'), _value((entry["value"] or "").strip(), following)


def _value(written: str, following: Sequence[str]) -> Any:
    """Return what is written behind a key, or on the lines below it, which are set in or begin items."""
    if _SCALAR.fullmatch(_REMARK.sub("", written).strip()):
        return _scalar(following, folded=written.startswith(">"))
    if written:
        set_in = [*takewhile(lambda line: line[:1] in (" ", "\t") and not _ITEM.fullmatch(line), following)]
        return _inline(" ".join([written, *map(str.strip, set_in)]))
    if following and _ITEM.fullmatch(following[0]):
        return [_item(*each) for each in _items(following)]
    return _object(following)


def _scalar(lines: Sequence[str], *, folded: bool) -> str:
    return (" " if folded else "\n").join(line.strip() for line in lines).strip()


def _items(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each item of a list with the lines below it that are a part of it."""
    starts = [index for index, line in enumerate(lines) if _ITEM.fullmatch(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        item = _ITEM.fullmatch(lines[start])
        yield (item["value"] or "").strip() if item else "", list(lines[start + 1 : end])


def _item(written: str, below: Sequence[str]) -> Any:
    return _object([written, *below]) if _ENTRY.fullmatch(written) else _inline(written)


def _object(lines: Sequence[str]) -> dict[str, Any]:
    entries = (entry for line in lines if (entry := _ENTRY.fullmatch(line.strip())))
    return {entry["key"].strip('"'): _inline((entry["value"] or "").strip()) for entry in entries}


def _inline(written: str) -> Any:
    """Return what stands on one line: quoted or plain text, a list in brackets, an object in braces."""
    if quoted := _QUOTED.match(written):
        return _unquoted(quoted[0])
    bare = _REMARK.sub("", written).strip()
    if bare.startswith("[[") and bare.endswith("]]") and bare.count("[") == 2:
        return bare
    if bare.startswith("[") and bare.endswith("]"):
        return [_inline(part.strip()) for part in _PART.findall(bare[1:-1])]
    if bare.startswith("{") and bare.endswith("}"):
        return _object(_PART.findall(bare[1:-1]))
    return bare


def _unquoted(quoted: str) -> str:
    if quoted[0] == "'":
        return quoted[1:-1].replace("''", "'")
    try:
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return quoted[1:-1]
