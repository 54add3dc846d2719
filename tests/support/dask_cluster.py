"""A Dask cluster of processes on this machine, each of which can be killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

WORKERS = 2


class Cluster:
    """A scheduler, the first of the processes, and workers."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self.port}"

    def start(self) -> None:
        self._run("dask_scheduler", "--port", str(self.port))
        for _ in range(WORKERS):
            self.start_worker()

    def start_worker(self) -> None:
        self._run("dask_worker", self.address, "--nthreads", "1")

    def _run(self, program: str, *options: str) -> None:
        command = [sys.executable, "-m", f"distributed.cli.{program}", *options, "--host", "127.0.0.1"]
        with (self.folder / "log").open("ab") as log:
            self.processes.append(
                subprocess.Popen(
                    [*command, "--no-dashboard"], cwd=self.folder, stdout=log, stderr=log, start_new_session=True
                )
            )

    @property
    def alive(self) -> list[int]:
        """Which of the processes have not been killed."""
        return [at for at, each in enumerate(self.processes) if each.poll() is None]

    def kill(self, which: Iterable[int]) -> None:
        for each in which:
            os.killpg(self.processes[each].pid, signal.SIGKILL)
            self.processes[each].wait()


@contextmanager
def running(folder: Path) -> Iterator[Cluster]:
    """A cluster that has been told to start; all of it is gone afterwards."""
    cluster = Cluster(folder)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.kill(cluster.alive)
