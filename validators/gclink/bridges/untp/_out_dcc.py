"""A verification statement as a conformity credential about the products of the passports it verifies."""

from __future__ import annotations

from typing import Any, Final

from gclink._text import Text
from gclink.bridges._json import ABSENT
from gclink.bridges._report import Consequence, Relation
from gclink.bridges._writing import Writing
from gclink.bridges.untp._out_common import GS1, write_head, write_product_id

__all__ = ["write_conformity"]

_V: Final = "VerificationStatement."
_S: Final = "/credentialSubject"
_TOPIC: Final = "https://vocabulary.uncefact.org/conformity-topics/greenhouse-gas-emissions"
_OPINIONS: Final = {"unmodified": True, "adverse": False}
_NAMES: Final = {"iso_14064_3": "ISO 14064-3", "isae_3410": "ISAE 3410", "scheme_rule": "Rule of a scheme"}


def write_conformity(writing: Writing) -> None:
    """Write the credential; who assessed and on whose behalf only the caller can say."""
    old = writing.table.name == "untp-0.6.1"
    write_head(writing, "dcc", "DigitalConformityCredential")
    verifier = writing.take(_V + "verifier")
    if verifier != writing.get(_V + "issuer"):
        writing.tell(Relation.LOST, _V + "verifier", "", stated=verifier)
    opinion = writing.take(_V + "opinion")
    if opinion not in _OPINIONS:
        detail = Text("neither true nor false", "既非真也非假")
        writing.find("code_unknown", _V + "opinion", detail, stated=opinion, consequence=Consequence.REFUSE)
        return
    subject = writing.get(_V + "id")
    writing.put(f"{_S}/type", ["ConformityAttestation"] if not old else ["ConformityAttestation", "Attestation"])
    writing.put(f"{_S}/id", f"{subject}#attestation")
    name = _scheme_name(writing)
    writing.put(f"{_S}/name", name)
    if not old:
        writing.put("/name", name)
    for place, parameter in (
        (f"{_S}/assessorLevel", "assessorLevel"),
        (f"{_S}/assessmentLevel", "assessmentLevel"),
        (f"{_S}/issuedToParty", "issuedToParty"),
    ):
        writing.supply(place, parameter)
    writing.put(f"{_S}/attestationType", "verification")
    _scheme(writing, name, old)
    accreditation = writing.take(_V + "accreditation")
    if accreditation is not ABSENT:
        # An endorsement names its authority, which a number does not.
        writing.tell(Relation.LOST, _V + "accreditation", "", stated=accreditation)
    _assessments(writing, old, _OPINIONS[opinion], subject)
    writing.tell(
        Relation.NARROWER,
        _V + "opinion",
        f"{_S}/{'assessment' if old else 'conformityAssessment'}/*/conformance",
        stated=opinion,
        written=_OPINIONS[opinion],
    )
    places = ["assessorLevel", "assessmentLevel", "issuedToParty"]
    writing.require(*(f"{_S}/{place}" for place in places))


def _scheme_name(writing: Writing) -> str:
    text = writing.take(_V + "scopeText")
    code = writing.get(_V + "standard")
    return writing.text(_V + "scopeText", text) if text is not ABSENT else _NAMES[code]


def _scheme(writing: Writing, name: str, old: bool) -> None:
    standard = writing.take(_V + "standard")
    iri = f"https://w3id.org/gclink/verificationStandard/{standard}"
    if old:
        # The older form asks for owner, version and date of a scheme, which a code does not have.
        writing.tell(Relation.LOST, _V + "standard", "", stated=standard)
        return
    scheme = {"type": ["ConformityScheme"], "id": iri, "name": _NAMES[standard]}
    writing.put(f"{_S}/referenceScheme", scheme)
    writing.tell(Relation.NARROWER, _V + "standard", f"{_S}/referenceScheme", stated=standard, written=name)


def _assessments(writing: Writing, old: bool, conformance: bool, subject: str) -> None:
    key = "assessment" if old else "conformityAssessment"
    done = writing.take(_V + "completedOn")
    for index, reference in enumerate(writing.take(_V + "subjects")):
        path = f"{_S}/{key}/{index}"
        product = _product(writing, reference["target"])
        made: dict[str, Any] = {
            "type": ["ConformityAssessment"] if not old else ["ConformityAssessment", "Declaration"],
            "id": f"{subject}#assessment-{index}",
            "name": "Product carbon footprint",
        }
        if not old:
            made["assessmentCriteria"] = [{"type": ["Criterion"], "id": reference["target"], "name": "Carbon passport"}]
            made["assessedPerformance"] = []
        made["assessmentDate"] = done
        if product is not None:
            verified = {"product": product, ("IDverifiedByCAB" if old else "idVerifiedByCAB"): False}
            made["assessedProduct"] = [verified]
        made["conformityTopic"] = (
            "environment.emissions"
            if old
            else [{"type": ["ConformityTopic"], "id": _TOPIC, "name": "Greenhouse gas emissions"}]
        )
        made["conformance"] = conformance
        writing.put(path, made)
        note = Text("a credential about the product, not about the passport", "凭证针对产品而非护照")
        theirs = f"{path}/assessedProduct"
        writing.tell(Relation.NARROWER, f"{_V}subjects.{index}", theirs, stated=reference["target"], note=note)
        writing.tell(Relation.EXACT, _V + "completedOn", f"{path}/assessmentDate", stated=done, written=done)


def _product(writing: Writing, target: str) -> dict[str, Any] | None:
    passport = writing.known.by_id(target, "CarbonPassport")
    if passport is None:
        return None
    lot = writing.known.by_id(passport.get("subjectLot"), "Lot")
    name = passport.get("subjectProduct", (lot or {}).get("product"))
    product = writing.known.by_id(name, "ProductType")
    if product is None:
        return None
    iri, gtin = write_product_id(product, lot, str(passport.get("subjectLot", name)))
    made: dict[str, Any] = {"id": iri, "name": writing.text("ProductType.name", product["name"])}
    if gtin is not None:
        scheme = {"type": ["IdentifierScheme"], "id": GS1, "name": "Global Trade Item Number (GTIN)"}
        made |= {"registeredId": gtin, "idScheme": scheme}
    return made
