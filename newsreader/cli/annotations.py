"""`newsreader annotations`: the notes and highlights of the library, without the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import arguments

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from newsreader.store.library import ArticleRecord, Library

    Annotated = tuple[Article, tuple[Annotation, ...]]
    """An article with its annotations, those that are not placed last."""

FORMATS = ("markdown", "json")

_EXCERPT = 60
"""Code points of a quotation or note in a list."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `annotations`."""
    parser = subparsers.add_parser(
        "annotations",
        help="list or export notes and highlights",
        description="List or export the notes and highlights of articles, as they were last opened; of all articles "
        "if none is named. Offsets in JSON are code points of the text as the reader shows it, end exclusive.",
        allow_abbrev=False,
    )
    parser.add_argument("action", choices=("list", "export"), help="a line for each annotation, or a whole document")
    arguments.add_locations(parser)
    parser.add_argument("--format", choices=FORMATS, help="default for export: markdown")


def run(args: argparse.Namespace) -> int:
    """Print them."""
    from newsreader.store.library import Library

    form = args.format or ("markdown" if args.action == "export" else None)
    with Library.open() as library:
        found = list(_found(library, args.locations))
    if form == "json":
        _print_json(found, several=len(args.locations) != 1)
    elif form == "markdown":
        _print_markdown(found)
    else:
        _print_list(found)
    return 0


def _found(library: Library, locations: Sequence[str]) -> Iterator[Annotated]:
    """The named articles, or all that have annotations."""
    if not locations:
        for record in library.annotated():
            yield _annotated(library, record, library.stored(record))
    for location in locations:
        yield _named(library, location)


def _named(library: Library, location: str) -> Annotated:
    """The article at a location; a file is read only if the library does not know the place, a page never."""
    from newsreader.cli import inputs
    from newsreader.sanitise import printable
    from newsreader.store.library import LibraryError

    record = None if location == "-" else library.at(location)
    if record is not None:
        return _annotated(library, record, library.stored(record))
    if "://" in location:
        raise LibraryError(f"{printable(location)} is not in the library: open it in the reader first.")
    article = inputs.article(location).article
    record = library.find(article)
    return (article, ()) if record is None else _annotated(library, record, article)


def _annotated(library: Library, record: ArticleRecord, article: Article) -> Annotated:
    from newsreader.annotations.notebook import Notebook

    notebook = Notebook(library, record, article)
    return article, notebook.annotations + notebook.orphans


def _print_json(found: Sequence[Annotated], *, several: bool) -> None:
    from newsreader.annotations.formats import json

    documents = [json.export(article, annotations) for article, annotations in found]
    joined = ",\n".join(documents)
    print(f"[{joined}]" if several else joined)


def _print_markdown(found: Sequence[Annotated]) -> None:
    from newsreader.annotations.formats import markdown

    print("\n\n".join(markdown.export(article, annotations) for article, annotations in found))


def _print_list(found: Sequence[Annotated]) -> None:
    from newsreader.sanitise import printable

    for article, its_annotations in found:
        print(printable(article.metadata.title or article.origin.location or "Untitled"))
        for annotation in its_annotations:
            print(f"  {_line(annotation)}")


def _line(annotation: Annotation) -> str:
    """Kind or colour, where, what is quoted, and the note."""
    parts = [annotation.colour or annotation.kind.value, _where(annotation)]
    if annotation.quote:
        parts.append(f"“{_excerpt(annotation.quote)}”")
    if annotation.text:
        parts.append(_excerpt(annotation.text))
    return "  ".join(parts)


def _where(annotation: Annotation) -> str:
    if annotation.start is not None:
        return f"{annotation.start}–{annotation.end}"
    return annotation.entity or ("article" if annotation.placed else "not placed")


def _excerpt(text: str) -> str:
    from newsreader.sanitise import printable

    line = printable(" ".join(text.split()))
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1].rstrip()}…"
