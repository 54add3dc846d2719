"""What says that a package is missing that only some formats need, and how to get it where this program runs."""

from __future__ import annotations

import shlex
import sys
from importlib.util import find_spec

from newsreader.sources.errors import SourceError


def missing(what: str, package: str, extra: str) -> SourceError:
    """The error for what can only be read with a package, which is one of the extras; `what` begins the sentence."""
    python = shlex.quote(sys.executable)
    pip = f"{python} -m pip install" if find_spec("pip") is not None else f"uv pip install --python {python}"
    return SourceError(f"{what}, which needs the package {package} (the extra “{extra}”): {pip} {package}")
