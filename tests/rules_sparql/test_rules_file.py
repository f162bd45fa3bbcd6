"""The file of rules as a reader finds it: one shape for each rule and class, with texts, level and requirement."""

from __future__ import annotations

from itertools import pairwise

import pyoxigraph
import pytest
import rdflib
from gclink_spec import Model
from gclink_spec.emit import shacl_rules
from gclink_spec.emit._gap import Gap
from gclink_spec.emit.sparql import select
from gclink_spec.rules import CompiledRule, analyse, parse

_SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


@pytest.fixture(scope="module")
def turtle(model: Model) -> str:
    files = shacl_rules.emit(model)
    assert list(files) == ["ontology/rules.ttl"]
    return files["ontology/rules.ttl"].decode()


@pytest.fixture(scope="module")
def graph(turtle: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=turtle, format="turtle")


def test_the_file_says_that_it_is_generated_and_is_the_same_every_time(model: Model, turtle: str) -> None:
    assert "do not edit" in turtle.splitlines()[0]
    assert shacl_rules.emit(model)["ontology/rules.ttl"].decode() == turtle


def test_every_rule_has_a_shape_of_its_own(model: Model, rules: tuple[CompiledRule, ...], graph: rdflib.Graph) -> None:
    shapes = set(graph.subjects(rdflib.RDF.type, _SH.NodeShape))
    assert shapes == {rdflib.URIRef(shacl_rules.shape_iri(model, rule)) for rule in rules}
    assert len(shapes) == len(rules)


def test_a_shape_names_requirement_class_level_and_both_texts(
    model: Model, rules: tuple[CompiledRule, ...], graph: rdflib.Graph
) -> None:
    for rule in rules:
        shape = rdflib.URIRef(shacl_rules.shape_iri(model, rule))
        requirement = model.requirements[rule.requirement]
        (constraint,) = graph.objects(shape, _SH.sparql)
        assert graph.value(shape, rdflib.URIRef(model.iri("requirement"))) == rdflib.Literal(rule.requirement)
        assert graph.value(shape, _SH.targetClass) == rdflib.URIRef(model.iri(rule.context))
        level = _SH.Violation if requirement.level == "MUST" else _SH.Warning
        assert graph.value(shape, _SH.severity) == level
        assert set(graph.objects(constraint, _SH.message)) == {
            rdflib.Literal(requirement.statement.en, lang="en"),
            rdflib.Literal(requirement.statement.zh, lang="zh"),
        }
        assert graph.value(constraint, _SH.select) == rdflib.Literal(f"\n{select(model, rule)}\n")


def test_both_levels_occur(graph: rdflib.Graph) -> None:
    assert set(graph.objects(None, _SH.severity)) == {_SH.Violation, _SH.Warning}


def test_every_query_stands_on_its_own_with_the_declared_prefixes(
    model: Model, rules: tuple[CompiledRule, ...], graph: rdflib.Graph
) -> None:
    prefixes = "".join(
        f"PREFIX {graph.value(declared, _SH.prefix)}: <{graph.value(declared, _SH.namespace)}>\n"
        for declared in graph.objects(None, _SH.declare)
    )
    for rule in rules:
        assert list(pyoxigraph.Store().query(prefixes + select(model, rule))) == []


def test_no_query_uses_what_a_constraint_must_not(model: Model, rules: tuple[CompiledRule, ...]) -> None:
    for rule in rules:
        words = select(model, rule).replace("(", " ").split()
        assert not {"VALUES", "MINUS", "SERVICE", "ROUND", "REPLACE"} & set(words), rule.requirement
        assert all(after == "$this" for word, after in pairwise(words) if word == "SELECT")


def test_no_line_is_inexpressible_and_procedures_are_named(model: Model) -> None:
    gaps = {gap.requirement for gap in shacl_rules.inexpressible(model)}
    procedures = {r.id for r in model.requirements.values() if r.tier == "T2" and r.procedure is not None}
    assert gaps == procedures
    assert all(gap.reason.en and gap.reason.zh for gap in shacl_rules.inexpressible(model))


def test_a_line_that_sparql_cannot_say_is_reported_and_left_out(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "unique(i.perDeclaredUnit * 2 for i in insetRemovals)"
    rule = CompiledRule("GCL-PAS-001", 0, "CarbonPassport", (), text, analyse(model, parse(text), "CarbonPassport"))
    monkeypatch.setattr(shacl_rules, "compile_rules", lambda _: (rule,))
    (gap, *_) = shacl_rules.inexpressible(model)
    assert isinstance(gap, Gap)
    assert (gap.requirement, gap.target) == ("GCL-PAS-001", "shacl")
    assert "unique over a calculated value" in gap.reason.en
    assert "NodeShape" not in shacl_rules.emit(model)["ontology/rules.ttl"].decode()
