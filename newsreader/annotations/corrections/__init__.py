"""What the person says against the machine: laid over an analysis, never mixed into it."""

from __future__ import annotations

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
from newsreader.annotations.corrections.overlay import Overlay, apply

__all__ = [
    "Corrected",
    "Correction",
    "Overlay",
    "Provenance",
    "Rejected",
    "Scope",
    "Subject",
    "Verdict",
    "apply",
    "occurrences",
]
