"""Writing notes on text, entities and the article, and tags on any annotation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.annotations.model import Kind
from newsreader.annotations.tagging import as_tag, with_tags
from tui.base.captions import excerpt
from tui.panels.requests import AnnotationEditRequested, NoteRequested, TagsRequested
from tui.reader.drafts import DraftOf
from tui.reader.linking import names_to_link
from tui.reader.reader_context import NO_LIBRARY

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.annotations.model import Annotation
    from newsreader.annotations.notebook import Notebook
    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.controllers.selection import SelectionController
    from tui.reader.reader_context import ReaderContext

    Deed = Callable[[Notebook], str]
    """Changes a notebook and says so."""


class NoteController:
    """Asks for notes and tags, and has them kept."""

    def __init__(
        self, context: ReaderContext, selection: SelectionController, annotations: AnnotationController
    ) -> None:
        self._context = context
        self._selection = selection
        self._annotations = annotations
        context.commands.register(
            {
                "article.note": self.write_here,
                "article.tags": self.tag_here,
                "reader.note_article": self.write_on_article,
            }
        )
        context.listen(
            {
                NoteRequested: lambda message: self.write_on_entity(message.entity_id),
                AnnotationEditRequested: self.edit_requested,
                TagsRequested: self.tags_requested,
            }
        )

    # What the note is on

    def write_here(self) -> None:
        """Write a note on the selection; else change the note here, or write one on the name or sentence here."""
        if self._context.notebook is None:
            self._context.say(NO_LIBRARY)
            return
        view, reading, here = self._context.view, self._context.reading, self._context.annotation_here
        name = reading.mentions.at(view.viewport.cursor) if reading else None
        if view.selecting.span is not None:
            self._write_on_span(*view.selecting.span)
        elif here is not None:
            self._edit(here)
        elif name is not None:
            self.write_on_entity(name.entity_id)
        else:
            self._write_on_span(*self._selection.or_sentence)

    def write_on_article(self) -> None:
        """Write a note on the whole article."""
        self._ask("the article", "", self._note, on="article")

    def write_on_entity(self, entity_id: str) -> None:
        """Write a note on an entity."""
        entity = self._context.entity(entity_id)
        if entity is not None:
            self._ask(entity.name, "", partial(self._note, entity=entity_id), on=entity_id)

    def _write_on_span(self, start: int, end: int) -> None:
        if start < end:
            quote = self._context.text[start:end]
            keep = partial(self._note, span=(start, end))
            self._ask("this passage", "", keep, on=f"{start}-{end}", quote=quote)

    def edit_requested(self, message: AnnotationEditRequested) -> None:
        """Change the note of the notes panel."""
        annotation = self._context.annotation(message.annotation_id)
        if annotation is not None:
            self._edit(annotation)

    def _edit(self, annotation: Annotation) -> None:
        entity = self._context.entity(annotation.entity)
        subject = entity.name if entity else "this passage" if annotation.quote else "the article"
        keep = partial(self._change_note, annotation)
        self._ask(subject, annotation.text, keep, on=annotation.id, quote=annotation.quote)

    # Writing and keeping it

    def _ask(self, subject: str, text: str, deed: Callable[[str], Deed | None], *, on: str, quote: str = "") -> None:
        """Let the reader write about `subject`, starting from `text`, and do the `deed` of what was written, if any.

        Under `on`, which says what the note is on, its draft is kept until the note itself is, or is given up.
        """
        notebook, reading = self._context.notebook, self._context.reading
        if notebook is None or reading is None:
            self._context.say(NO_LIBRARY)
            return
        from tui.dialogs.note_editor import NoteEditor

        draft = DraftOf.of(self._context.session.library, notebook, on)

        def written(result: str | None) -> None:
            done = None if result is None else deed(result)
            if result is None or done is None:
                self._context.keeping.do(draft.drop)
            else:
                self._annotations.change(draft.until_kept(result, done))

        editor = NoteEditor(
            subject, text, quote=excerpt(quote, 300), drafts=draft, names=names_to_link(reading.entities)
        )

        def go_on(unfinished: str | None) -> None:
            if unfinished is not None:
                editor.go_on_with(unfinished)
                self._context.say("This is what you had not saved.")

        self._context.keeping.do(draft.read, go_on)
        self._context.ask(editor, written)

    def _note(self, text: str, *, span: tuple[int, int] | None = None, entity: str | None = None) -> Deed | None:
        if not text.strip():
            return None
        start, end = span or (None, None)

        def write(notebook: Notebook) -> str:
            notebook.note(text, start=start, end=end, entity=entity)
            return "The note is kept; <reader.undo> takes it back."

        return write

    def _change_note(self, annotation: Annotation, text: str) -> Deed | None:
        """Keep the changed note; a note that was emptied is deleted, a highlight loses its note."""

        def rewrite(notebook: Notebook) -> str:
            if not text.strip() and annotation.kind is Kind.NOTE:
                notebook.delete(annotation.id, annotation)
                return "The note is empty and was deleted; <reader.undo> brings it back."
            notebook.edit(annotation.id, text, annotation)
            return "The note is changed; <reader.undo> takes it back."

        return None if text == annotation.text else rewrite

    # Tags

    def tag_here(self) -> None:
        """Change the tags of the annotation at the cursor."""
        here = self._context.annotation_here
        if here is None:
            first = "<article.highlight> highlights, <article.bookmark> bookmarks, <article.note> writes a note."
            self._context.say(f"There is no annotation here to tag; {first}")
        else:
            self._ask_tags(here)

    def tags_requested(self, message: TagsRequested) -> None:
        """Change the tags of an annotation in the panel."""
        annotation = self._context.annotation(message.annotation_id)
        if annotation is not None:
            self._ask_tags(annotation)

    def _ask_tags(self, annotation: Annotation) -> None:
        from tui.dialogs.prompt import Prompt

        known = dict.fromkeys(tag for each in self._context.annotations for tag in each.tags)
        prompt = Prompt(
            "Tags",
            value="".join(f"{tag} " for tag in annotation.tags),  # So that what is typed is another one.
            words="blanks between tags",
            chips=[f"#{tag}" for tag in known],
            may_be_empty=True,
            trouble=_wrong_tag,
        )
        self._context.ask(prompt, lambda line: None if line is None else self._tag(annotation, line.split()))

    def _tag(self, annotation: Annotation, words: list[str]) -> None:
        def retag(notebook: Notebook) -> str:
            shown = " ".join(f"#{tag}" for tag in notebook.retag(annotation.id, words, annotation).tags)
            return f"Tagged {shown}." if shown else "The tags are gone; <reader.undo> brings them back."

        if with_tags(annotation.text, words) != annotation.text:
            self._annotations.change(retag)


def _wrong_tag(line: str) -> str:
    """Say which word of the line can be no tag; empty if all can."""
    wrong = next((word for word in line.split() if as_tag(word) is None), "")
    return f"{excerpt(wrong)} can be no tag: letters, digits, - and _ make one." if wrong else ""
