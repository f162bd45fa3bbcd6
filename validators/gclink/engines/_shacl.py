"""The Rust package ``shacl`` (extra ``fast``) on the published shapes and rules; it is young, and one more voice."""

from __future__ import annotations

from gclink._shacl_engines import run_rust
from gclink._shacl_reasons import reasons
from gclink.documents import Document
from gclink.engines import _shacl_rules
from gclink.engines._voices import AbstainsError, Voice
from gclink.findings import pointer_of


def judge(document: Document) -> list[Voice]:
    """Return the structural faults; where there are none, the rules that do not hold."""
    graph = _shacl_rules.own_graph(document)
    try:
        results = run_rust(graph)
    except ValueError as error:
        # Its parser is strict about IRIs; what is no IRI never reaches its shapes.
        raise AbstainsError(str(error)) from error
    structural = [
        Voice(reason.requirement, "T1", pointer_of(reason.pointer), reason.key)
        for reason in reasons(results, graph, document.native.nodes)
    ]
    return structural or _shacl_rules.voices(_shacl_rules.run_rust(graph), document)
