"""Annotations into files of other programs and out of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli.problems import CommandError
from newsreader.exports import registry

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.annotations.imported import ImportedAnnotation
    from newsreader.exports.annotations.imported_names import ImportedName
    from newsreader.exports.format import AnnotationFormat, Written
    from newsreader.store.library import Library


def documents(
    library: Library, found: Iterable[tuple[Article, tuple[Annotation, ...]]], args: argparse.Namespace
) -> list[AnnotatedArticle]:
    """What is to be written; articles are analysed only for a format that has entities."""
    from newsreader.exports.annotations.annotated_article import AnnotatedArticle

    if not args.entities or not registry.ANNOTATIONS[args.format].mentions:
        return [AnnotatedArticle(article, annotations) for article, annotations in found]
    from newsreader.analysis.in_process import Analyser
    from newsreader.annotations.notebook import overlay_of
    from newsreader.cli import arguments

    analyser = Analyser(arguments.config_of(args).model)
    whose = frozenset(args.provenance) or None
    return [
        AnnotatedArticle(
            article,
            annotations,
            overlay_of(library, article).over(analyser.analyse(article), article),
            whose,
        )
        for article, annotations in found
    ]


def files(written: Written, output: str) -> dict[str, bytes]:
    """What is to be written as which file: brat has the text in one of its own."""
    if written.text is None or not output.endswith(".ann"):
        return {output: written.data}
    return {output: written.data, f"{output.removesuffix('.ann')}.txt": written.text.encode("utf-8", "surrogatepass")}


def importable() -> list[str]:
    """The names of the formats that can be read."""
    return [each.name for each in registry.ANNOTATIONS if each.read is not None]


def read(
    form: AnnotationFormat, path: str, article: Article
) -> tuple[list[ImportedAnnotation], list[ImportedName], str]:
    """The annotations and names in a file, of several articles those of `article`, and what it has besides in words.

    Raises `CommandError`.
    """
    from newsreader.cli import inputs
    from newsreader.exports.format import FormatError
    from newsreader.sanitise import printable

    assert form.read is not None
    try:
        data = inputs.imported(path)
        return (*form.read(data, article), form.left_out(data))
    except FormatError as error:
        raise CommandError(f"{printable(path)} cannot be imported: {error}.") from error
