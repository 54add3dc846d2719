"""What the documents say stands somewhere stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = (ROOT, ROOT / "newsreader", ROOT / "newsreader" / "languages" / "english")
NAMED = re.compile(r"`((?:[\w.]+/)+[\w.]*)`")
DOCUMENTS = ("README.md", "CONTRIBUTING.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))))
TOPS = ("newsreader", "tui", "tests", "docs", "benchmarks", "styles")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_files_that_a_document_names_are_there(name: str) -> None:
    named = set(NAMED.findall((ROOT / name).read_text("utf-8")))
    of_ours = {each for each in named if each.partition("/")[0] in TOPS and "NAME" not in each}
    assert {each for each in of_ours if not (ROOT / each).exists()} == set()


def test_the_architecture_names_what_is_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    missing = {each for each in NAMED.findall(text) if not any((room / each).exists() for room in ROOMS)}
    assert missing == set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_between_documents_lead_somewhere(name: str) -> None:
    document = ROOT / name
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", document.read_text("utf-8"))
    assert {link for link in links if not (document.parent / link).exists()} == set()
