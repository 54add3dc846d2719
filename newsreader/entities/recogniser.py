"""Finds the mentions in paragraphs of text with a spaCy pipeline; the only door to spaCy."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from newsreader import languages, paths
from newsreader.entities import pipeline, pipeline_digest, pipeline_loading
from newsreader.entities.pipeline import ModelError
from newsreader.entity import LABELS, Mention
from newsreader.languages.spoken import spoken

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["BATCH", "ModelError", "Recogniser", "pieces"]

BATCH = 16
"""Paragraphs per batch: larger ones cost memory and are no faster."""

TOGETHER = 256
"""Texts that spaCy reads before the memory that their words took is given back."""

LONGEST = 10_000
"""Code points of the longest text that spaCy gets as one; a longer paragraph is cut. Memory grows with the length."""

_MARK = r"(?:[^\w\s]|_)"
_RUN = re.compile(rf"({_MARK}{{32}})({_MARK}+)")
_STRETCH = re.compile(r"(\S{250})(\S+)")
"""A run of marks (punctuation, symbols, flags) and a stretch without a blank that are longer than any in real text.

Tokenisers need the square of their length, so they see only the first part of each with its marks.
"""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+")
_BLANK = re.compile(r"\s+")

_log = logging.getLogger(__name__)

Failed = Callable[[int, Exception], None]
"""Called with the index of a text that the pipeline could not read, and why."""


class Recogniser:
    """A loaded pipeline."""

    def __init__(self, model: str | None = None) -> None:
        """Load `model`: a package, a folder, or None for the pipeline that comes with the program.

        Raises `ModelError`.
        """
        files = pipeline.find(model)
        pipeline_digest.verify(files, paths.cache_dir())
        self._nlp = pipeline_loading.load(files)
        self.name = files.title
        """Name and version, such as `en_core_web_md 3.7.1`."""
        self.language: str = self._nlp.lang or ""
        """The code of the language that the pipeline was made for."""
        self.key = files.key
        """What the cache of analyses knows this pipeline by."""

    def recognise(
        self,
        texts: Sequence[str],
        failed: Failed | None = None,
        progress: Callable[[], None] = lambda: None,
        *,
        language: str | None = None,
    ) -> list[list[Mention]]:
        """Return the mentions of each text in order of position, with offsets into that text.

        They are refined by the rules of the language that each text shows, or else of `language`, a code; None is the
        pipeline's.
        Labels that are not in `LABELS` are left out. A text at which the pipeline fails has no mentions, and `failed`
        is called; without it, the log says so. `progress` is called now and then during long work.
        """
        language = language or self.language
        found: list[list[Mention]] = []
        for start in range(0, len(texts), TOGETHER):
            some = texts[start : start + TOGETHER]
            try:
                found += self._recognise(some, language, progress)
            except Exception:
                _log.debug("a batch failed; trying its texts one by one", exc_info=True)
                tell = failed or _log_failure
                one_by_one = partial(self._recognise_one, language=language, failed=tell, progress=progress)
                found += [one_by_one(start + place, text) for place, text in enumerate(some)]
        return found

    def _recognise_one(
        self, index: int, text: str, language: str, failed: Failed, progress: Callable[[], None]
    ) -> list[Mention]:
        try:
            return self._recognise([text], language, progress)[0]
        except Exception as error:
            failed(index, error)
            return []

    def _recognise(self, texts: Sequence[str], language: str, progress: Callable[[], None]) -> list[list[Mention]]:
        """Run the pipeline over all texts, cut where they are too long for it."""
        cut = [
            (index, start, piece)
            for index, text in enumerate(texts)
            for start, piece in pieces(_readable(text, language))
        ]
        found: list[list[Mention]] = [[] for _ in texts]
        # What spaCy keeps of every new word is given back here, or a long document would fill the memory.
        with self._nlp.memory_zone():
            docs = self._nlp.pipe((piece for _, _, piece in cut), batch_size=BATCH)
            for count, ((index, start, _), doc) in enumerate(zip(cut, docs, strict=True), 1):
                found[index].extend(_mentions(_refined(doc, language), start))
                if count % BATCH == 0:
                    progress()
        return found


def pieces(text: str, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    """Yield `text` in pieces of at most `longest` code points, each with its offset.

    It is cut after the last sentence that fits, else at the last blank, else anywhere.
    """
    start = 0
    while len(text) - start > longest:
        end = _cut(text, start, start + longest)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _cut(text: str, start: int, limit: int) -> int:
    """Return where to cut between `start` and `limit`; never at `start`, and not before the second half."""
    for boundary in (_SENTENCE_END, _BLANK):
        ends = [match.end() for match in boundary.finditer(text, start + (limit - start) // 2, limit)]
        if ends:
            return ends[-1]
    return limit


def _readable(text: str, language: str) -> str:
    """As long as `text`: as printed if it is in capitals; line wraps are blanks, and so are marks in a long run."""
    text = languages.of(spoken(text) or language).printed()(text)
    text = _RUN.sub(_without_marks, text.replace("\n", " "))
    return _STRETCH.sub(_without_marks, text)


def _without_marks(match: re.Match[str]) -> str:
    return match[1] + re.sub(_MARK, " ", match[2])


def _refined(doc: Doc, language: str) -> Doc:
    """Apply the refinements of the language that a text shows, or else of the one that it should be in."""
    refinement = languages.of(spoken(doc.text) or language).refinement()
    return refinement(doc) if refinement else doc


def _mentions(doc: Doc, shift: int) -> Iterator[Mention]:
    for span in doc.ents:
        category = LABELS.get(span.label_)
        if category is not None:
            yield Mention(span.start_char + shift, span.end_char + shift, span.label_, category)


def _log_failure(index: int, error: Exception) -> None:
    _log.warning("text %d could not be analysed: %s", index, error)
