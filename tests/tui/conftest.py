"""What the tests of the article view share: an app that holds nothing else, and made-up text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph, ParagraphKind
from newsreader.resources import styles_dir
from tui.article.view import ArticleView
from tui.base.themes import THEMES, variables_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.message import Message


class ArticleApp(App[None]):
    """An app with an article view that has the focus; `heard` are the messages of the view, in order."""

    CSS_PATH = styles_dir() / "article.tcss"

    def __init__(self, article: Article | None, theme: str = "dark") -> None:
        super().__init__(ansi_color=True if theme == "ansi" else None)
        self.article = article
        self.heard: list[Message] = []
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"ansi-background": "ansi_default", "ansi-foreground": "ansi_default", **variables_for(dark=True)}

    def compose(self) -> ComposeResult:
        yield ArticleView(self.article)

    @property
    def view(self) -> ArticleView:
        return self.query_one(ArticleView)

    def on_entity_clicked(self, message: Message) -> None:
        self.heard.append(message)

    on_annotation_clicked = on_clicked = on_gutter_clicked = on_entity_clicked
    on_selection_changed = on_position_changed = on_entity_clicked


@pytest.fixture
def article_app() -> type[ArticleApp]:
    """Make an app that shows an article and nothing else: `article_app(article)`."""
    return ArticleApp


@pytest.fixture
def article_of() -> Callable[..., Article]:
    """Make an article of paragraphs: plain strings are body, pairs are (kind, text)."""

    def make(*paragraphs: str | tuple[ParagraphKind, str]) -> Article:
        pairs = [(ParagraphKind.BODY, item) if isinstance(item, str) else item for item in paragraphs]
        text = "\n\n".join(words for _, words in pairs)
        found, start = [], 0
        for kind, words in pairs:
            found.append(Paragraph(start, start + len(words), kind))
            start += len(words) + 2
        return Article(text, tuple(found), Metadata(), Origin(OriginKind.RECORD))

    return make
