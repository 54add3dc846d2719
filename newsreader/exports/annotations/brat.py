"""brat standoff (https://brat.nlplab.org/standoff.html): the `.ann` beside a `.txt`; offsets are code points.

Other programs count otherwise; the text that each line says it covers then tells how.

Entities and annotations are text-bound; notes go into AnnotatorNotes, colours and provenance into attributes. A span
over several lines has a fragment for each, as brat wants it. Ids and moments are not carried.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsreader.annotations.model import Kind
from newsreader.exports.annotations.imported import ImportedAnnotation
from newsreader.exports.annotations.imported_names import ImportedName
from newsreader.exports.annotations.losses import only, written
from newsreader.exports.annotations.offset_units import in_code_points, starts_as_counted
from newsreader.exports.format import AnnotationFormat, FormatError, Lack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import Written

_TYPES = {Kind.NOTE: "Note", Kind.HIGHLIGHT: "Highlight", Kind.BOOKMARK: "Bookmark"}
_KINDS = {name: kind for kind, name in _TYPES.items()}
_LINE = re.compile(r"[^\r\n]+")
_OFFSETS = r"\d{1,12} \d{1,12}"
_SPAN = re.compile(rf"(?P<id>T\d+)\t(?P<type>\S+) (?P<spans>{_OFFSETS}(?:;{_OFFSETS})*)\t(?P<text>.*)")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes (?P<of>T\d+)\t(?P<text>.*)")
_BY = re.compile(r"A\d+\tBy (?P<of>T\d+) (?P<by>\w+)")
_ATTRIBUTE = re.compile(r"A\d+\tColour (?P<of>T\d+) (?P<colour>\w+)")


def export(document: AnnotatedArticle) -> str:
    """The `.ann`, each line with its newline; the `.txt` is the article's text as it is."""
    text = document.article.text
    lines: list[str] = []
    attributes: list[tuple[str, str, str]] = []
    notes: list[tuple[str, str]] = []
    for span in document.spans:
        lines.append(_bound(len(lines) + 1, span.label, text, span.start, span.end))
        attributes.append(("By", f"T{len(lines)}", span.by))
    for each in document.annotations:
        if each.start is None or each.end is None:
            continue
        lines.append(_bound(len(lines) + 1, _TYPES[each.kind], text, each.start, each.end))
        if each.colour:
            attributes.append(("Colour", f"T{len(lines)}", each.colour))
        if each.text:
            notes.append((f"T{len(lines)}", _escaped(each.text)))
    lines += [f"A{number}\t{name} {of} {value}" for number, (name, of, value) in enumerate(attributes, 1)]
    lines += [f"#{number}\tAnnotatorNotes {of}\t{note}" for number, (of, note) in enumerate(notes, 1)]
    return "".join(f"{line}\n" for line in lines)


def _bound(number: int, label: str, text: str, start: int, end: int) -> str:
    parts = [found.span() for found in _LINE.finditer(text, start, end)] or [(start, end)]
    spans = ";".join(f"{a} {b}" for a, b in parts)
    return f"T{number}\t{label} {spans}\t{' '.join(text[a:b].replace(chr(9), ' ') for a, b in parts)}"


def _escaped(note: str) -> str:
    return note.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _unescaped(note: str) -> str:
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), note)


def read(data: str) -> list[ImportedAnnotation]:
    """The annotations in an `.ann`; entities are for `names`. Raises `FormatError` if no line is brat's."""
    lines = _lines(data)
    if lines and not any(re.match(r"[TAREMN#*]\d*\t", line) for line in lines):
        raise FormatError("it is not brat standoff")
    notes = {found["of"]: _unescaped(found["text"]) for line in lines if (found := _NOTE.match(line))}
    colours = {found["of"]: found["colour"] for line in lines if (found := _ATTRIBUTE.match(line))}
    return list(_annotations(lines, notes, colours))


def _annotations(lines: list[str], notes: dict[str, str], colours: dict[str, str]) -> Iterator[ImportedAnnotation]:
    for line in lines:
        found = _SPAN.match(line)
        if not found or (found["type"] not in _KINDS and found["id"] not in notes):
            continue
        offsets = [int(each) for each in re.findall(r"\d+", found["spans"])]
        quote = found["text"]
        kind, text, colour = _KINDS.get(found["type"], Kind.NOTE), notes.get(found["id"], ""), colours.get(found["id"])
        told = quote if ";" not in found["spans"] else ""
        name = f"brat:{kind}:{offsets[0]}:{offsets[-1]}:{told}:{colour}:{text}"
        yield ImportedAnnotation(name, text, colour, offsets[0], offsets[-1], quote, kind=kind)


def names(data: str) -> list[ImportedName]:
    """The text-bound lines that are entities, which `read` leaves out."""
    lines = _lines(data)
    by = {found["of"]: found["by"] for line in lines if (found := _BY.match(line))}
    marked = [found for line in lines if (found := _SPAN.match(line)) and found["type"] not in _KINDS]
    return [_name(found, by.get(found["id"], "")) for found in marked]


def _name(found: re.Match[str], by: str) -> ImportedName:
    offsets = [int(each) for each in re.findall(r"\d+", found["spans"])]
    return ImportedName(offsets[0], offsets[-1], found["type"], found["text"], by=by)


def _lines(data: str) -> list[str]:
    """The lines that say anything, however they end."""
    return [line for each in data.removeprefix("\ufeff").split("\n") if (line := each.rstrip("\r")).strip()]


_LEFT_OUT = (
    (re.compile(r"R\d"), "relation", "relations"),
    (re.compile(r"E\d"), "event", "events"),
    (re.compile(r"N\d"), "reference to a database", "references to databases"),
    (re.compile(r"\*\t"), "set of equals", "sets of equals"),
    (re.compile(r"[AM]\d"), "attribute", "attributes"),
    (re.compile(r"#"), "note on something else", "notes on something else"),
)
"""What brat has and newsreader does not, by how its lines begin."""


def left_out(data: str) -> str:
    """Say how much of an `.ann` is not taken over, line by line; empty if all is."""
    counts = Counter[tuple[str, str]]()
    for line in _lines(data):
        if not any(each.match(line) for each in (_SPAN, _NOTE, _BY, _ATTRIBUTE)):
            one, many = next((words for begins, *words in _LEFT_OUT if begins.match(line)), _UNKNOWN)
            counts[one, many] += 1
    said = ", ".join(f"{count} {one if count == 1 else many}" for (one, many), count in counts.items())
    return f"Left out: {said}." if said else ""


_UNKNOWN = ("line that is not as brat writes it", "lines that are not as brat writes them")


def _read_for(data: str, text: str) -> tuple[list[ImportedAnnotation], list[ImportedName]]:
    """The annotations and names in an `.ann`, in code points of the text it marks."""
    annotations, found = read(data), names(data)
    starts = starts_as_counted([*annotations, *found], text)
    return in_code_points(annotations, starts, text), in_code_points(found, starts, text)


def _write(documents: Sequence[AnnotatedArticle]) -> Written:
    document = only(FORMAT, documents)
    return written(FORMAT, documents, export(document), text=document.article.text)


FORMAT = AnnotationFormat(
    name="brat",
    about="brat standoff",
    suffix=".ann",
    lacks=(Lack.UNPLACED, Lack.SUBJECT, Lack.MOMENTS, Lack.NAMES),
    write=_write,
    read=lambda data, article: _read_for(data, article.text),
    left_out=left_out,
)
