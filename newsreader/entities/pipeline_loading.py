"""Loads a spaCy pipeline for entities alone, in a third of the time of `spacy.load`.

What costs the time in a pipeline with vectors is its table of strings: 770,000 of them, which only say how a word with
a vector is spelt. The vectors are found by hash, and every word of the text enters the table when it is read, so that
the entities stay the same. The table of norms stays, since norms are what the recogniser looks at.
"""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from newsreader import system
from newsreader.entities.pipeline import DEFAULT, ModelError, PipelineFiles
from newsreader.entities.spacy_import import import_spacy
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from spacy.language import Language

_OTHER_FACTORIES = frozenset(
    {
        "attribute_ruler",
        "lemmatizer",
        "morphologizer",
        "parser",
        "senter",
        "sentencizer",
        "tagger",
        "textcat",
        "textcat_multilabel",
        "trainable_lemmatizer",
    }
)
"""Components of spaCy that find no entities."""

_SHARED_FACTORIES = frozenset({"curated_transformer", "tok2vec", "transformer"})
"""Components that only serve others, which then say so by listening to them."""

_LITTLE_MEMORY = 1024**3
"""Bytes of addresses within which a pipeline with vectors and what computes it may not find room."""


def load(files: PipelineFiles) -> Language:
    """Return the pipeline with what entities need. Raises `ModelError`."""
    try:
        with _quietly():
            return _load(files)
    except ModelError:
        raise
    except Exception as error:
        raise _cannot_load(files, error) from error


def unneeded(config: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the components of a pipeline's config that can be left out without changing its entities.

    Rules and components of others may look at anything the rest sets; a pipeline that has one is loaded whole.
    """
    components = config["components"]
    factories = {name: str(section.get("factory")) for name, section in components.items()}
    kept = [name for name, factory in factories.items() if factory not in _OTHER_FACTORIES | _SHARED_FACTORIES]
    if any(factories[name] != "ner" for name in kept):
        return ()
    dropped = _OTHER_FACTORIES
    if not any(_listens(components[name]) for name in kept):
        dropped = dropped | _SHARED_FACTORIES
    return tuple(name for name, factory in factories.items() if factory in dropped)


def _load(files: PipelineFiles) -> Language:
    import_spacy()
    from spacy import util

    config = util.load_config(files.path / "config.cfg")
    exclude = unneeded(config)
    finders = config["components"].keys() - set(exclude)
    if not finders:
        raise ModelError(f"The spaCy pipeline {files.title} has no component that finds entities; choose another.")
    nlp = util.load_model_from_config(config, exclude=exclude, meta=util.get_model_meta(files.path))
    return nlp.from_disk(files.path, exclude=(*exclude, "strings") if exclude else ())


def _listens(section: object) -> bool:
    """Whether a component's config names a listener, which takes its vectors from another component."""
    if not isinstance(section, Mapping):
        return False
    return any(
        "Listener" in str(value) if name == "@architectures" else _listens(value) for name, value in section.items()
    )


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep warnings about versions from the person, and the garbage collector from a million new objects."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        if collecting:
            gc.enable()


def _cannot_load(files: PipelineFiles, error: Exception) -> ModelError:
    if isinstance(error, ImportError) and error.name == "spacy":
        return ModelError("spaCy is not installed, so no entities can be found; install it with `pip install spacy`.")
    if _is_short_of_memory(error):
        return ModelError(
            f"There is too little memory to load the spaCy pipeline {files.title}: "
            "close other programs, or allow more (ulimit -v)."
        )
    requirement = DEFAULT.requirement if files.expected else f"the package of {files.title}"
    reason = printable(f"{type(error).__name__}: {error}")[:200]
    return ModelError(f"The spaCy pipeline {files.title} cannot be loaded ({reason}); install {requirement} again.")


def _is_short_of_memory(error: Exception) -> bool:
    """Whether memory was refused; spaCy takes a part of itself that did not fit for one that is not installed."""
    if isinstance(error, MemoryError):
        return True
    most = system.memory_limit()
    return most is not None and most < _LITTLE_MEMORY
