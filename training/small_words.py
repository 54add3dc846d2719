"""The words that news writes with a small letter: `newsreader/languages/english/data/small_words.txt`.

Run `python training/small_words.py TEXTS.jsonl …`; each line of TEXTS is an article as `{"text": …}`. A word is written
small if it is so twice at least, and three times as often as with a capital inside of a sentence.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from newsreader.languages.english.capitals import SMALL_WORDS_FILE

_INSIDE = re.compile(r"(?<=[a-z,] )[A-Za-z][a-z]+(?![\w-])")
"""A word that begins no sentence, after another one."""

_FEWEST = 2
_MORE = 3


def main() -> None:
    """Count the words of the articles and write the list."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", nargs="+", type=Path)
    counts = Counter(word for path in parser.parse_args().texts for word in _words(path))
    small = [word for word, count in counts.items() if word.islower() and _is_small(count, counts[word.capitalize()])]
    SMALL_WORDS_FILE.write_text("".join(f"{word}\n" for word in sorted(small)), encoding="utf-8")


def _words(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [match[0] for line in lines for match in _INSIDE.finditer(json.loads(line)["text"])]


def _is_small(small: int, capital: int) -> bool:
    return small >= _FEWEST and small >= _MORE * capital


if __name__ == "__main__":
    main()
