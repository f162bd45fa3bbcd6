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
    "shacl": ("_shacl", "rdf", frozenset({"T1"})),
}

#: Engines that need a package of the extra ``fast``.
OPTIONAL = {"shacl": "shacl"}


@dataclass(frozen=True, slots=True)
class Voice:
    """One thing an engine found broken: the requirement, the tier, and the pointer.

    For T1 the pointer of the fault, for T2 that of the object the rule was applied to.
    """

    requirement: str
    tier: str
    pointer: str
    key: str = ""


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
    """Run one engine on one document of its syntax."""
    engine: Engine = importlib.import_module(f"gclink.engines.{ENGINES[name][0]}")
    return engine.judge(document)


def syntax_of(document: Document) -> str:
    """Return json, xml or rdf."""
    return {"json": "json", "ndjson-line": "json", "xml": "xml"}.get(document.syntax, "rdf")


def voices_for(document: Document) -> Iterator[tuple[str, list[Voice]]]:
    """Yield each engine's findings on a document.

    Structure is judged in the syntax the document came in. When it is sound there, the rules are judged in XML and RDF,
    into which the document is written for the purpose.
    """
    from gclink.structure import check_structure

    own = syntax_of(document)
    sound = not document.faults and not check_structure(document.tree)
    for name in available():
        _, syntax, tiers = ENGINES[name]
        if syntax != own or "T1" not in tiers or name == "xsd11":
            continue
        try:
            structural = [voice for voice in judge(name, document) if voice.tier == "T1"]
        except AbstainsError:
            continue
        if "T2" not in tiers or structural or not sound:
            yield name, structural
            sound = sound and not structural
    if not sound:
        return
    for name in available():
        _, syntax, tiers = ENGINES[name]
        if "T2" in tiers:
            yield name, judge(name, in_syntax(document, syntax))


def in_syntax(document: Document, syntax: str) -> Document:
    """Return a sound document written and read again in another syntax."""
    if syntax_of(document) == syntax:
        return document
    from gclink.convert import convert
    from gclink.documents import read_bytes

    target = "turtle" if syntax == "rdf" else syntax
    (found,) = read_bytes(convert(document.tree, target), target, document.source)
    return found
