"""The real pipeline, loaded once for each module that asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.entities.recogniser import Recogniser

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def recogniser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recogniser]:
    """The pipeline that comes with the program."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSREADER_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield Recogniser()
