"""Says in words what a correction does, for lists and for the line that tells what was undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.corrections.model import Correction, Scope, Verdict
from newsreader.annotations.events import Corrects, Withdrawn

if TYPE_CHECKING:
    from newsreader.annotations.fold import State

_REACH = {Scope.MENTION: " (this mention)", Scope.ARTICLE: "", Scope.EVERYWHERE: " everywhere"}


def corrected(change: Corrects | Correction) -> str:
    """What was done, as in `merged Putin into Vladimir Putin`."""
    return f"{_deed(change)}{_REACH[change.scope]}"


def _deed(change: Corrects | Correction) -> str:
    name = change.subject.name
    match change.verdict:
        case Verdict.NOT_AN_ENTITY:
            return f"took {name} off the entities"
        case Verdict.IS_A:
            return (
                f"made {name} a {change.category}"
                if change.category != "organisation"
                else f"made {name} an organisation"
            )
        case Verdict.IS_NAMED:
            return f"named {name} {change.name}"
        case Verdict.SAME_AS:
            return f"merged {name} into {change.other.name if change.other else ''}"
        case Verdict.NOT_SAME_AS:
            return f"split {change.quote} from {name}"
        case Verdict.BOUNDARY:
            return f"changed “{change.quote}” to “{change.new_quote}”"
        case Verdict.MISSED:
            return f"added {name} as {change.category}"


def put_back(change: Withdrawn, before: State, after: State) -> str:
    """What was taken back, as in `put back: merged Putin into Vladimir Putin`."""
    known = {**before.corrections, **after.corrections}
    changes = [known[each].change for each in change.corrections if each in known]
    deeds = [corrected(each) for each in changes if isinstance(each, Corrects)]
    return f"put back: {'; '.join(deeds)}" if deeds else "put back what the gazetteer said"
