"""``gclink label``: drawn from documents that conform, refused with the reason from others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from gclink.canonical import digest
from lxml import etree

LITCHI = Path(__file__).resolve().parents[2] / "examples" / "litchi" / "json"
AS_OF = "2026-10-01"


def _litchi(name: str) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads((LITCHI / f"{name}.json").read_text(encoding="utf-8"))
    tree.pop("@context", None)
    return tree


def _written(gclink: Any, label: dict[str, Any], claim: dict[str, Any], follow: bool = True) -> Any:
    if follow:
        label = {**label, "claim": {**label["claim"], "target": claim["id"], "digest": digest(claim)}}
    gclink.write("label.json", label)
    gclink.write("claim.json", claim)
    return gclink("label", "label.json", "claim.json", "-o", "label.svg", "--as-of", AS_OF)


def test_the_label_of_the_example_is_drawn(gclink: Any) -> None:
    ran = _written(gclink, _litchi("label-fruit"), _litchi("claim-fruit"), follow=False)
    assert ran.code == 0, ran.err
    root = etree.fromstring((gclink.folder / "label.svg").read_bytes())
    assert "0.71335" in ["".join(element.itertext()) for element in root.iter("{*}text")]


def test_the_label_of_the_example_is_drawn_after_checking_all_it_rests_on(gclink: Any) -> None:
    ran = gclink("label", str(LITCHI / "label-fruit.json"), "--bundle", str(LITCHI), "--as-of", AS_OF, "--lang", "zh")
    assert ran.code == 0, ran.err
    assert "碳排标章" in ran.out


def test_a_label_is_refused_when_what_it_rests_on_is_broken(gclink: Any) -> None:
    for path in LITCHI.glob("*.json"):
        tree = _litchi(path.stem)
        if path.stem == "passport-fruit":
            tree["totalExclUptake"] = "0.1"
        gclink.write(path.name, tree)
    ran = gclink("label", "label-fruit.json", "--bundle", ".", "-o", "label.svg", "--as-of", AS_OF, "--lang", "en")
    assert ran.code == 1
    assert "GCL-PAS-007" in ran.err
    assert not (gclink.folder / "label.svg").exists()


@pytest.mark.parametrize(
    ("where", "member", "value", "reason"),
    [
        ("label", "displayedValue", "0.6", "GCL-BRD-018"),
        ("label", "design", "negative_mark", "GCL-BRD-038"),
        ("label", "displayedValue", "-0.2", "GCL-BRD-017"),
        ("label", "dataYear", "2026", "GCL-COR-048"),
        ("claim", "consumerFacing", False, "consumerFacing"),
        ("label", "status", "suspended", "not active"),
        ("label", "validity", {"type": "Period", "start": "2026-09-01", "end": "2026-09-30"}, "valid until 2026-09-30"),
    ],
)
def test_a_label_that_does_not_conform_is_refused(
    gclink: Any, where: str, member: str, value: Any, reason: str
) -> None:
    label, claim = _litchi("label-fruit"), _litchi("claim-fruit")
    (label if where == "label" else claim)[member] = value
    ran = _written(gclink, label, claim)
    assert ran.code == 1
    assert reason in ran.err
    assert not (gclink.folder / "label.svg").exists()


def test_a_claim_with_another_content_is_refused(gclink: Any) -> None:
    label, claim = _litchi("label-fruit"), _litchi("claim-fruit")
    claim["wording"]["en"] = "Measured"
    ran = _written(gclink, label, claim, follow=False)
    assert ran.code == 1
    assert "GCL-COR-023" in ran.err


def test_a_label_without_its_claim_is_not_drawn(gclink: Any) -> None:
    gclink.write("label.json", _litchi("label-fruit"))
    ran = gclink("label", "label.json")
    assert ran.code == 1
    assert "claims/fruit" in ran.err
    assert ran.out == ""
