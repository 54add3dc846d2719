"""What the person says against the machine: laid over an analysis, never mixed into it."""

from __future__ import annotations

from newsreader.annotations.corrections.apply import apply
from newsreader.annotations.corrections.model import (
    Corrected,
    Correction,
    Provenance,
    Rejected,
    Scope,
    Subject,
    Verdict,
)
from newsreader.annotations.corrections.occurrences import occurrences

__all__ = [
    "Corrected",
    "Correction",
    "Provenance",
    "Rejected",
    "Scope",
    "Subject",
    "Verdict",
    "apply",
    "occurrences",
]
