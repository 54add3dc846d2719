"""Lines that mean the same in every language."""

from __future__ import annotations

import re

_RULE = re.compile(r"(?:[-=_*•·~#–—.⁂]\s?){3,}")


def is_rule(line: str) -> bool:
    """Whether `line` only divides what stands above it from what stands below: `* * *`, `-----`."""
    return _RULE.fullmatch(line) is not None
