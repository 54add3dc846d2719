"""The recipes of CONTRIBUTING.md, for tests that follow them to the letter."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

    import pytest

ROOT = Path(__file__).parents[2]


class Recipe:
    """One section of the document: the code of its module, and the row for the documentation."""

    def __init__(self, heading: str) -> None:
        text = ROOT.joinpath("CONTRIBUTING.md").read_text(encoding="utf-8")
        section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
        blocks = re.findall(r"^ *```(\w+)\n(.*?)^ *```$", section, re.DOTALL | re.MULTILINE)
        self.blocks = {language: dedent(block) for language, block in blocks}
        self.lines = [dedent(block) for language, block in blocks if language == "text"]

    def module(self, name: str, package: ModuleType, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
        """Put the module into a package, as if its file were there, for the length of a test."""
        (folder / f"{name}.py").write_text(self.blocks["python"], encoding="utf-8")
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])
        monkeypatch.delitem(sys.modules, f"{package.__name__}.{name}", raising=False)
        return import_module(f"{package.__name__}.{name}")
