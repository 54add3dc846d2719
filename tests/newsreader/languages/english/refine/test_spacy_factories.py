"""The refinements are there for any spaCy pipeline, without newsreader being imported."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from newsreader.languages.english.refine import COMPONENTS

if TYPE_CHECKING:
    from pathlib import Path


def test_every_refinement_is_declared() -> None:
    declared = {entry.name for entry in entry_points(group="spacy_factories") if entry.name.startswith("newsreader_")}
    assert declared == set(COMPONENTS)


def test_a_pipeline_finds_them_by_name(tmp_path: Path) -> None:
    adding = "\n".join(f"nlp.add_pipe({name!r})" for name in COMPONENTS)
    script = f"import spacy\nnlp = spacy.blank('en')\n{adding}\nprint(len(nlp('Ann met Bob.')))"
    result = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert result.stdout.strip() == "4"
