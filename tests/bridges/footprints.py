"""Our own small inputs for the footprint formats, and what a caller passes along."""

from __future__ import annotations

import copy
import json
from typing import Any

from gclink.bridges import ImportOptions, LossReport, import_source

#: Everything that a footprint of these formats cannot supply.
PASSED: dict[str, Any] = {
    "CarbonPassport": {
        "stages": "processing",
        "exemptedLargest": "0.3",
        "exemptedText": {"en": "Twine", "zh": "绳"},
        "geography": {"country": "CN"},
        "gwpSet": "AR6",
        "primaryDataShare": "50",
        "dataQuality": {"technological": "1", "geographical": "1", "temporal": "1"},
        "secondarySources": [{"methodName": "Factor database", "version": "3.11"}],
    },
    "MethodReference": {"version": "2018"},
    "ProductType": {"biogenicProduct": True, "perennial": True},
    "Party": {"partyKind": "cooperative", "roles": ["grower"], "country": "CN"},
}
RECEIVED = "2026-11-25T00:00:00Z"

_PACT: dict[str, Any] = {
    "id": "0f7b9c1e-7a43-4b0e-9d52-2f6f0f4f1a01",
    "specVersion": "3.0.0",
    "created": "2026-08-02T08:00:00Z",
    "status": "Active",
    "validityPeriodStart": "2026-08-01T00:00:00Z",
    "validityPeriodEnd": "2029-07-01T00:00:00Z",
    "companyName": "Hillside growers",
    "companyIds": ["urn:pact:example.org:growers"],
    "productDescription": "Litchi in crates",
    "productIds": ["urn:gtin:06930000000127"],
    "productClassifications": ["urn:pact:productclassification:un-cpc:01319"],
    "productNameCompany": "Litchi, fresh",
    "pcf": {
        "declaredUnitOfMeasurement": "kilogram",
        "declaredUnitAmount": "1",
        "productMassPerDeclaredUnit": "1",
        "referencePeriodStart": "2025-08-01T00:00:00Z",
        "referencePeriodEnd": "2026-08-01T00:00:00Z",
        "geographyCountrySubdivision": "CN-GD",
        "boundaryProcessesDescription": "Fertiliser to farm gate",
        "pcfExcludingBiogenicUptake": "0.71",
        "pcfIncludingBiogenicUptake": "0.4335",
        "fossilGhgEmissions": "0.42",
        "landUseChangeGhgEmissions": "0",
        "landManagementBiogenicCO2Emissions": "0.01",
        "landManagementBiogenicCO2Removals": "0",
        "technologicalCO2Removals": "0",
        "ccsTechnologicalCO2Capture": "0",
        "biogenicNonCO2Emissions": "0.28",
        "biogenicCO2Uptake": "-0.2765",
        "fossilCarbonContent": "0",
        "biogenicCarbonContent": "0.0754",
        "packagingEmissionsIncluded": False,
        "ccsTechnologicalCO2CaptureIncluded": False,
        "ipccCharacterizationFactors": ["AR6"],
        "crossSectoralStandards": ["ISO14067", "PACT-3.0"],
        "exemptedEmissionsPercent": "1.5",
        "primaryDataShare": "62.5",
        "dqi": {"technologicalDQR": "2", "geographicalDQR": "1.5", "temporalDQR": "1"},
    },
}


def pact(pcf: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """Return a sound footprint with members replaced; None leaves a member out."""
    tree = copy.deepcopy(_PACT)
    for place, news in ((tree, changes), (tree["pcf"], pcf or {})):
        for name, value in news.items():
            place[name] = value
            if value is None:
                del place[name]
    return tree


def read(tree: Any, name: str | None = None, *, zero: bool = True, **more: Any) -> LossReport:
    """Import a tree with everything a caller can pass."""
    options = ImportOptions(
        parameters=more.pop("parameters", PASSED),
        absent_as_zero=zero,
        language=more.pop("language", "en"),
        received=RECEIVED,
        **more,
    )
    raw = tree if isinstance(tree, bytes) else json.dumps(tree, ensure_ascii=False).encode()
    return import_source(raw, options, name)


def found(report: LossReport) -> list[tuple[str, str]]:
    """Return code and path of every finding."""
    return [(finding.code, finding.path) for finding in report.findings]


def of(report: LossReport, name: str) -> dict[str, Any]:
    """Return the one document of a class that was written, or drafted where nothing was."""
    trees = [tree for tree in (*report.documents, *report.fragments) if tree["type"] == name]
    assert len(trees) == 1, [tree["type"] for tree in (*report.documents, *report.fragments)]
    return trees[0]
