"""Articles with what was found in them and what the person said of it, for the commands that print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli.problems import complain_once

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from newsreader.annotations.corrections import Overlay
    from newsreader.article import Article
    from newsreader.cli.inputs import Input
    from newsreader.entity import Analysis
    from newsreader.exports.entities.record import Result
    from newsreader.store.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Let a command take `--no-corrections` and the settings of the analysis."""
    from newsreader.cli import arguments

    parser.add_argument(
        "--no-corrections",
        dest="corrections",
        action="store_false",
        help="print what was found, without your corrections, your gazetteer and the dates you gave articles",
    )
    arguments.add_settings(parser, "model", "config")


def results(args: argparse.Namespace, items: Iterable[Input], failures: list[str]) -> Iterator[Result]:
    """The analysis of each article as soon as it is made, with what the person said laid over it.

    What the person said and cannot be read is complained about and added to `failures`.
    """
    from itertools import chain

    from newsreader.analysis.batch.engine import analysed, opened
    from newsreader.cli import arguments

    # That none of them can be read is known before the model is loaded, which takes seconds.
    some = iter(items)
    if (first := next(some, None)) is None:
        return
    with (
        opened(arguments.config_of(args).model, arguments.hands_of(args)) as engine,
        _library(failures, wanted=args.corrections) as library,
    ):
        for item, analysis in analysed(engine, chain((first,), some), lambda each: each.article):
            yield _result(item, analysis, library, failures)


def identified(results: Iterable[Result]) -> Iterator[Result]:
    """The same results, each entity with its identity over all of them, once the last is there."""
    from dataclasses import replace

    from newsreader.identities.claims import claims_of
    from newsreader.identities.stream import Stream

    all_results, stream = list(results), Stream()
    claims = [claims_of(each.article, each.analysis) for each in all_results]
    for claimed in claims:
        stream.add(claimed)
    identities = stream.identities()
    for each, claimed in zip(all_results, claims, strict=True):
        across = {claim.entity: identities.of(claim, each.article.sha256) for claim in claimed}
        yield replace(each, across=across)


def _library(failures: list[str], *, wanted: bool) -> AbstractContextManager[Library | None]:
    """The library with what was said, if there is one and it can be read; none is made."""
    from contextlib import nullcontext

    from newsreader.store.errors import LibraryError
    from newsreader.store.library import Library

    try:
        return Library.open(check=False) if wanted and _has_library() else nullcontext()
    except LibraryError as error:
        complain_once([f"{_LEFT_OUT} {error}"], failures)
        return nullcontext()


_LEFT_OUT = "Your corrections are left out."


def _said(library: Library, article: Article, failures: list[str]) -> Overlay:
    """What the person said of an article, as far as the library can be read: a damaged one may open all the same."""
    from newsreader.annotations.corrections import Overlay
    from newsreader.annotations.notebook import overlay_of
    from newsreader.store.errors import LibraryError

    try:
        return overlay_of(library, article)
    except LibraryError as error:
        complain_once([f"{_LEFT_OUT} {error}"], failures)
        return Overlay()


def _has_library() -> bool:
    from newsreader import paths
    from newsreader.store.library import library_exists

    try:
        return library_exists()
    except paths.NoHomeError:
        return False


def _result(item: Input, analysis: Analysis, library: Library | None, failures: list[str]) -> Result:
    from newsreader.annotations.corrections import Overlay
    from newsreader.exports.entities.record import Result

    overlay = _said(library, item.article, failures) if library else Overlay()
    complain_once(overlay.unread, failures)
    if overlay == Overlay():
        return Result(item.id, item.article, analysis)
    corrected = overlay.over(analysis, item.article)
    return Result(item.id, overlay.dated(item.article), corrected.analysis, corrected)
