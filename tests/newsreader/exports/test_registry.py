"""The formats of export, and that the documentation says of each what its record does."""

from __future__ import annotations

from dataclasses import fields
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import pytest
from documented import assert_export_row

from newsreader import exports
from newsreader.exports import registry
from newsreader.exports.format import ExportFormat, Lack

if TYPE_CHECKING:
    from newsreader.exports.registry import Formats

KINDS: dict[str, Formats[Any]] = {
    "annotations": registry.ANNOTATIONS,
    "entities": registry.ENTITIES,
    "timeline": registry.TIMELINE,
    "gazetteer": registry.GAZETTEER,
}
EVERY = [(kind, form) for kind, formats in KINDS.items() for form in formats]
DOCUMENTED = Path(__file__).parents[3].joinpath("docs", "formats.md").read_text(encoding="utf-8")


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
