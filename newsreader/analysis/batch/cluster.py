"""The workers of a Dask cluster, which analyse articles as the processes of a pool do. Needs the extra `cluster`."""

from __future__ import annotations

import time
from concurrent.futures import CancelledError
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from distributed import Client
from distributed.comm.addressing import resolve_address
from distributed.scheduler import KilledWorker

from newsreader.analysis.batch.dispatch import BatchError, WorkerLostError, analyses
from newsreader.analysis.batch.remote import OtherVersionError, analyse, version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsreader.analysis.batch.chunks import Chunk
    from newsreader.article import Article
    from newsreader.entity import Analysis

CONNECTING = 10.0
"""Seconds to find the scheduler."""
RETURNING = 120.0
"""Seconds for a scheduler that is gone to come back, before the work is given up."""


class Cluster:
    """A cluster that exists; `analyse_all` gives the same as an `Analyser` does alone."""

    def __init__(self, scheduler: str, model: str | None) -> None:
        """Go to the scheduler at an address. Raises `BatchError` if none answers, and `ModelError`."""
        self._model = model
        self._version = version(model)
        try:
            resolve_address(scheduler)  # a client without an address would be half made, and end with a traceback
            self._client: Any = Client(scheduler, timeout=CONNECTING, set_as_default=False)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            raise BatchError(f"No Dask scheduler answers at {scheduler}: {error}.") from error

    @property
    def count(self) -> int:
        """Threads of all workers; 1 as long as there is none, which is waited for."""
        workers: dict[str, dict[str, int]] = self._client.scheduler_info(n_workers=-1)["workers"]
        return max(1, sum(each["nthreads"] for each in workers.values()))

    def analyse_all(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """Yield the analysis of each article, in order. Raises `BatchError`."""
        return analyses(articles, self)

    def submit(self, chunk: Chunk) -> Sent:
        """Have a lot analysed by any worker."""
        self._wait_for_scheduler()
        # Under a key of its own, for what was lost is asked again.
        future = self._client.submit(analyse, chunk.articles, self._model, self._version, pure=False)
        return Sent(future)

    def _wait_for_scheduler(self) -> None:
        begun = time.monotonic()
        while self._client.status != "running":
            if time.monotonic() - begun > RETURNING:
                raise BatchError(f"The Dask scheduler is gone and did not come back within {RETURNING:.0f} seconds.")
            time.sleep(0.1)

    def close(self) -> None:
        """Leave the cluster; what it was at is given up."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class Sent:
    """A lot that the cluster has."""

    future: Any

    def result(self) -> Sequence[Analysis]:
        """See `Pending`."""
        try:
            found: Sequence[Analysis] = self.future.result()
        except OtherVersionError as error:
            raise BatchError(str(error)) from error
        except (KilledWorker, CancelledError, OSError, TimeoutError) as error:
            raise WorkerLostError(f"{type(error).__name__}: {error}") from error
        return found
