"""Checks one installation of newsreader from outside: that it starts, finds its files and its model, and analyses.

    check_installation.py PATH-OF-NEWSREADER
    check_installation.py --shell COMMAND --folder FOLDER

The second form runs a command of the README, which installs newsreader and opens a sample, in a folder. The tests'
pseudo-terminal and `pyte` must be at hand for whoever runs this.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "support"))

import pseudo_terminal

PERSON = "Vladimir Putin"
SAMPLE = "pyongyang-pact.txt"
INSTALLATION_PATIENCE = 600.0
"""Seconds a command of the README may take to install everything."""


def main() -> None:
    """Check what the arguments name; any failure is a traceback and exit code 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", nargs="?", help="the newsreader to check")
    parser.add_argument("--shell", help="a shell command that opens a sample in the reader")
    parser.add_argument("--folder", type=Path, help="where to run it")
    args = parser.parse_args()
    if args.shell:
        pseudo_terminal.PATIENCE = INSTALLATION_PATIENCE
        check_reader(["bash", "-euo", "pipefail", "-c", args.shell], args.folder)
        return
    with tempfile.TemporaryDirectory() as elsewhere:
        check_program(args.program, Path(elsewhere))


def check_program(program: str, cwd: Path) -> None:
    """Check version, samples, model, analysis and the reader, away from any checkout."""
    print(output(cwd, program, "--version").strip(), "in", Path(program).parent)
    folders = dict(line.split("\t") for line in output(cwd, program, "paths").splitlines())
    sample = Path(folders["samples"]) / SAMPLE
    print("  samples:", len(list(sample.parent.iterdir())), "in", sample.parent)
    analysis = json.loads(output(cwd, program, "entities", "--format", "json", str(sample)))
    assert PERSON in {entity["name"] for entity in analysis["entities"]}, analysis
    print("  model:", analysis["model"], "·", len(analysis["entities"]), "entities")
    check_reader([program, str(sample)], cwd)


def check_reader(command: list[str], cwd: Path) -> None:
    """Check that the reader opens the sample, fills its panels and ends well."""
    with pseudo_terminal.PseudoTerminal(command, cwd=cwd) as terminal:
        terminal.wait_for(lambda text: "Pyongyang" in text and PERSON in text and "People" in text)
        terminal.press("Q")
        assert terminal.wait() == 0, terminal.text()
    print("  reader: opened, analysed, quit")


def output(cwd: Path, *command: str) -> str:
    """Return what a command prints. Raises if it fails."""
    return subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout


if __name__ == "__main__":
    main()
