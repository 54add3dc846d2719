"""Chooses among annotations by kind, colour, tag, entity and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.model import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsreader.annotations.model import Annotation


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted; an empty tuple wants everything. Several values of one field are alternatives."""

    kinds: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    """Without `#`, in any case."""
    entities: tuple[str, ...] = ()
    """Ids (`person:vladimir-putin`) or names that are linked (`[[Vladimir Putin]]`)."""
    provenance: tuple[str, ...] = ()
    """`person` for what was written here, `import` for what came from elsewhere."""

    def of(self, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
        """Those of the annotations that are wanted, in their order."""
        return tuple(each for each in annotations if self._wants(each))

    def _wants(self, annotation: Annotation) -> bool:
        wanted_tags = {tag.removeprefix("#").casefold() for tag in self.tags}
        return (
            _among(annotation.kind, self.kinds)
            and _among(annotation.colour, self.colours)
            and (not wanted_tags or not wanted_tags.isdisjoint(annotation.tags))
            and (not self.entities or not {*self.entities}.isdisjoint({annotation.entity, *annotation.links}))
            and _among("person" if annotation.author == PERSON else "import", self.provenance)
        )


def _among(value: str | None, wanted: tuple[str, ...]) -> bool:
    return not wanted or value in wanted
