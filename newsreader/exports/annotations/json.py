"""Annotations as JSON, schema 1, for programs.

    {"schema": 1,
     "article": {"title", "byline", "source", "agency", "place", "published", "published_from", "published_doubt",
                 "url", "location", "text_sha256"},
     "annotations": [{"id", "kind": "note|highlight", "start", "end", "quote", "prefix", "suffix", "colour", "text",
                      "tags": […], "entity", "created", "modified", "author", "placed"}]}

What is unknown or does not apply is null; `published_doubt` is there only for a day that is a guess. `start` and `end`
are code points, end exclusive, into the text of the article as the reader shows it, whose SHA-256 in UTF-8 is
`text_sha256`; they are null for what is on the whole article or on an entity, and for what the text no longer has
(`placed` is then false). Dates are ISO 8601, moments in UTC.

`newsreader annotations list` has in the article the `id` that it can be opened by, and the corrections of what was
found as `"corrections": [{"id", "kind": "correction", "verdict", "scope", "start", "end", "quote", "name", "text",
"created", "author"}]`, where `text` says in words what was corrected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsreader.annotations.model import CORRECTION
from newsreader.annotations.wording import correction_in_words
from newsreader.exports.about import fields as fields_of
from newsreader.exports.annotations.losses import written
from newsreader.exports.format import AnnotationFormat, Lack
from newsreader.exports.text import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsreader.annotations.corrections.model import Correction
    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import Written

SCHEMA = 1


def export(article: Article, annotations: Iterable[Annotation]) -> str:
    """The document, indented, without a newline at its end; the same input gives the same bytes."""
    return dumps(_document(article, annotations), indent=2)


def listed(
    article: Article, annotations: Iterable[Annotation], corrections: Iterable[Correction], number: int | None
) -> str:
    """The same with the corrections of what was found, and with what the article can be opened by if it is known."""
    document = _document(article, annotations)
    document["article"] |= {"id": None if number is None else f"library:{number}"}
    return dumps(document | {"corrections": [_corrected(each) for each in corrections]}, indent=2)


def _document(article: Article, annotations: Iterable[Annotation]) -> dict[str, Any]:
    return {"schema": SCHEMA, "article": _article(article), "annotations": [fields(each) for each in annotations]}


def _corrected(correction: Correction) -> dict[str, Any]:
    return {
        "id": correction.id,
        "kind": CORRECTION,
        "verdict": correction.verdict.value,
        "scope": correction.scope.value,
        "start": correction.start,
        "end": correction.end,
        "quote": correction.quote,
        "name": correction.subject.name,
        "text": correction_in_words(correction),
        "created": correction.created.isoformat(timespec="milliseconds"),
        "author": correction.author,
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        **fields_of(article.metadata),
        "url": article.metadata.url,
        "location": article.origin.name or None,
        "text_sha256": article.sha256,
    }


def fields(annotation: Annotation) -> dict[str, Any]:
    """An annotation as an object."""
    return {
        "id": annotation.id,
        "kind": annotation.kind.value,
        "start": annotation.start,
        "end": annotation.end,
        "quote": annotation.quote,
        "prefix": annotation.prefix,
        "suffix": annotation.suffix,
        "colour": annotation.colour,
        "text": annotation.text,
        "tags": list(annotation.tags),
        "entity": annotation.entity,
        "created": annotation.created.isoformat(timespec="milliseconds"),
        "modified": annotation.modified.isoformat(timespec="milliseconds"),
        "author": annotation.author,
        "placed": annotation.placed,
    }


def joined(texts: Sequence[str]) -> str:
    """Return one document as it is, several as an array."""
    return texts[0] if len(texts) == 1 else "[" + ",\n".join(texts) + "]"


def _write(documents: Sequence[AnnotatedArticle]) -> Written:
    return written(FORMAT, documents, joined([export(each.article, each.annotations) for each in documents]))


FORMAT = AnnotationFormat(name="json", about="all that is known", suffix=".json", lacks=(Lack.MENTIONS,), write=_write)
