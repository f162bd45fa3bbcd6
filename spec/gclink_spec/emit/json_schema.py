"""JSON Schema 2020-12: one file per document class, shared definitions in ``common.json``, ``document.json`` for any.

The files hold the structure (T1) whole and nothing else: no ``format`` (engines differ), no ``multipleOf`` (decimals
are strings), no look-around, no rules. References are relative, ids absolute, so that validators resolve them by
registry and generators by folder. Members are annotated for reports as ``_json_classes`` says.
"""

from __future__ import annotations

import json
from typing import Any

from gclink_spec._model import Model
from gclink_spec.emit import _json_bundle, _json_classes, _json_scalars
from gclink_spec.emit._json_scalars import Node

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FOLDER = "schemas/json"
#: For whoever reports the errors of another engine.
_NAMING = (
    "The shared definitions of the standard. The name of a fault is `Owner.member#kind`: the path in the document "
    "leads to a member, whose x-constraint is `Owner.member` and whose x-requirement gives the requirement of "
    "each kind; the kind stands in x-kind of the node whose keyword failed, under the name of that keyword. "
    "Without x-kind it is `required`, `closed` (additionalProperties) or `type` (type, const); an array for one "
    "value, or one value for an array, is `cardinality`. A kind that the member does not list (min, max, unit, "
    "scheme) belongs to the member around it. A fault of pattern hides min, max, unit and scheme of the same "
    "value."
)
_MARK = "Generated from spec/ by `gclink spec build`; do not edit."


def emit(model: Model) -> dict[str, bytes]:
    """Return the schemas and the flat bundles for code generators."""
    common = common_schema(model)
    files = {f"{_FOLDER}/common.json": encode(common)}
    for name in model.documents:
        files[f"{_FOLDER}/{name}.json"] = encode(document_schema(model, name))
    files[f"{_FOLDER}/document.json"] = encode(any_document_schema(model))
    for name, bundle in _json_bundle.bundles(model, common["$defs"]):
        head = {"$schema": _DIALECT, "$comment": _MARK}
        files[f"schemas/bundle/{name}.json"] = encode({**head, **bundle})
    return files


def schema_id(model: Model, name: str) -> str:
    """Return the absolute id of one schema file."""
    major, minor, _ = model.version.split(".")
    return f"{model.base}schema/{major}.{minor}/{name}.json"


def common_schema(model: Model) -> Node:
    """Return the file that holds every shared definition."""
    fields = [field for cls in model.classes.values() for field in cls.fields]
    scalars = {**_json_scalars.fixed(model), **_json_scalars.scalar_fields(fields)}
    lists = _json_scalars.code_lists(model)
    classes = _json_classes.value_classes(model)
    taken = [name for name in scalars if name in lists or name in classes] + [name for name in lists if name in classes]
    if taken:
        raise ValueError(f"names used twice in the JSON Schema: {', '.join(taken)}")
    definitions = {name: scalars[name] for name in sorted(scalars)} | lists | classes
    return {**_head(model, "common"), "title": "common", "description": _NAMING, "$defs": definitions}


def document_schema(model: Model, name: str) -> Node:
    """Return the file of one document class."""
    return {**_head(model, name), **_json_classes.closed_object(model, model.classes[name], "common.json")}


def any_document_schema(model: Model) -> Node:
    """Return the union of all document classes, told apart by the constant of ``type``."""
    return {
        **_head(model, "document"),
        "title": "AnyDocument",
        "description": "Any document of the standard.",
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"type": "string"}},
        "oneOf": [{"$ref": f"{name}.json"} for name in model.documents],
    }


def _head(model: Model, name: str) -> Node:
    return {"$schema": _DIALECT, "$id": schema_id(model, name), "$comment": _MARK}


def encode(document: Any) -> bytes:
    """Return the bytes of a JSON file: two blanks, members in the order of the model, one final newline."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
