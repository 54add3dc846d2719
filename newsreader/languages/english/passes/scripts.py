"""Names in two scripts: a name ends where its script does, and `Lin Zhiyuan (林志远)` is one person by two names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.languages.english.passes.whole_names import named

if TYPE_CHECKING:
    from newsreader.languages.document import Document, Name

OTHER = (
    r"[\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0eff"
    r"\u10a0-\u10ff\u1100-\u11ff\u1200-\u137f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
)
"""A letter that is not Latin."""

_OTHER_NAME = rf"{OTHER}(?:[\u0300-\u036f\w’'·・-]*\w)?(?: {OTHER}[\w’'·・-]*){{0,4}}"
_LATIN_RUN = re.compile(rf"(?:(?!{OTHER}).)+", re.DOTALL)
_BESIDE = re.compile(
    rf"(?: ?[(（](?:[A-Z]?[a-z]+(?: [a-z]+)?: ?)?)({_OTHER_NAME})(?=[)）,;])|(?: ?[/／] ?)({_OTHER_NAME})"
)
"""The name in its own script, in brackets behind the Latin form, perhaps after the language (`Arabic: …`)."""

_CONFIDENCE = 0.9


def with_scripts(document: Document) -> Document:
    """Cut names where the script changes, and add those that stand in another script beside their Latin form."""
    if not re.search(OTHER, document.text):
        return document
    names = [cut for name in document.names if (cut := _cut(document.text, name))]
    return _with_others(document.with_names(names))


def _cut(text: str, name: Name) -> Name | None:
    """Return the Latin part of a name that goes on in another script; one that is not Latin at all is left out."""
    runs = [match for match in _LATIN_RUN.finditer(text, name.start, name.end) if re.search(r"\w", match[0])]
    if not runs:
        return None
    if len(runs) == 1 and runs[0].span() == (name.start, name.end):
        return name
    longest = max(runs, key=lambda run: run.end() - run.start())
    return named(text, *longest.span(), name.label, name.confidence)


def _with_others(document: Document) -> Document:
    text = document.text
    forms: dict[str, Name] = {}
    for name in document.names:
        beside = _BESIDE.match(text, name.end)
        if beside:
            forms.setdefault(beside[1] or beside[2], name)
    if not forms:
        return document
    taken = document.taken()
    longest = sorted(forms, key=len, reverse=True)
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", text):
        if taken.is_free(*match.span()):
            owner = forms[match[0]]
            taken.put(replace(owner, start=match.start(), end=match.end(), form=match[0]))
    return document.with_names(taken.names())
