"""A library of three articles that were read for names, and what its dossiers show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from library_screen import settle, until
from named import named

from newsreader.article import Origin, OriginKind
from newsreader.dossier.model import Subject
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue
from newsreader.sources import from_text
from tui.dossier.screen import DossierScreen
from tui.reader.elsewhere import DossierWanted

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from newsreader.article import Article
    from tui.app import NewsreaderApp

ARTICLES = (
    (
        "Quay to close",
        date(2024, 3, 5),
        "{person: Karin Ahlström} met {person: Rolf Knowles} in {place: Norrfors} on 3 March. It rained.\n\n"
        "{person: Ahlström = Karin Ahlström} left; {organisation: Quay Board} stayed.",
    ),
    (
        "A race",
        date(2024, 3, 20),
        "{person: Rolf Knowles} rowed.\n\n{person: Karin Ahlström} and {person: Rolf Knowles} won.",
    ),
    ("Weather", date(2024, 3, 21), "It rained in {place: Oslo}."),
)


def analysed(text: str, title: str, day: date) -> tuple[Article, Analysis]:
    """An article with the names that are written into it, and 3 March as a date."""
    article, analysis = named(text, day, title)
    article = from_text(article.text, title=title, published=day, origin=Origin(OriginKind.RECORD, title))
    entities = [*analysis.entities]
    if (at := article.text.find("3 March")) >= 0:
        time = TimeValue("DATE", "2024-03-03", "2024-03-03", "2024-03-04", "day")
        mention = Mention(at, at + len("3 March"), "DATE", Category.DATE, time=time)
        entities.append(Entity("date:2024-03-03", Category.DATE, "3 March", (), (mention,)))
    return article, Analysis(article.sha256, "none", tuple(entities), len(article.paragraphs), len(article.paragraphs))


def rows(app: NewsreaderApp) -> list[str]:
    """What the rows say, in words with single blanks."""
    shown = app.screen.context.list.rows
    return [" ".join("".join(text for text, _ in shown.draw(row, 100)).split()) for row in range(len(shown))]


def head(app: NewsreaderApp) -> list[str]:
    """What stands above them."""
    drawn = app.screen.context.pages.head.head
    return [" ".join("".join(text for text, _ in drawn.draw(line, 119)).split()) for line in range(3)]


async def read(app: NewsreaderApp, pilot: Pilot) -> None:
    """Wait until all that was asked is shown."""
    await until(pilot, lambda: isinstance(app.screen, DossierScreen))
    await until(pilot, lambda: not app.screen.context.queries.busy)
    await pilot.pause()


async def in_dossier(
    app: NewsreaderApp, pilot: Pilot, name: str = "Karin Ahlström", category: Category = Category.PERSON
) -> None:
    """Open the dossier of a name."""
    await settle(app, pilot)
    app.screen.post_message(DossierWanted(Subject(category, name)))
    await read(app, pilot)
