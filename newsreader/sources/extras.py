"""What says that a package is missing that only some things need, and how to get it where this program runs."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from newsreader import system
from newsreader.sources.errors import SourceError


def missing(what: str, package: str, extra: str) -> SourceError:
    """The error for what can only be read with a package, which is one of the extras; `what` begins the sentence."""
    return SourceError(f"{what}, which {needs(package, extra)}")


def needs(package: str, extra: str) -> str:
    """Say that something needs a package, which is one of the extras, and how to get that: `needs the package …`."""
    return f"needs the package {package} (the extra “{extra}”): {installing(package)}"


def installing(package: str) -> str:
    """The command that installs a package where this program runs, from a clone or not."""
    if find_spec("pip") is None:  # environments that uv has made have none of their own
        return system.command_line(["uv", "pip", "install", "--python", sys.executable, package])
    return system.command_line([sys.executable, "-m", "pip", "install", package])
