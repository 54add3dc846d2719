"""What is said where a package of an extra is missing: the command that installs it, from a clone or not."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest

from newsreader import cli
from newsreader.sources.extras import installing
from newsreader.store.library import Library

PYPROJECT = Path(__file__).parents[3] / "pyproject.toml"
COMMANDS = {
    "web": (["serve"], "newsreader.cli.serving.server", "textual-serve"),
    "cluster": (
        ["entities", "--from", "jsonl", "--scheduler", "tcp://127.0.0.1:9", "articles.jsonl"],
        "newsreader.analysis.batch.cluster",
        "distributed",
    ),
    "postgres": (["library", "move", "postgresql://127.0.0.1:9/news"], "psycopg", "psycopg[binary]"),
}


@pytest.mark.parametrize("extra", COMMANDS)
def test_the_package_is_one_of_the_extra_and_can_be_installed(
    extra: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    arguments, module, package = COMMANDS[extra]
    extras = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert any(each.startswith(package) for each in extras[extra])
    monkeypatch.chdir(tmp_path)
    Path("articles.jsonl").write_text('{"id": "1", "text": "The ferry is late."}\n', encoding="utf-8")
    Library.open().close()
    for each in [*filter(re.compile(r"newsreader\.store\.postgres\b").match, sys.modules)]:
        monkeypatch.delitem(sys.modules, each)
    monkeypatch.setitem(sys.modules, module, None)
    assert cli.main(arguments) == 1
    said = capsys.readouterr().err
    assert f"(the extra “{extra}”): {installing(package)}" in said
