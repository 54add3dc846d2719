"""`newsreader annotations`: the notes and highlights of the library, without the reader."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsreader.cli import annotation_files, arguments, library_copies, problems
from newsreader.exports import registry

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from newsreader.annotations.corrections.model import Correction
    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from newsreader.query.conditions import Condition
    from newsreader.store.library import Library
    from newsreader.store.records import ArticleRecord

COLOURS = ("yellow", "green", "blue", "pink", "orange", "purple")
"""Those of `annotations.model`, which is not loaded for the help."""

_EXCERPT = 60
"""Code points of a quotation or note in a list."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with what was written on it."""

    article: Article
    annotations: tuple[Annotation, ...] = ()
    """Those that are not placed last."""
    corrections: tuple[Correction, ...] = ()
    number: int | None = None
    """What the library knows the article by; None if it does not."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `annotations`."""
    parser = subparsers.add_parser(
        "annotations",
        help="list, export or import notes and highlights, and back them up",
        description="List or export the notes, highlights and corrections of articles, as they were last opened; of "
        "all articles if none is named. Offsets are code points of the text as the reader shows it, end exclusive. "
        "“import” takes the article first and then the files; “backup” a new file, if any, “restore” such a file; "
        "“check” looks whether the library is sound.",
        allow_abbrev=False,
    )
    parser.add_argument("action", choices=tuple(ACTIONS), help="what to do")
    arguments.add_locations(parser)
    parser.add_argument(
        "--format", choices=registry.ANNOTATIONS.names, help="default for export: markdown; for import: jsonld"
    )
    parser.add_argument("--output", metavar="FILE", help="export into this new file")
    kinds = ("note", "highlight", "bookmark", "correction")
    parser.add_argument("--kind", action="append", default=[], choices=kinds, help="only of this kind")
    parser.add_argument("--colour", action="append", default=[], choices=COLOURS, help="only of this colour")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="only what has this tag")
    parser.add_argument("--entity", action="append", default=[], metavar="NAME", help="only what is on or links it")
    parser.add_argument("--query", metavar="QUERY", help="only what it finds, such as 'tag:treaty -kind:bookmark'")
    parser.add_argument(
        "--provenance",
        action="append",
        default=[],
        choices=("person", "import", "machine", "gazetteer"),
        help="only what is from there: annotations from person or import, entities from machine, person or gazetteer",
    )
    parser.add_argument(
        "--no-entities", dest="entities", action="store_false", help="export without the names and dates that are found"
    )
    arguments.add_settings(parser, "model", "config")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    return ACTIONS[args.action](args)


def _list(args: argparse.Namespace) -> int:
    return _print(args, with_corrections=True)


def _print(args: argparse.Namespace, *, with_corrections: bool) -> int:
    from newsreader.store.library import Library

    failures: list[str] = []
    with Library.open(check=False) as library:
        found = _wanted(library, args, failures, with_corrections=with_corrections)
    if args.format == "json":
        several = len(args.locations) != 1 or len(found) > 1
        _print_json(found, several=several, with_corrections=with_corrections)
    elif args.format == "markdown":
        _print_markdown(found)
    else:
        _print_list(found)
        if not found and not failures:
            print("No annotations.", file=sys.stderr)
    return 1 if failures else 0


def _export(args: argparse.Namespace) -> int:
    from newsreader.cli import printing
    from newsreader.cli.problems import CommandError
    from newsreader.exports.format import FormatError
    from newsreader.store.library import Library

    args.format = args.format or "markdown"
    form = registry.ANNOTATIONS[args.format]
    if args.format in ("json", "markdown") and args.output is None:
        return _print(args, with_corrections=False)
    if form.missing:
        raise CommandError(f"The format {form.name} needs the package {form.missing}; install it with: {form.remedy}")
    failures: list[str] = []
    with Library.open(check=False) as library:
        documents = annotation_files.documents(library, _exported(library, args, failures), args)
    try:
        written = form.write(documents)
    except FormatError as error:
        raise CommandError(f"{error}.") from error
    if args.output is None:
        printing.write(written.data)
    else:
        printing.save(annotation_files.files(written, args.output))
    for sentence in written.left_out:
        print(f"newsreader: {sentence}", file=sys.stderr)
    return 1 if failures else 0


def _import(args: argparse.Namespace) -> int:
    from newsreader.annotations.anchor import Placer
    from newsreader.annotations.notebook import Notebook
    from newsreader.cli.problems import CommandError
    from newsreader.exports.annotations.imported import as_annotation
    from newsreader.exports.annotations.imported_names import as_corrections
    from newsreader.store.library import Library

    form = registry.ANNOTATIONS[args.format or "jsonld"]
    if len(args.locations) < 2 or form.read is None:
        *others, last = annotation_files.importable()
        raise CommandError(f"Name the article, then files of --format {', '.join(others)} or {last}.")
    location, *files = args.locations
    failures: list[str] = []
    with Library.open() as library:
        article = _one(library, location, failures)
        notebook = Notebook(library, library.find(article) or library.remember(article), article)
        placer = Placer(article.text, article.sha256, library.text)
        for file in files:
            read, names, besides = annotation_files.read(form, file, article)
            found = as_corrections(names, article, placer)
            new = notebook.take_in(file, [as_annotation(each, article) for each in read], found.corrections)
            what = "annotations and names" if found.corrections else "annotations"
            print(f"{new} of {len(read) + len(found.corrections)} {what} are new.", file=sys.stderr)
            for sentence in filter(None, (found.left_out, besides)):
                print(f"newsreader: {sentence}", file=sys.stderr)
        lost = len(notebook.orphans)
    if lost:
        what = "annotation has" if lost == 1 else "annotations have"
        print(f"newsreader: {lost} {what} no place in the text; see the notes in the reader.", file=sys.stderr)
    return 1 if failures else 0


ACTIONS = {
    "list": _list,
    "export": _export,
    "import": _import,
    "backup": library_copies.backup,
    "restore": library_copies.restore,
    "check": library_copies.check,
}
"""What `newsreader annotations` can do."""


def _wanted(
    library: Library, args: argparse.Namespace, failures: list[str], *, with_corrections: bool
) -> list[Annotated]:
    """The articles, with the dates that the person gave them and those annotations that are asked for.

    Acts that cannot be read are added to `failures`.
    """
    from newsreader.annotations.notebook import overlay_of
    from newsreader.query.selection import Selection

    whose = tuple(each for each in args.provenance if each in ("person", "import"))
    if args.provenance and not whose:
        whose = ("none",)
    selection = Selection(
        kinds=tuple(args.kind),
        colours=tuple(args.colour),
        tags=tuple(args.tag),
        entities=tuple(args.entity),
        provenance=whose,
        query=_condition(args.query) if args.query else None,
    )
    found = []
    for each in _found(library, args.locations, failures):
        chosen = selection.of(each.annotations)
        corrections = selection.corrections(each.corrections) if with_corrections else ()
        if args.locations or chosen or corrections:
            dated = overlay_of(library, each.article).dated(each.article)
            found.append(replace(each, article=dated, annotations=chosen, corrections=corrections))
    return found


def _exported(
    library: Library, args: argparse.Namespace, failures: list[str]
) -> list[tuple[Article, tuple[Annotation, ...]]]:
    found = _wanted(library, args, failures, with_corrections=False)
    return [(each.article, each.annotations) for each in found]


def _condition(query: str) -> Condition | None:
    """What a query asks for. Raises `CommandError` for one that cannot be meant as it is."""
    from newsreader.cli.problems import CommandError
    from newsreader.query.fields import NOTES
    from newsreader.query.parser import parse
    from newsreader.sanitise import printable

    read = parse(query, NOTES)
    if read.mistakes:
        raise CommandError(f"In the query: {printable(read.mistakes[0].sentence)}")
    return read.condition


def _found(library: Library, locations: Sequence[str], failures: list[str]) -> Iterator[Annotated]:
    """The named articles, or all on which something was written."""
    from newsreader.annotations.journal_check import unread
    from newsreader.store.errors import LibraryError

    if not locations:
        # Also of articles of which nothing that can be read is left.
        problems.complain_once(unread(library), failures)
        with library.reading() as unit:
            records = unit.articles.written_on()
        for record in records:
            try:
                yield _annotated(library, record, library.stored(record), failures)
            except LibraryError as error:
                problems.complain_once([str(error)], failures)
    for location in locations:
        yield from _named(library, location, failures)


def _one(library: Library, location: str, failures: list[str]) -> Article:
    """The only article at a location. Raises `CommandError` where there are several."""
    from newsreader.cli.problems import CommandError
    from newsreader.sanitise import printable

    first, *others = _named(library, location, failures)
    if others:
        named = printable(f"{location}#{first.article.origin.part}")
        raise CommandError(f"{printable(location)} has {len(others) + 1} articles: name one of them, such as {named}.")
    return first.article


def _named(library: Library, location: str, failures: list[str]) -> Iterator[Annotated]:
    """The articles at a location; a file is read only if the library does not know the place, a page never."""
    from newsreader.cli import inputs
    from newsreader.sanitise import printable
    from newsreader.store.errors import LibraryError

    location = inputs.public(location)
    record = None if location == "-" else library.at(location)
    if record is not None:
        yield _annotated(library, record, library.stored(record), failures)
        return
    if "://" in location:
        raise LibraryError(f"{printable(location)} is not in the library: open it in the reader first.")
    for each in inputs.at(location):
        record = library.find(each.article)
        yield Annotated(each.article) if record is None else _annotated(library, record, each.article, failures)


def _annotated(library: Library, record: ArticleRecord, article: Article, failures: list[str]) -> Annotated:
    from newsreader.annotations.notebook import Notebook

    notebook = Notebook(library, record, article)
    problems.complain_once(notebook.unread, failures)
    annotations = notebook.annotations + notebook.orphans
    return Annotated(notebook.overlay.dated(article), annotations, notebook.corrections.own, record.id)


def _print_json(found: Sequence[Annotated], *, several: bool, with_corrections: bool) -> None:
    from newsreader.exports.annotations import json

    documents = [
        json.listed(each.article, each.annotations, each.corrections, each.number)
        if with_corrections
        else json.export(each.article, each.annotations)
        for each in found
    ]
    joined = ",\n".join(documents)
    print(f"[{joined}]" if several else joined)


def _print_markdown(found: Sequence[Annotated]) -> None:
    from newsreader.exports.annotations import markdown

    print("\n\n".join(markdown.export(each.article, each.annotations) for each in found))


def _print_list(found: Sequence[Annotated]) -> None:
    from newsreader.sanitise import printable

    for each in found:
        print(printable(each.article.metadata.title or each.article.origin.name or "Untitled"))
        for said in each.annotations:
            print(f"  {_by(said)}{_line(said)}")
        for made in each.corrections:
            print(f"  {_by(made)}{_corrected(made)}")


def _by(said: Annotation | Correction) -> str:
    """Who wrote it, where that is somebody else."""
    from newsreader.annotations.model import OWN

    return "" if said.author in OWN else f"{_excerpt(said.author)}: "


def _line(annotation: Annotation) -> str:
    """Kind or colour, where, what is quoted, and the note."""
    parts = [annotation.colour or annotation.kind.value, _where(annotation)]
    if annotation.quote:
        parts.append(f"“{_excerpt(annotation.quote)}”")
    if annotation.text:
        parts.append(_excerpt(annotation.text))
    return "  ".join(parts)


def _corrected(correction: Correction) -> str:
    from newsreader.annotations.wording import correction_in_words

    where = "article" if correction.start is None else f"{correction.start}–{correction.end}"
    return f"correction  {where}  {_excerpt(correction_in_words(correction))}"


def _where(annotation: Annotation) -> str:
    if annotation.start is not None:
        return f"{annotation.start}–{annotation.end}"
    return annotation.entity or ("article" if annotation.placed else "not placed")


def _excerpt(text: str) -> str:
    from newsreader.sanitise import printable

    line = printable(" ".join(text.split()))
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1].rstrip()}…"
