"""The model, the schemas as the emitter writes them, and both engines over them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from gclink_spec import Model, load_model
from gclink_spec.emit import json_schema
from referencing import Registry, Resource

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def model() -> Model:
    return load_model(ROOT / "spec")


@pytest.fixture(scope="session")
def files(model: Model) -> dict[str, bytes]:
    return json_schema.emit(model)


@pytest.fixture(scope="session")
def schemas(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    return {Path(path).stem: json.loads(text) for path, text in files.items() if path.startswith("schemas/json/")}


@pytest.fixture(scope="session")
def reference(schemas: dict[str, dict[str, Any]]) -> Callable[[str], jsonschema.Draft202012Validator]:
    registry: Registry[Any] = Registry().with_resources(
        [(schema["$id"], Resource.from_contents(schema)) for schema in schemas.values()]
    )
    made = {
        name: jsonschema.Draft202012Validator(schema, registry=registry)
        for name, schema in schemas.items()
        if name != "common"
    }
    return made.__getitem__


@pytest.fixture(scope="session")
def fast(schemas: dict[str, dict[str, Any]]) -> Callable[[str], Any]:
    registry = jsonschema_rs.Registry([(schema["$id"], schema) for schema in schemas.values()])
    made = {
        name: jsonschema_rs.Draft202012Validator(schema, registry=registry)
        for name, schema in schemas.items()
        if name != "common"
    }
    return made.__getitem__
