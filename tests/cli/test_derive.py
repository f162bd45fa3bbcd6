"""``gclink derive``: sums that a person can follow, and documents completed in place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

BASES = Path(__file__).resolve().parents[2] / "conformance_tests" / "bases"


@pytest.fixture
def passport() -> dict[str, Any]:
    tree: dict[str, Any] = json.loads((BASES / "passport.json").read_text(encoding="utf-8"))
    return tree


def test_a_wrong_total_is_told_with_the_sum_of_its_parts(gclink: Any, passport: dict[str, Any]) -> None:
    passport["totalExclUptake"] = "0.384"
    gclink.write("passport.json", passport)
    ran = gclink("derive", "passport.json")
    assert ran.code == 1
    assert "your value is 0.384, the parts give 0.71335 (tolerance 0.00192)" in ran.out
    assert "+ 0.42735  fossil greenhouse gas emissions  /components/fossilGhg" in ran.out
    told = gclink("derive", "passport.json", "--lang", "zh").out
    assert "所填为 0.384，由各部分得 0.71335（容差 0.00192）" in told


def test_a_sound_document_agrees_and_ends_well(gclink: Any, passport: dict[str, Any]) -> None:
    gclink.write("passport.json", passport)
    ran = gclink("derive", "passport.json", "--brief")
    assert ran.code == 0
    assert "0 differ" in ran.out


@pytest.mark.parametrize(
    ("syntax", "ending"), [("json", "json"), ("xml", "xml"), ("turtle", "ttl"), ("jsonld", "jsonld")]
)
def test_absent_values_are_written_in_the_syntax_of_the_file(
    gclink: Any, passport: dict[str, Any], syntax: str, ending: str
) -> None:
    gclink.write("whole.json", passport)
    assert gclink("convert", "whole.json", "--to", syntax, "-o", f"passport.{ending}").code == 0
    digest = gclink("digest", "whole.json").out
    path = gclink.folder / f"passport.{ending}"
    text = path.read_text(encoding="utf-8")
    cut = [line for line in text.splitlines() if "grossEmissions" not in line]
    assert len(cut) == len(text.splitlines()) - 1
    path.write_text("\n".join(cut) + "\n", encoding="utf-8")
    ran = gclink("derive", f"passport.{ending}", "--write", "--brief")
    assert ran.code == 0, ran.out
    assert "filled in: 0.71335" in ran.out
    assert gclink("digest", f"passport.{ending}").out == digest


def test_a_context_stays_when_a_file_is_completed(gclink: Any, passport: dict[str, Any]) -> None:
    del passport["totalInclUptake"]
    context = "https://w3id.org/gclink/context/v1"
    gclink.write("passport.json", {"@context": context, **passport})
    assert gclink("derive", "passport.json", "--write").code == 0
    written = json.loads((gclink.folder / "passport.json").read_text(encoding="utf-8"))
    assert written["@context"] == context
    assert written["totalInclUptake"] == "0.43615"


def test_a_stated_value_is_never_changed_by_writing(gclink: Any, passport: dict[str, Any]) -> None:
    passport["totalExclUptake"] = "0.384"
    gclink.write("passport.json", passport)
    ran = gclink("derive", "passport.json", "--write")
    assert ran.code == 1
    assert "GCL-PAS-007" in ran.out
    written = json.loads((gclink.folder / "passport.json").read_text(encoding="utf-8"))
    assert written == passport


def test_a_file_with_several_documents_is_not_written(
    gclink: Any, passport: dict[str, Any], party: dict[str, Any]
) -> None:
    gclink.write("both.json", json.dumps([passport, party]))
    before = (gclink.folder / "both.json").read_bytes()
    ran = gclink("derive", "both.json", "--write")
    assert ran.code == 2
    assert "one document" in ran.err
    assert (gclink.folder / "both.json").read_bytes() == before


def test_a_document_in_the_wrong_form_is_refused_with_its_fault(gclink: Any, passport: dict[str, Any]) -> None:
    passport["components"]["fossilGhg"] = 0.42735
    gclink.write("passport.json", passport)
    ran = gclink("derive", "passport.json", "--write")
    assert ran.code == 1
    assert "GCL-COR-003" in ran.out
    assert "/components/fossilGhg" in ran.out


def test_json_tells_every_part_in_both_languages(gclink: Any, passport: dict[str, Any]) -> None:
    del passport["grossEmissions"]
    gclink.write("passport.json", passport)
    ran = gclink("derive", "passport.json", "--format", "json")
    (document,) = json.loads(ran.out)
    (gross,) = (d for d in document["derived"] if d["pointer"] == "/grossEmissions")
    assert gross["outcome"] == "absent"
    assert gross["value"] == "0.71335"
    assert [part["value"] for part in gross["parts"]] == ["0.42735", "0", "0", "0.286"]
    assert gross["parts"][0]["label"] == {"en": "fossil greenhouse gas emissions", "zh": "化石源排放"}


def test_the_completed_document_goes_to_standard_output_alone(gclink: Any, passport: dict[str, Any]) -> None:
    del passport["grossEmissions"]
    gclink.write("passport.json", passport)
    ran = gclink("derive", "passport.json", "-o", "-")
    assert json.loads(ran.out)["grossEmissions"] == "0.71335"
    assert "grossEmissions" not in json.loads((gclink.folder / "passport.json").read_text(encoding="utf-8"))


def test_what_may_be_left_out_is_filled_on_request_only(gclink: Any) -> None:
    tree = json.loads((BASES / "transaction-discounting.json").read_text(encoding="utf-8"))
    gclink.write("transaction.json", tree)
    assert "effectiveRate" not in json.loads(gclink("derive", "transaction.json", "-o", "-").out)
    assert json.loads(gclink("derive", "transaction.json", "-o", "-", "--all").out)["effectiveRate"] == "0.062286"
