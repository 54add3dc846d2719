"""`newsreader export`: articles that a query finds, with what was written on them, as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import arguments
from newsreader.cli.problems import CommandError
from newsreader.counting import counted
from newsreader.exports import registry

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from newsreader.article import Article
    from newsreader.entity import Analysis
    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import AnnotationFormat, Written
    from newsreader.store.library import Library

_EACH, _TOGETHER = "html", "markdown"
"""The formats of a folder and of all else where nothing says which."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `export`."""
    parser = subparsers.add_parser(
        "export",
        help="write articles of the library into files",
        description="Write the articles that a query finds, as “newsreader search” does, with what you wrote on them "
        "and the names and dates that are known in them: into one new file, into a folder each article in a file of "
        "its own, or to standard output. What a format has no place for is said.",
        allow_abbrev=False,
    )
    parser.add_argument("query", nargs="*", metavar="QUERY", help="what to write; several words are one query")
    default = f"default: what the name of the file says, else {_EACH} in a folder, {_TOGETHER} otherwise"
    parser.add_argument("--format", choices=registry.ANNOTATIONS.names, help=default)
    parser.add_argument("--output", metavar="FILE", help="the new file; a folder if it is one or ends with /")
    parser.add_argument(
        "--no-entities", dest="entities", action="store_false", help="leave out the names and dates that are known"
    )
    arguments.add_settings(parser, "model", "config")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from newsreader.cli import indexed
    from newsreader.exports.annotations.of_library import MOST
    from newsreader.exports.format import FormatError
    from newsreader.index.found import Order

    form = registry.ANNOTATIONS[args.format or _meant(args.output)]
    if form.missing:
        raise CommandError(f"The format {form.name} needs the package {form.missing}; install it with: {form.remedy}")
    query = indexed.query(" ".join(args.query))
    if query.mistakes:
        raise CommandError("Nothing was written.")  # what is left of the query may find the whole library
    with indexed.opened(check=False, lasting=False) as (library, index):
        order = Order(query.order or Order.NEWEST)
        found = [each.id for each in index.search.articles(query.condition, order, MOST + 1)]
        if len(found) > MOST:
            raise CommandError(f"More than {MOST:,} articles are found: ask for fewer, such as those of a month.")
        documents, remarks = _documents(library, found, args, form)
    if not documents:
        indexed.told("No article is found; nothing was written.")
        return 1
    try:
        written = _write(form, documents, args.output)
    except FormatError as error:
        hint = " A folder has a file for each: --output NAME/." if len(documents) > 1 else ""
        raise CommandError(f"{error}.{hint}") from error
    for sentence in (*written.left_out, *remarks):
        indexed.told(f"newsreader: {sentence}")
    return 0


def _meant(output: str | None) -> str:
    """The format that files with the name of this one have."""
    from newsreader.exports.annotations.files import is_folder

    if output is None:
        return _TOGETHER
    if is_folder(output):
        return _EACH
    return next((each.name for each in registry.ANNOTATIONS if output.endswith(each.suffix)), _TOGETHER)


def _documents(
    library: Library, found: Sequence[int], args: argparse.Namespace, form: AnnotationFormat
) -> tuple[list[AnnotatedArticle], tuple[str, ...]]:
    """The articles, and what is not in them."""
    from newsreader.exports.annotations.of_library import NAMELESS, Gathering, annotations_of

    known = _known(library, args) if args.entities and form.mentions else None
    gathering = Gathering(library, known)
    articles = (gathering.article(number, some) for number, some in annotations_of(library, found).items())
    documents = [each for each in articles if each is not None]
    return documents, (f"{NAMELESS} “newsreader index” finds them.",) if gathering.nameless else ()


def _known(library: Library, args: argparse.Namespace) -> Callable[[Article], Analysis | None]:
    """What finds the names of an article that was read for them."""
    from newsreader.analysis import shared
    from newsreader.analysis.cache import AnalysisCache
    from newsreader.entities import pipeline

    cache = AnalysisCache()
    key = pipeline.find(arguments.config_of(args).model).key
    return lambda article: shared.known(library, cache, article, key)


def _write(form: AnnotationFormat, documents: Sequence[AnnotatedArticle], output: str | None) -> Written:
    from newsreader.cli import indexed, printing
    from newsreader.exports.annotations.files import files_of
    from newsreader.sanitise import printable

    if output is None:
        written = form.write(documents)
        printing.write(written.data)
        return written
    try:
        written, files = files_of(form, documents, output)
    except (OSError, RuntimeError) as error:
        raise CommandError(f"{printable(output)} cannot be made: {getattr(error, 'strerror', error)}.") from error
    printing.save({str(path): data for path, data in files.items()})
    articles = counted(len(documents), "article is", "articles are")
    indexed.told(f"{articles} in {printable(output)}.")
    return written
