"""UIMA CAS as JSON, which INCEpTION imports; needs the package `dkpro-cassis` (the extra `uima`).

Entities are of DKPro's NamedEntity type; notes, highlights and bookmarks of a type of ours. Offsets are UTF-16 code
units in the file, as UIMA has them; cassis counts them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from newsreader.annotations.anchor import CONTEXT
from newsreader.annotations.model import Kind
from newsreader.exports.annotations.imported import ImportedAnnotation, whole_number
from newsreader.exports.annotations.imported_names import ImportedName
from newsreader.exports.annotations.losses import only, written
from newsreader.exports.format import AnnotationFormat, FormatError, Lack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import Written

_Made = TypeVar("_Made")
ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
ANNOTATION = "newsreader.Annotation"

_FEATURES = {
    ENTITY: ("value", "identifier", "by"),
    ANNOTATION: ("name", "kind", "colour", "note", "entity", "written", "changed", "author"),
}


def _cassis() -> Any:
    """The library. Raises `FormatError`, which says how to get it."""
    try:
        return import_module("cassis")
    except ImportError as error:
        raise FormatError(f"UIMA CAS needs the package {FORMAT.needs}; install it with: {FORMAT.remedy}") from error


def export(document: AnnotatedArticle) -> str:
    """The CAS. Raises `FormatError` where the package is missing."""
    cassis = _cassis()
    system = cassis.TypeSystem()
    types = {name: system.create_type(name, "uima.tcas.Annotation") for name in _FEATURES}
    for name, features in _FEATURES.items():
        for feature in features:
            system.create_feature(types[name], feature, "uima.cas.String")
    cas = cassis.Cas(typesystem=system)
    cas.sofa_string, cas.sofa_mime = document.article.text, "text/plain"
    for span in document.spans:
        about = {"value": span.label, "identifier": span.name, "by": span.by}
        cas.add(types[ENTITY](begin=span.start, end=span.end, **about))
    for each in document.annotations:
        if each.start is not None:
            moments = {"written": each.created.isoformat(), "changed": each.modified.isoformat()}
            own = {
                "name": each.id,
                "kind": each.kind.value,
                "colour": each.colour,
                "note": each.text,
                "entity": each.entity,
                "author": each.author,
            }
            cas.add(types[ANNOTATION](begin=each.start, end=each.end, **own, **moments))
    return str(cas.to_json(pretty_print=True))


def read(data: str) -> list[ImportedAnnotation]:
    """The annotations of ours in a CAS. Raises `FormatError` for what is none."""
    return _selected(data, ANNOTATION, _read)


def names(data: str) -> list[ImportedName]:
    """The named entities in a CAS."""
    return _selected(data, ENTITY, _name)


def _selected(data: str, type_name: str, made: Callable[[Any], _Made]) -> list[_Made]:
    cassis = _cassis()
    try:
        cas = cassis.load_cas_from_json(data)
        return [made(each) for each in cas.select(type_name)] if cas.typesystem.contains_type(type_name) else []
    except Exception as error:  # cassis raises whatever its parsing comes upon, now or when a feature is asked for
        raise FormatError(f"it is not a UIMA CAS in JSON ({error})") from error


def _name(found: Any) -> ImportedName:
    text, start, end = found.sofa.sofaString, found.begin, found.end
    around = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    # A CAS that another program made has no such feature.
    by = getattr(found, "by", None) or ""
    called = found.identifier if by else None
    return ImportedName(start, end, str(found.value), found.get_covered_text(), *around, name=called, by=by)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _read(found: Any) -> ImportedAnnotation:
    kind = found.kind if found.kind in list(Kind) else None
    return ImportedAnnotation(
        id=_text(found.name) or f"cas:{found.begin}:{found.end}:{found.kind}:{found.note}",
        text=_text(found.note),
        colour=found.colour,
        start=whole_number(found.begin),
        end=whole_number(found.end),
        quote=_text(found.get_covered_text()),
        kind=Kind(kind) if kind else None,
        entity=getattr(found, "entity", None),
        author=getattr(found, "author", None),
        written=found.written,
        changed=found.changed,
    )


def _write(documents: Sequence[AnnotatedArticle]) -> Written:
    return written(FORMAT, documents, export(only(FORMAT, documents)))


FORMAT = AnnotationFormat(
    name="cas",
    about="UIMA CAS, for INCEpTION",
    suffix=".cas.json",
    lacks=(Lack.UNPLACED,),
    needs="dkpro-cassis",
    module="cassis",
    write=_write,
    read=lambda data, _: (read(data), names(data)),
)
