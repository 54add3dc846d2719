"""The files that come with the program, found in a checkout, an editable install and a wheel alike.

In the repository `sample_articles/` and `styles/` stand at the top level; a wheel holds each inside the package that
reads it (see `force-include` in `pyproject.toml`).
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_TOP = _PACKAGE.parent
_ARTICLE_SUFFIXES = {".txt", ".md", ".html"}


def samples() -> list[Path]:
    """The sample articles, in the order of their file names; empty if the installation has lost them."""
    folder = _first_folder(_PACKAGE / "sample_articles", _TOP / "sample_articles")
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix in _ARTICLE_SUFFIXES and path.stem != "README")


def styles_dir() -> Path:
    """The folder of the `*.tcss` style sheets."""
    return _first_folder(_TOP / "tui" / "styles", _TOP / "styles")


def _first_folder(*candidates: Path) -> Path:
    """The first candidate that is a folder, else the last."""
    return next((folder for folder in candidates if folder.is_dir()), candidates[-1])
