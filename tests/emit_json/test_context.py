"""The JSON-LD context, read by three engines: the same graph from each, and the graph of the mapping."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pyoxigraph
import pytest
import rdflib
import rdflib.term
import samples
from gclink_spec import Model
from gclink_spec._model import Field, Kind
from gclink_spec.emit import context
from pyld import jsonld
from rdflib.compare import isomorphic

# rdflib's own JSON-LD parser makes one.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

Parse = Callable[[dict[str, Any]], rdflib.Graph]

_GCL = rdflib.Namespace("https://w3id.org/gclink/")


def _graph(ntriples: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=ntriples, format="nt")


def _by_oxigraph(document: dict[str, Any]) -> rdflib.Graph:
    quads = pyoxigraph.parse(json.dumps(document), format=pyoxigraph.RdfFormat.JSON_LD)
    return _graph("".join(f"{quad.triple} .\n" for quad in quads))


def _by_rdflib(document: dict[str, Any]) -> rdflib.Graph:
    return rdflib.Graph().parse(data=json.dumps(document), format="json-ld")


def _by_pyld(document: dict[str, Any]) -> rdflib.Graph:
    return _graph(jsonld.to_rdf(document, {"format": "application/n-quads"}))


ENGINES: dict[str, Parse] = {"oxigraph": _by_oxigraph, "rdflib": _by_rdflib, "PyLD": _by_pyld}


@pytest.fixture(autouse=True)
def literals_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def _with_context(model: Model, tree: dict[str, Any]) -> dict[str, Any]:
    return {"@context": context.context(model, _types(tree)), **tree}


def _types(node: Any) -> set[str]:
    """Return the classes that a document names, which is what its part of the context has to hold."""
    if isinstance(node, list):
        return set().union(*map(_types, node))
    if not isinstance(node, dict):
        return set()
    own = {node["type"]} if isinstance(node.get("type"), str) else set()
    return own.union(*map(_types, node.values()))


def _expected(model: Model, tree: dict[str, Any]) -> rdflib.Graph:
    """Return the graph of the mapping, written here a second time and without JSON-LD."""
    graph = rdflib.Graph()
    _describe(model, graph, rdflib.URIRef(tree["id"]), tree)
    return graph


def _describe(model: Model, graph: rdflib.Graph, node: rdflib.term.Node, tree: dict[str, Any]) -> None:
    graph.add((node, rdflib.RDF.type, _GCL[tree["type"]]))
    for field in model.fields_of(tree["type"]):
        if field.name == "id" or field.name not in tree:
            continue
        value = tree[field.name]
        for item in value if isinstance(value, list) else [value]:
            for term in _terms(model, graph, field, item):
                graph.add((node, _GCL[field.name], term))


def _terms(model: Model, graph: rdflib.Graph, field: Field, value: Any) -> Iterator[rdflib.term.Node]:
    if field.embedded:
        blank = rdflib.BNode()
        _describe(model, graph, blank, value)
        yield blank
    elif field.type == "LocalizedText":
        yield from (rdflib.Literal(text, lang=tag) for tag, text in value.items())
    elif field.type in ("iri", "ref"):
        yield rdflib.URIRef(value)
    elif field.type in ("decimal", "integer", "boolean", "date", "dateTime"):
        text = value if isinstance(value, str) else json.dumps(value)
        yield rdflib.Literal(text, datatype=rdflib.XSD[field.type])
    elif field.code_list is not None and not model.code_lists[field.code_list].outside:
        yield rdflib.URIRef(model.code_iri(field.code_list, value))
    else:
        yield rdflib.Literal(value)


@pytest.mark.parametrize("engine", list(ENGINES))
def test_every_class_gives_the_graph_of_the_mapping(engine: str, model: Model) -> None:
    different = []
    for name in model.documents:
        tree = samples.document(model, name, items=2)
        if not isomorphic(ENGINES[engine](_with_context(model, tree)), _expected(model, tree)):
            different.append(name)
    assert different == []


def test_no_number_reaches_the_graph(model: Model) -> None:
    integers = set()
    for name in model.documents:
        for _, _, term in _by_oxigraph(_with_context(model, samples.document(model, name))):
            if isinstance(term, rdflib.Literal):
                assert term.datatype not in (rdflib.XSD.double, rdflib.XSD.float)
                integers |= {str(term)} if term.datatype == rdflib.XSD.integer else set()
    assert integers
    assert all(text.lstrip("-").isdigit() for text in integers)


def test_the_published_file_holds_every_concrete_class(model: Model) -> None:
    published = json.loads(context.emit(model)[context.PATH])["@context"]
    concrete = {name for name, cls in model.classes.items() if cls.kind is not Kind.ABSTRACT} - {"LocalizedText"}
    assert set(published) - {"@version", "@vocab", "type"} == concrete


@pytest.mark.parametrize("engine", list(ENGINES))
def test_the_whole_context_gives_what_the_part_gives(engine: str, model: Model) -> None:
    tree = samples.document(model, "FinancingTransaction")
    whole = {"@context": context.context(model), **tree}
    assert isomorphic(ENGINES[engine](whole), ENGINES[engine](_with_context(model, tree)))


@pytest.mark.parametrize("engine", list(ENGINES))
def test_codes_spelled_like_terms_are_codes(engine: str, model: Model) -> None:
    tree = samples.document(model, "LifecycleEvent") | {"actorRole": "issuer", "machine": "facility"}
    graph = ENGINES[engine](_with_context(model, tree))
    assert set(graph.objects(predicate=_GCL.actorRole)) == {_GCL["actorRole/issuer"]}
    assert set(graph.objects(predicate=_GCL.machine)) == {_GCL["machine/facility"]}


@pytest.mark.parametrize("engine", list(ENGINES))
@pytest.mark.parametrize("code", ["ACT/360", "ACT/365.FIXED", "30E/360", "ACT/ACT.ISDA"])
def test_codes_with_a_slash_are_appended_whole(engine: str, code: str, model: Model) -> None:
    tree = samples.document(model, "FinancingTransaction")
    tree["pricing"]["dayCount"] = code
    graph = ENGINES[engine](_with_context(model, tree))
    assert set(graph.objects(predicate=_GCL.dayCount)) == {_GCL[f"dayCount/{code}"]}


@pytest.mark.parametrize("engine", list(ENGINES))
def test_unknown_members_become_visible_at_every_depth(engine: str, model: Model) -> None:
    tree = samples.document(model, "Lot") | {"unheardOf": "x", "grossEmissions": "5"}
    tree["period"] |= {"remark": "y", "id": "urn:x:nested", "issuer": "urn:x:issuer"}
    graph = ENGINES[engine](_with_context(model, tree))
    undefined = {str(p).rpartition("undefined/")[2]: str(o) for _, p, o in graph if "undefined/" in p}
    assert undefined == {
        "unheardOf": "x",
        "grossEmissions": "5",
        "remark": "y",
        "id": "urn:x:nested",
        "issuer": "urn:x:issuer",
    }


@pytest.mark.parametrize("engine", list(ENGINES))
def test_an_unknown_class_becomes_visible(engine: str, model: Model) -> None:
    tree = samples.document(model, "Lot")
    tree["period"]["type"] = "Epoch"
    graph = ENGINES[engine](_with_context(model, tree))
    assert _GCL["undefined/Epoch"] in set(graph.objects(predicate=rdflib.RDF.type))


@pytest.mark.parametrize("engine", list(ENGINES))
def test_texts_keep_their_language_and_their_characters(engine: str, model: Model) -> None:
    tree = samples.document(model, "Party") | {"name": {"en": 'a "b"\n\tc', "zh-hans": "荔枝𠮷"}}
    graph = ENGINES[engine](_with_context(model, tree))
    expected = {rdflib.Literal('a "b"\n\tc', lang="en"), rdflib.Literal("荔枝𠮷", lang="zh-hans")}
    assert set(graph.objects(predicate=_GCL.name)) == expected
