"""The rules of one document as SHACL-SPARQL: ``ontology/rules.ttl``.

Apart from the structural shapes, because a rule means something only on a document of sound structure. Each rule and
class is a node shape of its own with one ``sh:sparql``: one engine joins two constraints of a shape into one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gclink_spec._model import Model, Text
from gclink_spec.emit._gap import Gap
from gclink_spec.emit._turtle import BANNER, string, texts
from gclink_spec.emit.sparql import select
from gclink_spec.rules import CompiledRule, compile_rules

PATH = "ontology/rules.ttl"

_TARGET = "shacl"


def emit(model: Model) -> dict[str, bytes]:
    """Return the file with one node shape per rule and class, in the order of the requirements."""
    return {PATH: turtle(model, compile_rules(model)).encode()}


def turtle(model: Model, rules: Iterable[CompiledRule]) -> str:
    """Return the shapes of some rules as Turtle; a rule named by ``inexpressible`` is left out."""
    return "".join(_parts(model, rules))


def shape_iri(model: Model, rule: CompiledRule) -> str:
    """Return the IRI of a rule's shape, the same in every version: requirement, line from 1, class."""
    return f"{model.base}shapes/rule/{rule.requirement}-{rule.line + 1}-{rule.context}"


def inexpressible(model: Model) -> tuple[Gap, ...]:
    """Return the requirements on one document that SHACL does not check.

    These are the lines that SPARQL cannot say (there are none as long as the language stays as it is) and the
    requirements that name a procedure instead of a line.
    """
    gaps = []
    for rule in compile_rules(model):
        try:
            select(model, rule)
        except NotImplementedError as error:
            reason = Text(f"SPARQL cannot express it: {error}.", f"SPARQL 无法表达：{error}。")
            gaps.append(Gap(rule.requirement, _TARGET, reason))
    for requirement in model.requirements.values():
        if requirement.tier == "T2" and requirement.procedure is not None:
            reason = Text(
                f"Checked by the procedure {requirement.procedure}, which no query expresses.",
                f"由过程 {requirement.procedure} 检查，查询无法表达。",
            )
            gaps.append(Gap(requirement.id, _TARGET, reason))
    return tuple(dict.fromkeys(gaps))


def _parts(model: Model, rules: Iterable[CompiledRule]) -> Iterator[str]:
    base = model.base
    yield BANNER
    yield "# Rules within one document, as SHACL-SPARQL. Meaningful on documents that conform to shapes.ttl.\n\n"
    yield f"@prefix gcl: <{base}> .\n"
    yield "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    yield "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    yield "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
    yield "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    ontology = f"<{base}shapes/rules>"
    yield (
        f"\n{ontology} a owl:Ontology ;\n"
        f'    rdfs:label "Rules of the Green Carbon Link standard"@en , "绿碳链接标准规则"@zh ;\n'
        f"    owl:versionInfo {string(model.version)} ;\n"
        f'    sh:declare [ sh:prefix "gcl" ; sh:namespace "{base}"^^xsd:anyURI ] ,\n'
        '        [ sh:prefix "xsd" ; sh:namespace "http://www.w3.org/2001/XMLSchema#"^^xsd:anyURI ] .\n'
    )
    for rule in rules:
        try:
            query = select(model, rule)
        except NotImplementedError:
            continue  # named by inexpressible()
        yield _shape(model, rule, query, ontology)


def _shape(model: Model, rule: CompiledRule, query: str, ontology: str) -> str:
    requirement = model.requirements[rule.requirement]
    severity = "sh:Violation" if requirement.severity == "error" else "sh:Warning"
    escaped = query.replace("\\", "\\\\").replace('"""', '""\\"')
    return (
        f"\n<{shape_iri(model, rule)}> a sh:NodeShape ;\n"
        f"    gcl:requirement {string(rule.requirement)} ;\n"
        f"    sh:targetClass gcl:{rule.context} ;\n"
        f"    sh:severity {severity} ;\n"
        "    sh:sparql [\n"
        "        a sh:SPARQLConstraint ;\n"
        f"        sh:message {' , '.join(texts(requirement.statement))} ;\n"
        f"        sh:prefixes {ontology} ;\n"
        f'        sh:select """\n{escaped}\n""" ] .\n'
    )
