"""Rules of `config.toml` hold for what is added and imported, and `newsreader rules test` says what they would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from others import POCKET, kept

from newsreader import paths
from newsreader.cli import parser
from newsreader.store.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

RULES = """
[[rules]]
when = "title:quay"
do = ["star", "tag:harbour"]

[[rules]]
when = "person:ahlstrom"
do = "read"
"""


def command(*words: str) -> int:
    run, args = parser.parse(words)
    return run(args)


def configure(text: str) -> None:
    paths.config_file().parent.mkdir(parents=True, exist_ok=True)
    paths.config_file().write_text(text, encoding="utf-8")


def starred() -> list[int]:
    with Library.open() as library, library.reading() as unit:
        return [number for number, state in unit.states.of(range(1, 10)).items() if state.starred]


def test_rules_hold_for_what_comes_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command("add", str(kept(tmp_path, "Quay to close\n\nIt is old.\n", "before.txt")))
    configure(RULES)
    command("add", str(kept(tmp_path, "Quay to open\n\nIt is new.\n", "after.txt")))
    assert "By your rules: 1 starred, 1 tagged harbour." in capsys.readouterr().err
    assert starred() == [2]
    command("import", str(kept(tmp_path, POCKET)))
    assert "By your rules: 1 starred." in capsys.readouterr().err
    assert starred() == [2, 3]


def test_they_can_be_tried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command(
        "add", str(kept(tmp_path, "Quay to close\n\nIt is old.\n", "a.txt")), str(kept(tmp_path, "Ice.\n", "b.txt"))
    )
    configure(RULES)
    capsys.readouterr()
    assert command("rules", "test", "--last", "5") == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "star, tag:harbour  “title:quay”: 1 of the last 2 articles",
        "  library:1  Quay to close",
        "read  “person:ahlstrom”: 0 of the last 2 articles",
    ]
    assert "2 of the 2 articles were not read for names yet." in said.err
    assert starred() == []


def test_a_mistake_is_said_and_the_other_rules_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(f'[[rules]]\nwhen = "titel:quay"\ndo = "star"\n\n[[rules]]\nwhen = "ice"\ndo = "stra"\n{RULES}')
    command("add", str(kept(tmp_path, "Quay to close\n\nIt is old.\n", "a.txt")))
    said = capsys.readouterr().err
    assert "config.toml, line 1: the rule “titel:quay” is left aside: There is no “titel:”; “title:”" in said
    assert "config.toml, line 5: “do” cannot be “stra”; did you mean “star”? The rule is left aside." in said
    assert starred() == [1]


def test_without_rules_it_is_said_how_they_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert command("rules", "test") == 0
    assert "[[rules]]" in capsys.readouterr().err


def test_a_rule_with_a_field_that_asks_for_nothing_mutes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure("""[[rules]]\nwhen = 'quay source:""'\ndo = "mute"\n""")
    command("add", str(kept(tmp_path, "Quay to close\n\nIt is old.\n", "a.txt")))
    said = capsys.readouterr().err
    assert "is left aside: “source:” asks for nothing" in said
    assert "By your rules" not in said
