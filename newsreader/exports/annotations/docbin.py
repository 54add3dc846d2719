"""For training with spaCy: its DocBin, which has the categories of names and dates on tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.exports.annotations.losses import left_out
from newsreader.exports.format import AnnotationFormat, Lack, Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.exports.annotations.annotated_article import AnnotatedArticle


def export(documents: Sequence[AnnotatedArticle]) -> tuple[bytes, int]:
    """The DocBin, and how many entities it could not have, since spaCy’s tokens lie across their ends."""
    import spacy
    from spacy.tokens import DocBin
    from spacy.util import filter_spans

    nlp, found, lost = spacy.blank("en"), DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True), 0
    for document in documents:
        doc = nlp.make_doc(document.article.text)
        spans = [doc.char_span(span.start, span.end, label=span.label) for span in document.spans]
        whole = filter_spans([span for span in spans if span is not None])
        lost += len(spans) - len(whole)
        doc.set_ents(whole)
        found.add(doc)
    return found.to_bytes(), lost


def _write(documents: Sequence[AnnotatedArticle]) -> Written:
    data, lost = export(documents)
    said = (f"{lost} entities are left out: spaCy’s tokens lie across their ends.",) if lost else ()
    return Written(data, (*said, *left_out(FORMAT, documents)))


FORMAT = AnnotationFormat(
    name="docbin",
    about="spaCy’s DocBin, names only",
    suffix=".spacy",
    lacks=(Lack.ANNOTATIONS, Lack.NAMES),
    write=_write,
)
