"""``gclink convert``, ``digest``, ``explain`` and ``calculate``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

VECTORS = Path(__file__).resolve().parents[2] / "conformance_tests" / "vectors"


@pytest.mark.parametrize("syntax", ["xml", "jsonld", "turtle", "ntriples", "json"])
def test_a_document_keeps_its_digest_through_every_syntax(gclink: Any, party: dict[str, Any], syntax: str) -> None:
    gclink.write("party.json", party)
    ending = {"turtle": "ttl", "ntriples": "nt"}.get(syntax, syntax)
    assert gclink("convert", "party.json", "--to", syntax, "-o", f"again.{ending}").code == 0
    first = gclink("digest", "party.json").out
    assert first.startswith("sha-256:")
    assert gclink("digest", f"again.{ending}").out == first
    assert gclink("validate", f"again.{ending}").code == 0


def test_a_document_of_the_wrong_form_is_not_converted(gclink: Any, party: dict[str, Any]) -> None:
    del party["country"]
    gclink.write("party.json", party)
    ran = gclink("convert", "party.json", "--to", "xml")
    assert ran.code == 1
    assert ran.out == ""
    assert "GCL-COR-047" in ran.err


def test_explain_shows_the_sentence_and_the_rule_in_each_language(gclink: Any) -> None:
    ran = gclink("explain", "GCL-PAS-007")
    assert ran.code == 0
    for part in ("MUST T2", "totalExclUptake", "--- python", "--- shacl", "--- schematron", "--- xsd11"):
        assert part in ran.out
    assert "护照" in gclink("explain", "GCL-PAS-036", "--lang", "zh").out


def test_explain_names_what_replaced_a_withdrawn_requirement(gclink: Any) -> None:
    ran = gclink("explain", "GCL-FIN-002")
    assert ran.code == 2
    assert "GCL-COR-015" in ran.err


def test_explain_offers_near_ids(gclink: Any) -> None:
    ran = gclink("explain", "GCL-PAS-77")
    assert ran.code == 2
    assert "GCL-PAS-0" in ran.err


def test_calculate_gives_the_rate_of_the_example(gclink: Any) -> None:
    ran = gclink("calculate", "all_in_rate", "baseRate=0.03", "marginBp=120", "adjustmentBp=-10", "--json")
    assert ran.code == 0
    assert json.loads(ran.out)["allInRate"] == "0.041"


def test_calculate_runs_vectors_and_fails_with_the_member_that_differs(gclink: Any) -> None:
    assert gclink("calculate", "--vectors", str(VECTORS / "finance.json")).code == 0
    vectors = json.loads((VECTORS / "finance.json").read_text(encoding="utf-8"))
    entries = vectors["vectors"] if isinstance(vectors, dict) else vectors
    chosen = next(entry for entry in entries if entry["calculation"] == "all_in_rate")
    chosen["expected"]["allInRate"] = "0.5"
    gclink.write("wrong.json", json.dumps([chosen]))
    ran = gclink("calculate", "--vectors", "wrong.json")
    assert ran.code == 1
    assert "allInRate: expected 0.5, found 0.041" in ran.out


def test_a_calculation_with_a_wrong_input_names_the_member(gclink: Any) -> None:
    ran = gclink("calculate", "all_in_rate", "baseRate=abc", "marginBp=1")
    assert ran.code == 2
    assert "baseRate" in ran.err
