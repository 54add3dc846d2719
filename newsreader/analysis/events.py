"""What a listener of the analysis is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.entity import Analysis


@dataclass(frozen=True, slots=True)
class Analysed:
    """What is known of the article so far, or all of it if `analysis.complete`."""

    analysis: Analysis


@dataclass(frozen=True, slots=True)
class AnalysisFailed:
    """There will be no more. `sentence` tells the reader why and what to do."""

    sentence: str


@dataclass(frozen=True, slots=True)
class AnalysisNotice:
    """Something went wrong and the analysis goes on; `sentence` says what."""

    sentence: str


Event = Analysed | AnalysisFailed | AnalysisNotice
Listener = Callable[[Event], None]
