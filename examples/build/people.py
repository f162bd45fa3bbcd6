"""Who is in the story, and where: grower, buyer, bank, platform, verifier; orchard, smokehouse."""

from __future__ import annotations

from typing import Any

from gclink_conformance.bases._make import (
    BANK,
    BANK_LEI,
    OBLIGOR,
    SELLER,
    checked,
    document,
    identifier,
    iri,
    quantity,
    text,
)

Tree = dict[str, Any]


def documents() -> dict[str, Tree]:
    """Return parties and sites by file name."""
    return {
        "party-cooperative": _party(
            "cooperative",
            "Litchi cooperative",
            "荔枝合作社",
            "cooperative",
            [SELLER],
            ["grower", "processor", "brand_owner"],
        ),
        "party-supermarket": _party(
            "supermarket", "Supermarket chain", "连锁超市", "legal_entity", [OBLIGOR], ["retailer", "scheme_operator"]
        ),
        "party-bank": _party("bank", "Bank", "银行", "legal_entity", [BANK, BANK_LEI], ["financier"]),
        "party-platform": _party(
            "platform",
            "Finance platform",
            "供应链金融平台",
            "legal_entity",
            [identifier("registry_id", "platform-1")],
            ["platform"],
        ),
        "party-verifier": _party(
            "verifier",
            "Verification body",
            "核查机构",
            "legal_entity",
            [identifier("registry_id", "verifier-117")],
            ["verifier"],
            ["EX-ACC 117"],
        ),
        "site-orchard": _orchard(),
        "site-smokehouse": _smokehouse(),
    }


def _party(
    name: str, en: str, zh: str, kind: str, identifiers: list[Tree], roles: list[str], numbers: list[str] | None = None
) -> Tree:
    more = {"accreditations": numbers} if numbers else {}
    return document(
        "Party",
        f"parties/{name}",
        f"parties/{name}",
        "2026-01-05",
        name=text(en, zh),
        partyKind=kind,
        identifiers=identifiers,
        roles=roles,
        country="CN",
        subdivision="CN-GD",
        **more,
    )


def _orchard() -> Tree:
    return document(
        "Site",
        "sites/orchard",
        "parties/cooperative",
        "2026-01-06",
        name=text("Litchi orchard, ten hectares", "荔枝园（十公顷）"),
        operator=iri("parties/cooperative"),
        siteRoles=["orchard"],
        identifiers=[checked("gln", "690123400002")],
        country="CN",
        geometryWkt="POINT (110.88 21.66)",
        area=quantity("10", "har"),
        soilTemperature=quantity("24.5", "Cel"),
        soilType="mineral",
    )


def _smokehouse() -> Tree:
    return document(
        "Site",
        "sites/smokehouse",
        "parties/cooperative",
        "2026-01-06",
        name=text("Fruit-wood smokehouse", "果木烟熏坊"),
        operator=iri("parties/cooperative"),
        siteRoles=["plant"],
        country="CN",
    )
