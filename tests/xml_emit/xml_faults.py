"""Faults put into sound XML documents by hand: what is done to the document, and the reason every engine must give."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Change = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Fault:
    """A change to a document of a class, with the constraint that it breaks and where."""

    cls: str
    change: Change
    key: str
    requirement: str
    pointer: str


def put(pattern: str, replacement: str) -> Change:
    """Return a change of the first match; a pattern that matches nothing is an error of the test."""

    def change(document: str) -> str:
        changed, count = re.subn(pattern, replacement, document, count=1, flags=re.DOTALL)
        if not count:
            raise AssertionError(f"{pattern} is not in {document}")
        return changed

    return change


def value(name: str, text: str) -> Change:
    """Return a change of the first element with this name to another text."""
    return put(rf"<{name}( [^>]*)?>[^<]*</{name}>", rf"<{name}\1>{text}</{name}>")


def without(name: str) -> Change:
    """Return a change that leaves the first element with this name out."""
    return put(rf"<{name}( [^>]*)?>(?:(?!</{name}>).)*</{name}>", "")


FAULTS = (
    # required, cardinality, closed, order
    Fault("Site", without("id"), "Document.id#required", "GCL-COR-001", "/id"),
    Fault("Label", without("qrUri"), "Label.qrUri#required", "GCL-BRD-036", "/qrUri"),
    Fault(
        "CarbonPassport",
        without("fossilGhg"),
        "GhgComponents.fossilGhg#required",
        "GCL-COR-047",
        "/components/fossilGhg",
    ),
    Fault(
        "CarbonPassport",
        put("(.*)<components>.*?</components>", r"\1"),
        "StageFootprint.components#required",
        "GCL-COR-047",
        "/stages/*/components",
    ),
    Fault("Site", put("(<id>.*?</id>)", r"\1\1"), "Document.id#cardinality", "GCL-COR-047", "/id"),
    Fault(
        "Receivable",
        put("<faceValue>", "<colour>red</colour><faceValue>"),
        "Receivable#closed",
        "GCL-COR-002",
        "/colour",
    ),
    Fault("Receivable", put("</amount>", "</amount><rate>1</rate>"), "Money#closed", "GCL-COR-002", "*/rate"),
    Fault("Party", put("<id>", '<id xmlns:v="urn:v" v:note="1">'), "Party#closed", "GCL-COR-002", "/id"),
    Fault("Party", put("<id>", "loose<id>"), "Party#closed", "GCL-COR-002", ""),
    Fault("Party", put("(<id>.*?</id>)(<specVersion>.*?</specVersion>)", r"\2\1"), "Party#order", "GCL-COR-052", "/id"),
    # lexical forms
    Fault("Receivable", value("amount", "1.50"), "Money.amount#pattern", "GCL-COR-003", "*/amount"),
    Fault("Receivable", value("amount", "-0"), "Money.amount#pattern", "GCL-COR-003", "*/amount"),
    Fault("Receivable", value("amount", "1e3"), "Money.amount#pattern", "GCL-COR-003", "*/amount"),
    Fault("Receivable", value("dueDate", "2023-02-29"), "Receivable.dueDate#pattern", "GCL-COR-004", "/dueDate"),
    Fault("Receivable", value("dueDate", "2024-02-29Z"), "Receivable.dueDate#pattern", "GCL-COR-004", "/dueDate"),
    Fault("Receivable", value("dueDate", "1899-12-31"), "Receivable.dueDate#pattern", "GCL-COR-004", "/dueDate"),
    Fault("Receivable", value("dueDate", "2100-02-29"), "Receivable.dueDate#pattern", "GCL-COR-004", "/dueDate"),
    Fault("Site", value("issuedAt", "2024-12-31T24:00:00Z"), "Document.issuedAt#pattern", "GCL-COR-004", "/issuedAt"),
    Fault("Site", value("issuedAt", "2016-12-31T23:59:60Z"), "Document.issuedAt#pattern", "GCL-COR-004", "/issuedAt"),
    Fault(
        "Site", value("issuedAt", "2024-12-31T23:59:59+00:00"), "Document.issuedAt#pattern", "GCL-COR-004", "/issuedAt"
    ),
    Fault("Site", value("issuer", "not an iri"), "Document.issuer#pattern", "GCL-COR-005", "/issuer"),
    Fault("Site", value("id", "relative/path"), "Document.id#pattern", "GCL-COR-005", "/id"),
    Fault("Site", value("digest", "sha-256:ABC"), "DocumentReference.digest#pattern", "GCL-COR-010", "*/digest"),
    Fault(
        "CarbonPassport",
        value("packagingIncluded", "1"),
        "CarbonPassport.packagingIncluded#type",
        "GCL-COR-048",
        "/packagingIncluded",
    ),
    Fault("LifecycleEvent", value("sequence", "1.0"), "LifecycleEvent.sequence#type", "GCL-COR-048", "/sequence"),
    Fault("LifecycleEvent", value("sequence", "+1"), "LifecycleEvent.sequence#type", "GCL-COR-048", "/sequence"),
    Fault("LifecycleEvent", value("sequence", "9" * 30), "LifecycleEvent.sequence#type", "GCL-COR-048", "/sequence"),
    # sets, bounds
    Fault("Site", value("status", "Active"), "Document.status#enum", "GCL-COR-049", "/status"),
    Fault("Site", value("country", "XX"), "Site.country#enum", "GCL-COR-046", "/country"),
    Fault(
        "Programme",
        value("techniqueListVersion", "2017"),
        "Programme.techniqueListVersion#enum",
        "GCL-COR-049",
        "/techniqueListVersion",
    ),
    Fault("LifecycleEvent", value("sequence", "0"), "LifecycleEvent.sequence#min", "GCL-COR-050", "/sequence"),
    Fault("ProcessRun", put("(<mass><value>)[^<]*", r"\g<1>0"), "MaterialFlow.mass#min", "GCL-COR-050", "*/mass/value"),
    Fault(
        "ProcessRun",
        put("(<mass><value>[^<]*</value><unit>)[^<]*", r"\g<1>kg"),
        "MaterialFlow.mass#unit",
        "GCL-COR-051",
        "*/mass/unit",
    ),
    Fault(
        "ProcessRun",
        put("(<mass><value>[^<]*</value><unit>)[^<]*", r"\g<1>吨"),
        "Quantity.unit#pattern",
        "GCL-COR-046",
        "*/mass/unit",
    ),
    Fault(
        "ProductType",
        put("(<gtin><scheme>|<gtins><scheme>|<identifiers><scheme>)[^<]*", r"\g<1>nonsense"),
        "Identifier.scheme#enum",
        "GCL-COR-049",
        "*/scheme",
    ),
    # texts
    Fault("Site", value("name", ""), "Site.name#text", "GCL-COR-006", "/name/*"),
    Fault("Site", put('<name xml:lang="[a-z-]+"', "<name"), "Site.name#language", "GCL-COR-008", "/name"),
    Fault(
        "Site", put('<name xml:lang="[a-z-]+"', '<name xml:lang="EN"'), "Site.name#language", "GCL-COR-008", "/name/EN"
    ),
    Fault("Lot", value("lotNumber", ""), "Lot.lotNumber#text", "GCL-COR-006", "/lotNumber"),
    # the document itself
    Fault(
        "Site",
        lambda document: document.replace("<Site", "<Farm").replace("</Site>", "</Farm>"),
        "Document.type#type",
        "GCL-COR-048",
        "/type",
    ),
)
