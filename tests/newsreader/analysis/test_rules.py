"""The version of the rules follows the sources."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.analysis import rules

if TYPE_CHECKING:
    import pytest


def version_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(rules, "_ENGINE", folder)
    return rules.rules_version.__wrapped__()


def test_every_change_of_a_source_changes_the_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "newsreader"
    shutil.copytree(Path(rules.__file__).parents[1], copy, ignore=shutil.ignore_patterns("__pycache__"))
    before = version_of(copy, monkeypatch)
    assert version_of(shutil.copytree(copy, tmp_path / "elsewhere"), monkeypatch) == before
    files = [copy / "entity.py", *(copy / "entities").rglob("*.py"), *(copy / "languages").rglob("*.py")]
    for file in files:
        content = file.read_bytes()
        file.write_bytes(content + b"\n")
        assert version_of(copy, monkeypatch) != before
        file.write_bytes(content)
    (copy / "entities" / "__pycache__").mkdir()
    (copy / "entities" / "__pycache__" / "model.cpython-311.pyc").write_bytes(b"compiled")
    (copy / "paths.py").write_bytes(b"not a rule")
    assert version_of(copy, monkeypatch) == before
