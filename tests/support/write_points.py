"""Kills a program that writes to a library, or has its writes fail, at every point where it writes.

    python tests/support/write_points.py [--fault kill|full|broken|power] [--rounds 500] [--second] [--seed 1]
        [--shuffle]

Each round does the acts of a scenario (`acts`) in a child that is traced, and lets something happen at one of its calls
that write: `kill` ends the child (SIGKILL) before the call, `full` has that call and all later ones fail for want of
space, `broken` has the one call fail with an I/O error, and `power` takes the files as they may be on the disk if the
power goes, with later writes lost or torn. Afterwards the library must be sound and have exactly what it had after the
last act that was acknowledged, or with the one that was under way as well; an act that was refused for want of space
is not there. With `--second`, another instance writes to the same library at the same time, and is killed, too; nothing
that it acknowledged may be missing either. Without `--rounds`, each point gets a round; with `--shuffle` in an order by
chance, so that what depends on the moment of a round is told from what depends on its point.
"""

from __future__ import annotations

import argparse
import errno
import os
import random
import shutil
import signal
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acts import SCENARIOS, TWO, Act, Session, contents, start
from disk import Disk
from tracing import SYNCS, Traced

from newsreader.annotations.notebook import Notebook
from newsreader.store.errors import LibraryError
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

FAULTS = ("kill", "full", "broken", "power")
ERRORS = {"full": errno.ENOSPC, "broken": errno.EIO}


@dataclass
class Report:
    """What the rounds came to."""

    rounds: int = 0
    acknowledged: int = 0
    by_second: int = 0
    refused: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    """How often something happened at which kind of call."""
    losses: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        kinds = ", ".join(f"{count} at {kind}" for kind, count in self.kinds.most_common())
        second = f" and {self.by_second} by the second instance" if self.by_second else ""
        return (
            f"{self.rounds} rounds ({kinds}); {self.acknowledged} acts acknowledged{second}, {self.refused} refused; "
            f"{len(self.losses)} losses"
        )


class Rounds:
    """Rounds of one scenario with one fault in a folder of their own."""

    def __init__(self, folder: Path, scenario: str, fault: str, *, second: bool = False, seed: int = 1) -> None:
        self._acts: tuple[Act, ...] = SCENARIOS[scenario]
        self._fault = fault
        self._second = second
        self._chance = random.Random(f"{seed} {scenario} {fault}")
        self._folder = folder
        self._start = folder / "start"
        self._start.mkdir()
        start(self._start / "library.db", scenario)
        self._struck = ""
        self.report = Report()

    def run(self, rounds: int | None = None, *, shuffle: bool = False) -> Report:
        """So many rounds, at points by chance; without a number one for each point, in order or in any order."""
        self._wanted = self._without_fault()
        points = range(1, self._points + 1)
        chosen = list(points) if rounds is None else [self._chance.choice(points) for _ in range(rounds)]
        if shuffle:
            self._chance.shuffle(chosen)
        for point in chosen:
            try:
                self._round(point)
            except AssertionError as error:
                self.report.losses.append(f"{self._fault} at point {point}: {error}")
            self.report.rounds += 1
        return self.report

    def _without_fault(self) -> list[dict[str, Any]]:
        """What the library has before all acts and after each of them; counts the points."""
        library = self._fresh("reference")
        session = Session(library)
        wanted = [contents(library)]
        for act in self._acts:
            session.do(act)
            wanted.append(contents(library))
        session.library.close()
        # Made before the child begins, or the calls that copy it would count as points at which no round strikes.
        counted = self._fresh("counted")
        child = Traced(lambda: self._work(counted, None), counted.parent)
        self._points = sum(not done for _, done in child.watch())
        assert child.exit_code == 0
        return wanted

    def _fresh(self, name: str) -> Path:
        shutil.rmtree(self._folder / name, ignore_errors=True)
        shutil.copytree(self._start, self._folder / name)
        return self._folder / name / "library.db"

    def _work(self, library: Path, said: int | None) -> None:
        """Do the acts in the child, and say after each that it is done, or that it was refused.

        While the disk is full, the first refusal ends it; after an I/O error, the same act is done again.
        """
        number, refusals, session = 0, 0, None
        while number <= len(self._acts):
            try:
                if session is None:
                    session = Session(library)
                else:
                    session.do(self._acts[number - 1])
            except LibraryError as error:
                _say(said, f"refused {number} {error.sentence}")
                refusals += 1
                if self._fault == "full" or refusals > 2:
                    return
            else:
                _say(said, f"done {number}")
                number += 1

    def _round(self, point: int) -> None:
        library = self._fresh("round")
        listening, said = os.pipe()
        second, heard = self._start_second(library) if self._second else (0, 0)
        child = Traced(lambda: self._work(library, said), library.parent)
        os.close(said)
        try:
            judged = self._strike(child, library, point)
        finally:
            if second:
                os.kill(second, signal.SIGKILL)
                os.waitpid(second, 0)
        lines = _heard(listening)
        others = _heard(heard) if second else []
        self._judge(judged, lines, others)

    def _strike(self, child: Traced, library: Path, point: int) -> Path:
        """Let the fault happen at the point; the library to look at afterwards."""
        disk, count = Disk(library), 0
        for call, done in child.watch():
            count += not done
            if done:
                disk.follow(call)
            elif count == point:
                self._struck = call.name
                self.report.kinds[call.name] += 1
            if done or count < point or (count > point and self._fault != "full"):
                continue
            if self._fault in ERRORS:
                child.fail(ERRORS[self._fault])
                continue
            child.kill()
            if self._fault == "power":
                left = self._folder / "left"
                shutil.rmtree(left, ignore_errors=True)
                left.mkdir()
                disk.lose_power(left / "library.db", self._chance)
                library = left / "library.db"
        return library

    def _judge(self, library: Path, lines: list[str], others: list[str]) -> None:
        done = [int(line.split()[1]) for line in lines if line.startswith("done")]
        refused = [line for line in lines if line.startswith("refused")]
        last = max(done, default=0)
        self.report.acknowledged += last
        self.report.refused += len(refused)
        self.report.by_second += len(others)
        first = last
        while self._fault == "power" and first and not self._acts[first - 1].durable:
            first -= 1
        found = contents(library)
        written = found[TWO.origin.location]["annotations"]
        missing = set(others) - {text for *_, text, _ in written}
        assert not missing, f"the second instance lost {missing}"
        wanted = self._wanted[first : last + 2]
        if self._second:
            wanted, found = [_without_second(each) for each in wanted], _without_second(found)
        assert all(line.endswith(".") for line in refused), refused
        if refused and self._fault == "full" and self._struck not in SYNCS:
            # What could not be synced is on the disk all the same, as far as anybody knows.
            wanted = wanted[:1]
        if refused and self._fault == "broken":
            assert last == len(self._acts), f"after a failure only {last} acts went through: {refused}"
        assert found in wanted, f"after act {last} ({self._acts[last - 1].name}): {found}"

    def _start_second(self, library: Path) -> tuple[int, int]:
        heard, said = os.pipe()
        pid = os.fork()
        if not pid:
            _write_notes(library, said)
        os.close(said)
        return pid, heard


def _without_second(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if not name.startswith(TWO.origin.location)}


def _write_notes(library: Path, said: int) -> None:
    """Write to the other article until it is killed; an error ends it, and never gets out into the caller's copy."""
    try:
        opened = Library.open(library)
        notebook = Notebook(opened, opened.remember(TWO), TWO)
        number = 0
        while True:
            number += 1
            notebook.note(f"second {number}", start=number % 50, end=60)
            _say(said, f"second {number}")
    finally:
        os._exit(1)


def _say(said: int | None, line: str) -> None:
    if said is not None:
        os.write(said, f"{line}\n".encode())


def _heard(listening: int) -> list[str]:
    with open(listening, encoding="utf-8") as pipe:
        return [line.rstrip("\n") for line in pipe if line.endswith("\n")]


def all_rounds(
    faults: tuple[str, ...], rounds: int | None, *, second: bool, seed: int, shuffle: bool
) -> Iterator[tuple[str, Report]]:
    """The rounds of every scenario with each of the faults."""
    for fault in faults:
        for scenario in SCENARIOS:
            # The second instance's notes would not be in the copy that is restored, and its writes are not followed.
            if second and (scenario != "acts" or fault == "power"):
                continue
            with tempfile.TemporaryDirectory() as folder:
                yield (
                    f"{fault}, {scenario}",
                    Rounds(Path(folder), scenario, fault, second=second, seed=seed).run(rounds, shuffle=shuffle),
                )


def main() -> None:
    """Do the rounds and print what they came to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fault", choices=FAULTS, action="append")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--second", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shuffle", action="store_true")
    options = parser.parse_args()
    for name, report in all_rounds(
        tuple(options.fault or FAULTS),
        options.rounds,
        second=options.second,
        seed=options.seed,
        shuffle=options.shuffle,
    ):
        print(f"{name}: {report}", flush=True)
        for loss in report.losses:
            print(f"  {loss[:600]}")


if __name__ == "__main__":
    main()
