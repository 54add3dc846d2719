"""What the tests of the interface share: apps that hold one widget or a session, made-up articles, what is in them."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from pilot_rest import until_at_rest
from textual.app import App

from newsreader.analysis.client import Analysed
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph, ParagraphKind
from newsreader.config import Config
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue
from newsreader.index.index import Index
from newsreader.resources import styles_dir
from newsreader.store.library import Library
from tui.app import NewsreaderApp
from tui.article.view import ArticleView
from tui.base.themes import THEMES, variables_for
from tui.base.widths import cell_len
from tui.reader.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult
    from textual.message import Message

    from newsreader.analysis.client import Event


PARAGRAPHS = (
    (ParagraphKind.TITLE, "Harbour town votes to keep its ferry"),
    (
        ParagraphKind.BODY,
        "OSLO: Mayor Ingrid Solheim said on Tuesday that the ferry between Kalvøy and the mainland will sail for ten "
        "more years. The council of Kalvøy voted for it by nine to four.",
    ),
    (
        ParagraphKind.BODY,
        "Solheim, who took office in 2019, called the vote “a promise kept”. Norled, the company that runs the ferry, "
        "will buy two electric boats by March 2026.",
    ),
    (ParagraphKind.FURNITURE, "Also read: How the islands lost their post office"),
    (
        ParagraphKind.BODY,
        "Not everybody is glad. Councillor Per Dahl, a friend of the mayor, wanted a bridge to Norway’s mainland. “A "
        "ferry is a bridge that sleeps at night,” Dahl told Harbour News on Wednesday.",
    ),
    (ParagraphKind.HEADING, "What comes next"),
    *(
        (
            ParagraphKind.BODY,
            f"In week {week} the harbour of Kalvøy will be closed for {week} days, so that Norled can build the "
            "charging station. The mayor, Ingrid Solheim, asked everyone for patience and promised free coffee.",
        )
        for week in range(1, 13)
    ),
    (ParagraphKind.BODY, "The last word belongs to Dahl, who will take the first electric boat on Tuesday."),
)

NAMES: tuple[tuple[Category, str, tuple[str, ...]], ...] = (
    (Category.PERSON, "Ingrid Solheim", ("Ingrid Solheim", "Solheim")),
    (Category.PERSON, "Per Dahl", ("Per Dahl", "Dahl")),
    (Category.PLACE, "Kalvøy", ("Kalvøy",)),
    (Category.PLACE, "Norway", ("Norway",)),
    (Category.ORGANISATION, "Norled", ("Norled",)),
    (Category.ORGANISATION, "Harbour News", ("Harbour News",)),
    (Category.DATE, "Tuesday", ("Tuesday",)),
    (Category.DATE, "Wednesday", ("Wednesday",)),
    (Category.DATE, "March 2026", ("March 2026",)),
)
CELL_WIDTH = 12.2
"""How wide Rich draws a cell in its pictures."""
DAYS = {"Tuesday": "2024-09-17", "Wednesday": "2024-09-18", "March 2026": "2026-03"}


def build(paragraphs: tuple[tuple[ParagraphKind, str], ...], metadata: Metadata, location: str) -> Article:
    """Make an article of paragraphs with a blank line between them."""
    found, start = [], 0
    for kind, words in paragraphs:
        found.append(Paragraph(start, start + len(words), kind))
        start += len(words) + 2
    return Article(
        "\n\n".join(words for _, words in paragraphs), tuple(found), metadata, Origin(OriginKind.FILE, location)
    )


def analysis_of(article: Article, *, paragraphs: int | None = None) -> Analysis:
    """Find the `NAMES` in an article, or in its first `paragraphs` only."""
    total = len(article.paragraphs)
    done = total if paragraphs is None else paragraphs
    limit = article.paragraphs[done - 1].end if done else 0
    entities = [entity for each in NAMES if (entity := _entity(article.text[:limit], *each))]
    first = sorted(entities, key=lambda entity: entity.mentions[0].start)
    return Analysis(article.sha256, "names 1.0", tuple(first), done, total)


def _entity(text: str, category: Category, name: str, forms: tuple[str, ...]) -> Entity | None:
    time = TimeValue("DATE", DAYS[name], DAYS[name], granularity="day") if name in DAYS else None
    pattern = "|".join(map(re.escape, forms))
    mentions = tuple(Mention(*match.span(), "X", category, time=time) for match in re.finditer(pattern, text))
    if not mentions:
        return None
    slug = name.casefold().replace(" ", "-")
    aliases = tuple(form for form in forms if form != name and re.search(rf"(?<!Ingrid )(?<!Per ){form}", text))
    return Entity(f"{category}:{slug}", category, name, aliases, mentions)


class FakeAnalyst:
    """Finds the `NAMES`, all at once when an article is opened unless `waits` is set; remembers what it was asked."""

    def __init__(self, *, waits: bool = False) -> None:
        self.waits = waits
        self.opened: list[Article] = []
        self.looked: list[tuple[int, int]] = []
        self.listener: Callable[[Event], None] | None = None
        self.closed = False

    def open(self, article: Article, listener: Callable[[Event], None]) -> None:
        self.opened.append(article)
        self.listener = listener
        if not self.waits:
            listener(Analysed(analysis_of(article)))

    def look_at(self, start: int, end: int) -> None:
        self.looked.append((start, end))

    def close(self) -> None:
        self.closed = True

    def tell(self, event: Event) -> None:
        assert self.listener is not None
        self.listener(event)


@pytest.fixture(autouse=True)
def quick_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have keys and pauses of a pilot wait for what there is to do, and nothing end with a time."""
    for place in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{place}.wait_for_idle", until_at_rest)
    # What was said stays, however long a busy machine takes to come to look at it.
    monkeypatch.setattr("tui.base.bars.NOTICE_SECONDS", 3600.0)


@pytest.fixture
def article() -> Article:
    metadata = Metadata(
        title=PARAGRAPHS[0][1],
        source="Harbour News",
        place="Oslo",
        published=date(2024, 9, 17),
        url="https://example.org/f",
    )
    return build(PARAGRAPHS, metadata, "/articles/ferry.txt")


@pytest.fixture
def library(tmp_path: Any) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def analyst() -> FakeAnalyst:
    return FakeAnalyst()


@pytest.fixture
def open_index(tmp_path: Any) -> Callable[[], Index]:
    """Opens the index of the library, for one thread."""
    return lambda: Index.open(tmp_path / "library.db", tmp_path)


@pytest.fixture
def session(article: Article, library: Library, analyst: FakeAnalyst, open_index: Callable[[], Index]) -> Session:
    return Session(("/articles/ferry.txt",), lambda _: article, library, None, analyst, Config(), index=open_index)


@pytest.fixture
def app(session: Session) -> NewsreaderApp:
    return NewsreaderApp(session)


@pytest.fixture
def app_with(session: Session) -> Callable[..., NewsreaderApp]:
    """Make an app whose session differs: `app_with(library=None)`."""
    return lambda **changes: NewsreaderApp(replace(session, **changes))


@pytest.fixture
def analyse() -> Callable[..., Analysis]:
    """Find the names in an article."""
    return analysis_of


@pytest.fixture
def make_analyst() -> type[FakeAnalyst]:
    return FakeAnalyst


@pytest.fixture
def make_article() -> Callable[..., Article]:
    """Make an article of plain paragraphs, the first of which is its title."""

    def make(*words: str, location: str = "/articles/other.txt", **metadata: Any) -> Article:
        kinds = (ParagraphKind.TITLE, *(ParagraphKind.BODY for _ in words[1:]))
        return build(tuple(zip(kinds, words, strict=True)), Metadata(title=words[0], **metadata), location)

    return make


@pytest.fixture
def picture() -> Callable[[NewsreaderApp], str]:
    """Give what the screen of an app shows, as lines of text without blanks at their ends."""

    return lambda app: rows_of(app.export_screenshot(simplify=True))


def rows_of(svg: str) -> str:
    """Read the rows of text back from a screenshot."""
    rows: dict[int, str] = {}
    for x, row, text in re.findall(r'<text [^>]*?x="([\d.]+)" [^>]*?line-(\d+)\)">(.*?)</text>', svg):
        before = rows.get(int(row), "")
        column = round(float(x) / CELL_WIDTH)
        rows[int(row)] = before + " " * (column - cell_len(before)) + html.unescape(text).replace("\xa0", " ")
    return "".join(rows.get(row, "").rstrip() + "\n" for row in range(max(rows, default=-1) + 1))


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
