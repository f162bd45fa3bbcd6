"""Facts of what is published as RDF: SHACL constraints, rules as queries, code lists, deprecation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, RdfFormat, Store

from gclink_spec.versions._facts import Facet, Facts

_BASE: Final = "https://w3id.org/gclink/"
_SH: Final = "http://www.w3.org/ns/shacl#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_REPLACED: Final = NamedNode("http://purl.org/dc/terms/isReplacedBy")
_SHOWN: Final = frozenset({f"{_SH}message", f"{_BASE}requirement", f"{_SH}targetClass", f"{_SH}severity"})


def _store(raw: bytes) -> Store:
    store = Store()
    store.load(raw, RdfFormat.TURTLE, base_iri=_BASE)
    return store


def shapes(raw: bytes) -> Facts:
    """Return each constraint of the core shapes by its key (``Lot.quantity#required``) with what it demands."""
    store = _store(raw)
    found: Facts = {}
    for subject in {quad.subject for quad in store.quads_for_pattern(None, None, NamedNode(f"{_SH}NodeShape"))} | {
        quad.object for quad in store.quads_for_pattern(None, NamedNode(f"{_SH}property"), None)
    }:
        if isinstance(subject, NamedNode) and "#" in subject.value:
            found[subject.value.partition("/shapes/")[2]] = {
                Facet.IS: "constraint",
                Facet.RULE: "; ".join(sorted(_demands(store, subject))),
                **_enumerated(store, subject),
            }
    return found


def _enumerated(store: Store, subject: Any) -> dict[str, Any]:
    """Return the members of ``sh:in``, so that one code more is told as wider."""
    for quad in store.quads_for_pattern(subject, NamedNode(f"{_SH}in"), None):
        return {Facet.ONE_OF: frozenset(_list(store, quad.object))}
    return {}


def _demands(store: Store, subject: Any) -> Iterator[str]:
    for quad in store.quads_for_pattern(subject, None, None):
        predicate = quad.predicate.value
        if predicate in _SHOWN or predicate in (f"{_SH}in", f"{_SH}property"):
            continue
        yield f"{predicate.rpartition('#')[2].rpartition('/')[2]} {_said(store, quad.object)}"


def _said(store: Store, value: Any) -> str:
    if isinstance(value, BlankNode):
        items = list(_list(store, value))
        return "(" + " ".join(items) + ")" if items else "[" + "; ".join(sorted(_demands(store, value))) + "]"
    return str(value.value)


def _list(store: Store, node: Any) -> Iterator[str]:
    while isinstance(node, BlankNode):
        first = next(store.quads_for_pattern(node, NamedNode(f"{_RDF}first"), None), None)
        rest = next(store.quads_for_pattern(node, NamedNode(f"{_RDF}rest"), None), None)
        if first is None or rest is None:
            return
        yield _said(store, first.object)
        node = rest.object


def codes(raw: bytes) -> Facts:
    """Return each code list and code by its IRI relative to the base."""
    store = _store(raw)
    found: Facts = {}
    for kind, name in (("ConceptScheme", "code list"), ("Concept", "code")):
        for quad in store.quads_for_pattern(None, NamedNode(f"{_RDF}type"), NamedNode(f"{_SKOS}{kind}")):
            key = _local(quad.subject)
            texts = sorted(
                f"{each.object.language}: {each.object.value}"
                for predicate in ("prefLabel", "definition")
                for each in store.quads_for_pattern(quad.subject, NamedNode(f"{_SKOS}{predicate}"), None)
                if isinstance(each.object, Literal)
            )
            found[key] = {Facet.IS: name, Facet.TEXT: "\n".join(texts), **_history(store, quad.subject)}
    return found


def terms(raw: bytes) -> Facts:
    """Return classes and members of the ontology with their texts and deprecation."""
    store = _store(raw)
    found: Facts = {}
    for kind, name in (("Class", "class"), ("DatatypeProperty", "field"), ("ObjectProperty", "field")):
        for quad in store.quads_for_pattern(None, NamedNode(f"{_RDF}type"), NamedNode(f"{_OWL}{kind}"), DefaultGraph()):
            if not isinstance(quad.subject, NamedNode) or not quad.subject.value.startswith(_BASE):
                continue
            texts = sorted(
                f"{each.object.language}: {each.object.value}"
                for predicate in (f"{_RDFS}label", f"{_SKOS}definition", f"{_RDFS}comment")
                for each in store.quads_for_pattern(quad.subject, NamedNode(predicate), None)
                if isinstance(each.object, Literal)
            )
            key = quad.subject.value.removeprefix(_BASE)
            found[key] = {Facet.IS: name, Facet.TEXT: "\n".join(texts), **_history(store, quad.subject)}
    return found


def _local(node: Any) -> str:
    return str(node.value).removeprefix(_BASE)


def _history(store: Store, subject: Any) -> dict[str, Any]:
    history: dict[str, Any] = {}
    for quad in store.quads_for_pattern(subject, NamedNode(f"{_OWL}deprecated"), None):
        if isinstance(quad.object, Literal) and quad.object.value == "true":
            history[Facet.DEPRECATED] = True
    for quad in store.quads_for_pattern(subject, _REPLACED, None):
        history[Facet.REPLACED_BY] = _local(quad.object)
    return history
