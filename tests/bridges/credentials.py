"""Our own small UNTP credentials."""

from __future__ import annotations

import copy
from typing import Any

from footprints import PASSED

VOCABULARY = "https://vocabulary.uncefact.org/"
_GTIN = {"type": ["IdentifierScheme"], "id": "https://id.gs1.org/01/", "name": "Trade items"}
_HEAD: dict[str, Any] = {
    "type": ["DigitalProductPassport", "VerifiableCredential"],
    "id": "https://growers.example.org/dpp/1",
    "issuer": {"type": ["CredentialIssuer"], "id": "did:web:growers.example.org", "name": "Hillside growers"},
    "validFrom": "2026-08-02T00:00:00Z",
    "validUntil": "2028-08-02T00:00:00Z",
    "proof": {"type": "DataIntegrityProof"},
}

#: What no credential says, so that a passport can be written.
SUPPLIED: dict[str, Any] = {
    **PASSED,
    "CarbonPassport": {
        **{name: value for name, value in PASSED["CarbonPassport"].items() if name != "primaryDataShare"},
        "passportKind": "retrospective",
        "massPerDeclaredUnit": {"value": "1", "unit": "kg"},
        "period": {"start": "2025-08-01", "end": "2026-07-31"},
        "components": {
            "fossilGhg": "0.42",
            "landUseChange": "0",
            "landManagementBiogenicCO2": "0.01",
            "biogenicNonCO2": "0.28",
            "landManagementRemovals": "0",
            "technologicalRemovals": "0",
            "ccsCapture": "0",
            "biogenicUptake": "-0.2765",
        },
        "totalInclUptake": "0.4335",
        "carbonContent": {"fossil": "0", "biogenic": "0.0754"},
        "packagingIncluded": False,
        "outboundLogisticsIncluded": False,
        "ccsIncluded": False,
        "exemptedPercent": "1",
        "methodologies": [{"methodName": "ISO14067", "version": "2018"}],
    },
}


def dpp6(**card: Any) -> dict[str, Any]:
    """Return a product passport of 0.6.1; None leaves a member of its scorecard out."""
    tree = copy.deepcopy(_HEAD)
    tree["@context"] = ["https://www.w3.org/ns/credentials/v2", "https://test.uncefact.org/vocabulary/untp/dpp/0.6.1/"]
    scorecard = {
        "carbonFootprint": 0.71,
        "declaredUnit": "KGM",
        "operationalScope": "CradleToGate",
        "primarySourcedRatio": 0.625,
        **card,
    }
    tree["credentialSubject"] = {
        "type": ["ProductPassport"],
        "granularityLevel": "model",
        "product": {
            "type": ["Product"],
            "id": "https://id.gs1.org/01/06930000000127",
            "name": "Litchi, fresh",
            "registeredId": "06930000000127",
            "idScheme": dict(_GTIN),
        },
        "emissionsScorecard": {name: value for name, value in scorecard.items() if value is not None},
    }
    return tree


def dpp7(value: Any = 0.71, unit: str = "KGM") -> dict[str, Any]:
    """Return a product passport of 0.7.0 with one footprint."""
    tree = copy.deepcopy(_HEAD)
    tree["@context"] = ["https://www.w3.org/ns/credentials/v2", f"{VOCABULARY}untp/0.7.0/context/"]
    tree["name"] = "Litchi"
    tree["credentialSubject"] = {
        "type": ["Product"],
        "id": "https://id.gs1.org/01/06930000000127",
        "name": "Litchi, fresh",
        "idScheme": dict(_GTIN),
        "idGranularity": "model",
        "productCategory": [
            {"code": "01319", "name": "Fruit", "schemeId": "https://example.org/cpc/", "schemeName": "CPC"}
        ],
        "producedAtFacility": {"id": "https://growers.example.org/site", "name": "Orchard"},
        "countryOfProduction": {"countryCode": "CN"},
        "performanceClaim": [
            {
                "type": ["Claim"],
                "id": "https://growers.example.org/claim",
                "name": "Footprint",
                "claimDate": "2026-08-02",
                "applicablePeriod": {"startDate": "2025-08-01", "endDate": "2026-07-31"},
                "claimedPerformance": [
                    {
                        "metric": {"id": f"{VOCABULARY}performance-metrics/product-carbon-footprint", "name": "pcf"},
                        "measure": {"value": value, "unit": unit},
                    }
                ],
                "conformityTopic": [
                    {"id": f"{VOCABULARY}conformity-topics/greenhouse-gas-emissions", "name": "emissions"}
                ],
            }
        ],
    }
    return tree


def dcc(*conformances: Any, old: bool = False) -> dict[str, Any]:
    """Return a conformity credential with one assessment per value; None leaves the conformance out."""
    tree = copy.deepcopy(_HEAD)
    tree["type"] = ["DigitalConformityCredential", "VerifiableCredential"]
    context = "https://test.uncefact.org/vocabulary/untp/dcc/0.6.1/" if old else f"{VOCABULARY}untp/0.7.0/context/"
    tree["@context"] = ["https://www.w3.org/ns/credentials/v2", context]
    assessments = []
    for index, conformance in enumerate(conformances):
        one: dict[str, Any] = {
            "id": f"https://verifier.example.org/a/{index}",
            "assessmentDate": f"2026-08-0{index + 1}",
        }
        if conformance is not None:
            one["conformance"] = conformance
        assessments.append(one)
    scheme = {"id": "https://example.org/scheme", "name": "ISO 14064-3 programme"}
    tree["credentialSubject"] = {
        "type": ["ConformityAttestation"],
        "id": "https://verifier.example.org/attestation",
        "assessorLevel": "3rdParty",
        "assessmentLevel": "Verified",
        ("scope" if old else "referenceScheme"): scheme,
        ("assessment" if old else "conformityAssessment"): assessments,
    }
    return tree
