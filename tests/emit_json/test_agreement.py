"""Every structural constraint, broken once: all engines refuse, and say the same constraint at the same place."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import samples
from faults import Fault, faults
from gclink import models
from gclink._places import Reason
from gclink._schema_reasons import explain
from gclink.models._reasons import reasons as model_reasons
from gclink.structure import walk
from gclink_spec import Model
from gclink_spec.constraints import constraints
from pydantic import ValidationError

Reference = Callable[[str], jsonschema.Draft202012Validator]
Fast = Callable[[str], Any]


@pytest.fixture(scope="session")
def broken(model: Model) -> list[Fault]:
    return list(faults(model))


def _expected(fault: Fault) -> list[Reason]:
    kind = fault.key.rpartition("#")[2]
    return [Reason(fault.pointer, fault.key, kind, fault.requirement)]


def test_the_faults_cover_every_constraint_that_a_document_can_reach(model: Model, broken: list[Fault]) -> None:
    abstract = {f"{name}#closed" for name in model.classes if model.classes[name].kind == "abstract"}
    all_keys = {found.key for found in constraints(model)} - abstract - {"LocalizedText#closed"}
    assert {fault.key for fault in broken} == all_keys


def test_sound_documents_of_every_class_pass_everywhere(model: Model, reference: Reference, fast: Fast) -> None:
    for name in model.documents:
        for items in (1, 3):
            for optional in (True, False):
                tree = samples.document(model, name, items=items, optional=optional)
                assert explain(reference(name).iter_errors(tree), tree) == [], name
                assert fast(name).is_valid(tree), name
                assert fast("document").is_valid(tree), name
                assert models.parse_document(json.dumps(tree)).to_tree() == tree, name


def test_the_reference_engine_gives_the_constraint_and_the_place(broken: list[Fault], reference: Reference) -> None:
    wrong = {}
    for fault in broken:
        found = explain(reference(fault.root).iter_errors(fault.document), fault.document)
        if found != _expected(fault):
            wrong[fault.name] = found
    assert wrong == {}


def test_the_fast_engine_refuses_all_of_them(broken: list[Fault], fast: Fast) -> None:
    assert [fault.name for fault in broken if fast(fault.root).is_valid(fault.document)] == []


def test_the_union_of_all_documents_refuses_all_of_them(broken: list[Fault], fast: Fast) -> None:
    assert [fault.name for fault in broken if fast("document").is_valid(fault.document)] == []


def test_the_typed_models_give_the_same_constraint_and_place(broken: list[Fault]) -> None:
    wrong: dict[str, Any] = {}
    for fault in broken:
        try:
            models.parse_document(json.dumps(fault.document))
        except ValidationError as error:
            found = model_reasons(error, fault.document)
            if found != _expected(fault):
                wrong[fault.name] = found
        else:
            wrong[fault.name] = "accepted"
    assert wrong == {}


def test_the_typed_models_judge_a_tree_as_they_judge_its_text(broken: list[Fault]) -> None:
    wrong: dict[str, Any] = {}
    for fault in broken:
        with pytest.raises(ValidationError) as raised:
            models.document_from_tree(fault.document)
        found = model_reasons(raised.value, fault.document)
        if found != _expected(fault):
            wrong[fault.name] = found
    assert wrong == {}


def _is_settled_by_the_reader(fault: Fault) -> bool:
    """Whether the fault is one of the raw text, which no tree that the reader made can hold."""
    text = json.dumps(fault.document)
    return "[]" in text or any(json.dumps(bad) in text for bad in ("a\u0001b", "a\ufffeb"))


def test_the_walk_of_the_library_gives_the_same_constraint_and_place(broken: list[Fault]) -> None:
    wrong = {}
    for fault in broken:
        if _is_settled_by_the_reader(fault):
            continue
        found = [Reason(f.path, f.key, f.kind, f.requirement) for f in walk(fault.document)]
        if found != _expected(fault):
            wrong[fault.name] = found
    assert wrong == {}
