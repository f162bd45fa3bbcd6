"""The published schemas: their style, their marks, and what becomes of several faults at once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import jsonschema
import pytest
import samples
from gclink._schema_reasons import explain
from gclink_spec import Model
from gclink_spec.constraints import constraints
from gclink_spec.emit import json_schema

Reference = Callable[[str], jsonschema.Draft202012Validator]
Schemas = dict[str, dict[str, Any]]

_FORBIDDEN = {"format", "multipleOf", "discriminator", "anyOf", "if", "unevaluatedProperties", "definitions"}


def _nodes(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every schema node, but not maps from member names to nodes, nor annotations."""
    if isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            if key in ("properties", "$defs"):
                for name, inner in value.items():
                    yield from _nodes(inner, f"{path}/{key}/{name}")
            elif key in ("items", "not", "propertyNames", "additionalProperties"):
                yield from _nodes(value, f"{path}/{key}")
            elif key in ("allOf", "oneOf"):
                for number, inner in enumerate(value):
                    yield from _nodes(inner, f"{path}/{key}/{number}")


def _all_nodes(schemas: Schemas) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, schema in schemas.items():
        yield from _nodes(schema, name)


def test_every_schema_is_valid_against_the_dialect(schemas: Schemas) -> None:
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_the_marks_hold_exactly_the_constraints_of_the_model(model: Model, schemas: Schemas) -> None:
    found = set()
    for _, node in _all_nodes(schemas):
        for kind, requirement in node.get("x-requirement", {}).items():
            found.add((f"{node['x-constraint']}#{kind}", requirement))
    unreachable = {f"{name}#closed" for name, cls in model.classes.items() if cls.kind == "abstract"}
    unreachable.add("LocalizedText#closed")
    assert found == {(c.key, c.requirement) for c in constraints(model) if c.key not in unreachable}


def test_every_keyword_that_can_fail_names_its_kind(schemas: Schemas) -> None:
    failing = {
        *("pattern", "enum", "minimum", "maximum", "minLength", "maxLength"),
        *("minItems", "maxItems", "uniqueItems", "minProperties", "not"),
    }
    for path, node in _all_nodes(schemas):
        if not path.endswith("/not"):
            assert failing & set(node) == set(node.get("x-kind", {})), path


def test_the_style_that_validators_and_generators_digest(schemas: Schemas) -> None:
    for path, node in _all_nodes(schemas):
        assert not _FORBIDDEN & set(node), path
        assert "$ref" not in node or set(node) == {"$ref"}, f"{path}: siblings of $ref"
        assert not node.get("$ref", "").startswith(("http", "/")), path
        if node.get("type") == "object" and "properties" in node and "oneOf" not in node:
            assert node["additionalProperties"] is False, path
            assert "type" in node["required"], path
            assert node["properties"]["type"]["const"] == node["x-class"], path
        if node.get("type") == "array":
            assert node["minItems"] >= 1, path
        if "enum" in node and "/allOf/" not in path:
            assert path.startswith("common/$defs/"), f"{path}: an enumeration without a name"


def test_a_definition_is_titled_by_its_key(schemas: Schemas) -> None:
    for name, node in schemas["common"]["$defs"].items():
        assert node["title"] == name
        assert re.fullmatch("[A-Z][A-Za-z0-9_]*", name)


def test_patterns_stay_in_the_subset_that_all_engines_share(schemas: Schemas) -> None:
    for path, node in _all_nodes(schemas):
        pattern = node.get("pattern", "")
        assert not re.search(r"\(\?|\\d|\\w|\\s|\\b|\\p", pattern), path
        if pattern and not path.endswith("/not"):
            assert pattern.startswith("^"), path
            assert pattern.endswith("$"), path


def test_every_reference_leads_to_a_definition(schemas: Schemas) -> None:
    for path, node in _all_nodes(schemas):
        if "$ref" in node:
            file, _, pointer = node["$ref"].partition("#")
            target = schemas[file.removesuffix(".json")] if file else schemas["common"]
            if pointer:
                assert pointer.removeprefix("/$defs/") in target["$defs"], path


def test_bundles_stand_alone_and_hold_no_validation_detail(model: Model, files: dict[str, bytes]) -> None:
    bundles = {path: json.loads(text) for path, text in files.items() if path.startswith("schemas/bundle/")}
    assert len(bundles) == len(model.documents) + 1
    for path, bundle in bundles.items():
        used = set()
        for where, node in _nodes(bundle, path):
            assert not {"$id", "pattern", "not", "minLength", "x-kind", "x-constraint"} & set(node), where
            if "$ref" in node:
                assert node["$ref"].startswith("#/$defs/"), where
                used.add(node["$ref"].removeprefix("#/$defs/"))
        assert used == set(bundle["$defs"]), path
    union = bundles["schemas/bundle/AnyDocument.json"]
    assert set(union["discriminator"]["mapping"]) == set(model.documents)


def test_bundles_accept_the_documents_that_the_schemas_accept(model: Model, files: dict[str, bytes]) -> None:
    for name in model.documents:
        bundle = json.loads(files[f"schemas/bundle/{name}.json"])
        jsonschema.Draft202012Validator(bundle).validate(samples.document(model, name))


def test_the_bytes_are_the_same_each_time(model: Model, files: dict[str, bytes]) -> None:
    assert json_schema.emit(model) == files


def test_the_context_member_is_allowed_at_the_top_only(model: Model, reference: Reference) -> None:
    tree: dict[str, Any] = {"@context": "https://w3id.org/gclink/context/v1", **samples.document(model, "Lot")}
    assert explain(reference("Lot").iter_errors(tree), tree) == []
    tree["@context"] = "https://example.org/other"
    assert [r.pointer for r in explain(reference("Lot").iter_errors(tree), tree)] == [("@context",)]
    nested = samples.document(model, "Lot")
    nested["period"]["@context"] = "https://w3id.org/gclink/context/v1"
    assert [r.key for r in explain(reference("Lot").iter_errors(nested), nested)] == ["Period#closed"]


def test_an_object_of_the_wrong_class_gives_one_reason(model: Model, reference: Reference) -> None:
    tree = samples.document(model, "Lot")
    tree["quantity"] = tree["period"]
    found = explain(reference("Lot").iter_errors(tree), tree)
    assert [(r.pointer, r.key) for r in found] == [(("quantity",), "Lot.quantity#type")]


def test_several_faults_give_several_reasons(model: Model, reference: Reference) -> None:
    tree = samples.document(model, "ProcessRun")
    tree["inputs"][0]["mass"] = {"type": "Quantity", "value": "-1", "unit": "kg", "note": "x"}
    del tree["issuer"]
    tree["status"] = "lost"
    found = {r.key for r in explain(reference("ProcessRun").iter_errors(tree), tree)}
    assert found == {
        "MaterialFlow.mass#min",
        "MaterialFlow.mass#unit",
        "Quantity#closed",
        "Document.issuer#required",
        "Document.status#enum",
    }


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ([], ((), "Document#type")),
        ("x", ((), "Document#type")),
        ({}, ((), "Document.type#required")),
        ({"type": "Nonsense"}, (("type",), "Document.type#type")),
        ({"type": "Document"}, (("type",), "Document.type#type")),
        ({"type": "Period"}, (("type",), "Document.type#type")),
        ({"type": 5}, (("type",), "Document.type#type")),
    ],
)
def test_what_is_no_document_gives_one_reason(tree: Any, expected: tuple[Any, str], reference: Reference) -> None:
    found = explain(reference("document").iter_errors(tree), tree)
    assert [(r.pointer, r.key) for r in found] == [expected]


def test_the_union_gives_the_reasons_of_the_class_that_the_document_names(model: Model, reference: Reference) -> None:
    tree = samples.document(model, "Lot")
    tree["custodyModel"] = "none_such"
    assert [r.key for r in explain(reference("document").iter_errors(tree), tree)] == ["Lot.custodyModel#enum"]
