"""The messages of ``gclink-adapter/1``: their names, their published schema, and what makes an answer acceptable.

The schema is the one source: an answer that it refuses is an error of the adapter and never an opinion of the
implementation.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import jsonschema_rs
import orjson
from gclink._schemas import artefacts

PROTOCOL: Final = "gclink-adapter/1"
RESULTS: Final = "gclink-results/1"
SPEC_VERSION: Final = "1.0"
OPERATIONS: Final = ("check", "convert", "derive", "digest")
#: The media type of each syntax, by the short name that claims and results use.
MEDIA_TYPES: Final[Mapping[str, str]] = {
    "json": "application/json",
    "xml": "application/xml",
    "jsonld": "application/ld+json",
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
}
FORMATS: Final[Mapping[str, str]] = {media: name for name, media in MEDIA_TYPES.items()}

Message = dict[str, Any]


class GarbageError(ValueError):
    """An answer that is not one: no JSON object, or not of the form that the protocol gives it."""


@cache
def schema(name: str) -> dict[str, Any]:
    """Return a published schema of the protocol: ``messages``, ``results``, ``baseline``."""
    loaded: dict[str, Any] = orjson.loads((artefacts("schemas/protocol") / f"{name}.json").read_bytes())
    return loaded


def _retrieve(iri: str) -> dict[str, Any]:
    base = "https://w3id.org/gclink/protocol/"
    if iri.startswith(base) and iri.endswith(".json"):
        return schema(iri.removeprefix(base).removesuffix(".json"))
    raise ValueError(f"{iri} is not a schema of the protocol, and nothing is fetched")


@cache
def validator(name: str, definition: str | None = None) -> Any:
    """Return the compiled validator of a schema of the protocol, or of one of its definitions."""
    source = schema(name)
    if definition is None:
        return jsonschema_rs.Draft202012Validator(source, retriever=_retrieve)
    part = {"$schema": source["$schema"], "$ref": f"{source['$id']}#/$defs/{definition}"}
    return jsonschema_rs.Draft202012Validator(part, retriever=_retrieve)


def parse(line: bytes) -> Message:
    """Return the object that a line holds; raises GarbageError."""
    try:
        answer = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise GarbageError(f"not JSON ({error}): {_shown(line)}") from error
    if not isinstance(answer, dict):
        raise GarbageError(f"not a JSON object: {_shown(line)}")
    return answer


def kind_of(operation: str, answer: Message) -> str:
    """Return the definition that an answer has to have the form of."""
    for special in ("declined", "failed"):
        if special in answer:
            return f"response.{special}"
    return f"response.{operation}"


def accept(operation: str, answer: Message) -> None:
    """Raise GarbageError unless an answer has the form that the protocol gives it."""
    check = validator("messages", kind_of(operation, answer))
    if check.is_valid(answer):
        return
    error = next(iter(check.iter_errors(answer)))
    place = "".join(f"/{step}" for step in error.instance_path)
    raise GarbageError(f"not an answer to {operation}: {place or 'the object'}: {error.message[:300]}")


def packed(iri: str, media_type: str, content: bytes) -> Message:
    """Return a document as it travels: as text, or in base 64 where its bytes are not UTF-8."""
    document = {"iri": iri, "mediaType": media_type}
    try:
        return {**document, "body": content.decode("utf-8")}
    except UnicodeDecodeError:
        return {**document, "bodyBase64": base64.b64encode(content).decode("ascii")}


def unpacked(document: Mapping[str, Any]) -> bytes:
    """Return the bytes of a document that has travelled; raises GarbageError for broken base 64."""
    if "body" in document:
        try:
            return str(document["body"]).encode("utf-8")
        except UnicodeEncodeError as error:
            raise GarbageError(f"body holds half a surrogate pair: {error}") from error
    try:
        return base64.b64decode(document["bodyBase64"], validate=True)
    except (binascii.Error, ValueError) as error:
        raise GarbageError(f"bodyBase64 is not base 64: {error}") from error


def _shown(line: bytes) -> str:
    text = line.decode("utf-8", "replace").strip()
    return repr(text if len(text) <= 120 else f"{text[:120]}…")
