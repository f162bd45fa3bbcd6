"""One voice: what one engine says about one document, as a set of (requirement, object) it found broken."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from gclink.documents import Document

#: Engine -> (module, the syntax it judges, the tiers it can see).
ENGINES: dict[str, tuple[str, str, frozenset[str]]] = {
    "jsonschema": ("_json_schema", "json", frozenset({"T1"})),
    "pydantic": ("_pydantic", "json", frozenset({"T1"})),
    "xmlschema": ("_xml_schema", "xml", frozenset({"T1"})),
    "lxml": ("_lxml", "xml", frozenset({"T1"})),
    "xsd11": ("_xsd11", "xml", frozenset({"T1", "T2"})),
    "schematron": ("_schematron", "xml", frozenset({"T2"})),
    "pyshacl": ("_pyshacl", "rdf", frozenset({"T1", "T2"})),
    "shacl": ("_shacl", "rdf", frozenset({"T1", "T2"})),
}

#: Engines that need a package of the extra ``fast``.
OPTIONAL = {"shacl": "shacl"}


@dataclass(frozen=True, slots=True)
class Voice:
    """One thing an engine found broken: the requirement, the tier, the pointer, and for T1 the constraint.

    For T1 the pointer of the fault, for T2 that of the object the rule was applied to.
    """

    requirement: str
    tier: str
    pointer: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """All that one engine says about one document, and the syntax in which it was given the document."""

    engine: str
    syntax: str
    voices: tuple[Voice, ...]

    @property
    def structural(self) -> tuple[Voice, ...]:
        """What it says about structure."""
        return tuple(voice for voice in self.voices if voice.tier == "T1")


class AbstainsError(Exception):
    """An engine cannot take the document in at all, and so has no voice on it."""


class Engine(Protocol):
    """A module of this package: ``judge`` returns what it found in one document of its syntax."""

    def judge(self, document: Document) -> list[Voice]:
        """Return what the engine finds broken."""
        ...


def available() -> Iterator[str]:
    """Yield the engines that can run here."""
    for name in ENGINES:
        needed = OPTIONAL.get(name)
        if needed is None or importlib.util.find_spec(needed) is not None:
            yield name


def judge(name: str, document: Document) -> list[Voice]:
    """Run one engine on one document of its syntax; raises AbstainsError."""
    engine: Engine = importlib.import_module(f"gclink.engines.{ENGINES[name][0]}")
    return engine.judge(document)


def syntaxes_of(document: Document) -> tuple[str, ...]:
    """Return whose engines can judge a document as it was given.

    JSON-LD in the plain form is JSON too; ``jsonld`` stands for its triples, which know less than its text.
    """
    match document.syntax:
        case "json" | "ndjson-line":
            return ("json",)
        case "xml":
            return ("xml",)
        case "jsonld":
            from gclink._jsonld import PlainDocument

            return ("json", "jsonld") if isinstance(document.native, PlainDocument) else ("rdf",)
    return ("rdf",)


def heard(document: Document) -> Iterator[Heard]:
    """Yield what each engine says about a document.

    It is judged in the syntax it came in. When it is of the right form there, in the opinion of all, the engines that
    know the rules judge it in the other syntaxes too, into which it is written for the purpose.
    """
    sound = not document.faults
    own = syntaxes_of(document)
    for syntax in own:
        for name in _of(syntax):
            if ENGINES[name][2] == {"T2"}:
                continue
            try:
                found = Heard(name, syntax, tuple(judge(name, document)))
            except AbstainsError:
                continue
            sound = sound and not found.structural
            yield found
    if not sound:
        return
    asked = {_family(syntax) for syntax in own}
    for name in available():
        _, syntax, tiers = ENGINES[name]
        if "T2" in tiers and not (syntax in asked and "T1" in tiers):
            try:
                yield Heard(name, syntax, tuple(judge(name, in_syntax(document, syntax))))
            except AbstainsError:
                continue


def _of(syntax: str) -> Iterator[str]:
    return (name for name in available() if ENGINES[name][1] == _family(syntax))


def _family(syntax: str) -> str:
    return "rdf" if syntax == "jsonld" else syntax


def in_syntax(document: Document, syntax: str) -> Document:
    """Return a sound document written and read again in another syntax.

    Raises AbstainsError for one whose form is broken in a way that the engines of its own syntax cannot see.
    """
    if syntax in map(_family, syntaxes_of(document)):
        return document
    from gclink.convert import convert
    from gclink.documents import read_bytes
    from gclink.structure import walk

    fault = next(walk(document.tree), None)
    if fault is not None:
        raise AbstainsError(f"{fault.key} is broken: the document cannot be written in another syntax")
    target = "turtle" if syntax == "rdf" else syntax
    (found,) = read_bytes(convert(document.tree, target), target, document.source)
    return found
