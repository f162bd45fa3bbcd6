"""Bases of module core: who, where, what, which lot, which run, who verified it, what happened to it, who conforms."""

from __future__ import annotations

from gclink_conformance.bases._make import (
    BANK,
    BANK_LEI,
    SELLER,
    Tree,
    checked,
    cite,
    digest,
    document,
    identifier,
    iri,
    method,
    period,
    quantity,
    text,
)


def documents() -> dict[str, Tree]:
    """Return the bases of the module by name."""
    return {
        "party": _party(),
        "party-bank": _bank(),
        "party-person": _person(),
        "site": _site(),
        "product": _product(),
        "lot": _lot(),
        "run": _pruning(),
        "run-packing": _packing(),
        "verification": _verification(),
        "event": _event(),
        "event-first": _first_event(),
        "conformance": _conformance(),
    }


def _party() -> Tree:
    return document(
        "Party",
        "parties/cooperative",
        "parties/cooperative",
        "2026-01-05",
        name=text("Dual-carbon litchi cooperative", "双碳荔枝合作社"),
        partyKind="cooperative",
        identifiers=[SELLER, checked("gln", "690123400001"), identifier("registry_id", "GD-COOP-0042")],
        roles=["grower", "processor", "kiln_operator", "brand_owner"],
        country="CN",
        subdivision="CN-GD",
        accreditations=["GlobalCrop 2026-118"],
    )


def _bank() -> Tree:
    return document(
        "Party",
        "parties/bank",
        "parties/bank",
        "2026-01-05",
        name=text("Example bank", "示例银行"),
        partyKind="legal_entity",
        identifiers=[BANK, BANK_LEI, identifier("bic", "EXGLCNBBXXX")],
        roles=["financier", "platform"],
        country="CN",
    )


def _person() -> Tree:
    return document(
        "Party",
        "parties/consumer",
        "parties/platform",
        "2026-01-05",
        name=text("Member 1007", "会员 1007"),
        partyKind="natural_person",
        identifiers=[identifier("registry_id", "member-1007"), identifier("did", "did:example:1007")],
        roles=["consumer"],
        country="CN",
    )


def _site() -> Tree:
    return document(
        "Site",
        "sites/orchard",
        "parties/cooperative",
        "2026-01-06",
        name=text("Orchard at the river bend", "河湾荔枝园"),
        operator=iri("parties/cooperative"),
        siteRoles=["orchard", "plot"],
        identifiers=[checked("gln", "690123400002")],
        country="CN",
        geometryWkt="POINT (110.88 21.66)",
        area=quantity("10", "har"),
        soilTemperature=quantity("24.5", "Cel"),
        soilType="mineral",
    )


def _product() -> Tree:
    return document(
        "ProductType",
        "products/litchi",
        "parties/cooperative",
        "2026-01-06",
        name=text("Dual-carbon litchi, fresh", "双碳荔枝鲜果"),
        identifiers=[checked("gtin", "693000000012"), checked("gtin", "1693000000012")],
        classifications=["https://classes.example.org/cpc/01349"],
        biogenicProduct=True,
        perennial=True,
        productRule=method("Rule for fresh fruit", "2025", "https://rules.example.org/fruit", "Example rule office"),
    )


def _lot() -> Tree:
    return document(
        "Lot",
        "lots/A",
        "parties/cooperative",
        "2026-07-31",
        lotNumber="A",
        product=iri("products/litchi"),
        quantity=quantity("46800", "kg"),
        producedAt=iri("sites/orchard"),
        period=period("2026-06-01", "2026-06-30"),
        dryMatterFraction="0.18",
        carbonFraction="0.42",
        producedFrom=[iri("lots/trees-2025"), iri("lots/trees-2026")],
        custodyModel="identity_preserved",
        events=["https://events.example.org/epcis/1", "https://events.example.org/epcis/2"],
    )


def _flow(lot: str, role: str, mass: str, dry: str, carbon: str, **members: str) -> Tree:
    return {
        "type": "MaterialFlow",
        "lot": iri(lot),
        "role": role,
        "mass": quantity(mass, "t"),
        "dryMass": quantity(dry, "t"),
        "carbonMass": quantity(carbon, "t"),
        **members,
    }


def _pruning() -> Tree:
    """Pyrolysis of 20 t of dry prunings: 5 t of char of 80 % carbon, and a little ash that is worth nothing."""
    return document(
        "ProcessRun",
        "runs/pyrolysis",
        "parties/cooperative",
        "2026-04-30",
        processType="pyrolysis",
        site=iri("sites/kiln"),
        period=period("2026-03-01", "2026-04-15"),
        inputs=[_flow("lots/prunings", "input", "25", "20", "9.6")],
        outputs=[
            _flow(
                "lots/char",
                "main_product",
                "5.5",
                "5",
                "4",
                allocationBasis="9900",
                allocationFactor="1",
                economicShare="0.995",
            ),
            _flow(
                "lots/ash",
                "residue",
                "0.1",
                "0.1",
                "0.001",
                allocationBasis="0",
                allocationFactor="0",
                economicShare="0.005",
            ),
        ],
        allocationMethod="economic",
        dryMassLoss=quantity("14.9", "t"),
        carbonLossMeasured=quantity("5.599", "t"),
        energyUse=[
            {"type": "EnergyUse", "carrier": "diesel", "quantity": quantity("120", "L")},
            {"type": "EnergyUse", "carrier": "syngas", "quantity": quantity("4200", "MJ")},
        ],
    )


def _packing() -> Tree:
    """Packing of 46.8 t of fruit into two grades, shared by value, with cull fruit as residue."""
    shares = (("lots/grade-1", "co_product", "28", "0.7"), ("lots/grade-2", "co_product", "18.3", "0.3"))
    outputs: list[Tree] = [
        {
            "type": "MaterialFlow",
            "lot": iri(lot),
            "role": role,
            "mass": quantity(mass, "t"),
            "allocationBasis": basis,
            "allocationFactor": factor,
            "economicShare": factor,
        }
        for (lot, role, mass, factor), basis in zip(shares, ("327600", "140400"), strict=True)
    ]
    outputs.append(
        {
            "type": "MaterialFlow",
            "lot": iri("lots/cull"),
            "role": "residue",
            "mass": quantity("0.5", "t"),
            "allocationBasis": "0",
            "allocationFactor": "0",
            "economicShare": "0.004255",
        }
    )
    return document(
        "ProcessRun",
        "runs/packing",
        "parties/cooperative",
        "2026-07-02",
        processType="packing",
        site=iri("sites/packing"),
        period=period("2026-06-05", "2026-07-01"),
        inputs=[{"type": "MaterialFlow", "lot": iri("lots/A"), "role": "input", "mass": quantity("46.8", "t")}],
        outputs=outputs,
        allocationMethod="economic",
        nitrogenApplied=quantity("0", "kg"),
    )


def _verification() -> Tree:
    return document(
        "VerificationStatement",
        "verifications/passport-A",
        "parties/verifier",
        "2026-08-10",
        subjects=[cite("passports/A"), cite("passports/B")],
        verifier=iri("parties/verifier"),
        accreditation="EX-ACC 117",
        standard="iso_14064_3",
        level="reasonable",
        opinion="unmodified",
        materiality="5",
        completedOn="2026-08-09",
        validity=period("2026-08-10", "2029-08-10"),
        scopeText=text("Cradle to gate, both lots", "两个批次，从摇篮到大门"),
    )


def _event() -> Tree:
    return document(
        "LifecycleEvent",
        "events/receivable-2",
        "parties/cooperative",
        "2026-06-24",
        entity=iri("receivables/LZ-0001"),
        machine="receivable",
        fromState="approved",
        toState="offered",
        sequence=2,
        effectiveAt="2026-06-24T08:00:00Z",
        actor=iri("parties/cooperative"),
        actorRole="seller",
        reason="contract",
        previousEvent=cite("events/receivable-1"),
    )


def _first_event() -> Tree:
    return document(
        "LifecycleEvent",
        "events/passport-A-1",
        "parties/cooperative",
        "2026-09-01",
        entity=iri("passports/A"),
        machine="document",
        fromState="active",
        toState="suspended",
        sequence=1,
        effectiveAt="2026-09-01T08:00:00Z",
        actor=iri("parties/cooperative"),
        actorRole="issuer",
        reason="correction",
    )


def _conformance() -> Tree:
    """A run over two classes: one passed with a declined test, the other with a wrong answer."""
    return document(
        "ConformanceStatement",
        "conformance/checker-2",
        "parties/vendor",
        "2026-09-20",
        implementationName="Example checker",
        implementationVersion="2.1.0",
        implementationUri="https://example.org/checker",
        suiteVersion="1.0.0",
        suiteDigest=digest("suite"),
        testedAt="2026-09-19T16:20:00Z",
        testsTotal=2130,
        testsPassed=2121,
        testsFailed=3,
        testsInError=2,
        testsDeclined=4,
        resultsDigest=digest("results"),
        outcomes=[
            _outcome("passport_issuer", "pass", "explained", (1640, 1640, 0, 4), (210, 210)),
            _outcome("validator", "fail", "none", (1916, 1912, 4, 4), (210, 209)),
        ],
    )


def _outcome(
    name: str, conclusion: str, grade: str, mandatory: tuple[int, int, int, int], recommended: tuple[int, int]
) -> Tree:
    run, passed, failed, declined = mandatory
    return {
        "type": "ConformanceOutcome",
        "conformanceClass": name,
        "syntaxes": ["json", "turtle", "xml"],
        "tiers": ["t1", "t2"],
        "conclusion": conclusion,
        "conformanceGrade": grade,
        "mandatoryRun": run,
        "mandatoryPassed": passed,
        "mandatoryFailed": failed,
        "mandatoryDeclined": declined,
        "recommendedRun": recommended[0],
        "recommendedPassed": recommended[1],
    }
