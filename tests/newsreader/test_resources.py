"""The files that come with the program are found wherever it is installed."""

from __future__ import annotations

from newsreader import resources


def test_samples_are_articles_in_order() -> None:
    samples = resources.samples()
    assert len(samples) >= 8
    assert samples == sorted(samples)
    assert all(path.read_text(encoding="utf-8").strip() for path in samples)


def test_styles_are_there() -> None:
    assert list(resources.styles_dir().glob("*.tcss"))
