"""Mutants of the published schemas and shapes: one constraint is taken out of JSON Schema, XML Schema or SHACL.

All constraints of a kind are taken out of one copy of a schema together. A case has one fault and every such change
only lets more through, so that nothing but the change at the place of the fault can let the case through: what is
learnt is the same as from one copy for each, in seconds instead of hours. For SHACL a shape is taken out by leaving out
its results, which is the same by the definition of a report.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import jsonschema_rs
from gclink._model import model
from gclink._schemas import BASE, artefacts, schema
from lxml import etree

from gclink_conformance.strength._keys import Key, cases_of
from gclink_conformance.strength._mutant import ENOUGH, Fate
from gclink_conformance.strength._situation import Situation, situation

_XS: Final = "{http://www.w3.org/2001/XMLSchema}"
#: Facet of XML Schema -> the kinds of constraint that it expresses.
_FACETS: Final = {
    "pattern": ("pattern", "language", "text"),
    "enumeration": ("enum", "unit", "scheme"),
    "minInclusive": ("min",),
    "minExclusive": ("min",),
    "maxInclusive": ("max",),
    "maxExclusive": ("max",),
    "minLength": ("text",),
}


def fates(stem: str, key: Key) -> Iterator[Fate]:
    """Yield the fates of the mutants that lack one constraint, one for each artefact that expresses it."""
    for layer, form, verdict in (("json-schema", "json", _json), ("xsd", "xml", _xsd), ("shacl", "turtle", _shacl)):
        judged = [(trial, *verdict(situation(trial), key)) for trial in cases_of(form).get(stem, ())]
        told = [(trial, mutated) for trial, intact, mutated in judged if not intact]
        if not told or not _expresses(layer, key):
            continue
        kills = [trial.case for trial, mutated in told if mutated]
        identifier = f"{key.requirement}/{_holder(layer, key)}: {layer}"
        yield Fate(
            identifier,
            key.requirement,
            layer,
            "drop the constraint",
            key.name,
            len(told),
            kills[:ENOUGH],
            kills[:ENOUGH],
        )


def _holder(layer: str, key: Key) -> str:
    """Return where the keyword stands: members of one form share one definition, and a shape is for one member."""
    if layer == "shacl" or key.field is None or key.kind in ("required", "cardinality", "unique"):
        return key.name
    return f"{_definitions().get(f'{key.field.owner}.{key.field.name}', key.field.type)}#{key.kind}"


@cache
def _definitions() -> dict[str, str]:
    """Return the definition of the JSON Schemas that each member refers to."""
    found: dict[str, str] = {}

    def look(node: Any) -> None:
        for child in node if isinstance(node, list) else node.values() if isinstance(node, dict) else ():
            look(child)
        if isinstance(node, dict) and "x-requirement" in node:
            refs = [part["$ref"] for part in (node.get("items", {}), *node.get("allOf", ())) if "$ref" in part]
            if refs:
                found[node["x-constraint"]] = refs[0].rpartition("/")[2].removesuffix(".json")

    for name in ("common", *(name for name, cls in model().classes.items() if cls.kind == "document")):
        look(schema(name))
    return found


def _expresses(layer: str, key: Key) -> bool:
    """Whether an artefact has a keyword of its own for a constraint, which can be taken out."""
    field = key.field
    if layer == "shacl" or field is None:
        return layer != "xsd"  # that a class is closed is the nature of XML Schema
    match key.kind:
        case "required":
            return True
        case "cardinality":
            bounded = field.many and _bounded(field.minimum, field.maximum)
            return bounded or (layer == "xsd" and field.maximum is not None)
        case "type":
            return layer == "json-schema" and not field.codes and not field.values
        case "pattern" if field.bound is not None:
            return layer == "xsd"  # in JSON Schema the pattern of the bound says the whole form once more
        case "unique":
            return layer == "json-schema"
        case "unit" | "scheme" | "language" | "text":
            return layer == "json-schema"
    return True


def _bounded(minimum: int, maximum: int | None) -> bool:
    return minimum > 1 or maximum is not None


# JSON Schema


def _json(made: Situation, key: Key) -> tuple[bool, bool]:
    """Return whether the schema, and whether the mutated one, lets a document through."""
    if len(made.forms) != 1 or made.forms[0].document.faults:
        return True, True
    tree = made.forms[0].document.tree
    name = tree.get("type") if isinstance(tree, dict) else None
    if model().document(name) is None:
        return True, True
    return not made.forms[0].faults, bool(_without(str(name), key.kind).is_valid(tree))


@cache
def _without(name: str, kind: str) -> Any:
    """Return the validator of a class without the constraints of a kind."""

    def retrieve(iri: str) -> dict[str, Any]:
        return _dropped(schema(iri.removeprefix(BASE).removesuffix(".json")), kind)

    return jsonschema_rs.Draft202012Validator(_dropped(schema(name), kind), retriever=retrieve)


def _dropped(source: dict[str, Any], kind: str) -> dict[str, Any]:
    made = copy.deepcopy(source)
    _drop(made, kind)
    return made


def _drop(node: Any, kind: str) -> None:
    if isinstance(node, list):
        for item in node:
            _drop(item, kind)
    elif isinstance(node, dict):
        for keyword, of in list(node.get("x-kind", {}).items()) if isinstance(node.get("x-kind"), dict) else ():
            if of == kind:
                node.pop(keyword, None)
        if "x-class" in node or "properties" in node:
            if kind == "required":
                node.pop("required", None)
            if kind == "closed":
                node.pop("additionalProperties", None)
        if kind == "type" and not {"enum", "const"} & node.keys():
            node.pop("type", None) if isinstance(node.get("type"), str) else None
        for keyword, value in node.items():
            if keyword != "not":  # what is refused stays refused
                _drop(value, kind)


# XML Schema


def _xsd(made: Situation, key: Key) -> tuple[bool, bool]:
    body = made.request["documents"][0].get("body")
    if body is None:
        return True, True
    try:
        root = etree.fromstring(body.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return True, True
    return _intact().validate(root), _loosened(key.kind).validate(root)


@cache
def _intact() -> Any:
    return etree.XMLSchema(etree.parse(str(_path())))


def _path() -> Path:
    return Path(str(artefacts("schemas/xsd"))) / "gclink.xsd"


@cache
def _loosened(kind: str) -> Any:
    tree = etree.parse(str(_path()))
    for element in list(tree.iter(f"{_XS}element")):
        if element.find(f"{_XS}annotation/{_XS}appinfo") is None and not _restates(element):
            continue
        if kind == "required":
            element.set("minOccurs", "0")
        if kind == "cardinality":
            element.set("maxOccurs", "unbounded")
    facets = [name for name, kinds in _FACETS.items() if kind in kinds]
    for name in facets:
        for facet in list(tree.iter(f"{_XS}{name}")):
            facet.getparent().remove(facet)
    return etree.XMLSchema(tree)


def _restates(element: Any) -> bool:
    """Whether an element stands in a restriction, which says once more what its base says."""
    return any(outer.tag == f"{_XS}restriction" for outer in element.iterancestors())


# SHACL


def _shacl(made: Situation, key: Key) -> tuple[bool, bool]:
    """Return whether the shapes, and whether the shapes without one, let a document through."""
    results = _results(made)
    return not results, not [shape for shape in results if not shape.endswith(f"shapes/{key.name}")]


def _results(made: Situation) -> list[str]:
    from gclink._shacl_engines import run_rust
    from gclink.engines._shacl_rules import own_graph

    if len(made.forms) != 1:
        return []
    try:
        return [str(result.shape) for result in run_rust(own_graph(made.forms[0].document))]
    except ValueError:
        return []  # the Rust engine's parser refuses what the shapes would speak about
