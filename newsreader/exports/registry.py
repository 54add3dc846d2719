"""All formats of export by what they write: their names for the command line, their modules only when they are used."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.exports.format import (
        AnnotationFormat,
        ComparisonFormat,
        DossierFormat,
        EntityFormat,
        GazetteerFormat,
        TimelineFormat,
    )

_Format = TypeVar("_Format")


@dataclass(frozen=True, slots=True)
class Formats(Generic[_Format]):
    """The formats of one kind, each the `FORMAT` of the module of its name in the folder of the kind."""

    folder: str
    names: tuple[str, ...]
    """The usual one first."""

    def __getitem__(self, name: str) -> _Format:
        """The format of that name, which is one of `names`."""
        form: _Format = import_module(f"newsreader.exports.{self.folder}.{name}").FORMAT
        return form

    def __iter__(self) -> Iterator[_Format]:
        return (self[name] for name in self.names)


ANNOTATIONS: Formats[AnnotationFormat] = Formats(
    "annotations",
    (
        "markdown",
        "html",
        "csv",
        "json",
        "jsonld",
        "brat",
        "conll",
        "spacy",
        "docbin",
        "cas",
    ),
)
ENTITIES: Formats[EntityFormat] = Formats(
    "entities",
    (
        "json",
        "jsonl",
        "csv",
        "pairs",
    ),
)
TIMELINE: Formats[TimelineFormat] = Formats(
    "timeline",
    (
        "csv",
        "ics",
        "timelinejs",
    ),
)
GAZETTEER: Formats[GazetteerFormat] = Formats(
    "gazetteer",
    (
        "csv",
        "jsonl",
    ),
)
DOSSIER: Formats[DossierFormat] = Formats(
    "dossier",
    (
        "markdown",
        "html",
        "csv",
        "timeline",
        "ics",
        "json",
        "ftm",
        "gexf",
        "nodes",
        "edges",
    ),
)
COMPARISON: Formats[ComparisonFormat] = Formats(
    "comparison",
    (
        "markdown",
        "csv",
        "json",
    ),
)
