"""Boundaries: what does not belong to a name is cut off it, what belongs to it is taken in.

A name has no article, no possessive, no punctuation and no title; a name of a person keeps its particles, its quoted
nickname and its `Jr.`; an organisation keeps its `of …`. The figures behind the order of the rules come from news
agency text, where trimming alone corrects more names than everything else together.
"""

from __future__ import annotations

from newsreader.languages.english.refine.tokens import SHOWN, Name, component
from newsreader.languages.english.shapes import (
    POSSESSIVES,
    bare,
    is_capital,
    is_particle,
    is_score,
    is_ticker,
    opens_sentence,
)
from newsreader.languages.english.words.agencies import WITH_ARTICLE
from newsreader.languages.english.words.given_names import GIVEN_NAMES
from newsreader.languages.english.words.junk import COMMON_WORDS, PAGE_WORDS
from newsreader.languages.english.words.organisations import BRANDS_IN_S, HEADS
from newsreader.languages.english.words.titles import (
    AFTER_NAME,
    GENERATIONS,
    PERSON_CUES_AFTER,
    TITLES,
    TRADES,
    WEAK_CUES_AFTER,
)

_DETERMINERS = frozenset(
    """the a an this that these those his her its our their your my some any no every each""".split()
)
_BORN = frozenset({"née", "né"})
"""Before the name somebody was born with."""

_QUANTIFIERS = frozenset("many most several numerous multiple various both few".split())
"""What may open a sentence before a name in the plural (`Multiple Creative Commons licences`)."""

_DIRECTIONS = frozenset("north south east west".split())
"""Before `of the` and a place (`East of the Euphrates`)."""

_KINDS = frozenset(
    """airline carmaker automaker retailer broadcaster insurer lender startup start-up regulator watchdog charity
    manufacturer brewer supplier operator chipmaker planemaker drugmaker shipbuilder applicant conglomerate""".split()
)
"""What a company is called at the beginning of a sentence, right before its name (`Carmaker Roe`)."""

_SAYING = PERSON_CUES_AFTER | WEAK_CUES_AFTER | {"remarked"}
"""Verbs with a capital at the start of a name (`Said Jane Roe`)."""

_DEGREES = AFTER_NAME - GENERATIONS
"""What stands behind a name and is no part of it (`Jane Roe QC`)."""

_SENTENCE_WORDS = COMMON_WORDS - frozenset("a and for in of on the".split())
"""Words that show that capitals are a headline and no name (`POLAND TO JOIN`)."""

_LANDS = frozenset({"GPE", "LOC", "FAC"})
_OFFICIAL = frozenset({"ORG", "GPE"})
"""Labels of names that an office may end (`White House | spokesman`)."""

_OFFICE_HOLDERS = frozenset(
    """representative representatives senator senators secretary minister ministers president ambassador spokesman
    spokeswoman congressman congresswoman lawmaker lawmakers chairman chairwoman ceo
    premier governor mayor administrator superintendent commissioner director speaker""".split()
)
"""Offices behind the name of whom they serve (`Senate | president`)."""

_QUANTITIES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"})
"""Labels whose article is a part of them (`the 1990s`), which are left alone."""

_NUMBERED = frozenset(
    """Channel Formula Group Unit Local Studio Radio Network Sky Area Level Team Section Seal Agenda""".split()
)
"""What has a number behind it that belongs to its name (`Channel 4`)."""

_KEPT_TAILS = frozenset({"party"})
_PAGE_TAILS = PAGE_WORDS - HEADS - {"rights"}
"""Page furniture behind a name, but not `Human Rights Watch`."""


@component
def boundaries(words: list[str], names: list[Name]) -> list[Name]:
    """Trim every name at both ends; one of which nothing is left is dropped."""
    trimmed: list[Name] = []
    for start, end, label in names:
        if label not in SHOWN:
            first = start + (label not in _QUANTITIES and words[start].lower() in ("the", "a", "an"))
            trimmed.append((min(first, end - 1), end, label))
            continue
        start, end = _trim_start(words, start, end, label), _trim_end(words, start, end, label)
        if end < len(words) and words[end] in POSSESSIVES and " ".join(words[start:end]) in BRANDS_IN_S:
            end, label = end + 1, "ORG"
        if start < end and not _is_shouted(words[start:end]):
            trimmed.append((start, end, label))
    return trimmed


def _is_shouted(own: list[str]) -> bool:
    """Whether the words are a piece of a headline in capitals (`POLAND TO JOIN`)."""
    return len(own) > 2 and all(word.isupper() for word in own) and any(bare(word) in _SENTENCE_WORDS for word in own)


def _trim_start(words: list[str], start: int, end: int, label: str) -> int:
    first = start
    while start < end and _is_cut_at_start(words, start, end, label, first):
        start += 1
    if start and words[start - 1] == "The" and _keeps_article(words, start - 1, end, label):
        start -= 1
    return start


def _is_cut_at_start(words: list[str], start: int, end: int, label: str, first: int) -> bool:
    word = words[start]
    if not any(c.isalnum() for c in word) or word in POSSESSIVES or is_ticker(word):
        return True
    if word.lower() in _DETERMINERS or word.lower() in _BORN:
        return True
    if start + 1 < end and opens_sentence(words, start) and _opens_before(words, start, label):
        return True
    if label in _LANDS and word.lower() in _DIRECTIONS and words[start + 1 : start + 2] == ["of"] and end - start > 2:
        return True
    if label in ("PERSON", "PER"):
        title = _is_title(word) or _is_opening_trade(words, start, end)
        return start + 1 < end and title and not (start > first and is_particle(word))
    if label == "ORG" and word.lower() in _SAYING and start + 1 < end:
        return True
    # a name written without any capital is left whole: junk is judged elsewhere
    return word.islower() and not is_particle(word) and any(is_capital(w) for w in words[start:end])


def _opens_before(words: list[str], start: int, label: str) -> bool:
    """Whether the first word of a sentence has its capital from there and only precedes the name."""
    word = words[start].lower()
    return word in _QUANTIFIERS or (label == "ORG" and word in _KINDS and is_capital(words[start + 1]))


def _is_opening_trade(words: list[str], start: int, end: int) -> bool:
    """Whether the first word is a trade with the capital of a sentence (`Whistleblower Jane Roe`, `Striker Roe`)."""
    word = words[start]
    return end - start > 1 and bare(word) in TRADES and word not in GIVEN_NAMES and opens_sentence(words, start)


def _is_title(word: str) -> bool:
    name = bare(word)
    return name in TITLES or (word.islower() and name in TRADES)


def _keeps_article(words: list[str], index: int, end: int, label: str) -> bool:
    """Whether the `The` at `index` is a part of the name after it: a capital where the sentence asks for none."""
    if label in ("PERSON", "PER") or opens_sentence(words, index):
        return False
    return " ".join(words[index + 1 : end]) in WITH_ARTICLE or label == "ORG"


def _trim_end(words: list[str], start: int, end: int, label: str) -> int:
    while end > start and _is_cut_at_end(words, start, end, label):
        end -= 1
    return end


def _is_cut_at_end(words: list[str], start: int, end: int, label: str) -> bool:
    word = words[end - 1]
    if not any(c.isalnum() for c in word) or word in POSSESSIVES or is_ticker(word) or is_score(words[start:end]):
        return True
    if label == "ORG" and word.isdigit() and len(word) < 3:
        return words[end - 2] not in _NUMBERED
    if label in _OFFICIAL and bare(word) in _OFFICE_HOLDERS and words[end - 2] not in ("of", "for", "and"):
        return end - start > 1
    if end < len(words) and words[end] in ("Secretary", "Minister") and bare(word) in TITLES:
        return True
    if end - start > 1 and (word == "Flight" or (words[end - 2] == "Flight" and word.isdigit())):
        return True
    if label in ("PERSON", "PER") and bare(word) in _DEGREES:
        return True
    if word.isdigit() and len(word) == 5:
        return end - start > 1
    if word.isdigit() and label in ("GPE", "PERSON", "PER"):
        return words[end - 2 : end - 1] != ["Area"]
    if bare(word) in _PAGE_TAILS or (word == "District" and words[start] in ("U.S.", "US", "United")):
        return end - start > 1 and (end == len(words) or words[end] != "Court")
    return word.islower() and word not in _KEPT_TAILS and any(is_capital(w) for w in words[start:end])
