"""The formats of export, and that the documentation says of each what its record does."""

from __future__ import annotations

import shlex
import sys
import tomllib
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import pytest
from documented import assert_export_row

from newsreader import cli, exports
from newsreader.exports import format as format_module
from newsreader.exports import registry
from newsreader.exports.format import ExportFormat, Lack
from newsreader.sources import extras as extras_module

if TYPE_CHECKING:
    from newsreader.exports.registry import Formats

KINDS: dict[str, Formats[Any]] = {
    "annotations": registry.ANNOTATIONS,
    "entities": registry.ENTITIES,
    "timeline": registry.TIMELINE,
    "gazetteer": registry.GAZETTEER,
    "dossier": registry.DOSSIER,
}
EVERY = [(kind, form) for kind, formats in KINDS.items() for form in formats]
ROOT = Path(__file__).parents[3]
DOCUMENTED = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def test_every_module_with_a_format_is_registered_by_its_name() -> None:
    for kind, formats in KINDS.items():
        folder = import_module(f"{exports.__name__}.{kind}")
        modules = {each.name: import_module(f"{folder.__name__}.{each.name}") for each in iter_modules(folder.__path__)}
        found = {name: module.FORMAT for name, module in modules.items() if hasattr(module, "FORMAT")}
        assert found == {form.name: form for form in formats}


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_a_record_says_what_its_format_is(kind: str, form: ExportFormat) -> None:
    assert form.about
    assert form.suffix.startswith(".")
    assert [*form.lacks] == [lack for lack in Lack if lack in form.lacks]
    assert {each.name for each in fields(ExportFormat)} <= {each.name for each in fields(form)}
    assert kind in KINDS


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_the_documentation_has_a_row_for_each_format(kind: str, form: Any) -> None:
    assert_export_row(kind, form, DOCUMENTED)


def test_the_documentation_names_the_formats_of_an_import() -> None:
    command = DOCUMENTED.partition("`newsreader annotations import")[2].partition("`")[0]
    assert command.rpartition(" ")[2].split("|") == [each.name for each in registry.ANNOTATIONS if each.read]


@pytest.mark.parametrize("pip", [True, False])
def test_what_a_format_needs_is_an_extra_and_its_command_is_for_this_very_environment(
    pip: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = registry.ANNOTATIONS["cas"]
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert any(each.startswith(form.needs) for each in extras["uima"])
    assert form.remedy == ""
    for module in (format_module, extras_module):
        monkeypatch.setattr(module, "find_spec", lambda name: name if pip and name == "pip" else None)
    python, package = shlex.split(form.remedy)[0 if pip else 4], shlex.split(form.remedy)[-1]
    assert (python, package) == (sys.executable, "dkpro-cassis")


def test_what_is_missing_is_said_before_anything_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for module in (format_module, extras_module):
        monkeypatch.setattr(module, "find_spec", lambda name: name if name == "pip" else None)
    assert cli.main(["annotations", "export", str(tmp_path / "none.txt"), "--format", "cas"]) == 1
    said = capsys.readouterr().err
    assert said == (
        "newsreader: The format cas needs the package dkpro-cassis; "
        f"install it with: {sys.executable} -m pip install dkpro-cassis\n"
    )
