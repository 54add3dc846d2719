"""`newsreader entities`: what the panels show, without the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import arguments

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from newsreader.cli.formats import Result, Writer
    from newsreader.cli.inputs import Input
    from newsreader.entities.model import Analysis
    from newsreader.store.library import Library

FORMATS = ("table", "json", "jsonl", "csv")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `entities`."""
    parser = subparsers.add_parser(
        "entities",
        help="print the people, places, organisations and dates of articles",
        description="Print the people, places, organisations and dates of articles. Without an article, standard "
        "input is read. Offsets in JSON and CSV are code points of the text as given, end exclusive.",
        allow_abbrev=False,
    )
    arguments.add_locations(parser)
    parser.add_argument("--format", choices=FORMATS, help="default: table; for --from jsonl: jsonl")
    parser.add_argument(
        "--from",
        dest="source",
        choices=("article", "jsonl"),
        default="article",
        help="what the files are: articles (default), or lines of JSON objects with “id”, “text” and perhaps “title” "
        "and “published”; each is answered in its turn, as soon as it has been read",
    )
    parser.add_argument(
        "--no-corrections",
        dest="corrections",
        action="store_false",
        help="print what the machine found, without your corrections and gazetteer",
    )
    arguments.add_settings(parser, "model", "config")


def run(args: argparse.Namespace) -> int:
    """Print them."""
    from newsreader.analysis.in_process import Analyser
    from newsreader.cli import inputs, problems

    locations = inputs.locations(args.locations)
    if not locations:
        problems.complain("Name an article to analyse, or send one to standard input.")
        return 2
    lines = args.source == "jsonl"
    failures: list[str] = []
    items = _records(locations) if lines else inputs.articles(locations, failures)
    analyser = Analyser(arguments.config_of(args).model)
    writer = _writer(args.format or ("jsonl" if lines else "table"), several=lines or len(locations) > 1)
    with _library(wanted=args.corrections) as library:
        for item in items:
            writer.write(_result(item, analyser.analyse(item.article), library))
    writer.close()
    return 1 if failures else 0


def _library(*, wanted: bool) -> AbstractContextManager[Library | None]:
    """The library with the corrections, if there is one; none is made."""
    from contextlib import nullcontext

    from newsreader import paths
    from newsreader.store.library import FILE_NAME, Library

    return Library.open() if wanted and (paths.data_dir() / FILE_NAME).exists() else nullcontext()


def _result(item: Input, analysis: Analysis, library: Library | None) -> Result:
    """The analysis with what the person said laid over it."""
    from newsreader.annotations.corrections import apply
    from newsreader.annotations.corrections.library import corrections_for
    from newsreader.cli.formats import Result

    known = corrections_for(library, item.article) if library else ()
    if not known:
        return Result(item, analysis)
    corrected = apply(analysis, known, item.article.text)
    return Result(item, corrected.analysis, corrected)


def _records(locations: Iterable[str]) -> Iterator[Input]:
    """All records of all files; the first bad line ends it."""
    from newsreader.cli import inputs

    for location in locations:
        yield from inputs.records(location)


def _writer(form: str, *, several: bool) -> Writer:
    from newsreader.cli import formats

    if form != "table":
        formats.write_utf8()
    if form == "json":
        return formats.Json(several=several)
    if form == "csv":
        return formats.Csv()
    return formats.JsonLines() if form == "jsonl" else formats.Table()
