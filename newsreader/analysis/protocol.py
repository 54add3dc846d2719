"""What the reader and the worker say to each other: one JSON object per line, each with version and type.

The client asks and the worker answers (pull): `Part`s and `Open` name an article, `Ask` some of its paragraphs; `Found`
gives their mentions, `Snapshot` lines a whole analysis, and a `Preview` what is on the screen meanwhile. Asking no more
is cancelling. Both ends check what they read; everything else than a message of this version raises `ProtocolError`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

from newsreader.article import Metadata, Origin, OriginKind, Paragraph, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

VERSION = 2

LONGEST_LINE = 64_000_000
"""Bytes of the longest line that is read; no message comes near. Guards against a runaway peer."""


class ProtocolError(ValueError):
    """A line that is no message of this version."""


@dataclass(frozen=True, slots=True)
class Part:
    """Client: more of an article that will be opened; its text and paragraphs follow those of the parts before."""

    job: int
    text: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """Client: the article whose parts were sent is complete; work on it from now on."""

    job: int
    metadata: Metadata
    origin: Origin


@dataclass(frozen=True, slots=True)
class Ask:
    """Client: recognise these paragraphs. `show` asks for what they mean with the answer, because they are visible."""

    job: int
    paragraphs: tuple[int, ...]
    show: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """Worker: the pipeline is loaded."""

    model: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Worker: there is no usable pipeline, or an article cannot be understood."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Alive:
    """Worker: still at it, in the middle of something long."""


@dataclass(frozen=True, slots=True)
class Found:
    """Worker: the mentions of the paragraphs asked for, as `encoding.mentions_to_json` writes them.

    Client: the same, of an earlier worker, given to its successor.
    """

    job: int
    mentions: Mapping[int, object]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Worker: one line of an analysis, as `encoding.analysis_to_lines` writes them, and whether it is the last.

    `answers` is how many questions about the article had been answered when the analysis was begun.
    """

    job: int
    line: str
    last: bool
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """Worker: all lines of the analysis of the paragraphs of one question by themselves.

    `answer` is the number of its answer, counted from 1.
    """

    job: int
    answer: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Worker: something the person should know about this job, in one sentence."""

    job: int
    sentence: str


Message = Part | Open | Ask | Ready | Failed | Alive | Found | Snapshot | Preview | Notice


def encode(message: Message) -> bytes:
    """Return `message` as one line with its newline."""
    kind, write = _BY_CLASS[type(message)]
    document = {"v": VERSION, "type": kind, **write(message)}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


def decode(line: bytes) -> Message:
    """Return the message in one line. Raises `ProtocolError`."""
    try:
        document = json.loads(line.decode("utf-8", "surrogatepass"))
        if document["v"] != VERSION:
            raise ProtocolError(f"version {document['v']!r} instead of {VERSION}")
        return _BY_KIND[document["type"]](document)
    except ProtocolError:
        raise
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise ProtocolError(f"not a message: {line[:60]!r} ({type(error).__name__}: {error})") from error


def read_line(stream: BinaryIO) -> bytes:
    """Return the next line of `stream`, empty at its end. Raises `ProtocolError` if it is too long."""
    line = stream.readline(LONGEST_LINE + 1)
    if len(line) > LONGEST_LINE:
        raise ProtocolError("a line is too long")
    return line


def _write_part(message: Part) -> dict[str, object]:
    spans = [[paragraph.start, paragraph.end, paragraph.kind.value] for paragraph in message.paragraphs]
    return {"job": message.job, "text": message.text, "paragraphs": spans}


def _read_part(document: Any) -> Part:
    spans = document["paragraphs"]
    paragraphs = tuple(Paragraph(_whole(start), _whole(end), ParagraphKind(kind)) for start, end, kind in spans)
    return Part(_whole(document["job"]), _text(document["text"]), paragraphs)


_META = tuple(name for name in Metadata.__dataclass_fields__ if name != "published")


def _write_open(message: Open) -> dict[str, object]:
    meta = message.metadata
    return {
        "job": message.job,
        "metadata": {name: getattr(meta, name) for name in _META},
        "published": meta.published and meta.published.isoformat(),
        "origin": [message.origin.kind.value, message.origin.location, message.origin.part],
    }


def _read_open(document: Any) -> Open:
    known = {name: _text_or_none(document["metadata"].get(name)) for name in _META}
    published = _text_or_none(document["published"])
    kind, location, part = document["origin"]
    return Open(
        _whole(document["job"]),
        Metadata(**known, published=date.fromisoformat(published) if published else None),
        Origin(OriginKind(kind), _text(location), _text(part)),
    )


def _write_ask(message: Ask) -> dict[str, object]:
    return {"job": message.job, "paragraphs": message.paragraphs, "show": message.show}


def _read_ask(document: Any) -> Ask:
    return Ask(_whole(document["job"]), tuple(map(_whole, document["paragraphs"])), _flag(document["show"]))


def _write_found(message: Found) -> dict[str, object]:
    return {"job": message.job, "mentions": list(message.mentions.items())}


def _read_found(document: Any) -> Found:
    mentions = dict(document["mentions"])
    for index, value in mentions.items():
        _require(_whole(index) >= 0 and isinstance(value, list), "not mentions by paragraph")
    return Found(_whole(document["job"]), mentions)


def _write_snapshot(message: Snapshot) -> dict[str, object]:
    return {"job": message.job, "line": message.line, "last": message.last, "answers": message.answers}


def _read_snapshot(document: Any) -> Snapshot:
    line, last = _text(document["line"]), _flag(document["last"])
    return Snapshot(_whole(document["job"]), line, last, _whole(document["answers"]))


def _write_preview(message: Preview) -> dict[str, object]:
    return {"job": message.job, "answer": message.answer, "lines": message.lines}


def _read_preview(document: Any) -> Preview:
    return Preview(_whole(document["job"]), _whole(document["answer"]), tuple(map(_text, document["lines"])))


def _text(value: object) -> str:
    _require(isinstance(value, str), "not a text")
    return value  # type: ignore[return-value]


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _whole(value: object) -> int:
    _require(type(value) is int, "not a whole number")
    return value  # type: ignore[return-value]


def _flag(value: object) -> bool:
    _require(isinstance(value, bool), "neither true nor false")
    return value  # type: ignore[return-value]


def _require(condition: bool, problem: str) -> None:
    if not condition:
        raise ProtocolError(problem)


_KINDS: tuple[tuple[str, type, Callable[[Any], dict[str, object]], Callable[[Any], Message]], ...] = (
    ("part", Part, _write_part, _read_part),
    ("open", Open, _write_open, _read_open),
    ("ask", Ask, _write_ask, _read_ask),
    ("ready", Ready, lambda m: {"model": m.model}, lambda d: Ready(_text(d["model"]))),
    ("failed", Failed, lambda m: {"sentence": m.sentence}, lambda d: Failed(_text(d["sentence"]))),
    ("alive", Alive, lambda _: {}, lambda _: Alive()),
    ("found", Found, _write_found, _read_found),
    ("snapshot", Snapshot, _write_snapshot, _read_snapshot),
    ("preview", Preview, _write_preview, _read_preview),
    (
        "notice",
        Notice,
        lambda m: {"job": m.job, "sentence": m.sentence},
        lambda d: Notice(_whole(d["job"]), _text(d["sentence"])),
    ),
)
_BY_CLASS = {kind[1]: (kind[0], kind[2]) for kind in _KINDS}
_BY_KIND = {kind[0]: kind[3] for kind in _KINDS}
