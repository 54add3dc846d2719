"""What becomes of annotations in a format that has no place for all of them: what is counted, and what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.exports.format import FormatError, Lack, Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import AnnotationFormat


def only(form: AnnotationFormat, documents: Sequence[AnnotatedArticle]) -> AnnotatedArticle:
    """Return the one document that the format can hold; raises `FormatError` for several."""
    if len(documents) != 1:
        raise FormatError(f"The format {form.name} holds one article: name it")
    return documents[0]


def written(
    form: AnnotationFormat, documents: Sequence[AnnotatedArticle], data: str, text: str | None = None
) -> Written:
    """Return the file with a newline at its end, and what it leaves out."""
    raw = data.encode("utf-8", "surrogatepass")
    raw += b"\n" if raw and not raw.endswith(b"\n") else b""
    return Written(raw, left_out(form, documents), _carried(form, documents), text)


def left_out(form: AnnotationFormat, documents: Sequence[AnnotatedArticle]) -> tuple[str, ...]:
    """Return a sentence for each thing in the documents that the format has no place for."""
    return tuple(said for lack in form.lacks for said in _said(lack, documents))


def _said(lack: Lack, documents: Sequence[AnnotatedArticle]) -> list[str]:
    placed = [one for each in documents for one in each.annotations if one.start is not None]
    about = sum(one.entity is not None for one in placed)
    if lack is Lack.SUBJECT and about:
        return [f"The format cannot say which entity a note is about: {about} do not tell."]
    if lack is Lack.MOMENTS and placed:
        return [f"When and by whom {len(placed)} annotations were written is left out."]
    if lack is Lack.NAMES and (named := sum(len(each.spans) for each in documents)):
        return [f"The format has only the category of {named} names and dates, not what they are called."]
    if lack in (Lack.ANNOTATIONS, Lack.UNPLACED):
        return [said for each in documents for said in _lost(lack, each)]
    return []


def _lost(lack: Lack, document: AnnotatedArticle) -> list[str]:
    every = lack is Lack.ANNOTATIONS
    lost = sum(every or each.start is None for each in document.annotations)
    what = "of any kind" if every else "without a place in the text"
    said = f"{lost} of {len(document.annotations)} annotations are left out: the format has none {what}."
    return [said] if lost else []


def _carried(form: AnnotationFormat, documents: Sequence[AnnotatedArticle]) -> int:
    """How many annotations the format has a place for."""
    if Lack.ANNOTATIONS in form.lacks:
        return 0
    unplaced = Lack.UNPLACED not in form.lacks
    return sum(unplaced or one.start is not None for each in documents for one in each.annotations)
