"""`newsreader show`: print an article, in a terminal with its entities highlighted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import arguments

if TYPE_CHECKING:
    import argparse

    from rich.console import Console
    from rich.text import Text

    from newsreader.article import Article, Paragraph
    from newsreader.entities.model import Mention

PARAGRAPHS = {"title": "bold", "heading": "bold", "meta": "dim", "furniture": "dim"}
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
    arguments.add_settings(parser, "model", "measure", "config")


def run(args: argparse.Namespace) -> int:
    """Print them."""
    from newsreader.cli import inputs, problems

    locations = inputs.locations(args.locations)
    if not locations:
        problems.complain("Name an article to show, or send one to standard input.")
        return 2
    failures: list[str] = []
    for item in inputs.articles(locations, failures):
        _show(item.article, args)
    return 1 if failures else 0


def _show(article: Article, args: argparse.Namespace) -> None:
    from rich.console import Console

    config = arguments.config_of(args)
    console = Console(highlight=False)
    if not console.is_terminal:
        print(article.text.rstrip("\n"))
        return
    console.width = min(console.width, config.measure)
    _highlighted(console, article, _mentions(article, config.model))


def _mentions(article: Article, model: str | None) -> list[Mention]:
    """All mentions in order of position; none, and a sentence on standard error, if there is no model."""
    from newsreader.analysis import analyse
    from newsreader.cli import problems
    from newsreader.entities.pipeline import ModelError

    try:
        analysis = analyse(article, model)
    except ModelError as error:
        problems.complain(str(error))
        return []
    found = (mention for entity in analysis.entities for mention in entity.mentions)
    return sorted(found, key=lambda mention: mention.start)


def _highlighted(console: Console, article: Article, mentions: list[Mention]) -> None:
    """Print the paragraphs with a blank line between them."""
    for paragraph in article.paragraphs:
        inside = [mention for mention in mentions if paragraph.start <= mention.start < paragraph.end]
        console.print(_text(article, paragraph, inside), end="\n\n")


def _text(article: Article, paragraph: Paragraph, mentions: list[Mention]) -> Text:
    """A paragraph to be wrapped anew, its mentions styled; nothing in it is read as markup."""
    from rich.text import Text

    from newsreader.cli.styles import CATEGORIES

    text = Text(article.text[paragraph.start : paragraph.end].replace("\n", " "), PARAGRAPHS.get(paragraph.kind, ""))
    for mention in mentions:
        text.stylize(CATEGORIES[mention.category], mention.start - paragraph.start, mention.end - paragraph.start)
    return text
