"""`newsreader show`: print an article, in a terminal with its entities highlighted."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from itertools import chain
from typing import TYPE_CHECKING

from newsreader.cli import analysed, arguments

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from rich.console import Console
    from rich.text import Text

    from newsreader.article import Article, Paragraph
    from newsreader.cli.inputs import Input
    from newsreader.entity import Mention

PARAGRAPHS = {"title": "bold", "heading": "bold", "meta": "dim", "caption": "dim", "furniture": "dim"}
"""Rich styles by kind of paragraph."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `show`."""
    parser = subparsers.add_parser(
        "show",
        help="print an article, in a terminal with its entities highlighted",
        description="Print articles: with their people, places, organisations and dates highlighted if the output is a "
        "terminal, else the plain text.",
        allow_abbrev=False,
    )
    arguments.add_locations(parser)
    parser.add_argument("--links", action="store_true", help="list the links below each article, by number")
    analysed.add_arguments(parser)
    arguments.add_settings(parser, "measure")


def run(args: argparse.Namespace) -> int:
    """Print them."""
    from rich.console import Console

    from newsreader.cli import inputs, problems

    locations = inputs.locations(args.locations)
    if not locations:
        problems.complain("Name an article to show, or send one to standard input.")
        return 2
    failures: list[str] = []
    items = inputs.articles(locations, failures)
    console = Console(highlight=False)
    if console.is_terminal:
        console.width = min(console.width, arguments.config_of(args).measure)
        for article, mentions in _found(args, items, failures):
            _print_highlighted(console, article, mentions)
            _print_links(article, args.links)
    else:
        for item in items:
            print(item.article.text.rstrip("\n"))
            _print_links(item.article, args.links)
    return 1 if failures else 0


def _found(
    args: argparse.Namespace, items: Iterator[Input], failures: list[str]
) -> Iterator[tuple[Article, list[Mention]]]:
    """Each article with its mentions in order of position; without a model no mentions, and a sentence on it."""
    from newsreader.cli import problems
    from newsreader.entities.pipeline import ModelError

    unanalysed: deque[Input] = deque()
    """Those that were read already when it turns out that there is no model."""

    def taken() -> Iterator[Input]:
        for item in items:
            unanalysed.append(item)
            yield item

    try:
        for result in analysed.results(args, taken(), failures):
            unanalysed.popleft()
            mentions = [mention for entity in result.analysis.entities for mention in entity.mentions]
            yield result.article, sorted(mentions, key=lambda mention: mention.start)
    except ModelError as error:
        problems.complain(str(error))
        yield from ((item.article, []) for item in chain(unanalysed, items))


def _print_links(article: Article, wanted: bool) -> None:
    """Print the links as notes at the end: number, text and address."""
    if wanted and article.links:
        print()
        for number, link in enumerate(article.links, 1):
            print(f"{number}. {article.text[link.start : link.end]}: {link.address}")


def _print_highlighted(console: Console, article: Article, mentions: Sequence[Mention]) -> None:
    """Print the paragraphs as they are set in, with a blank line before those that are not tight."""
    from rich.padding import Padding

    starts = [mention.start for mention in mentions]
    for index, paragraph in enumerate(article.paragraphs):
        if index and not paragraph.tight:
            console.print()
        inside = mentions[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        text = _text(article, paragraph, inside)
        indent = min(paragraph.indent, console.width // 4)
        console.print(Padding(text, (0, 0, 0, indent), expand=False) if indent else text)
    console.print()


def _text(article: Article, paragraph: Paragraph, mentions: Sequence[Mention]) -> Text:
    """A paragraph to be wrapped anew, its mentions styled; nothing in it is read as markup."""
    from rich.text import Text

    from newsreader.cli.printing import CATEGORIES

    text = Text(article.text[paragraph.start : paragraph.end].replace("\n", " "), PARAGRAPHS.get(paragraph.kind, ""))
    for mention in mentions:
        text.stylize(CATEGORIES[mention.category], mention.start - paragraph.start, mention.end - paragraph.start)
    return text
