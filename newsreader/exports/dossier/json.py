"""A dossier as JSON, described in docs/dossiers.md."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from newsreader.exports.format import DossierFormat
from newsreader.exports.text import dumps

if TYPE_CHECKING:
    from newsreader.dossier.model import Dossier

SCHEMA = 1
"""Rises when a field changes its meaning or goes; new fields do not change it."""


def _write(dossier: Dossier) -> str:
    record = {"schema": SCHEMA, **asdict(dossier), "first": dossier.first, "last": dossier.last}
    record["weeks"] = [{"week": week, "articles": articles} for week, articles in dossier.weeks]
    for own in (*record["notes"], *record["entries"]):
        own["created"] = own["created"].isoformat()
    return f"{dumps(record, indent=1)}\n"


FORMAT = DossierFormat(name="json", about="all of it, as data", suffix=".json", write=_write)
