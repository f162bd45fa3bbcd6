"""All facts of one version, by artefact."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from gclink_spec.versions import _graphs, _json_schema, _xsd
from gclink_spec.versions._facts import Facet, Facts
from gclink_spec.versions._place import Artefacts, PlaceError

#: The artefacts that are compared, in the order in which changes are told.
ARTEFACTS = ("terms", "json-schema", "xsd", "shacl", "code-lists", "requirements")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One version: how it was named, its number, and its facts by artefact."""

    name: str
    version: str
    facts: Mapping[str, Facts]


def snapshot(artefacts: Artefacts) -> Snapshot:
    """Read the facts of a version; raises PlaceError where an artefact is missing."""
    data = artefacts.within("validators/gclink/_data", ".json")
    ontology = artefacts.within("ontology", ".ttl")
    try:
        facts = {
            "terms": _graphs.terms(ontology["gclink"]),
            "json-schema": _json_schema.facts(artefacts.within("schemas/json", ".json")),
            "xsd": _xsd.facts(artefacts.within("schemas/xsd", ".xsd")),
            "shacl": _graphs.shapes(ontology["shapes"]),
            "code-lists": _graphs.codes(ontology["codelists"]),
            "requirements": _requirements(data["requirements"]),
        }
        version = str(json.loads(data["model"])["version"])
    except KeyError as error:
        raise PlaceError(f"{artefacts.name} lacks the artefact {error}") from error
    return Snapshot(artefacts.name, version, facts)


def _requirements(raw: bytes) -> Facts:
    loaded = json.loads(raw)
    found: Facts = {}
    for identifier, entry in loaded["requirements"].items():
        says = {key: entry.get(key) for key in ("rules", "procedure", "structural", "sparql", "over", "class")}
        statement, rationale = entry["statement"], entry.get("rationale") or {}
        found[identifier] = {
            Facet.IS: "requirement",
            Facet.LEVEL: entry["level"],
            Facet.OF: str(entry.get("class") or ""),
            Facet.RULE: json.dumps(says, sort_keys=True, ensure_ascii=False),
            Facet.TEXT: "\n".join([statement["en"], statement["zh"], *map(str, rationale.values())]),
        }
    for identifier, successor in loaded["withdrawn"].items():
        found[identifier] = {Facet.IS: "withdrawn requirement", Facet.REPLACED_BY: str(successor)}
    return found
