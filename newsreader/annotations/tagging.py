"""Changes the tags in a note's text. They are words of it (`#treaty`), so that they go wherever the text goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.annotations.model import TAG, tag_in, tags

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable


def as_tag(word: str) -> str | None:
    """A word, with or without `#` before it, as tags are compared: `Treaty` is `treaty`; None if it can be none."""
    bare = word.removeprefix("#")
    return bare.casefold() if bare and tag_in(bare) == bare else None


def with_tags(text: str, wanted: Iterable[str]) -> str:
    """The text with just these tags; those it lacks stand on a line of tags at its end.

    A tag that is not wanted is taken out where it stands at the end of a line; within a sentence it loses its `#`.
    """
    kept = dict.fromkeys(tag for each in wanted if (tag := as_tag(each)))
    text = _with_only(text, kept)
    there = tags(text)
    new = " ".join(f"#{tag}" for tag in kept if tag not in there)
    if not new or not text:
        return text or new
    return f"{text}{chr(10) if bare(text.rpartition(chr(10))[2]) else ' '}{new}"


def bare(text: str) -> str:
    """A note without the tags at the ends of its lines; those within a sentence lose their `#`."""
    return _with_only(text, ())


def _with_only(text: str, kept: Collection[str]) -> str:
    return "\n".join(_line(line, kept) for line in text.split("\n")).strip()


def _line(line: str, kept: Collection[str]) -> str:
    words: list[str] = []
    changed = False
    for word in reversed(line.split(" ")):
        tag = as_tag(word) if word.startswith("#") else None
        at_end = not any(as_tag(each) is None or not each.startswith("#") for each in words if each)
        if tag and tag not in kept and at_end:
            changed = True
        else:
            words.append(word)
    rest = " ".join(reversed(words))
    rest = TAG.sub(lambda found: _word(found, kept), rest)
    return rest.rstrip() if changed else rest


def _word(found: re.Match[str], kept: Collection[str]) -> str:
    tag = tag_in(found[1])
    return found[0] if not tag or tag.casefold() in kept else found[1]
