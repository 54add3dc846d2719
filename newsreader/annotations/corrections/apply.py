"""Lays corrections over an analysis. Pure: the machine's own analysis is never changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.annotations.corrections.draft import Draft
from newsreader.annotations.corrections.model import Corrected
from newsreader.annotations.corrections.verdicts import Judge
from newsreader.annotations.corrections.work import Work

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.annotations.corrections.model import Correction
    from newsreader.entity import Analysis


def apply(analysis: Analysis, corrections: Iterable[Correction], text: str) -> Corrected:
    """Return `analysis` of `text` as the person has it, after `corrections` in their order.

    A correction that finds nothing to apply to is idle, and does no harm.
    """
    known = list(corrections)
    work = Work(analysis, text)
    judge = Judge(work)
    idle = tuple(correction.id for correction in known if not judge.judge(correction))
    drafts = [entity for entity in work.entities.values() if isinstance(entity, Draft)]
    entities = [each.finished(text, work.names) if isinstance(each, Draft) else each for each in work.entities.values()]
    entities.sort(key=lambda each: each.mentions[0].start)
    changed = len(idle) < len(known)
    return Corrected(
        analysis=replace(analysis, entities=tuple(entities)) if changed else analysis,
        machine=analysis,
        entities={draft.id: tuple(draft.by) for draft in drafts if draft.by},
        mentions={start: tuple(by) for start, by in work.mentions.items()},
        rejected=tuple(judge.rejected),
        merged=work.merged,
        idle=idle,
        suggested=frozenset(correction.id for correction in known if not correction.here),
    )
