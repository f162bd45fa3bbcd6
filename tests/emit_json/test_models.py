"""The typed models as a Python program uses them."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal, localcontext

import pytest
import samples
from gclink import models
from gclink.models import codes
from gclink.models._reasons import reasons
from gclink_spec import Model
from gclink_spec.emit import pydantic_models
from pydantic import ValidationError


def test_a_document_is_written_byte_for_byte_as_it_was_read(model: Model) -> None:
    for name in model.documents:
        text = json.dumps(samples.document(model, name, items=2), ensure_ascii=False, separators=(",", ":"))
        assert models.parse_document(text).to_json() == text


def test_the_constructor_takes_python_names_and_fills_in_the_class() -> None:
    period = models.Period(start=date(2024, 1, 1), end=date(2024, 12, 31))
    assert period.to_tree() == {"type": "Period", "start": "2024-01-01", "end": "2024-12-31"}


@pytest.mark.parametrize(
    ("value", "written"),
    [("2.50", "2.5"), ("100", "100"), ("1E+3", "1000"), ("-0", "0"), ("0.000", "0"), ("1E-7", "0.0000001")],
)
def test_a_decimal_is_written_in_canonical_form(value: str, written: str) -> None:
    assert models.Quantity(value=Decimal(value), unit="kg").to_tree()["value"] == written


def test_the_decimal_context_of_the_caller_changes_nothing() -> None:
    digits = "123456789012345.123456789"
    with localcontext(prec=3):
        quantity = models.Quantity.model_validate_json(f'{{"type":"Quantity","value":"{digits}","unit":"kg"}}')
        assert quantity.to_tree()["value"] == digits
    assert quantity.value == Decimal(digits)


@pytest.mark.parametrize("value", [2.5, 2, True, Decimal("NaN"), Decimal("Infinity")])
def test_a_decimal_is_never_made_from_a_float_or_a_number_without_value(value: object) -> None:
    with pytest.raises(ValidationError):
        models.Quantity(value=value, unit="kg")  # type: ignore[arg-type]


def test_instants_are_written_in_utc_to_the_second(model: Model) -> None:
    tree = samples.document(model, "LifecycleEvent")
    event = models.parse_document(json.dumps(tree))
    assert isinstance(event, models.LifecycleEvent)
    assert event.effective_at == datetime(2024, 2, 29, 23, 59, 59, tzinfo=UTC)
    tree["effectiveAt"] = datetime(2024, 3, 1, 7, 59, 59, tzinfo=timezone(timedelta(hours=8)))
    assert models.document_from_tree(tree).to_tree()["effectiveAt"] == "2024-02-29T23:59:59Z"


@pytest.mark.parametrize("value", [datetime(2024, 1, 1), datetime(2024, 1, 1, 0, 0, 0, 5, tzinfo=UTC), 1735689600])  # noqa: DTZ001
def test_an_instant_without_zone_or_with_fractions_is_refused(value: object, model: Model) -> None:
    tree = samples.document(model, "LifecycleEvent") | {"effectiveAt": value}
    with pytest.raises(ValidationError) as raised:
        models.document_from_tree(tree)
    assert [r.key for r in reasons(raised.value, tree)] == ["LifecycleEvent.effectiveAt#type"]


def test_an_instant_is_no_day() -> None:
    with pytest.raises(ValidationError):
        models.Period(start=datetime(2024, 1, 1, tzinfo=UTC), end=date(2024, 1, 2))


def test_codes_are_enumerations() -> None:
    assert codes.DayCount.ACT_360 == "ACT/360"
    assert codes.DayCount("30E/360") is codes.DayCount.C_30E_360


def test_python_names_are_unknown_members_of_a_json_document(model: Model) -> None:
    tree = samples.document(model, "Lot")
    tree["lot_number"] = tree.pop("lotNumber")
    with pytest.raises(ValidationError) as raised:
        models.Lot.model_validate_json(json.dumps(tree))
    assert {r.key for r in reasons(raised.value, tree)} == {"Lot.lotNumber#required", "Lot#closed"}


def test_null_is_neither_a_value_nor_an_absent_member(model: Model) -> None:
    tree = samples.document(model, "Lot") | {"dryMatterFraction": None}
    with pytest.raises(ValidationError) as raised:
        models.parse_document(json.dumps(tree))
    assert [r.key for r in reasons(raised.value, tree)] == ["Lot.dryMatterFraction#type"]


def test_a_document_without_class_or_of_an_unknown_class_is_refused() -> None:
    for tree, expected in (({}, "Document.type#required"), ({"type": "Nonsense"}, "Document.type#type")):
        with pytest.raises(ValidationError) as raised:
            models.parse_document(json.dumps(tree))
        assert [r.key for r in reasons(raised.value, tree)] == [expected]


def test_a_wrong_class_is_refused_by_the_model_of_another(model: Model) -> None:
    tree = samples.document(model, "Lot")
    for wrong in ("Site", None):
        changed = {**tree, "type": wrong} if wrong else {k: v for k, v in tree.items() if k != "type"}
        with pytest.raises(ValidationError) as raised:
            models.Lot.model_validate_json(json.dumps(changed))
        assert raised.value.errors()[0]["loc"] == ("type",)


def test_abstract_classes_cannot_be_made() -> None:
    with pytest.raises(TypeError, match="abstract"):
        models.Asset(id="urn:x:1")  # type: ignore[call-arg]


def test_models_are_frozen() -> None:
    period = models.Period(start=date(2024, 1, 1), end=date(2024, 12, 31))
    with pytest.raises(ValidationError):
        period.end = date(2025, 1, 1)  # type: ignore[misc]


def test_the_context_is_kept_in_json_and_left_out_of_the_tree(model: Model) -> None:
    tree = samples.document(model, "Lot")
    text = json.dumps({"@context": "https://w3id.org/gclink/context/v1", **tree})
    lot = models.parse_document(text)
    assert lot.to_tree() == tree
    assert json.loads(lot.to_json()) == json.loads(text)


def test_a_narrowed_quantity_names_both_of_its_faults(model: Model) -> None:
    tree = samples.document(model, "ProcessRun")
    tree["inputs"][0]["mass"] = {"type": "Quantity", "value": "-1", "unit": "kg"}
    with pytest.raises(ValidationError) as raised:
        models.parse_document(json.dumps(tree))
    assert {r.key for r in reasons(raised.value, tree)} == {"MaterialFlow.mass#min", "MaterialFlow.mass#unit"}


def test_importing_the_package_does_not_load_pydantic() -> None:
    code = "import sys, gclink.models; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_class_can_be_imported_by_name(model: Model) -> None:
    for name in model.classes:
        assert getattr(models, name) is not None
    with pytest.raises(AttributeError):
        _ = models.Nonsense  # type: ignore[attr-defined]


def test_generated_modules_compile_and_are_the_same_each_time(model: Model) -> None:
    first, second = pydantic_models.emit(model), pydantic_models.emit(model)
    assert first == second
    for path, text in first.items():
        compile(text, path, "exec")
        assert text.startswith(b"# Generated")
