"""What each rule of English is worth: the scores without it, less the scores with all.

The model reads every text once; then the rules go over what it found again and again, each time without one of them, in
a process of its own that has imported none of them before.
"""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from quality_rules import DATES, VERBS, Rule, leave_out
from quality_scores import article_of, compared, read, scores

from newsreader.analysis.paragraphs import readable
from newsreader.entities import pipeline, pipeline_loading
from newsreader.entities.recogniser import BATCH, pieces
from newsreader.entity import LABELS, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from newsreader.article import Article

Found = dict[int, list[Mention]]
"""Mentions by paragraph."""

Figures = dict[str, float]
"""F1 in per cent by the name of the score."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a part of one, as the model alone has read it."""

    paragraph: int
    words: list[str]
    places: list[tuple[int, int]]
    """Where each word starts and ends in the paragraph, in code points."""
    names: list[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Raw:
    """An annotated document with what the model alone found in it."""

    fields: dict[str, Any]
    article: Article
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Worth:
    """What the figures of each file are without a rule, and in how many documents anything at all is different."""

    rule: Rule | None
    figures: dict[str, Figures]
    outputs: list[int]
    """A number for what was found in each document."""
    trouble: str = ""


def recognised(paths: Iterable[Path], model: str | None) -> dict[str, list[Raw]]:
    """Return the documents of each file as the model alone reads them."""
    nlp = pipeline_loading.load(pipeline.find(model))
    return {path.stem: [_raw(nlp, fields) for fields in read(path)] for path in paths}


def _raw(nlp: Any, fields: dict[str, Any]) -> Raw:
    article = article_of(fields)
    spans = [(index, article.paragraphs[index]) for index in readable(article)]
    cut = [
        (index, start, piece)
        for index, span in spans
        for start, piece in pieces(article.text[span.start : span.end].replace("\n", " "))
    ]
    docs = nlp.pipe((piece for _, _, piece in cut), batch_size=BATCH)
    return Raw(fields, article, [_piece(index, start, doc) for (index, start, _), doc in zip(cut, docs, strict=True)])


def _piece(index: int, start: int, doc: Any) -> Piece:
    places = [(start + token.idx, start + token.idx + len(token.text)) for token in doc]
    return Piece(index, [token.text for token in doc], places, [(e.start, e.end, e.label_) for e in doc.ents])


def worth(raws: dict[str, list[Raw]], rules: Sequence[Rule | None], jobs: int = 1) -> Iterator[Worth]:
    """Yield what the figures are without each of the rules, without none for None, in order."""
    global _raws, _refined
    _raws = raws
    fork = multiprocessing.get_context("fork")
    with fork.Pool(1) as pool:
        _refined = pool.apply(_refine_all)
    with fork.Pool(jobs, maxtasksperchild=1) as pool:
        yield from pool.imap(_without, rules)


_raws: dict[str, list[Raw]] = {}
_refined: dict[str, list[Found]] = {}
"""What the processes of `worth` inherit, as sending it to each would take longer than their work."""


def _refine_all() -> dict[str, list[Found]]:
    """Return what all refinements make of the documents, for the rules that come behind them."""
    leave_out([])
    return {name: [_found(raw) for raw in raws] for name, raws in _raws.items()}


def _without(rule: Rule | None) -> Worth:
    try:
        leave_out([rule] if rule else [])
        behind = rule is not None and rule.module.startswith(("passes", "aliases", DATES, VERBS))
        figures, outputs = {}, []
        for name, raws in _raws.items():
            documents = []
            for raw, refined in zip(raws, _refined[name], strict=True):
                if rule is None or rule.module not in (DATES, VERBS):
                    _remember_times()
                analysis = _analysed(raw, refined if behind else _found(raw))
                outputs.append(hash(analysis.entities))
                documents.append(compared(raw.fields, raw.article, analysis))
            figures[name] = {score: value.f1 for score, value in scores(documents).items()}
    except Exception as error:
        return Worth(rule, {}, [], f"{type(error).__name__}: {error}")
    return Worth(rule, figures, outputs)


def _analysed(raw: Raw, found: Found) -> Any:
    from newsreader.entities.understand import understand

    return understand(raw.article, found, model="")


def _found(raw: Raw) -> Found:
    """Return what the refinements make of a document."""
    from newsreader.languages.english.refine import refine

    found: Found = {piece.paragraph: [] for piece in raw.pieces}
    for piece in raw.pieces:
        for first, last, label in refine(piece.words, list(piece.names)):
            if label in LABELS:
                mention = Mention(piece.places[first][0], piece.places[last - 1][1], label, LABELS[label])
                found[piece.paragraph].append(mention)
    return found


@cache
def _remember_times() -> None:
    """Find the times of each document once for all rules: only those of dates and of verbs have a say in them."""
    from newsreader.languages.english.passes import times

    find = times.find_times

    def remembered(text: str, spans: Any, published: Any) -> Any:
        key = (text, published)
        if key not in _times:
            _times[key] = find(text, spans, published)
        return _times[key]

    times.find_times = remembered


_times: dict[Any, Any] = {}
