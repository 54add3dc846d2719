"""spaCy is imported without its command line, which is there for whoever asks for it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """
import sys
from newsreader.entities.spacy_import import import_spacy
import_spacy()
print(sorted({"spacy", "spacy.language", "spacy.cli", "typer", "httpx", "requests"} & sys.modules.keys()))
import spacy
print(spacy.info(silent=True)["spacy_version"] == spacy.__version__)
from spacy.cli import download
import_spacy()
print(callable(download))
"""


def test_the_command_line_of_spacy_is_imported_only_when_asked_for(tmp_path: Path) -> None:
    result = subprocess.run([sys.executable, "-c", SCRIPT], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert result.stdout.splitlines() == ["['spacy', 'spacy.language']", "True", "True"]
