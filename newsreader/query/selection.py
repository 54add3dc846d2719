"""Chooses among annotations, by values that are offered one by one and by a query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from newsreader.query.annotations import of_annotation, of_correction
from newsreader.query.conditions import Field, Term, every
from newsreader.query.matching import holds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.annotations.corrections.model import Correction
    from newsreader.annotations.model import Annotation
    from newsreader.query.conditions import Condition


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted; an empty tuple wants everything. Several values of one field are alternatives."""

    kinds: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    """With or without `#`."""
    entities: tuple[str, ...] = ()
    """Ids (`person:vladimir-putin`) or names that are linked (`[[Vladimir Putin]]`)."""
    provenance: tuple[str, ...] = ()
    """`person` for what was written here, `import` for what came from elsewhere."""
    query: Condition | None = None
    """What must hold besides."""

    def of(self, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
        """Those of the annotations that are wanted, in their order."""
        condition, today = self._condition(), date.today()
        return tuple(each for each in annotations if holds(condition, of_annotation(each, each.quote), today))

    def corrections(self, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
        """The same of corrections."""
        condition, today = self._condition(), date.today()
        return tuple(each for each in corrections if holds(condition, of_correction(each), today))

    def _condition(self) -> Condition | None:
        fields = {
            "kind": self.kinds,
            "colour": self.colours,
            "tag": self.tags,
            "name": self.entities,
            "from": self.provenance,
        }
        chosen = (Field(name, _whole(values)) for name, values in fields.items() if values)
        return every((*chosen, *(() if self.query is None else (self.query,))))


def _whole(values: tuple[str, ...]) -> tuple[Term, ...]:
    return tuple(Term(each, whole=True) for each in values)
