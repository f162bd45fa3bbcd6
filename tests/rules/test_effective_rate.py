"""The compounded rate of a day can be greater than any number that a document can state: it is told, not computed."""

from __future__ import annotations

import orjson
from gclink._procedures import effective_rate
from gclink_conformance.check import ROOT


def test_a_rate_too_great_to_be_stated_is_a_finding_like_any_wrong_one() -> None:
    tree = orjson.loads((ROOT / "bases" / "transaction.json").read_bytes())
    tree |= {"valueDate": "2026-07-01", "maturityDate": "2026-07-02"}
    tree["discountAmount"]["amount"], tree["netProceeds"]["amount"] = "999999999999", "0.01"
    (found,) = effective_rate(tree)
    assert found.path == ("effectiveRate",)
    assert found.expected is not None
    assert found.expected.en.endswith("which is too great to be stated")
