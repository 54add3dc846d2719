"""spaCy components that correct what a statistical recogniser gets wrong in news, one paragraph at a time."""

from __future__ import annotations

COMPONENTS: tuple[str, ...] = ()
"""Names of the components to add after the recogniser, in this order."""
