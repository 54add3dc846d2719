"""What every test gets: folders of its own, so that no test sees or touches the files of whoever runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point the data, cache and config folders of the program at fresh empty folders."""
    for name in ("DATA", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"NEWSREADER_{name}_DIR", str(tmp_path / f"newsreader-{name.lower()}"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    # A process behind each reader would load its pipeline beside the tests; those of it have one.
    monkeypatch.setenv("NEWSREADER_INDEX_BEHIND", "false")
