"""Feeds a fuzz test what reaches code that no input before has reached; needs atheris, which is not among the packages.

    python tests/support/coverage_fuzz.py tests/fuzz/test_fuzz_sources.py test_markdown [-max_total_time=60]

What comes behind the name goes to libFuzzer. Only tests that take nothing but what is made up for them will do.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import atheris

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
ROOMS = ("sources", "analysis", "annotations", "store")
"""Whose modules are told to say what is reached, also those that are imported only when they are needed."""


def module_of(file: Path) -> ModuleType:
    """The tests in `file`, with everything of ours that they import made to tell which of its code is reached."""
    sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
    spec = importlib.util.spec_from_file_location(file.stem, file)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{file} holds no tests.")
    module = importlib.util.module_from_spec(spec)
    with atheris.instrument_imports(include=["newsreader", "tui"]):
        for room in ROOMS:
            package = importlib.import_module(f"newsreader.{room}")
            for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
                importlib.import_module(each.name)
        spec.loader.exec_module(module)
    return module


def main() -> None:
    """Fuzz until libFuzzer ends, which it does at the first input that fails."""
    file, name, *options = sys.argv[1:]
    test: Any = getattr(module_of(Path(file)), name)
    atheris.Setup([sys.argv[0], *options], test.hypothesis.fuzz_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
