"""The published form of a file of cases: every file has it, and what is nearly of it is refused."""

from __future__ import annotations

import copy
from typing import Any

import jsonschema
import jsonschema_rs
import orjson
import pytest
import yaml
from gclink_conformance.suite import root
from miniatures import ROOT

SCHEMA = orjson.loads((ROOT / "schemas" / "source" / "cases.schema.json").read_bytes())
FORM = jsonschema_rs.Draft202012Validator(SCHEMA)
FILES = sorted((root() / "cases").rglob("*.yaml"))


class Texts(yaml.CSafeLoader):
    """YAML without dates, as the suite reads it."""


Texts.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Any) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Texts)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_file_of_cases_has_the_published_form() -> None:
    wrong = [f"{path.name}: {error.message}" for path in FILES for error in FORM.iter_errors(read(path))]
    assert len(FILES) > 400
    assert wrong == []


GOOD = {
    "requirement": "GCL-PAS-007",
    "cases": [
        {
            "id": "gcl-pas-007-n01",
            "title": {"en": "One", "zh": "一"},
            "polarity": "negative",
            "base": "passport",
            "patch": [{"op": "replace", "path": "/a", "value": "1"}],
            "expect": {"verdict": "violates", "findings": [{"requirement": "GCL-PAS-007", "location": "/a"}]},
        }
    ],
}


@pytest.mark.parametrize(
    "change",
    [
        {"id": "pas-007-1"},
        {"title": {"en": "One"}},
        {"polarity": "bad"},
        {"raw": [{"name": "document", "format": "json", "text": "{}"}]},
        {"formats": []},
        {"formats": ["yaml"]},
        {"scope": "world"},
        {"asOf": "2026-10-01"},
        {"expect": {"verdict": "cannot_tell"}},
        {"expect": {"verdict": "violates", "findings": [{"requirement": "GCL-PAS-007", "place": "/a"}]}},
        {"patch": [{"op": "replace", "path": "a", "value": "1"}]},
        {"patch": [{"op": "replace", "path": "/a"}]},
        {"patch": [{"op": "move", "path": "/a", "from": "/b"}]},
        {"patch": [{"op": "copyDocument", "document": "b"}]},
        {"because": "x"},
    ],
)
def test_what_is_nearly_a_case_is_refused(change: dict[str, Any]) -> None:
    assert FORM.is_valid(GOOD)
    broken: dict[str, Any] = copy.deepcopy(GOOD)
    broken["cases"][0].update(change)
    assert not FORM.is_valid(broken)
