"""Theirs, ours, theirs, ours: what a mapping calls exact stands in the second import as it stood in the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from gclink.bridges import ImportOptions, LossReport, Relation, bridge, detect, export_documents
from interop_files import INTEROP, ROOT, litchi
from test_any_shape_of_trade import IN_XML, PARAMETERS
from test_epcis import PASSED as OF_EVENTS
from test_ubl import PASSED as OF_INVOICES

TRADE = ROOT / "examples/bridges/trade"
OF_TRADE: dict[str, Any] = yaml.safe_load((TRADE / "parameters.yaml").read_text(encoding="utf-8"))
#: Published files of which documents come, and what only the caller knows of them.
PUBLISHED: dict[str, dict[str, Any]] = {
    "ubl/examples/peppol_invoice_allowance.xml": OF_INVOICES,
    "epcis/examples/XML_WithEventHashID_event_with_identical_hash_id_1.xml": OF_EVENTS,
}


def cases() -> Iterator[Any]:
    for name in ("events.jsonld", "invoice.xml", "records.json", "units.json"):
        yield pytest.param((TRADE / name).read_bytes(), OF_TRADE, id=name)
    for name in ("request", "result", "assignment", "invoice"):
        yield pytest.param(IN_XML[name][1], PARAMETERS, id=f"litchi {name}")
    for name, passed in PUBLISHED.items():
        if (INTEROP / name).is_file():
            yield pytest.param((INTEROP / name).read_bytes(), passed, id=name.rpartition("/")[2])


def exact(report: LossReport) -> Counter[tuple[str, str | None]]:
    """Return every member that came over exactly, with the value written."""
    return Counter((outcome.ours, outcome.written) for outcome in report.fields if outcome.relation is Relation.EXACT)


def without_source(documents: Any) -> list[dict[str, Any]]:
    """Return documents without the digest of the bytes they came from, which are others the second time."""
    return [{**tree, **({"sourceDocument": None} if "sourceDocument" in tree else {})} for tree in documents]


@pytest.mark.parametrize(("raw", "passed"), [*cases()])
def test_what_is_exact_stands_in_the_second_import_as_in_the_first(raw: bytes, passed: dict[str, Any]) -> None:
    name = detect(raw)
    assert name is not None
    others = [tree for tree in litchi() if name != "ubl" or tree["type"] != "Receivable"]
    options = ImportOptions(parameters=passed, known=tuple(others), language="en")
    first = bridge(name).read(raw, options)
    assert first.verdict.writes, (first.missing, [finding.message.en for finding in first.findings])
    out = export_documents(first.documents, options, name)
    assert out.content is not None, (out.report.missing, [finding.message.en for finding in out.report.findings])
    second = bridge(name).read(out.content, options)
    assert exact(first) - exact(second) == Counter()
    assert without_source(second.documents) == without_source(first.documents)
