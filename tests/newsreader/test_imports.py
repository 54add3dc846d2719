"""What a command loads, seen from a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "rich", "spacy", "numpy", "trafilatura", "urllib3", "platformdirs", "shtab", "tui")

REPORT = """
import sys
from newsreader.cli import main
try:
    main(sys.argv[2:])
except SystemExit:
    pass
loaded = {name.partition(".")[0] for name in sys.modules}
print("LOADED", *sorted(loaded & set(sys.argv[1].split(","))))
"""


def loaded_by(cwd: Path, *arguments: str) -> set[str]:
    """Return which of the heavy packages `newsreader` with these arguments has loaded."""
    command = [sys.executable, "-c", REPORT, ",".join(HEAVY), *arguments]
    output = subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return set(output.rpartition("LOADED")[2].split())


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_load_nothing_but_the_standard_library(tmp_path: Path, option: str) -> None:
    assert loaded_by(tmp_path, option) == set()


def test_version_does_not_even_load_the_parser() -> None:
    code = (
        "import sys, atexit; from newsreader.cli import main; atexit.register(lambda: print(*sys.modules)); "
        "main(['--version'])"
    )
    loaded = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout.split()
    assert not {"argparse", "typing", "newsreader.cli.parser"} & {*loaded}


def test_the_parser_loads_no_part_of_the_engine(tmp_path: Path) -> None:
    code = "import sys; from newsreader.cli import parser; parser.build(); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout.split()
    assert not {"newsreader.article", "newsreader.entities", "newsreader.sources", "newsreader.store"} & {*loaded}


def test_wrong_usage_loads_nothing_but_the_standard_library(tmp_path: Path) -> None:
    assert loaded_by(tmp_path, "entities", "--format", "xml") == set()


def test_no_model_is_loaded_where_there_is_nothing_to_analyse(tmp_path: Path) -> None:
    assert not loaded_by(tmp_path, "entities", "nowhere.txt") & {"spacy", "textual"}


@pytest.mark.parametrize("command", [["paths"], ["man"], ["keys"], ["completions", "bash"]])
def test_small_commands_load_neither_textual_nor_spacy(tmp_path: Path, command: list[str]) -> None:
    assert not loaded_by(tmp_path, *command) & {"textual", "rich", "spacy", "numpy", "trafilatura"}


def test_printing_plain_text_loads_neither_textual_nor_spacy(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Mayor opens bridge\n\nThe bridge was opened on Monday.\n", encoding="utf-8")
    assert not loaded_by(tmp_path, "show", str(article)) & {"textual", "spacy", "numpy"}


def test_the_first_frame_is_drawn_without_textual_and_spacy() -> None:
    code = "import sys, tui.start.first_frame; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "tui" in loaded
    assert not {"textual", "asyncio", "spacy", "numpy"} & {*loaded}
