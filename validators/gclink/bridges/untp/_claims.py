"""Claims of a product passport: documents of their own, written only with what no credential says."""

from __future__ import annotations

from typing import Any, Final

from gclink.bridges._json import ABSENT
from gclink.bridges._parties import is_complete, spec_version
from gclink.bridges._reading import Reading
from gclink.bridges._report import Relation

__all__ = ["OWNERS", "read_claims"]

#: The drafts of a passport in the order in which they refer to each other.
OWNERS: Final = ("Party", "ProductType", "CarbonPassport")
_NEEDED: Final = ("issuer", "validity", "subjectLot", "subjectProduct")


def read_claims(reading: Reading, path: str) -> None:
    """Make a Claim of the first claim if the caller supplies its wording, tier and markets; list the others.

    A topic is not a tier and a description not a wording, so without the caller there is no claim.
    """
    supplied = reading.options.of("Claim", reading.key)
    for index, (place, claim) in enumerate(list(reading.matches(f"{path}/*"))):
        if index == 0 and supplied and isinstance(claim, dict):
            _draft(reading, place, claim)
            if is_complete(reading, "Claim"):
                reading.tell(Relation.NARROWER, f"{place}/id", "Claim.id", stated=claim.get("id"))
                continue
            reading.drafts.pop("Claim")
        name = claim.get("id") if isinstance(claim, dict) else None
        reading.tell(Relation.LOST, place, "Claim", stated=name)


def _draft(reading: Reading, place: str, claim: dict[str, Any]) -> None:
    spec_version(reading, "Claim")
    reading.put("Claim.status", "active")
    if isinstance(claim.get("id"), str):
        reading.put("Claim.id", claim["id"])
    for name in _NEEDED:
        value = reading.value(f"CarbonPassport.{name}")
        if value is not ABSENT:
            reading.put(f"Claim.{name}", value)
    issuer = reading.value("CarbonPassport.issuer")
    if issuer is not ABSENT:
        reading.put("Claim.claimant", issuer)
    dated = claim.get("claimDate")
    issued = f"{dated}T00:00:00Z" if isinstance(dated, str) else reading.value("CarbonPassport.issuedAt")
    if issued is not ABSENT:
        reading.put("Claim.issuedAt", issued)
        if isinstance(dated, str):
            reading.tell(Relation.BROADER, f"{place}/claimDate", "Claim.issuedAt", stated=dated, written=issued)
    reading.fill("Claim", reading.key)
