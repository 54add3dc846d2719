"""Annotations in the Web Annotation data model of the W3C (https://www.w3.org/TR/annotation-model/), as JSON-LD.

An annotation page whose items have a position and a quotation selector; offsets are code points of the article's text
as the reader shows it. Reads the same, single annotations, lists, and exports of Hypothesis.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsreader.annotations.model import Kind
from newsreader.exports.annotations.imported import ImportedAnnotation, first, whole_number
from newsreader.exports.annotations.json import joined
from newsreader.exports.annotations.losses import written
from newsreader.exports.annotations.offset_units import in_code_points, starts_as_counted
from newsreader.exports.format import AnnotationFormat, FormatError, Lack
from newsreader.exports.text import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import Written

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
ENTITY = "urn:newsreader:entity:"
"""How the id of an entity becomes an IRI."""

_MOTIVATIONS = {Kind.NOTE: "commenting", Kind.HIGHLIGHT: "highlighting", Kind.BOOKMARK: "bookmarking"}
_KINDS = {motivation: kind for kind, motivation in _MOTIVATIONS.items()}


def export(article: Article, annotations: Iterable[Annotation]) -> str:
    """The annotation page, indented, without a newline at its end."""
    page = {
        "@context": CONTEXT,
        "id": f"urn:newsreader:page:{article.sha256}",
        "type": "AnnotationPage",
        "items": [_annotation(article, each) for each in annotations],
    }
    return dumps(page, indent=2)


def _annotation(article: Article, annotation: Annotation) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": f"urn:uuid:{_dashed(annotation.id)}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS[annotation.kind],
        "creator": {"type": "Person", "nickname": annotation.author},
        "created": _moment(annotation.created),
        "modified": _moment(annotation.modified),
    }
    bodies = list(_bodies(annotation))
    if bodies:
        made["body"] = bodies
    made["target"] = _target(article, annotation)
    return made


def _moment(moment: datetime) -> str:
    """As the model wants it: in UTC, which is written `Z`."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _dashed(name: str) -> str:
    return "-".join((name[:8], name[8:12], name[12:16], name[16:20], name[20:]))


def _bodies(annotation: Annotation) -> Iterator[dict[str, str]]:
    if annotation.text:
        yield {"type": "TextualBody", "value": annotation.text, "format": "text/markdown", "purpose": "commenting"}
    for tag in annotation.tags:
        yield {"type": "TextualBody", "value": tag, "purpose": "tagging"}
    if annotation.entity:
        yield {"type": "SpecificResource", "source": ENTITY + annotation.entity, "purpose": "identifying"}


def _target(article: Article, annotation: Annotation) -> dict[str, Any]:
    target: dict[str, Any] = {"type": "SpecificResource", "source": _source(article)}
    selectors: list[dict[str, Any]] = []
    if annotation.start is not None:
        selectors.append({"type": "TextPositionSelector", "start": annotation.start, "end": annotation.end})
    if annotation.quote:
        context = {"prefix": annotation.prefix, "suffix": annotation.suffix}
        selectors.append({"type": "TextQuoteSelector", "exact": annotation.quote, **context})
    if selectors:
        target["selector"] = selectors
    if annotation.colour:
        target["styleClass"] = annotation.colour
    return target


def _source(article: Article) -> str:
    """The address of the article; its text's digest where it has none, since paths are private."""
    location = article.origin.name
    return article.metadata.url or (location if "://" in location else f"urn:newsreader:text:{article.sha256}")


def read(data: str, article: Article | None = None) -> list[ImportedAnnotation]:
    """The annotations in a file; of one on several pages, those on `article` if it is given.

    Raises `FormatError` if it is no JSON or has none, or only such on several other articles.
    """
    items = annotations_in(data)
    sources = {about(item) for item in items}
    if article is not None and len(sources) > 1:
        if _source(article) not in sources:
            raise FormatError(f"it is about {len(sources)} articles, and none has the text or the address of this one")
        items = [item for item in items if about(item) == _source(article)]
    return [as_imported(item) for item in items]


def annotations_in(data: str) -> list[dict[str, Any]]:
    """The annotations in a file as it has them. Raises `FormatError` if it is no JSON or has none."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FormatError(f"it is not JSON ({error})") from error
    items = [item for item in _items(document) if isinstance(item, dict)]
    if not items and not isinstance(document, list) and "items" not in document:
        raise FormatError("it has no annotations")
    return items


def about(item: dict[str, Any]) -> str:
    """What an annotation is on: an address, or whatever else the file calls it by."""
    targets = [each if isinstance(each, str) else _target_source(each) for each in _listed(item.get("target"))]
    return first(targets) or ""


def _target_source(target: Any) -> str:
    return _text(target.get("source", target.get("id"))) if isinstance(target, dict) else ""


def _items(document: Any) -> Iterable[Any]:
    if isinstance(document, list):
        return [item for each in document for item in _items(each)]
    if not isinstance(document, dict):
        raise FormatError("it has no annotations")
    for name in ("items", "rows", "annotations", "first"):
        if name in document:
            return _items(document[name])
    return [document] if "target" in document else []


def as_imported(item: dict[str, Any]) -> ImportedAnnotation:
    """An annotation of a file; its offsets are as the file counts them."""
    target = next((each for each in _listed(item.get("target")) if isinstance(each, dict)), {})
    selectors = {_text(each.get("type")): each for each in _listed(target.get("selector")) if isinstance(each, dict)}
    position, quote = selectors.get("TextPositionSelector", {}), selectors.get("TextQuoteSelector", {})
    bodies = [each for each in _listed(item.get("body", item.get("bodyValue"))) if isinstance(each, dict | str)]
    texts = [_value(each) for each in bodies if _purpose(each) not in ("tagging", "identifying")]
    entities = [each.get("source", "") for each in bodies if isinstance(each, dict) and _purpose(each) == "identifying"]
    return ImportedAnnotation(
        id=str(item.get("id", json.dumps(item, sort_keys=True))),
        text="\n\n".join(filter(None, [*texts, _text(item.get("text"))])),
        colour=target.get("styleClass"),
        start=whole_number(position.get("start")),
        end=whole_number(position.get("end")),
        quote=_text(quote.get("exact")),
        prefix=_text(quote.get("prefix")),
        suffix=_text(quote.get("suffix")),
        kind=_KINDS.get(str(item.get("motivation"))),
        tags=tuple(
            map(str, [*(_value(each) for each in bodies if _purpose(each) == "tagging"), *_listed(item.get("tags"))])
        ),
        entity=first(each.removeprefix(ENTITY) for each in entities if str(each).startswith(ENTITY)),
        author=first(_text(each.get("nickname")) for each in _listed(item.get("creator")) if isinstance(each, dict)),
        written=_text(item.get("created")) or None,
        changed=_text(item.get("modified", item.get("updated"))) or None,
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _value(body: dict[str, Any] | str) -> str:
    return body if isinstance(body, str) else _text(body.get("value"))


def _purpose(body: dict[str, Any] | str) -> str:
    return "" if isinstance(body, str) else _text(body.get("purpose"))


def _write(documents: Sequence[AnnotatedArticle]) -> Written:
    return written(FORMAT, documents, joined([export(each.article, each.annotations) for each in documents]))


def _placed(annotations: list[ImportedAnnotation], text: str) -> list[ImportedAnnotation]:
    """Those with offsets in code points: a browser counts the units of UTF-16."""
    return in_code_points(annotations, starts_as_counted(annotations, text), text)


FORMAT = AnnotationFormat(
    name="jsonld",
    about="W3C Web Annotation",
    suffix=".jsonld",
    lacks=(Lack.MENTIONS,),
    write=_write,
    read=lambda data, article: (_placed(read(data, article), article.text), []),
)
