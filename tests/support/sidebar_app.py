"""An app that holds the sidebar alone and hears its messages, and articles and entities made up for it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual.app import App

from newsreader.annotations.model import Anchor, Annotation, Kind
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue
from newsreader.resources import styles_dir
from tui.base.themes import THEMES, variables_for
from tui.panels.sidebar import Sidebar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.message import Message
    from textual.widget import Widget

STORY = (
    "Vladimir Putin met Kim Jong Un in Pyongyang on Wednesday.\n\n"
    "Putin thanked Kim. North\nKorea and Russia signed, Reuters said, as in July 2000.\n\n"
    "Mr Putin flew home; Russia cheered, Russia paid."
)


class PanelApp(App[None]):
    """An app with the widget it is given; `heard` are the messages of the panels, in order."""

    CSS_PATH = [styles_dir() / "panels.tcss", styles_dir() / "dialogs.tcss"]  # noqa: RUF012

    AUTO_FOCUS = ""

    def __init__(self, widget: Widget | None = None, *, theme: str = "dark") -> None:
        super().__init__()
        self.widget = widget
        self.heard: list[Message] = []
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"ansi-background": "ansi_default", "ansi-foreground": "ansi_default", **variables_for(dark=True)}

    def compose(self) -> ComposeResult:
        if self.widget is not None:
            yield self.widget

    @property
    def sidebar(self) -> Sidebar:
        return self.query_one(Sidebar)

    def hear(self, message: Message) -> None:
        self.heard.append(message)

    on_entity_chosen = on_entity_previewed = on_mention_chosen = on_mention_previewed = hear
    on_note_requested = on_panel_left = on_article_date_requested = hear
    on_annotation_chosen = on_annotation_previewed = hear
    on_annotation_edit_requested = on_annotation_delete_requested = hear
    on_search_bar_changed = on_search_bar_submitted = on_search_bar_cancelled = hear


def article(text: str = STORY) -> Article:
    """An article whose paragraphs are parted by empty lines."""
    paragraphs, start = [], 0
    for words in text.split("\n\n"):
        paragraphs.append(Paragraph(start, start + len(words)))
        start += len(words) + 2
    return Article(text, tuple(paragraphs), Metadata(), Origin(OriginKind.RECORD))


def entity(
    name: str,
    category: Category = Category.PERSON,
    *,
    names: Sequence[str] = (),
    text: str = STORY,
    confidence: float = 1.0,
    time: TimeValue | None = None,
) -> Entity:
    """An entity with a mention wherever one of its names stands in `text`, the longest name first."""
    spans: list[tuple[int, int]] = []
    for each in sorted((name, *names), key=len, reverse=True):
        start = text.find(each)
        while start >= 0:
            span = start, start + len(each)
            if not any(span[0] < end and begin < span[1] for begin, end in spans):
                spans.append(span)
            start = text.find(each, start + 1)
    mentions = tuple(Mention(start, end, "X", category, confidence, time) for start, end in sorted(spans))
    return Entity(f"{category}:{name.casefold().replace(' ', '-')}", category, name, tuple(names), mentions)


def invented(count: int, category: Category = Category.PERSON, *, mentions: int = 1) -> list[Entity]:
    """So many entities `Name 0`, `Name 1`, …, each with so many mentions at the start of the text."""
    spans = tuple(Mention(0, 4, "X", category) for _ in range(mentions))
    return [Entity(f"{category}:{number}", category, f"Name {number}", (), spans) for number in range(count)]


def day(value: str, start: str | None = None, reason: str = "") -> TimeValue:
    """What an expression means that stands for a day, a month or a year."""
    return TimeValue("DATE", value, start or value, None, "day", reason=reason)


PUTIN = entity("Vladimir Putin", names=("Putin", "Mr Putin"))
KIM = entity("Kim Jong Un", names=("Kim",))
RUSSIA = entity("Russia", Category.PLACE)
NORTH_KOREA = entity("North\nKorea", Category.PLACE)
PYONGYANG = entity("Pyongyang", Category.PLACE)
REUTERS = entity("Reuters", Category.ORGANISATION)
WEDNESDAY = entity("Wednesday", Category.DATE, time=day("2024-06-19", reason="the Wednesday before publication"))
JULY = entity("July 2000", Category.DATE, time=day("2000-07", "2000-07-01"))
EVERYBODY = (PUTIN, KIM, PYONGYANG, WEDNESDAY, NORTH_KOREA, RUSSIA, REUTERS, JULY)


def analysis(entities: Iterable[Entity] = EVERYBODY, *, done: int = 3, total: int = 3) -> Analysis:
    """What is known when `done` of `total` paragraphs are read."""
    return Analysis("", "made up 1.0", tuple(entities), done, total)


def annotation(
    name: str,
    *,
    quote: str = "",
    start: int | None = None,
    colour: str | None = None,
    text: str = "",
    entity: str | None = None,
    modified: int = 1,
    kind: Kind | None = None,
) -> Annotation:
    """A note if it has a text, else a highlight, unless `kind` says more; `modified` is a day of June."""
    kind = kind or (Kind.NOTE if text else Kind.HIGHLIGHT)
    end = None if start is None else start + len(quote)
    moment = datetime(2024, 6, modified, tzinfo=UTC)
    span = Anchor(start or 0, end or 0, quote, "", "", "") if quote else None
    return Annotation(name, kind, span, colour, text, entity, moment, moment, start=start, end=end)


def lines(widget: Widget) -> list[str]:
    """What a widget on the line API shows, one string for each of its rows, without blanks at the end."""
    return ["".join(segment.text for segment in widget.render_line(y)).rstrip() for y in range(widget.size.height)]
