"""The scores of annotated documents, and what becomes of them when a rule is left out."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "quality.py"
TEXT = (
    "Mr. Keir Starmer, the leader of the Labour Party, spoke in London on 19 June 2024. "
    "Labour said that Starmer would speak again in Leeds, and Labour will publish what he says."
)
NAMES = (("Keir Starmer", "PER"), ("Labour Party", "ORG"), ("London", "LOC"), ("Leeds", "LOC"), ("Starmer", "PER"))


def gold(folder: Path) -> Path:
    names = [{"start": m.start(), "end": m.end(), "type": "ORG", "entity": "1"} for m in re.finditer("Labour", TEXT)][
        1:
    ]
    for name, kind in NAMES:
        start = TEXT.rindex(name)
        names.append({"start": start, "end": start + len(name), "type": kind, "entity": "1" if kind == "ORG" else name})
    path = folder / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "names": names}) + "\n", encoding="utf-8")
    return path


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SCRIPT, *map(str, arguments)], capture_output=True, text=True, check=False)


def recall(output: str) -> float:
    return float(re.search(r"names, strict +\S+ \(\S+/(\S+)\)", output)[1])


def test_a_pass_that_is_left_out_costs_what_it_finds(tmp_path: Path) -> None:
    path = gold(tmp_path)
    whole, without = run(path), run(path, "--without", "with_parties")
    assert recall(whole.stdout) == 100
    assert recall(without.stdout) < 100


def test_the_table_says_what_each_rule_costs_and_what_it_is_for(tmp_path: Path) -> None:
    rows = run(gold(tmp_path), "--worth", "--rules", "parties.with_parties").stdout.splitlines()
    assert [row.split("|")[1].strip() for row in rows[2:]] == ["(all)", "`passes.parties.with_parties`"]
    assert "+" in rows[-1]
    assert "short names" in rows[-1]


def test_a_rule_that_there_is_not_is_a_wrong_use(tmp_path: Path) -> None:
    result = run(gold(tmp_path), "--without", "with_nothing")
    assert result.returncode == 2
    assert "with_nothing" in result.stderr
