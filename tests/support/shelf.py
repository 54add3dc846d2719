"""A library with an index, for tests of what stands over all articles."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from named import named

from newsreader.article import Origin, OriginKind
from newsreader.entity import Analysis, Category, Entity, Mention, TimeValue
from newsreader.index.index import Index
from newsreader.sources import from_text
from newsreader.store.library import Library

if TYPE_CHECKING:
    from pathlib import Path


class Shelf:
    """A library with an index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = Library.open(folder / "library.db")
        self.index = Index.open(folder / "library.db", folder, date(2024, 7, 31))

    def add(self, written: str, day: date | None, title: str) -> int:
        """Take in an article with the names that are written into it, and 3 March as a date."""
        article, analysis = named(written, day, title)
        article = from_text(article.text, title=title, published=day, origin=Origin(OriginKind.RECORD, title))
        entities = [*analysis.entities]
        if (at := article.text.find("3 March")) >= 0:
            time = TimeValue("DATE", "2024-03-03", "2024-03-03", "2024-03-04", "day")
            mention = Mention(at, at + len("3 March"), "DATE", Category.DATE, time=time)
            entities.append(Entity("date:2024-03-03", Category.DATE, "3 March", (), (mention,)))
        with self.library.writing() as unit:
            record = unit.articles.remember(article)
        self.index.follow(self.library)
        assert self.index.name(record, article, Analysis(article.sha256, "none", tuple(entities), 1, 1), "rules")
        return record.id

    def close(self) -> None:
        """Close both."""
        self.index.close()
        self.library.close()
