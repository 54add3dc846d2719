"""Asking which of two texts of a note is to hold, where another window changed it while it was edited here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.annotations.editing import Choice
from tui.reader.drafts import DraftOf

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.annotations.model import EditConflict
    from newsreader.annotations.notebook import Notebook
    from tui.reader.reader_context import ReaderContext

CHANGED = (
    "This note was changed in another window while you edited it. Which text is to hold? "
    "<reader.undo> brings the other back."
)
DELETED = "This note was deleted in another window while you edited it."
LATER = "Nothing was changed: your text is kept, and editing the note goes on with it."


class EditConflicts:
    """Asks, and has `change` carry out what was chosen; until then the text is kept as a draft of the note."""

    def __init__(self, context: ReaderContext, change: Callable[[Callable[[Notebook], str | None]], None]) -> None:
        self._context = context
        self._change = change

    def ask(self, notebook: Notebook, conflict: EditConflict) -> None:
        """Show both texts, and let the reader choose."""
        from tui.dialogs.question import Answer, Question

        draft = DraftOf.of(self._context.session.library, notebook, conflict.seen.id)
        self._context.keeping.do(partial(draft.write, conflict.mine))
        mine = Answer(Choice.MINE, "m", "Yours" if conflict.theirs else "Keep yours")
        theirs = Answer(Choice.THEIRS, "t", "The other" if conflict.theirs else "Let it go")
        both = (Answer(Choice.BOTH, "b", "Both"),) if conflict.theirs else ()
        texts = {"Yours": conflict.mine}
        if conflict.theirs is not None:
            texts = {"In the other window": conflict.theirs.text, **texts}
        question = Question(
            self._context.with_keys(CHANGED if conflict.theirs else DELETED), (mine, theirs, *both), texts=texts
        )
        self._context.ask(question, partial(self._settle, conflict, draft))

    def _settle(self, conflict: EditConflict, draft: DraftOf, answer: str | None) -> None:
        if answer is None and conflict.theirs is not None:
            self._context.say(LATER)
            return
        # A note that is gone has no editor that could go on with a draft.
        choice = Choice(answer or Choice.MINE)

        def settle(notebook: Notebook) -> str:
            notebook.settle(conflict, choice)
            return (
                "The other text holds; <reader.undo> brings yours back."
                if choice is Choice.THEIRS
                else "Your text is kept."
            )

        self._change(draft.until_kept(conflict.mine, settle))
