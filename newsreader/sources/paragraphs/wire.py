"""What a news wire sends around a story: `^` before the lines of its head, `<` and `=` behind lines, its own slugs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.article import Metadata, ParagraphKind
from newsreader.sources.paragraphs.printed import Apart, Printed

if TYPE_CHECKING:
    from newsreader.languages import Press

_HEAD = re.compile(r"^[ ]*\^[ ]*([^\n]*?[^\n <])[ ]*(<?)[ ]*$", re.MULTILINE)
_SLUG = re.compile(r"[A-Z]{2}-{1,2}[\w' -]+,[ ]?\d{3,4}|[a-z]\d{3,5}|[A-Z]{2}-\S+")
_SIGNED = re.compile(r"^[ ]*([^\n=]{2,60}[^\n= ])[ ]*(=)[ ]*$", re.MULTILINE)
_SENT = re.compile(r"^[ ]*([A-Za-z]{2,5}-[\w/-]{1,20}[ -]\d\d-\d\d-\d\d[ ]\d{4}[A-Z]{3})[ ]*(<?)[ ]*$", re.MULTILINE)
"""The last line, with the time at which it was sent: `AP-NY-03-12-24 1405EST`."""


def wire(text: str, press: Press) -> Printed | None:
    """Return what a wire has put around the story in `text`; None for what did not come over one."""
    head = list(_HEAD.finditer(text)) if "^" in text else []
    if not head:
        return None
    starts = {match.start() for match in head}
    signed = [match for match in _SIGNED.finditer(text) if match.start() not in starts]
    sent = list(_SENT.finditer(text))
    kinds = [_kind(match[1], press) for match in head]
    title = kinds.index(None) if None in kinds else None
    lines = [Apart(*match.span(1), kind or ParagraphKind.META) for match, kind in zip(head, kinds, strict=True)]
    if title is not None:
        lines[title] = Apart(*head[title].span(1), ParagraphKind.TITLE)
    lines += [Apart(*match.span(1), ParagraphKind.META) for match in signed]
    lines += [Apart(*match.span(1), ParagraphKind.FURNITURE) for match in sent]
    marks = [(match.end() - len(match[0].lstrip()), match.start(1)) for match in head]
    marks += [match.span(2) for match in (*head, *signed, *sent) if match[2]]
    known = Metadata(title=head[title][1] if title is not None else None)
    return Printed(tuple(sorted(lines, key=lambda line: line.start)), tuple(sorted(marks)), known)


def _kind(line: str, press: Press) -> ParagraphKind | None:
    """Return what a line of the head is for; None for what may be the headline."""
    if _SLUG.fullmatch(line) or press.is_furniture(line):
        return ParagraphKind.FURNITURE
    return ParagraphKind.META if press.is_byline(line) else None
