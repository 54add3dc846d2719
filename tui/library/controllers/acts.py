"""What becomes of articles: stars, read and unread, tags, taken out. All of it can be undone, step by step.

What is done shows at once; it is written in a thread, one act behind the other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from newsreader.counting import counted
from tui.base.captions import excerpt
from tui.base.library_queries import ARTICLES
from tui.library.article_rows import called

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from newsreader.index.found import FoundArticle
    from newsreader.store.errors import LibraryError
    from newsreader.store.library import Library
    from newsreader.store.protocols import ArticleStates
    from newsreader.store.records import ArticleState
    from tui.library.context import LibraryContext
    from tui.library.controllers.articles import ArticlesController
    from tui.library.controllers.lists import ListsController
    from tui.library.listed_run import Run
    from tui.library.listings import ListedQuery


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is done with articles."""

    do: Callable[[ArticleStates, Sequence[int]], object]
    said: str
    """What it is, once it is done: a sentence without its full stop."""


@dataclass(frozen=True, slots=True)
class Before:
    """Articles before something is done with them."""

    ids: Sequence[int]
    listed: ListedQuery
    run: Run
    """What is at hand of what is listed."""


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was done, to be undone."""

    said: str
    undo: Callable[[], object]
    """Puts things back as they were, in a thread; may raise `LibraryError`."""
    before: Before | None = None
    """The articles that were changed, as they were."""


class ActsController:
    """Does things with the article of the cursor, or with all that are listed."""

    def __init__(self, context: LibraryContext, articles: ArticlesController, lists: ListsController) -> None:
        self._context = context
        self._articles = articles
        self._lists = lists
        self._done: list[Done] = []
        context.commands.register(
            {
                "library.star": articles.once_listed(self.star),
                "library.read": articles.once_listed(self.mark),
                "library.all_read": self.mark_all,
                # At once: what is typed next is meant for its dialog.
                "library.tags": self.ask_tags,
                "library.apart": articles.once_listed(self.set_apart),
                "library.take_off": self.take_out,
                "library.undo": self.undo,
            }
        )

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._done)

    def _kept(self) -> FoundArticle | None:
        """The article of the cursor, if the library has it; else it is said why nothing can be done with it."""
        article = self._context.articles.chosen
        if article is not None and self._context.listing.is_samples:
            self._context.say("A sample is in the library once it has been opened: <library.open> opens it.")
            return None
        return article

    # One article

    def star(self) -> None:
        """Give the article a star, or take it away."""
        if (article := self._kept()) is not None:
            starred = not article.starred
            said = f"{'A star for' if starred else 'No star for'} {_quoted(article)}"
            self._change(replace(article, starred=starred), Act(lambda states, ids: states.star(ids, starred), said))

    def mark(self) -> None:
        """Mark the article as read, or as unread, and go on to the next one."""
        if (article := self._kept()) is not None:
            read = article.state != "read"
            said = f"{_quoted(article)} is {'read' if read else 'unread'}"
            shown = replace(article, state="read" if read else "unread")
            # Who has read a story has read it, whoever else tells it.
            self._change(shown, Act(lambda states, ids: states.mark(ids, read), said), _with_twins(article))

    def ask_tags(self) -> None:
        """Ask which tags the article is to have."""
        if (article := self._kept()) is None:
            return
        library = self._context.library
        self._context.keeping.do(partial(_tags, library), partial(self._ask_tags, article))

    def _ask_tags(self, article: FoundArticle, known: Sequence[str]) -> None:
        from tui.dialogs.prompt import Prompt

        words = "commas between tags; empty takes all away"
        title, value = f"Tags of {_quoted(article)}", ", ".join(article.tags)
        dialog = Prompt(title, value=value, words=words, chips=known[:12], suggestions=known, may_be_empty=True)
        self._context.ask(dialog, partial(self._tag, article))

    def _tag(self, article: FoundArticle, typed: str | None) -> None:
        from newsreader.store.records import clean_tag

        if typed is None:
            return
        tags = tuple(sorted(dict.fromkeys(filter(None, map(clean_tag, typed.split(","))))))
        more, less = [each for each in tags if each not in article.tags], [x for x in article.tags if x not in tags]

        def do(states: ArticleStates, ids: Sequence[int]) -> None:
            for each in more:
                states.tag(ids, each)
            for each in less:
                states.untag(ids, each)

        said = f"{_quoted(article)} has {' '.join(f'#{each}' for each in tags) or 'no tag'}"
        self._change(replace(article, tags=tags), Act(do, said))

    def set_apart(self) -> None:
        """List the article by itself, whoever else tells the same, or with them again."""
        if (article := self._kept()) is None:
            return
        library = self._context.library
        self._context.keeping.do(partial(_is_apart, library, article.id), partial(self._set_apart, article))

    def _set_apart(self, article: FoundArticle, was: bool) -> None:
        apart = not was
        if apart and not article.twins:
            self._context.say("No other article tells this, as far as they were compared.")
            return
        said = f"{_quoted(article)} is listed {'by itself' if apart else 'with those that tell the same'}"
        act = Act(lambda states, ids: states.set_apart(ids, apart), said)
        self._change(replace(article, twins=()), act)

    def _change(self, shown: FoundArticle, act: Act, ids: Sequence[int] = ()) -> None:
        """Show an article as it is after an act, and do that, with more than it if so many are given."""
        before = self._before(ids or (shown.id,))
        self._articles.kept.add(shown.id)
        self._context.articles.change({shown.id: shown})
        self._do(act, before, {shown.id: shown})

    def take_out(self) -> None:
        """Take the article out of the library, or a sample off its list; in the column of lists, forget a search."""
        if self._context.lists.has_focus:
            self._forget_search()
        else:
            self._articles.once_listed(self._take_article_out)()

    def _take_article_out(self) -> None:
        article = self._context.articles.chosen
        if article is not None and self._context.listing.is_samples:
            self._take_sample_off(article)
        elif article is not None:
            before = self._before(_with_twins(article))
            self._context.articles.renew(before.run.without(frozenset({article.id})))
            self._articles.kept.discard(article.id)
            kept = "; its notes and your place in it are kept" if article.notes or article.progress else ""
            act = Act(lambda states, ids: states.take_out(ids), f"Took out {_quoted(article)}{kept}")
            self._do(act, before, {article.id: None})

    def _take_sample_off(self, article: FoundArticle) -> None:
        samples = self._context.samples
        said = f"Took {_quoted(article)} off the list"
        self._at_once(partial(samples.take_off, article.id), Done(said, partial(samples.put_back, article.id)))

    def _forget_search(self) -> None:
        search = self._lists.saved_here
        if search is None:
            self._context.say("Only searches that were saved can be taken away.")
            return
        library = self._context.library

        def forget() -> None:
            with library.writing() as unit:
                unit.searches.remove(search.id)

        def put_back() -> None:
            with library.writing() as unit:
                unit.searches.put_back(search)

        self._at_once(forget, Done(f"The search “{excerpt(search.name)}” is no list any more", put_back))

    def _at_once(self, do: Callable[[], object], done: Done) -> None:
        """Do something with the lists themselves, which takes no time in a file."""

        def settled(_: object) -> None:
            self._done.append(done)
            self._lists.look()
            self._context.say(f"{done.said}. <library.undo> undoes it.")

        self._context.keeping.do(do, settled)

    # All that are listed

    def mark_all(self) -> None:
        """Mark all that is listed as read."""
        if self._context.listing.is_samples:
            self._context.say("Samples are not marked.")
            return
        listed = self._context.listed
        question = partial(lambda index: [*index.search.ids(listed.condition, listed.order)])
        self._context.queries.ask("all", question, self._mark_all, urgency=ARTICLES)

    def _mark_all(self, ids: Sequence[int]) -> None:
        before, marked = self._before(ids), frozenset(ids)
        shown = {each.id: replace(each, state="read") for each in before.run.articles if each.id in marked}
        self._articles.kept.update(shown)
        self._context.articles.change(shown)
        count = counted(len(ids), "article is", "articles are")
        self._do(Act(lambda states, numbers: states.mark(numbers, True), f"{count} read"), before, shown)

    # Doing and undoing

    def _before(self, ids: Sequence[int]) -> Before:
        return Before(ids, self._context.listed, self._context.articles.run)

    def _do(self, act: Act, before: Before, shown: Mapping[int, FoundArticle | None]) -> None:
        """Do it with articles, some of which are `shown` as they are after it, or not at all, for None."""
        library, number = self._context.library, self._articles.ahead.add(shown)

        def settled(changes: Mapping[int, Change]) -> None:
            self._done.append(Done(act.said, partial(_restored, library, changes), before))
            self._context.say(f"{act.said}. <library.undo> undoes it.")
            self._context.follow(partial(self._articles.know, number))

        def refused(error: LibraryError) -> None:
            self._articles.ahead.forget(number)
            self._show_again(before)
            self._context.keeping.complain(error)

        self._context.keeping.do(partial(_done, library, act, before.ids), settled, refused, long=True)

    def undo(self) -> None:
        """Undo the last act, which may still be on its way into the library."""
        self._context.keeping.do(lambda: None, lambda _: self._undo_last(), long=True)

    def _undo_last(self) -> None:
        if not self._done:
            self._context.say("Nothing is left to undo.")
            return
        done = self._done.pop()

        def refused(error: LibraryError) -> None:
            self._done.append(done)
            self._context.keeping.complain(error)

        self._context.keeping.do(done.undo, lambda _: self._undone(done), refused, long=True)

    def _undone(self, done: Done) -> None:
        if done.before is not None:
            number = self._articles.ahead.add(self._show_again(done.before))
            self._context.follow(partial(self._articles.know, number))
        self._lists.look()
        self._context.say(f"Undone: {done.said}.")

    def _show_again(self, before: Before) -> Mapping[int, FoundArticle]:
        """Show articles of the library as they were, those that went where they stood if that list is shown.

        Returns them.
        """
        articles, ids = self._context.articles, frozenset(before.ids)
        shown = {each.id: each for each in before.run.articles if each.id in ids}
        if self._context.listing.is_samples:
            return shown
        run = articles.run.changed(shown)
        if before.listed == self._context.listed:
            self._articles.kept.update(shown)
            run = run.keeping(before.run, frozenset(shown))
        articles.renew(run)
        return shown


Change = tuple["ArticleState", "ArticleState"]
"""How an article was before an act, and how it was after it."""


def _tags(library: Library) -> Sequence[str]:
    with library.reading() as unit:
        return [*unit.states.tags()]


def _is_apart(library: Library, article: int) -> bool:
    with library.reading() as unit:
        return unit.states.of([article])[article].apart


def _done(library: Library, act: Act, ids: Iterable[int]) -> dict[int, Change]:
    """Do it, and return what became of the articles."""
    with library.writing() as unit:
        before = unit.states.of(ids)
        act.do(unit.states, [*ids])
        after = unit.states.of(before)
        return {each: (state, after[each]) for each, state in before.items()}


def _restored(library: Library, changes: Mapping[int, Change]) -> None:
    """Undo what an act did; what else has become of the articles since, in another window, stays."""
    with library.writing() as unit:
        now = unit.states.of(changes)
        unit.states.restore({each: _without(*changes[each], state) for each, state in now.items()})


def _without(before: ArticleState, after: ArticleState, now: ArticleState) -> ArticleState:
    """The state of now without what an act did: what has become something else since was not its doing."""
    given, taken = {*after.tags} - {*before.tags}, [tag for tag in before.tags if tag not in after.tags]
    return replace(
        now,
        starred=before.starred if now.starred == after.starred else now.starred,
        read=before.read if now.read == after.read else now.read,
        tags=tuple(dict.fromkeys([*(tag for tag in now.tags if tag not in given), *taken])),
        taken_out=before.taken_out if now.taken_out == after.taken_out else now.taken_out,
        apart=before.apart if now.apart == after.apart else now.apart,
    )


def _with_twins(article: FoundArticle) -> tuple[int, ...]:
    """The article, and those that tell the same."""
    return tuple(each.id for each in article.twins) or (article.id,)


def _quoted(article: FoundArticle) -> str:
    return f"“{excerpt(called(article))}”"
