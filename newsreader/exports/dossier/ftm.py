"""A dossier as lines of FollowTheMoney, which Aleph and OpenSanctions speak (https://followthemoney.tech).

The thing and its company are people, organisations and addresses, each article an `Article` with the sentences that
name the thing, each place a `Mention`, who shares paragraphs an `UnknownLink` with the article that proves it, and each
note a `Note`, as is what is known from elsewhere. An entry of one’s own in the timeline is an `Event`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from newsreader.entity import Category
from newsreader.exports.dossier.wording import guessed, known_in_words
from newsreader.exports.format import DossierFormat
from newsreader.exports.text import dumps
from newsreader.languages.names import key
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.dossier.model import Dossier, Sentence, Source

SCHEMA_OF = {Category.PERSON: "Person", Category.ORGANISATION: "Organization", Category.PLACE: "Address"}
_NAMED_IN = {
    Category.PERSON: "peopleMentioned",
    Category.ORGANISATION: "companiesMentioned",
    Category.PLACE: "locationMentioned",
}
_NO_ADDRESS = "library:"


def _write(dossier: Dossier) -> str:
    entities = {each["id"]: each for each in _entities(dossier)}
    return "".join(f"{dumps(each)}\n" for each in entities.values())


def _entities(dossier: Dossier) -> Iterator[dict[str, Any]]:
    thing = _id(dossier.category, dossier.name)
    yield _thing(dossier.category, dossier.name, dossier.forms)
    said: dict[Source, list[str]] = {}
    for mention in dossier.mentions:
        said.setdefault(mention.source, []).append(mention.text)
    for source, sentences in said.items():
        yield _article(source, sentences, dossier)
    for mention in dossier.mentions:
        yield _mention(mention, thing, dossier.category)
    for each in dossier.company:
        yield _thing(each.category, each.name, ())
        yield _entity(
            f"{thing}-{_id(each.category, each.name)}",
            "UnknownLink",
            subject=thing,
            object=_id(each.category, each.name),
            role=f"named in {each.paragraphs} shared paragraphs",
            summary=each.proof.text,
            proof=_article_id(each.proof.source),
            date=each.proof.source.day,
        )
    for note in dossier.notes:
        yield _entity(
            _digest("note", note.created.isoformat(), note.text, note.quote),
            "Note",
            name=note.quote or note.kind,
            description=note.text,
            entity=thing,
            createdAt=str(note.created.date()),
        )
    for entry in dossier.entries:
        yield _entity(
            _digest("entry", entry.id),
            "Event",
            name=entry.text,
            startDate=entry.first,
            endDate=entry.last,
            notes=guessed(entry),
            # An event involves people and organisations, and a place is where it was.
            **{"location": dossier.name} if dossier.category is Category.PLACE else {"involved": thing},
        )
    for known in dossier.known:
        yield _entity(
            _digest("known", known.source, known.thing.id),
            "Note",
            name=f"Known from {known.source}",
            description=known_in_words(known),
            entity=thing,
        )


def _thing(category: Category, name: str, forms: tuple[str, ...]) -> dict[str, Any]:
    if category is Category.PLACE:
        return _entity(_id(category, name), "Address", name=name, full=name, alias=forms)
    return _entity(_id(category, name), SCHEMA_OF[category], name=name, alias=forms)


def _article(source: Source, sentences: list[str], dossier: Dossier) -> dict[str, Any]:
    address = source.location if source.location.startswith(("http://", "https://")) else ""
    return _entity(
        _article_id(source),
        "Article",
        title=source.title,
        publisher=source.paper,
        publishedAt=source.day,
        description=tuple(dict.fromkeys(sentences)),
        **{_NAMED_IN[dossier.category]: dossier.name},
        sourceUrl=address,
        fileName="" if address or source.location.startswith(_NO_ADDRESS) else source.location,
    )


def _mention(mention: Sentence, thing: str, category: Category) -> dict[str, Any]:
    return _entity(
        _digest("mention", str(mention.source.id), str(mention.start), mention.text),
        "Mention",
        document=_article_id(mention.source),
        # A mention can only be that of somebody: for a place, its article has the name.
        resolved="" if category is Category.PLACE else thing,
        name=mention.words,
        detectedSchema=SCHEMA_OF[category],
    )


def _entity(number: str, schema: str, **properties: str | tuple[str, ...]) -> dict[str, Any]:
    """One entity; what is empty is left out."""
    values = {name: (value,) if isinstance(value, str) else value for name, value in properties.items()}
    kept = {name: [printable(each) for each in value if each] for name, value in values.items()}
    return {"id": number, "schema": schema, "properties": {name: value for name, value in kept.items() if value}}


def _id(category: Category, name: str) -> str:
    return _digest(category.value, key(name))


def _article_id(source: Source) -> str:
    return _digest("article", source.location, source.title, source.day)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:40]


FORMAT = DossierFormat(name="ftm", about="FollowTheMoney, a line for each entity", suffix=".ftm.json", write=_write)
