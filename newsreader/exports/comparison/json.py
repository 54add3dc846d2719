"""A comparison as JSON, described in docs/dossiers.md."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from newsreader.exports.format import ComparisonFormat
from newsreader.exports.text import dumps

if TYPE_CHECKING:
    from newsreader.dossier.comparing import Comparison

SCHEMA = 1
"""Rises when a field changes its meaning or goes; new fields do not change it."""


def _write(comparison: Comparison) -> str:
    return f"{dumps({'schema': SCHEMA, **asdict(comparison)}, indent=1)}\n"


FORMAT = ComparisonFormat(name="json", about="all of it, as data", suffix=".json", write=_write)
