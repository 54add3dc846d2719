"""All formats that annotations are exported in: what each is called, what it carries, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.exports.annotations.reading import FormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.exports.annotations.document import Document


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    """What it is asked for by."""
    about: str
    """What it is, in a few words."""
    suffix: str
    """The end of a file's name, with its dot."""
    entities: bool = False
    """Whether it carries names and dates beside the annotations."""


FORMATS = (
    Format("markdown", "quotations and notes, to read", ".md"),
    Format("html", "the article with all marks, to read", ".html", entities=True),
    Format("csv", "a table", ".csv", entities=True),
    Format("json", "all that is known", ".json"),
    Format("jsonld", "W3C Web Annotation", ".jsonld"),
    Format("brat", "brat standoff", ".ann", entities=True),
    Format("conll", "CoNLL-2003, names only", ".conll", entities=True),
    Format("spacy", "JSON Lines, as Prodigy has it", ".jsonl", entities=True),
    Format("docbin", "spaCy’s DocBin, names only", ".spacy", entities=True),
    Format("cas", "UIMA CAS, for INCEpTION", ".cas.json", entities=True),
)
"""The usual one first."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file's content, how many annotations are in it, and a sentence for each thing that it leaves out."""

    data: bytes
    annotations: int
    left_out: tuple[str, ...] = ()
    text: str | None = None
    """For brat, the text that belongs beside it, in a file whose name ends with `.txt`."""


def write(name: str, documents: Sequence[Document]) -> Written:
    """Write articles in a format; raises FormatError if it cannot hold them, KeyError if there is no such format."""
    if name == "docbin":
        return _docbin(documents)
    data = _WRITERS[name](documents)
    raw = data.encode("utf-8", "surrogatepass")
    raw += b"\n" if raw and not raw.endswith(b"\n") else b""
    text = documents[0].article.text if name == "brat" else None
    return Written(raw, _carried(name, documents), _losses(name, documents), text)


def _docbin(documents: Sequence[Document]) -> Written:
    from newsreader.exports.annotations import spacy

    data, lost = spacy.docbin(documents)
    said = (f"{lost} entities are left out: spaCy's tokens lie across their ends.",) if lost else ()
    return Written(data, 0, (*said, *_losses("docbin", documents)))


def _markdown(documents: Sequence[Document]) -> str:
    from newsreader.exports.annotations import markdown

    return "\n\n".join(markdown.export(each.article, each.annotations) for each in documents)


def _json(documents: Sequence[Document]) -> str:
    from newsreader.exports.annotations import json

    return _list([json.export(each.article, each.annotations) for each in documents])


def _jsonld(documents: Sequence[Document]) -> str:
    from newsreader.exports.annotations import jsonld

    return _list([jsonld.export(each.article, each.annotations) for each in documents])


def _list(texts: Sequence[str]) -> str:
    return texts[0] if len(texts) == 1 else "[" + ",\n".join(texts) + "]"


def _csv(documents: Sequence[Document]) -> str:
    from newsreader.exports.annotations import csv

    return csv.export(documents)


def _spacy(documents: Sequence[Document]) -> str:
    from newsreader.exports.annotations import spacy

    return "\n".join(map(spacy.export, documents))


def _conll(documents: Sequence[Document]) -> str:
    from newsreader.exports.annotations import conll

    return "\n".join(map(conll.export, documents))


def _brat(documents: Sequence[Document]) -> str:
    from newsreader.exports.annotations import brat

    return brat.export(_only("brat", documents))


def _html(documents: Sequence[Document]) -> str:
    from newsreader.exports.annotations import html

    return html.export(_only("html", documents))


def _cas(documents: Sequence[Document]) -> str:
    from newsreader.exports.annotations import cas

    return cas.export(_only("cas", documents))


def _only(name: str, documents: Sequence[Document]) -> Document:
    if len(documents) != 1:
        raise FormatError(f"The format {name} holds one article: name it")
    return documents[0]


_WRITERS: dict[str, Callable[[Sequence[Document]], str]] = {
    "markdown": _markdown,
    "html": _html,
    "csv": _csv,
    "json": _json,
    "jsonld": _jsonld,
    "brat": _brat,
    "conll": _conll,
    "spacy": _spacy,
    "cas": _cas,
}

_NO_ANNOTATIONS = ("conll", "docbin")
_SPANS_ONLY = ("brat", "cas", "html")
_NO_ENTITY = ("brat", "html")
_NO_MOMENTS = ("brat", "html")
_NO_NAMES = ("brat", "conll", "docbin")


def _carried(name: str, documents: Sequence[Document]) -> int:
    """How many annotations the format has a place for."""
    if name in _NO_ANNOTATIONS:
        return 0
    return sum(one.start is not None or name not in _SPANS_ONLY for each in documents for one in each.annotations)


def _losses(name: str, documents: Sequence[Document]) -> tuple[str, ...]:
    """What the format has no place for."""
    said: list[str] = []
    if name in (*_NO_ANNOTATIONS, *_SPANS_ONLY):
        said += [lost for each in documents for lost in each.losses(annotations=name in _SPANS_ONLY)]
    about = sum(one.start is not None and one.entity is not None for each in documents for one in each.annotations)
    if about and name in _NO_ENTITY:
        said.append(f"The format cannot say which entity a note is about: {about} do not tell.")
    dated = sum(one.start is not None for each in documents for one in each.annotations)
    if dated and name in _NO_MOMENTS:
        said.append(f"When and by whom {dated} annotations were written is left out.")
    named = sum(len(each.spans) for each in documents) if name in _NO_NAMES else 0
    if named:
        said.append(f"The format has only the category of {named} names and dates, not what they are called.")
    return tuple(said)
