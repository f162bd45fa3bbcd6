"""The LinkML export loads and says what the model says."""

from __future__ import annotations

import re
from typing import Any

import pytest
import samples
import yaml
from gclink_spec import Model
from gclink_spec.emit import linkml
from gclink_spec.emit._json_names import code_list_name


@pytest.fixture(scope="module")
def exported(model: Model) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(linkml.emit(model)[linkml.PATH])
    return loaded


def test_every_class_and_every_member_is_exported(model: Model, exported: dict[str, Any]) -> None:
    assert list(exported["classes"]) == list(model.classes)
    for cls in model.classes.values():
        attributes = exported["classes"][cls.name].get("attributes", {})
        assert [name for name in attributes if name != "type"] == [field.name for field in cls.fields]


def test_every_code_keeps_its_spelling(model: Model, exported: dict[str, Any]) -> None:
    for codes in model.code_lists.values():
        if codes.codes:
            found = exported["enums"][code_list_name(codes.name)]["permissible_values"]
            assert tuple(found) == codes.values()


def test_the_patterns_accept_the_sound_values(model: Model, exported: dict[str, Any]) -> None:
    checked = 0
    for cls in model.classes.values():
        for field in cls.fields:
            pattern = exported["classes"][cls.name].get("attributes", {}).get(field.name, {}).get("pattern")
            if pattern is not None:
                assert re.fullmatch(pattern, samples.value(model, field)), f"{cls.name}.{field.name}"
                checked += 1
    assert checked > 200


def test_labels_stand_in_both_languages(exported: dict[str, Any]) -> None:
    for name, cls in exported["classes"].items():
        for slot_name, slot in cls.get("attributes", {}).items():
            assert slot_name == "type" or slot["annotations"]["title_zh"], f"{name}.{slot_name}"


def test_linkml_itself_reads_the_export(model: Model) -> None:
    pytest.importorskip("linkml_runtime", reason="linkml-runtime is not a dependency; install it to run this test")
    from linkml_runtime.utils.schemaview import SchemaView

    view = SchemaView(linkml.emit(model)[linkml.PATH].decode())
    assert set(view.all_classes()) >= set(model.classes)
    names = {field.name for field in model.fields_of("Lot")}
    assert {slot.name for slot in view.class_induced_slots("Lot")} == names | {"type"}
    assert view.get_identifier_slot("Lot").name == "id"
    assert view.class_ancestors("Receivable") == ["Receivable", "Asset", "Document"]
