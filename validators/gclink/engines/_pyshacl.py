"""pyshacl on the published shapes and rules."""

from __future__ import annotations

from gclink._shacl_engines import run_pyshacl
from gclink._shacl_reasons import reasons
from gclink.documents import Document
from gclink.engines import _shacl_rules
from gclink.engines._voices import Voice
from gclink.findings import pointer_of


def judge(document: Document) -> list[Voice]:
    """Return the structural faults; where there are none, the rules that do not hold."""
    graph = _shacl_rules.own_graph(document)
    structural = [
        Voice(reason.requirement, "T1", pointer_of(reason.pointer), reason.key)
        for reason in reasons(run_pyshacl(graph), graph, document.native.nodes)
    ]
    return structural or _shacl_rules.voices(_shacl_rules.run_pyshacl(graph), document)
