"""``ontology/alignments.ttl``: our terms and those of other vocabularies, each mapping with what differs.

A mapping is one SKOS triple; what differs is an annotation of that triple (owl:Axiom), so that a reader of the graph
sees why it is not an equality. Nothing here makes two terms the same for a reasoner.
"""

from __future__ import annotations

from gclink_spec._model import Model
from gclink_spec.alignments import Vocabulary, check, local, vocabularies
from gclink_spec.emit._turtle import BANNER, string
from gclink_spec.exceptions import SpecError

PATH = "ontology/alignments.ttl"


def emit(model: Model) -> dict[str, bytes]:
    """Return the file; raises SpecError for a row that says nothing sound."""
    if problems := list(check(model)):
        raise SpecError(problems)
    found = vocabularies(model.spec)
    prefixes = {prefix: iri for vocabulary in found for prefix, iri in vocabulary.prefixes.items()}
    own = {
        "owl": "http://www.w3.org/2002/07/owl#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
    }
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted({**prefixes, **own}.items()))
    comment = "# Alignments of the Green Carbon Link standard with other vocabularies.\n"
    parts = [BANNER, comment, f"\n@base <{model.base}> .\n{head}"]
    parts += [f"\n# {each.name}, {each.version}; looked up on {each.looked}\n{_rows(each)}" for each in found]
    return {PATH: "".join(parts).encode()}


def _rows(vocabulary: Vocabulary) -> str:
    lines = []
    for row in vocabulary.rows:
        lines.append(
            f"<{local(row.of)}> skos:{row.relation} {row.to} .\n"
            f"[] a owl:Axiom ; owl:annotatedSource <{local(row.of)}> ; owl:annotatedProperty skos:{row.relation} ;\n"
            f"    owl:annotatedTarget {row.to} ; "
            f"rdfs:comment {string(row.note.en)}@en , {string(row.note.zh)}@zh .\n"
        )
    lines += [f"{unit} skos:notation {string(code)} .\n" for code, unit in vocabulary.units.items()]
    return "".join(lines)
