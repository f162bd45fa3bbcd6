"""The results in EARL, the W3C vocabulary for test results: one assertion per test, as JSON-LD and as Turtle.

Both are written from the same rows and hold the same graph. No node is blank, so that graphs of several
implementations can be merged and compared without guessing which node is which.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from gclink_conformance.report._plain import iri, line
from gclink_conformance.report.results import Results, Row

_EARL: Final = "http://www.w3.org/ns/earl#"
_DCT: Final = "http://purl.org/dc/terms/"
_DOAP: Final = "http://usefulinc.com/ns/doap#"
_RDF_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
#: Tests have IRIs here: the case, then the syntax.
TESTS: Final = "https://w3id.org/gclink/test/"
#: Requirements, likewise.
REQUIREMENTS: Final = "https://w3id.org/gclink/requirement/"
_RUNNER: Final = "https://w3id.org/gclink/conformance/runner"

#: What EARL calls the outcomes: one that was declined is untested, one without a usable answer cannot be told.
OUTCOMES: Final = {"pass": "passed", "fail": "failed", "error": "cantTell", "declined": "untested"}

_CONTEXT: Final[dict[str, Any]] = {
    "case": TESTS,
    "req": REQUIREMENTS,
    "earl": _EARL,
    "dct": _DCT,
    "doap": _DOAP,
    "xsd": _XSD,
    "title": "dct:title",
    "version": "dct:hasVersion",
    "name": "doap:name",
    "revision": "doap:revision",
    "homepage": {"@id": "doap:homepage", "@type": "@id"},
    "assertedBy": {"@id": "earl:assertedBy", "@type": "@id"},
    "subject": {"@id": "earl:subject", "@type": "@id"},
    "test": {"@id": "earl:test", "@type": "@id"},
    "mode": {"@id": "earl:mode", "@type": "@id"},
    "result": {"@id": "earl:result"},
    "outcome": {"@id": "earl:outcome", "@type": "@id"},
    "date": {"@id": "dct:date", "@type": "xsd:dateTime"},
    "requirement": {"@id": "dct:conformsTo", "@type": "@id"},
    "description": {"@id": "dct:description", "@container": "@language"},
}


def jsonld(results: Results) -> bytes:
    """Return the graph as JSON-LD with its context inside, one assertion per line."""
    nodes = [json.dumps(node, ensure_ascii=False) for node in _nodes(results)]
    context = json.dumps({"@base": _base(results), **_CONTEXT}, ensure_ascii=False)
    return ('{"@context": ' + context + ', "@graph": [\n' + ",\n".join(nodes) + "\n]}\n").encode()


def turtle(results: Results) -> bytes:
    """Return the graph as Turtle."""
    prefixes = {"earl": _EARL, "dct": _DCT, "doap": _DOAP, "xsd": _XSD, "req": REQUIREMENTS}
    base = _base(results)
    quads = (Quad(*triple) for node in _nodes(results) for triple in _triples(node, base))
    written = serialize(quads, format=RdfFormat.TURTLE, prefixes=prefixes, base_iri=base)
    assert written is not None
    written = written.replace(f"<{base}#".encode(), b"<#")  # the writer does not shorten fragments of a URN
    return f"# generated from results.jsonl ({results.digest}), do not edit\n".encode() + written


def _nodes(results: Results) -> Iterator[dict[str, Any]]:
    about: dict[str, Any] = {
        "@id": "#implementation",
        "@type": ["earl:Software", "earl:TestSubject"],
        "name": line(str(results.implementation["name"])),
        "revision": line(str(results.implementation["version"])),
    }
    homepage = iri(results.implementation.get("homepage"))
    if homepage is not None:
        about["homepage"] = homepage
    yield {
        "@id": _RUNNER,
        "@type": ["earl:Software", "earl:Assertor"],
        "title": "Green Carbon Link conformance suite",
        "version": str(results.header["suite"]["version"]),
    }
    yield about
    for row in results.rows:
        yield _assertion(row, results.footer["finishedAt"])


def _base(results: Results) -> str:
    """Return the IRI of the file of results, made from its digest; everything said in it is a fragment of that."""
    return f"urn:{results.digest.replace('sha-256:', 'sha256:')}"


def _assertion(row: Row, when: str) -> dict[str, Any]:
    name = quote(row.test, safe="/")
    result: dict[str, Any] = {
        "@id": f"#{name}/result",
        "@type": "earl:TestResult",
        "outcome": f"earl:{OUTCOMES[row.outcome]}",
        "date": when,
    }
    if row.outcome != "pass":
        result["description"] = {"en": line(row.reason.en), "zh": line(row.reason.zh)}
    return {
        "@id": f"#{name}",
        "@type": "earl:Assertion",
        "assertedBy": _RUNNER,
        "subject": "#implementation",
        "test": "case:" + quote(row.test.partition("#")[0], safe="/"),
        "requirement": f"req:{row.requirement}",
        "mode": "earl:automatic",
        "result": result,
    }


Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


def _triples(node: dict[str, Any], base: str) -> Iterator[Triple]:
    subject = NamedNode(_full(node["@id"], base))
    kinds = node["@type"]
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        yield subject, _RDF_TYPE, NamedNode(_full(kind, base))
    for key, value in node.items():
        if key.startswith("@"):
            continue
        term = _CONTEXT[key]
        named = NamedNode(_full(term if isinstance(term, str) else term["@id"], base))
        if isinstance(value, dict) and "@id" in value:
            yield subject, named, NamedNode(_full(value["@id"], base))
            yield from _triples(value, base)
        elif isinstance(value, dict):
            for language, text in value.items():
                yield subject, named, Literal(text, language=language)
        else:
            yield subject, named, _value(value, term, base)


def _value(value: str, term: str | dict[str, str], base: str) -> NamedNode | Literal:
    if isinstance(term, str):
        return Literal(value)
    if term["@type"] == "@id":
        return NamedNode(_full(value, base))
    return Literal(value, datatype=NamedNode(_full(term["@type"], base)))


def _full(name: str, base: str) -> str:
    if name.startswith("#"):
        return base + name
    prefix, _, rest = name.partition(":")
    known = _CONTEXT.get(prefix)
    return known + rest if isinstance(known, str) and known.endswith(("#", "/")) else name
