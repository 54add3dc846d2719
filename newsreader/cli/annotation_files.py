"""Annotations into files of other programs and out of them, and copies of the library."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newsreader.cli.problems import CommandError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from newsreader.annotations.formats.document import Document
    from newsreader.annotations.formats.reading import Read
    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from newsreader.store.library import Library

ENTITY_FORMATS = ("brat", "conll", "spacy", "docbin", "cas", "html", "csv")
"""The formats that carry entities."""

IMPORT_FORMATS = ("jsonld", "brat", "spacy", "cas")


def documents(
    library: Library, found: Iterable[tuple[Article, tuple[Annotation, ...]]], args: argparse.Namespace
) -> list[Document]:
    """What is to be written; articles are analysed only for a format that has entities."""
    from newsreader.annotations.formats.document import Document

    if args.format not in ENTITY_FORMATS or not args.entities:
        return [Document(article, annotations) for article, annotations in found]
    from newsreader.analysis.in_process import Analyser
    from newsreader.annotations.corrections.library import said_of
    from newsreader.cli import arguments

    analyser = Analyser(arguments.config_of(args).model)
    whose = frozenset(args.provenance) or None
    return [
        Document(
            article,
            annotations,
            said_of(library, article).over(analyser.analyse(article), article),
            whose,
        )
        for article, annotations in found
    ]


def written(form: str, several: Sequence[Document]) -> tuple[str | bytes, list[str]]:
    """The file, and what it leaves out, a sentence each."""
    from newsreader.annotations.formats import brat, cas, conll, csv, html, jsonld, spacy

    if form == "docbin":
        data, lost = spacy.docbin(several)
        said = [f"{lost} entities are left out: spaCy's tokens lie across their ends."] if lost else []
        return data, said + _losses(several, annotations=False)
    if form == "csv":
        return csv.export(several), []
    if form in ("brat", "cas", "html", "conll"):
        one = {"brat": brat.export, "cas": cas.export, "html": html.export, "conll": conll.export}[form]
        carried = form != "conll"
        return _joined(form, [one(each) for each in several]), _losses(several, annotations=carried)
    if form == "spacy":
        return "\n".join(map(spacy.export, several)), []
    return _joined(form, [jsonld.export(each.article, each.annotations) for each in several]), []


def _losses(several: Iterable[Document], *, annotations: bool) -> list[str]:
    return [said for each in several for said in each.losses(annotations=annotations)]


def _joined(form: str, texts: Sequence[str]) -> str:
    if len(texts) == 1 or form == "conll":
        return "\n".join(texts)
    if form == "jsonld":
        return "[" + ",\n".join(texts) + "]"
    raise CommandError(f"The format {form} holds one article: name it.")


def write(data: str | bytes, output: str | None) -> None:
    """Write to a new file, or to standard output."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(raw if not raw or raw.endswith(b"\n") or isinstance(data, bytes) else raw + b"\n")
        return
    from pathlib import Path

    try:
        with Path(output).open("xb") as file:
            file.write(raw)
    except OSError as error:
        raise CommandError(f"{output} cannot be written: {error.strerror}.") from error


def read(form: str, path: str) -> list[Read]:
    """The annotations in a file. Raises `CommandError`."""
    from pathlib import Path

    from newsreader.annotations.formats import brat, cas, jsonld, spacy
    from newsreader.annotations.formats.reading import FormatError
    from newsreader.sanitise import printable

    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        text = data.decode("utf-8-sig")
        if form == "brat" and (count := brat.entities(text)):
            print(f"newsreader: {count} entities are left out: they are the machine's to find.", file=sys.stderr)
        return {"jsonld": jsonld.read, "brat": brat.read, "spacy": spacy.read, "cas": cas.read}[form](text)
    except OSError as error:
        raise CommandError(f"{printable(path)} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{printable(path)} is not UTF-8.") from error
    except FormatError as error:
        raise CommandError(f"{printable(path)} cannot be imported: {error}.") from error


def library_file() -> Path:
    """Where the library is."""
    from newsreader import paths
    from newsreader.store.library import FILE_NAME

    return paths.data_dir() / FILE_NAME


def backup(target: str | None) -> int:
    """Copy the library and say where to."""
    from pathlib import Path

    from newsreader.sanitise import printable
    from newsreader.store import safety

    print(printable(str(safety.backup(library_file(), Path(target) if target else None))))
    return 0


def restore(copy: str) -> int:
    """Put a copy in the library's place and say where the library is that was there."""
    from pathlib import Path

    from newsreader.sanitise import printable
    from newsreader.store import safety

    before = safety.restore(library_file(), Path(copy))
    if before:
        print(f"The library as it was is now {printable(str(before))}.")
    return 0


def check() -> int:
    """Say what is wrong with the library."""
    from newsreader.annotations.journal_check import check_journals
    from newsreader.store import safety
    from newsreader.store.library import Library

    problems = safety.check(library_file())
    if not problems:
        with Library.open() as library:
            problems = check_journals(library)
    for problem in problems:
        print(f"newsreader: {problem}", file=sys.stderr)
    if not problems:
        print("The library is sound.")
    return 1 if problems else 0
