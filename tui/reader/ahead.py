"""Articles of a list made ready before anybody goes to them, so that no key waits. No Textual."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError
from tui.reader.opened import look_up, remember, take_in

if TYPE_CHECKING:
    from newsreader.article import Article
    from newsreader.entity import Analysis
    from newsreader.index.found import FoundArticle
    from tui.reader.list_walk import ListWalk
    from tui.reader.opened import Opened
    from tui.reader.session import Session


@dataclass(frozen=True, slots=True)
class Ready:
    """An article that has been loaded, with its analysis if that is at hand."""

    article: Article
    analysis: Analysis | None
    opened: Opened | None
    """The same as it is opened, where a library on a server was asked for that."""

    def open(self, session: Session) -> Opened:
        """Begin to read it."""
        opened = self.opened or remember(session.library, self.article)
        if self.opened is not None and session.library is not None:
            session.library.queue.do(partial(session.library.remember, self.article))
        if self.analysis is not None:
            take_in(opened.reading, self.analysis)
        return opened


def load(number: int, session: Session, called: str = "") -> Ready:
    """Load the article of that number from the library; any thread may do it. Raises `LibraryError`."""
    record = session.library.latest(number) if session.library else None
    if session.library is None or record is None:
        raise LibraryError(f"{f'“{called}”' if called else 'The article'} is not in the library any more.")
    article = session.library.stored(record)
    opened = look_up(session.library, article) if session.library.is_shared else None
    return Ready(article, session.known(article), opened)


class Ahead:
    """The articles beside the one that is read, as far as they are ready."""

    def __init__(self, walk: ListWalk) -> None:
        self._walk = walk
        self._ready: dict[int, Ready] = {}
        self._begun: int | None = None
        """The article that was begun to be analysed last."""

    def __contains__(self, found: FoundArticle) -> bool:
        return found.id in self._ready

    def put(self, found: FoundArticle, ready: Ready) -> None:
        """Hold an article, and those no longer that stand elsewhere in the list by now."""
        beside = {each.id for each in (self._walk.beside(1), self._walk.beside(-1)) if each is not None}
        self._ready = {article: each for article, each in {**self._ready, found.id: ready}.items() if article in beside}

    def take(self, found: FoundArticle) -> Ready | None:
        """An article that is ready, which is held no longer."""
        return self._ready.pop(found.id, None)

    def begin(self, found: FoundArticle) -> Ready | None:
        """An article that is to be analysed now; None if it is not ready, or if it was analysed or begun before."""
        ready = self._ready.get(found.id)
        if ready is None or ready.analysis is not None or self._begun == found.id:
            return None
        self._begun = found.id
        return ready

    def know(self, found: FoundArticle, analysis: Analysis) -> None:
        """Take in the analysis of an article, if it is still ready."""
        if found.id in self._ready:
            self._ready[found.id] = replace(self._ready[found.id], analysis=analysis)
