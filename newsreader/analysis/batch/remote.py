"""What a worker of a cluster does: it analyses with the model and the rules of whoever asks, or not at all."""

from __future__ import annotations

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from newsreader.entities import pipeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.analysis.in_process import Analyser
    from newsreader.article import Article
    from newsreader.entity import Analysis

_ONE_AT_A_TIME = Lock()
"""A pipeline is not for several threads, which the workers of a cluster may have."""


class OtherVersionError(Exception):
    """The worker has another model or other rules; the message is a sentence for the reader."""


@cache
def version(model: str | None) -> str:
    """What the results depend on besides the text. Raises `ModelError` if there is no such pipeline."""
    from newsreader.analysis.rules import rules_version

    return f"{pipeline.find(model).key} {rules_version()}"


def analyse(articles: Sequence[Article], model: str | None, wanted: str) -> list[Analysis]:
    """The analyses of some articles. Raises `OtherVersionError` unless this is the version that is wanted."""
    with _ONE_AT_A_TIME:
        try:
            here = version(model)
        except pipeline.ModelError as error:
            raise OtherVersionError(f"A worker of the cluster has no usable model: {error}") from error
        if here != wanted:
            raise OtherVersionError(
                f"A worker of the cluster has another model or other rules ({here}, not {wanted}): "
                "install the same newsreader on all of them."
            )
        return [_analyser(model).analyse(article) for article in articles]


@cache
def _analyser(model: str | None) -> Analyser:
    from newsreader.analysis.in_process import Analyser

    return Analyser(model)
